import type Database from 'better-sqlite3';
import type { SearchTerm } from '../../shared/searchModel.ts';
import type { TermScope } from '../../shared/query/queryNode.ts';
import { type PreparedTerm, prepareTerm, textHoldsTerm } from '../../shared/text/matchText.ts';
import { NO_POSTS, type PostCounts } from '../postings/postingList.ts';
import { createPostingsReader, type PostingsReader } from '../postings/postingsReader.ts';
import type { PostField } from '../postings/segmentBuilder.ts';
import { type TermTokens, tokeniseTerm } from '../postings/termTokens.ts';
import { Tokeniser } from '../postings/tokenise.ts';
import { joinFields, type TermHits } from './joinFields.ts';
import type { PostSet } from './postSet.ts';

/** How much work finding a term is: looked up, or looked up and checked against texts. */
type TermCost = 'lookup' | 'check';

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
  /**
   * The same as ascending row numbers, where that takes no look at texts and no set is needed for it; else null. Not to be
   * changed: they may be what is kept of the term.
   */
  readonly rows: (wanted: ScopedTerm, within: PostSet) => Uint32Array | null;
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
      return lookedAt(hits.posts, verdicts, {
        within,
        checkTime,
        holds: (post) => holds(post, candidates, scope),
      });
    },
    rows: ({ term, scope }, within) => {
      const { hits, verdicts } = candidatesOf(term, scope);
      return verdicts === null ? rowsAmong(hits.posts, within) : null;
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

/** How candidates are looked at. */
interface Looking {
  readonly within: PostSet;
  readonly checkTime: (() => void) | undefined;
  readonly holds: (post: number) => boolean;
}

/** Posts of `within` that hold a term, of candidates for it; `verdicts` takes up what is found out. */
function lookedAt(
  posts: Uint32Array,
  verdicts: Uint8Array,
  { within, checkTime, holds }: Looking,
): PostSet {
  const found = new Uint8Array(within.length);
  let looks = 0;
  for (let index = 0; index < posts.length; index += 1) {
    const post = posts[index] ?? 0;
    if (within[post] !== 1) continue;
    if (verdicts[index] === UNKNOWN) {
      looks += 1;
      if (looks % CHECKS_PER_LOOK === 0) checkTime?.();
      verdicts[index] = holds(post) ? HOLDS : LACKS;
    }
    if (verdicts[index] === HOLDS) found[post] = 1;
  }
  return found;
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

/** Those of some ascending row numbers that are members of a set: the very same array where all are. */
function rowsAmong(posts: Uint32Array, within: PostSet): Uint32Array {
  let at = 0;
  while (at < posts.length && within[posts[at] ?? 0] === 1) at += 1;
  if (at === posts.length) return posts;
  const rows = posts.slice();
  let length = at;
  for (; at < posts.length; at += 1) {
    const post = posts[at] ?? 0;
    rows[length] = post;
    length += within[post] ?? 0;
  }
  return rows.subarray(0, length);
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
    prepared.folded === '' ? NO_POSTS : fieldCandidates(postings, tokens, field);
  const title = scope === 'body' ? NO_POSTS : inField('title');
  const body = scope === 'title' ? NO_POSTS : inField('body');
  const hits = joinFields(title, body);
  return { prepared, hits, verdicts: isProven ? null : new Uint8Array(hits.posts.length) };
}

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
  return found ?? NO_POSTS;
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
