import type { TrendCounts } from '../../shared/timeModel.ts';

/** What a chart shows: posts, or posts per thousand of all. */
export type Measure = 'posts' | 'rate';

/** A line as chart and table show it. */
export interface ShownLine {
  /** Its place among the lines: colour and dash. */
  readonly at: number;
  readonly name: string | null;
  /** By unit; null = the rate of nothing: there are no posts to be one of. */
  readonly values: readonly (number | null)[];
  readonly posts: number;
  /** Over all units; null where there are no posts to be one of. */
  readonly rate: number | null;
  /** Unit of the largest value, the first of several; null when all are 0. */
  readonly peak: number | null;
  /** The peak as a multiple of the mean of the units before it; null when there are too few, or that mean is 0. */
  readonly peakToUsual: number | null;
}

/** How many units before the peak are "usual", by grain; a third of them must be there at least. */
const USUAL = { day: 28, month: 12, year: 10 } as const;

/** Posts per thousand; null of none. */
export const perThousand = (count: number, base: number): number | null =>
  base === 0 ? null : (count / base) * 1000;

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0);

/** The lines of a chart by a measure. */
export function shownLines(
  { lines, grain }: Pick<TrendCounts, 'lines' | 'grain'>,
  measure: Measure,
): readonly ShownLine[] {
  return lines.map(({ name, counts, bases }, at) => {
    const values =
      measure === 'posts'
        ? counts
        : counts.map((count, unit) => perThousand(count, bases[unit] ?? 0));
    const peak = peakOf(values);
    return {
      at,
      name,
      values,
      posts: sumOf(counts),
      rate: perThousand(sumOf(counts), sumOf(bases)),
      peak,
      peakToUsual: peak === null ? null : peakToUsual(values, peak, USUAL[grain]),
    };
  });
}

function peakOf(values: readonly (number | null)[]): number | null {
  let peak: number | null = null;
  values.forEach((value, unit) => {
    if ((value ?? 0) > (peak === null ? 0 : (values[peak] ?? 0))) peak = unit;
  });
  return peak;
}

function peakToUsual(
  values: readonly (number | null)[],
  peak: number,
  span: number,
): number | null {
  const before = values
    .slice(Math.max(0, peak - span), peak)
    .flatMap((value) => (value === null ? [] : [value]));
  if (before.length * 3 < span) return null;
  const mean = sumOf(before) / before.length;
  return mean === 0 ? null : (values[peak] ?? 0) / mean;
}

/** The largest value of all lines; 0 without any. */
export const largestValue = (lines: readonly ShownLine[]): number =>
  lines.reduce(
    (most, { values }) => values.reduce<number>((top, value) => Math.max(top, value ?? 0), most),
    0,
  );

/** Runs of units that have a value: a line is broken where there is none. */
export function unbroken(
  values: readonly (number | null)[],
): readonly (readonly (readonly [unit: number, value: number])[])[] {
  const runs: (readonly [number, number])[][] = [];
  let run: (readonly [number, number])[] = [];
  values.forEach((value, unit) => {
    if (value === null) {
      if (run.length > 0) runs.push(run);
      run = [];
    } else run.push([unit, value]);
  });
  return run.length > 0 ? [...runs, run] : runs;
}

/** The last value of a line and its unit, where its label stands; null when it has none. */
export function lastValue(
  values: readonly (number | null)[],
): { readonly unit: number; readonly value: number } | null {
  const unit = values.findLastIndex((value) => value !== null);
  const value = values[unit];
  return value === undefined || value === null ? null : { unit, value };
}
