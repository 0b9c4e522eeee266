import type { CoreChannel, Handlers } from '../shared/contract.ts';
import type { ArchiveId, PostId } from '../shared/model.ts';
import type { Mention } from '../shared/linkModel.ts';
import { followLink, indexOf, sourceOf } from './linkFollower.ts';
import type { LinkPlace } from './linkFollower.ts';
import { linkNumbers } from './links/linkRecord.ts';
import { postNumbers } from './links/postAddresses.ts';
import type { LinkIndex } from './links/resolveLink.ts';
import { resolveLink } from './links/resolveLink.ts';
import { sentenceAround } from './links/sentence.ts';
import { knownArchive } from './openArchives.ts';
import type { CoreParts } from './openArchives.ts';

type LinkChannel = Extract<CoreChannel, `links.${string}`>;

/** Mentions answered at once; nobody reads more. */
const MAX_MENTIONS = 500;

/** Answers where links lead and which posts link to one. */
export function linkHandlers(parts: CoreParts): Handlers<LinkChannel> {
  return {
    'links.follow': async ({ archiveId, path, href }) => {
      const place = await openPlace(parts, archiveId);
      return place.reader.together(() => followLink(place, path, href));
    },
    'links.mentions': async ({ archiveId, path }) => {
      const place = await openPlace(parts, archiveId);
      return place.reader.together(() => mentionsOf(place, path));
    },
  };
}

async function openPlace({ library, open }: CoreParts, archiveId: ArchiveId): Promise<LinkPlace> {
  const { folder } = knownArchive(library, archiveId);
  const { reader, site } = open.get(archiveId);
  return { reader, site: await site(folder) };
}

function mentionsOf(place: LinkPlace, path: string): readonly Mention[] {
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
  readonly place: LinkPlace;
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
