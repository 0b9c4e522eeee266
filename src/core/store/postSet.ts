/** A set of posts: 1 at the row number of each member. */
export type PostSet = Uint8Array;

/** Posts found: as row numbers, ascending, and as a set, which is made when it is asked for. */
export interface FoundPosts {
  readonly rows: Uint32Array;
  readonly set: () => PostSet;
}

/** Posts found, known as a set. */
export function foundSet(set: PostSet): FoundPosts {
  return { rows: rowsOf(set), set: () => set };
}

/** Posts found, known as ascending row numbers below `size`. */
export function foundRows(rows: Uint32Array, size: number): FoundPosts {
  return { rows, set: () => setOf(rows, size) };
}

/** Adds the members of `added` to `set`. */
export function addAll(set: PostSet, added: PostSet): void {
  for (let id = 0; id < set.length; id += 1) set[id] = (set[id] ?? 0) | (added[id] ?? 0);
}

/** Members of `a` that are not in `b`. */
export function subtract(a: PostSet, b: PostSet): PostSet {
  const rest = new Uint8Array(a.length);
  const [words, kept, left] = [wordsOf(a), wordsOf(b), wordsOf(rest)];
  const whole = Math.min(words.length, kept.length);
  for (let at = 0; at < whole; at += 1) left[at] = (words[at] ?? 0) & ~(kept[at] ?? 0);
  for (let id = whole * 4; id < rest.length; id += 1) {
    rest[id] = (a[id] ?? 0) & ((b[id] ?? 0) ^ 1);
  }
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

/** Four members side by side. */
const ALL_FOUR = 0x0101_0101;

/** Row numbers of the members, ascending. */
export function rowsOf(set: PostSet): Uint32Array {
  const words = wordsOf(set);
  // Room for four more than there are, which are written over or cut off.
  const rows = new Uint32Array(countMembers(set, words) + 4);
  let length = 0;
  for (let at = 0; at < words.length; at += 1) {
    // Four posts at a time: most results leave out most posts.
    const word = words[at];
    if (word === 0) continue;
    const id = at * 4;
    if (word === ALL_FOUR) {
      rows[length] = id;
      rows[length + 1] = id + 1;
      rows[length + 2] = id + 2;
      rows[length + 3] = id + 3;
      length += 4;
      continue;
    }
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
  for (let id = words.length * 4; id < set.length; id += 1) {
    rows[length] = id;
    length += set[id] ?? 0;
  }
  return rows.subarray(0, length);
}

function countMembers(set: PostSet, words: Uint32Array): number {
  let count = 0;
  for (let at = 0; at < words.length; at += 1) {
    // The highest byte of the product is the sum of the four bytes, each 0 or 1.
    count += Math.imul(words[at] ?? 0, ALL_FOUR) >>> 24;
  }
  for (let id = words.length * 4; id < set.length; id += 1) count += set[id] ?? 0;
  return count;
}

/** A set of row numbers below `size`. */
export function setOf(rows: Uint32Array, size: number): PostSet {
  const set = new Uint8Array(size);
  for (let at = 0; at < rows.length; at += 1) set[rows[at] ?? 0] = 1;
  return set;
}

/** The set four members at a time, but for the last ones. */
function wordsOf(set: PostSet): Uint32Array {
  // A view of wider numbers must begin at an even address; sets are made whole, so that they do.
  if (set.byteOffset % 4 !== 0) return new Uint32Array(0);
  return new Uint32Array(set.buffer, set.byteOffset, Math.floor(set.length / 4));
}
