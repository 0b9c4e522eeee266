import type { MonthRun } from '../../shared/searchModel.ts';
import { withoutLonely } from './lonelyMonths.ts';
import { monthOfOrdinal, monthOrdinal } from './units.ts';

/** A month or a year of the strip. */
export interface HeatCell {
  /** `YYYY-MM` or `YYYY`. */
  readonly unit: string;
  readonly count: number;
  /** The run of the list that comes first in it, by place; null without posts. */
  readonly run: number | null;
}

/** Dates outside of these years are mistakes; they must not stretch the strip. */
const FIRST_MONTH = '1400-01';
const LAST_MONTH = '2100-12';

/**
 * The cells of a strip, earliest first, empty ones included: months when there is room for so many, else years. Empty when
 * all posts are of one month or none has a date: then there is nowhere to go.
 */
export function heatCells(runs: readonly MonthRun[], most: number): readonly HeatCell[] {
  const dated = withoutLonely(
    runs.flatMap(({ month, count }, run) =>
      month === null || month < FIRST_MONTH || month > LAST_MONTH ? [] : [{ month, count, run }],
    ),
  );
  const months = dated.map(({ month }) => monthOrdinal(month));
  const first = months.reduce((least, month) => Math.min(least, month), Infinity);
  const last = months.reduce((largest, month) => Math.max(largest, month), -Infinity);
  if (first >= last) return [];
  const isByYear = last - first + 1 > most;
  const unitOf = (month: number): number => (isByYear ? Math.floor(month / 12) : month);
  const start = unitOf(first);
  const noRun: number | null = null;
  const cells: { unit: string; count: number; run: number | null }[] = Array.from(
    { length: unitOf(last) - start + 1 },
    (_, at) => ({
      unit: isByYear ? String(start + at).padStart(4, '0') : monthOfOrdinal(start + at),
      count: 0,
      run: noRun,
    }),
  );
  dated.forEach(({ count, run }, at) => {
    const cell = cells[unitOf(months[at] ?? 0) - start];
    if (cell === undefined) return;
    cell.count += count;
    cell.run = cell.run === null ? run : Math.min(cell.run, run);
  });
  return cells;
}

/** The cell that a month lies in; null when it lies in none. */
export function cellOfMonth(cells: readonly HeatCell[], month: string | null): number | null {
  if (month === null) return null;
  const length = cells[0]?.unit.length ?? 0;
  const place = cells.findIndex(({ unit }) => unit === month.slice(0, length));
  return place < 0 ? null : place;
}

/** The next cell with posts in a direction; where one is when there is none. */
export function nextCell(cells: readonly HeatCell[], from: number, step: number): number {
  for (let at = from + step; at >= 0 && at < cells.length; at += step) {
    if ((cells[at]?.run ?? null) !== null) return at;
  }
  return from;
}

/** The cell with posts that is nearest to a place. */
export function nearestCell(cells: readonly HeatCell[], place: number): number {
  for (let away = 0; away < cells.length; away += 1) {
    for (const at of [place - away, place + away]) {
      if ((cells[at]?.run ?? null) !== null) return at;
    }
  }
  return place;
}

/** How strongly a cell is drawn, 0 to 1: by the root, so that a few posts beside many are still to be seen. */
export const heatOf = (count: number, most: number): number =>
  count === 0 ? 0 : 0.16 + 0.84 * Math.sqrt(count / Math.max(1, most));
