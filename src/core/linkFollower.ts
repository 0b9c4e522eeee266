import type { LinkAnswer } from '../shared/linkModel.ts';
import type { PostId } from '../shared/model.ts';
import { looseKey } from './links/addressText.ts';
import type { LinkPost } from './links/linkPost.ts';
import { siteHosts } from './links/linkRecord.ts';
import type { LinkSource } from './links/readHref.ts';
import type { LinkIndex } from './links/resolveLink.ts';
import { resolveLink } from './links/resolveLink.ts';
import type { LabelFacet } from './links/routes.ts';
import type { SiteConfig } from './post/parsedPost.ts';
import type { IndexReader, PostFacts } from './store/storeTypes.ts';

/** An open index and its site. */
export interface LinkPlace {
  readonly reader: IndexReader;
  readonly site: SiteConfig;
}

/** Where a link in the post at a path leads; nowhere when that post is not in the index. */
export function followLink(place: LinkPlace, path: string, href: string): LinkAnswer {
  return linksFrom(place, path)(href);
}

/**
 * Follows links of the post at a path, which is read once for all of them: the text of a long list of links is long too.
 * `index` = one that is kept from post to post.
 */
export function linksFrom(
  place: LinkPlace,
  path: string,
  index: LinkIndex = indexOf(place.reader),
): (href: string) => LinkAnswer {
  const post = place.reader.get(path);
  if (post === null) return () => ({ kind: 'none' });
  const source = sourceOf(place, post);
  return (href) => resolveLink(href, source, index);
}

/** Whose link it is, and what counts as the archive's own site. */
export function sourceOf({ reader, site }: LinkPlace, post: LinkPost): LinkSource {
  return { post, site, hosts: siteHosts(site, reader.links.homeHosts()) };
}

/** Posts kept at once: many links may ask for the same few hundred of one name, and an archive has any number. */
const MOST_KEPT = 2_000;

/** The index as `resolveLink` asks it; posts are read without their text, and those read last are kept. */
export function indexOf(reader: Pick<IndexReader, 'factsById' | 'links'>): LinkIndex {
  const known = new Map<PostId, PostFacts | null>();
  const read = (id: PostId): PostFacts | null => {
    const kept = known.get(id);
    if (kept !== undefined) return kept;
    const found = reader.factsById(id);
    if (known.size >= MOST_KEPT) known.clear();
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
function labelOf(
  reader: Pick<IndexReader, 'links'>,
  facet: LabelFacet,
  key: string,
): string | null {
  const values = reader.links.labels(facet).filter((value) => looseKey(value) === key);
  return values.find((value) => value === key) ?? values.toSorted()[0] ?? null;
}
