import type { SiteConfig } from '../post/parsedPost.ts';
import type { CleanPath } from './addressText.ts';
import { looseSegment } from './addressText.ts';

/** What a page of a site lists, told by its address. */
export type Route =
  /** All posts: the front page, its further pages, the index of an archive or of a facet (on which `#x` is the list of x). */
  | { readonly kind: 'all'; readonly facet?: LabelFacet }
  /** The posts of a category or tag; its name as a loose key, the likelier facet first. */
  | { readonly kind: 'label'; readonly facets: readonly LabelFacet[]; readonly key: string }
  /** The posts of a year, month or day: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  | { readonly kind: 'period'; readonly period: string };

/** A facet whose values have pages on a site. */
export type LabelFacet = 'category' | 'tag' | 'source';

const CATEGORY_WORDS = ['category', 'categories', 'cat', 'topic', 'topics', 'section', 'sections'];
const TAG_WORDS = ['tag', 'tags', 'label', 'labels', 'keyword', 'keywords'];
const ALL_WORDS = new Set(
  'index home archive archives archived all blog blogs post posts news-index page latest'.split(
    ' ',
  ),
);
const PAGE_WORDS = new Set(['page', 'p']);

/**
 * The list that an address names by its words: `category/x`, `tags/y`, `2022/05`, `archives/2022`, `page/3`. Null where
 * only the index can tell (a lone `x` may be a category; see `bareLabel`).
 */
export function routeOf(path: CleanPath, site: SiteConfig): Route | null {
  const parts = withoutPaging(path.key === '' ? [] : path.key.split('/'));
  const [first = '', ...rest] = parts;
  if (parts.length === 0) return { kind: 'all' };
  const facet = facetOf(first, site);
  if (facet !== null) return innerRoute(parts, site) ?? { kind: 'all', facet };
  if (!ALL_WORDS.has(first)) return periodRoute(parts) ?? innerRoute(rest, site);
  return rest.length === 0 ? { kind: 'all' } : (periodRoute(rest) ?? innerRoute(rest, site));
}

function periodRoute(parts: readonly string[]): Route | null {
  const period = periodOf(parts);
  return period === null ? null : { kind: 'period', period };
}

/** `blog/category/x`: a listing below the folder of the posts. */
function innerRoute([word, ...rest]: readonly string[], site: SiteConfig): Route | null {
  const facet = word === undefined ? null : facetOf(word, site);
  const key = rest.at(-1);
  return facet === null || key === undefined ? null : { kind: 'label', facets: [facet], key };
}

/** A lone segment (`/x/`, `../x/`, `x.html`) that may be a category, a tag or a source; null for longer ones. */
export function bareLabel(path: CleanPath): Route | null {
  const parts = withoutPaging(path.key.split('/'));
  const key = parts.length === 1 ? parts[0] : undefined;
  if (key === undefined || key === '') return null;
  return { kind: 'label', facets: ['category', 'tag', 'source'], key };
}

/** Whether a link of this path can only lead to a list, so that no post need be looked for. */
export function isListOnly(path: CleanPath, site: SiteConfig): boolean {
  // In a plain folder `blog.md` or `index.md` is a post.
  if (site.generator === 'none') return false;
  const route = routeOf(path, site);
  return route !== null && route.kind !== 'period';
}

function withoutPaging(parts: readonly string[]): readonly string[] {
  const isPaged = /^\d{1,5}$/u.test(parts.at(-1) ?? '') && PAGE_WORDS.has(parts.at(-2) ?? '');
  if (isPaged) return parts.slice(0, -2);
  return /^page-?\d{1,5}$/u.test(parts.at(-1) ?? '') ? parts.slice(0, -1) : parts;
}

function facetOf(word: string, { generator, links }: SiteConfig): LabelFacet | null {
  if (CATEGORY_WORDS.includes(word)) return 'category';
  if (TAG_WORDS.includes(word)) return 'tag';
  for (const [name, folder] of Object.entries(links.listFolders)) {
    if (looseSegment(folder) !== word && looseSegment(name) !== word) continue;
    // Hexo names the folders of both; Hugo's further taxonomies are kept as tags where they are kept at all.
    return /categor/iu.test(name) || (generator === 'hexo' && name === 'category')
      ? 'category'
      : 'tag';
  }
  return null;
}

function periodOf(parts: readonly string[]): string | null {
  const [year = '', month, day, ...rest] = parts;
  if (rest.length > 0 || !/^(?:19|20)\d\d$/u.test(year)) return null;
  if (month === undefined) return year;
  if (!isNumber(month, 12)) return null;
  const shownMonth = `${year}-${month.padStart(2, '0')}`;
  if (day === undefined) return shownMonth;
  return isNumber(day, 31) ? `${shownMonth}-${day.padStart(2, '0')}` : null;
}

function isNumber(text: string, most: number): boolean {
  return /^\d{1,2}$/u.test(text) && Number(text) >= 1 && Number(text) <= most;
}
