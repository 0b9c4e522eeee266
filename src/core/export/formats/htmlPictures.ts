import { make, type ChapterElement } from './chapter/chapterNode.ts';
import type { PictureMaker } from './chapter/chapterPictures.ts';
import { pictureSize, type PictureSize } from './chapter/pictureSize.ts';
import { cleanSvg } from './cleanSvg.ts';
import type { MediaFile, WriterTools } from './formatWriter.ts';

/** The pictures of a single file. */
export interface HtmlPictures {
  readonly make: PictureMaker;
  /** Paths of files that are there, but no pictures; first ones first. */
  readonly refused: () => readonly string[];
  /** Paths of pictures that are not there. */
  readonly missing: () => readonly string[];
}

/** What is remembered of a picture that was shown. */
interface KnownPicture {
  uses: number;
  readonly id: string;
  /** Null where its head does not say. */
  readonly size: PictureSize | null;
}

/**
 * Pictures as `data:` addresses. A file cannot name a picture that an `img` shows a second time, so the second use of one
 * is a drawing that holds it, and every further use draws that one again: a picture on every page is in the file twice.
 */
export function createHtmlPictures(readMedia: WriterTools['readMedia']): HtmlPictures {
  const known = new Map<string, KnownPicture>();
  const missing = new Set<string>();
  const refused = new Set<string>();
  const read = async (source: string): Promise<MediaFile | null> => {
    if (missing.has(source) || refused.has(source)) return null;
    const found = await readMedia(source);
    const media = found === null ? null : shownPicture(found);
    if (found === null) missing.add(source);
    else if (media === null) refused.add(source);
    return media;
  };
  const drawAgain = async (
    picture: KnownPicture,
    { source, attributes }: Parameters<PictureMaker>[0],
  ): Promise<ChapterElement | null> => {
    const { size, id } = picture;
    if (size === null) return null;
    picture.uses += 1;
    if (picture.uses > 2) return drawing(size, attributes, make('use', { href: `#${id}` }));
    const media = await read(source);
    if (media === null) return null;
    const own = { id, href: dataAddress(media), ...sizeAttributes(size) };
    return drawing(size, attributes, make('image', own));
  };
  return {
    make: async (wanted) => {
      const { source, attributes } = wanted;
      if (source.startsWith('data:')) return make('img', { src: source, ...attributes });
      const before = known.get(source);
      const again = before === undefined ? null : await drawAgain(before, wanted);
      if (again !== null) return again;
      const media = await read(source);
      if (media === null) return missing.has(source) ? 'missing' : 'refused';
      const size = pictureSize(media.type, media.bytes);
      known.set(source, { uses: 1, id: `picture${known.size + 1}`, size });
      const hasOwnSize = 'width' in attributes || 'height' in attributes;
      const room = size === null || hasOwnSize ? {} : sizeAttributes(size);
      return make('img', { src: dataAddress(media), ...room, ...attributes, decoding: 'async' });
    },
    refused: () => [...refused],
    missing: () => [...missing],
  };
}

/**
 * What the file gets of a picture; null for what is none. A drawing runs nothing in an `img`, but it would where somebody
 * opens it by itself, away from the policy of the page.
 */
function shownPicture(media: MediaFile): MediaFile | null {
  if (!media.type.startsWith('image/')) return null;
  if (media.type !== 'image/svg+xml') return media;
  const clean = cleanSvg(media.bytes);
  return clean === null ? null : { ...media, bytes: new TextEncoder().encode(clean) };
}

const sizeAttributes = ({ width, height }: PictureSize): Record<string, string> => ({
  width: String(width),
  height: String(height),
});

/** A picture drawn in the place of an `img`, with its description and the size that it had there. */
function drawing(
  size: PictureSize,
  attributes: Readonly<Record<string, string>>,
  inner: ChapterElement,
): ChapterElement {
  const { alt = '', title, class: classes = '', width, height } = attributes;
  const described = alt === '' ? { 'aria-hidden': 'true' } : { role: 'img', 'aria-label': alt };
  const own = {
    class: `picture ${classes}`.trim(),
    viewBox: `0 0 ${size.width} ${size.height}`,
    width: width ?? (height === undefined ? String(size.width) : null),
    height: height ?? null,
    ...described,
  };
  const named = title === undefined ? [] : [make('title', {}, [title])];
  return make('svg', own, [...named, inner]);
}

/** Base64 is made of three bytes at a time. */
const CHUNK = 3 * 8_192;

function dataAddress({ bytes, type }: MediaFile): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += CHUNK) {
    parts.push(btoa(String.fromCharCode(...bytes.subarray(at, at + CHUNK))));
  }
  return `data:${type};base64,${parts.join('')}`;
}
