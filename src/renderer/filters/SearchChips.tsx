import { useTranslation } from 'react-i18next';
import { withoutPart, type QueryChip } from '../../shared/query/queryChips.ts';
import { focusSearchField } from '../commands/panes.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { partsInUse } from '../state/filters.ts';
import { useActions, useAppContext, useSession } from '../state/store.ts';
import { Chip } from './Chip.tsx';
import { FilterChips } from './FilterChips.tsx';
import { chipWords, isPlain } from './queryWords.ts';
import { useShownQuery } from './useShownQuery.ts';

/** Most parts of a query shown as chips; the field holds them all. */
const MOST_PARTS = 24;

/**
 * What is searched and filtered, in one row: the parts of the query as they were understood, then the filters. The
 * parts are those of the answer on screen, so that chips, total and rows change together.
 */
export function SearchChips() {
  const { t } = useTranslation('query');
  const shown = useShownQuery();
  const hasFilters = useSession(({ filters }) => partsInUse(filters).length > 0) ?? false;
  const hasParts = shown !== null && !isPlain(shown.query);
  if (!hasParts && !hasFilters) return null;
  return (
    <ul className="chips" aria-label={t('parts')}>
      {hasParts && <QueryParts chips={shown.chips} text={shown.text} />}
      <FilterChips />
    </ul>
  );
}

interface QueryPartsProps {
  readonly chips: readonly QueryChip[];
  /** The text they are parts of. */
  readonly text: string;
}

function QueryParts({ chips, text }: QueryPartsProps) {
  const { t } = useTranslation('query');
  const format = useFormat();
  const { setText } = useActions();
  const { store } = useAppContext();
  /** How far the text in the field is shifted against these parts; null when it is another one already. */
  const shift = (): number | null => {
    const typed = store.getState().session?.text ?? '';
    return typed.trim() === text ? typed.length - typed.trimStart().length : null;
  };
  const more = chips.length - MOST_PARTS;
  return (
    <>
      {chips.slice(0, MOST_PARTS).map((part) => {
        const words = chipWords(part, t);
        const name = words.key === null ? words.text : `${words.key} ${words.text}`;
        const edit = (): void => {
          const by = shift();
          if (by === null) focusSearchField(null);
          else focusSearchField([part.start + by, part.end + by]);
        };
        const remove = (): void => {
          if (shift() !== null) setText(withoutPart(text, part));
        };
        return (
          <Chip
            key={part.start}
            removeLabel={t('remove', { part: name })}
            onRemove={remove}
            edit={{ label: t('edit', { part: name }), run: edit }}
          >
            {words.key !== null && <span className="k">{words.key}</span>}
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
