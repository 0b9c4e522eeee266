import {
  MOST_LINES,
  type MonthSpan,
  type TrendCounts,
  type TrendLine,
  type TrendSplit,
} from '../../shared/timeModel.ts';
import type { PostColumns } from './columns.ts';
import { countLabels, countMonths } from './facetCounts.ts';
import { timeAxis, type TimeAxis } from './timeAxis.ts';

/** What is counted over time. */
export interface TrendQuestion {
  readonly text: string;
  readonly split: TrendSplit;
  readonly within: MonthSpan | null;
}

/** What it is counted from. */
export interface TrendContext {
  readonly columns: PostColumns;
  /** Row numbers of the posts that a query finds, under all filters but that of time. */
  readonly find: (text: string) => Uint32Array;
}

/** Counts the lines of a chart; see `TrendCounts`. */
export function countTrends(question: TrendQuestion, context: TrendContext): TrendCounts {
  const { columns, find } = context;
  const base = find('');
  const found = find(question.text);
  const axis = timeAxis(countMonths(base, columns), columns, question.within);
  if (axis === null) return noAxis(found.length);
  const units = unitsOf(found, axis);
  const lines =
    question.split.by === 'source'
      ? sourceLines({ found, base, isAll: question.text.trim() === '' }, axis, columns)
      : { lines: termLines([question.text, ...question.split.others], axis, context), others: 0 };
  const undated = countMonths(found, columns)[0] ?? 0;
  const onAxis = units.reduce((sum, count) => sum + count, 0);
  return {
    grain: axis.grain,
    first: axis.first,
    units: axis.units,
    lines: lines.lines,
    found: units,
    undated,
    outside: found.length - undated - onAxis,
    otherSources: lines.others,
  };
}

function noAxis(undated: number): TrendCounts {
  return {
    grain: 'month',
    first: null,
    units: 0,
    lines: [],
    found: [],
    undated,
    outside: 0,
    otherSources: 0,
  };
}

/** Posts by unit of the axis. */
function unitsOf(rows: Uint32Array, { units, unitOf }: TimeAxis): readonly number[] {
  const counts = Array.from({ length: units }, () => 0);
  for (let at = 0; at < rows.length; at += 1) {
    const unit = unitOf(rows[at] ?? 0);
    if (unit >= 0) counts[unit] = (counts[unit] ?? 0) + 1;
  }
  return counts;
}

function termLines(
  terms: readonly string[],
  axis: TimeAxis,
  { find }: TrendContext,
): readonly TrendLine[] {
  const bases = unitsOf(find(''), axis);
  return terms.slice(0, MOST_LINES).map((term) => ({
    name: term,
    counts: unitsOf(find(term), axis),
    bases,
  }));
}

interface SourcePosts {
  readonly found: Uint32Array;
  readonly base: Uint32Array;
  /** Nothing is looked for: `found` is `base`. */
  readonly isAll: boolean;
}

/** The label number of posts without a source, which no label has. */
const NO_SOURCE = 0;

/** A line for each of the sources with most posts on the axis. */
function sourceLines(
  { found, base, isAll }: SourcePosts,
  axis: TimeAxis,
  columns: PostColumns,
): { readonly lines: readonly TrendLine[]; readonly others: number } {
  const shown = found.filter((row) => axis.unitOf(row) >= 0);
  const totals = sourceTotals(shown, columns);
  const first = totals.slice(0, MOST_LINES).map(([label]) => label);
  const counts = unitsBySource(shown, first, { axis, columns });
  const bases = isAll ? null : unitsBySource(base, first, { axis, columns });
  const all = isAll ? unitsOf(base, axis) : [];
  const lines = first.map((label, line) => ({
    name: label === NO_SOURCE ? null : (columns.labels.texts[label] ?? ''),
    counts: counts[line] ?? [],
    bases: bases?.[line] ?? all,
  }));
  return { lines, others: totals.length - first.length };
}

/** Sources (NO_SOURCE among them) with their posts: most first, then by name. */
function sourceTotals(
  rows: Uint32Array,
  columns: PostColumns,
): readonly (readonly [label: number, count: number])[] {
  const counts = countLabels(rows, columns);
  const byText = [...columns.labels.byText('source')];
  const sourced = byText.reduce((sum, label) => sum + (counts[label] ?? 0), 0);
  return [...byText.map((label) => [label, counts[label] ?? 0] as const), none(rows, sourced)]
    .filter(([, count]) => count > 0)
    .toSorted(([, a], [, b]) => b - a);
}

/** A post has one source at most. */
function none(rows: Uint32Array, sourced: number): readonly [label: number, count: number] {
  return [NO_SOURCE, rows.length - sourced];
}

interface SourceAxis {
  readonly axis: TimeAxis;
  readonly columns: PostColumns;
}

/** Posts by unit for each of some sources, in one pass. */
function unitsBySource(
  rows: Uint32Array,
  sources: readonly number[],
  { axis, columns }: SourceAxis,
): readonly (readonly number[])[] {
  const counts = sources.map(() => Array.from({ length: axis.units }, () => 0));
  const lineOf = lineBySource(sources, columns);
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] ?? 0;
    const unit = axis.unitOf(row);
    const line = unit < 0 ? undefined : counts[lineOf(row)];
    if (line !== undefined) line[unit] = (line[unit] ?? 0) + 1;
  }
  return counts;
}

/** The place of a post's source among some; -1 when it is none of them. */
function lineBySource(sources: readonly number[], columns: PostColumns): (row: number) => number {
  const { labels, labelRuns } = columns;
  /** By label number: 0 = no source, else the line and two. */
  const marks = new Uint8Array(labels.size);
  for (const label of labels.byText('source')) marks[label] = 1;
  sources.forEach((label, line) => {
    if (label !== NO_SOURCE) marks[label] = line + 2;
  });
  const without = sources.indexOf(NO_SOURCE);
  const { starts, pool } = labelRuns;
  return (row) => {
    const start = starts[row] ?? 0;
    const end = start + (pool[start] ?? 0);
    for (let place = start + 1; place <= end; place += 1) {
      const mark = marks[pool[place] ?? 0] ?? 0;
      if (mark > 0) return mark - 2;
    }
    return without;
  };
}
