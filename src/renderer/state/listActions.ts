import type { PostId, PostSummary } from '../../shared/model.ts';
import { failureOf } from '../api.ts';
import type { ActionContext } from './actionContext.ts';
import type { ResultKey, Session, ShownResult } from './model.ts';
import { openingOf } from './partActions.ts';
import { queryKeys } from './queryKeys.ts';
import { fetchIds, fetchRow, knownRow } from './rows.ts';
import { extendTicks, rangeBetween, toggleTick } from './selection.ts';
import { scrollToRow } from './session.ts';
import { shownPost } from './surface.ts';
import type { ShellActions } from './shellActions.ts';
import { updateSession } from './updateSession.ts';

/** What can be done in the list. Rows are named by their place in the whole result. */
export interface ListActions {
  /** Opens the post of a row and makes it the row of the keyboard. */
  readonly openRow: (index: number) => Promise<void>;
  /** Opens the post `step` rows away from the open one, or from the top when none is. */
  readonly moveBy: (step: number) => Promise<void>;
  /** Ticks or unticks a row. */
  readonly toggleTickAt: (index: number) => Promise<void>;
  /** Ticks all rows from the anchor (where Shift began, else the row of the keyboard) to this one. */
  readonly tickTo: (index: number) => Promise<void>;
  /** Ticks the whole result, not the rows drawn. */
  readonly selectAll: () => Promise<void>;
  readonly clearTicks: () => void;
  /** Ticked posts in the order of the list, else the open one, else none; waits for ticks that are on their way. */
  readonly actedOn: () => Promise<readonly PostId[]>;
  /** Whether any post is ticked, once the ticks on their way are there. */
  readonly hasTicks: () => Promise<boolean>;
  readonly setListScrollTop: (top: number) => void;
}

/** Runs with the session and its result; reports a failed call. */
type WithResult = (run: (session: Session, shown: ShownResult) => Promise<void>) => Promise<void>;

/** How long a row has to stay the open one before the posts beside it are asked for, in milliseconds. */
const NEIGHBOURS_AFTER = 40;

/** Asks for the posts beside a row, so that the next step shows its post at once. */
function fetchNeighbours(context: ActionContext, key: ResultKey, index: number): void {
  for (const place of [index + 1, index - 1]) {
    const row = place < 0 ? null : knownRow(context, key, place);
    if (row !== null) {
      const { archiveId, revision } = key;
      void context.queryClient.prefetchQuery({
        queryKey: queryKeys.post(archiveId, row.path, revision),
        queryFn: () => context.api.ask('posts.get', openingOf(context, archiveId, row.path)),
        staleTime: Number.POSITIVE_INFINITY,
      });
    }
  }
}

function createRowActions(context: ActionContext, withResult: WithResult) {
  const { store } = context;
  let neighbours: ReturnType<typeof setTimeout> | undefined;
  const openRow = (index: number): Promise<void> =>
    withResult(async (_, shown) => {
      const last = shown.head.total - 1;
      if (last < 0) return;
      const place = Math.max(0, Math.min(last, index));
      const known = knownRow(context, shown.key, place);
      updateSession(store, (now) =>
        scrollToRow(
          { ...now, cursor: place, anchor: place, tickedBefore: null, ...opened(known) },
          place,
        ),
      );
      // Not in the way of the row's own frame, and not for rows that a held key only passes.
      clearTimeout(neighbours);
      neighbours = setTimeout(() => fetchNeighbours(context, shown.key, place), NEIGHBOURS_AFTER);
      if (known !== null) return;
      const row = await fetchRow(context, shown.key, place);
      updateSession(store, (now) => (now.cursor === place ? { ...now, ...opened(row) } : now));
    });
  const moveBy = (step: number): Promise<void> =>
    withResult(async (session, shown) => {
      const place = session.cursor ?? (await placeOfOpen(context, session, shown));
      if (place === null) return openRow(step > 0 ? 0 : shown.head.total - 1);
      const next = place + step;
      if (next >= 0 && next < shown.head.total) return openRow(next);
      if (Math.abs(step) > 1) return openRow(next);
    });
  return { openRow, moveBy };
}

/** The part of a session that a row opens; nothing while the row is on its way. */
const opened = (row: PostSummary | null) =>
  row === null ? {} : { ...shownPost, openPath: row.path, openFragment: null, openId: row.id };

/** Row of the open post, asked for over the whole result; null when it is not in it. */
async function placeOfOpen(
  context: ActionContext,
  session: Session,
  shown: ShownResult,
): Promise<number | null> {
  if (session.openId === null) return null;
  const place = (await fetchIds(context, shown.key)).indexOf(session.openId);
  return place < 0 ? null : place;
}

function createTickActions(context: ActionContext, withResult: WithResult) {
  const { store } = context;
  return {
    toggleTickAt: (index: number) =>
      withResult(async (_, shown) => {
        const row = await fetchRow(context, shown.key, index);
        if (row === null) return;
        updateSession(store, (now) => ({
          ...now,
          cursor: now.cursor ?? index,
          anchor: index,
          tickedBefore: null,
          ticked: toggleTick(now.ticked, row.id),
        }));
      }),
    tickTo: (index: number) =>
      withResult(async (session, shown) => {
        const place = Math.max(0, Math.min(shown.head.total - 1, index));
        const anchor = session.anchor ?? session.cursor ?? place;
        const [from, to] = rangeBetween(anchor, place);
        // At once: the next press of the key goes on from here, whether or not the rows have come.
        updateSession(store, (now) => scrollToRow({ ...now, anchor, cursor: place }, place));
        const ids = (await fetchIds(context, shown.key)).slice(from, to + 1);
        updateSession(store, (now) => extendTicks(now, ids));
      }),
    selectAll: () =>
      withResult(async (_, shown) => {
        const ids = await fetchIds(context, shown.key);
        updateSession(store, (now) => ({ ...now, ticked: new Set(ids), tickedBefore: null }));
      }),
    clearTicks: () =>
      updateSession(store, (now) => ({
        ...now,
        ticked: new Set<PostId>(),
        tickedBefore: null,
        anchor: null,
      })),
  };
}

/** Actions in the list. */
export function createListActions(
  context: ActionContext,
  shell: Pick<ShellActions, 'notifyFailure'>,
): ListActions {
  const { store } = context;
  const withResult: WithResult = async (run) => {
    const { session } = store.getState();
    if (session === null || session.result === null) return;
    try {
      await run(session, session.result);
    } catch (thrown) {
      shell.notifyFailure(failureOf(thrown));
    }
  };
  /** Ends when all ticks asked for are set: what is done next is done to them. */
  let ticking: Promise<void> = Promise.resolve();
  const inTurn: WithResult = (run) => {
    const ticked = withResult(run);
    ticking = ticking.then(() => ticked);
    return ticked;
  };
  return {
    ...createRowActions(context, withResult),
    ...createTickActions(context, inTurn),
    hasTicks: async () => {
      await ticking;
      return (store.getState().session?.ticked.size ?? 0) > 0;
    },
    actedOn: async () => {
      await ticking;
      const { session } = store.getState();
      if (session === null) return [];
      if (session.ticked.size === 0) return session.openId === null ? [] : [session.openId];
      if (session.result === null) return [...session.ticked];
      try {
        const ids = await fetchIds(context, session.result.key);
        return ids.filter((id) => session.ticked.has(id));
      } catch (thrown) {
        shell.notifyFailure(failureOf(thrown));
        return [];
      }
    },
    setListScrollTop: (listScrollTop) => {
      // Every change goes round all that is drawn, and a list comes to rest after each step of a key.
      if (store.getState().session?.listScrollTop === listScrollTop) return;
      updateSession(store, (now) => ({ ...now, listScrollTop }));
    },
  };
}
