import { parseQuery } from '../../../shared/query/parseQuery.ts';
import { findPreparedRanges, prepareTerm } from '../../../shared/text/matchText.ts';
import type { HitFinder } from './postMarks.ts';

/**
 * Finds the words of a search as the article view marks them.
 *
 * @param query the text of the search box; null or without words = null, nothing is marked
 */
export function hitFinderOf(
  query: string | null,
  { keepsVariants = false }: { readonly keepsVariants?: boolean } = {},
): HitFinder | null {
  if (query === null) return null;
  const terms = parseQuery(query, { keepsVariants }).terms.map(prepareTerm);
  return terms.length === 0 ? null : (text) => findPreparedRanges(text, terms);
}
