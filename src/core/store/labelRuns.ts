import type { PostSet } from './postSet.ts';

/**
 * Label numbers of all posts, of every facet together (a number stands for one value of one facet): those of post `id`
 * are the `pool[starts[id]]` numbers of the pool that follow that one. Post numbers without labels start at 0, where the
 * pool has an empty run.
 */
export interface LabelRuns {
  readonly starts: Uint32Array;
  readonly pool: Uint32Array;
}

/** Posts of `within` that carry a label that `isChosen` (by label number) has 1 for. */
export function postsWithAny(
  { starts, pool }: LabelRuns,
  isChosen: Uint8Array,
  within: PostSet,
): PostSet {
  const found = new Uint8Array(within.length);
  for (let id = 0; id < within.length; id += 1) {
    if (within[id] !== 1) continue;
    const start = starts[id] ?? 0;
    const end = start + (pool[start] ?? 0);
    let isHit = 0;
    for (let at = start + 1; at <= end; at += 1) isHit |= isChosen[pool[at] ?? 0] ?? 0;
    found[id] = isHit;
  }
  return found;
}

/** Longest part of the pool that may be left behind by changed posts before it is written anew; and in how many. */
const MIN_WASTE = 262_144;

/** Label runs that grow and change. What `view` gave before stays true only until the next `set`. */
export class GrowingLabelRuns {
  #starts = new Uint32Array(1);
  #pool = new Uint32Array(1);
  #end = 1;
  #wasted = 0;

  /** Makes room for row numbers below `capacity`. */
  reserve(capacity: number): void {
    if (capacity <= this.#starts.length) return;
    const starts = new Uint32Array(capacity);
    starts.set(this.#starts);
    this.#starts = starts;
  }

  /** Replaces the labels of one post. */
  set(id: number, labels: Uint32Array): void {
    const start = this.#starts[id] ?? 0;
    const before = start === 0 ? -1 : (this.#pool[start] ?? 0);
    if (labels.length === 0 && before < 0) return;
    if (labels.length <= before) {
      this.#pool[start] = labels.length;
      this.#pool.set(labels, start + 1);
      this.#wasted += before - labels.length;
      return;
    }
    this.#wasted += before + 1;
    this.#grow(labels.length + 1);
    this.#starts[id] = this.#end;
    this.#pool[this.#end] = labels.length;
    this.#pool.set(labels, this.#end + 1);
    this.#end += labels.length + 1;
  }

  /** Replaces the labels of `labelStarts.length` posts from `first` on with runs of another pool. */
  setAll(first: number, labelStarts: Uint32Array, pool: Uint32Array): void {
    this.#grow(pool.length);
    const base = this.#end;
    this.#pool.set(pool, base);
    this.#end += pool.length;
    for (let at = 0; at < labelStarts.length; at += 1) {
      const start = this.#starts[first + at] ?? 0;
      if (start !== 0) this.#wasted += (this.#pool[start] ?? 0) + 1;
      this.#starts[first + at] = base + (labelStarts[at] ?? 0);
    }
  }

  /** The runs of row numbers below `size`. */
  view(size: number): LabelRuns {
    if (this.#wasted > MIN_WASTE && this.#wasted * 2 > this.#end) this.#rewrite();
    return { starts: this.#starts.subarray(0, size), pool: this.#pool.subarray(0, this.#end) };
  }

  #grow(length: number): void {
    const needed = this.#end + length;
    if (needed <= this.#pool.length) return;
    const pool = new Uint32Array(Math.max(needed, Math.ceil(this.#pool.length * 1.25)));
    pool.set(this.#pool.subarray(0, this.#end));
    this.#pool = pool;
  }

  /** Leaves out the runs that nothing starts at any more. */
  #rewrite(): void {
    const before = this.#pool.slice(0, this.#end);
    this.#end = 1;
    this.#wasted = 0;
    for (let id = 0; id < this.#starts.length; id += 1) {
      const start = this.#starts[id] ?? 0;
      if (start === 0) continue;
      const length = (before[start] ?? 0) + 1;
      this.#starts[id] = this.#end;
      this.#pool.set(before.subarray(start, start + length), this.#end);
      this.#end += length;
    }
  }
}
