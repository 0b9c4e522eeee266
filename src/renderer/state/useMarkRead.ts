import { useEffect } from 'react';
import type { Post } from '../../shared/model.ts';
import { isRead } from './readingRules.ts';
import { useActions, useApp, useAppContext, useSession } from './store.ts';
import { lastStepId } from './undo.ts';

/** How often it is looked whether a post is being read, in milliseconds. */
const PERIOD = 500;

/** Room below the last line that need not be in view (pixels). */
const END_ROOM = 80;

/** Whether the reader can be reading here now. */
const isWatched = (): boolean => document.visibilityState === 'visible' && document.hasFocus();

/** Whether the end of the text of the post on screen is in view; of a part of a long post, only of the last part. */
function isEndInView(post: Post): boolean {
  if (post.part !== undefined && post.part.index < post.part.count - 1) return false;
  const body = document.querySelector('[data-pane="article"] .post-body');
  const paper = body?.closest('.paper');
  if (body === null || paper === null || paper === undefined) return false;
  return body.getBoundingClientRect().bottom <= paper.getBoundingClientRect().bottom + END_ROOM;
}

/** Marks the open post as read: after real reading, at once, or never, as the reader chose. Once for each opening. */
export function useMarkRead(): void {
  const { store } = useAppContext();
  const { openPost, setReadByItself } = useActions();
  const openId = useSession((session) => session.openId);
  const isShown = useSession((session) => session.surface === 'post') ?? false;
  const marksRead = useApp(({ settings }) => settings.marksRead);
  useEffect(() => {
    if (openId === null || !isShown || marksRead === 'never') return undefined;
    const since = lastStepId(store.getState().undoSteps);
    let seenMs = 0;
    let hasSeenEnd = false;
    const look = (): void => {
      const post = openPost();
      if (post?.id !== openId || !isWatched()) return;
      seenMs += PERIOD;
      hasSeenEnd ||= isEndInView(post);
      const { characterCount, lang } = post;
      const isDone =
        marksRead === 'opening' || isRead({ seenMs, hasSeenEnd, characterCount, lang });
      if (!isDone) return;
      clearInterval(timer);
      if (!post.isRead) void setReadByItself(openId, since);
    };
    const timer = setInterval(look, PERIOD);
    return () => clearInterval(timer);
  }, [store, openId, isShown, marksRead, openPost, setReadByItself]);
}
