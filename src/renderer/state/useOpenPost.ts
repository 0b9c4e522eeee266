import { useQuery, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { ArchiveId, Post } from '../../shared/model.ts';
import { failureOf } from '../api.ts';
import { openingOf } from './partActions.ts';
import { queryKeys } from './queryKeys.ts';
import { useActions, useApp, useAppContext, useSession } from './store.ts';
import { useAfterFrame } from './useAfterFrame.ts';

/** The post in the article view, or why there is none. */
interface OpenPost {
  /** Null while it is on its way, and when it cannot be read. */
  readonly post: Post | null;
  /** A `CallError`; null when nothing failed. */
  readonly error: Error | null;
  readonly refetch: () => void;
}

/**
 * The post in the article view. While another one is on its way there is none: never the post before. While an index
 * is made anew, a post that is not in it yet stays as it was read last.
 */
export function useOpenPost(): OpenPost {
  const { api, queryClient, store } = useAppContext();
  const { postArrived } = useActions();
  const archiveId = useSession((session) => session.archiveId);
  // The list paints its new row first, then the article follows (and skips posts that j or k only passes).
  const path = useAfterFrame(useSession(({ openPath }) => openPath));
  const revision = useSession((session) => session.revision);
  const answer = useQuery({
    queryKey:
      archiveId === null || path === null
        ? ['post', null]
        : queryKeys.post(archiveId, path, revision ?? 0),
    queryFn: () => {
      if (archiveId === null || path === null) throw new Error('No post is open.');
      return api.ask('posts.get', openingOf({ store, queryClient }, archiveId, path));
    },
    enabled: archiveId !== null && path !== null,
    staleTime: Number.POSITIVE_INFINITY,
    // The same post at a newer state of the index: what is on screen stays until it is here.
    placeholderData: (before: Post | undefined) =>
      before?.archiveId === archiveId && before.path === path ? before : undefined,
  });
  const { data: read, isPlaceholderData, error } = answer;
  useEffect(() => {
    // A post of an earlier look may have had another row number.
    if (read !== undefined && !isPlaceholderData) postArrived(read);
  }, [read, isPlaceholderData, postArrived]);
  const isChecking = useApp(({ checking }) => archiveId !== null && checking.has(archiveId));
  const mayCome = error !== null && isChecking && failureOf(error).code === 'not-found';
  const kept =
    mayCome && archiveId !== null && path !== null ? lastRead(queryClient, archiveId, path) : null;
  return {
    post: read ?? kept,
    error: kept === null ? error : null,
    refetch: () => void answer.refetch(),
  };
}

/** The post as it was read last, at whatever state of the index; null when it was not. */
function lastRead(queryClient: QueryClient, archiveId: ArchiveId, path: string): Post | null {
  const queryKey = queryKeys.postAtAnyTime(archiveId, path);
  const known = queryClient.getQueriesData<Post>({ queryKey }).map(([, post]) => post);
  return known.findLast((post) => post !== undefined) ?? null;
}
