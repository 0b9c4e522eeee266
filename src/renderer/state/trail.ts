import type { Session } from './model.ts';
import type { LeftPlace, Move, Place, Trail } from './places.ts';
import { changeQuery, scrollToOffset } from './session.ts';
import { shownPost } from './surface.ts';

/** Places kept; nobody walks back further. */
const MAX_PLACES = 100;

/**
 * Moves of one kind that follow each other within these times (milliseconds) are one: a search is a place when typing
 * rests, and posts that `j` and `k` only pass are none.
 */
const PAUSES: Readonly<Record<Move, number>> = {
  typing: 1500,
  filter: 700,
  step: 700,
  post: 0,
  link: 0,
  surface: 0,
};

/** Follows a link to another place; what lay ahead is forgotten. */
export function visit(session: Session, change: Partial<Place>): Session {
  const place = { ...placeOf(session), ...change };
  return { ...showPlace(session, place), trail: leftBy(session, 'link', 0) };
}

/** Puts the place before a change of the session on the trail, when the change went somewhere. */
export function recordMove(before: Session, after: Session, at: number): Session {
  if (after === before || after.trail !== before.trail || after.archiveId !== before.archiveId) {
    return after;
  }
  const move = moveBetween(before, after);
  if (move === null) return after;
  const { last } = before.trail;
  const isOneMove = last?.move === move && at - last.at < PAUSES[move];
  if (isOneMove || isFirstPost(before, after, move)) {
    return { ...after, trail: { ...before.trail, forward: [], last: { move, at } } };
  }
  return { ...after, trail: leftBy(before, move, at) };
}

/** An empty article is no place to come back to. */
const isFirstPost = (before: Session, after: Session, move: Move): boolean =>
  (move === 'post' || move === 'step') &&
  before.openPath === null &&
  before.surface === 'post' &&
  isSameQuery(before, after);

/** One step back; the same session when there is none. */
export function stepBack(session: Session): Session {
  const { back, forward } = session.trail;
  const place = back.at(-1);
  if (place === undefined) return session;
  const trail = {
    back: back.slice(0, -1),
    forward: [...forward, leave(session, place.leftBy)],
    last: null,
  };
  return { ...returnTo(session, place), trail };
}

/** One step forward again; the same session when there is none. */
export function stepForward(session: Session): Session {
  const { back, forward } = session.trail;
  const place = forward.at(-1);
  if (place === undefined) return session;
  const trail = {
    back: [...back, leave(session, place.leftBy)],
    forward: forward.slice(0, -1),
    last: null,
  };
  return { ...returnTo(session, place), trail };
}

const leftBy = (session: Session, move: Move, at: number): Trail => ({
  back: [...session.trail.back, leave(session, move)].slice(-MAX_PLACES),
  forward: [],
  last: { move, at },
});

function placeOf(session: Session): Place {
  const { openPath, openFragment, text, filters, sort, surface } = session;
  return { openPath, openFragment, text, filters, sort, surface };
}

const leave = (session: Session, move: Move): LeftPlace => ({
  ...placeOf(session),
  listTop: session.listScrollTop,
  cursor: session.cursor,
  leftBy: move,
});

/** How one got from one state to the other; null when it is the same place. */
function moveBetween(before: Session, after: Session): Move | null {
  if (after.openPath !== before.openPath && after.openPath !== null) {
    const isStep =
      before.cursor !== null &&
      after.cursor !== null &&
      Math.abs(after.cursor - before.cursor) === 1;
    return isStep && isSameQuery(before, after) ? 'step' : 'post';
  }
  if (after.text.trim() !== before.text.trim()) return 'typing';
  if (!isSameQuery(before, after)) return 'filter';
  return after.surface === before.surface ? null : 'surface';
}

const isSameQuery = (left: Place, right: Place): boolean =>
  left.text.trim() === right.text.trim() &&
  left.sort === right.sort &&
  (left.filters === right.filters ||
    JSON.stringify(left.filters) === JSON.stringify(right.filters));

function showPlace(session: Session, place: Place): Session {
  const { openPath, openFragment, text, filters, sort, surface } = place;
  const asked = isSameQuery(place, session)
    ? session
    : { ...changeQuery(session, { text, filters }), sort };
  const shown = { ...asked, surface };
  if (openPath === session.openPath && openFragment === session.openFragment) return shown;
  return { ...shown, ...shownPost, surface, openPath, openFragment, openId: null, cursor: null };
}

/** A place as it was left: its list where it stood, its post where it was read to, whatever is searched for. */
function returnTo(session: Session, place: LeftPlace): Session {
  const { openPath, openFragment, listTop: top, cursor } = place;
  const shown = showPlace(session, place);
  const isOtherPost = openPath !== session.openPath && openPath !== null && openFragment === null;
  const arrived: Session = {
    ...shown,
    arrival: isOtherPost ? { path: openPath, at: 'left' } : shown.arrival,
  };
  return isSameQuery(place, session)
    ? scrollToOffset({ ...arrived, cursor }, top)
    : { ...arrived, returning: { top, cursor } };
}
