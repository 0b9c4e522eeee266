import { noFilters } from '../../shared/defaults.ts';
import type { Filters } from '../../shared/searchModel.ts';
import type { LinkAnswer } from '../../shared/linkModel.ts';
import { assertNever } from '../../shared/result.ts';
import type { CleanPath } from './addressText.ts';
import {
  decode,
  hashName,
  looseKey,
  looseSegment,
  nameOfKey,
  outsideName,
  withoutEnding,
} from './addressText.ts';
import { lastPart, wikiNumbers } from './linkRecord.ts';
import type { Address, LinkPost } from './linkPost.ts';
import { addressesOf, namesOf } from './postAddresses.ts';
import type { InsideTarget, LinkSource, WrittenTarget } from './readHref.ts';
import { readHref } from './readHref.ts';
import type { LabelFacet, Route } from './routes.ts';
import { bareLabel, routeOf } from './routes.ts';

/** What resolving asks of an index. */
export interface LinkIndex {
  /** Posts that answer to one of these numbers (`postNumbers`), perhaps among others. */
  readonly named: (numbers: readonly number[]) => readonly LinkPost[];
  /** The value of a facet whose loose key this is; null when no post has one. */
  readonly label: (facet: LabelFacet, key: string) => string | null;
}

/** Where a link leads. The rules and their order: docs/links.md. */
export function resolveLink(href: string, source: LinkSource, index: LinkIndex): LinkAnswer {
  const target = readHref(href, source);
  switch (target.kind) {
    case 'none':
    case 'fragment':
    case 'external':
      return target;
    case 'name':
      return resolveName(target, source, index);
    case 'outside':
      return resolveOutside(target, source, index);
    case 'inside':
      return resolveInside(target, source, index);
    default:
      return assertNever(target);
  }
}

function resolveInside(target: InsideTarget, source: LinkSource, index: LinkIndex): LinkAnswer {
  const names = target.paths.map(({ key }) => nameOfKey(key)).filter((name) => name !== '');
  const posts = index.named([...new Set(names)].map(hashName));
  const best = bestOf(posts, target.paths, source);
  if (best?.kind === 'post') return opens(best, target.fragment);
  const listed = listOf(target, source, index);
  if (listed !== null) return listed;
  if (best !== null) return opens(best, target.fragment);
  const bare = bareOf(target, index) ?? null;
  if (bare !== null) return bare;
  const named = onlyNamed(posts, target);
  if (named !== null) return opens(named, target.fragment);
  return missing(target);
}

/** How well an address of a post meets a link; smaller is better, part by part. */
type Fit = readonly [
  path: number,
  rank: number,
  spelling: number,
  page: number,
  distance: number,
  postPath: string,
];

function bestOf(
  posts: readonly LinkPost[],
  paths: readonly CleanPath[],
  { post: from, site }: LinkSource,
): LinkPost | null {
  let best: { readonly post: LinkPost; readonly fit: Fit } | null = null;
  for (const post of posts) {
    for (const address of addressesOf(post, site)) {
      const fit = fitOf({ post, address, paths, from });
      if (fit !== null && (best === null || isBefore(fit, best.fit))) best = { post, fit };
    }
  }
  return best?.post ?? null;
}

interface Meeting {
  readonly post: LinkPost;
  readonly address: Address;
  readonly paths: readonly CleanPath[];
  readonly from: LinkPost;
}

function fitOf({ post, address, paths, from }: Meeting): Fit | null {
  const at = paths.findIndex(({ key }) => key !== '' && key === address.key);
  const path = paths[at];
  if (path === undefined) return null;
  return [
    at,
    address.rank,
    spellingOf(path.written, address.written),
    post.kind === 'page' ? 1 : 0,
    -sharedFolders(post.path, from.path),
    post.path,
  ];
}

/** 0 = letter by letter, 1 = without the ending, 2 = only in meaning. */
function spellingOf(link: string, address: string): number {
  if (link === address) return 0;
  return withoutEnding(link) === withoutEnding(address) ? 1 : 2;
}

function sharedFolders(left: string, right: string): number {
  const [one, other] = [left.split('/').slice(0, -1), right.split('/').slice(0, -1)];
  const differs = one.findIndex((folder, at) => folder !== other[at]);
  return differs === -1 ? one.length : differs;
}

function isBefore(left: Fit, right: Fit): boolean {
  for (const [at, part] of left.entries()) {
    const other = right[at];
    if (other !== undefined && part !== other) return part < other;
  }
  return false;
}

function opens({ path }: LinkPost, fragment: string | null): LinkAnswer {
  return { kind: 'post', path, fragment };
}

/** The list that the address names by its words; of several paths to try, the first that names one. */
function listOf(
  { paths, fragment }: InsideTarget,
  { site }: LinkSource,
  index: LinkIndex,
): LinkAnswer | null {
  for (const path of paths) {
    const route = routeOf(path, site);
    const answer = route === null ? null : answerRoute(withFragment(route, fragment), index);
    if (answer !== null) return answer;
  }
  return null;
}

/** `/categories/#x` names the part of an index page that lists x. */
function withFragment(route: Route, fragment: string | null): Route {
  if (route.kind !== 'all' || route.facet === undefined || fragment === null) return route;
  return { kind: 'label', facets: [route.facet], key: looseSegment(fragment) };
}

function bareOf({ paths }: InsideTarget, index: LinkIndex): LinkAnswer | null {
  for (const path of paths) {
    const route = bareLabel(path);
    const answer = route === null ? null : answerRoute(route, index);
    if (answer !== null) return answer;
  }
  return null;
}

function answerRoute(route: Route, index: LinkIndex): LinkAnswer | null {
  if (route.kind === 'all') return { kind: 'list', filters: noFilters };
  if (route.kind === 'period') return { kind: 'list', filters: filtersOfPeriod(route.period) };
  for (const facet of route.facets) {
    const value = index.label(facet, route.key);
    if (value !== null) return { kind: 'list', filters: filtersOfLabel(facet, value) };
  }
  return null;
}

function filtersOfLabel(facet: LabelFacet, value: string): Filters {
  if (facet === 'category') return { ...noFilters, categories: [value] };
  return facet === 'tag' ? { ...noFilters, tags: [value] } : { ...noFilters, sources: [value] };
}

function filtersOfPeriod(period: string): Filters {
  if (period.length === 4) return { ...noFilters, years: [period] };
  return period.length === 7
    ? { ...noFilters, months: [period] }
    : { ...noFilters, from: period, to: period };
}

/**
 * The one post whose file name (or slug) the last part of the address is: sites move their posts to other addresses and
 * forget the links in them. Of several, none: a guess would be no better than a search.
 */
function onlyNamed(posts: readonly LinkPost[], { paths }: InsideTarget): LinkPost | null {
  const [path] = paths;
  const name = path === undefined ? '' : lastPart(path.key);
  // A number or a short word names nothing by itself.
  if (name.length < MIN_NAME || /^\d{1,5}$/u.test(name)) return null;
  const found = posts.filter((post) => namesOf(post).files.has(name));
  return found.length === 1 ? (found[0] ?? null) : null;
}

const MIN_NAME = 4;

/** `[[name]]`: a file of that name, else a title; a path before the name must be the end of the file's folders. */
function resolveName(
  { name, fragment }: Extract<WrittenTarget, { kind: 'name' }>,
  { post: from }: LinkSource,
  index: LinkIndex,
): LinkAnswer {
  const key = looseKey(name.trim().normalize('NFC'));
  const own = lastPart(key);
  const posts = index.named(wikiNumbers(name));
  const fits = posts.flatMap((post) => {
    const names = namesOf(post);
    const isFile = names.files.has(own) && endsIn(looseKey(post.path), key, own);
    const isTitle = names.titles.has(looseSegment(name.normalize('NFC')));
    if (!isFile && !isTitle) return [];
    const exact = lastPart(withoutEnding(post.path)) === name || post.title === name ? 0 : 2;
    const distance = -sharedFolders(post.path, from.path);
    const fit: Fit = [isFile ? 0 : 1, 0, exact, post.kind === 'page' ? 1 : 0, distance, post.path];
    return [{ post, fit }];
  });
  const [best] = fits.toSorted((left, right) => (isBefore(left.fit, right.fit) ? -1 : 1));
  if (best !== undefined) return opens(best.post, fragment);
  return { kind: 'missing', path: name, words: name, url: null };
}

function endsIn(path: string, key: string, own: string): boolean {
  if (key === own) return true;
  const bare = path.replace(/\/index$/u, '');
  return bare === key || bare.endsWith(`/${key}`);
}

function resolveOutside(
  { url, fragment }: Extract<WrittenTarget, { kind: 'outside' }>,
  { post: from }: LinkSource,
  index: LinkIndex,
): LinkAnswer {
  const whole = fragment === null ? url : `${url}#${fragment}`;
  const name = outsideName(url);
  // The link to a post's own original leads there: the reader is in the local copy already.
  if (name === null || (from.url !== null && outsideName(from.url) === name)) {
    return { kind: 'external', url: whole };
  }
  const found = index
    .named([hashName(name)])
    .filter((post) => post.url !== null && outsideName(post.url) === name);
  const [first] = found.toSorted((left, right) => (left.path < right.path ? -1 : 1));
  return first === undefined ? { kind: 'external', url: whole } : opens(first, fragment);
}

function missing({ paths, url }: InsideTarget): LinkAnswer {
  const path = paths[0]?.written ?? '';
  const words = withoutEnding(lastPart(decode(path)))
    .replace(/^\d{4}-\d{1,2}-\d{1,2}-/u, '')
    .replaceAll(/[-_+\s]+/gu, ' ')
    .trim();
  return { kind: 'missing', path, words, url };
}
