import { useVirtualizer } from '@tanstack/react-virtual';
import { Search } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { makeAhead } from '../matching/makeAhead.ts';
import { matchQueryOf, matchText } from '../matching/matchText.ts';
import { Icon } from '../ui/Icon.tsx';
import { FacetValueRow } from './FacetValueRow.tsx';
import type { FacetRow } from './facetRows.ts';
import { useKeyMaker } from './useKeyMaker.ts';

/** Height of a value in the popover, in CSS pixels. */
const ROW = 28;

interface FacetPopoverProps {
  readonly title: string;
  /** The same function until the rows are others. */
  readonly rows: () => readonly FacetRow[];
  readonly most: number;
  readonly onToggle: (value: string) => void;
  /** Leaves a value out, or no more; missing where that cannot be. */
  readonly onExclude?: ((value: string) => void) | undefined;
}

/** The rows that answer what is typed, pinyin too; in their own order. */
function useFittingRows(rows: readonly FacetRow[], typed: string): readonly FacetRow[] {
  const keysOf = useKeyMaker();
  useEffect(
    () =>
      makeAhead(
        rows.map(({ label }) => label),
        keysOf,
      ),
    [rows, keysOf],
  );
  return useMemo(() => {
    const query = matchQueryOf(typed);
    if (query.words.length === 0) return rows;
    return rows.filter(({ label }) => matchText(query, keysOf(label)) !== null);
  }, [rows, keysOf, typed]);
}

/** All values of a facet with a field that narrows them; large facets are drawn only where in view. */
export function FacetPopover({ title, rows, most, onToggle, onExclude }: FacetPopoverProps) {
  const { t } = useTranslation('filters');
  const [typed, setTyped] = useState('');
  // State, not a ref: the popover mounts its content late, and the virtualiser needs a render with the element.
  const [scroller, setScroller] = useState<HTMLUListElement | null>(null);
  const shown = useFittingRows(rows(), typed);
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoised by a compiler
  const virtualizer = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller,
    estimateSize: () => ROW,
    overscan: 8,
  });
  return (
    <div className="facet-pop">
      <div className="field s">
        <Icon of={Search} />
        <input
          aria-label={t('filterValues', { facet: title })}
          placeholder={t('filterValues', { facet: title })}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
      </div>
      {shown.length === 0 ? (
        <p className="dim none">{t('noValues')}</p>
      ) : (
        <ul ref={setScroller} className="facet facet-all">
          <li aria-hidden style={{ height: virtualizer.getTotalSize() }} />
          {virtualizer.getVirtualItems().map(({ index, start }) => {
            const row = shown[index];
            return (
              row && (
                <li
                  key={row.value}
                  aria-setsize={shown.length}
                  aria-posinset={index + 1}
                  className="placed"
                  style={{ top: start, height: ROW }}
                >
                  <FacetValueRow row={row} most={most} onToggle={onToggle} onExclude={onExclude} />
                </li>
              )
            );
          })}
        </ul>
      )}
    </div>
  );
}
