import type { ActionContext } from './actionContext.ts';
import type { Session } from './model.ts';
import { recordMove } from './trail.ts';

/** Changes the open archive's state; does nothing when none is open. The place that a change leaves goes on the trail. */
export function updateSession(
  store: ActionContext['store'],
  change: (session: Session) => Session,
): void {
  const { session } = store.getState();
  if (session === null) return;
  store.setState({ session: recordMove(session, change(session), performance.now()) });
}
