import { describe, expect, test } from 'vitest';
import { planBook } from '../../../../src/core/export/book/book.ts';
import type { BookPlan, BookPost } from '../../../../src/core/export/book/bookModel.ts';
import { frontPrints } from '../../../../src/core/export/pdf/pdfFront.ts';
import { factsOf, type PrintedFile } from '../../../../src/core/export/pdf/pdfPrint.ts';
import { defaultExportOptions } from '../../../../src/shared/defaults.ts';
import type { ExportOptions } from '../../../../src/shared/exportModel.ts';
import { makePost } from '../makePost.ts';

const bookOf = (count: number, options: Partial<ExportOptions> = {}): BookPlan =>
  planBook({
    posts: Array.from({ length: count }, (_, at): BookPost => {
      const month = String(1 + (at % 12)).padStart(2, '0');
      const day = `${2000 + (at % 20)}-${month}-01`;
      return {
        ...makePost({ path: `${at}.md` }),
        title: `Title ${at}.`,
        lang: 'en',
        day,
        date: day,
      };
    }),
    options: { ...defaultExportOptions, ...options },
    language: 'en',
    archiveName: 'Archive',
    query: null,
    madeAt: new Date(2026, 10, 22),
    bookStyles: [],
    furnitureStyles: [],
  });

const LINES_A_PAGE = 35;

/** What a printer makes of a document: so many lines on each page, behind a cover where there is one. */
const printOf = (document: ReturnType<BookPlan['frontDocument']>): PrintedFile => {
  if (document === null) throw new Error('There is nothing to print.');
  const { places: ids } = document;
  const cover = document.sections.includes('cover') ? 1 : 0;
  const lines = document.html.match(/<li|<h2/gu)?.length ?? 0;
  const places = new Map(
    ids.map((id, at) => [id, { page: cover + Math.floor(at / LINES_A_PAGE), x: 0, y: 0 }] as const),
  );
  return {
    document: factsOf(document),
    pageCount: cover + Math.ceil((ids.length || lines) / LINES_A_PAGE),
    places,
    pdf: new Uint8Array(),
  };
};

const titlesIn = (html: string): readonly string[] => html.match(/Title \d+\./gu) ?? [];

describe('front matter', () => {
  test('of very many posts is printed in several documents, each from where a page begins', () => {
    const plan = bookOf(10_000);
    const front = frontPrints(plan);
    const pages = { pageOf: new Map<string, number>(), pageCount: 0 };
    let taken = front.take(printOf(front.next(null)));
    while (taken === 'more') taken = front.take(printOf(front.next(null)));
    expect(taken).toBe('longer');
    expect(front.pageCount()).toBe(1 + Math.ceil(10_000 / LINES_A_PAGE));

    const documents: string[] = [];
    do {
      const document = front.next(pages);
      documents.push(document?.html ?? '');
      taken = front.take(printOf(document));
    } while (taken === 'more');
    expect(taken).toBe('settled');
    expect(documents.length).toBeGreaterThan(4);
    for (const each of documents.slice(0, -1)) {
      expect(titlesIn(each).length % LINES_A_PAGE).toBe(0);
      expect(titlesIn(each).length).toBeLessThan(2_500);
    }
    const titles = Array.from({ length: 10_000 }, (_, at) => `Title ${at}.`);
    expect(documents.flatMap(titlesIn)).toEqual(titles);
    expect(documents.filter((each) => each.includes('id="cover"'))).toHaveLength(1);
    expect(documents.filter((each) => each.includes('id="contents"'))).toHaveLength(1);
  });

  test('of parts names each of them once', () => {
    const plan = bookOf(5_000, { parts: 'month' });
    const front = frontPrints(plan);
    const documents: string[] = [];
    for (const pages of [null, { pageOf: new Map<string, number>(), pageCount: 0 }]) {
      documents.length = 0;
      let taken = 'more';
      while (taken === 'more') {
        const document = front.next(pages);
        documents.push(document?.html ?? '');
        taken = front.take(printOf(document));
      }
    }
    const months = documents.flatMap((each) => each.match(/<h2 id="line\d+"/gu) ?? []);
    expect(new Set(months).size).toBe(months.length);
    expect(months).toHaveLength(plan.pieces.filter(({ kind }) => kind === 'opener').length);
  });

  test('of other books is one document, which is printed again when it is longer than before', () => {
    const front = frontPrints(bookOf(100));
    const pages = { pageOf: new Map<string, number>(), pageCount: 0 };
    const first = printOf(front.next(null));
    expect(front.take(first)).toBe('longer');
    expect(front.prints()).toEqual([first]);
    expect(front.take({ ...printOf(front.next(pages)), pageCount: 9 })).toBe('longer');
    expect(front.pageCount()).toBe(9);
    expect(front.take({ ...printOf(front.next(pages)), pageCount: 9 })).toBe('settled');
    expect(front.prints()).toHaveLength(1);
  });

  test('is nothing where neither cover nor contents are wanted', () => {
    const front = frontPrints(bookOf(100, { hasCover: false, hasContents: false }));
    expect(front.next(null)).toBeNull();
    expect(front.pageCount()).toBe(0);
  });
});
