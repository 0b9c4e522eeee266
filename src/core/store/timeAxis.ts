import type { MonthSpan, TimeGrain } from '../../shared/timeModel.ts';
import { monthText, type PostColumns, yearOf } from './columns.ts';

/** The units that posts are counted by, from the first to the last of them. */
export interface TimeAxis {
  readonly grain: TimeGrain;
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
  readonly first: string;
  readonly units: number;
  /** Unit of a post by row number; -1 without a date or outside of the axis. */
  readonly unitOf: (row: number) => number;
}

/** Dates outside of these years are mistakes; they must not stretch the axis. */
const FIRST_YEAR = 1400;
const LAST_YEAR = 2100;

/** Up to so many months are shown by day, more of them by month, more still by year. */
const MONTHS_BY_DAY = 3;
const MONTHS_BY_MONTH = 240;

/** Posts that stand further than this from all others (in months) and are fewer than one in `RARE` are left out. */
const LONELY_MONTHS = 60;
const RARE = 50;

/** First and last month, by `monthNumber`. */
interface Months {
  readonly first: number;
  readonly last: number;
}

/**
 * The axis for posts with these counts by `monthNumber`, or for a part of it; null when none has a usable date. A date
 * like 1970-01-01 among posts of this century would press everything else together: see `TrendCounts.first`.
 */
export function timeAxis(
  monthCounts: Uint32Array,
  columns: PostColumns,
  within: MonthSpan | null,
): TimeAxis | null {
  const whole = usedMonths(monthCounts);
  const months = within === null ? whole : partOf(within);
  if (whole === null || months === null) return null;
  const length = months.last - months.first + 1;
  if (length <= MONTHS_BY_DAY) return dayAxis(months, columns);
  return length <= MONTHS_BY_MONTH ? monthAxis(months, columns) : yearAxis(months, columns);
}

/** Groups of months with posts, years apart from each other. */
function usedMonths(counts: Uint32Array): Months | null {
  const groups: { first: number; last: number; count: number }[] = [];
  let total = 0;
  const end = Math.min(counts.length - 1, LAST_YEAR * 12 + 12);
  for (let month = FIRST_YEAR * 12 + 1; month <= end; month += 1) {
    const count = counts[month] ?? 0;
    if (count === 0) continue;
    total += count;
    const group = groups.at(-1);
    if (group === undefined || month - group.last > LONELY_MONTHS) {
      groups.push({ first: month, last: month, count });
    } else {
      group.last = month;
      group.count += count;
    }
  }
  const kept = groups.filter(({ count }) => count * RARE >= total);
  const first = kept[0]?.first;
  const last = kept.at(-1)?.last;
  return first === undefined || last === undefined ? null : { first, last };
}

function partOf({ from, to }: MonthSpan): Months | null {
  const [first, last] = [numberOf(from), numberOf(to)].toSorted((a, b) => a - b);
  return first === undefined || last === undefined ? null : { first, last };
}

function numberOf(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
}

function monthAxis({ first, last }: Months, { months }: PostColumns): TimeAxis {
  return {
    grain: 'month',
    first: monthText(first),
    units: last - first + 1,
    unitOf: (row) => {
      const month = months[row] ?? 0;
      return month >= first && month <= last ? month - first : -1;
    },
  };
}

function yearAxis({ first, last }: Months, { months }: PostColumns): TimeAxis {
  const firstYear = yearOf(first);
  const lastYear = yearOf(last);
  return {
    grain: 'year',
    first: String(firstYear).padStart(4, '0'),
    units: lastYear - firstYear + 1,
    unitOf: (row) => {
      const month = months[row] ?? 0;
      const year = yearOf(month);
      return month > 0 && year >= firstYear && year <= lastYear ? year - firstYear : -1;
    },
  };
}

const DAY_MS = 86_400_000;

/** All days of the months, so that a day without posts at either end shows as one. */
function dayAxis({ first, last }: Months, { days, months }: PostColumns): TimeAxis {
  const start = startOf(first);
  return {
    grain: 'day',
    first: `${monthText(first)}-01`,
    units: (startOf(last + 1) - start) / DAY_MS,
    unitOf: (row) => {
      const month = months[row] ?? 0;
      if (month < first || month > last) return -1;
      return (startOf(month) - start) / DAY_MS + ((days[row] ?? 0) % 100) - 1;
    },
  };
}

/** The first day of a month as milliseconds. */
function startOf(month: number): number {
  return Date.UTC(yearOf(month), (month - 1) % 12, 1);
}
