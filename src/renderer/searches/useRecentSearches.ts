import { useQuery } from '@tanstack/react-query';
import { queryKeys } from '../state/queryKeys.ts';
import { useApi, useSession } from '../state/store.ts';

const none: readonly string[] = [];

/** What was searched for in this archive before, newest first; empty until it is here. */
export function useRecentSearches(): readonly string[] {
  const api = useApi();
  const archiveId = useSession((session) => session.archiveId);
  const answer = useQuery({
    queryKey: archiveId === null ? ['recentSearches'] : queryKeys.recentSearches(archiveId),
    queryFn: () => (archiveId === null ? none : api.ask('searches.recent', { archiveId })),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return answer.data ?? none;
}
