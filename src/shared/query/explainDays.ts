import { phrase, type QueryPhrase } from './queryPhrase.ts';

/** A span of days (`yyyymmdd`, both included; null = open) as a phrase. */
export function daysPhrase(from: number | null, to: number | null): QueryPhrase {
  if (from === null) return to === null ? phrase('any-date') : phrase('to', [written(to)]);
  if (to === null) return phrase('from', [written(from)]);
  return from === to
    ? phrase('day', [written(from)])
    : phrase('days', [written(from), written(to)]);
}

const UNITS = { d: 'last-days', m: 'last-months', y: 'last-years' } as const;

/** The last `count` days, months or years as a phrase. */
export function recentPhrase(count: number, unit: 'd' | 'm' | 'y'): QueryPhrase {
  return phrase(UNITS[unit], [String(count)]);
}

/** `YYYY-MM-DD`. A bound may be a number between two months (`before:2022-03` ends with 20220300); it is made a day. */
function written(number: number): string {
  const date = new Date(0);
  date.setUTCFullYear(
    Math.floor(number / 10_000),
    (Math.floor(number / 100) % 100) - 1,
    number % 100,
  );
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
