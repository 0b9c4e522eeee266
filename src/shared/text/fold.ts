/**
 * Folding: the form in which text and terms are compared. Default-ignorable characters are removed, the rest is
 * NFKC, full case folding, NFKC again (Unicode 3.13, "NFKC_Casefold"), and a run of white space is one space.
 *
 * The text is folded in clusters (a character and what may combine with it), so that every folded unit knows the
 * place it came from; no normalisation reaches across a cluster, hence folding the whole gives the same.
 */

/** Folded text and where each of its UTF-16 units came from: original `[starts[i], ends[i])`. */
export interface FoldedText {
  readonly text: string;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/** How folding may be widened. */
export interface FoldOptions {
  /** Replaces single characters after folding (the place for Traditional to Simplified); null = none. */
  readonly characterTable: ReadonlyMap<string, string> | null;
}

/** Folding without any character table. */
const plainFolding: FoldOptions = { characterTable: null };

/** The folded form of a text. */
export function foldText(text: string, options: FoldOptions = plainFolding): string {
  const output = new FoldOutput(text.length, false);
  foldInto(output, text, options);
  return output.text();
}

/** The folded form of a text with the way back to the original. */
export function foldWithMap(text: string, options: FoldOptions = plainFolding): FoldedText {
  const output = new FoldOutput(text.length, true);
  foldInto(output, text, options);
  return { text: output.text(), starts: output.starts(), ends: output.ends() };
}

const NOT_SIMPLE = -1;
const SPACE = 0x20;

/** Longest cluster; keeps a wall of combining marks from costing quadratic time. */
const MAX_CLUSTER = 1_024;

/**
 * Characters that join the cluster before them: marks, ignorables, vowel and final jamo in all their compatibility
 * forms, and the few letters that decompose to a mark (Thai and Lao AM, Kirat Rai vowels). The test goes through all
 * of Unicode to see that none is missing.
 */
const EXTENDER =
  /[\p{M}\p{DI}\u0e33\u0eb3\u1160-\u11ff\u3133\u3135\u3136\u313a-\u313f\u314f-\u3164\u3167-\u316d\u316f\u3170\u3182\u3183\u3187-\u318e\uff9e-\uffa0\uffa3\uffa5\uffa6\uffaa-\uffaf\uffc2-\uffc7\uffca-\uffcf\uffd2-\uffd7\uffda-\uffdc\u{16d63}-\u{16d6a}]/u;
const IGNORABLE = /\p{DI}/gu;
const LONE_SURROGATE = /\p{Cs}/gu;
const WHITE_SPACE = /\p{White_Space}/u;

function foldInto(output: FoldOutput, text: string, options: FoldOptions): void {
  const table = options.characterTable;
  let index = 0;
  while (index < text.length) {
    const unit = text.charCodeAt(index);
    const simple = SIMPLE_FOLDS[unit] ?? NOT_SIMPLE;
    if (
      simple !== NOT_SIMPLE &&
      !isExtenderAt(text, index + 1) &&
      (table === null || unit < 0x80)
    ) {
      output.push(simple, index, index + 1);
      index += 1;
      continue;
    }
    const end = clusterEnd(text, index);
    foldCluster(output, text.slice(index, end), { start: index, end, table });
    index = end;
  }
}

interface ClusterPlace {
  readonly start: number;
  readonly end: number;
  readonly table: ReadonlyMap<string, string> | null;
}

function foldCluster(output: FoldOutput, cluster: string, place: ClusterPlace): void {
  let folded = foldCharacters(cluster);
  if (place.table !== null) folded = mapCharacters(folded, place.table);
  for (let at = 0; at < folded.length; at += 1) {
    const unit = folded.charCodeAt(at);
    output.push(isWhite(unit) ? SPACE : unit, place.start, place.end);
  }
}

function foldCharacters(cluster: string): string {
  const visible = cluster
    .replace(IGNORABLE, '')
    .replace(LONE_SURROGATE, '\ufffd')
    .normalize('NFKC');
  let folded = '';
  for (const character of visible) folded += foldCase(character);
  return folded.normalize('NFKC').replace(IGNORABLE, '');
}

function mapCharacters(folded: string, table: ReadonlyMap<string, string>): string {
  let mapped = '';
  for (const character of folded) mapped += table.get(character) ?? character;
  return mapped;
}

/**
 * Full case folding of one character. Lower, upper, lower gives the classes of CaseFolding.txt (C and F) for every
 * character but the dotless i, whose capital is an ordinary I.
 */
function foldCase(character: string): string {
  if (character === '\u0131') return character;
  return character.toLowerCase().toUpperCase().toLowerCase();
}

function clusterEnd(text: string, start: number): number {
  let end = start + unitsAt(text, start);
  while (end < text.length && end - start < MAX_CLUSTER && isExtenderAt(text, end)) {
    end += unitsAt(text, end);
  }
  return end;
}

function unitsAt(text: string, index: number): number {
  return (text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1;
}

/** Ranges of units that always fold alone to one unit, and what is added to them. */
const SIMPLE_RANGES: readonly (readonly [first: number, last: number, added: number])[] = [
  [0x00, 0x7e, 0],
  [0x41, 0x5a, 0x20],
  [0xe0, 0xff, 0],
  [0xc0, 0xde, 0x20],
  [0xd7, 0xd7, 0],
  [0x3b1, 0x3c9, 0],
  [0x3c2, 0x3c2, 1],
  [0x400, 0x40f, 0x50],
  [0x410, 0x42f, 0x20],
  [0x430, 0x45f, 0],
  [0x2014, 0x2014, 0],
  [0x2018, 0x201d, 0],
  [0x3001, 0x3011, 0],
  [0x3041, 0x3094, 0],
  [0x30a1, 0x30fa, 0],
  [0x30fc, 0x30fc, 0],
  [0x4e00, 0x9fff, 0],
  [0xac00, 0xd7a3, 0],
  [0xff01, 0xff5e, -0xfee0],
  [0xff21, 0xff3a, 0x20 - 0xfee0],
];

/** Folded form of every unit that folds alone, by unit; NOT_SIMPLE for the others. */
const SIMPLE_FOLDS = buildSimpleFolds();

function buildSimpleFolds(): Int32Array {
  const folds = new Int32Array(0x1_0000).fill(NOT_SIMPLE);
  for (const [first, last, added] of SIMPLE_RANGES) {
    for (let unit = first; unit <= last; unit += 1) folds[unit] = unit + added;
  }
  for (const space of [0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x3000]) folds[space] = SPACE;
  return folds;
}

function isExtenderAt(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  // What folds alone joins nothing; past the end of the text the unit is NaN.
  if (!(unit >= 0xad) || (SIMPLE_FOLDS[unit] ?? NOT_SIMPLE) !== NOT_SIMPLE) return false;
  return EXTENDER.test(String.fromCodePoint(text.codePointAt(index) ?? 0));
}

function isWhite(unit: number): boolean {
  if (unit <= SPACE) return unit === SPACE || (unit >= 0x09 && unit <= 0x0d);
  return unit >= 0x85 && WHITE_SPACE.test(String.fromCharCode(unit));
}

/**
 * True when the unit at `index` stands for itself whatever follows `index + 1`: it folds alone and joins nothing. Past
 * either end of the text the answer is true as well.
 */
export function isPlainAt(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  return Number.isNaN(unit) || (SIMPLE_FOLDS[unit] ?? NOT_SIMPLE) !== NOT_SIMPLE;
}

/** Growing arrays of folded units and their places; joins white space while it is written. */
class FoldOutput {
  #units: Uint16Array;
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
    if (this.#length === this.#units.length) this.#grow();
    this.#units[this.#length] = unit;
    if (this.#hasMap) {
      this.#starts[this.#length] = start;
      this.#ends[this.#length] = end;
    }
    this.#length += 1;
  }

  text(): string {
    let text = '';
    // Arguments live on the stack: 8,192 at a time are safe everywhere.
    for (let at = 0; at < this.#length; at += 8_192) {
      const part = this.#units.subarray(at, Math.min(at + 8_192, this.#length));
      text += Reflect.apply(String.fromCharCode, null, part);
    }
    return text;
  }

  starts(): Uint32Array {
    return this.#starts.subarray(0, this.#length);
  }

  ends(): Uint32Array {
    return this.#ends.subarray(0, this.#length);
  }

  #grow(): void {
    const capacity = this.#units.length * 2;
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
