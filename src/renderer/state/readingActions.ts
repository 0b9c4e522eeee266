import type { PostSummary } from '../../shared/model.ts';
import { failureOf } from '../api.ts';
import type { ActionContext } from './actionContext.ts';
import type { HitArrival, ReadingWish, Session, ShownResult } from './model.ts';
import { fetchIds, fetchRow, knownRow } from './rows.ts';
import { scrollToRow } from './session.ts';
import type { ShellActions } from './shellActions.ts';
import { updateSession } from './updateSession.ts';

/** Rows looked through for the next post with hits; each hundred of them is one call. */
const MOST_ROWS = 2000;

/** What can be done while reading, wherever it is asked for. */
export interface ReadingActions {
  /** Asks the article on screen for something (a key, a menu or a button did). */
  readonly read: (wish: ReadingWish) => void;
  /**
   * Opens the next (1) or previous (-1) post of the list that has hits in its title or text, at its first or last hit.
   * False when there is none that way.
   */
  readonly goToHitPost: (step: 1 | -1) => Promise<boolean>;
  /** The article took over where the reader arrived. */
  readonly arrivedAtHit: () => void;
}

/** Actions on what is being read. */
export function createReadingActions(context: ActionContext, shell: ShellActions): ReadingActions {
  const { store } = context;
  return {
    read: (wish) =>
      updateSession(store, (session) => ({
        ...session,
        reading: { request: (session.reading?.request ?? 0) + 1, wish },
      })),
    goToHitPost: async (step) => {
      const { session } = store.getState();
      if (session === null || session.result === null) return false;
      try {
        const found = await nextWithHits(context, { session, shown: session.result, step });
        if (found === null || store.getState().session?.openPath !== session.openPath) {
          return found !== null;
        }
        const at: HitArrival['at'] = step === 1 ? 'first' : 'last';
        updateSession(store, (now) => openAtHit(now, found, at));
        return true;
      } catch (thrown) {
        shell.notifyFailure(failureOf(thrown));
        return true;
      }
    },
    arrivedAtHit: () =>
      updateSession(store, (session) =>
        session.arrival === null ? session : { ...session, arrival: null },
      ),
  };
}

interface FoundRow {
  readonly row: PostSummary;
  readonly index: number;
}

/** The session with the post of a row open, to be shown at one of its hits. */
function openAtHit(session: Session, { row, index }: FoundRow, at: HitArrival['at']): Session {
  return scrollToRow(
    {
      ...session,
      surface: 'post',
      openPath: row.path,
      openFragment: null,
      openId: row.id,
      cursor: index,
      anchor: index,
      tickedBefore: null,
      arrival: { path: row.path, at },
    },
    index,
  );
}

interface Way {
  readonly session: Session;
  readonly shown: ShownResult;
  readonly step: 1 | -1;
}

/** The nearest row with hits that way; null when the list ends first, or after very many rows without any. */
async function nextWithHits(
  context: ActionContext,
  { session, shown, step }: Way,
): Promise<FoundRow | null> {
  if (shown.head.terms.length === 0) return null;
  const { total } = shown.head;
  const place = session.cursor ?? (await placeOfOpen(context, session, shown));
  const start = place ?? (step === 1 ? -1 : total);
  for (let passed = 1; passed <= MOST_ROWS; passed += 1) {
    const index = start + step * passed;
    if (index < 0 || index >= total) return null;
    const row = knownRow(context, shown.key, index) ?? (await fetchRow(context, shown.key, index));
    if (row !== null && row.hitCount > 0) return { row, index };
  }
  return null;
}

/** Row of the open post in the whole result; null when it is not in it. */
async function placeOfOpen(
  context: ActionContext,
  { openId }: Session,
  shown: ShownResult,
): Promise<number | null> {
  if (openId === null) return null;
  const place = (await fetchIds(context, shown.key)).indexOf(openId);
  return place < 0 ? null : place;
}
