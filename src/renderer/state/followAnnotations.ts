import { pens, type PostAnnotations } from '../../shared/annotations.ts';
import type { Events } from '../../shared/events.ts';
import type { ArchiveId, PostId } from '../../shared/model.ts';
import type { PostPage } from '../../shared/searchModel.ts';
import type { ActionContext } from './actionContext.ts';
import { forgetOtherResults, patchPosts, type PostMark } from './cachePatches.ts';
import { createFacetRefresher } from './freshFacets.ts';
import { queryKeys } from './queryKeys.ts';
import { updateSession } from './updateSession.ts';

/** Rows are asked for one by one up to this many posts; with more, the pages in memory are asked for again. */
const MOST_POSTS = 24;

/** What a row shows of what is written on its post. */
function markOf({ highlights, note, labels }: PostAnnotations): PostMark {
  return {
    highlightCount: highlights.length,
    pens: pens.filter((pen) => highlights.some((highlight) => highlight.pen === pen)),
    hasNote: note !== null || highlights.some((highlight) => highlight.note !== null),
    labels,
    // Only bookmarks carry labels.
    ...(labels.length > 0 ? { isBookmarked: true } : {}),
  };
}

/** Row numbers of posts that the window has rows of, by path. */
function knownIds({ store, queryClient }: ActionContext): ReadonlyMap<string, PostId> {
  const pages = queryClient
    .getQueriesData<PostPage>({ queryKey: ['pages'] })
    .flatMap(([, page]) => page ?? []);
  const head = store.getState().session?.result?.head;
  return new Map(
    [...pages, ...(head === undefined ? [] : [head])].flatMap(({ posts }) =>
      posts.map(({ path, id }) => [path, id] as const),
    ),
  );
}

/**
 * Follows what is written into the open archive, in this window or another: rows, counts, labels and the page of
 * highlights. The rows of a list stay, also those that it would not have any more.
 */
export function followAnnotations(
  context: ActionContext,
): (change: Events['annotations.changed']) => void {
  const { store, api, queryClient } = context;
  const refreshFacets = createFacetRefresher(context);
  const isOpen = (archiveId: ArchiveId): boolean =>
    store.getState().session?.archiveId === archiveId;

  const patchPath = async (archiveId: ArchiveId, path: string, id: PostId): Promise<void> => {
    const outcome = await api.call('annotations.ofPost', { archiveId, path });
    if (outcome.ok && isOpen(archiveId)) {
      patchPosts(context, new Set([id]), markOf(outcome.value));
    }
  };
  const recount = async (archiveId: ArchiveId): Promise<void> => {
    const outcome = await api.call('archives.counts', { archiveId });
    if (!outcome.ok || !isOpen(archiveId)) return;
    updateSession(store, (session) => ({ ...session, counts: outcome.value }));
  };

  return ({ archiveId, paths }) => {
    if (!isOpen(archiveId)) return;
    void queryClient.invalidateQueries({ queryKey: ['highlights', archiveId] });
    void queryClient.invalidateQueries({ queryKey: ['annotations', archiveId] });
    void queryClient.invalidateQueries({ queryKey: queryKeys.labels(archiveId) });
    void recount(archiveId);
    forgetOtherResults(context);
    refreshFacets();
    const known = knownIds(context);
    const shown = paths?.filter((path) => known.has(path)) ?? null;
    if (shown === null || shown.length > MOST_POSTS) {
      void queryClient.invalidateQueries({ queryKey: ['pages'] });
      const { openPath = null, openId = null } = store.getState().session ?? {};
      if (openPath !== null && openId !== null) void patchPath(archiveId, openPath, openId);
      return;
    }
    for (const path of shown) {
      const id = known.get(path);
      if (id !== undefined) void patchPath(archiveId, path, id);
    }
  };
}
