import type { MonthRun } from '../../shared/searchModel.ts';
import type { Settings } from '../../shared/appModel.ts';

/** Height of a month head, in CSS pixels. */
const HEAD_HEIGHT = 24;

/** Heights of a row by density, in CSS pixels. */
const rowHeights = { comfortable: 92, compact: 56 } as const satisfies Record<
  Settings['density'],
  number
>;

/** Posts of one month as they stand in the list. `top` in pixels, `entry` = place among heads and rows together. */
export interface PlacedRun {
  readonly month: string | null;
  readonly firstRow: number;
  readonly count: number;
  readonly top: number;
  readonly entry: number;
}

/** Where every row and month head stands. Heights are fixed, so nothing is ever measured. */
export interface ListLayout {
  readonly total: number;
  readonly rowHeight: number;
  readonly headHeight: number;
  /** At least one; a result without months is one run without a head. */
  readonly runs: readonly PlacedRun[];
  /** Rows and heads together. */
  readonly entryCount: number;
  readonly height: number;
}

/** An entry of the list: a month head or a row. */
export type ListEntry =
  | { readonly kind: 'head'; readonly run: PlacedRun }
  | { readonly kind: 'row'; readonly index: number };

/** Lays a result out. Month runs that do not sum up to `total` (a damaged answer) are left out. */
export function layoutList(
  result: { readonly total: number; readonly monthRuns: readonly MonthRun[] },
  density: Settings['density'],
): ListLayout {
  const { total } = result;
  const rowHeight = rowHeights[density];
  const isSplit =
    result.monthRuns.length > 0 &&
    result.monthRuns.reduce((sum, { count }) => sum + count, 0) === total;
  const headHeight = isSplit ? HEAD_HEIGHT : 0;
  const source = isSplit ? result.monthRuns : [{ month: null, count: total }];
  const runs: PlacedRun[] = [];
  let firstRow = 0;
  source.forEach(({ month, count }, place) => {
    runs.push({
      month,
      count,
      firstRow,
      top: firstRow * rowHeight + place * headHeight,
      entry: firstRow + (isSplit ? place : 0),
    });
    firstRow += count;
  });
  return {
    total,
    rowHeight,
    headHeight,
    runs,
    entryCount: total + (isSplit ? runs.length : 0),
    height: total * rowHeight + runs.length * headHeight,
  };
}

/** The last run for which `isBefore` holds; runs are in order, so half of them are skipped at each step. */
function lastRun(runs: readonly PlacedRun[], isBefore: (run: PlacedRun) => boolean): PlacedRun {
  let low = 0;
  let high = runs.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const run = runs[middle];
    if (run !== undefined && isBefore(run)) low = middle;
    else high = middle - 1;
  }
  return runs[low] ?? { month: null, firstRow: 0, count: 0, top: 0, entry: 0 };
}

/** The part of the list in view: distance of its first pixel from the top, and how much of it is seen. */
export interface ListView {
  readonly top: number;
  readonly height: number;
}

/** The month run that a row belongs to. */
export const runOfRow = (layout: ListLayout, index: number): PlacedRun =>
  lastRun(layout.runs, ({ firstRow }) => firstRow <= index);

/** The entry at a distance from the top of the list: the nearest one where there is none. */
function entryAtTop(layout: ListLayout, y: number): number {
  const run = lastRun(layout.runs, ({ top }) => top <= y);
  const below = y - run.top - layout.headHeight;
  if (below < 0) return run.entry;
  const row = Math.min(run.count - 1, Math.floor(below / layout.rowHeight));
  return Math.max(0, run.entry + (layout.headHeight > 0 ? 1 : 0) + row);
}

/** First and last entry in view. By arithmetic alone, however long the list is. */
export const entriesInView = (
  layout: ListLayout,
  { top, height }: ListView,
): readonly [first: number, last: number] => [
  entryAtTop(layout, top),
  entryAtTop(layout, top + Math.max(0, height - 1)),
];

/** What stands at a place among heads and rows. */
export function entryAt(layout: ListLayout, place: number): ListEntry {
  const run = lastRun(layout.runs, ({ entry }) => entry <= place);
  if (layout.headHeight > 0 && place === run.entry) return { kind: 'head', run };
  const headCount = layout.headHeight > 0 ? 1 : 0;
  return { kind: 'row', index: run.firstRow + place - run.entry - headCount };
}

/** Place of a row among heads and rows together. */
export function entryOfRow(layout: ListLayout, index: number): number {
  const run = runOfRow(layout, index);
  return run.entry + (layout.headHeight > 0 ? 1 : 0) + index - run.firstRow;
}

/** Distance of a row from the top of the list. */
export function rowTop(layout: ListLayout, index: number): number {
  const run = runOfRow(layout, index);
  return run.top + layout.headHeight + (index - run.firstRow) * layout.rowHeight;
}

/** The row at a distance from the top of the list; a month head counts as its first row. */
export function rowAt(layout: ListLayout, y: number): number {
  const run = lastRun(layout.runs, ({ top }) => top <= y);
  const offset = Math.floor((y - run.top - layout.headHeight) / layout.rowHeight);
  return Math.max(run.firstRow, Math.min(run.firstRow + run.count - 1, run.firstRow + offset));
}

/** The scroll position that shows a row wholly, below its sticky head; the present one when it already does. */
export function scrollTopFor(layout: ListLayout, index: number, view: ListView): number {
  const top = rowTop(layout, index);
  if (top - layout.headHeight < view.top) return Math.max(0, top - layout.headHeight);
  const bottom = top + layout.rowHeight;
  return bottom > view.top + view.height ? bottom - view.height : view.top;
}
