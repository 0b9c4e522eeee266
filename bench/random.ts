/** A stream of pseudo-random numbers, each in [0, 1). */
export type Random = () => number;

/**
 * A stream that is fully determined by `seed` (any integer; its low 32 bits count).
 * Algorithm: mulberry32, public domain.
 */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** One seed out of two integers, so that post `index` of archive `seed` has a stream of its own. */
export function mixSeeds(seed: number, index: number): number {
  const mixed = Math.imul(seed ^ Math.imul(index + 0x9e3779b9, 0x85ebca6b), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}

/** An integer in [0, limit). `limit` must be at least 1. */
export function below(random: Random, limit: number): number {
  return Math.floor(random() * limit);
}

/** One element, all equally likely. Throws RangeError when `list` is empty. */
export function pick<T>(random: Random, list: readonly T[]): T {
  return at(list, Math.floor(random() * list.length));
}

/**
 * One element, the early ones far more likely: the rank is `length * u^2`, which gives the head of
 * a list of 60 a share of 13 %, near to what Zipf's law gives it. Throws when `list` is empty.
 */
export function pickSkewed<T>(random: Random, list: readonly T[]): T {
  const u = random();
  return at(list, Math.floor(u * u * list.length));
}

/** A number from the standard normal distribution (Box-Muller). */
export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** `list` in another order, fixed by the stream (Fisher-Yates); the input is left as it is. */
export function shuffled<T>(random: Random, list: readonly T[]): readonly T[] {
  const keyed = list.map((value) => ({ value, key: random() }));
  return keyed.toSorted((a, b) => a.key - b.key).map(({ value }) => value);
}

function at<T>(list: readonly T[], index: number): T {
  const value = list[index];
  if (value === undefined) throw new RangeError('cannot pick from an empty list');
  return value;
}
