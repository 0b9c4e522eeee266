import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import type { OutlineEntry } from '../../../src/core/export/pdfOutline.ts';
import { finishBook, loadBook, readBookPages } from '../../../src/core/export/pdfPages.ts';

/** A book of three pages with places as Chromium notes them: a post on page 1, its heading on 2, a post on 3. */
async function printedBook(): Promise<PDFDocument> {
  const book = await PDFDocument.create();
  const names = book.context.obj({});
  for (const [id, y] of [
    ['p0', 800],
    ['p0.0', 500],
    ['p1', 800],
  ] as const) {
    const page = book.addPage([600, 800]);
    const place = book.context.obj([page.ref, PDFName.of('XYZ'), 0, y, 0]);
    names.set(PDFName.of(id), place);
  }
  book.catalog.set(PDFName.of('Dests'), names);
  return book;
}

const outline: readonly OutlineEntry[] = [
  { level: 1, title: '灯 <亮> & 灭', id: 'p0' },
  { level: 2, title: 'A heading', id: 'p0.0' },
  { level: 2, title: 'Nowhere', id: 'p0.9' },
  { level: 1, title: 'Second', id: 'p1' },
];
const metadata = { title: 'Book', author: null, createdAt: new Date(0) };

const follow = (node: PDFDict | undefined, name: string): PDFDict | undefined =>
  node?.lookupMaybe(PDFName.of(name), PDFDict);
const titleOf = (node: PDFDict | undefined): string | undefined =>
  node?.lookup(PDFName.of('Title'), PDFHexString).decodeText();

test('the outline nests headings below their posts, names parents, and leaves out what has no place', async () => {
  const bytes = await finishBook(await printedBook(), {
    furniture: null,
    outline,
    metadata,
    margin: 50,
  });
  const book = await loadBook(bytes);
  const root = follow(book.catalog, 'Outlines');
  const first = follow(root, 'First');
  const heading = follow(first, 'First');
  const second = follow(first, 'Next');
  expect([titleOf(first), titleOf(heading), titleOf(second)]).toEqual([
    '灯 <亮> & 灭',
    'A heading',
    'Second',
  ]);
  expect(follow(heading, 'Next')).toBeUndefined();
  expect(follow(second, 'Next')).toBeUndefined();
  expect(follow(root, 'Last')).toBe(second);
  expect(follow(first, 'Parent')).toBe(root);
  expect(follow(heading, 'Parent')).toBe(first);
  expect(follow(second, 'Prev')).toBe(first);
  expect(first?.lookup(PDFName.of('Count'), PDFNumber).asNumber()).toBe(-1);
  expect(readBookPages(book, 2)).toEqual({ pageCount: 3, pages: [1, 3] });
});

test('a place in a page is moved by the margin, the top of a page stays', async () => {
  const bytes = await finishBook(await printedBook(), {
    furniture: null,
    outline,
    metadata,
    margin: 50,
  });
  const book = await loadBook(bytes);
  const names = follow(book.catalog, 'Dests');
  const heights = ['p0', 'p0.0', 'p1'].map((id) =>
    names?.lookup(PDFName.of(id), PDFArray).lookup(3, PDFNumber).asNumber(),
  );
  expect(heights).toEqual([800, 450, 800]);
});

test('a book without an outline gets none', async () => {
  const bytes = await finishBook(await printedBook(), {
    furniture: null,
    outline: [],
    metadata,
    margin: 50,
  });
  expect((await loadBook(bytes)).catalog.has(PDFName.of('Outlines'))).toBe(false);
});
