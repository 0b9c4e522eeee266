import type { SearchTerm, TextRange } from '../model.ts';
import { foldText, foldWithMap, isPlainAt } from './fold.ts';
import { codePointBefore, codePointFrom, isWordCharacter } from './scripts.ts';

/**
 * A term made ready for folded text. It matches where it stands literally; an end that is a letter or digit of an
 * alphabetic script may not touch another one (`ai` is not in "email"), unless a trailing `*` lifted that.
 */
export interface PreparedTerm {
  readonly folded: string;
  /** The term as typed where each of its characters folds by itself, so that texts can be looked at unfolded. */
  readonly plain: string | null;
  readonly hasStartBoundary: boolean;
  readonly hasEndBoundary: boolean;
}

/** Folds a term and finds which of its ends need a boundary. `folded` is empty when nothing visible is left. */
export function prepareTerm(term: SearchTerm): PreparedTerm {
  const typed = term.text.trim();
  const folded = foldText(typed);
  const units = Array.from({ length: typed.length }, (_, index) => index);
  return {
    folded,
    plain: typed !== '' && units.every((index) => isPlainAt(typed, index)) ? typed : null,
    hasStartBoundary: isWordCharacter(codePointFrom(folded, 0)),
    hasEndBoundary: !term.isPrefix && isWordCharacter(codePointBefore(folded, folded.length)),
  };
}

/** Index of the first match at or after `from` in folded text; -1 when there is none. */
function findTerm(folded: string, term: PreparedTerm, from: number): number {
  if (term.folded === '') return -1;
  let at = folded.indexOf(term.folded, from);
  while (at >= 0 && !hasBoundaries(folded, term, at)) at = folded.indexOf(term.folded, at + 1);
  return at;
}

/** True when the term stands in the folded text. */
export function containsTerm(folded: string, term: PreparedTerm): boolean {
  return findTerm(folded, term, 0) >= 0;
}

/**
 * True when the term stands in a text that was not folded yet. Most texts that hold it hold it as typed, among
 * characters that fold by themselves; only the others have to be folded, which costs fifty times as much.
 */
export function textHoldsTerm(text: string, term: PreparedTerm): boolean {
  return holdsPlainly(text, term) || containsTerm(foldText(text), term);
}

function holdsPlainly(text: string, term: PreparedTerm): boolean {
  const { plain } = term;
  if (plain === null) return false;
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
  const folded = foldWithMap(text);
  const found: [number, number][] = [];
  for (const term of terms) {
    let at = findTerm(folded.text, term, 0);
    while (at >= 0) {
      const end = at + term.folded.length;
      found.push([folded.starts[at] ?? 0, folded.ends[end - 1] ?? 0]);
      at = findTerm(folded.text, term, end);
    }
  }
  return joinOverlaps(found);
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
