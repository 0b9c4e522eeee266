import { expect } from 'vitest';
import type { Filters, PostPage, Sort } from '../../../src/shared/searchModel.ts';
import type { PostId, PostSummary, TextRange } from '../../../src/shared/model.ts';
import type {
  IndexReader,
  PageRequest,
  PathMarks,
  ReaderMarks,
} from '../../../src/core/store/storeTypes.ts';
import { request } from './archiveFixture.ts';
import { expectedAnswer, type OraclePost, type OracleQuery } from './oracle.ts';
import { literalTest, normalise, normaliseTerm } from './oracleText.ts';

/** One question to an index and everything it is asked of. */
export interface Question {
  readonly reader: IndexReader;
  readonly marks: ReaderMarks;
  readonly posts: readonly OraclePost[];
  readonly query: OracleQuery;
  readonly filters: Filters;
  readonly sort: Sort;
}

/** The reader's marks that stand with the posts. */
export const marksOn = (posts: readonly OraclePost[]): ReaderMarks => ({
  version: () => 1,
  changesSince: () => posts.map((post) => pathMarksOf(post)),
  remarks: () => posts,
});

/** The marks on one path. */
export const pathMarksOf = ({
  path,
  isBookmarked,
  isRead,
  quotes,
  notes,
  labels,
}: Pick<
  OraclePost,
  'path' | 'isBookmarked' | 'isRead' | 'quotes' | 'notes' | 'labels'
>): PathMarks => ({
  path,
  isBookmarked,
  isRead,
  highlightCount: quotes.length,
  pens: quotes.length > 0 ? ['green'] : [],
  hasNote: notes.length > 0,
  labels: isBookmarked ? labels : [],
});

/** Rows looked at closely; the rest of a result is compared by its row numbers. */
const ROWS = 15;

/**
 * Asks the index and compares everything observable with the plain scan: set, total, order, month runs, every facet
 * count, the rows with their marks and snippets, and the row numbers. Returns the number of posts found.
 */
export function checkSearch(question: Question): number {
  const { reader, marks, posts, query, filters, sort } = question;
  const foldsVariants = !query.keepsVariants;
  const asked = request(query.typed, { filters, sort, limit: ROWS, foldsVariants });
  const page = reader.search(asked, marks);
  const expected = expectedAnswer(posts, query, { filters, sort });
  const told = JSON.stringify(query.typed);

  expect(page.hints, told).toEqual([]);
  const ids = reader.ids(asked, marks);
  const paths = reader.together(() => ids.map((id) => reader.rowById(id)?.path ?? `no row ${id}`));
  const wanted = expected.paths;
  // A set by relevance; the order itself is the ranking's business, but for being one.
  if (expected.isRanked) expect(paths.toSorted(), told).toEqual(wanted.toSorted());
  else expect(paths, told).toEqual(wanted);
  expect(page.total, told).toBe(wanted.length);
  expect(reader.count(asked, marks), told).toBe(wanted.length);
  expect(page.monthRuns, told).toEqual(expected.monthRuns);
  checkFacets(page, expected.facets, told);
  checkRows(page, question);
  const rowIds = page.posts.map(({ id }) => id);
  expect(rowIds, told).toEqual(ids.slice(0, ROWS));
  checkPart(question, asked, { page, ids });
  return page.total;
}

function checkFacets(
  { facets }: PostPage,
  expected: ReturnType<typeof expectedAnswer>['facets'],
  told: string,
): void {
  for (const name of ['sources', 'categories', 'tags', 'labels', 'years', 'months'] as const) {
    const values = facets[name];
    const counted = values.filter(({ count }) => count > 0);
    const asRecord = Object.fromEntries(counted.map(({ value, count }) => [value, count]));
    expect(asRecord, `${name} of ${told}`).toEqual(expected[name]);
    const keys = values.map(({ value }) => value);
    expect(new Set(keys).size, `${name} of ${told} named once`).toBe(keys.length);
  }
  const states = Object.entries(facets.states).filter(([, count]) => count > 0);
  expect(Object.fromEntries(states), `states of ${told}`).toEqual(expected.states);
  expect(facets.bookmarkedCount, told).toBe(expected.bookmarkedCount);
  expect(facets.unreadCount, told).toBe(expected.unreadCount);
  expect(facets.highlightedCount, told).toBe(expected.highlightedCount);
  expect(facets.undatedCount, told).toBe(expected.undatedCount);
}

/** A page somewhere inside the result holds what stands there in the whole. */
function checkPart({ reader, marks, query }: Question, asked: PageRequest, whole: Whole): void {
  const offset = Math.floor(whole.ids.length / 3);
  const part = reader.search({ ...asked, offset, limit: 3 }, marks);
  const shown = part.posts.map(({ id }) => id);
  expect(shown, query.typed).toEqual(whole.ids.slice(offset, offset + 3));
  expect([part.total, part.facets], query.typed).toEqual([whole.page.total, whole.page.facets]);
}

interface Whole {
  readonly page: PostPage;
  readonly ids: readonly PostId[];
}

function checkRows(page: PostPage, { posts, query }: Question): void {
  const byPath = new Map(posts.map((each) => [each.path, each]));
  const literals = query.terms.map(normaliseTerm);
  const tests = query.terms.map(literalTest);
  for (const row of page.posts) {
    const each = byPath.get(row.path);
    if (each === undefined) throw new Error(`${row.path} is no post`);
    const told = (): string => JSON.stringify([query.typed, row, each.post]);
    insist(isRowOf(row, each), told);
    checkMarks({ row, each, keepsVariants: query.keepsVariants, literals, tests, told });
  }
}

/** Comparing half a million rows by `expect` takes longer than all searches together. */
function insist(isTrue: boolean, told: () => string): void {
  if (!isTrue) expect.fail(told());
}

function isRowOf(row: PostSummary, { post, isBookmarked, isRead }: OraclePost): boolean {
  const { title, date, day, source, tags, categories, isDraft, lang, kind } = row;
  const shown = [wellFormed(title), date, day, source, tags, categories, isDraft, lang, kind];
  const stored = [wellFormed(post.title), post.date, post.day, post.source, post.tags];
  const rest = [post.categories, post.isDraft, post.lang, post.kind];
  const isMarked = row.isBookmarked === isBookmarked && row.isRead === isRead;
  return isMarked && JSON.stringify(shown) === JSON.stringify([...stored, ...rest]);
}

interface MarkedRow {
  readonly row: PostSummary;
  readonly each: OraclePost;
  readonly keepsVariants: boolean;
  /** Normalised texts of all terms that may be marked. */
  readonly literals: readonly string[];
  readonly tests: readonly ((text: string) => boolean)[];
  readonly told: () => string;
}

function checkMarks({ row, each, keepsVariants, literals, tests, told }: MarkedRow): void {
  const { snippet, titleMarks, hitCount } = row;
  checkRanges(row.title, titleMarks, told);
  checkRanges(snippet.text, snippet.marks, told);
  for (const [start, end] of titleMarks) {
    const marked = normalise(row.title.slice(start, end), keepsVariants);
    insist(
      literals.some((literal) => marked.includes(literal)),
      told,
    );
  }
  for (const [start, end] of snippet.marks) {
    const marked = normalise(snippet.text.slice(start, end), keepsVariants);
    // The end of the snippet may cut a long hit, its beginning too, there even what combines into one character.
    const isAtEdge = start <= 1 || end >= snippet.text.length - 1;
    const isHit = literals.some(
      (literal) =>
        marked.includes(literal) || (isAtEdge && literal.includes(marked.trim().slice(2, -2))),
    );
    insist(isHit, told);
  }
  insist(isCutFrom(snippet.text, each.post.text), told);
  const hits = (text: string): boolean => tests.some((test) => test(text));
  const inTitle = hits(each.post.title);
  const inText = hits(each.post.text);
  insist(titleMarks.length > 0 === inTitle, told);
  insist(hitCount > 0 === (inTitle || inText), told);
  insist(hitCount >= titleMarks.length + (inText ? 1 : 0), told);
  // A hit in the text is shown.
  insist(snippet.marks.length > 0 === inText, told);
}

/** In order, not empty, without overlap, inside the text, never through the middle of a character. */
function checkRanges(text: string, ranges: readonly TextRange[], told: () => string): void {
  let last = 0;
  for (const [start, end] of ranges) {
    insist(start >= last && end > start, told);
    insist(!isInsidePair(text, start) && !isInsidePair(text, end), told);
    last = end;
  }
  insist(last <= text.length, told);
}

function isInsidePair(text: string, at: number): boolean {
  return (text.codePointAt(at - 1) ?? 0) > 0xffff;
}

/** A snippet is a piece of the text as it stands, but for line feeds and the signs of the cut. */
function isCutFrom(snippet: string, text: string): boolean {
  const flat = (value: string): string => wellFormed(value.replaceAll(/\s/g, ' '));
  const whole = flat(text);
  const pieces = [snippet, snippet.slice(1), snippet.slice(0, -1), snippet.slice(1, -1)];
  return pieces.some((piece, at) => isFramed(snippet, at) && whole.includes(flat(piece)));
}

/** SQLite keeps UTF-8, which has no lone surrogates. */
const wellFormed = (text: string): string => text.replaceAll(/\p{Cs}/gu, '\ufffd');

/** Whether the sign of a cut stands where the piece leaves a character out. */
function isFramed(snippet: string, at: number): boolean {
  const isFront = (at & 1) === 0 || snippet.startsWith('…');
  return isFront && ((at & 2) === 0 || snippet.endsWith('…'));
}
