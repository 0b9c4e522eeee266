import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { noFilters } from '../../shared/defaults.ts';
import { queryKeys } from '../state/queryKeys.ts';
import { useApi, useApp, useSession } from '../state/store.ts';
import type { PostSummary } from '../../shared/model.ts';

/** The core is asked when typing rests for this long (milliseconds). */
const REST = 120;
/** Titles asked for. */
const MOST_TITLES = 8;

/** A value that follows another one when that rests. */
function useRested(value: string): string {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), REST);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}

/** A query for posts whose title has every word typed. */
const titleQuery = (typed: string): string =>
  typed
    .split(/\s+/u)
    .map((word) => `title:"${word.replaceAll(/["\\]/g, String.raw`\$&`)}"`)
    .join(' ');

/** What the open archive answers to what is typed; nothing is asked for an empty text or without an archive. */
export function useLiveSearch(typed: string): {
  /** Posts that the text finds when it is searched for; null while unknown. */
  readonly total: number | null;
  /** Posts with the text in their title, of the whole archive. */
  readonly hits: readonly PostSummary[];
} {
  const api = useApi();
  const archiveId = useSession((session) => session.archiveId);
  const revision = useSession((session) => session.revision) ?? 0;
  const foldsVariants = useApp(({ settings }) => settings.foldsVariants);
  const text = useRested(typed);
  const isAsked = archiveId !== null && text !== '';
  const asked = { text, filters: noFilters, sort: 'newest', foldsVariants } as const;
  const { data: counted } = useQuery({
    queryKey: queryKeys.count({ archiveId, ...asked }, revision),
    queryFn: isAsked ? () => api.ask('posts.count', { archiveId, ...asked }) : skipToken,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  });
  const { data: page } = useQuery({
    queryKey: archiveId === null ? ['palette'] : queryKeys.titleHits(archiveId, revision, text),
    queryFn: isAsked
      ? () =>
          api.ask('posts.search', {
            ...asked,
            archiveId,
            text: titleQuery(text),
            sort: 'relevance',
            offset: 0,
            limit: MOST_TITLES,
          })
      : skipToken,
    // The hits of a moment ago stay until the next ones are here, so that the list does not jump.
    placeholderData: keepPreviousData,
    structuralSharing: false,
    gcTime: 60_000,
  });
  const hits = isAsked ? (page?.posts ?? noPosts) : noPosts;
  return { total: text === typed ? (counted?.total ?? null) : null, hits };
}

/** No post; one value, so that nothing runs again for it. */
const noPosts: readonly PostSummary[] = [];
