import type { ArchiveId } from '../../shared/model.ts';
import type { Result } from '../../shared/result.ts';
import type { SavedSearch, SavedSearchId } from '../../shared/savedSearches.ts';
import { wholeText } from '../../shared/query/filterText.ts';
import { MAX_QUERY_LENGTH } from '../../shared/schemas.ts';
import type { ActionContext } from './actionContext.ts';
import { askedOf } from './askedQuery.ts';
import { queryKeys } from './queryKeys.ts';
import { contentsOf, type SearchContents } from './savedSearches.ts';
import { changeQuery } from './session.ts';
import type { ShellActions } from './shellActions.ts';
import { updateSession } from './updateSession.ts';

/** What can be done with saved searches and with those of before. */
export interface SavedSearchActions {
  /** Searches for what it keeps, in its order. */
  readonly showSavedSearch: (search: SavedSearch) => void;
  /** Keeps the search on screen under a name; answers whether it was kept. */
  readonly saveSearch: (name: string) => Promise<boolean>;
  /** Changes what a saved search is called, keeps or whether it is pinned; answers whether it was kept. */
  readonly changeSavedSearch: (
    search: SavedSearch,
    change: Partial<SearchContents & Pick<SavedSearch, 'name' | 'isPinned'>>,
  ) => Promise<boolean>;
  /** Lets a saved search keep what is on screen; Undo gives it back what it had. */
  readonly updateSavedSearch: (search: SavedSearch) => Promise<void>;
  /** Takes it away and offers Undo. */
  readonly removeSavedSearch: (search: SavedSearch) => Promise<void>;
  readonly orderSavedSearches: (ids: readonly SavedSearchId[]) => Promise<void>;
  /** Keeps the search on screen among those of before, should it be one. */
  readonly rememberSearch: () => Promise<void>;
  /** Forgets one search of before, or all of them (null). */
  readonly forgetSearch: (text: string | null) => Promise<void>;
}

/** Actions on saved and recent searches. */
export function createSavedSearchActions(
  context: ActionContext,
  shell: ShellActions,
): SavedSearchActions {
  const calls = createCalls(context, shell);
  return { ...createKeeping(context, shell, calls), ...createUsing(context, calls) };
}

function createCalls({ store, queryClient }: ActionContext, shell: ShellActions) {
  return {
    /** What a call answered; null after a failure, which is told. */
    said: <T>(outcome: Result<T>): T | null => {
      if (outcome.ok) return outcome.value;
      shell.notifyFailure(outcome.error);
      return null;
    },
    reload: (archiveId: ArchiveId): Promise<void> =>
      queryClient.invalidateQueries({ queryKey: queryKeys.savedSearches(archiveId) }),
    archiveId: (): ArchiveId | null => store.getState().session?.archiveId ?? null,
  };
}

type Calls = ReturnType<typeof createCalls>;

function createKeeping({ store, api }: ActionContext, shell: ShellActions, calls: Calls) {
  const save = async (
    search: Omit<SavedSearch, 'createdAt' | 'changedAt' | 'id'> & { readonly id?: SavedSearchId },
  ): Promise<SavedSearch | null> => {
    const archiveId = calls.archiveId();
    if (archiveId === null) return null;
    const kept = calls.said(await api.call('searches.save', { archiveId, search }));
    await calls.reload(archiveId);
    return kept;
  };
  const change: SavedSearchActions['changeSavedSearch'] = async (
    { id, name, text, filters, sort, isPinned },
    changes,
  ) => (await save({ id, name, text, filters, sort, isPinned, ...changes })) !== null;
  const remove = async (search: SavedSearch): Promise<void> => {
    const archiveId = calls.archiveId();
    if (archiveId === null) return;
    const { id, name } = search;
    const outcome = await api.call('searches.remove', { archiveId, id });
    if (!outcome.ok) return shell.notifyFailure(outcome.error);
    await calls.reload(archiveId);
    shell.notify({ kind: 'search-removed', name }, () => {
      void api.call('searches.restore', { archiveId, id }).then((restored) => {
        calls.said(restored);
        return calls.reload(archiveId);
      });
    });
    return undefined;
  };
  return {
    saveSearch: async (name: string): Promise<boolean> => {
      const { session } = store.getState();
      if (session === null) return false;
      const kept = await save({ ...contentsOf(session), name, isPinned: false });
      if (kept === null) return false;
      updateSession(store, (now) => ({ ...now, savedSearchId: kept.id }));
      return true;
    },
    changeSavedSearch: change,
    updateSavedSearch: async (search: SavedSearch): Promise<void> => {
      const { session } = store.getState();
      if (session === null || !(await change(search, contentsOf(session)))) return;
      const { name } = search;
      shell.notify({ kind: 'search-updated', name }, () => void change(search, {}));
    },
    removeSavedSearch: remove,
    orderSavedSearches: async (ids: readonly SavedSearchId[]): Promise<void> => {
      const archiveId = calls.archiveId();
      if (archiveId === null) return;
      const outcome = await api.call('searches.order', { archiveId, ids });
      if (!outcome.ok) shell.notifyFailure(outcome.error);
      await calls.reload(archiveId);
    },
  };
}

function createUsing({ store, api, queryClient }: ActionContext, calls: Calls) {
  const reloadRecent = (archiveId: ArchiveId): Promise<void> =>
    queryClient.invalidateQueries({ queryKey: queryKeys.recentSearches(archiveId) });
  return {
    showSavedSearch: ({ id, text, filters, sort }: SavedSearch): void =>
      updateSession(store, (session) => ({
        ...changeQuery(session, { text, filters }),
        sort,
        savedSearchId: id,
      })),
    rememberSearch: async (): Promise<void> => {
      const { session } = store.getState();
      if (session === null) return;
      const { archiveId } = session;
      const asked = askedOf(session);
      const text = wholeText(asked.text, asked.filters);
      // A text of one sign finds next to everything, and one that is refused nothing.
      if (
        asked.text.length < 2 ||
        text.length > MAX_QUERY_LENGTH ||
        session.result?.head.total === 0
      )
        return;
      const outcome = await api.call('searches.remember', { archiveId, text });
      if (outcome.ok) await reloadRecent(archiveId);
    },
    forgetSearch: async (text: string | null): Promise<void> => {
      const archiveId = calls.archiveId();
      if (archiveId === null) return;
      calls.said(await api.call('searches.forget', { archiveId, text }));
      await reloadRecent(archiveId);
    },
  };
}
