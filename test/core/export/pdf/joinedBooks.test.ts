import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync, inflateSync } from 'node:zlib';
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream, PDFString } from '@cantoo/pdf-lib';
import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { placeAddress } from '../../../../src/core/export/book/bookModel.ts';
import { joinPrints } from '../../../../src/core/export/pdf/pdfBook.ts';
import type { OutlineEntry } from '../../../../src/core/export/pdf/pdfOutline.ts';
import { isInstalled } from '../../../cli/builtCli.ts';
import { temporaryFolder } from '../../indexing/archiveFolder.ts';
import { readByPdfJs } from './readByPdfJs.ts';
import type { ReadLine, ReadPlace } from './readByPdfJs.ts';
import { maskOf, pixelOf, printOf } from './skiaPrint.ts';
import type { PrintPage, PrintPlan } from './skiaPrint.ts';
import { propertyRuns, TEST_TIMEOUT_MS } from '../../../support/scale.ts';

vi.setConfig({ testTimeout: TEST_TIMEOUT_MS });

/**
 * Books of random prints, read back by pdf.js, pdf-lib and qpdf, which had no part in them: whatever these read in the prints
 * they read in the book, and links lead where they should.
 */

/** A book to be made: prints in their order, what is stamped on each page, and its outline. */
interface PlannedBook {
  readonly parts: readonly PrintPlan[];
  /** Prints of Chromium among them, each before the part of that number. */
  readonly real: readonly (readonly [name: string, before: number])[];
  readonly isStamped: boolean;
  readonly outline: readonly OutlineEntry[];
}

const REAL = ['first', 'second', 'contents'];
const chapter = (part: number): string => `p${part + 10}`;

const someWord = fc.stringMatching(/^[a-z]{1,8}$/);
const somePart = fc.nat({ max: 6 });
/** A chapter, a place that may be in it, and one that no print has. */
const someTarget = fc
  .tuple(somePart, fc.constantFrom('', '.at-1', '.at-2', '.at-none', '.none'))
  .map(([part, place]) => `${chapter(part)}${place}`);
const someAddress = fc.oneof(
  someTarget.map(placeAddress),
  fc.constantFrom('https://paper.example/a(1)', 'https://paper.example/%E7%81%AF?a=1%20b'),
);

const somePage = fc.record({
  words: fc.array(someWord, { maxLength: 4 }),
  links: fc.array(someAddress, { maxLength: 3 }),
  height: fc.nat({ max: 360 }),
  hasPlace: fc.boolean(),
  picture: fc.option(fc.nat({ max: 2 })),
  isTable: fc.boolean(),
});

const somePrint = fc.record({
  pages: fc.array(somePage, { minLength: 1, maxLength: 4 }),
  isTagged: fc.boolean(),
  isReversed: fc.boolean(),
});

const someBook: fc.Arbitrary<PlannedBook> = fc.record({
  parts: fc.array(somePrint, { minLength: 1, maxLength: 5 }).map((prints) => prints.map(asPart)),
  real: fc
    .tuple(fc.shuffledSubarray(REAL), fc.array(somePart, { minLength: 3, maxLength: 3 }))
    .map(([names, places]) => names.map((name, at) => [name, places[at] ?? 0] as const)),
  isStamped: fc.boolean(),
  outline: fc.array(
    fc.record({
      level: fc.integer({ min: 1, max: 4 }),
      title: fc.string({ unit: 'grapheme' }),
      id: someTarget,
    }),
    { maxLength: 12 },
  ),
});

type SomePrint = typeof somePrint extends fc.Arbitrary<infer Value> ? Value : never;

/** A print with its own chapter on the first page, and up to two places on later ones. */
function asPart({ pages, ...print }: SomePrint, part: number): PrintPlan {
  return {
    ...print,
    pages: pages.map(({ height, hasPlace, words, ...page }, at): PrintPage => {
      const name = at === 0 ? chapter(part) : `${chapter(part)}.at-${at}`;
      const isPlaced = at === 0 || (hasPlace && at < 3);
      return {
        ...page,
        words,
        isTable: page.isTable && words.length > 1,
        links: at === 0 ? [...page.links, `#${chapter(part)}`] : page.links,
        places: isPlaced ? [{ name, y: height }] : [],
      };
    }),
  };
}

const realPrint = (name: string): Uint8Array =>
  readFileSync(join(import.meta.dirname, 'prints', `${name}.pdf`));

function printsOf({ parts, real }: PlannedBook): readonly Uint8Array[] {
  const prints = parts.flatMap((part, at) => [
    ...real.flatMap(([name, before]) => (before === at ? [realPrint(name)] : [])),
    printOf(part),
  ]);
  const last = real.filter(([, before]) => before >= parts.length);
  return [...prints, ...last.map(([name]) => realPrint(name))];
}

/** A sheet for a page: what is drawn over it. */
const sheetOf = (page: number): PrintPage => ({
  words: [`head${page}`],
  links: [],
  places: [],
  picture: null,
  isTable: false,
});

function joined(book: PlannedBook, prints: readonly Uint8Array[]): Uint8Array {
  const pieces: Uint8Array[] = [];
  const whole = joinPrints({
    write: (bytes) => void pieces.push(Buffer.from(bytes)),
    deflate: (bytes) => deflateSync(bytes),
    inflate: (bytes) => inflateSync(bytes),
    digest: (parts) => parts.map((part) => Buffer.from(part).toString('hex')).join('|'),
  });
  const added = prints.map((print) => whole.add(print));
  const pageCount = added.reduce((sum, { pages }) => sum + pages.length, 0);
  const sheets = {
    isTagged: false,
    isReversed: false,
    pages: Array.from({ length: pageCount }, (_, page) => sheetOf(page)),
  };
  const byteCount = whole.finish({
    prints: added,
    stamps: book.isStamped ? whole.addSheets(printOf(sheets)) : [],
    outline: book.outline,
    metadata: { title: '书', author: null, subject: null, lang: 'zh-Hans', createdAt: new Date(0) },
    placing: { drop: 0, top: 0 },
    fileId: '00112233445566778899aabbccddeeff',
  });
  const bytes = Buffer.concat(pieces);
  expect(bytes).toHaveLength(byteCount);
  return bytes;
}

type ReadFile = Awaited<ReturnType<typeof readByPdfJs>>;

const STAND_IN = placeAddress('');

/** Names of places that a print only had a stand-in address for. */
const linkedIn = (prints: readonly ReadFile[]): readonly string[] =>
  prints
    .flatMap(({ pages }) => pages.flatMap(({ links }) => links))
    .flatMap((link) =>
      link.startsWith(STAND_IN) ? [decodeURIComponent(link.slice(STAND_IN.length))] : [],
    );

/** Places of all prints by the pages of the book; a linked one that its chapter does not have is the chapter's beginning. */
function expectedPlaces(prints: readonly ReadFile[]): ReadonlyMap<string, ReadPlace> {
  const places = new Map<string, ReadPlace>();
  let before = 0;
  for (const print of prints) {
    for (const [name, { page, y }] of print.places) places.set(name, { page: page + before, y });
    before += print.pages.length;
  }
  for (const name of linkedIn(prints)) {
    const start = name.includes('.at-')
      ? places.get(name.slice(0, name.indexOf('.at-')))
      : undefined;
    if (start !== undefined && !places.has(name)) places.set(name, start);
  }
  return places;
}

/** Every line with a place stands below the last one before it of a lower level. */
function expectedOutline(
  entries: readonly OutlineEntry[],
  places: ReadonlyMap<string, ReadPlace>,
): readonly ReadLine[] {
  const shown = entries.filter(({ id }) => places.has(id));
  const depthOf = (at: number): number => {
    const level = shown[at]?.level ?? 0;
    const above = shown.slice(0, at).findLastIndex((entry) => entry.level < level);
    return above === -1 ? 1 : depthOf(above) + 1;
  };
  return shown.map(({ title, id }, at) => ({
    title,
    depth: depthOf(at),
    page: places.get(id)?.page ?? -1,
  }));
}

async function expectAlike(
  book: PlannedBook,
  prints: readonly Uint8Array[],
  bytes: Uint8Array,
): Promise<void> {
  const before = await Promise.all(prints.map(readByPdfJs));
  const after = await readByPdfJs(bytes);
  const places = expectedPlaces(before);
  const pages = before.flatMap((print) => print.pages);
  expect(after.pages.map(({ words }) => words.join(''))).toEqual(
    pages.map(({ words }) => words.join('')),
  );
  expect(after.pages.map(({ tags }) => tags)).toEqual(pages.map(({ tags }) => tags));
  expect(after.pages.map(({ size }) => size)).toEqual(pages.map(({ size }) => size));
  expect(after.pages.map(({ heads }) => heads)).toEqual(
    pages.map((_, page) => (book.isStamped ? [`head${page}`] : [])),
  );
  expect(after.pages.map(({ links }) => links)).toEqual(
    pages.map(({ links }) =>
      links.map((link) =>
        link.startsWith(STAND_IN) ? decodeURIComponent(link.slice(STAND_IN.length)) : link,
      ),
    ),
  );
  expect(after.places).toEqual(places);
  expect(after.outline).toEqual(expectedOutline(book.outline, places));
  expect(after.labels).toBeNull();
}

const nameOf = (name: string): PDFName => PDFName.of(name);

/** What is drawn is drawn with its own mask, and both are in the file once. */
function expectPictures(book: PDFDocument, { parts }: PlannedBook): void {
  const planned = parts.flatMap(({ pages }) => pages.flatMap(({ picture }) => picture ?? []));
  const pictures = book.context
    .enumerateIndirectObjects()
    .flatMap(([, value]) => (value instanceof PDFRawStream ? [value.dict] : []))
    .filter((dict) => dict.get(nameOf('Subtype')) === nameOf('Image'));
  expect(pictures).toHaveLength(2 * new Set(planned).size);
  const shown = book.getPages().flatMap((page) => {
    const forms = page.node.Resources()?.lookupMaybe(nameOf('XObject'), PDFDict);
    const picture = forms?.lookup(nameOf('X5'));
    if (!(picture instanceof PDFRawStream)) return [];
    const mask = picture.dict.lookup(nameOf('SMask'));
    const bytes = mask instanceof PDFRawStream ? inflateSync(mask.contents) : [];
    return [[...inflateSync(picture.contents), ...bytes]];
  });
  expect(shown).toEqual(planned.map((picture) => [...pixelOf(picture), ...maskOf(picture)]));
}

const objectOf = (element: PDFDict): PDFDict =>
  element.lookup(nameOf('K'), PDFArray).lookup(0, PDFDict);

/** Each cell of a table names one tag alone, the head on its own page. */
function expectTables(book: PDFDocument, prints: readonly Uint8Array[]): void {
  const elements = book.context
    .enumerateIndirectObjects()
    .flatMap(([, value]) => (value instanceof PDFDict ? [value] : []))
    .filter((dict) => dict.get(nameOf('Type')) === nameOf('StructElem'));
  const cells = elements.filter((element) => element.get(nameOf('S')) === nameOf('TD'));
  const planned = prints.map((print) => Buffer.from(print).toString('latin1').split('/S /TD\n'));
  expect(cells).toHaveLength(planned.reduce((sum, { length }) => sum + length - 1, 0));
  for (const cell of cells) {
    const own = cell.lookup(nameOf('A'), PDFArray).lookup(0, PDFDict);
    const name = own.lookup(nameOf('Headers'), PDFArray).lookup(0, PDFString).asString();
    const heads = elements.filter(
      (element) => element.lookupMaybe(nameOf('ID'), PDFString)?.asString() === name,
    );
    expect(heads.map((head) => [head.get(nameOf('S')), objectOf(head).get(nameOf('Pg'))])).toEqual([
      [nameOf('TH'), objectOf(cell).get(nameOf('Pg'))],
    ]);
  }
}

/** What other programs say of a file; nothing where all is well. */
function complaintOf(file: string): string {
  const { status, stdout, stderr } = spawnSync('qpdf', ['--check', file], { encoding: 'utf8' });
  return status === 0 ? '' : `${stdout}${stderr}`;
}

test('joined books are what their prints were, and their links lead where they should', async () => {
  const file = join(temporaryFolder(), 'book.pdf');
  const hasChecker = isInstalled('qpdf');
  await fc.assert(
    fc.asyncProperty(someBook, async (book) => {
      const prints = printsOf(book);
      const bytes = joined(book, prints);
      await expectAlike(book, prints, bytes);
      const whole = await PDFDocument.load(bytes, {
        updateMetadata: false,
        throwOnInvalidObject: true,
      });
      expectPictures(whole, book);
      expectTables(whole, prints);
      writeFileSync(file, bytes);
      expect(hasChecker ? complaintOf(file) : '').toBe('');
    }),
    propertyRuns(16, 500),
  );
});
