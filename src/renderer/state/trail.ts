import type { Session } from './model.ts';
import { changeQuery } from './session.ts';
import { shownPost } from './surface.ts';

/** What is on screen, as far as following a link changes it. */
export interface Place {
  readonly openPath: string | null;
  readonly openFragment: string | null;
  readonly text: string;
  readonly filters: Session['filters'];
}

/** Where the reader was before following links, and after going back from them; the nearest last. */
export interface Trail {
  readonly back: readonly Place[];
  readonly forward: readonly Place[];
}

/** Places kept; nobody walks back further. */
const MAX_PLACES = 50;

/** Follows a link to another place; what lay ahead is forgotten. */
export function visit(session: Session, change: Partial<Place>): Session {
  const back = [...session.trail.back, placeOf(session)].slice(-MAX_PLACES);
  return {
    ...showPlace(session, { ...placeOf(session), ...change }),
    trail: { back, forward: [] },
  };
}

/** One step back; the same session when there is none. */
export function stepBack(session: Session): Session {
  const { back, forward } = session.trail;
  const place = back.at(-1);
  if (place === undefined) return session;
  const trail = { back: back.slice(0, -1), forward: [...forward, placeOf(session)] };
  return { ...showPlace(session, place), trail };
}

/** One step forward again; the same session when there is none. */
export function stepForward(session: Session): Session {
  const { back, forward } = session.trail;
  const place = forward.at(-1);
  if (place === undefined) return session;
  const trail = { back: [...back, placeOf(session)], forward: forward.slice(0, -1) };
  return { ...showPlace(session, place), trail };
}

function placeOf({ openPath, openFragment, text, filters }: Session): Place {
  return { openPath, openFragment, text, filters };
}

function showPlace(session: Session, { openPath, openFragment, text, filters }: Place): Session {
  const isSameQuery =
    text === session.text && JSON.stringify(filters) === JSON.stringify(session.filters);
  const shown = isSameQuery ? session : changeQuery(session, { text, filters });
  if (openPath === session.openPath && openFragment === session.openFragment) return shown;
  return { ...shown, ...shownPost, openPath, openFragment, openId: null, cursor: null };
}
