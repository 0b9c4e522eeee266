import type { PostKind } from '../../shared/model.ts';
import { hasPostEnding, postFormatOf, withoutPostEnding } from '../../shared/postFiles.ts';
import type { SiteConfig } from './parsedPost.ts';
import type { PostDate } from './writtenDate.ts';
import { dayOf } from './writtenDate.ts';

/** What the path of a file tells, by the conventions of its generator. */
export interface PathFacts {
  readonly kind: PostKind;
  /** True for a post at a Jekyll root, which its front matter may still make a page. */
  readonly isDoubtfulPost: boolean;
  /** True under `_drafts`. */
  readonly isDraft: boolean;
  /** True where the generator expects every file to have a date. */
  readonly isDateExpected: boolean;
  /** From folders: Jekyll's above `_posts`, Hugo's and Zola's section. */
  readonly categories: readonly string[];
  /** From the file name (`2022-05-18-…`) or from folders `2022/05/18`. */
  readonly date: PostDate | null;
  /** The file name without date and ending, dashes as spaces: a title where there is no other. */
  readonly readableName: string;
}

/** Names that mean a page of the site in every generator, wherever pages may stand. */
const PAGE_NAMES =
  /^(?:readme|index|_index|404|403|500|about|about-me|archives?|tags?|categor(?:y|ies)|search|feed|rss|atom|sitemap|contact|links?|friends|privacy|license|licence|changelog|contributing|code[-_]of[-_]conduct|security|robots|offline|home)(?:[._-](?:zh|en|cn|zh-cn|zh-tw|zh-hans|zh-hant|ja|ko|de|fr|es))?$/iu;
const NAME_DATE =
  /^(?<year>\d{4})(?<separator>[-_.])(?<month>\d{1,2})\k<separator>(?<day>\d{1,2})(?!\d)/u;
const COMPACT_NAME_DATE = /^(?<year>(?:19|20)\d\d)(?<month>\d\d)(?<day>\d\d)(?!\d)/u;
/** `2020年1月2日 日记`. */
const CHINESE_NAME_DATE =
  /^(?<year>\d{4})\s?[年년]\s?(?<month>\d{1,2})\s?[月월]\s?(?<day>\d{1,2})(?!\d)\s?[日号일]?/u;
/** The time of day behind the date, with signs that a file name may hold: `T23-59-59Z`, `T235959`. */
const NAME_TIME =
  /^T\d\d[-_.:]?\d\d(?:[-_.:]?\d\d(?:[.,]\d{1,9})?)?(?:Z|\+\d\d[-_:]?\d\d)?(?![A-Za-z0-9])/u;
const NAME_DATES = [NAME_DATE, COMPACT_NAME_DATE, CHINESE_NAME_DATE];
/** Jekyll takes years of two figures in the names of posts. */
const SHORT_NAME_DATE = /^(?<year>\d\d)-(?<month>\d{1,2})-(?<day>\d{1,2})-/u;
const FOLDER_DATE = /(?:^|\/)(?<year>(?:19|20)\d\d)[/-](?<month>\d{1,2})[/-](?<day>\d{1,2})\//u;
const INDEX = /^_?index(?:\.[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})?)?$/iu;
/** Hugo's language in a file name (gohugo.io/content-management/multilingual). */
const LANGUAGE_ENDING = /\.[a-z]{2,3}(?:-[a-z0-9]{2,8})?$/iu;
/** Whether a file of this name is a site's own page wherever pages may stand (README.md, 404.html …). */
export function isPageFileName(fileName: string): boolean {
  return PAGE_NAMES.test(withoutPostEnding(fileName));
}

/** Whether a file of this name makes its folder a leaf bundle (gohugo.io/content-management/page-bundles). */
export function isBundleIndexName(fileName: string): boolean {
  return (
    !fileName.startsWith('_') && hasPostEnding(fileName) && INDEX.test(withoutPostEnding(fileName))
  );
}

/** Sections that say only "here are the posts". */
const PLAIN_SECTIONS = new Set(['post', 'posts', 'blog', 'articles']);
/** Folders above `_posts` that hold a site rather than a category, where no configuration says which folder does. */
const SITE_FOLDERS = new Set(['src', 'source', 'site', 'blog', 'docs', 'www', 'content']);

/**
 * The site as it is for one file: a plain folder's `_posts` and `_drafts` are Jekyll's, or Hexo's below `source`, even
 * where the configuration is missing.
 */
export function siteOf(path: string, site: SiteConfig): SiteConfig {
  if (site.generator !== 'none' || !/(?:^|\/)_(?:posts|drafts)\//u.test(path)) return site;
  const isHexo = /(?:^|\/)source\/_(?:posts|drafts)\//u.test(path);
  return { ...site, generator: isHexo ? 'hexo' : 'jekyll' };
}

/**
 * Reads a path by the generator's own documentation.
 *
 * - Jekyll (jekyllrb.com/docs/posts, /pages, /collections): what lies under a `_posts`, `_drafts` or other `_collection`
 *   folder is a post (`_pages` is the customary collection of pages). Well-known page names (README, 404, about, index …)
 *   outside those folders are pages; so is a file at the root whose front matter has no date and the layout of a page or
 *   a permalink; everything else is a post, for a post taken for a page would be lost from sight. Folders above `_posts`
 *   and `_drafts` are categories, below `source` and `collections_dir` of the configuration.
 * - Hexo (hexo.io/docs/writing): `source/_posts` holds posts, `source/_drafts` drafts; the rest of the site is pages, and
 *   so are the files in a post's asset folder (hexo.io/docs/asset-folders) that are not Markdown.
 * - Hugo and Zola (gohugo.io/content-management/page-bundles, getzola.org content): `_index.md` is a section page, a
 *   well-known name directly under the content folder (or as its own bundle) is a page, what lies beside or below a
 *   bundle's `index.md` is a resource of it, a file outside the content folder beside the configuration is a page; the
 *   rest is posts, whose first folder is the section.
 * - Without a generator every file is a post, but for `_index.md`.
 */
export function classifyPath(path: string, site: SiteConfig, isBundled = false): PathFacts {
  const folders = path.split('/');
  const name = withoutPostEnding(folders.pop() ?? '');
  const place: Place = { path, folders, name, site: siteOf(path, site), isBundled };
  const kind = kindOf(place);
  const isInPosts = folders.includes('_posts');
  return {
    kind,
    isDoubtfulPost: kind === 'post' && site.generator === 'jekyll' && isAtRoot(place),
    isDraft: folders.includes('_drafts'),
    isDateExpected: isInPosts,
    // A folder may be called by white space alone.
    categories:
      kind === 'page' ? [] : folderCategories(place).filter((folder) => folder.trim() !== ''),
    date: pathDate(place),
    readableName: readableName(place),
  };
}

interface Place {
  readonly path: string;
  readonly folders: readonly string[];
  /** Of the file, without its ending. */
  readonly name: string;
  readonly site: SiteConfig;
  readonly isBundled: boolean;
}

/** The folders below the one that holds the site's content; null for a file outside. */
function insideContent({ folders, site }: Place): readonly string[] | null {
  const { contentFolders, generator } = site;
  const isHugo = generator === 'hugo' || generator === 'zola';
  const named = contentFolders.length === 0 && isHugo ? DEFAULT_CONTENT : contentFolders;
  for (const content of named) {
    const parts = content.split('/');
    if (parts.every((part, at) => folders[at] === part)) return folders.slice(parts.length);
  }
  return named.length === 0 ? folders : null;
}

const DEFAULT_CONTENT = ['content'];

function isAtRoot(place: Place): boolean {
  return place.folders.length === 0 || insideContent(place)?.length === 0;
}

function kindOf(place: Place): PostKind {
  const { folders, name, site, path } = place;
  switch (site.generator) {
    case 'none':
      return /^_index(?:\.|$)/u.test(name) ? 'page' : 'post';
    case 'jekyll':
      return isJekyllPage(place) ? 'page' : 'post';
    case 'hexo': {
      const isIn = folders.includes('_posts') || folders.includes('_drafts');
      // With asset folders only the ending of new posts makes one (hexo's post processor).
      const isAsset = site.hasAssetFolders && postFormatOf(path) !== 'markdown';
      return isIn && !isAsset ? 'post' : 'page';
    }
    default:
      return isHugoPage(place) ? 'page' : 'post';
  }
}

function isJekyllPage(place: Place): boolean {
  const inside = insideContent(place) ?? place.folders;
  if (inside[0] === '_pages') return true;
  if (inside.some((folder) => folder.startsWith('_'))) return false;
  return PAGE_NAMES.test(place.name);
}

function isHugoPage(place: Place): boolean {
  const { folders, name, isBundled } = place;
  if (/^_index(?:\.|$)/u.test(name)) return true;
  const inside = insideContent(place);
  if (inside === null) return folders.length === 0 || PAGE_NAMES.test(name);
  if (isBundled) return true;
  if (inside.length === 0) return PAGE_NAMES.test(name);
  // A bundle (`content/about/index.md`) is named by its folder.
  return inside.length === 1 && INDEX.test(name) && PAGE_NAMES.test(inside[0] ?? '');
}

function folderCategories(place: Place): readonly string[] {
  switch (place.site.generator) {
    case 'jekyll':
      return jekyllCategories(place);
    case 'hugo':
    case 'zola':
      return sectionOf(place);
    default:
      return [];
  }
}

function jekyllCategories(place: Place): readonly string[] {
  const { folders, site } = place;
  const inside = insideContent(place) ?? folders;
  const at = inside.findIndex((folder) => folder === '_posts' || folder === '_drafts');
  const above = inside.slice(0, Math.max(at, 0)).filter((folder) => !folder.startsWith('_'));
  const isUnknown = site.title === null && site.url === null;
  return isUnknown && SITE_FOLDERS.has((above[0] ?? '').toLowerCase()) ? above.slice(1) : above;
}

/** The first folder of the content, unless that is a bundle itself or says nothing. */
function sectionOf(place: Place): readonly string[] {
  const inside = insideContent(place) ?? [];
  const below = isLanguage(inside[0], place.site) ? inside.slice(1) : inside;
  const sections = INDEX.test(place.name) ? below.slice(0, -1) : below;
  const [section] = sections;
  return section === undefined || PLAIN_SECTIONS.has(section.toLowerCase()) ? [] : [section];
}

/** `content/zh-cn/posts/a.md`: a folder for each language. */
function isLanguage(folder: string | undefined, { lang }: SiteConfig): boolean {
  if (folder === undefined) return false;
  return folder === lang || /^(?:en|zh|ja|ko|de|fr|es|ru|pt|it)(?:-[a-z]{2,4})?$/iu.test(folder);
}

function pathDate({ path, folders, name }: Place): PostDate | null {
  const own = INDEX.test(name) ? (folders.at(-1) ?? name) : name;
  return nameDate(own) ?? shortNameDate(own, folders) ?? folderDate(path);
}

function nameDate(name: string): PostDate | null {
  for (const pattern of NAME_DATES) {
    const date = groupsDate(pattern.exec(name)?.groups);
    if (date !== null) return date;
  }
  return null;
}

/** A name without the date that it begins with. */
function withoutDate(name: string): string {
  for (const pattern of NAME_DATES) {
    const match = pattern.exec(name);
    if (match !== null && groupsDate(match.groups) !== null) {
      return name.slice(match[0].length).replace(NAME_TIME, '');
    }
  }
  return name;
}

function shortNameDate(name: string, folders: readonly string[]): PostDate | null {
  const groups = folders.includes('_posts') ? SHORT_NAME_DATE.exec(name)?.groups : undefined;
  if (!groups) return null;
  const year = Number(groups['year']);
  // As Ruby's Time reads them.
  return dayOf(year + (year < 69 ? 2000 : 1900), Number(groups['month']), Number(groups['day']));
}

function folderDate(path: string): PostDate | null {
  return groupsDate(FOLDER_DATE.exec(path)?.groups);
}

function groupsDate(groups: Readonly<Record<string, string>> | undefined): PostDate | null {
  if (!groups) return null;
  return dayOf(Number(groups['year']), Number(groups['month']), Number(groups['day']));
}

function readableName({ name, folders, site }: Place): string {
  // A bundle's `index.md` says nothing; its folder is the name.
  const isIndex = INDEX.test(name);
  const own = isIndex ? (folders.at(-1) ?? name) : withoutLanguage(name, site);
  const words = withoutDate(own)
    .replaceAll(/[-_\s]+/gu, ' ')
    .trim();
  return words === '' ? own.replaceAll('_', ' ').trim() || 'Untitled' : words;
}

function withoutLanguage(name: string, { generator }: SiteConfig): string {
  const isMultilingual = generator === 'hugo' || generator === 'zola';
  return isMultilingual ? name.replace(LANGUAGE_ENDING, '') || name : name;
}
