import type { PostKind } from '../../shared/model.ts';
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
const FOLDER_DATE = /(?:^|\/)(?<year>(?:19|20)\d\d)[/-](?<month>\d{1,2})[/-](?<day>\d{1,2})\//u;
const ENDING = /\.(?:md|markdown|mkd|html?|txt)$/iu;
/** Whether a file of this name is a site's own page wherever pages may stand (README.md, 404.html …). */
export function isPageFileName(fileName: string): boolean {
  return PAGE_NAMES.test(fileName.replace(ENDING, ''));
}

/** Sections that say only "here are the posts". */
const PLAIN_SECTIONS = new Set(['post', 'posts', 'blog']);

/**
 * Reads a path by the generator's own documentation.
 *
 * - Jekyll (jekyllrb.com/docs/posts, /pages, /collections): what lies under a `_posts`, `_drafts` or other `_collection`
 *   folder is a post (`_pages` is the customary collection of pages). Well-known page names (README, 404, about, index …)
 *   outside those folders are pages; so is a file at the root whose front matter has no date and the layout of a page or
 *   a permalink; everything else is a post, for a post taken for a page would be lost from sight. Folders above `_posts`
 *   are categories.
 * - Hexo (hexo.io/docs/writing): `source/_posts` holds posts, `source/_drafts` drafts; the rest of the site is pages.
 * - Hugo and Zola (gohugo.io/content-management/page-bundles, getzola.org content): `_index.md` is a section page, a
 *   well-known name directly under `content` (or as its own bundle) is a page, a file outside `content` beside the
 *   configuration is a page; the rest of `content` is posts, whose first folder is the section.
 * - Without a generator every file is a post.
 */
export function classifyPath(path: string, site: SiteConfig): PathFacts {
  const folders = path.split('/');
  const fileName = folders.pop() ?? '';
  const name = fileName.replace(ENDING, '');
  const isDraft = folders.includes('_drafts') && site.generator !== 'none';
  const kind = kindOf(folders, name, site);
  const isInPosts = folders.includes('_posts');
  return {
    kind,
    isDoubtfulPost: kind === 'post' && site.generator === 'jekyll' && folders.length === 0,
    isDraft: isDraft || (folders.includes('_drafts') && !isInPosts),
    isDateExpected: isInPosts,
    categories: kind === 'page' ? [] : folderCategories(folders, site),
    date: nameDate(name) ?? folderDate(path),
    readableName: readableName(name, folders),
  };
}

function kindOf(folders: readonly string[], name: string, { generator }: SiteConfig): PostKind {
  if (generator === 'none') return 'post';
  if (generator === 'jekyll') return isJekyllPage(folders, name) ? 'page' : 'post';
  if (generator === 'hexo') {
    return folders.includes('_posts') || folders.includes('_drafts') ? 'post' : 'page';
  }
  return isHugoPage(folders, name) ? 'page' : 'post';
}

function isJekyllPage(folders: readonly string[], name: string): boolean {
  if (folders[0] === '_pages') return true;
  if (folders.some((folder) => folder.startsWith('_'))) return false;
  return PAGE_NAMES.test(name);
}

function isHugoPage(folders: readonly string[], name: string): boolean {
  if (/^_index(?:\.|$)/u.test(name)) return true;
  const inside = folders[0] === 'content' ? folders.slice(1) : null;
  if (inside === null) return folders.length === 0 || PAGE_NAMES.test(name);
  if (inside.length === 0) return PAGE_NAMES.test(name);
  // A bundle (`content/about/index.md`) is named by its folder.
  return inside.length === 1 && /^index(?:\.|$)/u.test(name) && PAGE_NAMES.test(inside[0] ?? '');
}

function folderCategories(folders: readonly string[], site: SiteConfig): readonly string[] {
  if (site.generator === 'jekyll') {
    const at = folders.indexOf('_posts');
    return at > 0 ? folders.slice(0, at).filter((folder) => !folder.startsWith('_')) : [];
  }
  if (site.generator !== 'hugo' && site.generator !== 'zola') return [];
  const section = folders[0] === 'content' ? folders[1] : undefined;
  return section === undefined || PLAIN_SECTIONS.has(section.toLowerCase()) ? [] : [section];
}

function nameDate(name: string): PostDate | null {
  return (
    groupsDate(NAME_DATE.exec(name)?.groups) ?? groupsDate(COMPACT_NAME_DATE.exec(name)?.groups)
  );
}

function folderDate(path: string): PostDate | null {
  return groupsDate(FOLDER_DATE.exec(path)?.groups);
}

function groupsDate(groups: Readonly<Record<string, string>> | undefined): PostDate | null {
  if (!groups) return null;
  return dayOf(Number(groups['year']), Number(groups['month']), Number(groups['day']));
}

function readableName(name: string, folders: readonly string[]): string {
  // A bundle's `index.md` says nothing; its folder is the name.
  const own = /^_?index$/iu.test(name) ? (folders.at(-1) ?? name) : name;
  const undated =
    nameDate(own) === null ? own : own.replace(NAME_DATE, '').replace(COMPACT_NAME_DATE, '');
  const words = undated.replaceAll(/[-_\s]+/gu, ' ').trim();
  return words === '' ? own.replaceAll('_', ' ').trim() || 'Untitled' : words;
}
