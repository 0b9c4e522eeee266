import { assertNever } from '../../shared/result.ts';
import type { ParsedPost, SiteConfig } from '../post/parsedPost.ts';
import type { WrittenLink } from '../post/postLinks.ts';
import { hashName, hostOf, looseKey, looseSegment, nameOfKey, outsideName } from './addressText.ts';
import type { LinkPost } from './linkPost.ts';
import { postNumbers } from './postAddresses.ts';
import type { LinkSource } from './readHref.ts';
import { readHref } from './readHref.ts';
import { isListOnly } from './routes.ts';

/** A link as the index keeps it: address as written, place of its words in the visible text `[start, end)`. */
export type StoredLink = readonly [href: string, start: number, end: number];

/** What the index keeps of a post for links to and from it. */
export interface LinkRecord {
  /** Numbers that the post itself is found by. */
  readonly numbers: readonly number[];
  /** Its links that can name a post. */
  readonly links: readonly StoredLink[];
  /** Numbers that these links look for. */
  readonly targets: readonly number[];
  /** Hosts that its closing navigation calls the home page. */
  readonly homes: readonly string[];
}

/** Makes the record of a parsed post. */
export function linkRecord(path: string, parsed: ParsedPost, site: SiteConfig): LinkRecord {
  const { kind, title, date, categories, url, frontMatter } = parsed;
  const post: LinkPost = { path, kind, title, date, categories, url, frontMatter };
  const homes = parsed.homeHosts ?? [];
  const kept = keepLinks(parsed.links ?? [], { post, site, homes });
  return { numbers: postNumbers(post, site), homes, ...kept };
}

interface Owner {
  readonly post: LinkPost;
  readonly site: SiteConfig;
  readonly homes: readonly string[];
}

function keepLinks(
  written: readonly WrittenLink[],
  { post, site, homes }: Owner,
): Pick<LinkRecord, 'links' | 'targets'> {
  if (written.length === 0) return { links: [], targets: [] };
  const source: LinkSource = { post, site, hosts: siteHosts(site, homes) };
  const links: StoredLink[] = [];
  const targets = new Set<number>();
  for (const { href, start, end } of written) {
    const numbers = linkNumbers(href, source);
    if (numbers.length === 0) continue;
    links.push([href, start, end]);
    for (const number of numbers) targets.add(number);
  }
  return { links, targets: [...targets] };
}

/** Numbers of the posts that a link can name; none for lists, pictures, and addresses of other sites. */
export function linkNumbers(href: string, source: LinkSource): readonly number[] {
  const target = readHref(href, source);
  switch (target.kind) {
    case 'name':
      return wikiNumbers(target.name);
    case 'inside':
      if (target.paths.some((path) => isListOnly(path, source.site))) return [];
      return [...new Set(target.paths.map(({ key }) => nameOfKey(key)))]
        .filter((name) => name !== '')
        .map(hashName);
    case 'outside':
      return isOriginalsHost(target.url, source) ? outsideNumbers(target.url) : [];
    case 'none':
    case 'fragment':
    case 'external':
      return [];
    default:
      return assertNever(target);
  }
}

/** Numbers that a name in double brackets looks for: of a title, and of a file with or without its ending. */
export function wikiNumbers(name: string): readonly number[] {
  const written = lastPart(name).normalize('NFC');
  const names = [looseSegment(written), looseKey(written)].map(nameOfKey);
  return [...new Set(names)].map(hashName);
}

/** The host that the post itself came from: its links may name other posts by their originals. */
function isOriginalsHost(url: string, { post }: LinkSource): boolean {
  return post.url !== null && hostOf(url) === hostOf(post.url);
}

function outsideNumbers(url: string): readonly number[] {
  const name = outsideName(url);
  return name === null ? [] : [hashName(name)];
}

/** `folder/file` -> `file`. */
export function lastPart(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}

/** Hosts that count as the archive's own. */
export function siteHosts(site: SiteConfig, learnt: readonly string[]): ReadonlySet<string> {
  const configured = site.url === null ? null : hostOf(site.url);
  const hosts = configured === null ? learnt : [configured, ...learnt];
  return new Set(hosts.map((host) => host.replace(/^www\./u, '')));
}
