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
