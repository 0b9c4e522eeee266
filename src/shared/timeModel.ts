import type { PostId } from './model.ts';

/** How posts are spread over time: the Trends page, and the same day in other years. */

/** What one step of a time axis stands for. */
export type TimeGrain = 'day' | 'month' | 'year';

/** Most lines of a chart. */
export const MOST_LINES = 5;

/** What the lines of a chart stand for: the sources with most posts, or the query and up to four others beside it. */
export type TrendSplit =
  | { readonly by: 'source' }
  /** As typed in the search field. */
  | { readonly by: 'terms'; readonly others: readonly string[] };

/** First and last month of a part of the axis, `YYYY-MM`, inclusive. */
export interface MonthSpan {
  readonly from: string;
  readonly to: string;
}

/** One line: posts by unit of time. */
export interface TrendLine {
  /** The source (null = posts without one), or the term as typed. */
  readonly name: string | null;
  /** Posts of every unit; as many as `TrendCounts.units`. */
  readonly counts: readonly number[];
  /**
   * What the rate per thousand is of, by unit: all posts of that source, whatever they say. Of all sources together where
   * lines are terms, or where nothing is looked for: the rate is a share of the archive then.
   */
  readonly bases: readonly number[];
}

/** Counts of a query over time. The filters hold, those of time excepted. */
export interface TrendCounts {
  readonly grain: TimeGrain;
  /**
   * First unit: `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; null when no post has a date. The axis goes from the first post of the
   * archive (under the filters) to its last, but for a few that stand years away from all others.
   */
  readonly first: string | null;
  /** Number of units from `first` on, empty ones included. */
  readonly units: number;
  /** By source: most posts first, those without a match left out. By terms: as asked. */
  readonly lines: readonly TrendLine[];
  /** All posts of the query itself by unit, also those of sources without a line. */
  readonly found: readonly number[];
  /** Posts of the query without a date. */
  readonly undated: number;
  /** Posts of the query with a date before or after the axis. */
  readonly outside: number;
  /** Sources that have posts on the axis but no line. */
  readonly otherSources: number;
}

/** A post in a short list. */
export interface PostOnDay {
  /** Its row in the index that answered. */
  readonly id: PostId;
  readonly path: string;
  readonly title: string;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly source: string | null;
}

/** Posts of one year on the day asked for. */
export interface YearOnDay {
  /** `YYYY`. */
  readonly year: string;
  /** All of that year; `posts` are the first of them. */
  readonly count: number;
  readonly posts: readonly PostOnDay[];
}

/** Posts of the same month and day in several years, the newest year first. */
export interface OnThisDay {
  readonly total: number;
  readonly years: readonly YearOnDay[];
}
