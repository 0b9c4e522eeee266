import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { TrendCounts, TrendSplit } from '../../shared/timeModel.ts';
import { queryKeys } from '../state/queryKeys.ts';
import { clearDates } from '../state/filters.ts';
import { useAppContext, useSession } from '../state/store.ts';
import { firstTrends } from '../state/trendsView.ts';

/** What the Trends page counts: the query of the list, whatever time is chosen there. */
export interface Trends {
  /** The query as it was asked. */
  readonly text: string;
  /** Whether anything but time narrows it. */
  readonly isFiltered: boolean;
  /** Null while they are on their way. */
  readonly counts: TrendCounts | null;
  readonly error: Error | null;
  readonly retry: () => void;
}

/** Counts for the query on screen. While others are on their way, those before stay. */
export function useTrends(): Trends {
  const { api } = useAppContext();
  const key = useSession((session) => session.result?.key ?? null);
  const archiveId = useSession((session) => session.archiveId);
  const view = useSession((session) => session.trends) ?? firstTrends;
  const asked = useMemo(() => {
    if (key === null) return null;
    const split: TrendSplit =
      view.others.length === 0 ? { by: 'source' } : { by: 'terms', others: view.others };
    const { text, filters, foldsVariants } = key;
    return { text, filters: clearDates(filters), foldsVariants, split, within: view.within };
  }, [key, view.others, view.within]);
  const answer = useQuery({
    queryKey:
      archiveId === null || asked === null
        ? ['trends', null]
        : queryKeys.trends(archiveId, asked, key?.revision ?? 0),
    queryFn: () => {
      if (archiveId === null || asked === null) throw new Error('Nothing is asked.');
      return api.ask('trends.count', { archiveId, sort: 'newest', ...asked });
    },
    enabled: archiveId !== null && asked !== null,
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: (before: TrendCounts | undefined) => before,
  });
  return {
    text: asked?.text ?? '',
    isFiltered: asked !== null && isNarrowed(asked.filters),
    counts: answer.data ?? null,
    error: answer.error,
    retry: () => void answer.refetch(),
  };
}

const isNarrowed = (filters: object): boolean =>
  Object.values(filters).some(
    (value: unknown) =>
      (Array.isArray(value) && value.length > 0) || (typeof value === 'string' && value !== 'all'),
  );
