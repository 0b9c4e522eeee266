import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldChips } from '../../shared/query/queryBox.ts';
import { withoutPart } from '../../shared/query/queryChips.ts';
import { focusSearchField } from '../commands/panes.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { partsInUse } from '../state/filters.ts';
import { useActions } from '../state/store.ts';
import { AddFilter } from './AddFilter.tsx';
import { Chip } from './Chip.tsx';
import { FilterChips } from './FilterChips.tsx';
import type { FilterField } from './filterFields.ts';
import { chipWords } from './queryWords.ts';
import { useAsked } from './useAsked.ts';
import type { SearchDraft } from './useSearchDraft.ts';

/** Most fields of a query shown as chips; "Edit as text" shows them all. */
const MOST_FIELDS = 24;

/** The filters and the fields of the query, in one row, and the way to add another. Words stand in the search field. */
export function SearchChips({ draft }: { readonly draft: SearchDraft }) {
  const { t } = useTranslation('query');
  const asked = useAsked();
  const [adding, setAdding] = useState<FilterField | 'choose' | null>(null);
  const text = asked?.text ?? '';
  const fields = useMemo(() => fieldChips(text), [text]);
  const hasChips = fields.length > 0 || (asked !== null && partsInUse(asked.filters).length > 0);
  return (
    <div className="chips">
      {hasChips && (
        <ul aria-label={t('parts')}>
          <FilterChips onEdit={setAdding} />
          <FieldChips text={text} fields={fields} draft={draft} />
        </ul>
      )}
      <AddFilter shown={adding} onShow={setAdding} />
    </div>
  );
}

interface FieldChipsProps {
  /** The text they are parts of. */
  readonly text: string;
  readonly fields: ReturnType<typeof fieldChips>;
  readonly draft: SearchDraft;
}

function FieldChips({ text, fields, draft }: FieldChipsProps) {
  const { t } = useTranslation(['query', 'filters']);
  const format = useFormat();
  const { setQuery } = useActions();
  const asked = useAsked();
  if (asked === null) return null;
  const more = fields.length - MOST_FIELDS;
  const edit = (field: string): void => {
    const range = draft.takeBack(field);
    // The field has the text after this render.
    requestAnimationFrame(() => focusSearchField(range));
  };
  return (
    <>
      {fields.slice(0, MOST_FIELDS).map((part) => {
        const words = chipWords(part, t);
        const name = words.key === null ? words.text : `${words.key} ${words.text}`;
        return (
          <Chip
            key={part.start}
            removeLabel={t('remove', { part: name })}
            onRemove={() => setQuery({ ...asked, text: withoutPart(text, part) })}
            edit={{ label: t('edit', { part: name }), run: () => edit(part.text) }}
          >
            {words.key !== null && <span className="k">{words.key}</span>}{' '}
            <span className="cjk trunc">{words.text}</span>
          </Chip>
        );
      })}
      {more > 0 && (
        <li className="chip-more">{t('moreParts', { count: more, shown: format.number(more) })}</li>
      )}
    </>
  );
}
