import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { SavedSearch } from '../../shared/savedSearches.ts';
import { queryKeys } from '../state/queryKeys.ts';
import { chosenSearch, contentsOf, isBlank, type ChosenSearch } from '../state/savedSearches.ts';
import { useApi, useSession } from '../state/store.ts';

const none: readonly SavedSearch[] = [];

/** Saved searches of the open archive, in their order; empty until they are here. */
export function useSavedSearches(): readonly SavedSearch[] {
  const api = useApi();
  const archiveId = useSession((session) => session.archiveId);
  const answer = useQuery({
    queryKey: archiveId === null ? ['savedSearches'] : queryKeys.savedSearches(archiveId),
    queryFn: () => (archiveId === null ? none : api.ask('searches.list', { archiveId })),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return answer.data ?? none;
}

/** The saved search on screen; see `chosenSearch`. */
export function useChosenSearch(): ChosenSearch | null {
  const searches = useSavedSearches();
  const text = useSession((session) => session.text);
  const filters = useSession((session) => session.filters);
  const valuesNamed = useSession((session) => session.valuesNamed);
  const sort = useSession((session) => session.sort);
  const lastChosen = useSession((session) => session.savedSearchId);
  return useMemo(() => {
    if (text === null || filters === null || valuesNamed === null || sort === null) return null;
    return chosenSearch(searches, contentsOf({ text, filters, valuesNamed, sort }), lastChosen);
  }, [searches, text, filters, valuesNamed, sort, lastChosen]);
}

/** Whether anything is searched for or filtered. */
export const useIsBlank = (): boolean => useSession(isBlank) ?? true;
