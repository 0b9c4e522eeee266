import { ChevronDown, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FacetValue, Filters } from '../../shared/searchModel.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { toggleValue } from '../state/filters.ts';
import { useActions } from '../state/store.ts';
import { Icon } from '../ui/Icon.tsx';
import { FacetValueRow } from './FacetValueRow.tsx';
import { facetRows, firstRows, newestFirst, type FacetLook, type FacetRow } from './facetRows.ts';
import { MoreValues } from './MoreValues.tsx';

/** Years shown before "24 more…". */
const FIRST_YEARS = 5;

const lookOf = (labelOf: FacetLook['labelOf']): FacetLook => ({
  labelOf,
  compare: newestFirst,
  isTime: true,
});

interface YearFacetProps {
  readonly filters: Filters;
  readonly years: readonly FacetValue[];
  readonly months: readonly FacetValue[];
}

/** Years with their months inside, newest first. A year can be ticked, opened, or both. */
export function YearFacet({ filters, years, months }: YearFacetProps) {
  const { t } = useTranslation('filters');
  const { setFilters } = useActions();
  const format = useFormat();
  /** Years that were opened or closed by hand; the others show their months while one of them is ticked. */
  const [byHand, setByHand] = useState<ReadonlyMap<string, boolean>>(new Map());
  const yearRows = facetRows(
    years,
    filters.years,
    lookOf((year) => year),
  );
  const monthRows = facetRows(months, filters.months, lookOf(format.monthName));
  if (yearRows.length === 0) return null;
  const most = Math.max(1, ...yearRows.map(({ count }) => count));
  const shown = firstRows(yearRows, FIRST_YEARS);
  const toggle = (facet: 'years' | 'months') => (value: string) =>
    setFilters(toggleValue(filters, facet, value));
  return (
    <ul className="facet years" aria-label={t('years')}>
      {shown.map((row) => {
        const inside = monthRows.filter(({ value }) => value.startsWith(row.value));
        const isOpen = byHand.get(row.value) ?? inside.some(({ isChosen }) => isChosen);
        return (
          <li key={row.value}>
            <YearRow
              row={row}
              most={most}
              isOpen={isOpen}
              onOpen={() => setByHand(new Map(byHand).set(row.value, !isOpen))}
              onToggle={toggle('years')}
            />
            {isOpen && <Months year={row.value} rows={inside} onToggle={toggle('months')} />}
          </li>
        );
      })}
      <MoreValues
        title={t('year')}
        rows={yearRows}
        shown={shown.length}
        most={most}
        onToggle={toggle('years')}
      />
    </ul>
  );
}

interface YearRowProps {
  readonly row: FacetRow;
  readonly most: number;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
  readonly onToggle: (value: string) => void;
}

function YearRow({ row, most, isOpen, onOpen, onToggle }: YearRowProps) {
  const { t } = useTranslation('filters');
  return (
    <div className="year">
      <button
        type="button"
        className="twist"
        aria-expanded={isOpen}
        aria-label={t('monthsOf', { year: row.value })}
        onClick={onOpen}
      >
        <Icon of={isOpen ? ChevronDown : ChevronRight} size={12} />
      </button>
      <FacetValueRow row={row} most={most} onToggle={onToggle} />
    </div>
  );
}

interface MonthsProps {
  readonly year: string;
  readonly rows: readonly FacetRow[];
  readonly onToggle: (value: string) => void;
}

function Months({ year, rows, onToggle }: MonthsProps) {
  const { t } = useTranslation('filters');
  const most = Math.max(1, ...rows.map(({ count }) => count));
  return (
    <ul className="facet months" aria-label={t('monthsOf', { year })}>
      {rows.map((row) => (
        <li key={row.value}>
          <FacetValueRow row={row} most={most} onToggle={onToggle} />
        </li>
      ))}
    </ul>
  );
}
