import type { ActionContext } from './actionContext.ts';
import type { Session } from './model.ts';

/** Changes the open archive's state; does nothing when none is open. */
export function updateSession(
  store: ActionContext['store'],
  change: (session: Session) => Session,
): void {
  const { session } = store.getState();
  if (session !== null) store.setState({ session: change(session) });
}
