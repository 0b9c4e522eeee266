import { hasPostEnding, postFormatOf } from '../../shared/postFiles.ts';
import type { SiteConfig } from '../post/parsedPost.ts';
import type { CleanPath } from './addressText.ts';
import { cleanPath, decode, hostOf, MAX_ADDRESS } from './addressText.ts';
import type { LinkPost } from './linkPost.ts';
import { belowBase, linkBases } from './postAddresses.ts';

/** What a link's address says before any index is asked. */
export type WrittenTarget =
  | { readonly kind: 'none' }
  /** A place in the same post; decoded. */
  | { readonly kind: 'fragment'; readonly id: string }
  /** Only for the system's programs (`mailto:`). */
  | { readonly kind: 'external'; readonly url: string }
  /** `[[name]]`: a file or a title. */
  | { readonly kind: 'name'; readonly name: string; readonly fragment: string | null }
  /** An address on another host: perhaps the original of a post. */
  | { readonly kind: 'outside'; readonly url: string; readonly fragment: string | null }
  | InsideTarget;

/** An address within the archive or its site: the paths to try, best first; at least one. */
export interface InsideTarget {
  readonly kind: 'inside';
  readonly paths: readonly CleanPath[];
  readonly fragment: string | null;
  /** The address to open outside when nothing is found; null when there is none. */
  readonly url: string | null;
}

/** Whose link is read, and what counts as the archive's own site. */
export interface LinkSource {
  readonly post: LinkPost;
  readonly site: SiteConfig;
  /** Hosts of the site, lower case: the configured one and those learnt from the posts. */
  readonly hosts: ReadonlySet<string>;
}

const NONE: WrittenTarget = { kind: 'none' };
const SCHEME = /^[a-z][a-z0-9+.-]*:/iu;
const WIKI = /^(?:\.\/)?\[\[(?<name>[^\]]+)\]\]$/u;

/** Reads a link's `href` as it stands in a post. */
export function readHref(href: string, source: LinkSource): WrittenTarget {
  const address = href.replaceAll(/\p{Cc}/gu, '').trim();
  if (address === '' || address.length > MAX_ADDRESS) return NONE;
  if (address.startsWith('#')) return { kind: 'fragment', id: decode(address.slice(1)) };
  if (/^mailto:/iu.test(address)) return { kind: 'external', url: address };
  const [beforeFragment, written] = splitOnce(address, '#');
  const fragment = written === undefined || written === '' ? null : decode(written);
  const name = WIKI.exec(decode(beforeFragment))?.groups?.['name'];
  if (name !== undefined) return { kind: 'name', name, fragment };
  const slashed = beforeFragment.replace(/^[\\/]+/u, (lead) => lead.replaceAll('\\', '/'));
  if (/^(?:https?:)?\/\//iu.test(slashed)) return readHosted(slashed, { fragment, source });
  return SCHEME.test(slashed) ? NONE : readPath(slashed, { fragment, source });
}

interface Rest {
  readonly fragment: string | null;
  readonly source: LinkSource;
}

function readHosted(address: string, { fragment, source }: Rest): WrittenTarget {
  const host = hostOf(address);
  if (host === null) return NONE;
  const url = address.startsWith('//') ? `https:${address}` : address;
  if (!isOwnHost(host, source)) return { kind: 'outside', url, fragment };
  const path = address.replace(/^(?:https?:)?\/\/[^/?#]*/iu, '');
  const inside = insidePaths(path === '' ? '/' : path, source);
  // A host of one word (`site`) is no place on the web.
  const isReachable = host.includes('.');
  return inside === null ? NONE : { ...inside, fragment, url: isReachable ? url : null };
}

/** The site's own host; a host of one word is a placeholder that a generator or an owner left, so the site's too. */
function isOwnHost(host: string, { hosts }: LinkSource): boolean {
  return hosts.has(host) || hosts.has(host.replace(/^www\./u, '')) || !/[.:[\]]/u.test(host);
}

function readPath(address: string, { fragment, source }: Rest): WrittenTarget {
  const inside = insidePaths(address, source);
  if (inside === null) return NONE;
  return { ...inside, fragment, url: siteAddress(inside, address, source) };
}

function insidePaths(address: string, source: LinkSource): InsideTarget | null {
  const path = address.replace(/\?.*$/su, '');
  const candidates = path === '' ? [cleanPath(address)] : pathCandidates(path, source);
  const paths = candidates.filter((one) => one !== null);
  const unique = [...new Map(paths.map((one) => [one.written, one])).values()];
  return unique.length === 0 ? null : { kind: 'inside', paths: unique, fragment: null, url: null };
}

function pathCandidates(path: string, source: LinkSource): readonly (CleanPath | null)[] {
  const { post, site } = source;
  // Zola's internal links start at its content folder (getzola.org/documentation/content/linking).
  if (path.startsWith('@/')) return [cleanPath(`content/${path.slice(2)}`)];
  if (path.startsWith('/')) {
    return [
      cleanPath(belowBase(path, site)),
      cleanPath(path),
      // Hugo's `ref` of an absolute path starts at the content folder.
      ...site.contentFolders.map((content) => cleanPath(`${content}${path}`)),
    ];
  }
  const bases = linkBases(post, site);
  const roots = [...site.contentFolders.map((content) => content.split('/')), []];
  // People leave the first slash out; but a link to the folder itself does not mean the root.
  const fromRoot = roots.map((base) => cleanPath(path, base));
  return [
    ...bases.map((base) => cleanPath(path, base)),
    ...fromRoot.filter((one) => one !== null && one.key !== ''),
  ];
}

/** Where a relative link leads on the living site; null when that is not known. */
function siteAddress(
  { paths }: InsideTarget,
  address: string,
  { site }: LinkSource,
): string | null {
  if (site.url === null || !address.startsWith('/')) return null;
  const [path] = paths;
  if (path === undefined || isMarkdown(path.written)) return null;
  return `${site.url.replace(/^(?<origin>https?:\/\/[^/]+).*$/iu, '$<origin>')}${address}`;
}

function isMarkdown(path: string): boolean {
  return hasPostEnding(path) && postFormatOf(path) === 'markdown';
}

function splitOnce(text: string, separator: string): readonly [string, string?] {
  const at = text.indexOf(separator);
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + separator.length)];
}
