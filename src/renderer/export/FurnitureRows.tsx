import { Braces } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { MenuButton } from '../ui/MenuButton.tsx';
import type { MenuGroup } from '../ui/MenuList.tsx';
import type { RowsProps } from './rowProps.ts';

/** Fields that a line in the margin knows. */
const fields = ['source', 'date', 'title', 'archive', 'book', 'page', 'pages'] as const;

/** Lines of the page's head and foot, with the fields they may hold. */
export function FurnitureRows({ options, change }: RowsProps) {
  const { t } = useTranslation('exporting');
  return (
    <>
      <div className="fr">
        <Checkbox isSelected={options.hasHeader} onChange={(hasHeader) => change({ hasHeader })}>
          {t('header')}
        </Checkbox>
        <TemplateField
          label={t('headerLine')}
          value={options.header}
          isDisabled={!options.hasHeader}
          onChange={(header) => change({ header })}
        />
      </div>
      <div className="fr">
        <Checkbox isSelected={options.hasFooter} onChange={(hasFooter) => change({ hasFooter })}>
          {t('footer')}
        </Checkbox>
        <TemplateField
          label={t('footerLine')}
          value={options.footer}
          isDisabled={!options.hasFooter}
          onChange={(footer) => change({ footer })}
        />
      </div>
    </>
  );
}

interface TemplateFieldProps {
  readonly label: string;
  readonly value: string;
  readonly isDisabled: boolean;
  readonly onChange: (value: string) => void;
}

function TemplateField({ label, value, isDisabled, onChange }: TemplateFieldProps) {
  const { t } = useTranslation('exporting');
  const input = useRef<HTMLInputElement>(null);
  const insert = (words: string): void => {
    // Where the reader last stood in the field; its end when never.
    const start = input.current?.selectionStart ?? value.length;
    const end = input.current?.selectionEnd ?? start;
    onChange(value.slice(0, start) + words + value.slice(end));
  };
  const groups: readonly MenuGroup[] = [
    {
      id: 'fields',
      entries: fields.map((field) => ({
        id: field,
        text: t(`field.${field}`),
        shortcut: `{${field}}`,
        run: () => insert(`{${field}}`),
      })),
    },
    {
      id: 'parts',
      entries: [{ id: 'gap', text: t('field.gap'), shortcut: '|', run: () => insert(' | ') }],
    },
  ];
  const menuLabel = t('insertField', { line: label });
  return (
    <div className={`field s template ${isDisabled ? 'off' : ''}`}>
      <input
        ref={input}
        aria-label={label}
        title={t('templateHelp')}
        value={value}
        maxLength={500}
        disabled={isDisabled}
        spellCheck={false}
        onChange={({ target }) => onChange(target.value)}
      />
      <MenuButton label={menuLabel} groups={groups} placement="bottom end">
        <IconButton isSmall icon={Braces} iconSize={14} label={menuLabel} isDisabled={isDisabled} />
      </MenuButton>
    </div>
  );
}
