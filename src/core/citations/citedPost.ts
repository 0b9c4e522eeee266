import type { Post } from '../../shared/model.ts';

/** What a citation says of a post. */
export type CitedPost = Pick<
  Post,
  'title' | 'source' | 'author' | 'day' | 'url' | 'lang' | 'path'
> & {
  readonly archiveName: string;
};

/** A name in the CSL-JSON schema: a person whose family name is known, or anything else as it is written. */
export type CslName =
  | { readonly family: string; readonly given: string }
  | { readonly literal: string };

/** A date in the CSL-JSON schema. */
export interface CslDate {
  readonly 'date-parts': readonly [readonly number[]];
}

/**
 * A post as an item of CSL-JSON (citation-style-language, csl-data.json). A post with a source is an article of that
 * newspaper; without one it is a page of the web; without an address either, a document in an archive.
 */
export interface CslEntry {
  readonly id: string;
  readonly type: 'article-newspaper' | 'webpage' | 'document';
  readonly title: string;
  readonly 'container-title'?: string;
  readonly author?: readonly CslName[];
  readonly issued?: CslDate;
  readonly accessed?: CslDate;
  readonly URL?: string;
  readonly language?: string;
  readonly archive?: string;
  readonly archive_location?: string;
  readonly note?: string;
}

/** Day of access (`YYYY-MM-DD`), words quoted, and the place among those cited at once. */
export interface CitingFacts {
  readonly accessed: string;
  readonly quote: string | null;
  readonly place: number;
}

const HAN = /\p{Script=Han}/u;

/** Whether a post is cited by Chinese rules: by its language, else by its title. */
export const isHanPost = ({ lang, title }: Pick<CitedPost, 'lang' | 'title'>): boolean =>
  lang.startsWith('zh') || (lang === 'und' && HAN.test(title));

/**
 * The title with its deck (副题, what stands after ` ——`) as a subtitle: by a colon, as both GB/T 7714 (其他题名信息) and
 * APA part them. A dash inside a title stays.
 */
export function citedTitle(title: string): string {
  const whole = title.replaceAll(/\s+/gu, ' ').trim();
  const parts = /^(?<head>.*?\S)\s——\s*(?<deck>\S.*)$/u.exec(whole)?.groups;
  return parts === undefined ? whole : `${parts['head'] ?? ''}: ${parts['deck'] ?? ''}`;
}

/** Words of a byline that are no part of a name. A Chinese one may stand right before the name. */
const BYLINE =
  /^(?:by\s+|文[\s:：/]+|(?:本报|本刊|本网|新华社)?(?:特约|实习|见习|驻\S{1,6})?(?:记者|通讯员)[\s:：/]*(?=\p{Script=Han}{2}))/iu;

/** A Latin name of two to four capitalised words or initials, the family name last. */
const LATIN_PERSON =
  /^(?<given>\p{Lu}[\p{L}'’.-]*(?:\s\p{Lu}[\p{L}'’.-]*){0,2})\s(?<family>(?:(?:van|von|der|den|de|da|di|la|le)\s)*\p{Lu}[\p{L}'’-]+)$/u;

/** Words that are of organisations, never of persons. */
const OF_STAFF =
  /\b(?:staff|desk|team|editors?|editorial|board|agency|press|news|media|reporters?|committee|office|ministry|university|institute|group|association|society|department|daily|weekly|times|post|herald|today)\b/iu;

/** The names in an author field, in its order. Chinese names stay whole: they are never turned round. */
export function readNames(author: string): readonly CslName[] {
  const plain = author.replaceAll(/\s+/gu, ' ').trim();
  const names = HAN.test(plain)
    ? plain
        .replaceAll(/(?<word>记者|通讯员)[\s:：/]+/gu, '$<word>')
        .split(/[、，,;；/／&＆]|\s+(?=\p{Script=Han})/u)
    : latinNames(plain);
  return names
    .map((name) => name.trim().replace(BYLINE, ''))
    .filter((name) => name !== '')
    .map(readName);
}

/** `Smith, John` is one person turned round; a comma between whole names parts them. */
function latinNames(plain: string): readonly string[] {
  const listed = plain.split(/\s*[;&]\s*|\s+and\s+/iu);
  return listed.flatMap((part) => {
    const [family = '', given = '', ...more] = part.split(/\s*,\s*/u);
    const isTurned = more.length === 0 && given !== '' && !family.includes(' ');
    return isTurned ? [`${given} ${family}`] : part.split(/\s*,\s*/u);
  });
}

function readName(name: string): CslName {
  const parts = OF_STAFF.test(name) ? undefined : LATIN_PERSON.exec(name)?.groups;
  const { family, given } = parts ?? {};
  return family === undefined || given === undefined ? { literal: name } : { family, given };
}

/** A calendar day as CSL wants it; undefined for what is none. */
function readDay(day: string | null): CslDate | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(day ?? '');
  if (match === null) return undefined;
  return { 'date-parts': [match.slice(1).map(Number)] };
}

function typeOf({ source, url }: CitedPost): CslEntry['type'] {
  if (source !== null) return 'article-newspaper';
  return url === null ? 'document' : 'webpage';
}

/** A post as an item of CSL-JSON. Where it lies in the archive is said only when it has no address. */
export function toEntry(post: CitedPost, facts: CitingFacts): CslEntry {
  const issued = readDay(post.day);
  const accessed = post.url === null ? undefined : readDay(facts.accessed);
  const names = post.author === null ? [] : readNames(post.author);
  return {
    id: entryId(post, facts.place),
    type: typeOf(post),
    title: citedTitle(post.title),
    ...(post.source === null ? {} : { 'container-title': post.source }),
    ...(names.length === 0 ? {} : { author: names }),
    ...(issued === undefined ? {} : { issued }),
    ...(accessed === undefined ? {} : { accessed }),
    ...(post.url === null
      ? { archive: post.archiveName, archive_location: post.path }
      : { URL: post.url }),
    ...(post.lang === 'und' ? {} : { language: post.lang }),
    ...(facts.quote === null ? {} : { note: facts.quote }),
  };
}

/** A key of letters and digits, the same whenever the post is cited, and different within one list. */
function entryId({ path, day }: CitedPost, place: number): string {
  const name = path.split('/').at(-1) ?? '';
  const words = name
    .replace(/\.[^.]+$/u, '')
    .replace(/^\d{4}-\d{2}-\d{2}-?/u, '')
    .normalize('NFKD')
    .replaceAll(/[^A-Za-z0-9]+/gu, '-')
    .replaceAll(/^-+|-+$/gu, '')
    .slice(0, 40);
  const known = words === '' ? `post-${place + 1}` : words;
  return /^\d/u.test(known) || day === null
    ? `post-${known}`.replace('post-post-', 'post-')
    : `${known}-${day.slice(0, 4)}`;
}
