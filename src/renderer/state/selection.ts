import type { PostId } from '../../shared/model.ts';
import type { Session } from './model.ts';

/** State of the tick box above the list. */
export type TickState = 'none' | 'some' | 'all';

/** Ticks or unticks one post. */
export function toggleTick(ticked: ReadonlySet<PostId>, id: PostId): ReadonlySet<PostId> {
  const next = new Set(ticked);
  if (!next.delete(id)) next.add(id);
  return next;
}

/** A set without one of its members. */
export const without = <T>(members: ReadonlySet<T>, left: T): ReadonlySet<T> =>
  new Set([...members].filter((member) => member !== left));

/** One step of a Shift selection: its range replaces the range of the step before; older ticks stay. */
export function extendTicks(session: Session, ids: readonly PostId[]): Session {
  const before = session.tickedBefore ?? session.ticked;
  return { ...session, tickedBefore: before, ticked: new Set([...before, ...ids]) };
}

/** What the tick box above the list shows. */
export function tickState(session: Session): TickState {
  const total = session.result?.head.total ?? 0;
  if (session.ticked.size === 0) return 'none';
  return session.ticked.size >= total ? 'all' : 'some';
}

/**
 * `aria-selected` of a row. Ticked posts are the selection; while nothing is ticked, the open post is (it is what
 * Export and Bookmark act on).
 */
export function isSelected(
  session: Session,
  row: { readonly id: PostId; readonly path: string },
): boolean {
  return session.ticked.size > 0 ? session.ticked.has(row.id) : row.path === session.openPath;
}

/** Rows from one to another, both included, whichever comes first. */
export const rangeBetween = (left: number, right: number): readonly [from: number, to: number] =>
  left <= right ? [left, right] : [right, left];
