import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useDeferredValue, useEffect } from 'react';
import type { Post } from '../../shared/model.ts';
import { queryKeys } from './queryKeys.ts';
import { useActions, useApi, useSession } from './store.ts';

/**
 * The post in the article view. While another one is on its way, the answer is its own loading state, never the post
 * before. Rejections are `CallError`.
 */
export function useOpenPost(): UseQueryResult<Post> {
  const api = useApi();
  const { postArrived } = useActions();
  const archiveId = useSession((session) => session.archiveId);
  // Deferred: the list paints its new row first, then the article follows (and skips posts that j or k only passes).
  const path = useDeferredValue(useSession(({ openPath }) => openPath));
  const revision = useSession((session) => session.revision);
  const answer = useQuery({
    queryKey:
      archiveId === null || path === null
        ? ['post', null]
        : queryKeys.post(archiveId, path, revision ?? 0),
    queryFn: () => {
      if (archiveId === null || path === null) throw new Error('No post is open.');
      return api.ask('posts.get', { archiveId, path });
    },
    enabled: archiveId !== null && path !== null,
    staleTime: Number.POSITIVE_INFINITY,
    // The same post at a newer state of the index: what is on screen stays until it is here.
    placeholderData: (before: Post | undefined) =>
      before?.archiveId === archiveId && before.path === path ? before : undefined,
  });
  const post = answer.data;
  useEffect(() => {
    if (post !== undefined) postArrived(post);
  }, [post, postArrived]);
  return answer;
}
