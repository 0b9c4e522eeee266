import type { Facets, FacetValue, Filters } from '../../shared/model.ts';
import { firstDayOf, lastDayOf } from '../../shared/query/parseDate.ts';
import type { LabelColumn, PostColumns } from './columns.ts';
import { POST_FLAGS } from './indexSchema.ts';
import { BOOKMARKED, READ } from './postMarks.ts';
import type { PostSet } from './postSet.ts';

/** Labels of each facet by value, so that filters (which name values) become numbers. */
export interface LabelIds {
  readonly sources: ReadonlyMap<string, number>;
  readonly categories: ReadonlyMap<string, number>;
  readonly tags: ReadonlyMap<string, number>;
}

/** What filters and facets are counted from. */
export interface FacetContext {
  readonly columns: PostColumns;
  readonly labelIds: LabelIds;
  /** Bits BOOKMARKED and READ by row number. */
  readonly marks: Uint8Array;
}

/** A result after its filters, and the counts that belong to it. */
export interface FilteredPosts {
  readonly posts: PostSet;
  readonly total: number;
  readonly facets: Facets;
}

/** One bit per facet: set in `misses` when the post fails the filter of that facet. */
const LIST = 1;
const SOURCE = 2;
const CATEGORY = 4;
const TAG = 8;
const MONTH = 16;

/**
 * Applies the filters to the posts a query found and counts every facet in one pass: a value counts where the post
 * passes all filters but those of its own facet, which is the number one gets by choosing that value alone there.
 */
export function filterPosts(
  found: PostSet,
  filters: Filters,
  context: FacetContext,
): FilteredPosts {
  const { columns, marks } = context;
  const missesOf = missTest(filters, context);
  const posts = new Uint8Array(found.length);
  const counts = new FacetCounts(columns);
  let total = 0;
  for (let id = 0; id < found.length; id += 1) {
    if (found[id] !== 1) continue;
    const misses = missesOf(id);
    if (misses === 0) {
      posts[id] = 1;
      total += 1;
    }
    counts.add(id, misses, marks[id] ?? 0);
  }
  return { posts, total, facets: counts.finish(filters, context.labelIds) };
}

function missTest(filters: Filters, context: FacetContext): (id: number) => number {
  const { columns, labelIds, marks } = context;
  const tests: ((id: number) => number)[] = [];
  if (filters.list !== 'all') {
    const isBookmarkList = filters.list === 'bookmarked';
    tests.push((id) => {
      const bits = marks[id] ?? 0;
      const isIn = isBookmarkList ? (bits & BOOKMARKED) !== 0 : (bits & READ) === 0;
      return isIn ? 0 : LIST;
    });
  }
  const labelTest = (
    values: readonly string[],
    ids: ReadonlyMap<string, number>,
    bit: number,
  ): void => {
    if (values.length === 0) return;
    const column = columnOf(columns, bit);
    const chosen = new Set(values.map((value) => ids.get(value)));
    tests.push((id) => (hasAny(column, id, chosen) ? 0 : bit));
  };
  labelTest(filters.sources, labelIds.sources, SOURCE);
  labelTest(filters.categories, labelIds.categories, CATEGORY);
  labelTest(filters.tags, labelIds.tags, TAG);
  if (filters.from !== null || filters.to !== null) {
    const from = Math.max(1, firstDayOf(filters.from) ?? 1);
    const to = lastDayOf(filters.to) ?? Number.POSITIVE_INFINITY;
    tests.push((id) => {
      const day = columns.days[id] ?? 0;
      return day >= from && day <= to ? 0 : MONTH;
    });
  }
  return (id) => tests.reduce((misses, test) => misses + test(id), 0);
}

function columnOf(columns: PostColumns, bit: number): LabelColumn {
  if (bit === SOURCE) return columns.sources;
  return bit === CATEGORY ? columns.categories : columns.tags;
}

function hasAny(column: LabelColumn, id: number, chosen: ReadonlySet<number | undefined>): boolean {
  const end = column.starts[id + 1] ?? 0;
  for (let at = column.starts[id] ?? 0; at < end; at += 1) {
    if (chosen.has(column.ids[at])) return true;
  }
  return false;
}

/** Counts while the posts go by. */
class FacetCounts {
  readonly #columns: PostColumns;
  readonly #sources: Uint32Array;
  readonly #categories: Uint32Array;
  readonly #tags: Uint32Array;
  readonly #months = new Map<number, number>();
  #bookmarked = 0;
  readonly #states = { bookmarked: 0, unread: 0, read: 0, draft: 0 };
  #unread = 0;

  constructor(columns: PostColumns) {
    this.#columns = columns;
    this.#sources = new Uint32Array(columns.labels.length);
    this.#categories = new Uint32Array(columns.labels.length);
    this.#tags = new Uint32Array(columns.labels.length);
  }

  add(id: number, misses: number, marks: number): void {
    const columns = this.#columns;
    if ((misses & ~SOURCE) === 0) countLabels(columns.sources, id, this.#sources);
    if ((misses & ~CATEGORY) === 0) countLabels(columns.categories, id, this.#categories);
    if ((misses & ~TAG) === 0) countLabels(columns.tags, id, this.#tags);
    if ((misses & ~MONTH) === 0) this.#addMonth(columns.days[id] ?? 0);
    if (misses === 0) {
      this.#states.bookmarked += marks & BOOKMARKED;
      this.#states[(marks & READ) === 0 ? 'unread' : 'read'] += 1;
      if (((columns.flags[id] ?? 0) & POST_FLAGS.draft) !== 0) this.#states.draft += 1;
    }
    if ((misses & ~LIST) !== 0) return;
    if ((marks & BOOKMARKED) !== 0) this.#bookmarked += 1;
    if ((marks & READ) === 0) this.#unread += 1;
  }

  #addMonth(day: number): void {
    if (day === 0) return;
    const month = Math.floor(day / 100);
    this.#months.set(month, (this.#months.get(month) ?? 0) + 1);
  }

  finish(filters: Filters, labelIds: LabelIds): Facets {
    const { labels } = this.#columns;
    const months = [...this.#months].toSorted(([a], [b]) => a - b);
    return {
      sources: listed(labelIds.sources, this.#sources, { labels, chosen: filters.sources }),
      categories: listed(labelIds.categories, this.#categories, {
        labels,
        chosen: filters.categories,
      }),
      tags: listed(labelIds.tags, this.#tags, { labels, chosen: filters.tags }),
      years: yearCounts(months),
      months: months.map(([month, count]) => ({ value: monthText(month), count })),
      states: this.#states,
      bookmarkedCount: this.#bookmarked,
      unreadCount: this.#unread,
    };
  }
}

function countLabels(column: LabelColumn, id: number, counts: Uint32Array): void {
  const end = column.starts[id + 1] ?? 0;
  for (let at = column.starts[id] ?? 0; at < end; at += 1) {
    const label = column.ids[at] ?? 0;
    counts[label] = (counts[label] ?? 0) + 1;
  }
}

interface Listing {
  readonly labels: readonly string[];
  /** Values of the facet's own filter: listed even when nothing carries them now, so that they can be unticked. */
  readonly chosen: readonly string[];
}

/** Values that occur, most frequent first, then by code units; and chosen ones that do not occur, with 0. */
function listed(
  ids: ReadonlyMap<string, number>,
  counts: Uint32Array,
  { labels, chosen }: Listing,
): readonly FacetValue[] {
  const values: FacetValue[] = [];
  counts.forEach((count, label) => {
    if (count > 0) values.push({ value: labels[label] ?? '', count });
  });
  for (const value of new Set(chosen)) {
    if ((counts[ids.get(value) ?? -1] ?? 0) === 0) values.push({ value, count: 0 });
  }
  return values.toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

function yearCounts(months: readonly (readonly [number, number])[]): readonly FacetValue[] {
  const years = new Map<string, number>();
  for (const [month, count] of months) {
    const year = monthText(month).slice(0, 4);
    years.set(year, (years.get(year) ?? 0) + count);
  }
  return [...years].map(([value, count]) => ({ value, count }));
}

function monthText(month: number): string {
  const digits = String(month).padStart(6, '0');
  return `${digits.slice(0, 4)}-${digits.slice(4)}`;
}
