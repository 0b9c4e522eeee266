const DIGIT_BITS = 16;
const DIGITS = 2 ** DIGIT_BITS;
const WORD = 2 ** 32;

/**
 * `rows` by ascending key; `keys` are whole numbers from 0 to 2^53 beside their rows. Equal keys keep their order. A radix
 * sort over 16-bit digits, the least first (Knuth, The Art of Computer Programming 3, 5.2.5); digits that all keys share
 * are skipped.
 */
export function sortedByKey(rows: Uint32Array, keys: Float64Array): Uint32Array {
  const low = new Uint32Array(keys.length);
  const high = new Uint32Array(keys.length);
  for (let at = 0; at < keys.length; at += 1) {
    const key = keys[at] ?? 0;
    const above = Math.floor(key / WORD);
    high[at] = above;
    low[at] = key - above * WORD;
  }
  let order = new Uint32Array(rows.length);
  for (let at = 0; at < order.length; at += 1) order[at] = at;
  let spare = new Uint32Array(rows.length);
  for (const [words, shift] of [
    [low, 0],
    [low, DIGIT_BITS],
    [high, 0],
    [high, DIGIT_BITS],
  ] as const) {
    const starts = startsOfDigits(words, shift);
    if (starts === null) continue;
    scatter(order, { words, shift, starts, to: spare });
    [order, spare] = [spare, order];
  }
  for (let at = 0; at < order.length; at += 1) spare[at] = rows[order[at] ?? 0] ?? 0;
  return spare;
}

/** The places at which each digit's keys begin; null when all keys share the digit. */
function startsOfDigits(words: Uint32Array, shift: number): Uint32Array | null {
  const starts = new Uint32Array(DIGITS + 1);
  for (let at = 0; at < words.length; at += 1) {
    const digit = ((words[at] ?? 0) >>> shift) & (DIGITS - 1);
    starts[digit + 1] = (starts[digit + 1] ?? 0) + 1;
  }
  const first = ((words[0] ?? 0) >>> shift) & (DIGITS - 1);
  if (starts[first + 1] === words.length) return null;
  for (let digit = 1; digit <= DIGITS; digit += 1) {
    starts[digit] = (starts[digit] ?? 0) + (starts[digit - 1] ?? 0);
  }
  return starts;
}

interface Scattering {
  readonly words: Uint32Array;
  readonly shift: number;
  readonly starts: Uint32Array;
  readonly to: Uint32Array;
}

function scatter(order: Uint32Array, { words, shift, starts, to }: Scattering): void {
  for (let at = 0; at < order.length; at += 1) {
    const place = order[at] ?? 0;
    const digit = ((words[place] ?? 0) >>> shift) & (DIGITS - 1);
    const next = starts[digit] ?? 0;
    to[next] = place;
    starts[digit] = next + 1;
  }
}
