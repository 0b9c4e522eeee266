import { noFilters } from '../../shared/defaults.ts';
import type { FilteredQuery } from '../../shared/query/absorbFilters.ts';
import type { Filters, Sort } from '../../shared/searchModel.ts';
import type { ActionContext } from './actionContext.ts';
import { settleQuery } from './askedQuery.ts';
import { keepPlace } from './keepPlace.ts';
import { changeQuery, changeSort } from './session.ts';
import type { ShellActions } from './shellActions.ts';
import { updateSession } from './updateSession.ts';

/** What is searched. The search itself follows from the state (searchController.ts). */
export interface QueryActions {
  readonly setText: (text: string) => void;
  readonly setFilters: (filters: Filters) => void;
  /** Another query and other filters in one step. */
  readonly setQuery: (query: FilteredQuery) => void;
  /** Typing has ended: fields that are filters leave the text. */
  readonly settleQuery: () => void;
  readonly setSort: (sort: Sort) => void;
  readonly clearQuery: () => void;
  /** Searches all posts for a text. */
  readonly searchAll: (text: string) => void;
  /** Whether Traditional and Simplified characters find each other; asks the same anew. */
  readonly setFoldsVariants: (foldsVariants: boolean) => void;
  /** Takes the newest state of the index; the open post, or the first row in view, stays where it is. */
  readonly showWaiting: () => Promise<void>;
}

/** Actions on the query. */
export function createQueryActions(context: ActionContext, shell: ShellActions): QueryActions {
  const { store } = context;
  return {
    setText: (text) => updateSession(store, (session) => changeQuery(session, { text })),
    setFilters: (filters) => updateSession(store, (session) => changeQuery(session, { filters })),
    setQuery: (query) => updateSession(store, (session) => changeQuery(session, query)),
    settleQuery: () => settleQuery(store),
    setSort: (sort) => updateSession(store, (session) => changeSort(session, sort)),
    clearQuery: () =>
      updateSession(store, (session) => changeQuery(session, { text: '', filters: noFilters })),
    searchAll: (text) =>
      updateSession(store, (session) => changeQuery(session, { text, filters: noFilters })),
    setFoldsVariants: (foldsVariants) => {
      updateSession(store, (session) => changeQuery(session, {}));
      shell.setSettings({ foldsVariants });
    },
    showWaiting: () => keepPlace(context, shell),
  };
}
