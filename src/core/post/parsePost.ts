import type { Element } from 'domhandler';
import { guessLang } from './guessLang.ts';
import {
  readAuthor,
  readCategories,
  readDate,
  readIsDraft,
  readSource,
  readSourceId,
  readTags,
} from './metadata.ts';
import type { ParsedPost, ParseOutcome, PostFile } from './parsedPost.ts';
import { homeHostsOf, linksOf } from './postLinks.ts';
import type { ReadPost } from './readPost.ts';
import { problemOf, readPost } from './readPost.ts';
import { elementsOf } from './treeQueries.ts';
import { visibleText } from './visibleText.ts';

/**
 * Reads one file into everything the index keeps of it. Never throws, whatever the bytes: the file becomes a post with
 * warnings, or one problem (`empty`, `not-text`). Takes time in proportion to the file's size.
 */
export function parsePost(file: PostFile): ParseOutcome {
  const read = readPost(file);
  if ('code' in read) return { outcome: 'problem', problem: read };
  return { outcome: 'post', post: describe(file, read) };
}

function describe(file: PostFile, read: ReadPost): ParsedPost {
  const { sources, url, front } = read;
  const text = visibleText(read.root);
  const elements = elementsOf(read.root);
  const tags = readTags(sources);
  const { date, finding } = readDate(sources);
  const findings = finding === null ? read.findings : [...read.findings, finding];
  return {
    kind: sources.facts.kind,
    title: read.title,
    date: date?.date ?? null,
    day: date?.day ?? null,
    wallMs: date?.wallMs ?? null,
    source: readSource(sources, text, tags),
    author: readAuthor(sources),
    url,
    sourceId: readSourceId(sources, url),
    tags,
    categories: readCategories(sources),
    isDraft: readIsDraft(sources),
    lang: guessLang(
      text === '' ? read.title : text,
      sources.reader.text(['lang', 'language']) ?? file.site.lang,
    ),
    text,
    characterCount: countCharacters(text),
    frontMatter: front.fields,
    ...featuresOf(elements),
    ...readLinks(elements, { file, read, text }),
    problems: findings.map((one) => problemOf(file, one, 'warning')),
  };
}

interface Reading {
  readonly file: PostFile;
  readonly read: ReadPost;
  readonly text: string;
}

/** Only what there is: nearly all posts of a scraped archive have no link to another. */
function readLinks(
  elements: readonly Element[],
  { file, read, text }: Reading,
): Pick<ParsedPost, 'links' | 'homeHosts'> {
  const homeHosts = homeHostsOf(read.front.body);
  const hosts = new Set(homeHosts);
  for (const address of [file.site.url, read.url]) {
    const host = address === null ? undefined : HOST.exec(address)?.groups?.['host'];
    if (host !== undefined) hosts.add(host.toLowerCase());
  }
  const links = linksOf(elements, text, hosts);
  return {
    ...(links.length === 0 ? {} : { links }),
    ...(homeHosts.length === 0 ? {} : { homeHosts }),
  };
}

const HOST = /^https?:\/\/(?:www\.)?(?<host>[^/?#:]+)/iu;

function featuresOf(
  elements: readonly Element[],
): Pick<ParsedPost, 'hasImage' | 'hasCode' | 'hasTable'> {
  const names = new Set(elements.map(({ name }) => name));
  return {
    hasImage: names.has('img'),
    hasCode: names.has('pre') || names.has('code'),
    hasTable: names.has('table'),
  };
}

/** Code points that are not white space. */
function countCharacters(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) count += COUNTED[text.charCodeAt(at)] ?? 0;
  return count;
}

/** 1 for UTF-16 units that count: not those that `\s` matches, and of a surrogate pair the first half. */
const COUNTED = Uint8Array.from({ length: 0x10000 }, (_unused, unit) => {
  const isSecondHalf = unit >= 0xdc00 && unit <= 0xdfff;
  return isSecondHalf || /\s/u.test(String.fromCharCode(unit)) ? 0 : 1;
});
