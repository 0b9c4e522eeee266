import { noFilters } from '../../shared/defaults.ts';
import { assertNever } from '../../shared/result.ts';
import type { Filters } from '../../shared/searchModel.ts';

/** Facets with a list of values to tick. */
export type FacetName =
  | 'sources'
  | 'categories'
  | 'tags'
  | 'labels'
  | 'years'
  | 'months'
  | 'states';

const facetNames = [
  'sources',
  'categories',
  'tags',
  'labels',
  'states',
] as const satisfies readonly FacetName[];

/** A removable part of the filters, as a chip shows it. */
export type FilterPart = FacetName | 'dates' | 'list';

/** Ticks or unticks one value of a facet. */
export function toggleValue(filters: Filters, facet: FacetName, value: string): Filters {
  const values: readonly string[] = filters[facet];
  const next = values.includes(value)
    ? values.filter((known) => known !== value)
    : [...values, value];
  return { ...filters, [facet]: next };
}

/** Takes one part away. */
export function clearPart(filters: Filters, part: FilterPart): Filters {
  switch (part) {
    case 'dates':
      return clearDates(filters);
    case 'list':
      return { ...filters, list: 'all' };
    case 'sources':
    case 'categories':
    case 'tags':
    case 'labels':
    case 'years':
    case 'months':
    case 'states':
      return { ...filters, [part]: [] };
    default:
      return assertNever(part);
  }
}

/** Whether anything narrows the time. */
export const hasDates = ({ from, to, years, months }: Filters): boolean =>
  from !== null || to !== null || years.length + months.length > 0;

/** Opens the time again: range, years and months. */
export const clearDates = (filters: Filters): Filters => ({
  ...filters,
  from: null,
  to: null,
  years: [],
  months: [],
});

/** Takes everything away but the library list. */
export const clearFacets = (filters: Filters): Filters => ({ ...noFilters, list: filters.list });

/** Parts in use, in the order of their chips; the library list is shown by the sidebar and has no chip. */
export function partsInUse(filters: Filters): readonly FilterPart[] {
  const parts: FilterPart[] = facetNames.filter((facet) => filters[facet].length > 0);
  if (hasDates(filters)) parts.push('dates');
  return parts;
}

/** Sets the months, earliest first; a month may be null (open). */
export function setMonths(filters: Filters, from: string | null, to: string | null): Filters {
  const isSwapped = from !== null && to !== null && from > to;
  return isSwapped ? { ...filters, from: to, to: from } : { ...filters, from, to };
}

/** A typed month as `YYYY-MM`: also takes `2022`, `2022/3` and `202203`; null when it is no month. */
export function parseMonth(typed: string, edge: 'from' | 'to'): string | null {
  const text = typed.trim();
  const year = /^(\d{4})$/.exec(text);
  if (year?.[1] !== undefined) return `${year[1]}-${edge === 'from' ? '01' : '12'}`;
  const match = /^(\d{4})[-/.年\s]?(\d{1,2})月?$/.exec(text);
  const month = Number(match?.[2]);
  if (match?.[1] === undefined || month < 1 || month > 12) return null;
  return `${match[1]}-${String(month).padStart(2, '0')}`;
}
