import { costAt, isAlike, type QuotePlace } from './findPlaces.ts';
import type { EndSentence, ReadAnchor } from './readAnchor.ts';

/** Share of a sentence that may differ. */
export const SAME_SENTENCE = 0.3;

/**
 * Whether a passage of several sentences begins in its first one and ends in its last one: where one of them was taken out
 * or replaced, the passage as a whole may still be much the same, and what stands there now would be marked with it.
 */
export function hasOwnEnds(
  ground: string,
  { before, after, ends }: ReadAnchor,
  { start, end, beforeCost, afterCost }: QuotePlace,
): boolean {
  if (ends === null) return true;
  const [first, last] = ends;
  const firstCost = costAt(first.part, { ground, at: start, step: 1 });
  const lastCost = costAt(last.part, { ground, at: end, step: -1 });
  const restBefore = costAt(before.sentence, { ground, at: start, step: -1 });
  const restAfter = costAt(after.sentence, { ground, at: end, step: 1 });
  return (
    isOwn(first, { part: firstCost, rest: restBefore, isAlike: isAlike(before, beforeCost) }) &&
    isOwn(last, { part: lastCost, rest: restAfter, isAlike: isAlike(after, afterCost) })
  );
}

/** Single edits of an end sentence, in the passage and outside it; whether what stood on its side still does. */
interface EndCost {
  readonly part: number;
  readonly rest: number;
  readonly isAlike: boolean;
}

/** A sentence that stands elsewhere as well says nothing without what is around it. */
function isOwn({ mostEdits, reach, length }: EndSentence, found: EndCost): boolean {
  const cost = found.part + found.rest;
  if (cost === 0) return reach > 0 || found.isAlike;
  return found.part <= mostEdits && cost < reach && cost <= length * SAME_SENTENCE;
}
