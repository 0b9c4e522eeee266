import { foldText } from '../text/fold.ts';
import type { Filters } from '../searchModel.ts';
import { parseDateValue } from './parseDate.ts';

/** The filter of time. */
export type Times = Pick<Filters, 'years' | 'months' | 'from' | 'to'>;

const FIELD = /^date:\s*(?:\((.*?)\)?|"(.*)"|(.*))$/s;
const WRITTEN = /^(\d{4})(?:[-/.]?(\d{1,2})(?:[-/.]?(\d{1,2}))?)?$/;

/**
 * PURE. What a typed `date:` says as a filter: years, months, and at most one span (a day is a span of one). Null when it
 * is no such field, or says what no filter can (`date:7d`, two spans, `>2022`).
 */
export function timesOfPart(typed: string): Times | null {
  const match = FIELD.exec(foldText(typed).trim());
  if (match === null) return null;
  const values = (match[1] ?? match[2] ?? match[3] ?? '')
    .split(/\s+or\s+|\s+\|\s+/)
    .map((value) => value.trim());
  let times: Times = { years: [], months: [], from: null, to: null };
  for (const value of values) {
    const next = withTime(times, value);
    if (next === null) return null;
    times = next;
  }
  return times;
}

function withTime(times: Times, value: string): Times | null {
  if (parseDateValue(value)?.kind !== 'days') return null;
  const span = spanOf(value);
  if (span !== null) {
    const isOnly = times.from === null && times.to === null;
    return isOnly ? { ...times, ...span } : null;
  }
  const year = /^\d{4}$/.exec(value)?.[0];
  if (year !== undefined) return { ...times, years: [...new Set([...times.years, year])] };
  const month = edgeOf(value, 'from');
  if (month?.length !== 7) return null;
  return { ...times, months: [...new Set([...times.months, month])] };
}

/** A span, a comparison that includes its end, or a day; null for anything else. */
function spanOf(value: string): Pick<Times, 'from' | 'to'> | null {
  const [first, last, ...others] = value.split('..');
  if (last !== undefined) {
    const [from, to] = [edgeOf(first ?? '', 'from'), edgeOf(last, 'to')];
    return others.length > 0 || (from === null && to === null) ? null : { from, to };
  }
  if (value.startsWith('>=')) return { from: edgeOf(value.slice(2), 'from'), to: null };
  if (value.startsWith('<=')) return { from: null, to: edgeOf(value.slice(2), 'to') };
  const day = edgeOf(value, 'from');
  return day?.length === 10 ? { from: day, to: day } : null;
}

/** A written date as a filter writes it, `YYYY-MM` or `YYYY-MM-DD`; null when it is none. */
function edgeOf(written: string, edge: 'from' | 'to'): string | null {
  const match = WRITTEN.exec(written);
  const [, year, month, day] = match ?? [];
  if (year === undefined) return null;
  if (month === undefined) return `${year}-${edge === 'from' ? '01' : '12'}`;
  const start = `${year}-${month.padStart(2, '0')}`;
  return day === undefined ? start : `${start}-${day.padStart(2, '0')}`;
}
