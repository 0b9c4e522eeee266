import type { FacetValue } from '../../shared/searchModel.ts';
import { withoutLonely } from '../time/lonelyMonths.ts';

/** A range of months or days as a chip shows it: `2022-03 – 05`, `2021-11 – 2022-02`, `2022-03 –`. */
export function monthRangeText(from: string | null, to: string | null): string {
  if (from === null) return `– ${to ?? ''}`;
  if (to === null) return `${from} –`;
  if (from === to) return from;
  return `${from} – ${from.slice(0, 4) === to.slice(0, 4) ? to.slice(5) : to}`;
}

/** A month as a number of months since year 0, so that months can be counted. */
const ordinal = (month: string): number =>
  Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;

const monthOf = (position: number): string =>
  `${String(Math.floor(position / 12)).padStart(4, '0')}-${String((position % 12) + 1).padStart(2, '0')}`;

/** One bar of the histogram: the months (or the one day) it stands for and their posts. */
export interface Bar {
  /** `YYYY-MM`; `YYYY-MM-DD` in a histogram of days. */
  readonly from: string;
  readonly to: string;
  readonly count: number;
}

/** More months than this are drawn several to a bar: 224 pixels hold no more. */
const MOST_BARS = 72;

/** A mistaken date (year 0001, 9999) must not stretch the picture: years outside are put to its ends. */
const FIRST_YEAR = '1400-01';
const LAST_YEAR = '2100-12';

/** The bars from the first month with posts to the last, empty months included. Empty for no dated posts. */
export function histogramBars(months: readonly FacetValue[]): readonly Bar[] {
  const sane = withoutLonely(
    months
      .filter(({ value }) => value >= FIRST_YEAR && value <= LAST_YEAR)
      .map(({ value, count }) => ({ value, month: value, count })),
  );
  const first = sane[0];
  const last = sane.at(-1);
  if (first === undefined || last === undefined) return [];
  const start = ordinal(first.value);
  const length = ordinal(last.value) - start + 1;
  const step = Math.ceil(length / MOST_BARS);
  const counts = Array.from({ length: Math.ceil(length / step) }, () => 0);
  for (const { value, count } of sane) {
    const place = Math.floor((ordinal(value) - start) / step);
    counts[place] = (counts[place] ?? 0) + count;
  }
  return counts.map((count, place) => ({
    from: monthOf(start + place * step),
    to: monthOf(Math.min(start + length - 1, start + place * step + step - 1)),
    count,
  }));
}

/** The month that all bars are of; null when they are of several, or there are none. */
export function onlyMonth(bars: readonly Bar[]): string | null {
  const [bar] = bars;
  return bar !== undefined && bars.length === 1 && bar.from === bar.to ? bar.from : null;
}

/** A bar for each day of a month (`YYYY-MM`), days without posts included: where one month is all there is. */
export function dayBars(month: string, days: readonly FacetValue[]): readonly Bar[] {
  const counts = new Map(days.map(({ value, count }) => [value, count]));
  const length = new Date(
    Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0),
  ).getUTCDate();
  return Array.from({ length }, (_, place) => {
    const day = `${month}-${String(place + 1).padStart(2, '0')}`;
    return { from: day, to: day, count: counts.get(day) ?? 0 };
  });
}

/** Whether a bar lies (also partly) inside the chosen range; for bars of months, days count as their month. */
export const isBarInside = (bar: Bar, from: string | null, to: string | null): boolean =>
  (from === null || bar.to >= from.slice(0, bar.to.length)) &&
  (to === null || bar.from.slice(0, to.length) <= to.slice(0, bar.from.length));

/** Whether a bar holds a month that was chosen by itself or with its year. */
export const isBarPicked = (
  bar: Bar,
  { years, months }: { readonly years: readonly string[]; readonly months: readonly string[] },
): boolean =>
  months.some((month) => bar.from.slice(0, 7) <= month && month <= bar.to.slice(0, 7)) ||
  years.some((year) => bar.from.slice(0, 4) <= year && year <= bar.to.slice(0, 4));

/** Years to write under the histogram: at most four, evenly spread. */
export function yearLabels(bars: readonly Bar[]): readonly string[] {
  const first = Number(bars[0]?.from.slice(0, 4));
  const last = Number(bars.at(-1)?.to.slice(0, 4));
  if (Number.isNaN(first) || Number.isNaN(last)) return [];
  const count = Math.min(4, last - first + 1);
  if (count === 1) return [String(first)];
  return Array.from({ length: count }, (_, place) =>
    String(Math.round(first + (place * (last - first)) / (count - 1))),
  );
}
