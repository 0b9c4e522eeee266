import type Database from 'better-sqlite3';
import type { SearchTerm } from '../../shared/model.ts';
import type { TermScope } from '../../shared/query/queryNode.ts';
import { type PreparedTerm, prepareTerm, textHoldsTerm } from '../../shared/text/matchText.ts';
import type { PostCounts } from '../postings/postingList.ts';
import { createPostingsReader, type PostingsReader } from '../postings/postingsReader.ts';
import type { PostField } from '../postings/segmentBuilder.ts';
import { type TermTokens, tokeniseTerm } from '../postings/termTokens.ts';
import { Tokeniser } from '../postings/tokenise.ts';
import type { PostSet } from './postSet.ts';

/** How much work finding a term is: looked up, or looked up and checked against texts. */
type TermCost = 'lookup' | 'check';

/** Posts that hold a term, and how often. */
interface TermHits {
  /** Row numbers, ascending. */
  readonly posts: Uint32Array;
  /** Occurrences in the title, parallel to `posts`; larger numbers stand as 65,535. */
  readonly title: Uint16Array;
  /** Occurrences in the text, parallel to `posts`; larger numbers stand as 65,535. */
  readonly body: Uint16Array;
  /** Candidates of the term, looked at or not: what it is weighed by; missing = as many as `posts`. */
  readonly spread?: number;
}

/** A term and where it is looked for. */
interface ScopedTerm {
  readonly term: SearchTerm;
  readonly scope: TermScope;
}

/** Finds terms in titles and texts. */
export interface TermIndex {
  /**
   * Exactly the posts of `within` whose title or text (as `scope` says) holds the term. `checkTime` is called now and
   * then where texts have to be looked at, and may throw.
   */
  readonly find: (wanted: ScopedTerm, within: PostSet, checkTime?: () => void) => PostSet;
  readonly costOf: (term: SearchTerm) => TermCost;
  /**
   * Posts that hold the term, for ranking `rows` (ascending): where texts have to be looked at, only posts of `rows`, and
   * with very many of them also posts that may hold it.
   */
  readonly hits: (term: SearchTerm, scope: TermScope, rows: Uint32Array) => TermHits;
  /** Forgets what was found, and takes up what the writer committed. */
  readonly refresh: () => void;
}

/** Reads the texts that terms are checked against. */
export interface CheckedTexts {
  readonly title: (post: number) => string;
  readonly text: (post: number) => string;
}

/** Row numbers of terms that are kept until the index changes, so that typing on costs little. */
const MAX_KEPT_ROWS = 4_000_000;

/** Texts looked at between two looks at the clock. */
const CHECKS_PER_LOOK = 256;

/**
 * Most candidates of a result that are looked at for its order, where finding it did not need to; with more of them all
 * count. Never fewer because some are known already: no order depends on what was asked before.
 */
const MAX_RANKING_LOOKS = 5_000;

const UNKNOWN = 0;
const HOLDS = 1;
const LACKS = 2;

/** What is known of one term. */
interface Candidates {
  readonly prepared: PreparedTerm;
  readonly hits: TermHits;
  /** UNKNOWN, HOLDS or LACKS for each of the posts; null where the index proves them all. */
  readonly verdicts: Uint8Array | null;
}

/** A term index over the postings of an open index file. */
export function createTermIndex(database: Database.Database, texts: CheckedTexts): TermIndex {
  const postings = createPostingsReader(database);
  const tokeniser = new Tokeniser();
  const prepare = (term: SearchTerm): TokenisedTerm => {
    const prepared = prepareTerm(term);
    const tokens = tokeniseTerm(prepared.indexed, term.isPrefix, tokeniser);
    return { prepared, tokens, isProven: prepared.isIndexExact && tokens.isProof };
  };
  const kept = new Map<string, Candidates>();
  let keptRows = 0;

  const candidatesOf = (term: SearchTerm, scope: TermScope): Candidates => {
    const key = `${scope} ${term.isPrefix} ${term.keepsVariants ?? false} ${term.text}`;
    const known = kept.get(key);
    if (known !== undefined) return known;
    const found = lookUp(postings, prepare(term), scope);
    keptRows += found.hits.posts.length;
    if (keptRows > MAX_KEPT_ROWS) {
      kept.clear();
      keptRows = found.hits.posts.length;
    }
    kept.set(key, found);
    return found;
  };

  const holds = (post: number, { prepared }: Candidates, scope: TermScope): boolean =>
    (scope !== 'title' && textHoldsTerm(texts.text(post), prepared)) ||
    (scope !== 'body' && textHoldsTerm(texts.title(post), prepared));

  return {
    find: ({ term, scope }, within, checkTime) => {
      const candidates = candidatesOf(term, scope);
      const { hits, verdicts } = candidates;
      if (verdicts === null) return setAmong(hits.posts, within);
      const found = new Uint8Array(within.length);
      let looks = 0;
      for (let index = 0; index < hits.posts.length; index += 1) {
        const post = hits.posts[index] ?? 0;
        if (within[post] !== 1) continue;
        if (verdicts[index] === HOLDS) {
          found[post] = 1;
        } else if (verdicts[index] === UNKNOWN) {
          looks += 1;
          if (looks % CHECKS_PER_LOOK === 0) checkTime?.();
          const isHit = holds(post, candidates, scope);
          verdicts[index] = isHit ? HOLDS : LACKS;
          if (isHit) found[post] = 1;
        }
      }
      return found;
    },
    costOf: (term) => (prepare(term).isProven ? 'lookup' : 'check'),
    hits: (term, scope, rows) => {
      const candidates = candidatesOf(term, scope);
      return hitsAmong(rows, candidates, (post) => holds(post, candidates, scope));
    },
    refresh: () => {
      postings.refresh();
      kept.clear();
      keptRows = 0;
    },
  };
}

/** Those of some row numbers that are members of a set. */
function setAmong(posts: Uint32Array, within: PostSet): PostSet {
  const found = new Uint8Array(within.length);
  for (let index = 0; index < posts.length; index += 1) {
    const post = posts[index] ?? 0;
    found[post] = within[post] ?? 0;
  }
  return found;
}

/** The hits of a term that stand in a result; what is not known of them yet is looked up. */
function hitsAmong(
  rows: Uint32Array,
  { hits, verdicts }: Candidates,
  holds: (post: number) => boolean,
): TermHits {
  if (verdicts === null) return hits;
  const asked = placesOf(hits.posts, rows, MAX_RANKING_LOOKS);
  if (asked === null) return hits;
  const held = asked.filter((index) => {
    if (verdicts[index] === UNKNOWN) {
      verdicts[index] = holds(hits.posts[index] ?? 0) ? HOLDS : LACKS;
    }
    return verdicts[index] === HOLDS;
  });
  return {
    posts: Uint32Array.from(held, (index) => hits.posts[index] ?? 0),
    title: Uint16Array.from(held, (index) => hits.title[index] ?? 0),
    body: Uint16Array.from(held, (index) => hits.body[index] ?? 0),
    spread: hits.posts.length,
  };
}

/** Places in ascending numbers of those that also stand among others, ascending too; null when there are more than `most`. */
function placesOf(posts: Uint32Array, rows: Uint32Array, most: number): number[] | null {
  const places: number[] = [];
  let at = 0;
  for (let index = 0; index < posts.length; index += 1) {
    const post = posts[index] ?? 0;
    while (at < rows.length && (rows[at] ?? 0) < post) at += 1;
    if (rows[at] !== post) continue;
    if (places.length === most) return null;
    places.push(index);
  }
  return places;
}

/** A term, what the index is asked for it, and whether its answer proves the term. */
interface TokenisedTerm {
  readonly prepared: PreparedTerm;
  readonly tokens: TermTokens;
  readonly isProven: boolean;
}

function lookUp(
  postings: PostingsReader,
  { prepared, tokens, isProven }: TokenisedTerm,
  scope: TermScope,
): Candidates {
  const inField = (field: PostField): PostCounts =>
    prepared.folded === '' ? NONE : fieldCandidates(postings, tokens, field);
  const title = scope === 'body' ? NONE : inField('title');
  const body = scope === 'title' ? NONE : inField('body');
  const hits = joinFields(title, body);
  return { prepared, hits, verdicts: isProven ? null : new Uint8Array(hits.posts.length) };
}

const NONE: PostCounts = { posts: new Uint32Array(0), counts: new Uint32Array(0) };

/** Posts whose field holds the phrase of a term and all of its symbols. */
function fieldCandidates(
  postings: PostingsReader,
  { tokens, isLastPrefix, symbols }: TermTokens,
  field: PostField,
): PostCounts {
  let found = tokens.length === 0 ? null : postings.find({ tokens, isLastPrefix }, field);
  for (const text of symbols) {
    const phrase = { tokens: [{ text, offset: 0 }], isLastPrefix: false };
    const holders = postings.find(phrase, field);
    found = found === null ? holders : among(found, holders.posts);
  }
  return found ?? NONE;
}

/** What of `found` is also in `others`, which ascends as it does. */
function among({ posts, counts }: PostCounts, others: Uint32Array): PostCounts {
  const isIn = new Uint8Array(posts.length);
  let at = 0;
  for (let index = 0; index < posts.length; index += 1) {
    while (at < others.length && (others[at] ?? 0) < (posts[index] ?? 0)) at += 1;
    isIn[index] = others[at] === posts[index] ? 1 : 0;
  }
  const isKept = (_value: number, index: number): boolean => isIn[index] === 1;
  return { posts: posts.filter(isKept), counts: counts.filter(isKept) };
}

/** Both fields' posts in one ascending list. */
function joinFields(title: PostCounts, body: PostCounts): TermHits {
  const places = placesIn(title.posts, body.posts);
  if (places === null) return mergeFields(title, body);
  // Mostly what stands in a title stands in the text too: then the posts are those of the texts.
  const hits = {
    posts: body.posts,
    title: new Uint16Array(body.posts.length),
    body: new Uint16Array(body.posts.length),
  };
  for (let at = 0; at < places.length; at += 1) {
    hits.title[places[at] ?? 0] = atMost(title.counts[at]);
  }
  for (let at = 0; at < hits.body.length; at += 1) hits.body[at] = atMost(body.counts[at]);
  return hits;
}

/** Places of ascending numbers in others that ascend too; null when one is not among them. */
function placesIn(posts: Uint32Array, others: Uint32Array): Uint32Array | null {
  const places = new Uint32Array(posts.length);
  let at = 0;
  for (let index = 0; index < posts.length; index += 1) {
    const post = posts[index] ?? 0;
    while (at < others.length && (others[at] ?? 0) < post) at += 1;
    if (others[at] !== post) return null;
    places[index] = at;
  }
  return places;
}

function mergeFields(title: PostCounts, body: PostCounts): TermHits {
  const most = title.posts.length + body.posts.length;
  const hits = {
    posts: new Uint32Array(most),
    title: new Uint16Array(most),
    body: new Uint16Array(most),
  };
  let length = 0;
  let inTitle = 0;
  let inBody = 0;
  while (inTitle < title.posts.length || inBody < body.posts.length) {
    const titlePost = title.posts[inTitle] ?? Number.POSITIVE_INFINITY;
    const bodyPost = body.posts[inBody] ?? Number.POSITIVE_INFINITY;
    hits.posts[length] = Math.min(titlePost, bodyPost);
    if (titlePost <= bodyPost) hits.title[length] = atMost(title.counts[inTitle++]);
    if (bodyPost <= titlePost) hits.body[length] = atMost(body.counts[inBody++]);
    length += 1;
  }
  return {
    posts: hits.posts.subarray(0, length),
    title: hits.title.subarray(0, length),
    body: hits.body.subarray(0, length),
  };
}

function atMost(count = 0): number {
  return Math.min(count, 0xffff);
}
