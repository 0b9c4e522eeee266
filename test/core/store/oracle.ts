import { Buffer } from 'node:buffer';
import type { Filters, MonthRun, Sort } from '../../../src/shared/searchModel.ts';
import type { ParsedPost } from '../../../src/core/post/parsedPost.ts';
import type { OracleTerm } from './oracleText.ts';

/*
 * What a search answers, said a second time and as plainly as possible: filter whole lists, count whole lists, sort
 * whole lists. Nothing of the application's search is used here.
 */

/** A post with what its reader did with it. */
export interface OraclePost {
  readonly path: string;
  readonly post: ParsedPost;
  readonly isBookmarked: boolean;
  readonly isRead: boolean;
  readonly contentHash: string;
  readonly hasProblem: boolean;
  /** What the reader wrote beside it, the words highlighted in it, and the labels of its bookmark. */
  readonly notes: readonly string[];
  readonly quotes: readonly string[];
  readonly labels: readonly string[];
}

/** A query as a structure; `typed` is what a person would type for it. */
export interface OracleQuery {
  readonly typed: string;
  readonly matches: (each: OraclePost) => boolean;
  /** Terms for title and text that stand positively, in the order typed. */
  readonly terms: readonly OracleTerm[];
  /** True when `is:page` stands positively: pages are looked at too. */
  readonly asksPages: boolean;
  /** True when it is asked with Traditional and Simplified characters told apart. */
  readonly keepsVariants: boolean;
}

type Facet = 'list' | 'states' | 'sources' | 'categories' | 'tags' | 'labels' | 'time';

const hasAny = (chosen: readonly string[], values: readonly string[]): boolean =>
  chosen.length === 0 || values.some((value) => chosen.includes(value));

const sourcesOf = ({ post }: OraclePost): readonly string[] =>
  post.source === null ? [] : [post.source];

const monthOf = ({ post }: OraclePost): string | null => post.day?.slice(0, 7) ?? null;

const monthsOf = (each: OraclePost): readonly string[] => [monthOf(each) ?? []].flat();

const yearsOf = (each: OraclePost): readonly string[] =>
  monthsOf(each).map((month) => month.slice(0, 4));

const statesOf = ({ post, isBookmarked, isRead }: OraclePost): readonly string[] => [
  isRead ? 'read' : 'unread',
  ...(isBookmarked ? ['bookmarked'] : []),
  ...(post.isDraft ? ['draft'] : []),
];

const labelsOf = ({ labels, isBookmarked }: OraclePost): readonly string[] =>
  isBookmarked ? labels : [];

const isInList = (each: OraclePost, { list }: Filters): boolean =>
  ({
    all: true,
    unread: !each.isRead,
    bookmarked: each.isBookmarked,
    highlighted: each.quotes.length > 0,
  })[list];

/** In a chosen year or month, or between the bounds; anything where none is chosen. */
const isInTime = (each: OraclePost, { years, months, from, to }: Filters): boolean => {
  const { day } = each.post;
  const hasSpan = from !== null || to !== null;
  if (!hasSpan && years.length + months.length === 0) return true;
  if (day === null) return false;
  if (years.includes(day.slice(0, 4)) || months.includes(day.slice(0, 7))) return true;
  if (!hasSpan) return false;
  // "2022-05" ends after every day that begins with it.
  return (from === null || day >= from) && (to === null || day.slice(0, to.length) <= to);
};

/** True when the post passes every filter but that of one facet. */
function passes(each: OraclePost, filters: Filters, open: Facet | null): boolean {
  const answers: Readonly<Record<Facet, boolean>> = {
    list: isInList(each, filters),
    states: hasAny(filters.states, statesOf(each)),
    sources: hasAny(filters.sources, sourcesOf(each)),
    categories: hasAny(filters.categories, each.post.categories),
    tags: hasAny(filters.tags, each.post.tags),
    labels: hasAny(filters.labels, labelsOf(each)),
    time: isInTime(each, filters),
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

const byPath = (one: OraclePost, other: OraclePost): number =>
  Buffer.compare(Buffer.from(one.path), Buffer.from(other.path));

/** Posts by the bytes of their paths. */
export const inOrderOfPath = (posts: readonly OraclePost[]): OraclePost[] => posts.toSorted(byPath);

/** Posts by the written wall clock, those without a date last, then by the bytes of the path. */
function inOrderOfDate(posts: readonly OraclePost[], isNewestFirst: boolean): OraclePost[] {
  const sign = isNewestFirst ? -1 : 1;
  return posts.toSorted((one, other) => {
    const [first, second] = [one.post.wallMs, other.post.wallMs];
    if (first === second) return byPath(one, other);
    if (first === null) return 1;
    if (second === null) return -1;
    return sign * (first - second);
  });
}

function monthRunsOf(posts: readonly OraclePost[]): MonthRun[] {
  const runs: { month: string | null; count: number }[] = [];
  for (const each of posts) {
    const last = runs.at(-1);
    if (last !== undefined && last.month === monthOf(each)) last.count += 1;
    else runs.push({ month: monthOf(each), count: 1 });
  }
  return runs;
}

/** What is asked besides the query itself. */
export interface OracleRequest {
  readonly filters: Filters;
  readonly sort: Sort;
}

/** Everything a search should answer. By relevance the posts come in the order of `newest`: compare them as a set. */
export function expectedAnswer(
  posts: readonly OraclePost[],
  query: OracleQuery,
  { filters, sort }: OracleRequest,
) {
  const found = posts.filter(
    (each) => (each.post.kind === 'post' || query.asksPages) && query.matches(each),
  );
  const within = (open: Facet | null) => found.filter((each) => passes(each, filters, open));
  const isRanked = sort === 'relevance' && query.terms.length > 0;
  const ordered = inOrderOfDate(within(null), sort !== 'oldest');
  return {
    isRanked,
    paths: ordered.map(({ path }) => path),
    monthRuns: isRanked ? [] : monthRunsOf(ordered),
    facets: {
      sources: count(within('sources'), sourcesOf),
      categories: count(within('categories'), ({ post }) => post.categories),
      tags: count(within('tags'), ({ post }) => post.tags),
      labels: count(within('labels'), labelsOf),
      years: count(within('time'), yearsOf),
      months: count(within('time'), monthsOf),
      undatedCount: within('time').filter(({ post }) => post.day === null).length,
      states: count(within('states'), statesOf),
      bookmarkedCount: within('list').filter(({ isBookmarked }) => isBookmarked).length,
      unreadCount: within('list').filter(({ isRead }) => !isRead).length,
      highlightedCount: within('list').filter(({ quotes }) => quotes.length > 0).length,
    },
  };
}
