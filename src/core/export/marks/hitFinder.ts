import { parseQuery } from '../../../shared/query/parseQuery.ts';
import { findPreparedRanges, prepareTerm } from '../../../shared/text/matchText.ts';
import type { HitFinder } from './postMarks.ts';

/** A search as typed, and how it reads Chinese. */
export interface SoughtText {
  readonly text: string;
  /** False = Traditional and Simplified characters are told apart. */
  readonly foldsVariants: boolean;
}

/** Finds the words of a search as the article view marks them; null for one without words, or none at all. */
export function soughtHits(sought: SoughtText | null): HitFinder | null {
  if (sought === null) return null;
  const keepsVariants = !sought.foldsVariants;
  const terms = parseQuery(sought.text, { keepsVariants }).terms.map(prepareTerm);
  return terms.length === 0 ? null : (text) => findPreparedRanges(text, terms);
}
