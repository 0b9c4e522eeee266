import { assertNever } from '../../shared/result.ts';
import type { SiteConfig } from '../post/parsedPost.ts';
import { hashName, hostOf, looseSegment, nameOfKey, outsideName } from './addressText.ts';
import { hexoAddresses } from './hexoAddresses.ts';
import { hugoAddresses } from './hugoAddresses.ts';
import { jekyllAddresses } from './jekyllAddresses.ts';
import { AddressList, partsOfPost, RANKS, textsOf, withoutLanguage } from './linkPost.ts';
import type { Address, LinkPost, PostParts } from './linkPost.ts';

/** Every address within its site that a post may be linked by, its file's own path first. */
export function addressesOf(post: LinkPost, site: SiteConfig): readonly Address[] {
  return addressesOfParts(partsOfPost(post, { timezone: site.timezone, isNamesOnly: false }), site);
}

function addressesOfParts(parts: PostParts, site: SiteConfig): readonly Address[] {
  return [...generatorAddresses(parts, site), ...commonAddresses(parts, site)];
}

function generatorAddresses(parts: PostParts, site: SiteConfig): readonly Address[] {
  switch (site.generator) {
    case 'jekyll':
      return jekyllAddresses(parts, site);
    case 'hugo':
      return hugoAddresses(parts, site);
    case 'hexo':
      return hexoAddresses(parts, site);
    case 'zola':
      return zolaAddresses(parts);
    case 'none':
      return plainAddresses(parts);
    default:
      return assertNever(site.generator);
  }
}

/**
 * The addresses of a post of a Zola site (getzola.org/documentation/content/page): front matter `path` is the whole,
 * `slug` the last part; else the file's path within `content`, without a date before its name; `aliases`.
 */
function zolaAddresses(parts: PostParts): readonly Address[] {
  const list = new AddressList();
  const sections = parts.folders[0] === 'content' ? parts.folders.slice(1) : parts.folders;
  const isBundle = /^_?index(?:\.|$)/iu.test(parts.stem);
  const folders = isBundle ? sections.slice(0, -1) : sections;
  list.add(RANKS.file, parts.post.path);
  list.add(RANKS.own, parts.fields.text(['path']));
  for (const name of [parts.slug, withoutLanguage(parts.undated), parts.name, parts.undated]) {
    const rank = name === parts.slug || parts.slug === null ? RANKS.site : RANKS.style;
    list.add(rank, name === null ? null : `${[...folders, name].join('/')}/`);
  }
  return list.found;
}

/** A plain folder: the file's path, and what the front matter of some generator says all the same. */
function plainAddresses({ post, fields, folders, slug, undated }: PostParts): readonly Address[] {
  const list = new AddressList();
  list.add(RANKS.file, post.path);
  list.add(RANKS.own, fields.text(['permalink', 'path']));
  list.add(RANKS.own, slug === null ? null : [...folders, slug].join('/'));
  list.add(RANKS.style, [...folders, undated].join('/'));
  const day = post.date?.slice(0, 10).split('-');
  if (day?.length === 3) list.add(RANKS.style, [...day, slug ?? undated].join('/'));
  return list.found;
}

/** Former addresses by plugins, and the original's where it lies on the site itself. */
function commonAddresses({ post, fields }: PostParts, site: SiteConfig): readonly Address[] {
  const list = new AddressList();
  for (const alias of textsOf(fields.value(['redirect_from', 'redirect-from', 'aliases']))) {
    if (/^\/|\//u.test(alias)) list.add(RANKS.alias, pathOnSite(alias, site) ?? alias);
    else if (alias.startsWith('?')) list.add(RANKS.alias, alias);
  }
  // Behind a question mark stands the name, which is that of an original then.
  if (post.url !== null && !post.url.includes('?')) {
    list.add(RANKS.own, pathOnSite(post.url, site));
  }
  const plain: unknown = fields.value(['url']);
  // A mere path under `url` is Hugo's, wherever the post went since.
  if (typeof plain === 'string' && plain.startsWith('/')) list.add(RANKS.own, plain);
  return list.found;
}

/** The path of an address on the site's own host, below the site's folder; null for any other. */
function pathOnSite(url: string, site: SiteConfig): string | null {
  if (site.url === null || hostOf(url) !== hostOf(site.url)) return null;
  const path = url.replace(/^(?:https?:)?\/\/[^/?#]*/iu, '').replace(/[?#].*$/su, '');
  return belowBase(path, site);
}

/** A path from the host's root as one from the site's root. */
export function belowBase(path: string, { links }: SiteConfig): string {
  const base = links.basePath;
  if (base === '') return path;
  if (path === `/${base}`) return '/';
  return path.startsWith(`/${base}/`) ? path.slice(base.length + 1) : path;
}

/** A name that a post answers to in `[[…]]` and where a link's whole path is not found, folded. */
export interface PostNames {
  /** File names: with their date, without it, and the slug. */
  readonly files: ReadonlySet<string>;
  /** Title and, in a plain folder, aliases. */
  readonly titles: ReadonlySet<string>;
}

/** The names of a post. */
export function namesOf(post: LinkPost): PostNames {
  const parts = partsOfPost(post, { timezone: null, isNamesOnly: true });
  return { files: fileNames(parts), titles: titleNames(parts) };
}

function fileNames({ name, undated, slug }: PostParts): ReadonlySet<string> {
  const files = new Set([name, undated, withoutLanguage(name), ...(slug === null ? [] : [slug])]);
  return new Set([...files].map(looseSegment));
}

function titleNames({ post, fields }: PostParts): ReadonlySet<string> {
  const titles = [post.title, ...textsOf(fields.value(['aliases', 'alias']))];
  return new Set(titles.map((title) => looseSegment(title.normalize('NFC'))));
}

const HAS_NO_TITLES: ReadonlySet<SiteConfig['generator']> = new Set(['jekyll', 'hexo']);

/**
 * The numbers a post is found by in the index: of the last part of each of its addresses, of its title and of its
 * original's address. Two posts may share one: whoever asks checks the whole.
 */
export function postNumbers(post: LinkPost, site: SiteConfig): readonly number[] {
  const parts = partsOfPost(post, { timezone: site.timezone, isNamesOnly: true });
  const names = new Set(addressesOfParts(parts, site).map(({ key }) => nameOfKey(key)));
  for (const name of fileNames(parts)) names.add(nameOfKey(name));
  // Double brackets name posts by their titles in folders of notes and in gardens made of them; blogs have none.
  if (!HAS_NO_TITLES.has(site.generator)) {
    for (const name of titleNames(parts)) names.add(nameOfKey(name));
  }
  const outside = post.url === null ? null : outsideName(post.url);
  if (outside !== null) names.add(outside);
  names.delete('');
  return [...new Set([...names].map(hashName))];
}

/** The folders that a relative link in a post may start from: its file's, then those of its built page. */
export function linkBases(post: LinkPost, site: SiteConfig): readonly (readonly string[])[] {
  const bases = addressesOf(post, site)
    .filter(({ rank }) => rank <= RANKS.site)
    .map(({ written, isFolder, rank }) => {
      const parts = written.split('/');
      const isPage = rank === RANKS.file || /\.html?$/iu.test(written) || !isFolder;
      return isPage ? parts.slice(0, -1) : parts;
    });
  const folder = post.path.split('/').slice(0, -1);
  const unique = new Map([folder, ...bases].map((base) => [base.join('/'), base]));
  return [...unique.values()];
}
