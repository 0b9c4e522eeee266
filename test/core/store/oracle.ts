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
export function normalise(text: string): string {
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

export function month(each: OraclePost): string | null {
  return each.post.day?.slice(0, 7) ?? null;
}

type Facet = 'list' | 'sources' | 'categories' | 'tags' | 'months';

/** True when the post passes every filter but that of one facet. */
export function passes(each: OraclePost, filters: Filters, open: Facet | null): boolean {
  const { post } = each;
  const has = (chosen: readonly string[], values: readonly string[]): boolean =>
    chosen.length === 0 || values.some((value) => chosen.includes(value));
  if (open !== 'list' && filters.list === 'unread' && each.isRead) return false;
  if (open !== 'list' && filters.list === 'bookmarked' && !each.isBookmarked) return false;
  if (open !== 'sources' && !has(filters.sources, post.source === null ? [] : [post.source]))
    return false;
  if (open !== 'categories' && !has(filters.categories, post.categories)) return false;
  if (open !== 'tags' && !has(filters.tags, post.tags)) return false;
  if (open === 'months') return true;
  if (filters.from === null && filters.to === null) return true;
  if (post.day === null) return false;
  if (filters.from !== null && post.day < filters.from) return false;
  // "2022-05" ends after every day that begins with it.
  return filters.to === null || post.day.slice(0, filters.to.length) <= filters.to;
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
