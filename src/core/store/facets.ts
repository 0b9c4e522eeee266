import type { Facets, FacetValue, Filters, StateName } from '../../shared/searchModel.ts';
import { monthText, type PostColumns, type PostCounts, yearOf } from './columns.ts';
import {
  countLabels,
  countMonths,
  countReadersLabels,
  countResult,
  countRows,
  countStates,
} from './facetCounts.ts';
import { DRAFT, type FacetContext, filteredFacets, MISS, missesOf } from './filterMisses.ts';
import type { LabelKind, LabelTable } from './labelTable.ts';
import { BOOKMARKED, HIGHLIGHTED, READ } from './postMarks.ts';
import type { FoundPosts } from './postSet.ts';

/** A result after its filters, and the counts that belong to it. */
export interface FilteredPosts {
  /** Row numbers, ascending. */
  readonly rows: Uint32Array;
  readonly total: number;
  readonly facets: Facets;
  /** Posts of the result by `monthNumber`; 0 = those without a date. */
  readonly monthCounts: Uint32Array;
}

/**
 * Applies the filters to the posts a query found and counts every facet: a value counts where the post passes all filters
 * but those of its own facet, which is the number one gets by choosing that value alone there. So every facet counts the
 * result itself; and one that is narrowed, those posts besides that fail nothing but its own filter.
 */
export function filterPosts(
  found: FoundPosts,
  filters: Filters,
  context: FacetContext,
): FilteredPosts {
  const all = found.rows;
  const narrowed = filteredFacets(filters);
  const misses = narrowed === 0 ? null : missesOf(all, filters, context);
  const rows = misses === null ? all : rowsWith(0, all, misses);
  const near = (facet: number): Uint32Array =>
    misses === null || (narrowed & facet) === 0 ? NOTHING : rowsWith(facet, all, misses);
  const counts =
    misses === null ? countResult(found, context.columns) : countRows(rows, context.columns);
  return {
    rows,
    total: rows.length,
    facets: facetsOf({ rows, near, counts, filters }, context),
    monthCounts: counts.months,
  };
}

/** How many posts of those found pass the filters. */
export function countFiltered(
  { rows }: FoundPosts,
  filters: Filters,
  context: FacetContext,
): number {
  if (filteredFacets(filters) === 0) return rows.length;
  return missesOf(rows, filters, context).reduce((sum, missed) => sum + (missed === 0 ? 1 : 0), 0);
}

const NOTHING = new Uint32Array(0);

/** The rows whose misses are exactly these. */
function rowsWith(wanted: number, rows: Uint32Array, misses: Uint8Array): Uint32Array {
  const kept = new Uint32Array(rows.length);
  let length = 0;
  // Without a branch, which would be guessed wrong for every other post: what does not fit is written over.
  for (let at = 0; at < rows.length; at += 1) {
    kept[length] = rows[at] ?? 0;
    length += misses[at] === wanted ? 1 : 0;
  }
  return kept.subarray(0, length);
}

interface Counting {
  readonly rows: Uint32Array;
  /** Rows that fail nothing but the filter of one facet. */
  readonly near: (facet: number) => Uint32Array;
  readonly counts: PostCounts;
  readonly filters: Filters;
}

function facetsOf({ rows, near, counts, filters }: Counting, context: FacetContext): Facets {
  const { columns } = context;
  const { labels } = columns;
  const listOf = (kind: LabelKind, chosen: readonly string[]): readonly FacetValue[] => {
    const more = near(MISS[kind]);
    const values = more.length === 0 ? counts.labels : countLabels(more, columns, counts.labels);
    return listed(kind, values, { labels, chosen });
  };
  const stateCounts = countStates(rows, context);
  const months = monthsWith(near(MISS.time), columns, counts.months);
  const states = countStates(near(MISS.state), context, stateCounts);
  const list = countStates(near(MISS.list), context, stateCounts);
  return {
    sources: listOf('source', filters.sources),
    categories: listOf('category', filters.categories),
    tags: listOf('tag', filters.tags),
    labels: listedLabels(
      countReadersLabels([rows, near(MISS.label)], context.marks),
      filters.labels,
    ),
    years: listedYears(months, filters.years),
    months: listedMonths(months, filters.months),
    undatedCount: months[0] ?? 0,
    states: {
      bookmarked: sumOf(states, IS.bookmarked),
      unread: sumOf(states, IS.unread),
      read: sumOf(states, IS.read),
      draft: sumOf(states, IS.draft),
    },
    bookmarkedCount: sumOf(list, IS.bookmarked),
    unreadCount: sumOf(list, IS.unread),
    highlightedCount: sumOf(list, (state) => (state & HIGHLIGHTED) !== 0),
  };
}

const IS: Readonly<Record<StateName, (state: number) => boolean>> = {
  bookmarked: (state) => (state & BOOKMARKED) !== 0,
  unread: (state) => (state & READ) === 0,
  read: (state) => (state & READ) !== 0,
  draft: (state) => (state & DRAFT) !== 0,
};

function sumOf(counts: Uint32Array, isCounted: (state: number) => boolean): number {
  return counts.reduce((sum, count, state) => (isCounted(state) ? sum + count : sum), 0);
}

function monthsWith(more: Uint32Array, columns: PostColumns, counts: Uint32Array): Uint32Array {
  return more.length === 0 ? counts : countMonths(more, columns, counts);
}

interface Listing {
  readonly labels: LabelTable;
  /** Values of the facet's own filter: listed even when nothing carries them now, so that they can be unticked. */
  readonly chosen: readonly string[];
}

/** Larger than any number of labels of a facet; with a count of 32 bits it makes whole numbers below 2^53. */
const PLACES = 2 ** 21;

/** Values that occur, most frequent first, then by code units; and chosen ones that do not occur, with 0. */
function listed(
  kind: LabelKind,
  counts: Uint32Array,
  { labels, chosen }: Listing,
): readonly FacetValue[] {
  const byText = labels.byText(kind);
  const keys = new Float64Array(byText.length);
  let length = 0;
  for (let place = 0; place < byText.length; place += 1) {
    const count = counts[byText[place] ?? 0] ?? 0;
    if (count === 0) continue;
    // Sorting bare numbers is many times quicker than comparing pairs: the count, larger first, then the place by text.
    keys[length] = (0xffff_ffff - count) * PLACES + place;
    length += 1;
  }
  const values: FacetValue[] = [];
  for (const key of keys.subarray(0, length).toSorted()) {
    const label = byText[key % PLACES] ?? 0;
    values.push({ value: labels.texts[label] ?? '', count: counts[label] ?? 0 });
  }
  const missing = [...new Set(chosen)].filter(
    (value) => (counts[labels.numberOf(kind, value) ?? 0] ?? 0) === 0,
  );
  return [...values, ...withoutPosts(missing)];
}

/** The reader's labels that occur, most frequent first, then by code units; and chosen ones that do not occur. */
function listedLabels(
  counts: ReadonlyMap<string, number>,
  chosen: readonly string[],
): readonly FacetValue[] {
  const values = [...counts]
    .map(([value, count]): FacetValue => ({ value, count }))
    .toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  return [...values, ...withoutPosts([...new Set(chosen)].filter((value) => !counts.has(value)))];
}

/** Months that occur and chosen ones, ascending. */
function listedMonths(counts: Uint32Array, chosen: readonly string[]): readonly FacetValue[] {
  const values: FacetValue[] = [];
  for (let month = 1; month < counts.length; month += 1) {
    const count = counts[month] ?? 0;
    if (count > 0) values.push({ value: monthText(month), count });
  }
  return withChosen(values, chosen);
}

/** Years that occur and chosen ones, ascending. */
function listedYears(counts: Uint32Array, chosen: readonly string[]): readonly FacetValue[] {
  const byYear = new Map<number, number>();
  for (let month = 1; month < counts.length; month += 1) {
    const count = counts[month] ?? 0;
    if (count > 0) byYear.set(yearOf(month), (byYear.get(yearOf(month)) ?? 0) + count);
  }
  const values = [...byYear].map(([year, count]) => ({
    value: String(year).padStart(4, '0'),
    count,
  }));
  return withChosen(values, chosen);
}

function withChosen(
  values: readonly FacetValue[],
  chosen: readonly string[],
): readonly FacetValue[] {
  if (chosen.length === 0) return values;
  const named = new Set(values.map(({ value }) => value));
  const missing = withoutPosts([...new Set(chosen)].filter((value) => !named.has(value)));
  return [...values, ...missing].toSorted((a, b) => (a.value < b.value ? -1 : 1));
}

function withoutPosts(values: readonly string[]): readonly FacetValue[] {
  return values
    .toSorted((a, b) => (a < b ? -1 : 1))
    .map((value): FacetValue => ({ value, count: 0 }));
}
