import type { DateOrder } from './dateOrder.ts';
import { POST_FLAGS } from './indexSchema.ts';
import type { LabelRuns } from './labelRuns.ts';
import type { LabelTable } from './labelTable.ts';
import type { PostSet } from './postSet.ts';

/**
 * What a reader keeps in memory of every post, by row number; numbers without a post have `isThere` 0. Filters,
 * facets and orders over any result are loops over these arrays. They are true until the reader takes up a commit.
 */
export interface PostColumns {
  /** One more than the highest row number: the length of every array. */
  readonly size: number;
  readonly isThere: PostSet;
  /** Posts that are no pages: what a query without `is:page` looks among. */
  readonly isPost: PostSet;
  /** POST_FLAGS. */
  readonly flags: Uint16Array;
  /** `yyyymmdd`; 0 without a date. */
  readonly days: Uint32Array;
  /** `monthNumber` of the day; 0 without a date. */
  readonly months: Uint32Array;
  /** None of `months` is greater. */
  readonly lastMonth: number;
  /** Wall-clock milliseconds; NaN without a date. */
  readonly wallMs: Float64Array;
  /** Characters without white space; at most 65,535. */
  readonly titleLengths: Uint16Array;
  /** Characters without white space. */
  readonly bodyLengths: Uint32Array;
  /** Source, categories and tags of each post as label numbers. */
  readonly labelRuns: LabelRuns;
  readonly labels: LabelTable;
  readonly dates: DateOrder;
  readonly totals: () => PostTotals;
  /** Counts of all that is there, pages too. */
  readonly counts: () => PostCounts;
}

/** How many of some posts have each value. */
export interface PostCounts {
  /** By label number, of all facets together. */
  readonly labels: Uint32Array;
  /** By `monthNumber`; 0 = without a date. */
  readonly months: Uint32Array;
}

/** Sums over all posts that are no pages. */
export interface PostTotals {
  readonly postCount: number;
  readonly titleCharacters: number;
  readonly bodyCharacters: number;
}

/** True when the post is a page. */
export function isPage(flags: number): boolean {
  return (flags & POST_FLAGS.page) !== 0;
}

/** Months counted from year 0, from 1 on: consecutive months have consecutive numbers. 0 for the day 0. */
export function monthNumber(day: number): number {
  if (day === 0) return 0;
  const year = Math.floor(day / 10_000);
  return year * 12 + (Math.floor(day / 100) - year * 100);
}

/** `YYYY-MM` of a `monthNumber`. */
export function monthText(month: number): string {
  const year = yearOf(month);
  return `${String(year).padStart(4, '0')}-${String(month - year * 12).padStart(2, '0')}`;
}

/** Year of a `monthNumber`. */
export function yearOf(month: number): number {
  return Math.floor((month - 1) / 12);
}
