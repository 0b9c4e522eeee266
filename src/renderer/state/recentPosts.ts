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
  const remember = (path: string): void =>
    updateSession(store, (session) => {
      const title = titleOf(session)?.slice(0, TITLE_LENGTH);
      if (session.openPath !== path || title === undefined) return session;
      if (session.recentPosts[0]?.path === path) return session;
      return { ...session, recentPosts: withRecent(session.recentPosts, { path, title }) };
    });
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
