import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { FacetValue } from '../../shared/searchModel.ts';
import { clearDates } from '../state/filters.ts';
import { queryKeys } from '../state/queryKeys.ts';
import { useAppContext, useSession } from '../state/store.ts';

/** Counts the days of months under the query on screen; answers for a month null while they are on their way. */
export function useDays(
  months: readonly string[],
): (month: string) => readonly FacetValue[] | null {
  const { api } = useAppContext();
  const key = useSession((session) => session.result?.key ?? null);
  const asked = useMemo(
    () => (key === null ? null : { ...key, filters: clearDates(key.filters) }),
    [key],
  );
  const answers = useQueries({
    queries: months.map((month) => ({
      queryKey: queryKeys.days(asked?.archiveId ?? null, asked, month),
      queryFn: () => {
        if (asked === null) throw new Error('Nothing is searched.');
        const { archiveId, text, filters, foldsVariants } = asked;
        return api.ask('facets.days', {
          archiveId,
          text,
          filters,
          foldsVariants,
          sort: 'newest',
          month,
        });
      },
      enabled: asked !== null,
      staleTime: Number.POSITIVE_INFINITY,
      // While others are counted for another query, those before stay: the tree does not jump.
      placeholderData: (before: readonly FacetValue[] | undefined) => before,
    })),
  });
  return (month) => {
    const days = answers[months.indexOf(month)]?.data ?? null;
    // What stays while others are counted may be of another month.
    return days?.every(({ value }) => value.startsWith(month)) === true ? days : null;
  };
}
