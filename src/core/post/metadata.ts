import type { PathFacts } from './conventions.ts';
import type { FieldReader } from './fieldValues.ts';
import { namesOf, textOf } from './fieldValues.ts';
import type { Finding } from './frontMatter.ts';
import type { PageFacts } from './htmlPage.ts';
import type { SiteConfig } from './parsedPost.ts';
import type { PostDate } from './writtenDate.ts';
import { readWrittenDate } from './writtenDate.ts';

/** Where metadata may stand. `page` is the head of a whole HTML page, null for other files. */
export interface MetadataSources {
  readonly reader: FieldReader;
  readonly hasBlock: boolean;
  readonly facts: PathFacts;
  readonly page: PageFacts | null;
  readonly site: SiteConfig;
}

const DATE_KEYS = [
  'date',
  'publishdate',
  'pubdate',
  'publish_date',
  'published_at',
  'publishedat',
  'published_date',
  'published',
  'datetime',
  'created',
  'created_at',
  'createdat',
  'posted',
  'posted_at',
  'pub_date',
  'date_published',
  '日期',
  '发布时间',
  '发布日期',
];
/** What says when a post was last changed is better than nothing (gohugo.io/configuration/front-matter, "Dates"). */
const CHANGED_KEYS = ['lastmod', 'modified', 'updated', 'updated_at', 'last_modified_at'];
const URL_KEYS = [
  'original_url',
  'originalurl',
  'source_url',
  'sourceurl',
  'original',
  'url',
  'link',
  'external_url',
  'canonical_url',
  'canonical',
  'source_link',
  'source',
];
const ADDRESS = /^<?(?<url>https?:\/\/[^\s<>"]{1,2000})>?$/iu;
const CLOSING_SOURCE =
  /[（(]\s*(?:文章|稿件|新闻|资料|本文)?[来來]源\s*[:：]\s*(?<name>[^（）()\n]{1,40}(?:[（(][^（）()\n]{1,20}[）)])?)\s*[）)]/gu;
const SOURCE_LINE = /^(?:文章|稿件|新闻|资料|本文)?[来來]源\s*[:：]\s*(?<name>\S[^\n]{0,40})$/u;
const CUT = /[,，、;；]/u;
/** Taxonomies whose terms are rather categories than tags. */
const CATEGORY_LIKE =
  /^(?:series|sections?|columns?|genres?|topics?|collections?|channels?|专栏|系列|栏目|分类)$/iu;

const NO_SUCH_TIME: Finding = {
  code: 'date-invalid',
  message: 'The time of day does not exist, such as 25:61; only the day is used.',
  details: { reason: 'time' },
};

/** The date of a post and what is wrong with it. Order: front matter, head of the page, file name or folders. */
export function readDate(sources: MetadataSources): {
  readonly date: PostDate | null;
  readonly finding: Finding | null;
} {
  const { reader, page, site, facts } = sources;
  let isInvalid = false;
  for (const key of DATE_KEYS) {
    const written = textOf(reader.value([key])) ?? (key === 'date' ? page?.date : null);
    if (written === null || written === undefined || /^(?:true|false|yes|no)$/iu.test(written))
      continue;
    const reading = readWrittenDate(written, site.timezone);
    if (typeof reading === 'object') {
      return { date: reading, finding: reading.isTimeInvalid === true ? NO_SUCH_TIME : null };
    }
    isInvalid ||= reading === 'invalid';
  }
  const date = facts.date ?? readChanged(sources);
  return { date, finding: dateFinding({ ...sources, facts: { ...facts, date } }, isInvalid) };
}

function readChanged({ reader, site }: MetadataSources): PostDate | null {
  for (const key of CHANGED_KEYS) {
    const reading = readWrittenDate(textOf(reader.value([key])) ?? '', site.timezone);
    if (typeof reading === 'object') return reading;
  }
  return null;
}

/**
 * A missing date is told only where one belongs: a post with front matter, or under `_posts`; never for drafts, pages
 * and files that have no metadata at all.
 */
function dateFinding({ facts, hasBlock }: MetadataSources, isInvalid: boolean): Finding | null {
  if (isInvalid) {
    const message =
      facts.date === null
        ? 'The date does not exist in the calendar or cannot be read; the post is listed without one.'
        : 'The date does not exist in the calendar or cannot be read; another one is used: that of the file name, or of the last change.';
    return { code: 'date-invalid', message };
  }
  const isExpected = facts.isDateExpected || (hasBlock && !facts.isDraft);
  if (facts.date !== null || facts.kind === 'page' || !isExpected) return null;
  return {
    code: 'date-missing',
    message:
      'No date is given in the front matter or the file name; the post is listed without one.',
  };
}

/**
 * Tags: lists, comma strings (ASCII and Chinese commas), and, in Jekyll, strings cut at spaces as its documentation
 * says (jekyllrb.com/docs/posts/#tags). The cut at spaces is left out where a string mixes Chinese with other words
 * (`China Daily新闻` is one name). `tag` in the singular is never cut at spaces. The terms of taxonomies that the site
 * made up are tags too, unless they are named like categories. `keywords` only count without tags.
 */
export function readTags({ reader, page, site }: MetadataSources): readonly string[] {
  const plural = namesOf(reader.value(['tags']), splitter(site));
  const singular = namesOf(reader.value(['tag']), splitCommas);
  const tags = [...new Set([...plural, ...singular, ...termsOf(reader, site, false)])];
  if (tags.length > 0) return tags;
  return namesOf(reader.value(['keywords', '标签']) ?? page?.keywords ?? null, splitCommas);
}

/** Categories in the same ways as tags, after those that the folders give. */
export function readCategories({ reader, facts, site }: MetadataSources): readonly string[] {
  return [...new Set([...facts.categories, ...ownCategories(reader, site)])];
}

function ownCategories(reader: FieldReader, site: SiteConfig): readonly string[] {
  const plural = namesOf(reader.value(['categories']), splitter(site));
  const singular = namesOf(reader.value(['category', '分类']), splitCommas);
  return [...new Set([...plural, ...singular, ...termsOf(reader, site, true)])];
}

const NO_TERMS: readonly string[] = [];

/** Terms of the taxonomies that the site made up: of those like categories, or of the others. */
function termsOf(
  reader: FieldReader,
  { taxonomies }: SiteConfig,
  isCategory: boolean,
): readonly string[] {
  if (taxonomies.length === 0) return NO_TERMS;
  return taxonomies
    .filter((name) => CATEGORY_LIKE.test(name) === isCategory)
    .flatMap((name) => namesOf(reader.value([name]), splitCommas));
}

function splitter(site: SiteConfig): (written: string) => readonly string[] {
  return site.generator === 'jekyll' ? splitJekyll : splitCommas;
}

function splitCommas(written: string): readonly string[] {
  return written.split(CUT);
}

function splitJekyll(written: string): readonly string[] {
  if (CUT.test(written)) return splitCommas(written);
  const words = written.split(/\s+/u);
  const chinese = words.filter((word) => /\p{Script=Han}/u.test(word)).length;
  return chinese === 0 || chinese === words.length ? words : [written];
}

/**
 * The publication: the name in a closing `（文章来源：X）`, else front matter `source`, else the first tag that ends in
 * 新闻 without that ending, else what a page's head says. Null when none does.
 */
export function readSource(
  { reader, page }: MetadataSources,
  text: string,
  tags: readonly string[],
): string | null {
  const named = reader.text(['source', 'source_name', 'sourcename', '来源', 'publication']);
  const written = named !== null && !ADDRESS.test(named) ? named : null;
  return closingSource(text) ?? written ?? tagSource(tags) ?? page?.source ?? null;
}

function closingSource(text: string): string | null {
  const tail = text.slice(-2500).trimEnd().split('\n').slice(-8).toReversed();
  for (const line of tail) {
    // Both patterns need it, and looking for one character costs next to nothing.
    if (!line.includes('源')) continue;
    const bracketed = [...line.slice(-400).matchAll(CLOSING_SOURCE)].at(-1)?.groups?.['name'];
    const name = (bracketed ?? SOURCE_LINE.exec(line.trim())?.groups?.['name'])?.trim();
    if (name !== undefined && name !== '' && !/^https?:/iu.test(name)) return name;
  }
  return null;
}

function tagSource(tags: readonly string[]): string | null {
  const tag = tags.find((one) => one.endsWith('新闻') && one.length > 2);
  return tag === undefined ? null : tag.slice(0, -2).trim() || null;
}

/** The original's address in front matter; http(s) only, null when none. */
export function readUrl({ reader }: MetadataSources): string | null {
  for (const key of URL_KEYS) {
    const value = reader.value([key]);
    const written = typeof value === 'string' ? value : fromRecord(value);
    const url = ADDRESS.exec(written.trim())?.groups?.['url'];
    if (url !== undefined) return url;
  }
  return null;
}

/** `source: {name, url}`. */
function fromRecord(value: unknown): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return '';
  const entry = Object.entries(value).find(([name]) => name === 'url' || name === 'link')?.[1];
  return typeof entry === 'string' ? entry : '';
}

/** `infoCode` of the original's address, else front matter `id` or `guid`. */
export function readSourceId({ reader }: MetadataSources, url: string | null): string | null {
  const code = url === null ? null : /[?&;]infoCode=(?<id>[\w.-]{1,100})/iu.exec(url);
  return code?.groups?.['id'] ?? reader.text(['guid', 'id', 'source_id', 'uuid']);
}

/** `author`, `authors` or `by`; several names stand with commas. */
export function readAuthor({ reader, page }: MetadataSources): string | null {
  return reader.text(['author', 'authors', 'by', '作者']) ?? page?.author ?? null;
}

/** Under `_drafts`, `draft: true` (Hugo, Zola), `published: false` (Jekyll, Hexo) or `status: draft` (Pelican). */
export function readIsDraft({ reader, facts }: MetadataSources): boolean {
  const draft = reader.text(['draft', 'isdraft']);
  const published = reader.text(['published']);
  const status = reader.text(['status']);
  return (
    facts.isDraft ||
    (draft !== null && /^(?:true|yes|y|on|1)$/iu.test(draft)) ||
    (published !== null && /^(?:false|no|n|off|0)$/iu.test(published)) ||
    (status !== null && /^(?:draft|hidden)$/iu.test(status))
  );
}
