import type { QueryNode } from './queryNode.ts';

/** First and last day of what a written date names, as `yyyymmdd` numbers. */
interface DaySpan {
  readonly first: number;
  readonly last: number;
}

const RECENT = /^(\d{1,4})([dmy])$/i;
const COMPARED = /^(>=|<=|>|<)(.+)$/;
const WRITTEN = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})?$/;

/**
 * Value of `date:`: a year, month or day (`2022`, `2022-05`, `2022-05-18`, `20220518`, `2022/5/18`), a span `a..b`,
 * a comparison (`>=`, `<=`, `>`, `<`) or a length of time up to today (`7d`, `3m`, `1y`). Null when it is none.
 */
export function parseDateValue(value: string): QueryNode | null {
  const recent = RECENT.exec(value);
  if (recent !== null) return recentNode(Number(recent[1]), (recent[2] ?? '').toLowerCase());
  const compared = COMPARED.exec(value);
  if (compared !== null) return comparedNode(compared[1] ?? '', compared[2] ?? '');
  const dots = value.indexOf('..');
  if (dots >= 0) return spanNode(value.slice(0, dots), value.slice(dots + 2));
  const span = daySpan(value);
  return span === null ? null : { kind: 'days', from: span.first, to: span.last };
}

/** Value of `after:`: the first day of the date named is included. */
export function parseAfterValue(value: string): QueryNode | null {
  const span = daySpan(value);
  return span === null ? null : { kind: 'days', from: span.first, to: null };
}

/** Value of `before:`: the first day of the date named is excluded. */
export function parseBeforeValue(value: string): QueryNode | null {
  const span = daySpan(value);
  return span === null ? null : { kind: 'days', from: null, to: span.first - 1 };
}

/** First day of a filter's `YYYY-MM` or `YYYY-MM-DD` as a `yyyymmdd` number; null = open or no date. */
export function firstDayOf(written: string | null): number | null {
  return written === null ? null : (daySpan(written)?.first ?? null);
}

/** Last day of a filter's `YYYY-MM` or `YYYY-MM-DD` as a `yyyymmdd` number; null = open or no date. */
export function lastDayOf(written: string | null): number | null {
  return written === null ? null : (daySpan(written)?.last ?? null);
}

/** First day of the last `count` days, months or years before a day (`yyyymmdd`, and so is the answer). */
export function firstRecentDay(today: number, count: number, unit: 'd' | 'm' | 'y'): number {
  const year = Math.floor(today / 10_000);
  const month = Math.floor(today / 100) % 100;
  const day = today % 100;
  if (unit === 'd') return dayNumberOf(new Date(Date.UTC(year, month - 1, day - count)));
  const months = year * 12 + (month - 1) - (unit === 'm' ? count : count * 12);
  // The 31st of a shorter month: one day past its end is never reached, so the bare number will do.
  return Math.floor(months / 12) * 10_000 + ((((months % 12) + 12) % 12) + 1) * 100 + day;
}

function dayNumberOf(date: Date): number {
  return date.getUTCFullYear() * 10_000 + (date.getUTCMonth() + 1) * 100 + date.getUTCDate();
}

function recentNode(count: number, unit: string): QueryNode | null {
  return unit === 'd' || unit === 'm' || unit === 'y' ? { kind: 'recent', count, unit } : null;
}

function comparedNode(operator: string, written: string): QueryNode | null {
  const span = daySpan(written);
  if (span === null) return null;
  // Day numbers have gaps between months; one less or more than a real day is a bound that no other day crosses.
  if (operator === '>=') return { kind: 'days', from: span.first, to: null };
  if (operator === '<=') return { kind: 'days', from: null, to: span.last };
  if (operator === '>') return { kind: 'days', from: span.last + 1, to: null };
  return { kind: 'days', from: null, to: span.first - 1 };
}

function spanNode(from: string, to: string): QueryNode | null {
  const first = daySpan(from);
  const last = daySpan(to);
  const isOpen = from === '' || to === '';
  if (first === null && last === null) return null;
  if (!isOpen && (first === null || last === null)) return null;
  return { kind: 'days', from: first?.first ?? null, to: last?.last ?? null };
}

function daySpan(written: string): DaySpan | null {
  const parts = WRITTEN.exec(written) ?? COMPACT.exec(written);
  if (parts === null) return null;
  const year = Number(parts[1]);
  if (parts[2] === undefined) return { first: year * 10_000 + 101, last: year * 10_000 + 1_231 };
  const month = Number(parts[2]);
  if (month < 1 || month > 12) return null;
  const lastOfMonth = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const base = year * 10_000 + month * 100;
  if (parts[3] === undefined) return { first: base + 1, last: base + lastOfMonth };
  const day = Number(parts[3]);
  return day < 1 || day > lastOfMonth ? null : { first: base + day, last: base + day };
}
