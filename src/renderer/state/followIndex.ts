import type { ArchiveId, PostId } from '../../shared/model.ts';
import type { ActionContext } from './actionContext.ts';
import type { Actions } from './actions.ts';
import { keepPlace } from './keepPlace.ts';
import type { Session } from './model.ts';
import { updateSession } from './updateSession.ts';

/** How the window follows a growing index. */
interface IndexFollower {
  readonly changed: (archiveId: ArchiveId, wasRebuilt: boolean) => void;
  readonly countsChanged: (archiveId: ArchiveId) => void;
}

/** Row numbers of a rebuilt index are others: nothing may hold on to them. */
const forgetIds = (session: Session): Session => ({
  ...session,
  revision: session.revision + 1,
  ticked: new Set<PostId>(),
  tickedBefore: null,
  anchor: null,
  openId: null,
  cursor: null,
});

/** New matches show by themselves only where nothing can jump: in an untouched list, or an empty one. */
const canShowAtOnce = (session: Session): boolean =>
  session.result === null ||
  session.result.head.total === 0 ||
  (session.listScrollTop === 0 && session.openPath === null && session.ticked.size === 0);

/** Follows the index of the open archive. */
export function followIndex(context: ActionContext, actions: Actions): IndexFollower {
  const { store, api, queryClient } = context;
  const isOpen = (archiveId: ArchiveId): boolean =>
    store.getState().session?.archiveId === archiveId;

  const countsChanged = (archiveId: ArchiveId): void => {
    if (!isOpen(archiveId)) return;
    void queryClient.invalidateQueries({ queryKey: ['problems', archiveId] });
    void api.call('archives.counts', { archiveId }).then((outcome) => {
      if (outcome.ok && isOpen(archiveId)) {
        updateSession(store, (session) => ({ ...session, counts: outcome.value }));
      }
    });
  };

  /** Counts what waits; shows it when the list stays as it is anyway. */
  const count = async (session: Session): Promise<void> => {
    if (session.result === null) return;
    const { archiveId, text, filters, sort } = session.result.key;
    const outcome = await api.call('posts.search', {
      archiveId,
      text,
      filters,
      sort,
      offset: 0,
      limit: 0,
    });
    const now = store.getState().session;
    if (!outcome.ok || now?.result?.key !== session.result.key) return;
    const added = outcome.value.total - session.result.head.total;
    if (added > 0) updateSession(store, (open) => ({ ...open, waiting: { added } }));
    else await keepPlace(context, actions);
  };

  return {
    countsChanged,
    changed: (archiveId, wasRebuilt) => {
      const { session } = store.getState();
      if (session === null || session.archiveId !== archiveId) return;
      countsChanged(archiveId);
      if (wasRebuilt) {
        queryClient.removeQueries({ queryKey: ['post'] });
        updateSession(store, forgetIds);
      } else if (canShowAtOnce(session)) {
        updateSession(store, (open) => ({ ...open, revision: open.revision + 1 }));
      } else {
        void count(session);
      }
    },
  };
}
