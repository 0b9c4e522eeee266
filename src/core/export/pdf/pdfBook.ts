import type { PdfMetadata } from '../book/bookModel.ts';
import { chapterOfPlace, placeOfAddress } from '../book/bookModel.ts';
import { readPdf } from './pdfFile.ts';
import type { PdfFile } from './pdfFile.ts';
import { glyphMapOf, withAddedCodes } from './pdfFontCodes.ts';
import { informationDictionary, metadataPacket } from './pdfInformation.ts';
import { writeObjects } from './pdfObjects.ts';
import type { PdfObjects, PdfOutput } from './pdfObjects.ts';
import type { OutlineEntry } from './pdfOutline.ts';
import { writeOutlineTree } from './pdfOutlineTree.ts';
import { writePages, writeSheets } from './pdfPageObjects.ts';
import type { HeldPage } from './pdfPageObjects.ts';
import { placeHolders, readPageTree, readPlaces } from './pdfPlaces.ts';
import type { PrintedPlace } from './pdfPlaces.ts';
import { shareStreams } from './pdfSharedStreams.ts';
import { readEntries, readString, renameIn, writeEntries, writeName } from './pdfSyntax.ts';
import { gatherTags, readTags } from './pdfTags.ts';
import type { AddedTags } from './pdfTags.ts';
import { mendMaps, mendText } from './pdfTextMending.ts';

/** A print that is part of the book. */
export interface AddedPrint {
  readonly pages: readonly HeldPage[];
  readonly places: ReadonlyMap<string, PrintedPlace>;
  readonly tags: AddedTags | null;
}

/** What completes a book. */
export interface BookEnding {
  /** In the order of the book. */
  readonly prints: readonly AddedPrint[];
  /** Number of the form that is stamped on each page, from `addSheets`; null for none. */
  readonly stamps: readonly (number | null)[];
  readonly outline: readonly OutlineEntry[];
  readonly metadata: PdfMetadata;
  readonly placing: Placing;
  /** Thirty-two hexadecimal digits of the file's own (ISO 32000-1, 14.4). */
  readonly fileId: string;
}

/** How places are set right: Chromium (130) notes all but those at the top of a page higher than they stand. In points. */
export interface Placing {
  /** How much too high, as measured. */
  readonly drop: number;
  /** The top margin: a place at it is moved to the edge of the paper, so that a post opens with its running head in view. */
  readonly top: number;
}

/** One PDF made of prints. */
export interface PdfBook {
  /**
   * Writes everything of a print but its pages, which are held until all is known. Links to stand-in addresses
   * (`placeAddress`) become links to these places; tags, other links and fonts stay.
   */
  readonly add: (print: Uint8Array) => AddedPrint;
  /** Writes the pages of a print as forms (ISO 32000-1, 8.10) that can be stamped; answers their numbers. */
  readonly addSheets: (print: Uint8Array) => readonly number[];
  /** Writes pages, places, outline, tags and metadata. Answers the bytes of the file. */
  readonly finish: (ending: BookEnding) => number;
}

/**
 * Begins a book of PDFs that Chromium printed, joined object by object: numbers are shifted; page tree, places, tag tree and
 * outline are written anew. Copying pages with a PDF library would lose tags, links and places. Only one print is in
 * memory at a time.
 */
export function joinPrints(output: PdfOutput): PdfBook {
  const objects = writeObjects(output);
  const tags = gatherTags(objects);
  const pagesRoot = objects.reserve();
  const nextTag = tagCounter();
  const sharedOf = shareStreams(output.digest);
  const linked = new Set<string>();
  return {
    add: (print) => {
      const file = readPdf(print);
      const shift = objects.reserve(file.objectCount);
      const own = readTags(file);
      const added = own === null ? null : tags.add(own, shift);
      const tree = readPageTree(file);
      const replaced = [file.catalogId, file.infoId, ...tree.nodes, ...placeHolders(file)];
      const shared = sharedOf(file, shift);
      const skipped = new Set([...replaced, ...(own?.replaced ?? []), ...shared.keys()]);
      const rename = renamer({
        object: (id) => {
          if (id === own?.root) return tags.document;
          return tree.nodes.has(id) ? pagesRoot : (shared.get(id) ?? id + shift);
        },
        structParent: added?.structParent ?? ((key) => key),
        fontTag: nextTag(),
      });
      const pages = copyObjects(file, {
        objects,
        output,
        shift,
        skipped,
        rename,
        tags: added,
        pages: tree.pages,
        linked,
      });
      return { pages, places: readPlaces(file, tree.pages), tags: added };
    },
    addSheets: (print) => {
      const file = readPdf(print);
      const shift = objects.reserve(file.objectCount);
      const rename = renamer({
        object: (id) => id + shift,
        structParent: (key) => key,
        fontTag: nextTag(),
      });
      const { stream } = mendMaps(file, readPageTree(file).pages, output);
      return writeSheets(file, { objects, shift, rename, mend: stream });
    },
    finish: (ending) =>
      finishBook({ objects, output, pagesRoot, linked, treeOf: tags.finish }, ending),
  };
}

type Rename = (text: string) => string;

const renamer =
  (renaming: Parameters<typeof renameIn>[1]): Rename =>
  (text) =>
    renameIn(text, renaming);

/** Tags of font subsets (9.6.4): each print begins again at the same ones, and in one file they must differ. */
function tagCounter(): () => (tag: string) => string {
  let count = 0;
  return () => {
    const given = new Map<string, string>();
    return (tag) => {
      const known = given.get(tag);
      if (known !== undefined) return known;
      let rest = count++;
      let letters = '';
      for (let place = 0; place < 6; place++) {
        letters = String.fromCharCode(65 + (rest % 26)) + letters;
        rest = Math.floor(rest / 26);
      }
      given.set(tag, letters);
      return letters;
    };
  };
}

interface Copying {
  readonly objects: PdfObjects;
  readonly output: PdfOutput;
  readonly shift: number;
  readonly skipped: ReadonlySet<number | null>;
  readonly rename: Rename;
  readonly tags: AddedTags | null;
  readonly pages: readonly number[];
  /** Names of places that links lead to are put into it. */
  readonly linked: Set<string>;
}

/** Copies the objects of a print; answers its pages, which are not written yet. */
function copyObjects(file: PdfFile, copying: Copying): readonly HeldPage[] {
  const { objects, output, shift, skipped, rename, pages } = copying;
  const mended = mendText(file, pages, output);
  const isPage = new Set(pages);
  const held = new Map<number, HeldPage>();
  const withCodes = (id: number, text: string): string => {
    const codes = mended.fonts.get(id);
    if (codes === undefined) return text;
    const glyphMap = objects.reserve();
    objects.stream(glyphMap, '<</Filter /FlateDecode>>', output.deflate(glyphMapOf(codes)));
    return withAddedCodes(text, codes, glyphMap);
  };
  for (const id of file.ids) {
    if (skipped.has(id)) continue;
    const { dict, stream } = file.read(id);
    const text = rename(dict);
    if (isPage.has(id)) held.set(id, { id: id + shift, dict: text });
    else if (stream !== null) objects.stream(id + shift, text, mended.stream(id, stream));
    else objects.value(id + shift, mendDictionary(id, withCodes(id, text), copying));
  }
  return pages.flatMap((id) => held.get(id) ?? []);
}

function mendDictionary(
  id: number,
  text: string,
  { tags, linked }: Pick<Copying, 'tags' | 'linked'>,
): string {
  if (text.startsWith('<</Type /StructElem')) return tags?.element(id, text) ?? text;
  return text.includes('/Subtype /Link') ? linkToPlace(text, linked) : text;
}

/** A link to a stand-in address becomes one to the place of that name (12.5.6.5). */
function linkToPlace(text: string, linked: Set<string>): string {
  const entries = readEntries(text);
  const address = readEntries(entries.get('A') ?? '').get('URI');
  const place = address === undefined ? null : placeOfAddress(readString(address));
  if (place === null) return text;
  linked.add(place);
  entries.delete('A');
  entries.set('Dest', writeName(place));
  return writeEntries(entries);
}

interface Finishing {
  readonly objects: PdfObjects;
  readonly output: PdfOutput;
  readonly pagesRoot: number;
  readonly linked: ReadonlySet<string>;
  readonly treeOf: (order: readonly AddedTags[]) => ReadonlyMap<string, string>;
}

function finishBook(
  { objects, output, pagesRoot, linked, treeOf }: Finishing,
  { prints, stamps, outline, metadata, placing, fileId }: BookEnding,
): number {
  const pages = prints.flatMap((print) => print.pages);
  writePages(pages, { objects, stamps, root: pagesRoot });
  const destinations = withChapters(placesOf(prints, placing), linked);
  const lines = [...destinations].map(([name, place]) => `${writeName(name)} ${place}`);
  const dests = objects.reserve();
  objects.value(dests, `<<${lines.join('\n')}>>`);
  const contents = writeOutlineTree(objects, outline, (id) => destinations.get(id) ?? null);
  const packet = objects.reserve();
  const bytes = output.deflate(Buffer.from(metadataPacket(metadata), 'utf8'));
  objects.stream(packet, '<</Type /Metadata\n/Subtype /XML\n/Filter /FlateDecode>>', bytes);
  const information = objects.reserve();
  objects.value(information, informationDictionary(metadata));
  const catalog = objects.reserve();
  const entries = new Map([
    ['Type', '/Catalog'],
    ['Pages', `${pagesRoot} 0 R`],
    ['Dests', `${dests} 0 R`],
    ...(contents === null
      ? []
      : ([
          ['Outlines', `${contents} 0 R`],
          ['PageMode', '/UseOutlines'],
        ] as const)),
    ['Metadata', `${packet} 0 R`],
    ['ViewerPreferences', '<</DisplayDocTitle true>>'],
    ...(metadata.lang === 'und'
      ? []
      : [['Lang', `(${metadata.lang.replace(/[^\w-]/g, '')})`] as const]),
    ...treeOf(prints.flatMap(({ tags }) => tags ?? [])),
  ]);
  objects.value(catalog, writeEntries(entries));
  return objects.finish({ catalog, information, id: fileId });
}

/** Where each name leads, as an explicit destination (12.3.2.2). */
function placesOf(
  prints: readonly AddedPrint[],
  { drop, top }: Placing,
): ReadonlyMap<string, string> {
  const destinations = new Map<string, string>();
  for (const { pages, places } of prints) {
    for (const [name, { page, x, y }] of places) {
      const held = pages[page];
      if (held === undefined) continue;
      const height = heightOf(held.dict);
      const right = y === null ? null : y - drop;
      const at = right === null || right > height - top - 1 ? height : Math.max(0, right);
      destinations.set(name, `[${held.id} 0 R /XYZ ${x ?? 0} ${Number(at.toFixed(2))} 0]`);
    }
  }
  return destinations;
}

/** Links to a place that a post does not have lead to its beginning. */
function withChapters(
  places: ReadonlyMap<string, string>,
  linked: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const all = new Map(places);
  for (const name of linked) {
    const chapter = all.has(name) ? null : chapterOfPlace(name);
    const place = chapter === null ? undefined : places.get(chapter);
    if (place !== undefined) all.set(name, place);
  }
  return all;
}

function heightOf(page: string): number {
  const box = /\/MediaBox\s*\[\s*[\d.-]+\s+[\d.-]+\s+[\d.-]+\s+([\d.-]+)/.exec(page);
  return Number(box?.[1] ?? 0);
}
