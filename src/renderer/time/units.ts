import type { TimeGrain } from '../../shared/timeModel.ts';
import type { Format } from '../i18n/format.ts';

/*
 * Units of time as text: `YYYY`, `YYYY-MM`, `YYYY-MM-DD`. They are counted from the first one of an axis; all arithmetic is
 * on the written calendar, whatever this computer's zone is.
 */

const DAY_MS = 86_400_000;

/** A month as a number, so that months can be counted; consecutive ones have consecutive numbers. */
export const monthOrdinal = (month: string): number =>
  Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;

/** `YYYY-MM` of a `monthOrdinal`. */
export const monthOfOrdinal = (ordinal: number): string =>
  `${String(Math.floor(ordinal / 12)).padStart(4, '0')}-${String((((ordinal % 12) + 12) % 12) + 1).padStart(2, '0')}`;

const dayOrdinal = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS);

const dayOfOrdinal = (ordinal: number): string =>
  new Date(ordinal * DAY_MS).toISOString().slice(0, 10);

/** The unit at a place of an axis. */
export function unitAt(first: string, grain: TimeGrain, place: number): string {
  if (grain === 'year') return String(Number(first) + place).padStart(4, '0');
  if (grain === 'month') return monthOfOrdinal(monthOrdinal(first) + place);
  return dayOfOrdinal(dayOrdinal(first) + place);
}

/** The place on an axis of the unit that a date (`YYYY`, `YYYY-MM` or `YYYY-MM-DD`) lies in; may be outside of it. */
export function placeOf(first: string, grain: TimeGrain, date: string): number {
  if (grain === 'year') return Number(date.slice(0, 4)) - Number(first);
  if (grain === 'month') return monthOrdinal(date.padEnd(7, '-01')) - monthOrdinal(first);
  return dayOrdinal(date.padEnd(10, '-01-01'.slice(date.length - 10))) - dayOrdinal(first);
}

/** First and last month or day, as the filter of time takes them. */
export interface FilterSpan {
  readonly from: string;
  readonly to: string;
}

/** A unit as the filter of time takes it. */
export function spanOfUnit(unit: string): FilterSpan {
  return unit.length === 4 ? { from: `${unit}-01`, to: `${unit}-12` } : { from: unit, to: unit };
}

/** A unit for people: "2022", "Apr 2022", "18 Apr 2022". */
export function unitText(unit: string, format: Format): string {
  if (unit.length === 4) return format.year(unit);
  return unit.length === 7 ? format.shortMonth(unit) : format.fullDay(unit);
}

/** Several units from one to another; one alone is said once. */
export function spanText(from: string, to: string, format: Format): readonly [string, string?] {
  return from === to ? [unitText(from, format)] : [unitText(from, format), unitText(to, format)];
}
