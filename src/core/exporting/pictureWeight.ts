import { statSync } from 'node:fs';
import { join } from 'node:path';
import { decodedPath } from '../export/decodedPath.ts';

/** What a picture counts beside its bytes, in characters of HTML: it is drawn and laid out however small it is. */
const PICTURE_CHARACTERS = 10_000;

/** So many bytes of picture files take as much of a page's process as one character of HTML. */
const BYTES_A_CHARACTER = 100;

const SOURCE = /<img\s[^>]*?\bsrc="([^"]*)"/g;

/**
 * What the pictures of a post's HTML weigh in the making of a document, in characters of HTML. The page's process holds all
 * files of a document at once: of 60 pictures of 12 megapixels it took 1.5 GB.
 *
 * @param folder of the archive, to which the addresses of pictures are relative
 */
export function pictureWeight(html: string, folder: string): number {
  let weight = PICTURE_CHARACTERS * (html.split('<img').length - 1);
  for (const [, source = ''] of html.matchAll(SOURCE)) {
    if (!source.startsWith('data:')) weight += bytesAt(folder, source) / BYTES_A_CHARACTER;
  }
  return weight;
}

/** Size of a file; 0 where there is none, whatever the reason. */
function bytesAt(folder: string, source: string): number {
  try {
    const path = join(folder, decodedPath(source.replaceAll('&amp;', '&')));
    return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  } catch {
    // Names that no file can have.
    return 0;
  }
}
