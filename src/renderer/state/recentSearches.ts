import type { ActionContext } from './actionContext.ts';
import type { SavedSearchActions } from './savedSearchActions.ts';

/** A search that rests for this long is one that was meant (milliseconds). */
const MEANT_AFTER = 4_000;

/**
 * Keeps searches that were meant: those that rest for some seconds, or of which a post is opened. What is half typed is
 * not kept. Returns the function that ends it.
 */
export function startRecentSearches(
  { store }: ActionContext,
  { rememberSearch }: Pick<SavedSearchActions, 'rememberSearch'>,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = store.subscribe(({ session }, { session: before }) => {
    if (session === null || session.archiveId !== before?.archiveId) {
      clearTimeout(timer);
    } else if (session.text !== before.text) {
      clearTimeout(timer);
      timer = setTimeout(() => void rememberSearch(), MEANT_AFTER);
    } else if (session.openPath !== before.openPath && session.openPath !== null) {
      clearTimeout(timer);
      void rememberSearch();
    }
  });
  return () => {
    end();
    clearTimeout(timer);
  };
}
