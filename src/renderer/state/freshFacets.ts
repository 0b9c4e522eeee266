import type { ActionContext } from './actionContext.ts';
import type { ResultKey } from './model.ts';
import { questionOf } from './rows.ts';
import { updateSession } from './updateSession.ts';

/** Marks come in rows (reading from post to post); the counts follow when they rest for this long (milliseconds). */
const REST = 120;

/**
 * Makes what counts the filters anew after posts were read or bookmarked, so that every count is still what choosing it
 * gives. The rows stay as they are: a post that is read does not leave the list of unread ones under the reader.
 */
export function createFacetRefresher({ store, api }: Pick<ActionContext, 'store' | 'api'>) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const refresh = async (key: ResultKey): Promise<void> => {
    const outcome = await api.call('posts.search', { ...questionOf(key), offset: 0, limit: 0 });
    if (!outcome.ok) return;
    const { facets, revision } = outcome.value;
    updateSession(store, (session) => {
      const shown = session.result;
      // Of a newer index the counts come with its rows.
      if (shown?.key !== key || shown.head.revision !== revision) return session;
      return { ...session, result: { ...shown, head: { ...shown.head, facets } } };
    });
  };
  return (): void => {
    // Whoever comes back to this result later gets it as it is then.
    updateSession(store, (session) =>
      session.result === null
        ? session
        : { ...session, result: { ...session.result, isMarkedSince: true } },
    );
    clearTimeout(timer);
    timer = setTimeout(() => {
      const key = store.getState().session?.result?.key;
      if (key !== undefined) void refresh(key);
    }, REST);
  };
}
