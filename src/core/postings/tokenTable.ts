import { sortByKey } from './sortByKey.ts';
import { GAP_KEY, STRING_KEYS, SYMBOL_KEYS, SYMBOL_UNIT } from './tokenKeys.ts';

/** Spreads keys over the slots of the table (Knuth, The Art of Computer Programming 3, 6.4: multiplicative hashing). */
const MULTIPLIER = 0x9e_37_79_b1;

/** Number of slots at first, as a power of two. */
const FIRST_BITS = 12;

/** Where tokens of a text are. */
interface TokenRange {
  /** Key by position; see tokenise.ts. */
  readonly keys: Uint32Array;
  readonly start: number;
  readonly end: number;
  /** Numbers in the table of the text's strings. */
  readonly named: Uint32Array;
  /** The place of the first. */
  readonly place: number;
}

/**
 * Tokens of one field, numbered as they are met, with all of their places: pairs of number and place in the order of
 * the texts, which `gather` puts in the order of the numbers by counting. Frequent tokens are met early, so what is
 * asked for most lies together. Keeps its memory.
 */
export class TokenTable {
  /** Pairs of key and number, found by linear probing; key 0 = empty. */
  #slots = new Uint32Array(2 << FIRST_BITS);
  #bits = FIRST_BITS;
  #tokenCount = 0;
  #keys = new Uint32Array(1 << FIRST_BITS);
  #counts = new Uint32Array(1 << FIRST_BITS);
  #named: number[] = [];
  #texts: string[] = [];
  readonly #numbersByText = new Map<string, number>();
  #numbers = new Uint32Array(8_192);
  #places = new Uint32Array(8_192);
  #gathered = new Uint32Array(0);
  #starts = new Uint32Array(0);
  /** Number of pairs. */
  length = 0;

  clear(): void {
    this.#slots.fill(0);
    this.#counts.fill(0, 0, this.#tokenCount);
    this.#tokenCount = 0;
    this.#named = [];
    this.#texts = [];
    this.#numbersByText.clear();
    this.length = 0;
  }

  /** The number of a token that is a string. */
  numberOfText(text: string): number {
    const known = this.#numbersByText.get(text);
    if (known !== undefined) return known;
    this.#reserveTokens(1);
    const number = this.#newToken(STRING_KEYS + this.#texts.length);
    this.#named.push(number);
    this.#texts.push(text);
    this.#numbersByText.set(text, number);
    return number;
  }

  /** Adds the tokens of a text or of a part of it. */
  addAll({ keys, start, end, named, place: firstPlace }: TokenRange): void {
    this.#reserveTokens(end - start);
    this.#reservePairs(end - start);
    const slots = this.#slots;
    const shift = 32 - this.#bits;
    const counts = this.#counts;
    const numbers = this.#numbers;
    const places = this.#places;
    let { length } = this;
    for (let position = start; position < end; position += 1) {
      const key = keys[position] ?? GAP_KEY;
      if (key === GAP_KEY) continue;
      let number = 0;
      if (isNamed(key)) {
        number = named[key - STRING_KEYS] ?? 0;
      } else {
        const at = slotOf(slots, shift, key);
        if (slots[at] === 0) {
          slots[at] = key;
          slots[at + 1] = this.#newToken(key);
        }
        number = slots[at + 1] ?? 0;
      }
      counts[number] = (counts[number] ?? 0) + 1;
      numbers[length] = number;
      places[length] = firstPlace + position - start;
      length += 1;
    }
    this.length = length;
  }

  /** Adds tokens that all have the same place. */
  addAt(keys: readonly number[], named: Uint32Array, place: number): void {
    for (let at = 0; at < keys.length; at += 1) {
      this.addAll({ keys: Uint32Array.of(keys[at] ?? 0), start: 0, end: 1, named, place });
    }
  }

  #newToken(key: number): number {
    const number = this.#tokenCount;
    this.#keys[number] = key;
    this.#tokenCount += 1;
    return number;
  }

  /** Makes sure that so many more tokens leave the slots half empty. */
  #reserveTokens(count: number): void {
    const needed = this.#tokenCount + count;
    if (needed > this.#keys.length) {
      this.#keys = enlarged(this.#keys, needed * 2);
      this.#counts = enlarged(this.#counts, needed * 2);
    }
    if (needed * 4 <= this.#slots.length) return;
    while (needed * 2 > 2 ** this.#bits) this.#bits += 1;
    const slots = new Uint32Array(2 ** (this.#bits + 1));
    const shift = 32 - this.#bits;
    for (let number = 0; number < this.#tokenCount; number += 1) {
      const key = this.#keys[number] ?? 0;
      if (isNamed(key)) continue;
      const at = slotOf(slots, shift, key);
      slots[at] = key;
      slots[at + 1] = number;
    }
    this.#slots = slots;
  }

  #reservePairs(count: number): void {
    const needed = this.length + count;
    if (needed <= this.#numbers.length) return;
    this.#numbers = enlarged(this.#numbers, needed * 1.5);
    this.#places = enlarged(this.#places, needed * 1.5);
  }

  /** Puts the places in the order of the tokens' numbers. Nothing may be added from here on until `clear`. */
  gather(): Uint32Array {
    if (this.#gathered.length < this.length) this.#gathered = new Uint32Array(this.#places.length);
    const starts = new Uint32Array(this.#tokenCount + 1);
    const next = new Uint32Array(this.#tokenCount);
    let total = 0;
    for (let number = 0; number < next.length; number += 1) {
      next[number] = total;
      starts[number] = total;
      total += this.#counts[number] ?? 0;
    }
    starts[next.length] = total;
    this.#starts = starts;
    const numbers = this.#numbers;
    const places = this.#places;
    const gathered = this.#gathered;
    for (let at = 0; at < total; at += 1) {
      const number = numbers[at] ?? 0;
      const to = next[number] ?? 0;
      next[number] = to + 1;
      gathered[to] = places[at] ?? 0;
    }
    return gathered;
  }

  /** Where the places of a token stand in what `gather` gave. */
  rangeOf(number: number): readonly [number, number] {
    return [this.#starts[number] ?? 0, this.#starts[number + 1] ?? 0];
  }

  /** Writes the UTF-16 units of a token into `units` from `at` on; answers where they end. */
  writeUnits(number: number, units: Uint16Array, at: number): number {
    const key = this.#keys[number] ?? 0;
    let end = at;
    if (isNamed(key)) {
      const text = this.#texts[key - STRING_KEYS] ?? '';
      for (let unit = 0; unit < text.length; unit += 1) units[end++] = text.charCodeAt(unit);
    } else {
      units[end++] = key >>> 16;
      if ((key & 0xffff) !== 0) units[end++] = key & 0xffff;
    }
    return end;
  }

  isSymbol(number: number): boolean {
    const key = this.#keys[number] ?? 0;
    if (!isNamed(key)) return key >= SYMBOL_KEYS;
    return this.#texts[key - STRING_KEYS]?.charCodeAt(0) === SYMBOL_UNIT;
  }

  /** The numbers of all tokens in the order of their texts, by UTF-16 units. */
  inOrder(): Uint32Array {
    const numeric = this.#numericInOrder();
    const named = this.#named.toSorted((a, b) => (this.#textOf(a) < this.#textOf(b) ? -1 : 1));
    const all = new Uint32Array(numeric.length + named.length);
    let next = 0;
    let length = 0;
    for (const number of named) {
      const text = this.#textOf(number);
      const head = ((text.charCodeAt(0) << 16) | (text.charCodeAt(1) || 0)) >>> 0;
      // The others have two units at most: where those are equal, the string is the longer one.
      while (next < numeric.length && (this.#keys[numeric[next] ?? 0] ?? 0) <= head) {
        all[length++] = numeric[next++] ?? 0;
      }
      all[length++] = number;
    }
    all.set(numeric.subarray(next), length);
    return all;
  }

  #textOf(number: number): string {
    return this.#texts[(this.#keys[number] ?? 0) - STRING_KEYS] ?? '';
  }

  #numericInOrder(): Uint32Array {
    const count = this.#tokenCount - this.#named.length;
    const columns = { keys: new Uint32Array(count), places: new Uint32Array(count) };
    let length = 0;
    for (let number = 0; number < this.#tokenCount; number += 1) {
      const key = this.#keys[number] ?? 0;
      if (isNamed(key)) continue;
      columns.keys[length] = key;
      columns.places[length] = number;
      length += 1;
    }
    const spare = { keys: new Uint32Array(count), places: new Uint32Array(count) };
    return sortByKey(columns, spare, count).places;
  }
}

/** Where a key stands in the slots, or would. */
function slotOf(slots: Uint32Array, shift: number, key: number): number {
  const last = slots.length - 1;
  let at = (Math.imul(key, MULTIPLIER) >>> shift) * 2;
  for (let found = slots[at]; found !== key && found !== 0; found = slots[at]) at = (at + 2) & last;
  return at;
}

function isNamed(key: number): boolean {
  return key >= STRING_KEYS && key < SYMBOL_KEYS;
}

function enlarged(values: Uint32Array, length: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(Math.ceil(length));
  larger.set(values);
  return larger;
}
