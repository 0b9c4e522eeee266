import type Database from 'better-sqlite3';
import type { PostPage, PostSummary, Sort } from '../../shared/model.ts';
import { parseQuery, refusedQuery } from '../../shared/query/parseQuery.ts';
import type { ParsedQuery, QueryNode } from '../../shared/query/queryNode.ts';
import { findPreparedRanges, type PreparedTerm, prepareTerm } from '../../shared/text/matchText.ts';
import { cutSnippet } from '../search/snippet.ts';
import { isPage, type PostColumns } from './columns.ts';
import { evaluateQuery, TooMuchWork } from './evaluateQuery.ts';
import { type FilteredPosts, filterPosts, type LabelIds } from './facets.ts';
import { BOOKMARKED, READ } from './postMarks.ts';
import type { PostRows } from './postRows.ts';
import { keepOnly, type PostSet } from './postSet.ts';
import { byScore, inOrder, monthRunsOf } from './resultOrder.ts';
import type { PageRequest, PostRow, SearchRequest } from './storeTypes.ts';
import type { TermIndex } from './termIndex.ts';

/** What is answered from: one state of the index, and the reader's marks on it. */
export interface AnswerContext {
  readonly database: Database.Database;
  readonly columns: PostColumns;
  readonly labelIds: LabelIds;
  readonly terms: TermIndex;
  /** Bits BOOKMARKED and READ by row number. */
  readonly marks: Uint8Array;
  /** This computer's day as a `yyyymmdd` number. */
  readonly today: number;
  /** Longest time for finding the posts of one query, in milliseconds. */
  readonly limitMs: number;
}

/** A whole result: any page of it is cut from this. */
export interface Answer {
  readonly query: ParsedQuery;
  readonly filtered: FilteredPosts;
  readonly order: Sort;
  /** Row numbers in the order of the result. */
  readonly ordered: Uint32Array;
}

/** Answers a request: parse, evaluate, filter and count, order. */
export function answerRequest(request: SearchRequest, context: AnswerContext): Answer {
  const { query, found } = findPosts(parseQuery(request.text, { keepsVariants: request.foldsVariants === false }), context);
  const filtered = filterPosts(found, request.filters, context);
  const order = effectiveOrder(query, request.sort);
  const ordered = orderPosts(filtered, order, { ...context, node: query.node });
  return { query, filtered, order, ordered };
}

/**
 * The posts that fulfil a query. One that is still not answered when its time is up (a thousand parts that each read all
 * texts) is refused, so that it holds up nothing else.
 */
function findPosts(
  query: ParsedQuery,
  context: AnswerContext,
): { readonly query: ParsedQuery; readonly found: PostSet } {
  const posts = universe(context.columns, query.hasPages);
  const endsMs = performance.now() + context.limitMs;
  const isTimeUp = (): boolean => performance.now() > endsMs;
  try {
    return { query, found: evaluateQuery(query.node, posts, { ...context, isTimeUp }) };
  } catch (error) {
    if (!(error instanceof TooMuchWork)) throw error;
    return { query: refusedQuery(), found: new Uint8Array(posts.length) };
  }
}

/** The rows asked for, with what belongs to the whole result. `elapsedMs` and `revision` are the caller's. */
export function pageOf(
  { query, filtered, order, ordered }: Answer,
  { offset, limit }: PageRequest,
  { columns, marks, rows }: Pick<AnswerContext, 'columns' | 'marks'> & { readonly rows: PostRows },
): Omit<PostPage, 'elapsedMs' | 'revision'> {
  const terms = query.terms.map(prepareTerm);
  const posts: PostSummary[] = [];
  for (const id of ordered.subarray(offset, offset + limit)) {
    const row = rows.row(id);
    if (row !== null) posts.push(summaryOf(row, rows.text(id), { terms, bits: marks[id] ?? 0 }));
  }
  return {
    total: filtered.total,
    offset,
    posts,
    facets: filtered.facets,
    monthRuns: order === 'relevance' ? [] : monthRunsOf(ordered, columns),
    terms: query.terms,
    hints: query.hints,
  };
}

/** Posts; pages too where the query asks for them. */
function universe(columns: PostColumns, hasPages: boolean): PostSet {
  if (hasPages) return columns.isThere;
  return keepOnly(columns.isThere, (id) => !isPage(columns.flags[id] ?? 0));
}

/** `sort:` in the query wins; relevance needs something to be relevant to. */
function effectiveOrder(query: ParsedQuery, wanted: Sort): Sort {
  const sort = query.sort ?? wanted;
  return sort === 'relevance' && query.terms.length === 0 ? 'newest' : sort;
}

interface OrderContext {
  readonly columns: PostColumns;
  readonly terms: TermIndex;
  readonly node: QueryNode;
}

function orderPosts(
  { posts, total }: FilteredPosts,
  order: Sort,
  { columns, terms, node }: OrderContext,
): Uint32Array {
  if (order === 'oldest') return inOrder(posts, columns.oldest(), total);
  const newest = inOrder(posts, columns.newest(), total);
  if (order === 'newest' || total < 2) return newest;
  const scores = new Float64Array(columns.size);
  addScores(node, terms, scores);
  return byScore(newest, scores);
}

/** Sums the scores of all terms that count for a post, each term once. */
function addScores(root: QueryNode, terms: TermIndex, scores: Float64Array): void {
  const seen = new Set<string>();
  const visit = (node: QueryNode): void => {
    if (node.kind === 'and' || node.kind === 'or') node.nodes.forEach(visit);
    if (node.kind !== 'term') return;
    const key = `${node.scope} ${node.term.isPrefix} ${node.term.text}`;
    if (seen.has(key)) return;
    seen.add(key);
    terms.addScores(node.term, node.scope, scores);
  };
  visit(root);
}

function summaryOf(
  row: PostRow,
  text: string,
  { terms, bits }: { readonly terms: readonly PreparedTerm[]; readonly bits: number },
): PostSummary {
  const titleMarks = findPreparedRanges(row.title, terms);
  const hits = findPreparedRanges(text, terms);
  return {
    id: row.id,
    path: row.path,
    title: row.title,
    titleMarks,
    date: row.date,
    day: row.day,
    source: row.source,
    tags: row.tags,
    categories: row.categories,
    lang: row.lang,
    snippet: cutSnippet(text, hits),
    hitCount: titleMarks.length + hits.length,
    isDraft: row.isDraft,
    isRead: (bits & READ) !== 0,
    isBookmarked: (bits & BOOKMARKED) !== 0,
    kind: row.kind,
  };
}
