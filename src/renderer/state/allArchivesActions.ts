import type { ArchiveId } from '../../shared/model.ts';
import type { FilteredQuery } from '../../shared/query/absorbFilters.ts';
import type { ActionContext } from './actionContext.ts';
import type { ArchiveActions } from './archiveActions.ts';
import { changeQuery } from './session.ts';
import { shownPost } from './surface.ts';
import { updateSession } from './updateSession.ts';

/** What comes of a search of all archives. */
export interface AllArchivesActions {
  /** Opens an archive with a search, and with a path also that post. */
  readonly openSearchIn: (
    archiveId: ArchiveId,
    query: FilteredQuery,
    path: string | null,
  ) => Promise<void>;
}

/** Actions across archives. */
export function createAllArchivesActions(
  { store }: ActionContext,
  { openArchive }: Pick<ArchiveActions, 'openArchive'>,
): AllArchivesActions {
  return {
    openSearchIn: async (archiveId, query, path) => {
      // Its folder is looked at meanwhile; the search does not wait for that.
      const opened = openArchive(archiveId);
      await isOpen(store, archiveId);
      updateSession(store, (session) => {
        if (session.archiveId !== archiveId) return session;
        const asked = changeQuery(session, query);
        if (path === null) return asked;
        return {
          ...asked,
          ...shownPost,
          openPath: path,
          openFragment: null,
          openId: null,
          cursor: null,
        };
      });
      await opened;
    },
  };
}

/** Waits until an archive is on screen, or could not be opened. */
function isOpen(store: ActionContext['store'], archiveId: ArchiveId): Promise<void> {
  const isDone = (): boolean => {
    const { session, isOpening } = store.getState();
    return session?.archiveId === archiveId || !isOpening;
  };
  if (isDone()) return Promise.resolve();
  return new Promise((resolve) => {
    const end = store.subscribe(() => {
      if (!isDone()) return;
      end();
      resolve();
    });
  });
}
