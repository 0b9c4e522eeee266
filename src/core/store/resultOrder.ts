import type { MonthRun } from '../../shared/searchModel.ts';
import { monthText, type PostColumns } from './columns.ts';
import { MANY_PATHS, type PathOrder } from './pathOrder.ts';
import { setOf } from './postSet.ts';

/** A result in its order, of which no more is worked out than is asked for. */
export interface ResultOrder {
  /** Row numbers from a place on. Called inside the transaction that the result is from. */
  readonly slice: (offset: number, limit: number) => Uint32Array;
}

/** What posts are ordered by beside scores. */
export interface OrderContext {
  readonly columns: PostColumns;
  readonly paths: PathOrder;
}

/** A result with so few of all posts is sorted by the places in the order of all; of others, that order is walked. */
const SPARSE = 64;

/**
 * Posts by date, those without one last, then by path. The order of all posts leaves open which of the same time comes
 * first: only where such posts are asked for, their paths are compared.
 */
export function orderByDate(
  rows: Uint32Array,
  direction: 'newest' | 'oldest',
  { columns, paths }: OrderContext,
): ResultOrder {
  const { wallMs } = columns;
  const isSameTime = (a: number, b: number): boolean => {
    const first = wallMs[a] ?? Number.NaN;
    const second = wallMs[b] ?? Number.NaN;
    return first === second || (Number.isNaN(first) && Number.isNaN(second));
  };
  const unsettled =
    rows.length * SPARSE < columns.size
      ? sortedAtOnce(rows, direction, columns)
      : walked(rows, direction, columns);
  return settled(rows.length, unsettled, { isSame: isSameTime, paths });
}

/** Row numbers in an order that leaves open how equal ones stand; the first `count` of them at least. */
type Unsettled = (count: number) => Uint32Array;

function sortedAtOnce(
  rows: Uint32Array,
  direction: 'newest' | 'oldest',
  { dates }: PostColumns,
): Unsettled {
  const ranks = dates.ranks();
  const datedCount = dates.datedCount();
  const isOldest = direction === 'oldest';
  const places = new Uint32Array(rows.length);
  for (let at = 0; at < rows.length; at += 1) {
    const rank = ranks[rows[at] ?? 0] ?? 0;
    places[at] = isOldest && rank < datedCount ? datedCount - 1 - rank : rank;
  }
  places.sort();
  const order = isOldest ? dates.oldest() : dates.newest();
  const sorted = places.map((place) => order[place] ?? 0);
  return () => sorted;
}

function walked(
  rows: Uint32Array,
  direction: 'newest' | 'oldest',
  { dates, size }: PostColumns,
): Unsettled {
  const order = direction === 'oldest' ? dates.oldest() : dates.newest();
  const isAll = rows.length === order.length;
  const set = isAll ? new Uint8Array(0) : setOf(rows, size);
  const sorted = isAll ? order.slice() : new Uint32Array(rows.length + 1);
  let length = isAll ? rows.length : 0;
  let next = 0;
  return (count) => {
    for (; length < count && next < order.length; next += 1) {
      const id = order[next] ?? 0;
      sorted[length] = id;
      length += set[id] ?? 0;
    }
    return sorted;
  };
}

interface Settling {
  readonly isSame: (a: number, b: number) => boolean;
  readonly paths: PathOrder;
}

/** First row numbers that are looked at behind a page for the end of its last group; then twice as many each time. */
const LOOK_AHEAD = 64;

/** Puts equal posts in the order of their paths, group by group where they are asked for. */
function settled(total: number, unsettled: Unsettled, { isSame, paths }: Settling): ResultOrder {
  /** Starts of groups that are in order. */
  const done = new Set<number>();

  const groupStart = (sorted: Uint32Array, place: number): number => {
    let start = place;
    while (start > 0 && isSame(sorted[start - 1] ?? 0, sorted[place] ?? 0)) start -= 1;
    return start;
  };

  const groupEnd = (place: number): number => {
    let known = Math.min(total, place + LOOK_AHEAD);
    let sorted = unsettled(known);
    let end = place + 1;
    while (end < total) {
      if (end === known) {
        known = Math.min(total, place + (known - place) * 2);
        sorted = unsettled(known);
      }
      if (!isSame(sorted[end] ?? 0, sorted[place] ?? 0)) break;
      end += 1;
    }
    return end;
  };

  return {
    slice: (offset, limit) => {
      const from = Math.min(offset, total);
      const to = Math.min(total, from + limit);
      if (to - from >= MANY_PATHS) paths.expectMany();
      const sorted = unsettled(to);
      let place = from < to ? groupStart(sorted, from) : to;
      while (place < to) {
        const end = groupEnd(place);
        if (end - place > 1 && !done.has(place)) {
          paths.sort(sorted.subarray(place, end));
          done.add(place);
        }
        place = end;
      }
      return sorted.slice(from, to);
    },
  };
}

/** Posts of one month standing together, in an order by date, from the posts of each `monthNumber` (0 = no date). */
export function monthRunsOf(
  monthCounts: Uint32Array,
  direction: 'newest' | 'oldest',
): readonly MonthRun[] {
  const runs: MonthRun[] = [];
  for (let month = 1; month < monthCounts.length; month += 1) {
    const count = monthCounts[month] ?? 0;
    if (count > 0) runs.push({ month: monthText(month), count });
  }
  if (direction === 'newest') runs.reverse();
  const undated = monthCounts[0] ?? 0;
  if (undated > 0) runs.push({ month: null, count: undated });
  return runs;
}
