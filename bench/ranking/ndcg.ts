import type { Grade } from './judgedCase.ts';

/** How many rows of a result are looked at. */
const DEPTH = 10;

/**
 * Normalised discounted cumulative gain of the first ten: 1 = the best order there is, 0 = nothing of use. Gain is
 * 2^grade - 1, the discount of rank r is log2(r + 1) (Burges et al. 2005, after Järvelin & Kekäläinen 2002).
 * `grades` are those of the whole result in its order; a query without anything of use counts as 1.
 */
export function ndcg(grades: readonly Grade[]): number {
  const best = gainOf(grades.toSorted((a, b) => b - a));
  return best === 0 ? 1 : gainOf(grades) / best;
}

/**
 * True when the order is plainly wrong: among the first ten rows, or before the last of the best, stands a post whose
 * grade is at least two below that of a post after it.
 */
export function isWrong(grades: readonly Grade[]): boolean {
  return grades
    .slice(0, DEPTH)
    .some((grade, at) => grades.slice(at + 1).some((later) => later - grade >= 2));
}

function gainOf(grades: readonly Grade[]): number {
  return grades
    .slice(0, DEPTH)
    .reduce<number>((sum, grade, at) => sum + (2 ** grade - 1) / Math.log2(at + 2), 0);
}
