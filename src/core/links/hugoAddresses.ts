import type { SiteConfig } from '../post/parsedPost.ts';
import { AddressList, fillPattern, RANKS, withoutLanguage } from './linkPost.ts';
import type { Address, PostParts } from './linkPost.ts';
import type { Moment } from './moments.ts';
import { partsOf } from './moments.ts';

/**
 * The addresses of a post of a Hugo site: front matter `url`, else the pattern of its section (the `slug` in the place
 * of the file name), else its path within the content folder; with `slug` in the place of the name. Then
 * `aliases`, absolute or beside the post. Languages in file names or first folders may stand in an address or not.
 * (gohugo.io/content-management/urls, gohugo.io/configuration/permalinks)
 */
export function hugoAddresses(parts: PostParts, site: SiteConfig): readonly Address[] {
  const list = new AddressList();
  const sections = sectionsOf(parts, site);
  list.add(RANKS.file, parts.post.path);
  const own = parts.fields.text(['url', 'permalink']);
  list.add(RANKS.own, own);
  const place: Place = { parts, sections };
  const pattern = patternOf(sections, site);
  // An address that the front matter overrides is only a former one.
  const rank = own === null ? RANKS.site : RANKS.style;
  const filled =
    pattern === null ? [] : fillPattern(pattern, parts, (name, at) => valueOf(name, place, at));
  for (const address of filled) list.add(rank, address);
  addPaths(list, place, { site, isFormer: pattern !== null || own !== null });
  addAliases(list, parts, sections);
  return list.found;
}

/** The path within the content folder; only a former one where the section has a pattern. */
function addPaths(
  list: AddressList,
  { parts, sections }: Place,
  { site, isFormer }: { readonly site: SiteConfig; readonly isFormer: boolean },
): void {
  const bare = withoutLanguage(parts.name);
  const ending = site.links.isUgly ? '.html' : '/';
  for (const name of parts.slug === null ? [parts.name, bare] : [parts.slug, parts.name, bare]) {
    const rank = name === parts.slug || parts.slug === null ? RANKS.site : RANKS.style;
    for (const folders of languageVariants(sections)) {
      list.add(isFormer ? RANKS.style : rank, `${[...folders, name].join('/')}${ending}`);
    }
  }
}

/** `aliases`: absolute ones from the root, others from the folder above the page. */
function addAliases(list: AddressList, parts: PostParts, sections: readonly string[]): void {
  const written: unknown = parts.fields.value(['aliases', 'alias']);
  for (const alias of Array.isArray(written) ? written.slice(0, 100) : [written]) {
    if (typeof alias !== 'string') continue;
    list.add(RANKS.alias, alias.startsWith('/') ? alias : [...sections, alias].join('/'));
    if (!alias.startsWith('/')) list.add(RANKS.alias, alias);
  }
}

/** Folders below the content folder, without that of a bundle itself. */
function sectionsOf({ folders, stem }: PostParts, site: SiteConfig): readonly string[] {
  const content = site.contentFolders
    .map((folder) => folder.split('/'))
    .find((parts) => parts.every((part, at) => folders[at] === part));
  const inside = folders.slice(content?.length ?? 0);
  return /^_?index(?:\.|$)/iu.test(stem) ? inside.slice(0, -1) : inside;
}

/** `zh/posts` -> also `posts`: one folder per language. */
function languageVariants(sections: readonly string[]): readonly (readonly string[])[] {
  const isLanguage = /^[a-z]{2}(?:[-_][a-z]{2,4})?$/iu.test(sections[0] ?? '');
  return isLanguage ? [sections, sections.slice(1)] : [sections];
}

function patternOf(sections: readonly string[], site: SiteConfig): string | null {
  const { permalinkOf } = site.links;
  // The longest path of sections that has a pattern; `/` stands for those in none.
  for (let depth = sections.length; depth > 0; depth -= 1) {
    const key = sections.slice(0, depth).join('/');
    if (Object.hasOwn(permalinkOf, key)) return permalinkOf[key] ?? null;
  }
  return Object.hasOwn(permalinkOf, '/') ? (permalinkOf['/'] ?? null) : null;
}

interface Place {
  readonly parts: PostParts;
  readonly sections: readonly string[];
}

type Value = (place: Place, name: string) => string;

const fileNameOf: Value = ({ parts }) => segment(withoutLanguage(parts.name));
const slugOrFileName: Value = (place, name) =>
  place.parts.slug === null ? fileNameOf(place, name) : segment(place.parts.slug);
const sectionOf: Value = ({ sections }) => sections[0] ?? '';
const sectionSlice: Value = ({ sections }, name) => sliceOf(sections, name).join('/');

const VALUES: ReadonlyMap<string, Value> = new Map<string, Value>([
  ['title', ({ parts }) => segment(parts.post.title)],
  ['slug', ({ parts }) => segment(parts.slug ?? parts.post.title)],
  ['slugorfilename', slugOrFileName],
  ['slugorcontentbasename', slugOrFileName],
  ['filename', fileNameOf],
  ['contentbasename', fileNameOf],
  ['section', sectionOf],
  ['sectionslug', sectionOf],
  ['sections', sectionSlice],
  ['sectionslugs', sectionSlice],
]);

function valueOf(name: string, place: Place, moment: Moment | null): string | null {
  const value = VALUES.get(name.replace(/\[.*$/u, ''));
  if (value !== undefined) return value(place, name);
  return moment === null ? null : dateValue(name, moment);
}

/** `:sections[1:]`, `[last]`, `[:last]`, `[0]`. */
function sliceOf(sections: readonly string[], name: string): readonly string[] {
  const cut = /\[(?<cut>[^\]]*)\]/u.exec(name)?.groups?.['cut'];
  if (cut === undefined) return sections;
  const placeOf = (written: string): number =>
    written === 'last' ? sections.length - 1 : Number(written);
  const [low = '', high] = cut.toLowerCase().split(':');
  if (high === undefined) return sections.slice(placeOf(low), placeOf(low) + 1);
  return sections.slice(
    low === '' ? 0 : placeOf(low),
    high === '' ? sections.length : placeOf(high),
  );
}

function dateValue(name: string, moment: Moment): string | null {
  const parts = partsOf(moment);
  const values: Readonly<Record<string, string>> = {
    year: parts.year,
    month: parts.month,
    monthname: parts.monthName,
    day: parts.day,
    weekday: String(parts.weekday),
    weekdayname: parts.dayName,
    yearday: String(parts.dayOfYear),
    // Formats of Go's package time.
    '2006': parts.year,
    '01': parts.month,
    '1': String(Number(parts.month)),
    '02': parts.day,
    '2': String(Number(parts.day)),
    Jan: parts.monthName.slice(0, 3),
    January: parts.monthName,
    Mon: parts.dayName.slice(0, 3),
    Monday: parts.dayName,
  };
  return Object.hasOwn(values, name) ? (values[name] ?? null) : null;
}

/** A slash in a title is no border of folders. */
function segment(text: string): string {
  return text.replaceAll('/', '-');
}
