import type { ArchiveId } from '../../shared/model.ts';
import type { ActionContext } from './actionContext.ts';
import { keepPlace } from './keepPlace.ts';
import type { AppState, Session, ShownResult } from './model.ts';
import { forgetIds } from './renewedIds.ts';
import { questionOf } from './rows.ts';
import { newRevision, sameResult, wantedKey } from './session.ts';
import type { ShellActions } from './shellActions.ts';
import { updateSession } from './updateSession.ts';

/** How the window follows a growing index. */
interface IndexFollower {
  readonly changed: (archiveId: ArchiveId, wasRebuilt: boolean) => void;
  readonly countsChanged: (archiveId: ArchiveId) => void;
}

/**
 * New matches show by themselves only where nothing can jump: in an untouched list, an empty one, or one that is about
 * to give way to another search (whose answer may have been on its way before the index changed).
 */
const canShowAtOnce = (session: Session, settings: AppState['settings']): boolean =>
  session.result === null ||
  session.result.head.total === 0 ||
  !sameResult(session.result.key, wantedKey(session, settings)) ||
  (session.listScrollTop === 0 && session.openPath === null && session.ticked.size === 0);

/** Follows the index of the open archive. */
export function followIndex(
  context: ActionContext,
  shell: Pick<ShellActions, 'notifyFailure'>,
): IndexFollower {
  const { store, api, queryClient } = context;
  const isOpen = (archiveId: ArchiveId): boolean =>
    store.getState().session?.archiveId === archiveId;

  const countsChanged = (archiveId: ArchiveId): void => {
    if (!isOpen(archiveId)) return;
    void queryClient.invalidateQueries({ queryKey: ['problems', archiveId] });
    void queryClient.invalidateQueries({ queryKey: ['highlights', archiveId] });
    void api.call('archives.counts', { archiveId }).then((outcome) => {
      if (outcome.ok && isOpen(archiveId)) {
        updateSession(store, (session) => ({ ...session, counts: outcome.value }));
      }
    });
  };

  /** Counts what waits; shows it when the list stays as it is anyway. */
  const count = async ({ key, head }: ShownResult): Promise<void> => {
    const { archiveId } = key;
    const outcome = await api.call('posts.search', { ...questionOf(key), offset: 0, limit: 0 });
    const shown = store.getState().session?.result;
    // The result changed meanwhile: what is shown now may still be older than the index.
    if (shown?.key !== key) return follow(archiveId);
    if (!outcome.ok) return outcome.error.code === 'cancelled' ? follow(archiveId) : undefined;
    const added = outcome.value.total - head.total;
    if (added > 0) updateSession(store, (open) => ({ ...open, waiting: { added } }));
    else await keepPlace(context, shell, head.total);
    return undefined;
  };

  const follow = (archiveId: ArchiveId): void => {
    const { session, settings } = store.getState();
    if (session === null || session.archiveId !== archiveId) return;
    if (session.result === null || canShowAtOnce(session, settings))
      updateSession(store, newRevision);
    else void count(session.result);
  };

  return {
    countsChanged,
    changed: (archiveId, wasRebuilt) => {
      if (!isOpen(archiveId)) return;
      countsChanged(archiveId);
      if (wasRebuilt) updateSession(store, forgetIds);
      else follow(archiveId);
    },
  };
}
