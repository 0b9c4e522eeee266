import type { Filters } from '../searchModel.ts';
import { exactText } from './exactText.ts';
import { joinQueries } from './joinQueries.ts';

/**
 * PURE. The filters as fields of the query language, each in its one form; empty when there are none. The library list
 * stays out: it is a place of the sidebar. `absorbFilters` reads it back.
 */
export function filterText(filters: Filters): string {
  return [
    ...(filters.sources.length > 0 ? [exactText('source', filters.sources)] : []),
    ...(filters.categories.length > 0 ? [exactText('category', filters.categories)] : []),
    ...(filters.tags.length > 0 ? [exactText('tag', filters.tags)] : []),
    ...(filters.labels.length > 0 ? [exactText('label', filters.labels)] : []),
    ...grouped('is', filters.states),
    ...grouped('date', timesOf(filters)),
  ].join(' ');
}

/** PURE. A query and its filters as one line, which means the same. */
export const wholeText = (text: string, filters: Filters): string =>
  joinQueries(text.trim(), filterText(filters));

function grouped(field: string, values: readonly string[]): readonly string[] {
  if (values.length === 0) return [];
  return [`${field}:${values.length === 1 ? (values[0] ?? '') : `(${values.join(' OR ')})`}`];
}

function timesOf({ years, months, from, to }: Filters): readonly string[] {
  if (from === null && to === null) return [...years, ...months];
  // A whole month by itself is one that was ticked.
  const isDay = from === to && from !== null && from.length > 7;
  return [...years, ...months, isDay ? from : `${from ?? ''}..${to ?? ''}`];
}
