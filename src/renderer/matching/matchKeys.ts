import { foldText } from '../../shared/text/fold.ts';
import type { Readings } from './readings.ts';

/** One character of a text that can be matched, with its place. */
export interface MatchUnit {
  /** Folded: small letters, no accents, full width as half width, Traditional as Simplified. */
  readonly char: string;
  /** Where it stands in the text, in UTF-16 units; the end is exclusive. */
  readonly start: number;
  readonly end: number;
  /** Whether a word begins here: after a gap, a mark or another script, or a capital after a small letter. */
  readonly isStart: boolean;
  readonly isHan: boolean;
  /** Pinyin of a Han character, each reading once; empty for others or while the readings are not loaded. */
  readonly readings: readonly string[];
  /** Bits of the characters that may begin to name it: itself, and first letters of its readings. */
  readonly starts: number;
}

/** A text made ready for matching: done once, matched often. */
export interface MatchKeys {
  readonly units: readonly MatchUnit[];
  /** Which characters can be typed to match something in it, as bits (see `bitOf`). */
  readonly bits: number;
}

/** Longest text that is looked at, in characters: titles end before, and nobody types further. */
const MOST_UNITS = 120;

/** A to Z have a bit each; digits share one; all else shares the others by code. */
export function bitOf(char: string): number {
  const code = char.codePointAt(0) ?? 0;
  if (code >= 97 && code <= 122) return 1 << (code - 97);
  if (code >= 48 && code <= 57) return 1 << 26;
  return 1 << (27 + (code % 5));
}

type Kind = 'han' | 'word' | 'digit' | 'gap';

function kindOf(char: string): Kind {
  if (/\p{Script=Han}/u.test(char)) return 'han';
  if (/\p{N}/u.test(char)) return 'digit';
  return /\p{L}|\p{M}/u.test(char) ? 'word' : 'gap';
}

const isCapitalAfterSmall = (before: string, char: string): boolean =>
  before !== '' && before < '\u3000' && /\p{Ll}/u.test(before) && /\p{Lu}/u.test(char);

/** Only Latin letters lose their accents: elsewhere a mark makes another letter. */
const LATIN = /^\p{Script=Latin}$/u;

/** A character as it is matched: one that folds to several stands as its first. */
export function foldCharacter(char: string): string {
  const plain =
    char > '~' && LATIN.test(char) ? char.normalize('NFD').replaceAll(/\p{M}/gu, '') : char;
  return (Array.from(foldText(plain))[0] ?? '').trim();
}

/** What is known of a character wherever it stands. */
interface Known extends Pick<MatchUnit, 'char' | 'isHan' | 'readings' | 'starts'> {
  readonly kind: Kind;
  /** Bits of everything that can be typed to match it. */
  readonly bits: number;
}

function knowCharacter(character: string, readings: Readings | null): Known {
  const kind = kindOf(character);
  const isHan = kind === 'han';
  const char = kind === 'gap' ? character.trim() : foldCharacter(character);
  const read = isHan ? (readings?.(character) ?? []) : [];
  const own = char === '' ? 0 : bitOf(char);
  return {
    kind,
    char,
    isHan,
    readings: read,
    starts: read.reduce((all, reading) => all | bitOf(reading), own),
    bits: read
      .flatMap((reading) => Array.from(reading, bitOf))
      .reduce((all, bit) => all | bit, own),
  };
}

/** Makes texts ready; without readings only their characters themselves are matched. */
export type KeyMaker = (text: string) => MatchKeys;

/** A maker of keys that looks at each character once, however many texts it stands in, and at each text once. */
export function createKeyMaker(readings: Readings | null): KeyMaker {
  const seen = new Map<string, Known>();
  const know = (character: string): Known => {
    const known = seen.get(character) ?? knowCharacter(character, readings);
    seen.set(character, known);
    return known;
  };
  const made = new Map<string, MatchKeys>();
  return (text) => {
    const keys = made.get(text) ?? makeKeys(text, know);
    made.set(text, keys);
    return keys;
  };
}

function makeKeys(text: string, know: (character: string) => Known): MatchKeys {
  const units: MatchUnit[] = [];
  let bits = 0;
  let before = '';
  let kindBefore: Kind = 'gap';
  let start = 0;
  for (const character of text) {
    if (units.length === MOST_UNITS) break;
    const known = know(character);
    const { kind, char, isHan, readings, starts } = known;
    const end = start + character.length;
    if (char !== '') {
      const isStart = kind !== kindBefore || isCapitalAfterSmall(before, character);
      units.push({ char, start, end, isStart, isHan, readings, starts });
      bits |= known.bits;
    }
    start = end;
    before = character;
    kindBefore = kind;
  }
  return { units, bits };
}
