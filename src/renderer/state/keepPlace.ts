import { failureOf } from '../api.ts';
import type { ActionContext } from './actionContext.ts';
import { layoutList, rowAt, rowTop } from './listLayout.ts';
import type { AppState, ResultKey, Session, ShownResult } from './model.ts';
import { fetchIds, fetchPage, knownRow } from './rows.ts';
import { sameQuery, scrollByShift, showResult, wantedKey } from './session.ts';
import type { ShellActions } from './shellActions.ts';
import { updateSession } from './updateSession.ts';

/** The row that must not move: the open one when it is in view, else the first one in view. */
function anchorOf(context: ActionContext, session: Session, shown: ShownResult) {
  const layout = layoutList(shown.head, context.store.getState().settings.density);
  const first = rowAt(layout, session.listScrollTop + layout.headHeight);
  const isOpenInView =
    session.cursor !== null && session.cursor >= first && session.cursor < first + 12;
  const index = isOpenInView && session.cursor !== null ? session.cursor : first;
  const row = knownRow(context, shown.key, index);
  return row === null ? null : { id: row.id, top: rowTop(layout, index) };
}

/** Whether the reader still looks at this query, at an older state of the index. */
const isStillWanted = (now: Session, key: ResultKey, settings: AppState['settings']): boolean =>
  now.revision < key.revision && sameQuery(wantedKey(now, settings), key);

/**
 * Shows the same query at the newest state of the index without moving what the reader looks at. A list that stands
 * at its top with nothing open stays at its top. Where the newest state has more than `mostPosts`, the posts that came
 * meanwhile wait to be asked for instead.
 */
export async function keepPlace(
  context: ActionContext,
  shell: Pick<ShellActions, 'notifyFailure'>,
  mostPosts = Number.POSITIVE_INFINITY,
): Promise<void> {
  const { store } = context;
  const { session } = store.getState();
  if (session?.result === null || session === null) return;
  const key = { ...session.result.key, revision: session.lastRevision + 1 };
  updateSession(store, (now) => ({ ...now, lastRevision: key.revision }));
  const isAtTop = session.listScrollTop === 0 && session.openPath === null;
  try {
    const [head, ids] = await Promise.all([
      fetchPage(context, key, 0),
      isAtTop ? Promise.resolve([]) : fetchIds(context, key),
    ]);
    updateSession(store, (now) => {
      if (now.result === null || !isStillWanted(now, key, store.getState().settings)) return now;
      // Those that were asked for while this was on its way wait no more.
      if (head.total > Math.max(mostPosts, now.result.head.total)) {
        return { ...now, waiting: { added: head.total - now.result.head.total } };
      }
      const anchor = isAtTop ? null : anchorOf(context, now, now.result);
      const next = showResult({ ...now, revision: key.revision }, { key, head });
      const openIndex = now.openId === null ? -1 : ids.indexOf(now.openId);
      const placed = { ...next, cursor: openIndex < 0 ? next.cursor : openIndex };
      const index = anchor === null ? -1 : ids.indexOf(anchor.id);
      if (anchor === null || index < 0) return placed;
      const layout = layoutList(head, store.getState().settings.density);
      // By a difference: where the list stands is known only once it rests, and the row of new matches moves it as well.
      return scrollByShift(placed, rowTop(layout, index) - anchor.top);
    });
  } catch (thrown) {
    shell.notifyFailure(failureOf(thrown));
  }
}
