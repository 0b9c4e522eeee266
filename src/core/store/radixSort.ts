const DIGIT_BITS = 16;
const DIGITS = 2 ** DIGIT_BITS;

/**
 * `rows` by ascending key; `keys` are whole numbers from 0 to 2^53 beside their rows. Equal keys keep their order. A radix
 * sort over 16-bit digits, the least first (Knuth, The Art of Computer Programming 3, 5.2.5); digits that all keys share
 * are skipped.
 */
export function sortedByKey(rows: Uint32Array, keys: Float64Array): Uint32Array {
  let order = Uint32Array.from(rows.keys());
  let spare = new Uint32Array(order.length);
  const digits = new Uint16Array(order.length);
  const largest = keys.reduce((most, key) => Math.max(most, key), 0);
  for (let scale = 1; scale <= largest; scale *= DIGITS) {
    const starts = startsOfDigits(keys, scale, digits);
    if (starts === null) continue;
    scatter(order, { digits, starts, to: spare });
    [order, spare] = [spare, order];
  }
  return order.map((place) => rows[place] ?? 0);
}

/** Writes one digit of each key and gives the places at which each digit's keys begin; null when all keys share it. */
function startsOfDigits(
  keys: Float64Array,
  scale: number,
  digits: Uint16Array,
): Uint32Array | null {
  const starts = new Uint32Array(DIGITS + 1);
  for (let at = 0; at < keys.length; at += 1) {
    const digit = Math.floor((keys[at] ?? 0) / scale) % DIGITS;
    digits[at] = digit;
    starts[digit + 1] = (starts[digit + 1] ?? 0) + 1;
  }
  if (starts[(digits[0] ?? 0) + 1] === keys.length) return null;
  for (let digit = 1; digit <= DIGITS; digit += 1) {
    starts[digit] = (starts[digit] ?? 0) + (starts[digit - 1] ?? 0);
  }
  return starts;
}

interface Scattering {
  readonly digits: Uint16Array;
  readonly starts: Uint32Array;
  readonly to: Uint32Array;
}

function scatter(order: Uint32Array, { digits, starts, to }: Scattering): void {
  for (let at = 0; at < order.length; at += 1) {
    const place = order[at] ?? 0;
    const digit = digits[place] ?? 0;
    const next = starts[digit] ?? 0;
    to[next] = place;
    starts[digit] = next + 1;
  }
}
