import type { Filters } from '../../shared/searchModel.ts';
import { firstDayOf, lastDayOf } from '../../shared/query/parseDate.ts';
import { type PostColumns, yearOf } from './columns.ts';
import { POST_FLAGS } from './indexSchema.ts';
import type { LabelKind } from './labelTable.ts';
import {
  BOOKMARKED,
  HIGHLIGHTED,
  LABELLED,
  READ,
  type RowMarks,
  STATE_MARKS,
} from './postMarks.ts';

/** One bit per facet (and for the list one is in): set where a post fails the filter of that facet. */
export const MISS = {
  list: 1,
  state: 2,
  source: 4,
  category: 8,
  tag: 16,
  /** Years, months and the range together: what is chosen of time. */
  time: 32,
  label: 64,
} as const;

/** What filters and facets are counted from. */
export interface FacetContext {
  readonly columns: PostColumns;
  readonly marks: RowMarks;
}

/** Bits of a post's state: STATE_MARKS, and DRAFT. */
export const DRAFT = 8;

/** Number of different states. */
export const STATE_COUNT = 16;

/** Turns POST_FLAGS.draft into DRAFT. */
export const DRAFT_SHIFT = Math.log2(DRAFT / POST_FLAGS.draft);

/** Bits of the facets that the filters narrow. */
export function filteredFacets(filters: Filters): number {
  return (
    (filters.list === 'all' ? 0 : MISS.list) +
    (filters.states.length === 0 ? 0 : MISS.state) +
    (filters.sources.length === 0 ? 0 : MISS.source) +
    (filters.categories.length === 0 ? 0 : MISS.category) +
    (filters.tags.length === 0 ? 0 : MISS.tag) +
    (filters.labels.length === 0 ? 0 : MISS.label) +
    (hasTimeFilter(filters) ? MISS.time : 0)
  );
}

/** True when years, months or a range are chosen: a post passes when it lies in any of them. */
function hasTimeFilter({ years, months, from, to }: Filters): boolean {
  return years.length > 0 || months.length > 0 || from !== null || to !== null;
}

/** For each of some posts, the bits of the filters that it fails. */
export function missesOf(rows: Uint32Array, filters: Filters, context: FacetContext): Uint8Array {
  const misses = new Uint8Array(rows.length);
  const narrowed = filteredFacets(filters);
  if ((narrowed & (MISS.source | MISS.category | MISS.tag)) !== 0) {
    missLabels(rows, misses, { filters, columns: context.columns });
  }
  if ((narrowed & MISS.label) !== 0) missReadersLabels(rows, misses, { filters, context });
  if ((narrowed & MISS.time) !== 0) {
    missDates(rows, misses, { filters, columns: context.columns });
  }
  if ((narrowed & (MISS.list | MISS.state)) !== 0) missStates(rows, misses, { filters, context });
  return misses;
}

/** Labels are few: only the rows that have some are looked at. */
function missReadersLabels(
  rows: Uint32Array,
  misses: Uint8Array,
  { filters, context }: { readonly filters: Filters; readonly context: FacetContext },
): void {
  const chosen = new Set(filters.labels);
  const { bits, labels } = context.marks;
  for (let at = 0; at < rows.length; at += 1) {
    const id = rows[at] ?? 0;
    const hasLabels = ((bits[id] ?? 0) & LABELLED) !== 0;
    const isPassed = hasLabels && (labels.get(id) ?? []).some((label) => chosen.has(label));
    misses[at] = (misses[at] ?? 0) | (isPassed ? 0 : MISS.label);
  }
}

interface ColumnFilters {
  readonly filters: Filters;
  readonly columns: PostColumns;
}

function missLabels(rows: Uint32Array, misses: Uint8Array, { filters, columns }: ColumnFilters) {
  const chosen = new Uint8Array(columns.labels.size);
  const choose = (kind: LabelKind, values: readonly string[]): number => {
    for (const value of values) {
      const label = columns.labels.numberOf(kind, value);
      if (label !== null) chosen[label] = MISS[kind];
    }
    return values.length === 0 ? 0 : MISS[kind];
  };
  const wanted =
    choose('source', filters.sources) |
    choose('category', filters.categories) |
    choose('tag', filters.tags);
  const { starts, pool } = columns.labelRuns;
  for (let at = 0; at < rows.length; at += 1) {
    const start = starts[rows[at] ?? 0] ?? 0;
    const end = start + (pool[start] ?? 0);
    let passed = 0;
    for (let place = start + 1; place <= end; place += 1) passed |= chosen[pool[place] ?? 0] ?? 0;
    misses[at] = (misses[at] ?? 0) | (wanted & ~passed);
  }
}

function missDates(rows: Uint32Array, misses: Uint8Array, { filters, columns }: ColumnFilters) {
  const { days, months } = columns;
  const { from, to } = daysBetween(filters);
  const missesByMonth = monthMisses(filters, columns.lastMonth);
  for (let at = 0; at < rows.length; at += 1) {
    const id = rows[at] ?? 0;
    const day = days[id] ?? 0;
    const missed = missesByMonth[months[id] ?? 0] ?? 0;
    const isInRange = day >= from && day <= to;
    misses[at] = (misses[at] ?? 0) | (isInRange ? 0 : missed);
  }
}

/** First and last day of the range as `yyyymmdd` numbers; without a range, one that has no day. */
function daysBetween({ from, to }: Filters): { readonly from: number; readonly to: number } {
  if (from === null && to === null) return { from: Number.POSITIVE_INFINITY, to: 0 };
  return {
    from: Math.max(1, firstDayOf(from) ?? 1),
    to: lastDayOf(to) ?? Number.POSITIVE_INFINITY,
  };
}

/** Bits that a post of each month fails by its month alone, by `monthNumber`; 0 is no date. */
function monthMisses(filters: Filters, lastMonth: number): Uint8Array {
  const years = new Set(filters.years.map(Number));
  const chosen = new Set(filters.months.map(numberOfMonth));
  const table = new Uint8Array(lastMonth + 1).fill(MISS.time);
  for (let month = 1; month <= lastMonth; month += 1) {
    if (years.has(yearOf(month)) || chosen.has(month)) table[month] = 0;
  }
  return table;
}

/** `monthNumber` of a `YYYY-MM`; -1, which no post has, for a month that no year has. */
function numberOfMonth(written: string): number {
  const month = Number(written.slice(5));
  return month >= 1 && month <= 12 ? Number(written.slice(0, 4)) * 12 + month : -1;
}

function missStates(
  rows: Uint32Array,
  misses: Uint8Array,
  { filters, context }: { readonly filters: Filters; readonly context: FacetContext },
) {
  const {
    columns,
    marks: { bits },
  } = context;
  const table = Uint8Array.from({ length: STATE_COUNT }, (_, state) => stateMisses(state, filters));
  for (let at = 0; at < rows.length; at += 1) {
    const id = rows[at] ?? 0;
    const draft = ((columns.flags[id] ?? 0) & POST_FLAGS.draft) << DRAFT_SHIFT;
    misses[at] = (misses[at] ?? 0) | (table[((bits[id] ?? 0) & STATE_MARKS) | draft] ?? 0);
  }
}

function stateMisses(state: number, { list, states }: Filters): number {
  const is = {
    bookmarked: (state & BOOKMARKED) !== 0,
    highlighted: (state & HIGHLIGHTED) !== 0,
    read: (state & READ) !== 0,
    unread: (state & READ) === 0,
    draft: (state & DRAFT) !== 0,
  };
  const isInList = list === 'all' || is[list];
  const hasState = states.length === 0 || states.some((name) => is[name]);
  return (isInList ? 0 : MISS.list) | (hasState ? 0 : MISS.state);
}
