import { createHash } from 'node:crypto';
import type { SiteConfig } from '../post/parsedPost.ts';
import { AddressList, ENDS_IN_NAME, fillPattern, RANKS, textsOf } from './linkPost.ts';
import type { Address, PostParts } from './linkPost.ts';
import type { Moment } from './moments.ts';
import { partsOf } from './moments.ts';

/** hexo.io/docs/configuration: the pattern of a site that names none. */
const DEFAULT_PATTERN = ':year/:month/:day/:title/';
const FORMER = [DEFAULT_PATTERN, ':title/', ':category/:title/', ':year/:month/:title/'];

/**
 * The addresses of a post of a Hexo site: front matter `permalink`, else the site's pattern, filled from the date, the
 * path below `_posts`, the title, the categories and any field of the front matter, `permalink_defaults` last. Pages
 * have the address of their file below `source`. `alias` and `redirect_from` are those of the plugins.
 * (hexo.io/docs/permalinks)
 */
export function hexoAddresses(parts: PostParts, site: SiteConfig): readonly Address[] {
  const list = new AddressList();
  const { post } = parts;
  const source = site.contentFolders[0] ?? 'source';
  const inside = post.path.startsWith(`${source}/`)
    ? post.path.slice(source.length + 1)
    : post.path;
  if (!parts.isNamesOnly) list.add(RANKS.file, post.path);
  const slug = /^_(?:posts|drafts)\/(?<slug>.+?)(?:\.[a-z]+)?$/iu.exec(inside)?.groups?.['slug'];
  if (slug === undefined) {
    list.add(RANKS.site, inside);
    return list.found;
  }
  list.add(RANKS.own, parts.fields.text(['permalink']));
  addPatterns(list, { parts, slug, site });
  for (const alias of textsOf(parts.fields.value(['alias', 'aliases']))) {
    list.add(RANKS.alias, alias);
  }
  return list.found;
}

/** The site's pattern, then customary ones that it may have had before. */
function addPatterns(list: AddressList, place: Place): void {
  const { parts, site } = place;
  const isOverridden = parts.fields.text(['permalink']) !== null;
  const configured = site.links.permalink ?? DEFAULT_PATTERN;
  for (const pattern of parts.isNamesOnly ? [configured] : [configured, ...FORMER]) {
    if (parts.isNamesOnly && ENDS_IN_NAME.test(pattern)) continue;
    const rank = pattern === configured && !isOverridden ? RANKS.site : RANKS.style;
    for (const written of fillPattern(pattern, parts, (name, at) => valueOf(name, place, at))) {
      list.add(rank, written);
    }
  }
}

interface Place {
  readonly parts: PostParts;
  /** Path below `_posts` without ending. */
  readonly slug: string;
  readonly site: SiteConfig;
}

function valueOf(name: string, place: Place, moment: Moment | null): string | null {
  const { parts, slug } = place;
  switch (name) {
    case 'title':
      return slug;
    case 'name':
      return slug.slice(slug.lastIndexOf('/') + 1);
    case 'post_title':
      return parts.post.title.replaceAll('/', '-');
    case 'category':
      return categoryOf(parts.post.categories);
    case 'hash':
      return hashOf(slug, moment);
    default:
      return dateValue(name, moment) ?? fieldOf(name, place);
  }
}

/** The deepest category with those above it, as Hexo nests what front matter lists. */
function categoryOf(categories: readonly string[]): string {
  return categories.length === 0 ? 'uncategorized' : categories.join('/');
}

/** The first 12 digits of the SHA-1 of slug and seconds (hexo's `post_permalink` filter). */
function hashOf(slug: string, moment: Moment | null): string | null {
  if (moment === null) return null;
  return createHash('sha1').update(`${slug}${moment.unixSeconds}`).digest('hex').slice(0, 12);
}

function fieldOf(name: string, { parts, site }: Place): string | null {
  const { permalinkDefaults } = site.links;
  const fallback = Object.hasOwn(permalinkDefaults, name) ? permalinkDefaults[name] : undefined;
  return parts.fields.text([name.toLowerCase()]) ?? fallback ?? null;
}

function dateValue(name: string, moment: Moment | null): string | null {
  if (moment === null) return null;
  const parts = partsOf(moment);
  const values: Readonly<Record<string, string>> = {
    year: parts.year,
    month: parts.month,
    i_month: String(Number(parts.month)),
    day: parts.day,
    i_day: String(Number(parts.day)),
    hour: parts.hour,
    minute: parts.minute,
    second: parts.second,
    timestamp: String(moment.unixSeconds),
  };
  return Object.hasOwn(values, name) ? (values[name] ?? null) : null;
}
