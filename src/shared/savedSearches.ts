import type { Filters, Sort } from './searchModel.ts';

/** Searches that readers keep, per archive. Kept in the library. */

/** Names a saved search in the library; random, the same in every export of it. */
export type SavedSearchId = string & { readonly __brand: 'SavedSearchId' };

/** A search with a name. Its count is asked for with `posts.count`, so that it is always the one of now. */
export interface SavedSearch {
  readonly id: SavedSearchId;
  readonly name: string;
  /** As typed; see docs/search.md. */
  readonly text: string;
  readonly filters: Filters;
  readonly sort: Sort;
  /** Pinned ones come first and stand in the sidebar. */
  readonly isPinned: boolean;
  /** ISO instants. */
  readonly createdAt: string;
  readonly changedAt: string;
}

/** Most recent searches that are kept of an archive. */
export const MAX_RECENT_SEARCHES = 30;
