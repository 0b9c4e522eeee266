import { isTag, type AnyNode, type Element } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import { fragmentNames } from '../../../../shared/fragmentNames.ts';
import type { Post } from '../../../../shared/model.ts';
import { decodedPath } from '../../decodedPath.ts';
import { setForPrint } from '../../typesetting.ts';
import { make, type ChapterNode } from './chapterNode.ts';
import { shapeContent } from './contentModel.ts';

/** Ids of a chapter's elements, without the chapter's own id that begins each of them. */
export interface ChapterIds {
  readonly ofElement: ReadonlyMap<Element, string>;
  /** By the id in the post's HTML. */
  readonly byName: ReadonlyMap<string, string>;
}

/** Characters of a line on a screen that may be small; wider tables are set in smaller type. */
const ROOM = 40;

/** Parsed HTML of a post, set as on every screen. Its ids are counted in this state, whatever is marked in it. */
export function setForScreen(tree: ReturnType<typeof parseDocument>, lang: string): void {
  setForPrint(tree, { lang, room: { line: ROOM, page: ROOM, isFree: false } });
}

/** Numbers the ids of a tree; of two the same, the first counts, as everywhere in HTML. */
export function chapterIds(nodes: readonly AnyNode[]): ChapterIds {
  const ofElement = new Map<Element, string>();
  const byName = new Map<string, string>();
  const walk = (children: readonly AnyNode[]): void => {
    for (const node of children) {
      if (!isTag(node)) continue;
      const name = node.attribs['id'];
      if (name !== undefined && !byName.has(name)) {
        const id = `i${byName.size + 1}`;
        byName.set(name, id);
        ofElement.set(node, id);
      }
      walk(node.children);
    }
  };
  walk(nodes);
  return { ofElement, byName };
}

/** The place that a link's fragment (without `#`) names; null for the beginning, and where there is no such place. */
export function placeNamed(fragment: string, byName: ReadonlyMap<string, string>): string | null {
  for (const name of [fragment, decodedPath(fragment)].flatMap(fragmentNames)) {
    const place = byName.get(name);
    if (place !== undefined) return place;
  }
  return null;
}

/** Ids that stand in a chapter: what loses its element on the way loses its id with it. */
export function idsIn(nodes: Iterable<ChapterNode>, found = new Set<string>()): Set<string> {
  for (const node of nodes) {
    if (typeof node === 'string') continue;
    const id = node.attributes['id'];
    if (id !== undefined) found.add(id);
    idsIn(node.children, found);
  }
  return found;
}

/** The places of a post that links from others can lead to, by the id in its HTML: as its chapter will have them. */
export function placesOf(
  { html, lang }: Pick<Post, 'html' | 'lang'>,
  hasPictures: boolean,
): ReadonlyMap<string, string> {
  const tree = parseDocument(html, { decodeEntities: true });
  setForScreen(tree, lang);
  const { ofElement, byName } = chapterIds(tree.children);
  if (byName.size === 0) return byName;
  const standing = idsIn(
    shapeContent(tree.children, {
      media: ({ name }) => (name === 'img' && !hasPictures ? [] : [make('span', {})]),
      link: () => '#',
      idOf: (element) => ofElement.get(element) ?? null,
      headingShift: 0,
      noteSign: () => [],
    }),
  );
  return new Map([...byName].filter(([, place]) => standing.has(place)));
}
