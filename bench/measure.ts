/** One figure of the benchmark, as `--json` writes it. */
export interface Row {
  readonly name: string;
  readonly posts: number;
  readonly value: number;
  readonly unit: string;
  /** What the value is compared with, in the same unit and of the same run; null when there is nothing to compare. */
  readonly baseline: number | null;
  /** Value over baseline, or for a row whose name says "times faster" baseline over value; null without a baseline. */
  readonly ratio: number | null;
}

/** What a figure should be at 100,000 posts and more. */
export interface Goal {
  readonly of: 'value' | 'ratio';
  readonly atMost?: number;
  readonly atLeast?: number;
}

/** A row and what it is measured against. */
export interface Figure extends Row {
  readonly goal: Goal | null;
}

interface Given {
  readonly name: string;
  readonly posts: number;
  readonly value: number;
  readonly unit: string;
  readonly baseline?: number | null;
  readonly goal?: Goal;
  /** True when a smaller value is better by the ratio's telling: "times faster". */
  readonly isTimesFaster?: boolean;
}

/** A figure with its ratio. */
export function figure(given: Given): Figure {
  const { name, posts, value, unit, baseline = null, goal = null, isTimesFaster = false } = given;
  const isComparable = baseline !== null && value !== 0 && baseline !== 0;
  const over = isTimesFaster ? (baseline ?? 0) / value : value / (baseline ?? 1);
  return { name, posts, value, unit, baseline, ratio: isComparable ? over : null, goal };
}

/** The figure without its goal. */
export function rowOf({ name, posts, value, unit, baseline, ratio }: Figure): Row {
  return { name, posts, value, unit, baseline, ratio };
}

/** The goal in words and whether it is met; empty when there is none. */
export function judged({ goal, value, ratio, unit }: Figure): string {
  if (goal === null) return '';
  const measured = goal.of === 'value' ? value : ratio;
  const suffix = goal.of === 'value' ? ` ${unit}` : '×';
  const bound = goal.atMost ?? goal.atLeast ?? 0;
  const sign = goal.atMost === undefined ? '≥' : '≤';
  if (measured === null) return `${sign} ${round(bound)}${suffix}`;
  const isMet = goal.atMost === undefined ? measured >= bound : measured <= bound;
  return `${sign} ${round(bound)}${suffix} ${isMet ? 'met' : 'MISSED'}`;
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
  return (
    sorted[Math.max(0, Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1))] ?? 0
  );
}

/** The middle sample. */
export function median(samples: readonly number[]): number {
  return percentile(samples, 0.5);
}

const HEAD = ['what', 'posts', 'value', 'baseline', 'ratio', 'goal'];

/** The figures as an aligned table for a terminal. */
export function table(figures: readonly Figure[]): string {
  const lines = [HEAD, ...figures.map(cellsOf)];
  const widths = HEAD.map((_, column) =>
    Math.max(...lines.map((line) => line[column]?.length ?? 0)),
  );
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** The figures as a Markdown table. */
export function markdownTable(figures: readonly Figure[]): string {
  return markdown([HEAD, ...figures.map(cellsOf)]);
}

/** Rows of cells as a Markdown table; the first row is its head. */
export function markdown(rows: readonly (readonly string[])[]): string {
  const [head = [], ...rest] = rows;
  return [
    markdownLine(head),
    `|${head.map(() => '---').join('|')}|`,
    ...rest.map(markdownLine),
  ].join('\n');
}

function markdownLine(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** Three significant digits, thousands apart. */
export function round(value: number): string {
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en');
  return String(Number(value.toPrecision(3)));
}

function cellsOf(one: Figure): readonly string[] {
  return [
    one.name,
    one.posts.toLocaleString('en'),
    `${round(one.value)} ${one.unit}`,
    one.baseline === null ? '' : `${round(one.baseline)} ${one.unit}`,
    one.ratio === null ? '' : `${round(one.ratio)}×`,
    judged(one),
  ];
}
