import type { MonthSpan } from '../../shared/timeModel.ts';

/** What the Trends page shows besides the query: kept while the archive is open. */
export interface TrendsView {
  readonly measure: 'posts' | 'rate';
  /** Terms that are compared with the query; none = the lines are sources. */
  readonly others: readonly string[];
  /** The part of the time that is looked at closely; null = all. */
  readonly within: MonthSpan | null;
}

/** As an archive opens. */
export const firstTrends: TrendsView = { measure: 'posts', others: [], within: null };
