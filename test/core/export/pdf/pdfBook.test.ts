import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync, inflateSync } from 'node:zlib';
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import { describe, expect, test } from 'vitest';
import { joinPrints } from '../../../../src/core/export/pdf/pdfBook.ts';
import type { BookEnding } from '../../../../src/core/export/pdf/pdfBook.ts';

/** Prints of Chromium 130 on paper of 300 by 400 points with margins of 40, read back with a library that had no part in it. */
const print = (name: string): Uint8Array =>
  readFileSync(join(import.meta.dirname, 'prints', `${name}.pdf`));

const CREATED = new Date('2026-03-04T05:06:07Z');

function join4(ending: Partial<BookEnding> = {}): Uint8Array {
  const pieces: Uint8Array[] = [];
  const book = joinPrints({
    write: (bytes) => void pieces.push(Buffer.from(bytes)),
    deflate: (bytes) => deflateSync(bytes),
    inflate: (bytes) => inflateSync(bytes),
    digest: (parts) => parts.map((part) => Buffer.from(part).toString('hex')).join('|'),
  });
  const bodies = ['first', 'second'].map((name) => book.add(print(name)));
  const front = book.add(print('contents'));
  const stamps = book.addSheets(print('sheets'));
  const byteCount = book.finish({
    prints: [front, ...bodies],
    stamps,
    outline: [
      { level: 1, title: 'Contents', id: 'contents' },
      { level: 1, title: '灯 (一)', id: 'p0' },
      { level: 2, title: 'Deeper', id: 'p0.0' },
      { level: 2, title: 'Nowhere', id: 'p0.9' },
      { level: 1, title: 'Second', id: 'p1' },
    ],
    metadata: {
      title: '书 & <b>',
      author: '江汀',
      subject: null,
      lang: 'zh-Hans',
      createdAt: CREATED,
    },
    placing: { drop: 40, top: 40 },
    fileId: '00112233445566778899aabbccddeeff',
    ...ending,
  });
  const bytes = Buffer.concat(pieces);
  expect(bytes).toHaveLength(byteCount);
  return bytes;
}

const load = (bytes: Uint8Array): Promise<PDFDocument> =>
  PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true });

const follow = (node: PDFDict | undefined, name: string): PDFDict | undefined =>
  node?.lookupMaybe(PDFName.of(name), PDFDict);
const textOf = (node: PDFDict | undefined, name: string): string | undefined =>
  node?.lookup(PDFName.of(name), PDFHexString).decodeText();

/** Names of places and addresses that the links of the book lead to, by page. */
function linksOf(book: PDFDocument): readonly (readonly string[])[] {
  return book.getPages().map((page) => {
    const notes = page.node.Annots()?.asArray() ?? [];
    return notes.map((ref) => {
      const note = book.context.lookup(ref, PDFDict);
      const place = note.lookup(PDFName.of('Dest'));
      if (place instanceof PDFName) return place.decodeText();
      return follow(note, 'A')?.lookup(PDFName.of('URI'), PDFString).asString() ?? '';
    });
  });
}

describe('prints that are joined', () => {
  test('have their pages in the order of the book', async () => {
    const book = await load(join4());
    expect(book.getPageCount()).toBe(4);
    const sizes = book.getPages().map((page) => [page.getWidth(), Math.round(page.getHeight())]);
    expect(sizes).toEqual(Array.from({ length: 4 }, () => [300, 400]));
  });

  test('link to each other by places, and to the web as before', async () => {
    const book = await load(join4());
    const links = linksOf(book);
    expect(links[0]).toEqual(expect.arrayContaining(['p0', 'p2']));
    expect(links[1]).toEqual(expect.arrayContaining(['p1', 'https://paper.example/a\\(1\\)']));
    expect(links[2]).toContain('p0.0');
    expect(links.flat().join(' ')).not.toContain('place.invalid');
  });

  test('keep their places, those within a page set right by what was measured', async () => {
    const book = await load(join4());
    const pages = book.getPages().map((page) => page.ref);
    const places = book.catalog.lookup(PDFName.of('Dests'), PDFDict);
    const placeOf = (id: string): readonly (number | undefined)[] => {
      const place = places.lookup(PDFName.of(id), PDFArray);
      const page = place.get(0);
      return [
        pages.findIndex((ref) => ref === page),
        Math.round(place.lookup(3, PDFNumber).asNumber()),
      ];
    };
    expect(['contents', 'p0', 'p1', 'p2'].map(placeOf)).toEqual([
      [0, 400],
      [1, 400],
      [2, 400],
      [3, 400],
    ]);
    const [page, height] = placeOf('p0.0');
    expect(page).toBe(1);
    // 40 of margin, a heading of some 24 points, two lines, 100 of gap.
    expect(height).toBeGreaterThan(120);
    expect(height).toBeLessThan(240);
  });

  test('are one tree of tags, in the order of the book, with every number of the parent tree once', async () => {
    const book = await load(join4());
    const root = follow(book.catalog, 'StructTreeRoot');
    const document = follow(root, 'K');
    expect(document?.lookup(PDFName.of('S'))).toBe(PDFName.of('Document'));
    const parts = document?.lookup(PDFName.of('K'), PDFArray);
    expect(parts?.size()).toBe(3);
    for (const ref of parts?.asArray() ?? []) {
      const part = book.context.lookup(ref, PDFDict);
      expect(part.lookup(PDFName.of('S'))).toBe(PDFName.of('Part'));
      expect(part.lookup(PDFName.of('P'))).toBe(document);
    }
    const pairs = follow(root, 'ParentTree')?.lookup(PDFName.of('Nums'), PDFArray).asArray() ?? [];
    const keys = pairs
      .filter((_, at) => at % 2 === 0)
      .map(String)
      .map(Number);
    expect(keys.length).toBeGreaterThan(3);
    expect(keys).toEqual([...new Set(keys)].toSorted((a, b) => a - b));
    const used = book
      .getPages()
      .map((page) => String(page.node.lookup(PDFName.of('StructParents'))));
    expect(new Set(used).size).toBe(4);
    for (const key of used) expect(keys).toContain(Number(key));
  });

  test('get the outline that was asked for, without what has no place', async () => {
    const book = await load(join4());
    const first = follow(follow(book.catalog, 'Outlines'), 'First');
    const second = follow(first, 'Next');
    const below = follow(second, 'First');
    const third = follow(second, 'Next');
    expect([first, second, below, third].map((node) => textOf(node, 'Title'))).toEqual([
      'Contents',
      '灯 (一)',
      'Deeper',
      'Second',
    ]);
    expect(follow(below, 'Next')).toBeUndefined();
    expect(follow(below, 'Parent')).toBe(second);
    expect(follow(third, 'Prev')).toBe(second);
    expect(second?.lookup(PDFName.of('Count'), PDFNumber).asNumber()).toBe(-1);
    expect((await load(join4({ outline: [] }))).catalog.has(PDFName.of('Outlines'))).toBe(false);
  });

  test('are stamped with a sheet a page, marked as artifact, and not where there is none', async () => {
    const book = await load(join4());
    const stamps = book.getPages().map((page) => {
      const forms = page.node.Resources()?.lookup(PDFName.of('XObject'), PDFDict);
      return forms?.get(PDFName.of('Stamp'));
    });
    expect(new Set(stamps).size).toBe(4);
    const contents = book.getPage(0).node.lookup(PDFName.of('Contents'), PDFArray);
    const last = streamText(book.context.lookup(contents.get(contents.size() - 1)));
    expect(last).toMatch(/^Q\n\/Artifact BMC q \/Stamp Do Q EMC/);
    const plain = await load(join4({ stamps: [] }));
    expect(plain.getPage(0).node.get(PDFName.of('Contents'))).toBeInstanceOf(PDFRef);
  });

  test('say what they are', async () => {
    const bytes = join4();
    const book = await load(bytes);
    expect([book.getTitle(), book.getAuthor(), book.getSubject()]).toEqual([
      '书 & <b>',
      '江汀',
      undefined,
    ]);
    expect(book.getCreationDate()).toEqual(CREATED);
    expect(book.getCreator()).toBe('Broadsheet');
    expect(book.catalog.getViewerPreferences()?.getDisplayDocTitle()).toBe(true);
    expect(book.catalog.lookup(PDFName.of('Lang'), PDFString).asString()).toBe('zh-Hans');
    const packet = Buffer.from(streamText(book.catalog.lookup(PDFName.of('Metadata'))), 'latin1');
    const xml = packet.toString('utf8');
    expect(xml).toContain('书 &amp; &lt;b&gt;');
    expect(xml).toContain('<xmp:CreateDate>2026-03-04T05:06:07Z</xmp:CreateDate>');
  });

  test('name each subset of a font differently', async () => {
    const book = await load(join4());
    const tags = book.context
      .enumerateIndirectObjects()
      .flatMap(([, value]) => (value instanceof PDFDict ? [value.get(PDFName.of('FontName'))] : []))
      .flatMap((name) => (name instanceof PDFName ? [name.decodeText()] : []));
    expect(tags.length).toBeGreaterThan(4);
    for (const tag of tags) expect(tag).toMatch(/^[A-Z]{6}\+/);
    expect(new Set(tags).size).toBeGreaterThanOrEqual(7);
  });

  test('map a ligature to its letters, for readers that pass over the text beside it', async () => {
    const book = await load(join4());
    const maps = book.context
      .enumerateIndirectObjects()
      .flatMap(([, value]) => (value instanceof PDFRawStream ? [value] : []))
      .map((stream) => streamText(stream))
      .filter((text) => text.includes('begincmap'));
    expect(maps.length).toBeGreaterThan(3);
    // f, f, i
    expect(maps.some((map) => map.includes('<006600660069>'))).toBe(true);
  });
});

/** What stands in a stream, byte by byte. */
function streamText(stream: unknown): string {
  if (!(stream instanceof PDFRawStream)) throw new Error('This is no stream.');
  const { dict, contents } = stream;
  const isPacked = dict.get(PDFName.of('Filter')) === PDFName.of('FlateDecode');
  return Buffer.from(isPacked ? inflateSync(contents) : contents).toString('latin1');
}

test('a PDF of another make is refused with a sentence', () => {
  const book = joinPrints({
    write: () => undefined,
    deflate: (bytes) => deflateSync(bytes),
    inflate: (bytes) => inflateSync(bytes),
    digest: (parts) => parts.map((part) => Buffer.from(part).toString('hex')).join('|'),
  });
  expect(() => book.add(Buffer.from('%PDF-1.7\nstartxref\n9\n%%EOF'))).toThrow(/does not know/);
  // Our own books have a cross-reference stream.
  expect(() => book.add(join4())).toThrow(/no classic cross-reference table/);
});
