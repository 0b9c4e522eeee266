import type { PostPage, Sort } from '../../shared/searchModel.ts';
import type { PostSummary } from '../../shared/model.ts';
import { parseQuery, refusedQuery } from '../../shared/query/parseQuery.ts';
import type { ParsedQuery, QueryNode } from '../../shared/query/queryNode.ts';
import { findPreparedRanges, type PreparedTerm, prepareTerm } from '../../shared/text/matchText.ts';
import { cutSnippet } from '../search/snippet.ts';
import { evaluateQuery } from './evaluateQuery.ts';
import { countFiltered, type FilteredPosts, filterPosts } from './facets.ts';
import type { PathOrder } from './pathOrder.ts';
import { BOOKMARKED, READ, type RowMarks } from './postMarks.ts';
import type { PostRows } from './postRows.ts';
import { type FoundPosts, foundRows, foundSet, type PostSet } from './postSet.ts';
import { type EvaluationContext, TooMuchWork } from './queryContext.ts';
import { orderByRelevance } from './rankResult.ts';
import { monthRunsOf, orderByDate, type ResultOrder } from './resultOrder.ts';
import type { PageRequest, PostRow, SearchRequest } from './storeTypes.ts';

/** What is answered from: one state of the index, and the reader's marks on it. */
export interface AnswerContext extends Omit<EvaluationContext, 'endsMs' | 'rows'> {
  readonly paths: PathOrder;
  readonly rows: PostRows;
  /** Longest time for finding the posts of one query, in milliseconds. */
  readonly limitMs: number;
}

/** A whole result: any page of it is cut from this. */
export interface Answer {
  readonly query: ParsedQuery;
  readonly filtered: FilteredPosts;
  readonly order: Sort;
  readonly ordered: ResultOrder;
}

/** Answers a request: parse, evaluate, filter and count, order. */
export function answerRequest(request: SearchRequest, context: AnswerContext): Answer {
  const { query, found } = findPosts(
    parseQuery(request.text, { keepsVariants: request.foldsVariants === false }),
    context,
  );
  const filtered = filterPosts(found, request.filters, context);
  const order = effectiveOrder(query, request.sort);
  const ordered =
    order === 'relevance'
      ? orderByRelevance(filtered.rows, { ...context, node: query.node })
      : orderByDate(filtered.rows, order, context);
  return { query, filtered, order, ordered };
}

/** How many posts a request has: nothing is counted by facet, nothing put in order. */
export function countRequest(request: SearchRequest, context: AnswerContext): number {
  const { found } = findPosts(
    parseQuery(request.text, { keepsVariants: request.foldsVariants === false }),
    context,
  );
  return countFiltered(found, request.filters, context);
}

/**
 * The posts that fulfil a query. One that is still not answered when its time is up (a thousand parts that each read all
 * texts) is refused, so that it holds up nothing else.
 */
function findPosts(
  query: ParsedQuery,
  context: AnswerContext,
): { readonly query: ParsedQuery; readonly found: FoundPosts } {
  // Posts; pages too where the query asks for them.
  const posts = query.hasPages ? context.columns.isThere : context.columns.isPost;
  const endsMs = performance.now() + context.limitMs;
  try {
    return { query, found: evaluate(query.node, posts, { ...context, endsMs }) };
  } catch (error) {
    if (!(error instanceof TooMuchWork)) throw error;
    return { query: refusedQuery('too-slow'), found: foundRows(new Uint32Array(0), posts.length) };
  }
}

/** The usual query is one term, whose posts are known as a list: no set has to be made of it. */
function evaluate(node: QueryNode, posts: PostSet, context: EvaluationContext): FoundPosts {
  const rows = node.kind === 'term' ? context.terms.rows(node, posts) : null;
  if (rows !== null) return foundRows(rows, posts.length);
  return foundSet(evaluateQuery(node, posts, context));
}

/** The rows asked for, with what belongs to the whole result. `elapsedMs` and `revision` are the caller's. */
export function pageOf(
  { query, filtered, order, ordered }: Answer,
  { offset, limit }: PageRequest,
  { marks, rows }: Pick<AnswerContext, 'marks'> & { readonly rows: PostRows },
): Omit<PostPage, 'elapsedMs' | 'revision'> {
  const terms = query.terms.map(prepareTerm);
  const posts: PostSummary[] = [];
  for (const id of ordered.slice(offset, limit)) {
    const row = rows.row(id);
    if (row !== null)
      posts.push(summaryOf(row, rows.text(id), { terms, ...marksOfRow(row.path, id, marks) }));
  }
  return {
    total: filtered.total,
    offset,
    posts,
    facets: filtered.facets,
    monthRuns: order === 'relevance' ? [] : monthRunsOf(filtered.monthCounts, order),
    terms: query.terms,
    hints: query.hints,
  };
}

/** `sort:` in the query wins; relevance needs something to be relevant to. */
function effectiveOrder(query: ParsedQuery, wanted: Sort): Sort {
  const sort = query.sort ?? wanted;
  return sort === 'relevance' && query.terms.length === 0 ? 'newest' : sort;
}

function summaryOf(
  row: PostRow,
  text: string,
  { terms, ...marked }: { readonly terms: readonly PreparedTerm[] } & SummaryMarks,
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
    snippet: cutSnippet(text, hits, terms),
    hitCount: titleMarks.length + hits.length,
    isDraft: row.isDraft,
    ...marked,
    kind: row.kind,
  };
}

type SummaryMarks = Pick<
  PostSummary,
  'isRead' | 'isBookmarked' | 'highlightCount' | 'pens' | 'hasNote' | 'labels'
>;

function marksOfRow(path: string, id: number, { bits, ofPath }: RowMarks): SummaryMarks {
  const mark = bits[id] ?? 0;
  const known = mark === 0 ? null : ofPath(path);
  return {
    isRead: (mark & READ) !== 0,
    isBookmarked: (mark & BOOKMARKED) !== 0,
    highlightCount: known?.highlightCount ?? 0,
    pens: known?.pens ?? [],
    hasNote: known?.hasNote ?? false,
    labels: known?.labels ?? [],
  };
}
