import { MAX_RECENT_POSTS, type RecentPost } from '../../shared/appModel.ts';
import type { Post } from '../../shared/model.ts';
import type { ActionContext } from './actionContext.ts';
import type { Session } from './model.ts';
import { queryKeys } from './queryKeys.ts';
import { updateSession } from './updateSession.ts';

/** A post that stays open for so long (milliseconds) was opened, not passed. */
const STAY = 700;
/** Characters of a title that are kept. */
const TITLE_LENGTH = 200;

/** Puts a post before those that were open earlier. */
const withRecent = (posts: readonly RecentPost[], post: RecentPost): readonly RecentPost[] =>
  [post, ...posts.filter(({ path }) => path !== post.path)].slice(0, MAX_RECENT_POSTS);

/** Remembers which posts were open, for the palette. Returns the function that ends it. */
export function startRecentPosts({ store, queryClient }: ActionContext): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const titleOf = ({ archiveId, openPath, revision }: Session): string | undefined =>
    openPath === null
      ? undefined
      : queryClient.getQueryData<Post>(queryKeys.post(archiveId, openPath, revision))?.title;
  const remember = (path: string): void => {
    const { session } = store.getState();
    if (session?.openPath !== path) return;
    const title = titleOf(session)?.slice(0, TITLE_LENGTH);
    // It has not come yet, from a slow disk or on a busy computer.
    if (title === undefined) timer = setTimeout(() => remember(path), STAY);
    else if (session.recentPosts[0]?.path !== path) {
      const recentPosts = withRecent(session.recentPosts, { path, title });
      updateSession(store, (before) => ({ ...before, recentPosts }));
    }
  };
  const unsubscribe = store.subscribe(({ session }, { session: before }) => {
    const path = session?.openPath ?? null;
    if (path === (before?.openPath ?? null)) return;
    clearTimeout(timer);
    if (path !== null) timer = setTimeout(() => remember(path), STAY);
  });
  return () => {
    clearTimeout(timer);
    unsubscribe();
  };
}
