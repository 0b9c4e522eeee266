import { useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import type { OnThisDay } from '../../shared/timeModel.ts';
import { queryKeys } from '../state/queryKeys.ts';
import { useAppContext, useSession } from '../state/store.ts';

/** A day of the calendar; `exceptYear` is left out, null = no year is. */
export interface CalendarDay {
  readonly month: number;
  readonly day: number;
  readonly exceptYear: string | null;
}

/** Month, day and year of `YYYY-MM-DD` (years may have more digits); null when it is none. */
export function calendarDayOf(date: string): CalendarDay | null {
  const match = /^(\d{4,6})-(\d{2})-(\d{2})$/.exec(date);
  return match === null
    ? null
    : { month: Number(match[2]), day: Number(match[3]), exceptYear: match[1] ?? null };
}

/** The calendar day some days before or after another; years have no matter here, so every year has a 29 February. */
export function dayBeside(
  { month, day }: Pick<CalendarDay, 'month' | 'day'>,
  step: number,
): { readonly month: number; readonly day: number } {
  const date = new Date(Date.UTC(2000, month - 1, day + step));
  return { month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** Posts of a day in other years, asked for after what is on screen already; null while they are on their way. */
export function useOnThisDay(day: CalendarDay | null): OnThisDay | null {
  const { api } = useAppContext();
  const archiveId = useSession((session) => session.archiveId);
  const revision = useSession((session) => session.revision) ?? 0;
  const isShown = useDeferredValue(true, false);
  const { data: found } = useQuery({
    queryKey:
      archiveId === null || day === null
        ? ['onThisDay', null]
        : queryKeys.onThisDay(archiveId, day, revision),
    queryFn: () => {
      if (archiveId === null || day === null) throw new Error('No day is asked for.');
      return api.ask('posts.onThisDay', { archiveId, ...day });
    },
    enabled: isShown && archiveId !== null && day !== null,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return found ?? null;
}
