/** A set of posts: 1 at the row number of each member. */
export type PostSet = Uint8Array;

/** Adds the members of `added` to `set`. */
export function addAll(set: PostSet, added: PostSet): void {
  for (let id = 0; id < set.length; id += 1) set[id] = (set[id] ?? 0) | (added[id] ?? 0);
}

/** Members of `a` that are not in `b`. */
export function subtract(a: PostSet, b: PostSet): PostSet {
  const rest = new Uint8Array(a.length);
  for (let id = 0; id < rest.length; id += 1) rest[id] = (a[id] ?? 0) & ((b[id] ?? 0) ^ 1);
  return rest;
}

/** Members of both. */
export function intersect(a: PostSet, b: PostSet): PostSet {
  const both = new Uint8Array(a.length);
  for (let id = 0; id < both.length; id += 1) both[id] = (a[id] ?? 0) & (b[id] ?? 0);
  return both;
}

/** Members that fulfil a condition. */
export function keepOnly(set: PostSet, fulfils: (id: number) => boolean): PostSet {
  const kept = new Uint8Array(set.length);
  for (let id = 0; id < set.length; id += 1) if (set[id] === 1 && fulfils(id)) kept[id] = 1;
  return kept;
}

/** True when the set has no member. */
export function isEmpty(set: PostSet): boolean {
  return !set.includes(1);
}

/** Row numbers of the members, ascending. */
export function rowsOf(set: PostSet): Uint32Array {
  const { words, wordCount } = wordsOf(set);
  let rows: Uint32Array = new Uint32Array(1_024);
  let length = 0;
  for (let at = 0; at < wordCount; at += 1) {
    // Four posts at a time: most results leave out most posts.
    if (words[at] === 0) continue;
    if (length + 4 > rows.length) rows = longer(rows, set.length);
    const id = at * 4;
    // Without a branch, which would be guessed wrong for every other post: what is no member is written over.
    rows[length] = id;
    length += set[id] ?? 0;
    rows[length] = id + 1;
    length += set[id + 1] ?? 0;
    rows[length] = id + 2;
    length += set[id + 2] ?? 0;
    rows[length] = id + 3;
    length += set[id + 3] ?? 0;
  }
  if (length + 4 > rows.length) rows = longer(rows, set.length);
  for (let id = wordCount * 4; id < set.length; id += 1) {
    rows[length] = id;
    length += set[id] ?? 0;
  }
  return rows.subarray(0, length);
}

/** A set of row numbers below `size`. */
export function setOf(rows: Uint32Array, size: number): PostSet {
  const set = new Uint8Array(size);
  for (let at = 0; at < rows.length; at += 1) set[rows[at] ?? 0] = 1;
  return set;
}

function wordsOf(set: PostSet): { readonly words: Uint32Array; readonly wordCount: number } {
  // A view of wider numbers must begin at an even address; sets are made whole, so that they do.
  const isEven = set.byteOffset % 4 === 0;
  const wordCount = isEven ? Math.floor(set.length / 4) : 0;
  return { words: new Uint32Array(set.buffer, isEven ? set.byteOffset : 0, wordCount), wordCount };
}

function longer(rows: Uint32Array, most: number): Uint32Array {
  const larger = new Uint32Array(Math.min(Math.max(rows.length * 4, 4_096), most + 8));
  larger.set(rows);
  return larger;
}
