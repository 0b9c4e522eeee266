import type { Post, PostId } from '../../shared/model.ts';
import type { PostPage } from '../../shared/searchModel.ts';
import type { ActionContext } from './actionContext.ts';
import { newRevision } from './session.ts';
import type { Session } from './model.ts';
import { updateSession } from './updateSession.ts';

/** Ids of an index that was built anew are others: nothing may hold on to them. */
export const forgetIds = (session: Session): Session => ({
  ...newRevision(session),
  ticked: new Set<PostId>(),
  tickedBefore: null,
  anchor: null,
  openId: null,
  cursor: null,
});

/**
 * What posts are called now that were named by ids of an index built anew since. Asks for the list again, too, as its rows
 * are of that index. Null when one of them was never shown, so that its path is not known, or is not in the new index yet.
 */
export async function renewIds(
  context: ActionContext,
  ids: readonly PostId[],
): Promise<readonly PostId[] | null> {
  const { store, api } = context;
  const archiveId = store.getState().session?.archiveId;
  const paths = pathsOf(context, ids);
  updateSession(store, forgetIds);
  if (archiveId === undefined || paths === null || paths.length > MOST_PATHS) return null;
  const outcome = await api.call('posts.idsAt', { archiveId, paths });
  if (!outcome.ok) return null;
  const renewed = outcome.value.filter((id) => id !== null);
  return renewed.length === ids.length ? renewed : null;
}

/** Paths one call takes. */
const MOST_PATHS = 10_000;

/** Paths of posts, from the rows in memory, the result on screen and the posts opened. */
function pathsOf(
  { store, queryClient }: ActionContext,
  ids: readonly PostId[],
): readonly string[] | null {
  const wanted = new Set(ids);
  const known = new Map<PostId, string>();
  const take = ({ id, path }: { readonly id: PostId; readonly path: string }): void => {
    if (wanted.has(id)) known.set(id, path);
  };
  store.getState().session?.result?.head.posts.forEach(take);
  for (const [, page] of queryClient.getQueriesData<PostPage>({ queryKey: ['pages'] })) {
    page?.posts.forEach(take);
  }
  for (const [, post] of queryClient.getQueriesData<Post>({ queryKey: ['post'] })) {
    if (post !== undefined) take(post);
  }
  const paths = ids.flatMap((id) => known.get(id) ?? []);
  return paths.length === ids.length ? paths : null;
}
