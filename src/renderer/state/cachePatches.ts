import type { Pen } from '../../shared/annotations.ts';
import type { Post, PostId } from '../../shared/model.ts';
import type { PostPage } from '../../shared/searchModel.ts';
import type { ActionContext } from './actionContext.ts';
import { updateSession } from './updateSession.ts';

/** What may change on a post without a new search. */
export interface PostMark {
  readonly isRead?: boolean;
  readonly isBookmarked?: boolean;
  readonly highlightCount?: number;
  readonly pens?: readonly Pen[];
  readonly hasNote?: boolean;
  readonly labels?: readonly string[];
}

/** The page with the mark on these posts; the same object when it holds none of them. */
export function markPage(page: PostPage, ids: ReadonlySet<PostId>, mark: PostMark): PostPage {
  if (!page.posts.some(({ id }) => ids.has(id))) return page;
  return {
    ...page,
    posts: page.posts.map((post) => (ids.has(post.id) ? { ...post, ...mark } : post)),
  };
}

/** What of a mark an open post shows itself; what is written on it the article asks for. */
const openMark = ({ isRead, isBookmarked }: Post, mark: PostMark) => ({
  isRead: mark.isRead ?? isRead,
  isBookmarked: mark.isBookmarked ?? isBookmarked,
});

/** Puts a mark on posts wherever the window shows them: rows in memory, the result on screen, the open post. */
export function patchPosts(
  { store, queryClient }: ActionContext,
  ids: ReadonlySet<PostId>,
  mark: PostMark,
): void {
  queryClient.setQueriesData<PostPage>(
    { queryKey: ['pages'] },
    (page) => page && markPage(page, ids, mark),
  );
  queryClient.setQueriesData<Post>({ queryKey: ['post'] }, (post) =>
    post !== undefined && ids.has(post.id) ? { ...post, ...openMark(post, mark) } : post,
  );
  updateSession(store, (session) =>
    session.result === null
      ? session
      : {
          ...session,
          result: { ...session.result, head: markPage(session.result.head, ids, mark) },
        },
  );
}

/**
 * Forgets pages of other results: a list of bookmarks or unread posts, and counts, must be asked anew after a mark
 * changed. Pages on screen stay, and those on their way: calls are answered in order, so they know of the mark already
 * (and removing them would make their search fail).
 */
export function forgetOtherResults({ store, queryClient }: ActionContext): void {
  const shown = JSON.stringify(store.getState().session?.result?.key ?? null);
  queryClient.removeQueries({
    predicate: ({ queryKey, state }) =>
      state.fetchStatus === 'idle' &&
      (queryKey[0] === 'pages' || queryKey[0] === 'ids') &&
      JSON.stringify(queryKey[1]) !== shown,
  });
}
