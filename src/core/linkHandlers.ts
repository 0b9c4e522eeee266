import type { CoreChannel, Handlers } from '../shared/contract.ts';
import type { ArchiveId, PostId } from '../shared/model.ts';
import type { LinkAnswer, Mention } from '../shared/linkModel.ts';
import { looseKey } from './links/addressText.ts';
import type { LinkPost } from './links/linkPost.ts';
import { linkNumbers, siteHosts } from './links/linkRecord.ts';
import { postNumbers } from './links/postAddresses.ts';
import type { LinkSource } from './links/readHref.ts';
import type { LinkIndex } from './links/resolveLink.ts';
import { resolveLink } from './links/resolveLink.ts';
import type { LabelFacet } from './links/routes.ts';
import { sentenceAround } from './links/sentence.ts';
import { knownArchive } from './openArchives.ts';
import type { CoreParts } from './openArchives.ts';
import type { SiteConfig } from './post/parsedPost.ts';
import type { IndexReader, StoredPost } from './store/storeTypes.ts';

type LinkChannel = Extract<CoreChannel, `links.${string}`>;

/** Mentions answered at once; nobody reads more. */
const MAX_MENTIONS = 500;

/** Answers where links lead and which posts link to one. */
export function linkHandlers(parts: CoreParts): Handlers<LinkChannel> {
  return {
    'links.follow': async ({ archiveId, path, href }) => {
      const place = await openPlace(parts, archiveId);
      return place.reader.together(() => follow(place, path, href));
    },
    'links.mentions': async ({ archiveId, path }) => {
      const place = await openPlace(parts, archiveId);
      return place.reader.together(() => mentionsOf(place, path));
    },
  };
}

/** An open index and its site. */
interface Place {
  readonly reader: IndexReader;
  readonly site: SiteConfig;
}

async function openPlace({ library, open }: CoreParts, archiveId: ArchiveId): Promise<Place> {
  const { folder } = knownArchive(library, archiveId);
  const { reader, site } = open.get(archiveId);
  return { reader, site: await site(folder) };
}

function follow(place: Place, path: string, href: string): LinkAnswer {
  const post = place.reader.get(path);
  if (post === null) return { kind: 'none' };
  return resolveLink(href, sourceOf(place, post), indexOf(place.reader));
}

function sourceOf({ reader, site }: Place, post: LinkPost): LinkSource {
  return { post, site, hosts: siteHosts(site, reader.links.homeHosts()) };
}

/** The index as `resolveLink` asks it; posts read once are kept for as long as it is used. */
function indexOf(reader: IndexReader): LinkIndex {
  const known = new Map<PostId, StoredPost | null>();
  const read = (id: PostId): StoredPost | null => {
    const found = known.get(id) ?? reader.getById(id);
    known.set(id, found);
    return found;
  };
  return {
    named: (numbers) =>
      reader.links
        .named(numbers)
        .map(read)
        .filter((post) => post !== null),
    label: (facet, key) => labelOf(reader, facet, key),
  };
}

/** Written as asked first, then the first in order that means the same. */
function labelOf(reader: IndexReader, facet: LabelFacet, key: string): string | null {
  const values = reader.links.labels(facet).filter((value) => looseKey(value) === key);
  return values.find((value) => value === key) ?? values.toSorted()[0] ?? null;
}

function mentionsOf(place: Place, path: string): readonly Mention[] {
  const { reader, site } = place;
  const post = reader.get(path);
  if (post === null) return [];
  const numbers = new Set(postNumbers(post, site));
  const index = indexOf(reader);
  const found: Mention[] = [];
  for (const id of reader.links.linking([...numbers])) {
    if (id === post.id) continue;
    const mention = mentionIn(id, { place, numbers, index, path });
    if (mention !== null) found.push(mention);
  }
  return found.toSorted(byNewest).slice(0, MAX_MENTIONS);
}

interface Wanted {
  readonly place: Place;
  /** Numbers of the post that is looked for. */
  readonly numbers: ReadonlySet<number>;
  readonly index: LinkIndex;
  readonly path: string;
}

/** The first link in a post that leads to the one looked for; null when none does. */
function mentionIn(id: PostId, { place, numbers, index, path }: Wanted): Mention | null {
  const links = place.reader.links.linksOf(id);
  const post = place.reader.getById(id);
  if (post === null) return null;
  const source = sourceOf(place, post);
  for (const [href, start, end] of links) {
    if (!linkNumbers(href, source).some((number) => numbers.has(number))) continue;
    const answer = resolveLink(href, source, index);
    if (answer.kind !== 'post' || answer.path !== path) continue;
    const { title, day } = post;
    const sentence = sentenceAround(post.text, start, end);
    return { id: post.id, path: post.path, title, day, source: post.source, sentence };
  }
  return null;
}

function byNewest(left: Mention, right: Mention): number {
  const [one, other] = [left.day ?? '', right.day ?? ''];
  if (one !== other) return one < other ? 1 : -1;
  return left.path < right.path ? -1 : 1;
}
