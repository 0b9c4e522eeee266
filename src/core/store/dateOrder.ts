import { sortedByKey } from './radixSort.ts';

/** Orders of all posts by their wall-clock time. Posts of the same time stand in no promised order among themselves. */
export interface DateOrder {
  /** Row numbers, newest first; those without a date last. */
  readonly newest: () => Uint32Array;
  /** Row numbers, oldest first; those without a date last. */
  readonly oldest: () => Uint32Array;
  /** Place in `newest` by row number. */
  readonly ranks: () => Uint32Array;
  /** Posts with a date. */
  readonly datedCount: () => number;
}

/** What the order is made from, by row number. */
export interface DatedRows {
  readonly isThere: Uint8Array;
  /** NaN without a date. */
  readonly wallMs: Float64Array;
}

/** From this share of all rows on, sorting all anew is as cheap as putting the changed ones in. */
const MERGE_SHARE = 4;

/** Keeps the order of all posts: made when it is first asked for, then only changed where posts change. */
export class GrowingDateOrder implements DateOrder {
  #rows: DatedRows = { isThere: new Uint8Array(0), wallMs: new Float64Array(0) };
  #newest: Uint32Array | null = null;
  #oldest: Uint32Array | null = null;
  #ranks: Uint32Array | null = null;
  #datedCount = 0;
  #changed: number[] = [];

  /** Takes the rows as they are now, and which of them changed (or came, or went) since the last call. */
  update(rows: DatedRows, changed: readonly number[]): void {
    this.#rows = rows;
    if (changed.length === 0) return;
    this.#oldest = null;
    this.#ranks = null;
    if (this.#newest === null) return;
    for (const id of changed) this.#changed.push(id);
    if (this.#changed.length * MERGE_SHARE < rows.isThere.length) return;
    this.#newest = null;
    this.#changed = [];
  }

  newest(): Uint32Array {
    if (this.#newest === null) this.#take(newestFirst(this.#rows));
    else if (this.#changed.length > 0) {
      const before = { order: this.#newest, datedCount: this.#datedCount };
      this.#take(merged(before, this.#changed, this.#rows));
    }
    return this.#newest ?? new Uint32Array(0);
  }

  oldest(): Uint32Array {
    if (this.#oldest !== null) return this.#oldest;
    const oldest = this.newest().slice();
    oldest.subarray(0, this.#datedCount).reverse();
    this.#oldest = oldest;
    return oldest;
  }

  ranks(): Uint32Array {
    if (this.#ranks !== null) return this.#ranks;
    const order = this.newest();
    const ranks = new Uint32Array(this.#rows.isThere.length);
    for (let rank = 0; rank < order.length; rank += 1) ranks[order[rank] ?? 0] = rank;
    this.#ranks = ranks;
    return ranks;
  }

  datedCount(): number {
    this.newest();
    return this.#datedCount;
  }

  #take(sorted: SortedRows): void {
    this.#newest = sorted.order;
    this.#datedCount = sorted.datedCount;
    this.#changed = [];
  }
}

interface SortedRows {
  readonly order: Uint32Array;
  readonly datedCount: number;
}

/** Sorts all posts by their time, the newest first: by how much older each is than the newest of all. */
function newestFirst({ isThere, wallMs }: DatedRows): SortedRows {
  const dated = new Uint32Array(isThere.length);
  const undated = new Uint32Array(isThere.length);
  let datedCount = 0;
  let undatedCount = 0;
  let newest = Number.NEGATIVE_INFINITY;
  for (let id = 0; id < isThere.length; id += 1) {
    if (isThere[id] !== 1) continue;
    const time = wallMs[id] ?? Number.NaN;
    if (Number.isNaN(time)) undated[undatedCount++] = id;
    else {
      dated[datedCount++] = id;
      if (time > newest) newest = time;
    }
  }
  const ages = new Float64Array(datedCount);
  for (let at = 0; at < datedCount; at += 1) ages[at] = newest - (wallMs[dated[at] ?? 0] ?? 0);
  const order = new Uint32Array(datedCount + undatedCount);
  order.set(sortedByKey(dated.slice(0, datedCount), ages));
  order.set(undated.subarray(0, undatedCount), datedCount);
  return { order, datedCount };
}

/** An order without the rows that changed since, and those put in where they belong now. */
function merged(
  before: SortedRows,
  changed: readonly number[],
  { isThere, wallMs }: DatedRows,
): SortedRows {
  const isKept = new Uint8Array(isThere.length).fill(1);
  for (const id of changed) isKept[id] = 0;
  const fresh = Uint32Array.from(new Set(changed)).filter((id) => isThere[id] === 1);
  const freshDated = fresh
    .filter((id) => !Number.isNaN(wallMs[id]))
    .toSorted((a, b) => (wallMs[b] ?? 0) - (wallMs[a] ?? 0) || a - b);
  const freshUndated = fresh.filter((id) => Number.isNaN(wallMs[id]));
  const dated = putIn(
    freshDated,
    onlyKept(before.order.subarray(0, before.datedCount), isKept),
    wallMs,
  );
  const undated = onlyKept(before.order.subarray(before.datedCount), isKept);
  const order = new Uint32Array(dated.length + undated.length + freshUndated.length);
  order.set(dated);
  order.set(undated, dated.length);
  order.set(freshUndated, dated.length + undated.length);
  return { order, datedCount: dated.length };
}

function onlyKept(rows: Uint32Array, isKept: Uint8Array): Uint32Array {
  const kept = new Uint32Array(rows.length);
  let length = 0;
  for (let at = 0; at < rows.length; at += 1) {
    const id = rows[at] ?? 0;
    kept[length] = id;
    length += isKept[id] ?? 0;
  }
  return kept.subarray(0, length);
}

/** Both newest first: each new row goes behind those that are as new, the rows between are copied as they stand. */
function putIn(fresh: Uint32Array, rows: Uint32Array, wallMs: Float64Array): Uint32Array {
  const both = new Uint32Array(rows.length + fresh.length);
  let from = 0;
  fresh.forEach((id, at) => {
    const to = firstOlder(rows, wallMs[id] ?? 0, wallMs);
    both.set(rows.subarray(from, to), from + at);
    both[to + at] = id;
    from = to;
  });
  both.set(rows.subarray(from), from + fresh.length);
  return both;
}

/** Place of the first row older than a time, by halving. */
function firstOlder(rows: Uint32Array, time: number, wallMs: Float64Array): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((wallMs[rows[middle] ?? 0] ?? 0) >= time) low = middle + 1;
    else high = middle;
  }
  return low;
}
