import type { ActionContext } from './actionContext.ts';
import type { ShellActions } from './shellActions.ts';

/** Paper. */
export interface PrintActions {
  /** Hands the open post to the system's print dialog, laid out as the reader's exports are. */
  readonly printOpen: () => Promise<void>;
}

/** Actions that print. */
export function createPrintActions(
  { store, api }: ActionContext,
  { notifyFailure }: Pick<ShellActions, 'notifyFailure'>,
): PrintActions {
  return {
    printOpen: async () => {
      const { session, settings } = store.getState();
      if (session === null || session.openId === null) return;
      const { archiveId, openId, text } = session;
      const outcome = await api.call('export.print', {
        archiveId,
        ids: [openId],
        options: { ...settings.exportOptions, format: 'pdf', layout: 'merged', parts: 'none' },
        query: text,
      });
      if (!outcome.ok) notifyFailure(outcome.error);
    },
  };
}
