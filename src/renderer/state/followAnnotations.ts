import { pens, type PostAnnotations } from '../../shared/annotations.ts';
import type { Events } from '../../shared/events.ts';
import type { ArchiveId, PostSummary } from '../../shared/model.ts';
import type { PostPage } from '../../shared/searchModel.ts';
import type { ActionContext } from './actionContext.ts';
import { forgetOtherResults, patchPosts, type PostMark } from './cachePatches.ts';
import { createFacetRefresher } from './freshFacets.ts';
import { queryKeys } from './queryKeys.ts';
import { updateSession } from './updateSession.ts';

/** More rows than this are looked at one after the other. */
const ROUND = 24;

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

/** Whether a row shows all of a mark already. */
const shows = (row: PostSummary, mark: PostMark): boolean =>
  JSON.stringify({ ...row, ...mark }) === JSON.stringify(row);

/** Rows that the window holds, by path. */
function knownRows({ store, queryClient }: ActionContext): ReadonlyMap<string, PostSummary> {
  const pages = queryClient
    .getQueriesData<PostPage>({ queryKey: ['pages'] })
    .flatMap(([, page]) => page ?? []);
  const head = store.getState().session?.result?.head;
  return new Map(
    [...pages, ...(head === undefined ? [] : [head])].flatMap(({ posts }) =>
      posts.map((post) => [post.path, post] as const),
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

  const patchRow = async (archiveId: ArchiveId, row: PostSummary): Promise<void> => {
    const outcome = await api.call('annotations.ofPost', { archiveId, path: row.path });
    if (!outcome.ok || !isOpen(archiveId)) return;
    const mark = markOf(outcome.value);
    if (!shows(row, mark)) patchPosts(context, new Set([row.id]), mark);
  };
  let lastRound = 0;
  /** One after the other, until more has changed: the rows are those of one state of the index and must not be asked anew. */
  const patchRows = async (archiveId: ArchiveId, rows: readonly PostSummary[]): Promise<void> => {
    lastRound += 1;
    const round = lastRound;
    for (const row of rows) {
      if (round !== lastRound) return;
      // Searches go in between.
      await patchRow(archiveId, row);
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
    const known = knownRows(context);
    const wanted = paths ?? [...known.keys()];
    const rows = wanted.flatMap((path) => known.get(path) ?? []);
    if (paths === null || rows.length > ROUND) void patchRows(archiveId, rows);
    else for (const row of rows) void patchRow(archiveId, row);
  };
}
