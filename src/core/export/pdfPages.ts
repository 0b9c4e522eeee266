import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRef } from '@cantoo/pdf-lib';
import { chapterId } from './postBody.ts';

/** Where the posts of a printed book stand. */
export interface BookPages {
  readonly pageCount: number;
  /** Page of each post, from 1. */
  readonly pages: readonly number[];
}

/**
 * Reads from a PDF that Chromium printed on which page each post begins. Chromium writes every link target of the
 * document as a named destination, in the catalogue's `Dests` dictionary (PDF 32000-1, 12.3.2.3): the contents page
 * links to every post, so every post has one. Throws when one is missing.
 */
export async function readBookPages(pdf: Uint8Array, postCount: number): Promise<BookPages> {
  const book = await PDFDocument.load(pdf, { updateMetadata: false });
  const numberOfPage = new Map(
    book.getPages().map((page, index) => [page.ref.toString(), index + 1]),
  );
  const destinations = book.catalog.lookup(PDFName.of('Dests'));
  const pages = Array.from({ length: postCount }, (_, index) => {
    const target =
      destinations instanceof PDFDict
        ? destinations.lookup(PDFName.of(chapterId(index)))
        : undefined;
    const page = target instanceof PDFArray ? target.get(0) : undefined;
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

/**
 * Lays the sheets of `furniture` under the pages of `book`, page by page, and writes the metadata. The book itself is
 * only added to, so its tags, outline, links and fonts stay; the stamped lines are marked as artifacts (PDF 32000-1,
 * 14.8.2.2), which assistive technology and text reflow leave out. `furniture` null stamps nothing.
 */
export async function finishBook(
  bookBytes: Uint8Array,
  furnitureBytes: Uint8Array | null,
  metadata: PdfMetadata,
): Promise<Uint8Array> {
  const book = await PDFDocument.load(bookBytes, { updateMetadata: false });
  if (furnitureBytes !== null) await stampPages(book, furnitureBytes);
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
