import { hasPostEnding } from '../../../shared/postFiles.ts';
import { markdown } from '../../../shared/text/markdownText.ts';
import { fragmentNames } from '../../../shared/fragmentNames.ts';
import { ID_PREFIX } from '../../../shared/htmlPolicy.ts';
import { resolveMedia } from '../../post/localAddress.ts';
import type { PostLookup } from '../formats/formatWriter.ts';
import type { NewPlaces } from './htmlHandlers.ts';
import type { MediaFolder } from './mediaFolder.ts';
import { fragmentOf, newAddress } from './newAddress.ts';
import type { AddressChange } from './sourceAddresses.ts';

/** What the new places of a post's pictures and links are found by. */
export interface PlaceParts {
  /** Of the post, in the archive. */
  readonly path: string;
  readonly lookup: PostLookup;
  /** File names of the posts of the export, by their paths in the archive. */
  readonly names: ReadonlyMap<string, string>;
  /** Null leaves pictures where they are. */
  readonly media: MediaFolder | null;
}

/** Addresses of a post in its new place, as its source writes them and as its HTML has them. */
export function postPlaces(parts: PlaceParts): AddressChange & NewPlaces {
  const finder = parts.lookup.mediaOf(parts.path);
  const mediaPlace = (written: string): string | null => {
    if (parts.media === null) return null;
    const found = resolveMedia(written, parts.path, finder);
    if (found.kind !== 'local') return null;
    const path = decodeURIComponent(found.src);
    return hasPostEnding(path) ? null : parts.media.placeOf(path);
  };
  const postName = (href: string): string | null => {
    const answer = parts.lookup.follow(parts.path, href);
    return answer.kind === 'post' ? (parts.names.get(answer.path) ?? null) : null;
  };
  const address = (written: string): string | null => {
    if (/^\s*(?:#|mailto:|data:|javascript:|$)/iu.test(written)) return null;
    const place = mediaPlace(written);
    if (place !== null) return newAddress(place);
    const name = postName(written);
    return name === null ? null : `${newAddress(name)}${fragmentOf(written)}`;
  };
  return {
    address,
    wiki: (name, label, isShown) => wikiText({ name, label, isShown }, { mediaPlace, postName }),
    link: (href) =>
      href.startsWith(`#${ID_PREFIX}`)
        ? `#${href.slice(ID_PREFIX.length + 1)}`
        : (address(href) ?? href),
    media: (src, isShown) => (isShown ? shownPlace(src, parts) : namedPlace(src)),
  };
}

/** `src` of a post's HTML is a path in the archive already. One without a copy is written from the archive's root. */
function shownPlace(src: string, { media }: PlaceParts): string {
  if (src.startsWith('data:')) return src;
  const place = media?.placeOf(decodeURIComponent(src)) ?? null;
  return place === null ? `/${src}` : newAddress(place);
}

/** `data-src`: on the web, missing in the archive, or a picture of the post itself that is too large. */
function namedPlace(address: string): string | null {
  if (/^https?:/iu.test(address)) return address;
  return address.startsWith('./') ? newAddress(address.slice(2)) : null;
}

interface WikiName {
  readonly name: string;
  readonly label: string | undefined;
  readonly isShown: boolean;
}

interface WikiPlaces {
  readonly mediaPlace: (written: string) => string | null;
  readonly postName: (href: string) => string | null;
}

/** Names that stand between double brackets in every program that reads such links. */
const WIKI_SAFE = /^[\p{L}\p{N}\p{M} \-_/，。、：；！？“”‘’（）《》—…·,'()]+$/u;

function wikiText({ name, label, isShown }: WikiName, places: WikiPlaces): string | null {
  if (name.endsWith('\\')) return null;
  if (isShown && /\.\w{2,5}$/u.test(name)) return wikiPicture({ name, label, isShown }, places);
  const { before, heading } = splitHeading(name);
  const file = before === '' ? null : places.postName(encodeURIComponent(`[[${before}]]`));
  if (file === null) return null;
  const stem = file.replace(/\.md$/u, '');
  const words = label === undefined || label.trim() === '' ? name : label;
  if (!WIKI_SAFE.test(stem))
    return `[${markdown(words)}](${newAddress(file)}${headingPlace(heading)})`;
  const inner = words === stem && heading === '' ? stem : `${stem}${heading}|${words}`;
  return `${isShown ? '!' : ''}[[${inner}]]`;
}

/** What a link in round brackets names a heading by: its words, as its id is made of them. */
function headingPlace(heading: string): string {
  const words = heading.slice(1).trim();
  // `#^x` names a paragraph, which only the program has that wrote it.
  const id = words.startsWith('^') ? undefined : fragmentNames(words).at(-1);
  return id === undefined ? '' : `#${newAddress(id.slice(ID_PREFIX.length))}`;
}

/** `name#heading`; the heading with its sign. */
function splitHeading(name: string): { readonly before: string; readonly heading: string } {
  const at = name.indexOf('#');
  return at === -1
    ? { before: name.trim(), heading: '' }
    : { before: name.slice(0, at).trim(), heading: name.slice(at) };
}

function wikiPicture({ name, label }: WikiName, { mediaPlace }: WikiPlaces): string | null {
  const place = mediaPlace(name.split('/').map(encodeURIComponent).join('/'));
  if (place === null) return null;
  const bare = place.replace(/\.[A-Za-z0-9]+$/u, '');
  if (WIKI_SAFE.test(bare)) return `![[${place}${label === undefined ? '' : `|${label}`}]]`;
  return `![](${newAddress(place)})`;
}
