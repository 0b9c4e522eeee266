/** A space: what every run of white space becomes. */
export const SPACE = 0x20;

/** From this length on a decoder is quicker than making characters one by one. */
const DECODED_FROM = 96;

/** Units as they lie in memory; without state, for it is never asked to go on with a text. */
const decoder = new TextDecoder('utf-16le', { ignoreBOM: true });

/** Where units are written before a text of another is ready: joins white space, keeps the places they came from. */
export class FoldOutput {
  #units: Uint16Array<ArrayBuffer>;
  #starts: Uint32Array;
  #ends: Uint32Array;
  #length = 0;
  readonly #hasMap: boolean;

  constructor(expectedUnits: number, hasMap: boolean) {
    const capacity = expectedUnits + 32;
    this.#hasMap = hasMap;
    this.#units = new Uint16Array(capacity);
    this.#starts = new Uint32Array(hasMap ? capacity : 0);
    this.#ends = new Uint32Array(hasMap ? capacity : 0);
  }

  push(unit: number, start: number, end: number): void {
    const last = this.#length - 1;
    if (unit === SPACE && last >= 0 && this.#units[last] === SPACE) {
      if (this.#hasMap) this.#ends[last] = end;
      return;
    }
    if (this.#length === this.#units.length) this.#grow(1);
    this.#units[this.#length] = unit;
    if (this.#hasMap) {
      this.#starts[this.#length] = start;
      this.#ends[this.#length] = end;
    }
    this.#length += 1;
  }

  /**
   * Writes `folds[unit]` for the units from `from` on, up to the first that has none (negative), and answers its place.
   * Nearly all of every text goes through here: no calls, no fields inside the loop.
   */
  pushSimple(text: string, from: number, folds: Int32Array): number {
    if (this.#length + text.length - from > this.#units.length) this.#grow(text.length - from);
    const units = this.#units;
    const hasMap = this.#hasMap;
    const starts = this.#starts;
    const ends = this.#ends;
    let length = this.#length;
    let last = length > 0 ? (units[length - 1] ?? 0) : 0;
    let index = from;
    for (; index < text.length; index += 1) {
      const fold = folds[text.charCodeAt(index)] ?? 0;
      if (fold < 0) break;
      if (fold !== SPACE || last !== SPACE) {
        units[length] = fold;
        if (hasMap) starts[length] = index;
        length += 1;
        last = fold;
      }
      if (hasMap) ends[length - 1] = index + 1;
    }
    this.#length = length;
    return index;
  }

  /** Takes back the last unit, which was written by `pushSimple` and stands for one unit of the text; a space stays. */
  takeBack(): void {
    this.#length -= 1;
  }

  get last(): number {
    return this.#units[this.#length - 1] ?? 0;
  }

  text(): string {
    const units = this.#units.subarray(0, this.#length);
    if (units.length < DECODED_FROM) return Reflect.apply(String.fromCharCode, null, units);
    return decoder.decode(units);
  }

  starts(): Uint32Array {
    return this.#starts.subarray(0, this.#length);
  }

  ends(): Uint32Array {
    return this.#ends.subarray(0, this.#length);
  }

  #grow(needed: number): void {
    const capacity = Math.max(this.#units.length * 2, this.#length + needed + 32);
    this.#units = grown(new Uint16Array(capacity), this.#units);
    if (!this.#hasMap) return;
    this.#starts = grown(new Uint32Array(capacity), this.#starts);
    this.#ends = grown(new Uint32Array(capacity), this.#ends);
  }
}

function grown<T extends Uint16Array | Uint32Array>(larger: T, smaller: T): T {
  larger.set(smaller);
  return larger;
}
