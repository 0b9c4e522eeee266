/**
 * Folding: the form in which text and terms are compared. In this order: default-ignorable characters are removed and lone
 * surrogates become U+FFFD; NFKC, full case folding, NFKC again (Unicode 3.13, "NFKC_Casefold"); Traditional characters
 * become Simplified, each by itself (variants.ts), unless they are to be told apart; a run of white space is one space.
 *
 * The text is folded in clusters (a character and what may combine with it), so that every folded unit knows the
 * place it came from; no normalisation reaches across a cluster, hence folding the whole gives the same.
 */
import { FoldOutput, SPACE } from './foldOutput.ts';
import { NOT_SIMPLE, SIMPLE_FOLDS, VARIANT_FOLDS } from './foldTables.ts';
import { VARIANTS } from './variants.ts';

/** Folded text and where each of its UTF-16 units came from: original `[starts[i], ends[i])`. */
export interface FoldedText {
  readonly text: string;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/** The folded form of a text; with `keepsVariants` Traditional characters stay apart from Simplified ones. */
export function foldText(text: string, keepsVariants = false): string {
  const output = new FoldOutput(text.length, false);
  foldInto(output, text, keepsVariants);
  return output.text();
}

/** The folded form of a text with the way back to the original. */
export function foldWithMap(text: string, keepsVariants = false): FoldedText {
  const output = new FoldOutput(text.length, true);
  foldInto(output, text, keepsVariants);
  return { text: output.text(), starts: output.starts(), ends: output.ends() };
}

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

/** Characters common in texts that become several; found here without normalising. */
const EXPANDED: ReadonlyMap<string, string> = new Map([['\u2026', '...']]);

function foldInto(output: FoldOutput, text: string, keepsVariants: boolean): void {
  const folds = keepsVariants ? SIMPLE_FOLDS : VARIANT_FOLDS;
  let index = 0;
  while (index < text.length) {
    const from = index;
    index = output.pushSimple(text, from, folds);
    if (index >= text.length) return;
    // What combines belongs with the character before it; nothing combines with a space.
    if (index > from && output.last !== SPACE && isExtenderAt(text, index)) {
      output.takeBack();
      index -= 1;
    }
    const end = clusterEnd(text, index);
    const folded = foldCluster(text.slice(index, end), keepsVariants);
    for (let at = 0; at < folded.length; at += 1) {
      const unit = folded.charCodeAt(at);
      output.push(isWhite(unit) ? SPACE : unit, index, end);
    }
    index = end;
  }
}

function foldCluster(cluster: string, keepsVariants: boolean): string {
  // Characters of the table fold to themselves before it is applied: no need to look further.
  const known = EXPANDED.get(cluster) ?? (keepsVariants ? undefined : VARIANTS.get(cluster));
  if (known !== undefined) return known;
  const folded = foldCharacters(cluster);
  return keepsVariants ? folded : simplify(folded);
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

function simplify(folded: string): string {
  let simplified = '';
  for (const character of folded) simplified += VARIANTS.get(character) ?? character;
  return simplified;
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
