import type { PdfFile } from './pdfFile.ts';
import type { PdfObjects } from './pdfObjects.ts';
import { readPageTree } from './pdfPlaces.ts';
import { readEntries, referenceOf, writeEntries } from './pdfSyntax.ts';

/** A page that is not written yet. */
export interface HeldPage {
  readonly id: number;
  /** Its dictionary; everything it refers to is named as in the book. */
  readonly dict: string;
}

interface SheetWriting {
  readonly objects: PdfObjects;
  readonly shift: number;
  readonly rename: (text: string) => string;
  /** The stream of an object as it is to be written. */
  readonly mend: (id: number, stream: Uint8Array) => Uint8Array;
}

/** Writes the pages of a print as form XObjects (ISO 32000-1, 8.10.1); answers their numbers. The print has no tags. */
export function writeSheets(
  file: PdfFile,
  { objects, shift, rename, mend }: SheetWriting,
): readonly number[] {
  const { pages, nodes } = readPageTree(file);
  const isPage = new Set(pages);
  const contents = pages.map((id) => referenceOf(readEntries(file.read(id).dict).get('Contents')));
  const skipped = new Set([file.catalogId, file.infoId, ...nodes, ...contents]);
  for (const id of file.ids) {
    if (skipped.has(id) || isPage.has(id)) continue;
    const { dict, stream } = file.read(id);
    if (stream === null) objects.value(id + shift, rename(dict));
    else objects.stream(id + shift, rename(dict), mend(id, stream));
  }
  pages.forEach((id, place) => {
    const content = contents[place] ?? null;
    const drawn = content === null ? null : file.read(content);
    const page = readEntries(file.read(id).dict);
    const filter = readEntries(drawn?.dict ?? '').get('Filter');
    const form = new Map([
      ['Type', '/XObject'],
      ['Subtype', '/Form'],
      ['BBox', page.get('MediaBox') ?? '[0 0 0 0]'],
      ['Resources', rename(page.get('Resources') ?? '<<>>')],
      ...(filter === undefined ? [] : [['Filter', filter] as const]),
    ]);
    objects.stream(id + shift, writeEntries(form), drawn?.stream ?? new Uint8Array());
  });
  return pages.map((id) => id + shift);
}

/** The name of a stamp among a page's resources. */
const STAMP = 'Stamp';
/** Children of a node of the page tree: a balanced tree opens faster (7.7.3.1). */
const FAN = 64;

interface PageWriting {
  readonly objects: PdfObjects;
  readonly stamps: readonly (number | null)[];
  readonly root: number;
}

/** Writes the pages with their stamps, and the page tree over them. */
export function writePages(
  pages: readonly HeldPage[],
  { objects, stamps, root }: PageWriting,
): void {
  const stamp = stamper(objects);
  const written = pages.map((page, index) => ({
    id: page.id,
    count: 1,
    write: (parent: number) => {
      const entries = readEntries(page.dict);
      entries.set('Parent', `${parent} 0 R`);
      const form = stamps[index] ?? null;
      if (form !== null) stamp(entries, form);
      objects.value(page.id, writeEntries(entries));
    },
  }));
  writeNode(objects, root, { kids: written, parent: null });
}

interface TreeNode {
  readonly id: number;
  /** Pages at and below it. */
  readonly count: number;
  readonly write: (parent: number) => void;
}

function writeNode(
  objects: PdfObjects,
  id: number,
  { kids, parent }: { readonly kids: readonly TreeNode[]; readonly parent: number | null },
): void {
  let level = kids;
  // As many levels as it takes, so that no node has more than so many below it.
  while (level.length > FAN) level = grouped(objects, level);
  for (const kid of level) kid.write(id);
  const count = kids.reduce((sum, kid) => sum + kid.count, 0);
  const above = parent === null ? '' : `\n/Parent ${parent} 0 R`;
  const list = level.map((kid) => `${kid.id} 0 R`).join(' ');
  objects.value(id, `<</Type /Pages\n/Count ${count}\n/Kids [${list}]${above}>>`);
}

function grouped(objects: PdfObjects, nodes: readonly TreeNode[]): readonly TreeNode[] {
  return Array.from({ length: Math.ceil(nodes.length / FAN) }, (_, group) => {
    const kids = nodes.slice(group * FAN, (group + 1) * FAN);
    const id = objects.reserve();
    const count = kids.reduce((sum, kid) => sum + kid.count, 0);
    return { id, count, write: (parent) => writeNode(objects, id, { kids, parent }) };
  });
}

/**
 * Draws a form over a page, outside of its state of graphics, and as an artifact (14.8.2.2), which assistive technology and
 * text reflow leave out.
 */
function stamper(objects: PdfObjects): (page: Map<string, string>, form: number) => void {
  let before: number | null = null;
  let after: number | null = null;
  return (page, form) => {
    before ??= putStream(objects, 'q\n');
    after ??= putStream(objects, `Q\n/Artifact BMC q /${STAMP} Do Q EMC\n`);
    const own = referenceOf(page.get('Contents'));
    const drawn = own === null ? '' : ` ${own} 0 R`;
    page.set('Contents', `[${before} 0 R${drawn} ${after} 0 R]`);
    const resources = readEntries(page.get('Resources') ?? '<<>>');
    const forms = readEntries(resources.get('XObject') ?? '<<>>');
    forms.set(STAMP, `${form} 0 R`);
    resources.set('XObject', writeEntries(forms));
    page.set('Resources', writeEntries(resources));
  };
}

function putStream(objects: PdfObjects, text: string): number {
  const id = objects.reserve();
  objects.stream(id, '<<>>', Buffer.from(text, 'latin1'));
  return id;
}
