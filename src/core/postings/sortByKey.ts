/** Two columns of one table of pairs. */
export interface KeyColumns {
  readonly keys: Uint32Array;
  readonly places: Uint32Array;
}

/** Three digits of a key: few enough values of each that the ends of all runs stay in the processor's cache. */
const DIGITS = [
  { shift: 0, values: 2_048 },
  { shift: 11, values: 2_048 },
  { shift: 22, values: 1_024 },
] as const;

/**
 * Sorts pairs (key, place) by key, keeping the order of equal keys: radix sort, lowest digit first (Knuth, The Art of
 * Computer Programming 3, 5.2.5). Linear in the number of pairs. Uses `spare`, of at least that size, and answers the
 * one of both that holds the result.
 */
export function sortByKey(columns: KeyColumns, spare: KeyColumns, length: number): KeyColumns {
  let from = columns;
  let to = spare;
  for (const digit of DIGITS) {
    scatter(from, to, { length, ...digit });
    [from, to] = [to, from];
  }
  return from;
}

interface Pass {
  readonly length: number;
  readonly shift: number;
  readonly values: number;
}

/** One pass: puts the pairs into `to` by one digit, keeping the order of those that have the same. */
function scatter(from: KeyColumns, to: KeyColumns, { length, shift, values }: Pass): void {
  const ends = new Uint32Array(values + 1);
  const mask = values - 1;
  const { keys, places } = from;
  for (let at = 0; at < length; at += 1) {
    const next = (((keys[at] ?? 0) >>> shift) & mask) + 1;
    ends[next] = (ends[next] ?? 0) + 1;
  }
  for (let value = 0; value < values; value += 1) {
    ends[value + 1] = (ends[value + 1] ?? 0) + (ends[value] ?? 0);
  }
  const { keys: newKeys, places: newPlaces } = to;
  for (let at = 0; at < length; at += 1) {
    const key = keys[at] ?? 0;
    const digit = (key >>> shift) & mask;
    const target = ends[digit] ?? 0;
    ends[digit] = target + 1;
    newKeys[target] = key;
    newPlaces[target] = places[at] ?? 0;
  }
}
