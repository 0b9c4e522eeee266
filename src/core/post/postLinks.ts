import type { Element } from 'domhandler';
import { isText } from 'domhandler';
import { lineOf } from './treeQueries.ts';

/** A link as written in a post. */
export interface WrittenLink {
  readonly href: string;
  /** Place of its words in the post's visible text, `[start, end)` in UTF-16 units; both 0 when it has none. */
  readonly start: number;
  readonly end: number;
}

/** Links kept of one post. */
const MAX_LINKS = 500;
const MAX_HREF = 1_000;
/** Pictures, sounds, films, downloads: no post. */
const MEDIA =
  /\.(?:png|jpe?g|gif|webp|svg|bmp|ico|avif|tiff?|mp[34]|m4[av]|webm|og[gv]|wav|flac|mov|avi|mkv|pdf|zip|gz|rar|7z|docx?|xlsx?|pptx?|css|js|json|xml|rss|atom)(?:[?#]|$)/iu;
const CONTEXT = 16;

/**
 * The links in a post's elements that may lead to another post of its archive: relative ones, and those to the hosts
 * named. Their places are found by their words, in the order of the text.
 */
export function linksOf(
  elements: readonly Element[],
  text: string,
  hosts: ReadonlySet<string>,
): readonly WrittenLink[] {
  const links: WrittenLink[] = [];
  let from = 0;
  for (const element of elements) {
    if (element.name !== 'a') continue;
    const href = element.attribs['href']?.trim() ?? '';
    if (!mayLeadInside(href, hosts)) continue;
    const words = lineOf(element);
    const start = words === '' ? -1 : placeOf(words, { element, text, from });
    if (start >= 0) from = start + words.length;
    links.push(start < 0 ? { href, start: 0, end: 0 } : { href, start, end: from });
    if (links.length >= MAX_LINKS) break;
  }
  return links;
}

function mayLeadInside(href: string, hosts: ReadonlySet<string>): boolean {
  if (href === '' || href.length > MAX_HREF || href.startsWith('#')) return false;
  const hosted = /^(?:https?:)?[\\/]{2}(?:www\.)?(?<host>[^\\/?#:]+)/iu.exec(href)?.groups?.[
    'host'
  ];
  if (hosted !== undefined) {
    return (hosts.has(hosted.toLowerCase()) || !hosted.includes('.')) && !MEDIA.test(href);
  }
  return !/^[a-z][a-z0-9+.-]*:/iu.test(href) && !MEDIA.test(href);
}

interface Search {
  readonly element: Element;
  readonly text: string;
  readonly from: number;
}

/** With the words before it, so that a short link (`here`) is not found inside a word of an earlier sentence. */
function placeOf(words: string, { element, text, from }: Search): number {
  const before = element.prev;
  if (before !== null && isText(before)) {
    const lead = /\S*\s?$/u.exec(before.data.slice(-CONTEXT))?.[0].replace(/\s$/u, ' ') ?? '';
    const at = lead === '' ? -1 : text.indexOf(lead + words, from);
    if (at >= 0) return at + lead.length;
  }
  return text.indexOf(words, from);
}

const HOME = /(?:\]\(|href\s*=\s*["'])\/\/(?<host>[^/\s"'()<>?#]{1,253})\/["')]/giu;
/** Closing navigation stands within so many characters of the end. */
const TAIL = 2_000;

/**
 * Hosts that the closing lines call the home page: `[返回首页](//host/)`, where the address has no scheme, as templates
 * write that of their own site.
 */
export function homeHostsOf(body: string): readonly string[] {
  const tail = body.slice(-TAIL);
  if (!tail.includes('//')) return [];
  const hosts = new Set<string>();
  for (const match of tail.matchAll(HOME)) {
    const host = match.groups?.['host']?.toLowerCase();
    if (host !== undefined) hosts.add(host.replace(/^www\./u, ''));
  }
  return [...hosts];
}
