import type { SearchTerm } from '../searchModel.ts';
import type { TextRange } from '../model.ts';
import { type FoldedText, foldText, foldWithMap, isPlainAt } from './fold.ts';
import { codePointBefore, codePointFrom, isWordCharacter } from './scripts.ts';
import { findInSimpleText } from './simpleText.ts';
import { isTouchedByVariants } from './variants.ts';

/**
 * A term made ready for folded text. It matches where it stands literally; an end that is a letter or digit of an
 * alphabetic script may not touch another one (`ai` is not in "email"), unless a trailing `*` lifted that.
 */
export interface PreparedTerm {
  /** Folded as `keepsVariants` says; looked for in texts that were folded alike. */
  readonly folded: string;
  /** Folded with the table of variants, as the tokens of the index always are. */
  readonly indexed: string;
  /**
   * False where a text may hold `indexed` and yet not `folded`: variants are told apart and the term has such a
   * character. Whatever the index says then has to be checked on the text.
   */
  readonly isIndexExact: boolean;
  readonly keepsVariants: boolean;
  /** Forms of the term, made of characters that fold by themselves, that prove it in a text that was not folded. */
  readonly plain: readonly string[];
  readonly hasStartBoundary: boolean;
  readonly hasEndBoundary: boolean;
}

/** Folds a term and finds which of its ends need a boundary. `folded` is empty when nothing visible is left. */
export function prepareTerm(term: SearchTerm): PreparedTerm {
  const keepsVariants = term.keepsVariants ?? false;
  const typed = term.text.trim();
  const folded = foldText(typed, keepsVariants);
  const forms = folded === typed ? [typed] : [typed, folded];
  return {
    folded,
    indexed: keepsVariants ? foldText(typed) : folded,
    isIndexExact: !keepsVariants || !isTouchedByVariants(folded),
    keepsVariants,
    // A form that folds to anything else (the table is not applied twice) would not prove the term.
    plain: forms.filter((form) => isPlain(form) && foldText(form, keepsVariants) === folded),
    hasStartBoundary: isWordCharacter(codePointFrom(folded, 0)),
    hasEndBoundary: !term.isPrefix && isWordCharacter(codePointBefore(folded, folded.length)),
  };
}

function isPlain(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) if (!isPlainAt(text, index)) return false;
  return text !== '';
}

/** Index of the first match at or after `from` in folded text; -1 when there is none. */
export function findTerm(folded: string, term: PreparedTerm, from: number): number {
  if (term.folded === '') return -1;
  let at = folded.indexOf(term.folded, from);
  while (at >= 0 && !hasBoundaries(folded, term, at)) at = folded.indexOf(term.folded, at + 1);
  return at;
}

/** True when the term stands in the text, which was folded as `term.keepsVariants` says. */
export function containsTerm(folded: string, term: PreparedTerm): boolean {
  return findTerm(folded, term, 0) >= 0;
}

/**
 * True when the term stands in a text that was not folded yet. Most texts that hold it hold it as typed, among
 * characters that fold by themselves; only the others have to be folded, which costs several times as much.
 */
export function textHoldsTerm(text: string, term: PreparedTerm): boolean {
  if (term.plain.some((form) => holdsPlainly(text, form, term))) return true;
  const simply = findInSimpleText(text, term);
  return simply === null
    ? containsTerm(foldText(text, term.keepsVariants), term)
    : simply.length > 0;
}

function holdsPlainly(text: string, plain: string, term: PreparedTerm): boolean {
  const at = text.indexOf(plain);
  const end = at + plain.length;
  if (at < 0 || !isPlainAt(text, end)) return false;
  if (term.hasStartBoundary && !isPlainGap(text, at - 1)) return false;
  return !term.hasEndBoundary || isPlainGap(text, end);
}

/** True where a unit folds by itself and is no letter or digit; also past the ends of the text. */
function isPlainGap(text: string, index: number): boolean {
  return isPlainAt(text, index) && !isWordCharacter(text.charCodeAt(index));
}

/**
 * Places of all terms in a text as it stands (not folded): in order, hits that overlap joined. The one implementation
 * for marks in titles, snippets and the article, and for counting hits.
 */
export function findTermRanges(text: string, terms: readonly SearchTerm[]): readonly TextRange[] {
  return findPreparedRanges(text, terms.map(prepareTerm));
}

/** As `findTermRanges`, for terms that were prepared once and are looked for in many texts. */
export function findPreparedRanges(
  text: string,
  terms: readonly PreparedTerm[],
): readonly TextRange[] {
  if (text === '' || terms.every((term) => term.folded === '')) return [];
  const simply = findSimply(text, terms);
  if (simply !== null) return simply;
  const found: [number, number][] = [];
  for (const keepsVariants of [false, true]) {
    const alike = terms.filter((term) => term.keepsVariants === keepsVariants);
    if (alike.length > 0) collectRanges(foldWithMap(text, keepsVariants), alike, found);
  }
  return joinOverlaps(found);
}

/** More terms than these are found sooner in a text that was folded once. */
const FEW_TERMS = 3;

/** Places of all terms, where the text needs no folding for any of them; else null. */
function findSimply(text: string, terms: readonly PreparedTerm[]): readonly TextRange[] | null {
  if (terms.length > FEW_TERMS) return null;
  const found: [number, number][] = [];
  for (const term of terms) {
    const places = findInSimpleText(text, term);
    if (places === null) return null;
    found.push(...places);
  }
  return terms.length === 1 ? found : joinOverlaps(found);
}

function collectRanges(
  folded: FoldedText,
  terms: readonly PreparedTerm[],
  found: [number, number][],
): void {
  for (const term of terms) {
    let at = findTerm(folded.text, term, 0);
    while (at >= 0) {
      const end = at + term.folded.length;
      found.push([folded.starts[at] ?? 0, folded.ends[end - 1] ?? 0]);
      at = findTerm(folded.text, term, end);
    }
  }
}

function hasBoundaries(folded: string, term: PreparedTerm, at: number): boolean {
  if (term.hasStartBoundary && isWordCharacter(codePointBefore(folded, at))) return false;
  const end = at + term.folded.length;
  return !(term.hasEndBoundary && isWordCharacter(codePointFrom(folded, end)));
}

function joinOverlaps(found: [number, number][]): readonly TextRange[] {
  found.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const joined: [number, number][] = [];
  for (const [start, end] of found) {
    const last = joined.at(-1);
    if (last !== undefined && start < last[1]) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
}
