import type { Events } from '../../shared/events.ts';
import type { ActionContext } from './actionContext.ts';
import type { Actions } from './actions.ts';
import { forgetOtherResults, patchPosts } from './cachePatches.ts';
import { createFacetRefresher } from './freshFacets.ts';
import { changeQuery } from './session.ts';
import { updateSession } from './updateSession.ts';

/** Another window marked posts: rows, article and counts follow. */
export function followMarks(
  context: ActionContext,
  { archiveId, ids, mark }: Events['posts.marked'],
): void {
  const { store, api } = context;
  if (store.getState().session?.archiveId !== archiveId) return;
  patchPosts(context, new Set(ids), mark);
  forgetOtherResults(context);
  createFacetRefresher(context)();
  void api.call('archives.counts', { archiveId }).then((outcome) => {
    if (!outcome.ok) return;
    updateSession(store, (now) =>
      now.archiveId === archiveId ? { ...now, counts: outcome.value } : now,
    );
  });
}

/** A window with one post asks for a list. */
export async function showList(
  { store }: ActionContext,
  actions: Pick<Actions, 'openArchive'>,
  { archiveId, text, filters }: Events['list.requested'],
): Promise<void> {
  await actions.openArchive(archiveId);
  updateSession(store, (now) =>
    now.archiveId === archiveId ? changeQuery(now, { text, filters }) : now,
  );
}
