import type { ArchiveCounts, ArchiveId, Post, PostId, PostSummary } from '../../shared/model.ts';
import type { Result } from '../../shared/result.ts';
import type { LinkAnswer } from '../../shared/linkModel.ts';
import type { ActionContext } from './actionContext.ts';
import { forgetOtherResults, patchPosts, type PostMark } from './cachePatches.ts';
import { createFacetRefresher } from './freshFacets.ts';
import type { Session } from './model.ts';
import { queryKeys } from './queryKeys.ts';
import { renewIds } from './renewedIds.ts';
import { knownRow } from './rows.ts';
import type { ShellActions } from './shellActions.ts';
import { shownPost } from './surface.ts';
import type { Place } from './places.ts';
import { stepBack, stepForward, visit } from './trail.ts';
import { updateSession } from './updateSession.ts';

/** What can be done with posts, wherever they are shown. */
export interface PostActions {
  /** Opens a post by path (a link between posts, say), at the place its link names; null = none. */
  readonly openPath: (path: string, fragment: string | null) => void;
  /** Goes where a link leads: to a post, a list or the web; what is not there is said, with what can be done. */
  readonly goTo: (answer: LinkAnswer) => void;
  /** To where the reader was before the last link followed, and forward again. */
  readonly goBack: () => void;
  readonly goForward: () => void;
  /** The article view tells which row number the open post has, once it arrived. */
  readonly postArrived: (post: Post) => void;
  /** Optimistic; a failure takes it back and says so. */
  readonly setRead: (ids: readonly PostId[], isRead: boolean) => Promise<void>;
  /**
   * The post was read or opened (see `useMarkRead`). Mod+Z takes it back after what the reader did since the opening, of
   * which `since` is the last step (`lastStepId`) before.
   */
  readonly setReadByItself: (id: PostId, since: number) => Promise<void>;
  /** Marks many posts as read, says how many were not, and offers Undo. */
  readonly markAllRead: (ids: readonly PostId[]) => Promise<void>;
  /** Optimistic; removing says so and offers Undo. */
  readonly setBookmarked: (ids: readonly PostId[], isBookmarked: boolean) => Promise<void>;
  /** Bookmarks these posts; when all of them are bookmarked already, takes the bookmarks away. */
  readonly toggleBookmarks: (ids: readonly PostId[]) => Promise<void>;
  /** The post in the article view, when it has arrived. */
  readonly openPost: () => Post | null;
  readonly toggleOpenBookmark: () => Promise<void>;
  readonly toggleOpenRead: () => Promise<void>;
  readonly showInFolder: (path: string) => Promise<void>;
  readonly copyText: (text: string) => Promise<void>;
  /** Opens an http(s) or mailto address in the system's own program. */
  readonly openLink: (url: string) => Promise<void>;
}

/** How what happened is said. */
type Sayings = Pick<ShellActions, 'notify' | 'notifyFailure' | 'canUndo'>;

type MarkChannel = 'posts.setRead' | 'bookmarks.set';

/** Whether a call named posts by ids of an index that was built anew since. */
const isOfOldIndex = (outcome: Result<unknown>): boolean =>
  !outcome.ok && outcome.error.code === 'index-renewed';

/** What a row shows of a mark. */
const markOf = (channel: MarkChannel, isSet: boolean): PostMark =>
  channel === 'bookmarks.set' ? { isBookmarked: isSet } : { isRead: isSet };

/** A mark on posts, and which of them did not have it. */
interface KeptMark {
  readonly ids: readonly PostId[];
  readonly isSet: boolean;
  readonly changed: readonly PostId[];
}

/** Counts after so many more (or less) posts have a mark. */
const countsAfter = (counts: ArchiveCounts, channel: MarkChannel, step: number): ArchiveCounts =>
  channel === 'bookmarks.set'
    ? { ...counts, bookmarked: Math.max(0, counts.bookmarked + step) }
    : { ...counts, unread: Math.max(0, counts.unread - step) };

function createMarker(context: ActionContext, shell: Sayings) {
  const { store, api } = context;
  const refreshFacets = createFacetRefresher(context);
  const setMark = (
    channel: MarkChannel,
    archiveId: ArchiveId,
    { ids, isSet }: { readonly ids: readonly PostId[]; readonly isSet: boolean },
  ) =>
    channel === 'bookmarks.set'
      ? api.call(channel, { archiveId, ids, isBookmarked: isSet })
      : api.call(channel, { archiveId, ids, isRead: isSet });
  /** Puts a mark that was kept on what is shown, and has asked anew what it may have changed. */
  const tell = (
    channel: MarkChannel,
    archiveId: ArchiveId,
    { ids, isSet, changed }: KeptMark,
  ): void => {
    // Once more: what was asked before the mark may have arrived after it was put on what is shown.
    patchPosts(context, new Set(ids), markOf(channel, isSet));
    forgetOtherResults(context);
    if (changed.length > 0) refreshFacets();
    // A bookmark that goes takes its labels along.
    if (channel === 'bookmarks.set')
      void context.queryClient.invalidateQueries({ queryKey: queryKeys.labels(archiveId) });
    const step = isSet ? changed.length : -changed.length;
    updateSession(store, (session) => ({
      ...session,
      counts: countsAfter(session.counts, channel, step),
    }));
  };
  /** `isRenewed`: the posts were found again in an index built anew; once is enough. */
  const mark = async (
    channel: MarkChannel,
    ids: readonly PostId[],
    { isSet, isRenewed }: { readonly isSet: boolean; readonly isRenewed: boolean },
  ): Promise<readonly PostId[] | null> => {
    const archiveId = store.getState().session?.archiveId;
    if (archiveId === undefined || ids.length === 0) return null;
    // What is on screen then are posts of another archive, with numbers of their own.
    const isLeft = (): boolean => store.getState().session?.archiveId !== archiveId;
    patchPosts(context, new Set(ids), markOf(channel, isSet));
    const outcome = await setMark(channel, archiveId, { ids, isSet });
    if (!isRenewed && !isLeft() && isOfOldIndex(outcome)) {
      const renewed = await renewIds(context, ids);
      if (renewed !== null && !isLeft()) return mark(channel, renewed, { isSet, isRenewed: true });
    }
    if (!outcome.ok) shell.notifyFailure(outcome.error);
    if (isLeft()) return null;
    if (!outcome.ok) {
      patchPosts(context, new Set(ids), markOf(channel, !isSet));
      return null;
    }
    const { changed } = outcome.value;
    tell(channel, archiveId, { ids, isSet, changed });
    return changed;
  };
  /** Marks posts, corrects the counts, and answers which really changed; null when it failed or its archive was left. */
  return (channel: MarkChannel, ids: readonly PostId[], isSet: boolean) =>
    mark(channel, ids, { isSet, isRenewed: false });
}

/** What the marks of the open post are. */
type OpenMarks = Pick<Post, 'id' | 'isRead' | 'isBookmarked'>;

/** Which post is open. */
function createOpener(context: ActionContext) {
  const { store, queryClient } = context;
  const openPost = (): Post | null => {
    const { session } = store.getState();
    if (session?.openPath === null || session === null) return null;
    const { archiveId, openPath, revision } = session;
    return queryClient.getQueryData<Post>(queryKeys.post(archiveId, openPath, revision)) ?? null;
  };
  /** Of the article or, while it is on its way, of its row: a key or click right after opening must not be lost. */
  const openMarks = async (): Promise<OpenMarks | null> => {
    const { session } = store.getState();
    const post = openPost() ?? rowOfOpen(context, session);
    if (post !== null || session?.openPath === null || session === null) return post;
    const outcome = await context.api.call('posts.get', {
      archiveId: session.archiveId,
      path: session.openPath,
    });
    return outcome.ok ? outcome.value : null;
  };
  return {
    openPost,
    openMarks,
    openPath: (path: string, openFragment: string | null) =>
      updateSession(store, (session) => ({
        ...session,
        ...shownPost,
        openPath: path,
        openFragment,
        openId: null,
        cursor: null,
      })),
    postArrived: (post: Post) =>
      updateSession(store, (session) =>
        session.openPath === post.path && session.openId !== post.id
          ? { ...session, openId: post.id }
          : session,
      ),
  };
}

/** The row of the open post, when it is here. */
function rowOfOpen(context: ActionContext, session: Session | null): PostSummary | null {
  if (session === null || session.result === null || session.cursor === null) return null;
  const row = knownRow(context, session.result.key, session.cursor);
  return row?.path === session.openPath ? row : null;
}

/** Reading state and bookmarks. */
function createMarks(context: ActionContext, shell: Sayings) {
  const mark = createMarker(context, shell);
  const setRead: PostActions['setRead'] = async (ids, isRead) => {
    const changed = await mark('posts.setRead', ids, isRead);
    if (changed === null || changed.length === 0) return;
    shell.canUndo('read', () => void mark('posts.setRead', changed, !isRead));
  };
  const setReadByItself: PostActions['setReadByItself'] = async (id, since) => {
    const changed = await mark('posts.setRead', [id], true);
    if (changed === null || changed.length === 0) return;
    shell.canUndo('read', () => void mark('posts.setRead', changed, false), since);
  };
  const markAllRead: PostActions['markAllRead'] = async (ids) => {
    const changed = await mark('posts.setRead', ids, true);
    if (changed === null) return;
    const undo = (): void => void mark('posts.setRead', changed, false);
    const told = { kind: 'marked-read', count: changed.length } as const;
    shell.notify({ kind: 'told', told }, changed.length === 0 ? undefined : undo);
  };
  const setBookmarked: PostActions['setBookmarked'] = async (ids, isBookmarked) => {
    const changed = await mark('bookmarks.set', ids, isBookmarked);
    if (changed === null || changed.length === 0) return;
    if (isBookmarked) {
      shell.canUndo('bookmark', () => void mark('bookmarks.set', changed, false));
      return;
    }
    shell.notify({ kind: 'bookmarks-removed', count: changed.length }, () => {
      void mark('bookmarks.set', changed, true);
    });
  };
  const toggleBookmarks: PostActions['toggleBookmarks'] = async (ids) => {
    const changed = await mark('bookmarks.set', ids, true);
    if (changed?.length === 0) await setBookmarked(ids, false);
    else if (changed !== null)
      shell.canUndo('bookmark', () => void mark('bookmarks.set', changed, false));
  };
  return { setRead, setReadByItself, markAllRead, setBookmarked, toggleBookmarks };
}

/** Actions on posts. */
export function createPostActions(context: ActionContext, shell: Sayings): PostActions {
  const { store, api } = context;
  const { openMarks, ...opener } = createOpener(context);
  const marks = createMarks(context, shell);
  const report = async (asked: ReturnType<typeof api.call>): Promise<void> => {
    const outcome = await asked;
    if (!outcome.ok) shell.notifyFailure(outcome.error);
  };
  const go = (change: Partial<Place>): void =>
    updateSession(store, (session) => visit(session, change));
  const openLink = (url: string): Promise<void> => report(api.call('links.open', { url }));
  return {
    ...opener,
    ...marks,
    goTo: (answer) => {
      if (answer.kind === 'post') go({ openPath: answer.path, openFragment: answer.fragment });
      else if (answer.kind === 'external') void openLink(answer.url);
      else if (answer.kind === 'missing') shell.notify({ ...answer, kind: 'link-missing' });
      else if (answer.kind === 'list') go({ text: '', filters: answer.filters });
    },
    goBack: () => updateSession(store, stepBack),
    goForward: () => updateSession(store, stepForward),
    toggleOpenBookmark: async () => {
      const post = await openMarks();
      if (post !== null) await marks.setBookmarked([post.id], !post.isBookmarked);
    },
    toggleOpenRead: async () => {
      const post = await openMarks();
      if (post !== null) await marks.setRead([post.id], !post.isRead);
    },
    showInFolder: async (path) => {
      const archiveId = store.getState().session?.archiveId;
      if (archiveId !== undefined)
        await report(api.call('files.showInFolder', { archiveId, path }));
    },
    copyText: (text) => report(api.call('clipboard.writeText', { text })),
    openLink,
  };
}
