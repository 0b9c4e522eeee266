import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { FacetValue, Filters } from '../../shared/searchModel.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { clearPart, toggleValue, type FacetName } from '../state/filters.ts';
import { useActions } from '../state/store.ts';
import { FacetValueRow } from './FacetValueRow.tsx';
import { facetRows, FIRST_VALUES, firstRows } from './facetRows.ts';
import { MoreValues } from './MoreValues.tsx';
import { SectionHead } from './SectionHead.tsx';
import { useValueLabel } from './useValueLabel.ts';

const titles = { sources: 'source', categories: 'category', tags: 'tag', states: 'state' } as const;

interface FacetSectionProps {
  readonly facet: Exclude<FacetName, 'labels' | 'years' | 'months'>;
  readonly filters: Filters;
  readonly values: readonly FacetValue[];
}

/** One facet: its first values, and all of them in a popover. */
export function FacetSection({ facet, filters, values }: FacetSectionProps) {
  const { t } = useTranslation('filters');
  const { compare } = useFormat();
  const { setFilters } = useActions();
  const valueLabel = useValueLabel();
  const title = t(titles[facet]);
  const chosen: readonly string[] = filters[facet];
  const rows = useMemo(
    () =>
      facetRows(values, chosen, {
        labelOf: (value) => valueLabel(facet, value),
        compare,
        isTime: false,
      }),
    [values, chosen, valueLabel, facet, compare],
  );
  if (rows.length === 0) return null;
  const most = Math.max(1, ...rows.map(({ count }) => count));
  const shown = firstRows(rows, FIRST_VALUES);
  const toggle = (value: string): void => setFilters(toggleValue(filters, facet, value));
  return (
    <section aria-label={title}>
      <SectionHead
        title={title}
        isActive={chosen.length > 0}
        onClear={() => setFilters(clearPart(filters, facet))}
      />
      <ul className="facet">
        {shown.map((row) => (
          <li key={row.value}>
            <FacetValueRow row={row} most={most} onToggle={toggle} />
          </li>
        ))}
        <MoreValues title={title} rows={rows} shown={shown.length} most={most} onToggle={toggle} />
      </ul>
    </section>
  );
}
