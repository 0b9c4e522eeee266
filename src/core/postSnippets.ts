import type { PlacedSnippet } from '../shared/model.ts';
import { parseQuery } from '../shared/query/parseQuery.ts';
import { findPreparedRanges, prepareTerm } from '../shared/text/matchText.ts';
import { cutSnippets } from './search/snippet.ts';

/** The query whose hits are shown, as `posts.search` takes it. */
interface SnippetQuery {
  readonly text: string;
  /** False = Traditional and Simplified characters are told apart; missing = true. */
  readonly foldsVariants?: boolean | undefined;
}

/**
 * Makes the function that cuts the excerpts of one query from the text of a post: up to `limit`, the best ones, in the
 * order of the text. The query is understood once, for any number of posts.
 */
export function snippetsFor(
  query: SnippetQuery,
): (text: string, limit: number) => readonly PlacedSnippet[] {
  const keepsVariants = query.foldsVariants === false;
  const terms = parseQuery(query.text, { keepsVariants }).terms.map(prepareTerm);
  return (text, limit) => cutSnippets(text, findPreparedRanges(text, terms), { terms, limit });
}
