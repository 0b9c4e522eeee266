import { withoutPostEnding } from '../../shared/postFiles.ts';

/** A path within a site or an archive, cleaned: decoded, NFC, no `.`/`..`, no slash at its ends; '' is the root. */
export interface CleanPath {
  /** With the file ending as written, letters as written. */
  readonly written: string;
  /** What two spellings of one address have in common; see `looseKey`. */
  readonly key: string;
  /** True when the address ended in a slash or in `index.*`. */
  readonly isFolder: boolean;
}

/** Longest address looked at, in UTF-16 units; a longer one names no file. */
export const MAX_ADDRESS = 4_000;

/** Endings of pages that a server makes. */
const SERVED_ENDING = /\.(?:php|aspx?|jsp)$/iu;
const INDEX = /^_?index$/iu;

/**
 * Cleans a path. Percent escapes are decoded once (a malformed one is kept as written), backslashes are slashes, the
 * last segment's `index.*` is dropped. Null when it holds what no file name can.
 */
export function cleanPath(written: string, base: readonly string[] = []): CleanPath | null {
  if (written.length > MAX_ADDRESS) return null;
  const text = decode(written).normalize('NFC').replaceAll('\\', '/');
  if (text.includes('\0')) return null;
  const parts = walk(base, text);
  const isIndex =
    INDEX.test(withoutPostEnding(parts.at(-1) ?? '')) && !/(?:^|\/)\.{0,2}$/u.test(text);
  // At the root the name stays: `index.md` may be a post there.
  const path = isIndex && parts.length > 1 ? parts.slice(0, -1) : parts;
  const isFolder = isIndex || /(?:^|\/)\.{0,2}$/u.test(text);
  return { written: parts.join('/'), key: looseKey(path.join('/')), isFolder };
}

/** Goes from a folder along a path; as in a browser, `..` at the root stays there. */
function walk(base: readonly string[], path: string): readonly string[] {
  const parts = [...base];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts;
}

/** A file name or address without the ending of a page. */
export function withoutEnding(path: string): string {
  const bare = withoutPostEnding(path);
  return bare === path ? path.replace(SERVED_ENDING, '') : bare;
}

/**
 * What the spellings of one address have in common: no page ending, letters folded, accents of Latin letters dropped,
 * and everything that is no letter, mark or number one hyphen. Generators turn titles and names into addresses in
 * different ways (they keep, drop or replace signs); under this key they agree.
 */
export function looseKey(path: string): string {
  return withoutEnding(path).split('/').map(looseSegment).join('/');
}

/** One segment of `looseKey`. A segment of signs only stays as it is. */
export function looseSegment(segment: string): string {
  if (PLAIN.test(segment)) return segment;
  const folded = ACCENTED.test(segment) ? withoutAccents(segment) : segment.toLowerCase();
  const loose = folded.replaceAll(SIGNS, '-').replaceAll(/^-|-$/gu, '');
  return loose === '' ? folded : loose;
}

function withoutAccents(segment: string): string {
  return segment.normalize('NFD').replaceAll(ACCENTS, '').normalize('NFC').toLowerCase();
}

/** Letters with accents of the Latin script, and accents that stand alone. */
const ACCENTED = /\p{M}|[\u00C0-\u024F\u1E00-\u1EFF]/u;
const PLAIN = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u;
const ACCENTS = /(?<=\p{Script=Latin}\p{M}*)\p{M}/gu;
const SIGNS = /[^\p{L}\p{M}\p{N}]+/gu;
const DATE_PREFIX = /^\d{4}-\d{1,2}-\d{1,2}-(?=.)/u;

/** The last segment of a loose key without a date before it: what every address of a post ends with. */
export function nameOfKey(key: string): string {
  return key.slice(key.lastIndexOf('/') + 1).replace(DATE_PREFIX, '');
}

/** A name as a number for the index: 32 bits, signed (FNV-1a over UTF-16 units). */
export function hashName(name: string): number {
  let hash = 0x81_1c_9d_c5 | 0;
  for (let at = 0; at < name.length; at += 1) {
    hash = Math.imul(hash ^ name.charCodeAt(at), 0x01_00_01_93);
  }
  return hash;
}

/** Percent-decodes; as written when an escape is malformed. */
export function decode(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * An outside address as a name: host without `www.`, path without `index.*` and slash at its end, query; scheme and
 * fragment do not matter. Null for what is no http(s) address or names a host only.
 */
export function outsideName(url: string): string | null {
  const match =
    /^https?:\/\/(?:[^/?#@]*@)?(?:www\.)?(?<host>[^/?#]+)(?<path>[^?#]*)(?<query>\?[^#]*)?/iu.exec(
      url.slice(0, MAX_ADDRESS),
    );
  if (!match?.groups) return null;
  const { host = '', path = '', query = '' } = match.groups;
  const bare = decode(path)
    .normalize('NFC')
    .replace(/\/index\.(?:html?|php)$/iu, '')
    .replace(/\/+$/u, '');
  if (bare === '' && query === '') return null;
  return `//${host.toLowerCase().replace(/:(?:80|443)$/u, '')}${bare}${decode(query)}`;
}

/** Host of an http(s) or protocol-relative address, lower case without port; null when it names none. */
export function hostOf(url: string): string | null {
  const host = /^(?:https?:)?\/\/(?:[^/?#@]*@)?(?<host>[^/?#:]+)/iu.exec(url)?.groups?.['host'];
  return host === undefined ? null : host.toLowerCase();
}
