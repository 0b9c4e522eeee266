import type { OpenedArchive, Settings } from '../../shared/appModel.ts';
import type { Filters, Sort } from '../../shared/searchModel.ts';
import { wholeHighlightsView } from './highlightsView.ts';
import { firstTrends } from './trendsView.ts';
import { askedOf } from './askedQuery.ts';
import type { ResultKey, Session, ShownResult } from './model.ts';
import { emptyTrail } from './places.ts';

/** A session as an archive opens: what was on screen last time, nothing ticked, nothing searched yet. */
export function openSession(opened: OpenedArchive, revision: number): Session {
  const { archive, view, counts } = opened;
  return {
    archiveId: archive.id,
    counts,
    text: view.text,
    filters: view.filters,
    sort: view.sort,
    valuesNamed: new Map(),
    savedSearchId: null,
    surface: view.surface,
    openHighlight: null,
    highlightsView: wholeHighlightsView,
    trends: firstTrends,
    closedLabels: view.closedLabels,
    recentPosts: view.recentPosts,
    openPath: view.openPath,
    returnedPath: view.openPath,
    openFragment: null,
    openId: null,
    cursor: null,
    anchor: null,
    ticked: new Set(),
    tickedBefore: null,
    result: null,
    isSearching: false,
    searchFailure: null,
    revision,
    lastRevision: revision,
    waiting: null,
    listScrollTop: view.listScrollTop,
    scroll: { request: 1, to: { kind: 'offset', top: view.listScrollTop } },
    find: { isOpen: false, request: 0, move: 'focus', text: null },
    reading: null,
    marking: null,
    arrival: null,
    speaking: null,
    comparedPath: null,
    trail: emptyTrail,
    returning: null,
  };
}

/** Settings that change what a search finds. */
type SearchSettings = Pick<Settings, 'foldsVariants'>;

/** The result that the session asks for now. */
export const wantedKey = (session: Session, { foldsVariants }: SearchSettings): ResultKey => ({
  archiveId: session.archiveId,
  ...askedOf(session),
  sort: session.sort,
  foldsVariants,
  revision: session.revision,
});

/** Whether two keys name the same result. */
export const sameResult = (left: ResultKey, right: ResultKey): boolean =>
  JSON.stringify(left) === JSON.stringify(right);

/** Whether two keys ask the same, perhaps of different states of the index. */
export const sameQuery = (left: ResultKey, right: ResultKey): boolean =>
  sameResult({ ...left, revision: 0 }, { ...right, revision: 0 });

/** Asks for the newest state of the index: a search follows. */
export const newRevision = (session: Session): Session => ({
  ...session,
  revision: session.lastRevision + 1,
  lastRevision: session.lastRevision + 1,
});

/** Another query: ticks go (they would be out of sight), the open post stays. */
export function changeQuery(
  session: Session,
  change: { readonly text?: string; readonly filters?: Filters },
): Session {
  return {
    ...session,
    ...change,
    ticked: new Set(),
    tickedBefore: null,
    anchor: null,
    waiting: null,
    returning: null,
  };
}

/** Another order of the same posts: ticks stay. */
export const changeSort = (session: Session, sort: Sort): Session => ({
  ...session,
  sort,
  anchor: null,
});

/** Asks the list to show a row. */
export const scrollToRow = (session: Session, index: number): Session => ({
  ...session,
  scroll: { request: (session.scroll?.request ?? 0) + 1, to: { kind: 'row', index } },
});

/** Asks the list to stand at a distance from its top. */
export const scrollToOffset = (session: Session, top: number): Session => ({
  ...session,
  scroll: { request: (session.scroll?.request ?? 0) + 1, to: { kind: 'offset', top } },
});

/** Asks the list to stand further down by so many pixels (less than 0: up) than it stands when it is drawn next. */
export const scrollByShift = (session: Session, by: number): Session => ({
  ...session,
  scroll: {
    request: (session.scroll?.request ?? 0) + 1,
    to: { kind: 'shift', by, top: Math.max(0, session.listScrollTop + by) },
  },
});

/** Whether anything narrows what the list shows. */
export const hasFilters = ({ list, from, to, ...chosen }: Filters): boolean =>
  list !== 'all' ||
  from !== null ||
  to !== null ||
  Object.values(chosen).some((values) => values.length > 0);

/** Row of the open post when it stands in the first page; null when it does not. */
function cursorIn(session: Session, { head }: ShownResult): number | null {
  const index = head.posts.findIndex(({ path }) => path === session.openPath);
  return index < 0 ? null : head.offset + index;
}

/**
 * A search was answered. Another query, filter or order starts at the list's top; the same query at a newer state of
 * the index stays where it is. The open post keeps its row when it is known.
 */
export function showResult(session: Session, result: ShownResult): Session {
  const before = session.result;
  const isSameQuery = before !== null && sameQuery(before.key, result.key);
  const shown: Session = {
    ...session,
    result,
    isSearching: false,
    searchFailure: null,
    waiting: null,
    anchor: null,
    cursor: cursorIn(session, result),
    openId:
      session.openId ?? result.head.posts.find(({ path }) => path === session.openPath)?.id ?? null,
  };
  if (before === null || isSameQuery) return shown;
  const { returning } = session;
  if (returning === null) return scrollToOffset(shown, 0);
  // Beyond the first page the row of before is the best guess.
  const isDeep = (returning.cursor ?? 0) >= result.head.posts.length;
  const cursor = shown.cursor ?? (isDeep ? returning.cursor : null);
  return scrollToOffset({ ...shown, cursor, returning: null }, returning.top);
}
