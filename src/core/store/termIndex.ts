import type Database from 'better-sqlite3';
import type { SearchTerm } from '../../shared/model.ts';
import type { TermScope } from '../../shared/query/queryNode.ts';
import { type PreparedTerm, prepareTerm, textHoldsTerm } from '../../shared/text/matchText.ts';
import { ftsPhrase } from '../search/ftsQuery.ts';
import { type TermTokens, tokeniseTerm } from '../search/tokenise.ts';
import type { PostSet } from './postSet.ts';

/** How much work finding a term is: looked up, looked up and checked against texts, or every text read. */
type TermCost = 'lookup' | 'check' | 'scan';

/** Finds terms in titles and texts. The place where another index can stand in for FTS5. */
export interface TermIndex {
  /** Exactly the posts of `within` whose title or text (as `scope` says) holds the term. */
  readonly find: (term: SearchTerm, scope: TermScope, within: PostSet) => PostSet;
  readonly costOf: (term: SearchTerm) => TermCost;
  /** Adds each post's BM25 score for the term (higher = better) to `scores`, by row number. */
  readonly addScores: (term: SearchTerm, scope: TermScope, scores: Float64Array) => void;
}

/** How much more a hit in the title counts. */
const TITLE_WEIGHT = 5;

/** Row numbers of looked-up phrases that are kept until the index changes, so that typing on costs little. */
const MAX_KEPT_ROWS = 4_000_000;

/** A term index over the FTS5 table of an open index file; forget it when the index's revision changes. */
export function createFtsIndex(database: Database.Database): TermIndex {
  const rows = database
    .prepare<[string], number>('SELECT rowid FROM search WHERE search MATCH ?')
    .pluck();
  const ranks = database
    .prepare<[string], number>(
      `SELECT bm25(search, ${TITLE_WEIGHT}.0, 1.0) FROM search WHERE search MATCH ?`,
    )
    .pluck();
  const titleOf = database
    .prepare<[number], string>('SELECT title FROM posts WHERE id = ?')
    .pluck();
  const textOf = database
    .prepare<[number], string>('SELECT text FROM texts WHERE post = ?')
    .pluck();
  const lookUp = keeping((expression) => Uint32Array.from(rows.all(expression)));

  const holds = (post: number, term: PreparedTerm, scope: TermScope): boolean =>
    (scope !== 'title' && textHoldsTerm(textOf.get(post) ?? '', term)) ||
    (scope !== 'body' && textHoldsTerm(titleOf.get(post) ?? '', term));

  const find: TermIndex['find'] = (term, scope, within) => {
    const prepared = prepareTerm(term);
    const found = new Uint8Array(within.length);
    if (prepared.folded === '') return within.slice();
    const tokens = tokensOf(prepared, term);
    const candidates =
      tokens.tokens.length === 0 ? within.keys() : lookUp(ftsPhrase(tokens, scope));
    for (const post of candidates) {
      if (within[post] !== 1) continue;
      if (tokens.isProof || holds(post, prepared, scope)) found[post] = 1;
    }
    return found;
  };

  return {
    find,
    costOf: (term) => {
      const tokens = tokensOf(prepareTerm(term), term);
      if (tokens.isProof) return 'lookup';
      return tokens.tokens.length === 0 ? 'scan' : 'check';
    },
    addScores: (term, scope, scores) => {
      const tokens = tokensOf(prepareTerm(term), term);
      if (tokens.tokens.length === 0) return;
      const expression = ftsPhrase(tokens, scope);
      const posts = lookUp(expression);
      // Both come by row number; two plain lists cost half of one list of pairs.
      ranks.all(expression).forEach((rank, at) => {
        const post = posts[at] ?? 0;
        // FTS5 gives better matches smaller (more negative) numbers.
        scores[post] = (scores[post] ?? 0) - rank;
      });
    },
  };
}

function tokensOf(prepared: PreparedTerm, term: SearchTerm): TermTokens {
  const tokens = tokeniseTerm(prepared.indexed, term.isPrefix);
  return prepared.isIndexExact ? tokens : { ...tokens, isProof: false };
}

/** Keeps what was looked up, up to a bound. */
function keeping(lookUp: (expression: string) => Uint32Array): (expression: string) => Uint32Array {
  const kept = new Map<string, Uint32Array>();
  let keptRows = 0;
  return (expression) => {
    const known = kept.get(expression);
    if (known !== undefined) return known;
    const found = lookUp(expression);
    keptRows += found.length;
    if (keptRows > MAX_KEPT_ROWS) {
      kept.clear();
      keptRows = found.length;
    }
    kept.set(expression, found);
    return found;
  };
}
