import type { PdfFile } from './pdfFile.ts';
import {
  readElements,
  readEntries,
  readName,
  readString,
  referenceOf,
  referencesIn,
} from './pdfSyntax.ts';

/** A place in a printed document. */
export interface PrintedPlace {
  /** Page, from 0. */
  readonly page: number;
  /** In points from the lower left corner; null where the print names only the page. */
  readonly x: number | null;
  readonly y: number | null;
}

/** Object numbers of the pages in order (page tree: ISO 32000-1, 7.7.3), and of the nodes above them. */
export interface PageTree {
  readonly pages: readonly number[];
  readonly nodes: ReadonlySet<number>;
}

/** Reads the page tree. */
export function readPageTree(file: PdfFile): PageTree {
  const pages: number[] = [];
  const nodes = new Set<number>();
  const walk = (id: number): void => {
    const entries = readEntries(file.read(id).dict);
    const kids = entries.get('Kids');
    if (kids === undefined || nodes.has(id)) {
      pages.push(id);
      return;
    }
    nodes.add(id);
    referencesIn(kids).forEach(walk);
  };
  const root = referenceOf(file.catalog.get('Pages'));
  if (root !== null) walk(root);
  return { pages, nodes };
}

/** The object that a value is or refers to, as text. */
function resolve(file: PdfFile, value: string | undefined): string {
  const id = referenceOf(value);
  return id === null ? (value ?? '') : file.read(id).dict;
}

/**
 * Where every named destination stands, by name: from the catalogue's `Dests`, where Chromium has always put them, or
 * from the name tree that took its place in PDF 1.2 (ISO 32000-1, 12.3.2.3).
 */
export function readPlaces(
  file: PdfFile,
  pages: readonly number[],
): ReadonlyMap<string, PrintedPlace> {
  const numberOf = new Map(pages.map((id, page) => [id, page]));
  const places = new Map<string, PrintedPlace>();
  for (const [name, value] of destinationsOf(file)) {
    const place = readPlace(resolve(file, value), file, numberOf);
    if (place !== null) places.set(name, place);
  }
  return places;
}

function destinationsOf(file: PdfFile): readonly (readonly [string, string])[] {
  const direct = [...readEntries(resolve(file, file.catalog.get('Dests')))].map(
    ([name, value]) => [readName(name), value] as const,
  );
  const tree = readEntries(resolve(file, file.catalog.get('Names'))).get('Dests');
  return tree === undefined ? direct : [...direct, ...namesIn(file, tree)];
}

function namesIn(file: PdfFile, node: string): readonly (readonly [string, string])[] {
  const entries = readEntries(resolve(file, node));
  const names = readElements(entries.get('Names') ?? '[]');
  const own = names.flatMap((name, at) =>
    at % 2 === 0 ? [[readString(name), names[at + 1] ?? ''] as const] : [],
  );
  const kids = readElements(entries.get('Kids') ?? '[]');
  return [...own, ...kids.flatMap((kid) => namesIn(file, kid))];
}

function readPlace(
  value: string,
  file: PdfFile,
  numberOf: ReadonlyMap<number, number>,
): PrintedPlace | null {
  if (value.trimStart().startsWith('<<')) {
    return readPlace(resolve(file, readEntries(value).get('D')), file, numberOf);
  }
  const [page, kind, x, y] = readElements(value);
  const number = numberOf.get(referenceOf(page) ?? -1);
  if (number === undefined) return null;
  return kind === '/XYZ'
    ? { page: number, x: numberIn(x), y: numberIn(y) }
    : { page: number, x: null, y: null };
}

function numberIn(value: string | undefined): number | null {
  const number = Number(value ?? 'null');
  return Number.isFinite(number) ? number : null;
}

/** The object numbers of dictionaries that hold places: they are written anew. */
export function placeHolders(file: PdfFile): readonly number[] {
  const id = referenceOf(file.catalog.get('Dests'));
  return id === null ? [] : [id];
}
