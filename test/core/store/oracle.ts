import type { Filters } from '../../../src/shared/model.ts';
import type { ParsedPost } from '../../../src/core/post/parsedPost.ts';

/*
 * What a query means, said a second time and as plainly as possible: normalise everything, look for the literal with
 * a regular expression, compare whole lists. Nothing of the application's search is used here.
 */

export interface OraclePost {
  readonly path: string;
  readonly post: ParsedPost;
  readonly isBookmarked: boolean;
  readonly isRead: boolean;
}

/** A query as a structure; `typed` is what a person would type for it. */
export interface OracleQuery {
  readonly typed: string;
  readonly matches: (each: OraclePost) => boolean;
}

const FREE = ['Han', 'Hiragana', 'Katakana', 'Hangul', 'Thai', 'Lao', 'Khmer', 'Myanmar']
  .map((script) => String.raw`\p{scx=${script}}`)
  .join('');
const ALPHABETIC = String.raw`[[\p{L}\p{N}]--[${FREE}]]`;
const isAlphabetic = new RegExp(`^${ALPHABETIC}$`, 'v');

const normalised = new Map<string, string>();

/** NFKC, full case folding, no ignorables, single spaces; on the whole text at once. */
function normalise(text: string): string {
  const known = normalised.get(text) ?? normaliseAnew(text);
  normalised.set(text, known);
  return known;
}

function normaliseAnew(text: string): string {
  const visible = text
    .replaceAll(/\p{DI}/gu, '')
    .replaceAll(/\p{Cs}/gu, '\ufffd')
    .normalize('NFKC');
  const folded = Array.from(visible, (character) =>
    character === 'ı' ? character : character.toLowerCase().toUpperCase().toLowerCase(),
  ).join('');
  return folded
    .normalize('NFKC')
    .replaceAll(/\p{DI}/gu, '')
    .replaceAll(/\p{White_Space}+/gu, ' ');
}

export function literalTest(term: string, isPrefix: boolean): (text: string) => boolean {
  const literal = normalise(term.trim());
  const characters = Array.from(literal);
  const escaped = characters
    .map((character) => String.raw`\u{${(character.codePointAt(0) ?? 0).toString(16)}}`)
    .join('');
  const before = isAlphabetic.test(characters[0] ?? '') ? `(?<!${ALPHABETIC})` : '';
  const after = !isPrefix && isAlphabetic.test(characters.at(-1) ?? '') ? `(?!${ALPHABETIC})` : '';
  const pattern = new RegExp(before + escaped + after, 'v');
  return (text) => pattern.test(normalise(text));
}

function month(each: OraclePost): string | null {
  return each.post.day?.slice(0, 7) ?? null;
}

type Facet = 'list' | 'sources' | 'categories' | 'tags' | 'months';

const hasAny = (chosen: readonly string[], values: readonly string[]): boolean =>
  chosen.length === 0 || values.some((value) => chosen.includes(value));

const sourcesOf = ({ post }: OraclePost): readonly string[] =>
  post.source === null ? [] : [post.source];

const isInList = (each: OraclePost, { list }: Filters): boolean =>
  list === 'all' || (list === 'unread' ? !each.isRead : each.isBookmarked);

const isInSpan = ({ post: { day } }: OraclePost, { from, to }: Filters): boolean => {
  if (day === null) return from === null && to === null;
  // "2022-05" ends after every day that begins with it.
  return (from === null || day >= from) && (to === null || day.slice(0, to.length) <= to);
};

/** True when the post passes every filter but that of one facet. */
function passes(each: OraclePost, filters: Filters, open: Facet | null): boolean {
  const answers: Readonly<Record<Facet, boolean>> = {
    list: isInList(each, filters),
    sources: hasAny(filters.sources, sourcesOf(each)),
    categories: hasAny(filters.categories, each.post.categories),
    tags: hasAny(filters.tags, each.post.tags),
    months: isInSpan(each, filters),
  };
  return Object.entries(answers).every(([facet, isPassed]) => facet === open || isPassed);
}

function count(
  posts: readonly OraclePost[],
  valuesOf: (each: OraclePost) => readonly string[],
): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const each of posts) {
    for (const value of new Set(valuesOf(each))) counts[value] = (counts[value] ?? 0) + 1;
  }
  return counts;
}

/** Everything a search should answer, but for order. */
export function expectedAnswer(posts: readonly OraclePost[], query: OracleQuery, filters: Filters) {
  const found = posts.filter((each) => each.post.kind === 'post' && query.matches(each));
  const within = (open: Facet | null) => found.filter((each) => passes(each, filters, open));
  return {
    paths: within(null)
      .map(({ path }) => path)
      .toSorted(),
    sources: count(within('sources'), ({ post }) => (post.source === null ? [] : [post.source])),
    categories: count(within('categories'), ({ post }) => post.categories),
    tags: count(within('tags'), ({ post }) => post.tags),
    months: count(within('months'), (each) => [month(each) ?? []].flat()),
    bookmarkedCount: within('list').filter(({ isBookmarked }) => isBookmarked).length,
    unreadCount: within('list').filter(({ isRead }) => !isRead).length,
  };
}
