import type { TermScope } from '../../shared/query/queryNode.ts';
import type { TermTokens } from './tokenise.ts';

/**
 * FTS5's MATCH expression for the tokens of a term (https://sqlite.org/fts5.html#full_text_query_syntax). Tokens hold
 * no quotation mark, hence quoting is enough to keep typed text from being read as syntax.
 */
export function ftsPhrase(term: TermTokens, scope: TermScope): string {
  const phrase = `"${term.tokens.join(' ')}"${term.isLastPrefix ? ' *' : ''}`;
  return scope === 'any' ? phrase : `{${scope}} : ${phrase}`;
}
