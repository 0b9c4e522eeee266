import { useEffect, useState } from 'react';
import type { SavedSearch, SavedSearchId } from '../../shared/savedSearches.ts';
import type { AppState } from '../state/model.ts';
import { sameResult, wantedKey } from '../state/session.ts';
import { useApp, useAppContext, useSession } from '../state/store.ts';

/** Marks and changes of the index come in rows: counting begins when they rest for this long (milliseconds). */
const REST = 600;
/** How often it is looked whether the reader's own search has been answered (milliseconds). */
const LOOK_AGAIN = 120;

const pause = (time: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, time);
  });

/** Whether the reader waits for an answer: nothing else is asked meanwhile. */
function isSearching({ session, settings }: AppState): boolean {
  if (session === null || session.searchFailure !== null) return false;
  return session.result === null || !sameResult(session.result.key, wantedKey(session, settings));
}

/**
 * How many posts each saved search has now. Counted one after the other behind whatever the reader searches for, anew
 * when the index or marks change; until then the number of before stays.
 */
export function useSearchCounts(
  searches: readonly SavedSearch[],
): ReadonlyMap<SavedSearchId, number> {
  const { store, api } = useAppContext();
  const archiveId = useSession((session) => session.archiveId);
  // A new object with every change of the index or of a mark.
  const changed = useSession((session) => session.counts);
  const foldsVariants = useApp(({ settings }) => settings.foldsVariants);
  const [counts, setCounts] = useState<ReadonlyMap<SavedSearchId, number>>(new Map());
  useEffect(() => {
    const run = { isWanted: archiveId !== null && searches.length > 0 };
    const countAll = async (): Promise<void> => {
      await pause(REST);
      for (const { id, text, filters, sort } of searches) {
        // One after the other, so that a search of the reader's own waits for one count at most.
        while (run.isWanted && isSearching(store.getState())) await pause(LOOK_AGAIN);
        if (!run.isWanted || archiveId === null) return;
        const query = { archiveId, text, filters, sort, foldsVariants };
        const outcome = await api.call('posts.count', query);
        if (!run.isWanted) return;
        if (outcome.ok) setCounts((known) => new Map(known).set(id, outcome.value.total));
      }
    };
    if (run.isWanted) void countAll();
    return () => {
      run.isWanted = false;
    };
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- a change of the counts is what asks for another run
  }, [store, api, searches, archiveId, changed, foldsVariants]);
  return counts;
}
