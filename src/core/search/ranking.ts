import type { SearchTerm } from '../../shared/searchModel.ts';
import type { QueryNode, TermScope } from '../../shared/query/queryNode.ts';

/**
 * Relevance, first stage: a score for every post of a result, from counts alone. docs/ranking.md describes the formula,
 * its sources and what it is measured on; `rerank.ts` is the second stage, for the best of this one.
 */

/** Where one term stands, post by post. */
export interface TermHits {
  /** Row numbers, ascending. */
  readonly posts: Uint32Array;
  /** Occurrences in the title, parallel to `posts`. */
  readonly title: Uint8Array | Uint16Array;
  /** Occurrences in the text, parallel to `posts`. */
  readonly body: Uint16Array;
  /**
   * How many posts the term is counted for as common or rare; missing = as many as `posts`. Where candidates are looked at
   * one by one, `posts` depends on which were: what is asked must not depend on what was asked before.
   */
  readonly spread?: number;
}

/** Facts of all posts by row number. */
interface RankingColumns {
  /** Characters without white space. */
  readonly titleLengths: Uint16Array | Uint32Array;
  /** Characters without white space. */
  readonly bodyLengths: Uint32Array;
  /** Months counted from any one month on; 0 = undated. */
  readonly months: Uint32Array;
}

/** Facts of the archive as a whole. */
export interface RankingFacts {
  /** Number of posts. */
  readonly postCount: number;
  readonly meanTitleLength: number;
  readonly meanBodyLength: number;
  /** The month that age is counted from: that of the newest post that is not in the future. */
  readonly newestMonth: number;
}

/** A result to score. */
export interface ScoreRequest {
  readonly node: QueryNode;
  /** Row numbers of the result, ascending. */
  readonly rows: Uint32Array;
  /** May hold more posts than `rows`: only those of `rows` are looked at. */
  readonly hits: (term: SearchTerm, scope: TermScope) => TermHits;
  readonly columns: RankingColumns;
  readonly facts: RankingFacts;
}

/** Saturation of counts, and how much length counts against a text: usual for news (Trotman et al. 2012). */
const K1 = 0.9;
const B_BODY = 0.4;
const B_TITLE = 0.3;
/** Weight of an occurrence in the title among the counts of BM25F. */
const TITLE_WEIGHT = 4;
/** What a title with the term is worth beside its count, in units of a fully saturated term. */
const TITLE_BONUS = 0.3;
/** What a title that is nothing but the query is worth more. */
const COVER_BONUS = 0.5;
/** A term that makes up more than this share of a text's characters belongs to a list, not to prose. */
const DENSEST = 0.1;
/** What a post of the newest month is worth more than one of long ago. */
const RECENCY_BONUS = 0.05;
/** After so many months half of that is left. */
const HALF_LIFE_MONTHS = 36;
const OLDEST_MONTHS = 1_024;
/** Bonus by age in months. */
const RECENCY = recencyByAge();

/**
 * Scores parallel to `rows`, all of them 0 or more and below 4; more is better. A post counts for a term what BM25F
 * says, relative to all terms; of alternatives (`OR`) the best one counts. Terms under `NOT` and fields count nothing.
 */
export function scorePosts(request: ScoreRequest): Float32Array {
  const { rows, columns, facts } = request;
  const { scores, covers, weight } = scoreNode(request.node, request, 0) ?? nothing(rows.length);
  const perWeight = weight > 0 ? 1 / weight : 0;
  for (let at = 0; at < rows.length; at += 1) {
    const cover = Math.min(1, covers[at] ?? 0);
    const month = columns.months[rows[at] ?? 0] ?? 0;
    const age = Math.max(0, facts.newestMonth - month);
    const fresh = month === 0 ? 0 : (RECENCY[Math.min(age, OLDEST_MONTHS)] ?? 0);
    scores[at] = (scores[at] ?? 0) * perWeight + COVER_BONUS * cover * cover + fresh;
  }
  return scores;
}

/** What a part of a query gives each row, and the most that its terms can weigh. */
interface Scored {
  readonly scores: Float32Array;
  /** Share of the title's characters that the terms make up. */
  readonly covers: Float32Array;
  readonly weight: number;
}

function nothing(length: number): Scored {
  return { scores: new Float32Array(length), covers: new Float32Array(length), weight: 0 };
}

/** Null for parts that say nothing of relevance. `heaviest` > 0 = no term may weigh more. */
function scoreNode(node: QueryNode, request: ScoreRequest, heaviest: number): Scored | null {
  if (node.kind === 'term') return scoreTerm(node, request, heaviest);
  if (node.kind === 'and') return scoreAll(node.nodes, request, heaviest);
  if (node.kind === 'or') return scoreAny(node.nodes, request, heaviest);
  return node.kind === 'near' ? scoreAll(termsOf(node), request, heaviest) : null;
}

/** Terms near one another, as a query for all of them. */
function termsOf({ terms, scope }: Extract<QueryNode, { kind: 'near' }>): readonly QueryNode[] {
  return terms.map((term) => ({ kind: 'term', term, scope }));
}

function scoreAll(
  nodes: readonly QueryNode[],
  request: ScoreRequest,
  heaviest: number,
): Scored | null {
  const parts = distinct(nodes).flatMap((node) => scoreNode(node, request, heaviest) ?? []);
  const first = parts[0];
  if (first === undefined) return null;
  for (const { scores, covers } of parts.slice(1)) {
    for (let at = 0; at < scores.length; at += 1) {
      first.scores[at] = (first.scores[at] ?? 0) + (scores[at] ?? 0);
      first.covers[at] = (first.covers[at] ?? 0) + (covers[at] ?? 0);
    }
  }
  return { ...first, weight: parts.reduce((sum, { weight }) => sum + weight, 0) };
}

/** Alternatives are different words for what is wanted: a post with one of them is as good as one with all. */
function scoreAny(
  nodes: readonly QueryNode[],
  request: ScoreRequest,
  heaviest: number,
): Scored | null {
  const lightest = distinct(nodes).reduce(
    (least, node) => Math.min(least, lightestTerm(node, request)),
    heaviest > 0 ? heaviest : Number.POSITIVE_INFINITY,
  );
  const parts = distinct(nodes).flatMap((node) => scoreNode(node, request, lightest) ?? []);
  const first = parts[0];
  if (first === undefined) return null;
  for (const { scores, covers } of parts.slice(1)) {
    for (let at = 0; at < scores.length; at += 1) {
      first.scores[at] = Math.max(first.scores[at] ?? 0, scores[at] ?? 0);
      first.covers[at] = Math.max(first.covers[at] ?? 0, covers[at] ?? 0);
    }
  }
  return { ...first, weight: Math.max(...parts.map(({ weight }) => weight)) };
}

/** Weight of the most frequent term: none of its alternatives is given more for being written more rarely. */
function lightestTerm(node: QueryNode, request: ScoreRequest): number {
  if (node.kind === 'term') return weightOf(request.hits(node.term, node.scope), request.facts);
  if (node.kind !== 'and' && node.kind !== 'or' && node.kind !== 'near') {
    return Number.POSITIVE_INFINITY;
  }
  const nodes = node.kind === 'near' ? termsOf(node) : node.nodes;
  return Math.min(...nodes.map((each) => lightestTerm(each, request)));
}

/** A term that is typed twice counts once. */
function distinct(nodes: readonly QueryNode[]): readonly QueryNode[] {
  const seen = new Set<string>();
  return nodes.filter((node) => {
    const key = JSON.stringify(node);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

type TermNode = Extract<QueryNode, { kind: 'term' }>;

function scoreTerm({ term, scope }: TermNode, request: ScoreRequest, heaviest: number): Scored {
  const hits = request.hits(term, scope);
  const own = weightOf(hits, request.facts);
  const weight = heaviest > 0 ? Math.min(heaviest, own) : own;
  const counts = countsBeside(request.rows, hits);
  const termLength = Math.max(1, term.text.replaceAll(/\s/g, '').length);
  const scores =
    scope === 'title'
      ? new Float32Array(request.rows.length)
      : bodyScores(counts.body, termLength, { request, weight });
  const covers = new Float32Array(request.rows.length);
  if (scope !== 'body') addTitles(counts, termLength, { request, weight, scores, covers });
  return { scores, covers, weight };
}

type Counts = Pick<TermHits, 'title' | 'body'>;

/** Counts parallel to `rows`; 0 where the term is not. */
function countsBeside(rows: Uint32Array, { posts, title, body }: TermHits): Counts {
  // The usual query is one term without filters.
  if (isSame(rows, posts)) return { title, body };
  const beside = { title: new Uint16Array(rows.length), body: new Uint16Array(rows.length) };
  let hit = 0;
  for (let at = 0; at < rows.length && hit < posts.length; at += 1) {
    const row = rows[at] ?? 0;
    while ((posts[hit] ?? row) < row) hit += 1;
    if (posts[hit] !== row) continue;
    beside.title[at] = title[hit] ?? 0;
    beside.body[at] = body[hit] ?? 0;
  }
  return beside;
}

function isSame(rows: Uint32Array, posts: Uint32Array): boolean {
  if (rows === posts) return true;
  if (rows.length !== posts.length) return false;
  for (let at = 0; at < rows.length; at += 1) if (rows[at] !== posts[at]) return false;
  return true;
}

interface Weighing {
  readonly request: ScoreRequest;
  readonly weight: number;
}

/** Occurrences, less for long texts; beyond the density of prose each further one counts against the text. */
function bodyScores(
  body: Uint16Array,
  termLength: number,
  { request, weight }: Weighing,
): Float32Array {
  const { rows, columns, facts } = request;
  const { bodyLengths } = columns;
  const scores = new Float32Array(rows.length);
  const slope = B_BODY / Math.max(1, facts.meanBodyLength);
  const densest = DENSEST / termLength;
  for (let at = 0; at < scores.length; at += 1) {
    const length = bodyLengths[rows[at] ?? 0] ?? 0;
    let count = body[at] ?? 0;
    const most = densest * length;
    if (count > most && count > 2) count = (most * most) / count;
    // Saturation of count / norm, with one division.
    scores[at] = (weight * count) / (count + K1 * (1 - B_BODY + slope * length));
  }
  return scores;
}

interface TitleWeighing extends Weighing {
  readonly scores: Float32Array;
  readonly covers: Float32Array;
}

/** Few titles hold a term: for these the saturation of the text's count is undone and both are counted together. */
function addTitles(
  { title }: Counts,
  termLength: number,
  { request, weight, scores, covers }: TitleWeighing,
): void {
  const { rows, columns, facts } = request;
  const slope = B_TITLE / Math.max(1, facts.meanTitleLength);
  for (let at = 0; at < scores.length; at += 1) {
    if (title[at] === 0) continue;
    const inTitle = title[at] ?? 0;
    const length = columns.titleLengths[rows[at] ?? 0] ?? 0;
    const saturated = (scores[at] ?? 0) / weight;
    const inBody = (K1 * saturated) / (1 - saturated);
    const count = inBody + (TITLE_WEIGHT * inTitle) / (1 - B_TITLE + slope * length);
    scores[at] = weight * (count / (K1 + count) + TITLE_BONUS);
    covers[at] = (inTitle * termLength) / Math.max(1, length);
  }
}

/** Inverse document frequency, never negative (as Lucene has it; Robertson & Zaragoza 2009, 3.2). */
function weightOf({ posts, spread }: TermHits, { postCount }: RankingFacts): number {
  const found = Math.min(spread ?? posts.length, postCount);
  return Math.log(1 + (postCount - found + 0.5) / (found + 0.5));
}

function recencyByAge(): Float32Array {
  const bonus = new Float32Array(OLDEST_MONTHS + 1);
  for (let age = 0; age < bonus.length; age += 1) {
    bonus[age] = RECENCY_BONUS * 2 ** (-age / HALF_LIFE_MONTHS);
  }
  return bonus;
}
