import { useEffect } from 'react';
import { useActions, useSession } from './store.ts';

/** A post counts as read when it was on screen for this long, in milliseconds. */
const READ_AFTER = 1500;

/** Marks the open post as read once it was on screen for a while. */
export function useMarkRead(): void {
  const { openPost, setRead } = useActions();
  const openId = useSession((session) => session.openId);
  useEffect(() => {
    if (openId === null) return undefined;
    const timer = setTimeout(() => {
      const post = openPost();
      if (post?.id === openId && !post.isRead && document.visibilityState === 'visible') {
        void setRead([openId], true);
      }
    }, READ_AFTER);
    return () => clearTimeout(timer);
  }, [openId, openPost, setRead]);
}
