import type { PrintedDocument } from '../book/bookModel.ts';
import { readPdf } from './pdfFile.ts';
import { readPageTree, readPlaces } from './pdfPlaces.ts';
import type { PrintedPlace } from './pdfPlaces.ts';

/** What stays known of a document once it is printed: not its text, of which a book of 10,000 posts has 100 MB. */
export type PrintedFacts = Omit<PrintedDocument, 'html'>;

/** PURE. A document without its text. */
export const factsOf = ({ html: _html, ...facts }: PrintedDocument): PrintedFacts => facts;

/** A document and where its places are. */
export interface Printed {
  readonly document: PrintedFacts;
  readonly pageCount: number;
  readonly places: ReadonlyMap<string, PrintedPlace>;
}

/** One that is not joined yet. */
export interface PrintedFile extends Printed {
  readonly pdf: Uint8Array;
}

/** PURE. Counts the pages of a print and finds its places. Throws for a PDF of another form than Chromium's. */
export function readPrint(document: PrintedFacts, pdf: Uint8Array): PrintedFile {
  const file = readPdf(pdf);
  const { pages } = readPageTree(file);
  return { document, pageCount: pages.length, places: readPlaces(file, pages), pdf };
}
