import { isTag, type AnyNode } from 'domhandler';
import type { LinkAnswer } from '../../../../shared/linkModel.ts';
import type { PostLookup } from '../formatWriter.ts';
import { fragmentOf } from '../../decodedPath.ts';
import { placeNamed, placesOf } from './chapterIds.ts';
import { make, type ChapterNode } from './chapterNode.ts';
import { webAddress } from './webAddress.ts';

/** Finds places in the posts of a book, by the post's path: those that links can name, by the id in its HTML. */
export type PlaceFinder = (path: string) => Promise<ReadonlyMap<string, string>>;

/** Posts whose places are remembered: those that many link to, such as an index, are few. */
const MOST_KNOWN = 64;

/** A finder that reads each post once for the links that lead into it one after another. */
export function createPlaceFinder(
  lookup: Pick<PostLookup, 'articleAt'>,
  hasPictures: boolean,
): PlaceFinder {
  const known = new Map<string, ReadonlyMap<string, string>>();
  return async (path) => {
    const before = known.get(path);
    if (before !== undefined) return before;
    const article = await lookup.articleAt(path);
    const places = article === null ? new Map<string, string>() : placesOf(article, hasPictures);
    const [oldest] = known.keys();
    if (known.size >= MOST_KNOWN && oldest !== undefined) known.delete(oldest);
    known.set(path, places);
    return places;
  };
}

/** What the links of a post are led by. */
export interface Linking {
  /** Of the post whose links they are. */
  readonly path: string;
  /** Of its chapter. */
  readonly id: string;
  readonly own: ReadonlyMap<string, string>;
  /** Where a post of the book is, or a place in it; null when it is not in the book. */
  readonly addressOf: (path: string, place: string | null) => string | null;
  readonly follow: (postPath: string, href: string) => LinkAnswer;
  readonly placesIn: PlaceFinder;
}

/** Where every link of a tree leads in the book, by its address as written; null = it stays words. */
export async function linkAddresses(
  nodes: readonly AnyNode[],
  linking: Linking,
): Promise<ReadonlyMap<string, string | null>> {
  const addresses = new Map<string, string | null>();
  for (const href of hrefsIn(nodes)) addresses.set(href, await addressIn(href, linking));
  return addresses;
}

function hrefsIn(nodes: readonly AnyNode[], found = new Set<string>()): ReadonlySet<string> {
  for (const node of nodes) {
    if (!isTag(node)) continue;
    const href = node.attribs['href'];
    if (href !== undefined) found.add(href);
    hrefsIn(node.children, found);
  }
  return found;
}

async function addressIn(href: string, linking: Linking): Promise<string | null> {
  if (href.startsWith('#')) return ownPlace(href.slice(1), linking);
  const beside = await placeIn(pathBeside(linking.path, href), fragmentOf(href), linking);
  if (beside !== null) return beside;
  const answer = linking.follow(linking.path, href);
  switch (answer.kind) {
    case 'post': {
      return (await placeIn(answer.path, answer.fragment ?? '', linking)) ?? webAddress(href);
    }
    case 'fragment':
      return ownPlace(answer.id, linking);
    case 'external':
      return webAddress(answer.url);
    case 'missing':
      return webAddress(answer.url ?? href);
    default:
      return webAddress(href);
  }
}

/** A place that is not there is the post's beginning, as the window takes it too. */
function ownPlace(fragment: string, { own, id }: Linking): string {
  return `#${id}${placeNamed(fragment, own) ?? ''}`;
}

async function placeIn(path: string, fragment: string, linking: Linking): Promise<string | null> {
  const whole = linking.addressOf(path, null);
  if (whole === null || fragment === '') return whole;
  if (path === linking.path) return ownPlace(fragment, linking);
  const place = placeNamed(fragment, await linking.placesIn(path));
  return place === null ? whole : linking.addressOf(path, place);
}

/** The path that a relative address names; most links between posts are such, and need no search in the index. */
function pathBeside(from: string, href: string): string {
  const written = href.replace(/[?#].*$/su, '');
  if (written === '' || /^(?:[a-z][a-z\d+.-]*:|[\\/])/iu.test(written)) return '';
  try {
    const root = 'https://archive.invalid/';
    const base = new URL(from.split('/').map(encodeURIComponent).join('/'), root);
    return decodeURIComponent(new URL(written, base).pathname.slice(1));
  } catch {
    // URIError: a percent sign that belongs to a name.
    return '';
  }
}

/** Leads links within a chapter whose place did not come along to its beginning. */
export function mendLinks(
  nodes: Iterable<ChapterNode>,
  { lost, id }: { readonly lost: ReadonlySet<string>; readonly id: string },
): Iterable<ChapterNode> {
  if (lost.size === 0) return nodes;
  return Array.from(nodes, (node) => {
    if (typeof node === 'string') return node;
    const { name, attributes, children } = node;
    const { href } = attributes;
    const isLost = href !== undefined && lost.has(href.slice(1));
    const mended = isLost ? { ...attributes, href: `#${id}` } : attributes;
    return make(name, mended, mendLinks(children, { lost, id }));
  });
}
