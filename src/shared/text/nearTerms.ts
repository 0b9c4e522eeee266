import type { SearchTerm } from '../searchModel.ts';
import { foldText } from './fold.ts';
import { findTerm, type PreparedTerm, prepareTerm } from './matchText.ts';
import { codePointBefore, isWordCharacter, kindOf } from './scripts.ts';

/** Terms made ready to be found near one another: at most `distances[i]` units between `terms[i]` and `terms[i + 1]`. */
export interface PreparedNear {
  readonly terms: readonly PreparedTerm[];
  readonly distances: readonly number[];
}

/** Folds the terms. All of them tell variants apart, or none does. */
export function prepareNear(
  terms: readonly SearchTerm[],
  distances: readonly number[],
): PreparedNear {
  return { terms: terms.map(prepareTerm), distances };
}

/**
 * True when the terms stand near one another in one text (not folded yet): there are matches of all of them, none
 * overlapping the next, with at most the asked number of units between each and the next, in either order. A unit is a
 * word of an alphabetic script or one character of a script without spaces; punctuation counts nothing.
 */
export function textHoldsNear(text: string, { terms, distances }: PreparedNear): boolean {
  const folded = foldText(text, terms[0]?.keepsVariants);
  let reached: Matches | null = null;
  for (const [index, term] of terms.entries()) {
    const found = matchesOf(folded, term);
    if (found.starts.length === 0) return false;
    if (reached === null) {
      reached = found;
      continue;
    }
    const most = distances[index - 1] ?? 0;
    reached = nearOnes(found, reached, nearness(folded, most, found.starts.length));
    if (reached.starts.length === 0) return false;
  }
  return true;
}

/** Where a term matches: ascending beginnings, and its length. Matches may overlap. */
interface Matches {
  readonly starts: readonly number[];
  readonly length: number;
}

function matchesOf(folded: string, term: PreparedTerm): Matches {
  const starts: number[] = [];
  let at = findTerm(folded, term, 0);
  while (at >= 0) {
    starts.push(at);
    at = findTerm(folded, term, at + 1);
  }
  return { starts, length: term.folded.length };
}

/** Whether at most the asked number of units begin between two places of the text. */
type IsNear = (end: number, start: number) => boolean;

/** Few matches are looked at one by one; for many, the units of the whole text are counted once. */
function nearness(folded: string, most: number, matchCount: number): IsNear {
  if (matchCount * most < folded.length)
    return (end, start) => isNear(folded, { end, start, most });
  const before = countUnits(folded);
  return (end, start) => (before[start] ?? 0) - (before[end] ?? 0) <= most;
}

function isNear(
  folded: string,
  { end, start, most }: { readonly end: number; readonly start: number; readonly most: number },
): boolean {
  let left = most;
  let isInWord = isWordCharacter(codePointBefore(folded, end));
  for (let index = end; index < start; index += 1) {
    const codePoint = folded.codePointAt(index) ?? 0;
    const kind = kindOf(codePoint);
    if (kind === 'run' || (kind === 'word' && !isInWord)) left -= 1;
    if (left < 0) return false;
    isInWord = kind === 'word';
    if (codePoint > 0xffff) index += 1;
  }
  return true;
}

/** Those of `found` that have one of `others` near. Only the nearest on each side can decide. */
function nearOnes(found: Matches, others: Matches, isNearBy: IsNear): Matches {
  let next = 0;
  let previous = -1;
  const starts = found.starts.filter((start) => {
    const end = start + found.length;
    while (next < others.starts.length && (others.starts[next] ?? 0) < end) next += 1;
    while ((others.starts[previous + 1] ?? Infinity) + others.length <= start) previous += 1;
    const after = others.starts[next];
    const before = others.starts[previous];
    return (
      (after !== undefined && isNearBy(end, after)) ||
      (before !== undefined && isNearBy(before + others.length, start))
    );
  });
  return { starts, length: found.length };
}

/** For each place of the text, how many units begin before it. */
function countUnits(folded: string): Uint32Array {
  const before = new Uint32Array(folded.length + 1);
  let count = 0;
  let isInWord = false;
  let index = 0;
  while (index < folded.length) {
    before[index] = count;
    const codePoint = folded.codePointAt(index) ?? 0;
    const kind = kindOf(codePoint);
    if (kind === 'run' || (kind === 'word' && !isInWord)) count += 1;
    isInWord = kind === 'word';
    index += 1;
    if (codePoint > 0xffff) {
      before[index] = count;
      index += 1;
    }
  }
  before[index] = count;
  return before;
}
