import { localDay } from '../../shared/text/localDay.ts';
import type { Format } from '../i18n/format.ts';

/** The day of an instant on this computer's clock: "21 Nov", with the year when it is not this one. */
export function dayOf(instant: string, format: Format, today = new Date()): string {
  const moment = new Date(instant);
  if (Number.isNaN(moment.getTime())) return '';
  const day = localDay(moment);
  return moment.getFullYear() === today.getFullYear() ? format.shortDay(day) : format.fullDay(day);
}
