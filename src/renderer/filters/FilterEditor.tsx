import { ChevronLeft } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../ui/Button.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { ChoiceEditor } from './ChoiceEditor.tsx';
import { DateEditor } from './DateEditor.tsx';
import { FacetEditor } from './FacetEditor.tsx';
import type { FilterField } from './filterFields.ts';
import { TextFieldEditor } from './TextFieldEditor.tsx';

interface FilterEditorProps {
  readonly field: FilterField;
  /** Back to the choice of fields. */
  readonly onBack: () => void;
  readonly onDone: () => void;
}

/** Values of one field to filter by, or to leave out. */
export function FilterEditor({ field, onBack, onDone }: FilterEditorProps) {
  const { t } = useTranslation(['filters', 'common']);
  const [isNot, setNot] = useState(false);
  return (
    <div className="filter-editor">
      <div className="head">
        <IconButton isSmall icon={ChevronLeft} label={t('allFields')} onPress={onBack} />
        <b>{t(`fields.${field}`)}</b>
        <span className="sp" />
        <Segmented
          label={t('sense')}
          value={isNot ? 'not' : 'is'}
          options={[
            { value: 'is', text: t('is') },
            { value: 'not', text: t('isNot') },
          ]}
          onChange={(sense) => setNot(sense === 'not')}
        />
      </div>
      <FieldEditor field={field} isNot={isNot} onDone={onDone} />
    </div>
  );
}

interface FieldEditorProps {
  readonly field: FilterField;
  readonly isNot: boolean;
  readonly onDone: () => void;
}

function FieldEditor({ field, isNot, onDone }: FieldEditorProps) {
  switch (field) {
    case 'source':
      return <FacetEditor facet="sources" isNot={isNot} />;
    case 'category':
      return <FacetEditor facet="categories" isNot={isNot} />;
    case 'tag':
      return <FacetEditor facet="tags" isNot={isNot} />;
    case 'label':
      return <FacetEditor facet="labels" isNot={isNot} />;
    case 'date':
      return <DateEditor isNot={isNot} onDone={onDone} />;
    case 'state':
    case 'has':
      return <ChoiceEditor field={field} isNot={isNot} />;
    default:
      return <TextFieldEditor field={field} isNot={isNot} onDone={onDone} />;
  }
}
