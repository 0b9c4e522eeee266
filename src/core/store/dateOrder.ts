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
    else if (this.#changed.length > 0) this.#take(this.#merged(this.#newest));
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

  /** The order so far without the changed rows, and those put in where they belong now. */
  #merged(before: Uint32Array): SortedRows {
    const { isThere, wallMs } = this.#rows;
    const isChanged = new Uint8Array(isThere.length);
    for (const id of this.#changed) isChanged[id] = 1;
    const fresh = Uint32Array.from(new Set(this.#changed)).filter((id) => isThere[id] === 1);
    const dated = fresh.filter((id) => !Number.isNaN(wallMs[id]));
    dated.sort((a, b) => (wallMs[b] ?? 0) - (wallMs[a] ?? 0) || a - b);
    const order = new Uint32Array(before.length + fresh.length);
    let length = 0;
    let next = 0;
    for (let at = 0; at < this.#datedCount; at += 1) {
      const id = before[at] ?? 0;
      if (isChanged[id] === 1) continue;
      const time = wallMs[id] ?? 0;
      while (next < dated.length && (wallMs[dated[next] ?? 0] ?? 0) > time) {
        order[length++] = dated[next++] ?? 0;
      }
      order[length++] = id;
    }
    while (next < dated.length) order[length++] = dated[next++] ?? 0;
    const datedCount = length;
    for (let at = this.#datedCount; at < before.length; at += 1) {
      const id = before[at] ?? 0;
      if (isChanged[id] !== 1) order[length++] = id;
    }
    for (const id of fresh) if (Number.isNaN(wallMs[id])) order[length++] = id;
    return { order: order.slice(0, length), datedCount };
  }
}

interface SortedRows {
  readonly order: Uint32Array;
  readonly datedCount: number;
}

/**
 * Sorts all posts by descending time: a radix sort over 16-bit digits of the milliseconds since the oldest post (least
 * digit first; Knuth, The Art of Computer Programming 3, 5.2.5), which skips digits that no post has.
 */
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

const DIGIT_BITS = 16;
const DIGITS = 2 ** DIGIT_BITS;

/** `rows` by ascending key; `keys` are whole numbers from 0 to 2^53 beside their rows. Equal keys keep their order. */
function sortedByKey(rows: Uint32Array, keys: Float64Array): Uint32Array {
  let order = Uint32Array.from(rows.keys());
  let spare = new Uint32Array(order.length);
  const digits = new Uint16Array(order.length);
  const largest = keys.reduce((most, key) => Math.max(most, key), 0);
  for (let scale = 1; scale <= largest; scale *= DIGITS) {
    const ends = new Uint32Array(DIGITS + 1);
    for (let at = 0; at < keys.length; at += 1) {
      const digit = Math.floor((keys[at] ?? 0) / scale) % DIGITS;
      digits[at] = digit;
      ends[digit + 1] = (ends[digit + 1] ?? 0) + 1;
    }
    if ((ends[(digits[0] ?? 0) + 1] ?? 0) === keys.length) continue;
    for (let digit = 1; digit <= DIGITS; digit += 1) {
      ends[digit] = (ends[digit] ?? 0) + (ends[digit - 1] ?? 0);
    }
    for (let at = 0; at < order.length; at += 1) {
      const place = order[at] ?? 0;
      const digit = digits[place] ?? 0;
      const to = ends[digit] ?? 0;
      spare[to] = place;
      ends[digit] = to + 1;
    }
    [order, spare] = [spare, order];
  }
  return order.map((place) => rows[place] ?? 0);
}
