import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFDocument,
  type PDFObject,
  type PDFRef,
} from '@cantoo/pdf-lib';

/** One line of a PDF's outline, in the order of the book. */
export interface OutlineEntry {
  /** 1 for the contents and every post, more for the headings below. */
  readonly level: number;
  readonly title: string;
  /** The id of the place in the printed document; a link to it must stand in that document. */
  readonly id: string;
}

/** Chromium writes the place of every id that is linked to into the catalogue's `Dests` (PDF 32000-1, 12.3.2.3). */
export function readPlace(book: PDFDocument, id: string): PDFArray | null {
  const places = book.catalog.lookup(PDFName.of('Dests'));
  const place = places instanceof PDFDict ? places.lookup(PDFName.of(id)) : undefined;
  return place instanceof PDFArray ? place : null;
}

/**
 * Moves every place down by the page's margin, in points: Chromium (130) leaves it out. A place at the very top stays,
 * so that a post opens with its running head in view.
 */
export function correctPlaces(book: PDFDocument, margin: number): void {
  const places = book.catalog.lookup(PDFName.of('Dests'));
  if (!(places instanceof PDFDict)) return;
  const top = Math.max(0, ...book.getPages().map((page) => page.getHeight()));
  for (const key of places.keys()) {
    const place = places.lookup(key);
    if (!(place instanceof PDFArray)) continue;
    const y = place.get(3);
    if (!(y instanceof PDFNumber) || y.asNumber() > top - 1) continue;
    place.set(3, PDFNumber.of(Math.max(0, y.asNumber() - margin)));
  }
}

interface Branch {
  readonly entry: OutlineEntry;
  readonly place: PDFArray;
  readonly children: Branch[];
}

/**
 * Gives the book an outline (PDF 32000-1, 12.3.3), closed below its first level. Made here and not by Chromium (130),
 * which gathers titles from what it draws: a heading that touches two pages comes twice, one broken over two lines
 * loses the space between them, and every line names itself as its parent. Lines without a place are left out.
 */
export function writeOutline(book: PDFDocument, entries: readonly OutlineEntry[]): void {
  const branches = nest(book, entries);
  if (branches.length === 0) return;
  const { context } = book;
  const root = context.obj({ Type: 'Outlines' });
  const rootRef = context.register(root);
  linkChildren(book, { node: root, ref: rootRef }, branches);
  root.set(PDFName.of('Count'), context.obj(branches.length));
  book.catalog.set(PDFName.of('Outlines'), rootRef);
}

function nest(book: PDFDocument, entries: readonly OutlineEntry[]): readonly Branch[] {
  const top: Branch[] = [];
  let open: readonly Branch[] = [];
  for (const entry of entries) {
    const place = readPlace(book, entry.id);
    if (place === null) continue;
    const branch = { entry, place, children: [] };
    open = open.filter((above) => above.entry.level < entry.level);
    (open.at(-1)?.children ?? top).push(branch);
    open = [...open, branch];
  }
  return top;
}

interface OutlineNode {
  readonly node: PDFDict;
  readonly ref: PDFRef;
}

/** Answers how many lines stand below `parent` in all. */
function linkChildren(book: PDFDocument, parent: OutlineNode, children: readonly Branch[]): number {
  const { context } = book;
  const nodes = children.map(({ entry, place }) => {
    const node = context.obj({ Title: PDFHexString.fromText(entry.title), Dest: place });
    return { node, ref: context.register(node) };
  });
  set(parent.node, 'First', nodes.at(0)?.ref);
  set(parent.node, 'Last', nodes.at(-1)?.ref);
  let count = nodes.length;
  for (const [index, child] of nodes.entries()) {
    set(child.node, 'Parent', parent.ref);
    set(child.node, 'Prev', index === 0 ? undefined : nodes[index - 1]?.ref);
    set(child.node, 'Next', nodes[index + 1]?.ref);
    const below = children[index]?.children ?? [];
    if (below.length === 0) continue;
    const lines = linkChildren(book, child, below);
    set(child.node, 'Count', context.obj(-lines));
    count += lines;
  }
  return count;
}

function set(node: PDFDict, name: string, value: PDFObject | undefined): void {
  if (value !== undefined) node.set(PDFName.of(name), value);
}
