import { localDay } from '../../shared/text/localDay.ts';

/** When an archive was opened last, as the welcome screen says it. */
export type OpenedDay =
  | { readonly kind: 'today' }
  | { readonly kind: 'yesterday' }
  /** `day` = `YYYY-MM-DD`, a day of this computer's calendar. */
  | { readonly kind: 'day'; readonly day: string };

/** The day of an instant (ISO), seen from `now`, in this computer's zone: the reader lived it here. */
export function openedDay(instant: string, now: Date): OpenedDay {
  const day = localDay(new Date(instant));
  if (day === localDay(now)) return { kind: 'today' };
  const before = new Date(now);
  before.setDate(before.getDate() - 1);
  return day === localDay(before) ? { kind: 'yesterday' } : { kind: 'day', day };
}
