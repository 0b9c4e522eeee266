import { fragmentNames } from '../shared/fragmentNames.ts';
import type { LinkPlace } from './linkFollower.ts';
import { indexOf, sourceOf } from './linkFollower.ts';
import { linkNumbers } from './links/linkRecord.ts';
import { postNumbers } from './links/postAddresses.ts';
import { resolveLink } from './links/resolveLink.ts';

/** Ids, as they may stand in the HTML of the post at a path, that links in other posts name; empty for no such post. */
export function linkedPlaces(place: LinkPlace, path: string): ReadonlySet<string> {
  const { reader, site } = place;
  const post = reader.get(path);
  if (post === null) return new Set();
  const numbers = new Set(postNumbers(post, site));
  const index = indexOf(reader);
  const found = new Set<string>();
  for (const id of reader.links.linking([...numbers])) {
    // Nearly all links name no place: of their posts no more is read.
    const links = reader.links.linksOf(id).filter(([href]) => href.includes('#'));
    const from = id === post.id || links.length === 0 ? null : reader.factsById(id);
    if (from === null) continue;
    const source = sourceOf(place, from);
    for (const [href] of links) {
      if (!linkNumbers(href, source).some((number) => numbers.has(number))) continue;
      const answer = resolveLink(href, source, index);
      if (answer.kind !== 'post' || answer.path !== path) continue;
      for (const name of fragmentNames(answer.fragment ?? '')) found.add(name);
    }
  }
  return found;
}
