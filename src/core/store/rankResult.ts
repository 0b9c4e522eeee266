import type { QueryNode } from '../../shared/query/queryNode.ts';
import { type RankingFacts, scorePosts } from '../search/ranking.ts';
import { closeLooks, rerank } from '../search/rerank.ts';
import { monthNumber, type PostColumns } from './columns.ts';
import type { PathOrder } from './pathOrder.ts';
import type { PostRows } from './postRows.ts';
import type { ResultOrder } from './resultOrder.ts';
import { orderByScore, withHead } from './scoreOrder.ts';
import type { TermIndex } from './termIndex.ts';

/** What a result is ranked by. */
export interface RankContext {
  readonly node: QueryNode;
  readonly columns: PostColumns;
  readonly terms: TermIndex;
  /** Of posts that a page will show next: read once for both. */
  readonly rows: Pick<PostRows, 'row' | 'text'>;
  readonly paths: PathOrder;
  /** This computer's day as a `yyyymmdd` number. */
  readonly today: number;
}

/**
 * A result (row numbers, ascending) by relevance: all posts by what is counted of them, then the best of them by where
 * the terms stand in their texts. Posts that are equal in both stand newest first, then by path.
 */
export function orderByRelevance(found: Uint32Array, context: RankContext): ResultOrder {
  const { node, columns, terms, rows, today } = context;
  const scores = scorePosts({
    node,
    rows: found,
    hits: (term, scope) => terms.hits(term, scope, found),
    columns,
    facts: rankingFacts(columns, today),
  });
  const order = orderByScore(found, scores, context);
  const scoreOf = (post: number): number => scores[placeOf(found, post)] ?? 0;
  const textOf = (post: number) => ({
    title: rows.row(post)?.title ?? '',
    text: rows.text(post),
  });
  return withHead(
    () => rerank({ node, head: order.slice(0, closeLooks(node)), scoreOf, textOf }),
    order,
  );
}

/** Facts of the archive's posts; pages are not counted. */
function rankingFacts(columns: PostColumns, today: number): RankingFacts {
  const { postCount, titleCharacters, bodyCharacters } = columns.totals();
  return {
    postCount,
    meanTitleLength: titleCharacters / Math.max(1, postCount),
    meanBodyLength: bodyCharacters / Math.max(1, postCount),
    newestMonth: newestMonth(columns, monthNumber(today)),
  };
}

/** Month of the newest post that is not in the future; 0 when there is none. */
function newestMonth({ months, dates }: PostColumns, thisMonth: number): number {
  const newest = dates.newest().find((id) => (months[id] ?? 0) <= thisMonth);
  return months[newest ?? 0] ?? 0;
}

/** Place of a member of ascending numbers, by halving. */
function placeOf(rows: Uint32Array, row: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((rows[middle] ?? 0) < row) low = middle + 1;
    else high = middle;
  }
  return low;
}
