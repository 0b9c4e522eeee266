/** One figure of the benchmark. `ratio` says how many times better the value is than the baseline of the same run. */
export interface Row {
  readonly name: string;
  readonly posts: number;
  readonly value: number;
  readonly unit: string;
  /** What the value is compared with, in the same unit; null when there is nothing to compare. */
  readonly baseline: number | null;
  readonly ratio: number | null;
}

/** Milliseconds a piece of work takes. */
export function timeMs(work: () => unknown): number {
  const startedAt = performance.now();
  work();
  return performance.now() - startedAt;
}

/** The value below which a share (0 to 1) of the samples lies; nearest rank. Empty gives 0. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

/** A row with its ratio: for rates the value over the baseline, for times the baseline over the value. */
export function row(given: Omit<Row, 'ratio'> & { readonly isRate?: boolean }): Row {
  const { isRate = false, ...rest } = given;
  const { value, baseline } = given;
  if (baseline === null || value === 0 || baseline === 0) return { ...rest, ratio: null };
  return { ...rest, ratio: isRate ? value / baseline : baseline / value };
}

/** The rows as an aligned table for a terminal. */
export function table(rows: readonly Row[]): string {
  const cells = rows.map((each) => [
    each.name,
    String(each.posts),
    `${round(each.value)} ${each.unit}`,
    each.baseline === null ? '' : `${round(each.baseline)} ${each.unit}`,
    each.ratio === null ? '' : `${round(each.ratio)}×`,
  ]);
  const head = ['what', 'posts', 'value', 'baseline', 'ratio'];
  const widths = head.map((title, column) =>
    Math.max(title.length, ...cells.map((line) => line[column]?.length ?? 0)),
  );
  return [head, ...cells]
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function round(value: number): string {
  if (value >= 100) return Math.round(value).toLocaleString('en');
  return String(Number(value.toPrecision(3)));
}
