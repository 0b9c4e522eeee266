import { readEmbeddedPicture } from '../../../shared/embeddedPicture.ts';
import { make } from './chapter/chapterNode.ts';
import type { PictureMaker } from './chapter/chapterPictures.ts';
import { pictureSize } from './chapter/pictureSize.ts';
import { cleanSvg } from './cleanSvg.ts';
import type { EpubFile } from './epubPackage.ts';
import { contentHash } from './contentHash.ts';
import type { MediaFile, WriterTools } from './formatWriter.ts';

/** Extensions of what every reader shows (EPUB 3.3, 3.2: core media types), and of WebP, which older ones do not know. */
const EXTENSIONS: ReadonlyMap<string, string> = new Map([
  ['image/jpeg', 'jpg'],
  ['image/png', 'png'],
  ['image/gif', 'gif'],
  ['image/webp', 'webp'],
  ['image/svg+xml', 'svg'],
]);

/** The id of the picture that stands for a WebP where that cannot be shown. */
export const FALLBACK_ID = 'no-picture';

/** A picture that stands for those that a reader cannot show. */
export const FALLBACK_SVG =
  '<?xml version="1.0" encoding="utf-8"?>\n<svg xmlns="http://www.w3.org/2000/svg" width="320" height="200" viewBox="0 0 320 200">' +
  '<rect x="1" y="1" width="318" height="198" fill="none" stroke="#8b9096" stroke-width="2" stroke-dasharray="8 6"/>' +
  '<path d="M60 150 130 80l45 45 30-28 55 53" fill="none" stroke="#8b9096" stroke-width="4"/><circle cx="215" cy="62" r="14" fill="#8b9096"/></svg>\n';

/** The pictures of a book. */
export interface EpubPictures {
  readonly make: PictureMaker;
  /** Those added so far, in order. */
  readonly files: () => readonly EpubFile[];
  /** Paths of pictures that are there, but of no type that books hold, or damaged; first ones first. */
  readonly refused: () => readonly string[];
  /** Paths of pictures that are not there. */
  readonly missing: () => readonly string[];
}

/** Puts each picture into the book once, by what it holds, under a name of its own that every system can read. */
export function createEpubPictures(
  readMedia: WriterTools['readMedia'],
  add: (path: string, content: Uint8Array | string) => Promise<void>,
): EpubPictures {
  const files: EpubFile[] = [];
  const bySource = new Map<string, string | null>();
  const byHash = new Map<string, string>();
  const refused = new Set<string>();
  const missing = new Set<string>();
  const addFile = async (media: MediaFile): Promise<string | null> => {
    const { type } = media;
    const extension = EXTENSIONS.get(type);
    const bytes = bookBytes(media);
    if (extension === undefined || bytes === null) return null;
    const hash = await contentHash(bytes);
    const known = byHash.get(hash);
    if (known !== undefined) return known;
    const number = files.length + 1;
    const href = `images/${String(number).padStart(4, '0')}.${extension}`;
    await add(href, bytes);
    const fallback = type === 'image/webp' ? FALLBACK_ID : null;
    files.push({ id: `image${number}`, href, type, properties: '', fallback, isRead: false });
    byHash.set(hash, href);
    return href;
  };
  const hrefOf = async (source: string): Promise<string | null> => {
    if (source.startsWith('data:')) {
      const embedded = embeddedFile(source);
      return embedded === null ? null : addFile(embedded);
    }
    const known = bySource.get(source);
    if (known !== undefined) return known;
    const media = await readMedia(source);
    const href = media === null ? null : await addFile(media);
    if (href === null) (media === null ? missing : refused).add(source);
    bySource.set(source, href);
    return href;
  };
  return {
    make: async ({ source, attributes }) => {
      const href = await hrefOf(source);
      if (href !== null) return make('img', { src: href, ...attributes });
      return missing.has(source) ? 'missing' : 'refused';
    },
    files: () => files,
    refused: () => [...refused],
    missing: () => [...missing],
  };
}

/** What the book gets of a picture; null for a damaged one. */
function bookBytes({ bytes, type }: MediaFile): Uint8Array | string | null {
  if (type === 'image/svg+xml') return cleanSvg(bytes);
  return pictureSize(type, bytes) === null ? null : bytes;
}

function embeddedFile(address: string): MediaFile | null {
  const picture = readEmbeddedPicture(address);
  if (picture === null) return null;
  const binary = atob(picture.address.slice(picture.address.indexOf(',') + 1));
  const bytes = Uint8Array.from(binary, (sign) => sign.charCodeAt(0));
  return { bytes, type: picture.mediaType };
}
