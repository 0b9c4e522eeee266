import type { PostId } from '../../shared/model.ts';
import type { ActionContext } from './actionContext.ts';
import { fetchIds } from './rows.ts';
import type { Session } from './model.ts';
import { updateSession } from './updateSession.ts';

/** Looked for when the window rests for this long (milliseconds): it costs the row numbers of the whole result. */
const REST = 300;

/** Whether the open post may stand in the result without its row being known (beyond the first page). */
const isSought = ({ cursor, openId, result }: Session): boolean =>
  cursor === null &&
  openId !== null &&
  result !== null &&
  result.head.total > result.head.posts.length;

/**
 * Finds the row of the open post when it stands deep in the result (after a restart, after the index grew), so that
 * keys go on from there. Returns the function that ends it.
 */
export function startCursorFinder(context: ActionContext): () => void {
  const { store } = context;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const find = async ({ openId, result }: Session): Promise<void> => {
    if (openId === null || result === null) return;
    // Failing is no harm: the row is asked for again when a key needs it.
    const ids = await fetchIds(context, result.key).catch((): readonly PostId[] => []);
    const place = ids.indexOf(openId);
    if (place < 0) return;
    updateSession(store, (now) =>
      now.cursor === null && now.openId === openId && now.result?.key === result.key
        ? { ...now, cursor: place }
        : now,
    );
  };
  const unsubscribe = store.subscribe(({ session }, { session: before }) => {
    if (session?.openId === before?.openId && session?.result?.key === before?.result?.key) return;
    clearTimeout(timer);
    if (session !== null && isSought(session)) timer = setTimeout(() => void find(session), REST);
  });
  return () => {
    unsubscribe();
    clearTimeout(timer);
  };
}
