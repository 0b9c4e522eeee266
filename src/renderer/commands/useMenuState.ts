import { useEffect } from 'react';
import { useApi, useApp, useSession } from '../state/store.ts';
import { useOpenPost } from '../state/useOpenPost.ts';

/** Tells the native menu what it can offer. */
export function useMenuState(): void {
  const api = useApi();
  const hasArchive = useApp(({ session }) => session !== null);
  const hasPost = useSession(({ openPath }) => openPath !== null) ?? false;
  const selectedCount = useSession(({ ticked }) => ticked.size) ?? 0;
  const isBookmarked = useOpenPost().post?.isBookmarked ?? false;
  useEffect(() => {
    void api.call('menu.setState', { hasArchive, hasPost, selectedCount, isBookmarked });
  }, [api, hasArchive, hasPost, selectedCount, isBookmarked]);
}
