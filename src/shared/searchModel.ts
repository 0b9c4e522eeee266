import type { PostSummary } from './model.ts';

/** Queries and their answers. */

/** One value of a facet and the number of posts that carry it under the current query. */
export interface FacetValue {
  readonly value: string;
  readonly count: number;
}

/** A state of a post, as the state facet counts and filters it. A post is read or unread, and may be more besides. */
export type StateName = 'bookmarked' | 'unread' | 'read' | 'draft';

/**
 * Counts for the current query. Within one facet, counts are those one gets with that facet's own filter left open:
 * each is the total one gets by choosing that value alone there.
 */
export interface Facets {
  readonly sources: readonly FacetValue[];
  readonly categories: readonly FacetValue[];
  readonly tags: readonly FacetValue[];
  /** Labels of bookmarks. */
  readonly labels: readonly FacetValue[];
  /** `YYYY`, ascending; posts without a date are not counted. */
  readonly years: readonly FacetValue[];
  /** `YYYY-MM`, ascending; posts without a date are not counted. */
  readonly months: readonly FacetValue[];
  /** Posts without a date: what one gets with `-date:*` and no filter of time. */
  readonly undatedCount: number;
  readonly states: Readonly<Record<StateName, number>>;
  /** Posts in the library list Bookmarks under this query and its other filters. */
  readonly bookmarkedCount: number;
  /** Posts in the library list Unread under this query and its other filters. */
  readonly unreadCount: number;
  /** Posts in the library list Highlights under this query and its other filters. */
  readonly highlightedCount: number;
}

/** Posts of one month standing together in a result that is sorted by date; `month` null = no date. */
export interface MonthRun {
  readonly month: string | null;
  readonly count: number;
}

/** What one search gives: one round trip for rows, total and facets. */
export interface PostPage {
  readonly total: number;
  readonly offset: number;
  readonly posts: readonly PostSummary[];
  readonly facets: Facets;
  /** Empty when the sort is by relevance. Sums to `total`. */
  readonly monthRuns: readonly MonthRun[];
  /** What to mark as hits in title and text (positive terms, as typed). */
  readonly terms: readonly SearchTerm[];
  /** Parts of the query that were taken as plain text although they look like syntax. */
  readonly hints: readonly QueryHint[];
  readonly elapsedMs: number;
  /** Raised whenever the index changes; answers of different revisions may disagree. */
  readonly revision: number;
}

/** A literal to find in visible text. */
export interface SearchTerm {
  readonly text: string;
  /** True after a trailing `*`: the word may go on. */
  readonly isPrefix: boolean;
  /** True = Traditional and Simplified characters are told apart; missing = they are alike. */
  readonly keepsVariants?: boolean;
}

/** Something in the query that was read otherwise than it may have been meant. */
export interface QueryHint {
  readonly code:
    | 'unknown-field'
    | 'bad-date'
    | 'unbalanced-quote'
    | 'unbalanced-parenthesis'
    /** `NEAR` that stands not between two terms. */
    | 'bad-near'
    /** `/…/` that is no regular expression. */
    | 'bad-pattern'
    /** A field whose value is still missing; it asks for nothing. */
    | 'no-value'
    /** `AND`, which is a word like any other: a space says it already. */
    | 'and-word'
    | 'too-long'
    /** Not answered within its time. */
    | 'too-slow';
  /** The part concerned, as typed. */
  readonly part: string;
}

/** Order of a result. */
export type Sort = 'relevance' | 'newest' | 'oldest';

/**
 * Chosen facet values. Within one facet: OR; between facets (and `list`, the place one is in): AND. Years, months and
 * the range from–to are one facet, time.
 */
export interface Filters {
  readonly list: 'all' | 'unread' | 'bookmarked' | 'highlighted';
  readonly states: readonly StateName[];
  readonly sources: readonly string[];
  readonly categories: readonly string[];
  readonly tags: readonly string[];
  /** Labels of bookmarks. */
  readonly labels: readonly string[];
  /** `YYYY`. */
  readonly years: readonly string[];
  /** `YYYY-MM`, single months; those between `from` and `to` are chosen besides. */
  readonly months: readonly string[];
  /** First and last day or month, inclusive: `YYYY-MM` or `YYYY-MM-DD`; null = open. */
  readonly from: string | null;
  readonly to: string | null;
}
