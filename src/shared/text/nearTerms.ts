import type { SearchTerm } from '../model.ts';
import { foldText } from './fold.ts';
import { findTerm, type PreparedTerm, prepareTerm } from './matchText.ts';
import { kindOf } from './scripts.ts';

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
  let unitsBefore: Uint32Array | null = null;
  for (const [index, term] of terms.entries()) {
    const found = matchesOf(folded, term);
    if (found.starts.length === 0) return false;
    if (reached === null) {
      reached = found;
      continue;
    }
    unitsBefore ??= countUnits(folded);
    reached = nearOnes(found, reached, { unitsBefore, most: distances[index - 1] ?? 0 });
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

interface Reach {
  /** For each place of the text, how many units begin before it. */
  readonly unitsBefore: Uint32Array;
  readonly most: number;
}

/** Those of `found` that have one of `others` near. Only the nearest on each side can decide. */
function nearOnes(found: Matches, others: Matches, { unitsBefore, most }: Reach): Matches {
  const between = (end: number, start: number): number =>
    (unitsBefore[start] ?? 0) - (unitsBefore[end] ?? 0);
  let next = 0;
  let previous = -1;
  const starts = found.starts.filter((start) => {
    const end = start + found.length;
    while (next < others.starts.length && (others.starts[next] ?? 0) < end) next += 1;
    while ((others.starts[previous + 1] ?? Infinity) + others.length <= start) previous += 1;
    const after = others.starts[next];
    const before = others.starts[previous];
    return (
      (after !== undefined && between(end, after) <= most) ||
      (before !== undefined && between(before + others.length, start) <= most)
    );
  });
  return { starts, length: found.length };
}

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
