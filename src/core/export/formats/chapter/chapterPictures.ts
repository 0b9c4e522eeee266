import { isTag, type AnyNode, type Element } from 'domhandler';
import type { BookTexts } from '../../book/bookText.ts';
import { absenceNote, mediaName } from '../../absenceNote.ts';
import { decodedPath } from '../../decodedPath.ts';
import { make, type ChapterElement, type ChapterNode } from './chapterNode.ts';

/** A picture that a post shows. */
interface WantedPicture {
  /** Path in the archive, or the `data:` address of one inside the post. */
  readonly source: string;
  /** `alt`, `title`, `width`, `height`, `class`, as far as it has them; `alt` always. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** What stands for a picture; `missing` = there is no such file, `refused` = it is no picture that the book can hold. */
export type PictureMaker = (
  wanted: WantedPicture,
) => Promise<ChapterElement | 'missing' | 'refused'>;

/** What stands for the pictures, sounds and films of a post, by their elements. */
export type ShownMedia = ReadonlyMap<Element, readonly ChapterNode[]>;

/** How pictures are shown. */
export interface MediaTools {
  readonly hasPictures: boolean;
  readonly texts: BookTexts & { readonly refusedImage: string };
  readonly make: PictureMaker;
}

/** Makes what stands for every picture, sound and film in a tree. What is on the web is named, never fetched. */
export async function showMedia(nodes: readonly AnyNode[], tools: MediaTools): Promise<ShownMedia> {
  const shown = new Map<Element, readonly ChapterNode[]>();
  for (const element of mediaIn(nodes)) shown.set(element, await showOne(element, tools));
  return shown;
}

function mediaIn(nodes: readonly AnyNode[]): readonly Element[] {
  return nodes.flatMap((node) => {
    if (!isTag(node)) return [];
    return /^(?:img|audio|video)$/u.test(node.name) ? [node] : mediaIn(node.children);
  });
}

async function showOne(element: Element, tools: MediaTools): Promise<readonly ChapterNode[]> {
  const { attribs, name } = element;
  if (name !== 'img') return named(mediaName(element));
  if (!tools.hasPictures) return [];
  const src = attribs['src'] ?? '';
  if (src === '')
    return [absent(absenceNote(attribs['data-src'], tools.texts), attribs['alt'] ?? '')];
  const source = src.startsWith('data:') ? src : decodedPath(src);
  const made = await tools.make({ source, attributes: pictureAttributes(element) });
  if (typeof made !== 'string') return [made];
  const { missingImage, refusedImage } = tools.texts;
  const note = made === 'missing' ? missingImage : refusedImage;
  const where = src.startsWith('data:') ? '' : ` ${source}`;
  return [absent(`${note}${where}`, attribs['alt'] ?? '')];
}

function pictureAttributes({ attribs }: Element): Readonly<Record<string, string>> {
  const size = /^[1-9]\d{0,3}$/u;
  const { class: classes, title, width, height } = attribs;
  return {
    alt: attribs['alt'] ?? '',
    ...(classes === undefined ? {} : { class: classes }),
    ...(title === undefined ? {} : { title }),
    ...(width !== undefined && size.test(width) ? { width } : {}),
    ...(height !== undefined && size.test(height) ? { height } : {}),
  };
}

const named = (media: string): readonly ChapterNode[] => (media === '' ? [] : [absent(media)]);

function absent(note: string, alt = ''): ChapterElement {
  const words = alt.trim() === '' ? [] : [make('b', {}, [alt.trim()]), ' '];
  return make('span', { class: 'absent' }, [...words, note]);
}
