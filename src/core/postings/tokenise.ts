import { type CharacterKind, kindOf } from '../../shared/text/scripts.ts';
import { GAP_KEY, STRING_KEYS, SYMBOL_KEYS, SYMBOL_MARK } from './tokenKeys.ts';

/*
 * Tokens of folded text, one position each:
 * - a run of letters and digits of alphabetic scripts is one token, the word;
 * - a run of an unspaced script (Han, Kana, Hangul, Thai...) is the pair of each character and the next one, and its
 *   last character alone;
 * - between two words, anything but one space is a gap: a position without a token; so is anything between a word and
 *   a run, and between two runs.
 * Consecutive tokens without a gap therefore prove the literal text between them, and of a run's pairs every second
 * one is enough. Symbols (punctuation, signs, emoji) are tokens without positions.
 */

/** Words are cut here, in UTF-16 units; longer ones are looked at in the text. */
export const MAX_WORD_LENGTH = 64;

const GAP = 1;
const WORD = 2;
const RUN = 3;
const KIND_NUMBERS: Readonly<Record<CharacterKind, number>> = { gap: GAP, word: WORD, run: RUN };
const SPACE = 0x20;

/** The tokens of one text. Made by `Tokeniser`, valid until its next text. */
export interface TextTokens {
  /** Key by position; `GAP_KEY` where there is no token. Only the first `length` count. */
  readonly keys: Uint32Array;
  readonly length: number;
  /** Strings of the keys from `STRING_KEYS` on, by number. */
  readonly strings: readonly string[];
  /** Keys of the distinct symbols. */
  readonly symbols: readonly number[];
}

/** The tokens of a post's texts. */
export interface PostTokens {
  readonly title: TextTokens;
  readonly body: TextTokens;
}

/** Makes tokens of folded texts; keeps its arrays from text to text. */
export class Tokeniser {
  readonly #kinds = new Uint8Array(0x1_00_00);
  readonly #symbolSeen = new Uint32Array(0x1_00_00);
  #textNumber = 0;
  #keys = new Uint32Array(8_192);
  #length = 0;
  #strings: string[] = [];
  #stringNumbers = new Map<string, number>();
  #symbols: number[] = [];

  /** Tokens of a folded text. */
  tokens(folded: string): TextTokens {
    this.#start(folded.length);
    let at = 0;
    let previousKind = 0;
    let previousEnd = 0;
    while (at < folded.length) {
      const start = at;
      const kind = this.#kindAt(folded, at);
      if (kind === GAP) {
        at = this.#runEnd(folded, start, kind);
        this.#addSymbols(folded, start, at);
        continue;
      }
      if (previousKind !== 0 && isApart(folded, { kind, start, previousKind, previousEnd })) {
        this.#keys[this.#length++] = GAP_KEY;
      }
      if (kind === WORD) {
        at = this.#runEnd(folded, start, kind);
        this.#addWord(folded.slice(start, Math.min(at, start + MAX_WORD_LENGTH)));
      } else {
        at = this.#addRun(folded, start);
      }
      previousKind = kind;
      previousEnd = at;
    }
    const { strings, symbols } = { strings: this.#strings, symbols: this.#symbols };
    return { keys: this.#keys, length: this.#length, strings, symbols };
  }

  #start(units: number): void {
    // Every unit gives at most one token and one gap.
    if (this.#keys.length < units * 2 + 2) this.#keys = new Uint32Array(units * 4 + 2);
    this.#length = 0;
    this.#strings = [];
    this.#stringNumbers = new Map();
    this.#symbols = [];
    this.#textNumber += 1;
  }

  #kindAt(folded: string, at: number): number {
    const unit = folded.charCodeAt(at);
    if ((unit & 0xfc00) === 0xd800) return KIND_NUMBERS[kindOf(folded.codePointAt(at) ?? 0)];
    return this.#kinds[unit] || this.#kindOfUnit(unit);
  }

  #kindOfUnit(unit: number): number {
    // What a high surrogate is, is a matter of the low one too.
    if ((unit & 0xfc00) === 0xd800) return 0;
    const kind = KIND_NUMBERS[kindOf(unit)];
    this.#kinds[unit] = kind;
    return kind;
  }

  #runEnd(folded: string, start: number, kind: number): number {
    let at = start + unitsAt(folded, start);
    while (at < folded.length && this.#kindAt(folded, at) === kind) at += unitsAt(folded, at);
    return at;
  }

  /** The pairs of the run that begins at `start`; answers where it ends. Most of every Chinese text goes through here. */
  #addRun(folded: string, start: number): number {
    const kinds = this.#kinds;
    const keys = this.#keys;
    let length = this.#length;
    let first = folded.charCodeAt(start);
    let at = start;
    let isBasic = (first & 0xf800) !== 0xd800;
    while (isBasic) {
      at += 1;
      const second = at < folded.length ? folded.charCodeAt(at) : 0;
      const kind = at < folded.length ? kinds[second] || this.#kindOfUnit(second) : GAP;
      if (kind !== RUN && kind !== 0) {
        keys[length] = (first << 16) >>> 0;
        this.#length = length + 1;
        return at;
      }
      isBasic = kind === RUN;
      if (isBasic) keys[length++] = ((first << 16) | second) >>> 0;
      else at -= 1;
      first = second;
    }
    // A surrogate: the rest of the run, from the character before it on.
    this.#length = length;
    const end = this.#runEnd(folded, at, RUN);
    this.#addPairs(folded, at, end);
    return end;
  }

  #addPairs(folded: string, start: number, end: number): void {
    let at = start;
    let first = folded.charCodeAt(at);
    while (at < end) {
      const next = at + ((first & 0xfc00) === 0xd800 ? 2 : 1);
      const second = next < end ? folded.charCodeAt(next) : 0;
      const isBasic = (first & 0xf800) !== 0xd800 && (second & 0xf800) !== 0xd800;
      this.#keys[this.#length++] = isBasic
        ? ((first << 16) | second) >>> 0
        : this.#stringKey(folded.slice(at, next < end ? next + unitsAt(folded, next) : end));
      first = second;
      at = next;
    }
  }

  #addWord(word: string): void {
    this.#keys[this.#length++] = this.#stringKey(word);
  }

  #stringKey(text: string): number {
    let number = this.#stringNumbers.get(text);
    if (number === undefined) {
      number = this.#strings.length;
      this.#strings.push(text);
      this.#stringNumbers.set(text, number);
    }
    return STRING_KEYS + number;
  }

  #addSymbols(folded: string, start: number, end: number): void {
    for (let at = start; at < end; at += 1) {
      const unit = folded.charCodeAt(at);
      if (unit === SPACE) continue;
      if (unit >= 0xd800 && unit <= 0xdbff) {
        const known = this.#strings.length;
        const key = this.#stringKey(SYMBOL_MARK + folded.slice(at, at + 2));
        if (this.#strings.length > known) this.#symbols.push(key);
        at += 1;
      } else if (this.#symbolSeen[unit] !== this.#textNumber) {
        this.#symbolSeen[unit] = this.#textNumber;
        this.#symbols.push(SYMBOL_KEYS + unit);
      }
    }
  }
}

interface Meeting {
  readonly kind: number;
  readonly start: number;
  readonly previousKind: number;
  readonly previousEnd: number;
}

/** True where the text between two runs is more than what a word and its neighbour need between them. */
function isApart(folded: string, { kind, start, previousKind, previousEnd }: Meeting): boolean {
  if (kind === WORD && previousKind === WORD) {
    return start !== previousEnd + 1 || folded.charCodeAt(previousEnd) !== SPACE;
  }
  return start !== previousEnd;
}

function unitsAt(text: string, index: number): number {
  return (text.charCodeAt(index) & 0xfc00) === 0xd800 ? 2 : 1;
}
