import { PDFDocument, PDFRef } from '@cantoo/pdf-lib';
import { correctPlaces, readPlace, writeOutline, type OutlineEntry } from './pdfOutline.ts';
import { chapterId } from './bookModel.ts';

/** Where the posts of a printed book stand. */
export interface BookPages {
  readonly pageCount: number;
  /** Page of each post, from 1. */
  readonly pages: readonly number[];
}

/** Reads a PDF for `readBookPages` and `finishBook`. */
export async function loadBook(pdf: Uint8Array): Promise<PDFDocument> {
  return PDFDocument.load(pdf, { updateMetadata: false });
}

/**
 * Reads from a PDF that Chromium printed on which page each post begins: the contents page links to every post, so
 * every post has a place. Throws when one is missing.
 */
export function readBookPages(book: PDFDocument, postCount: number): BookPages {
  const numberOfPage = new Map(
    book.getPages().map((page, index) => [page.ref.toString(), index + 1]),
  );
  const pages = Array.from({ length: postCount }, (_, index) => {
    const page = readPlace(book, chapterId(index))?.get(0);
    const number = page instanceof PDFRef ? numberOfPage.get(page.toString()) : undefined;
    if (number === undefined)
      throw new Error(`The printed book has no place for post ${index + 1}.`);
    return number;
  });
  return { pageCount: book.getPageCount(), pages };
}

/** What a PDF says of itself. */
export interface PdfMetadata {
  readonly title: string;
  readonly author: string | null;
  /** Instant of making. */
  readonly createdAt: Date;
}

/** What is added to a printed book. */
export interface Finishing {
  /** A PDF with the head and foot of every page; null stamps nothing. */
  readonly furniture: Uint8Array | null;
  /** Empty for none. */
  readonly outline: readonly OutlineEntry[];
  readonly metadata: PdfMetadata;
  /** Of the book's pages, in points. */
  readonly margin: number;
}

/**
 * Lays the sheets of `furniture` under the pages of `book`, page by page, and writes outline and metadata. The book
 * itself is only added to, so its tags, links and fonts stay; the stamped lines are marked as artifacts (PDF 32000-1,
 * 14.8.2.2), which assistive technology and text reflow leave out.
 */
export async function finishBook(
  book: PDFDocument,
  { furniture, outline, metadata, margin }: Finishing,
): Promise<Uint8Array> {
  if (furniture !== null) await stampPages(book, furniture);
  correctPlaces(book, margin);
  writeOutline(book, outline);
  book.setTitle(metadata.title, { showInWindowTitleBar: true });
  if (metadata.author !== null) book.setAuthor(metadata.author);
  book.setCreator('Broadsheet');
  book.setCreationDate(metadata.createdAt);
  book.setModificationDate(metadata.createdAt);
  return book.save({ useObjectStreams: true });
}

async function stampPages(book: PDFDocument, furnitureBytes: Uint8Array): Promise<void> {
  const furniture = await PDFDocument.load(furnitureBytes, { updateMetadata: false });
  const sheets = await book.embedPages(furniture.getPages());
  const { context } = book;
  book.getPages().forEach((page, index) => {
    const sheet = sheets[index];
    if (sheet === undefined) return;
    const name = page.node.newXObject('Stamp', sheet.ref);
    const stream = context.stream(`/Artifact BMC q 1 0 0 1 0 0 cm ${name.toString()} Do Q EMC\n`);
    page.node.wrapContentStreams(
      context.register(context.stream('q\n')),
      context.register(context.stream('Q\n')),
    );
    page.node.addContentStream(context.register(stream));
  });
}
