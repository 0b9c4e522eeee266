import { contentsLineId } from '../book/bookModel.ts';
import type { BookPages, BookPlan, ContentsLines, PrintedDocument } from '../book/bookModel.ts';
import type { PrintedFile } from './pdfPrint.ts';

/**
 * Lines of the contents in one document: of 10,000 in one, Chromium (130) takes 1.5 GB and, for its time grows with the
 * square of them, half a minute. Previews are planned of 1,000 posts, in as many parts at most: theirs are never cut.
 */
const MOST_LINES = 2100;

/** What a print of front matter meant: more of it is to be printed; it is all there, as long as expected, or not. */
export type FrontTaken = 'more' | 'settled' | 'longer';

/** Cover and contents in the making, in as many documents as they need. */
export interface FrontPrints {
  /** The next document to print; null for a book that has none. */
  readonly next: (pages: BookPages | null) => PrintedDocument | null;
  readonly take: (printed: PrintedFile) => FrontTaken;
  /** Pages as they were printed last; null before the first were. */
  readonly pageCount: () => number | null;
  /** The prints of the last pass, in order. */
  readonly prints: () => readonly PrintedFile[];
}

/**
 * The first pass, with stand-ins for numbers, tells how many pages there are and, where several documents are needed, which
 * line begins the last page of each: there begins the next, so that nothing shows where one ends.
 */
export function frontPrints({ contentsLines, frontDocument }: BookPlan): FrontPrints {
  const isCut = contentsLines > MOST_LINES;
  const cuts: ContentsLines[] = [];
  let pageCount: number | null = null;
  let drafted = 0;
  let prints: PrintedFile[] = [];
  const isDraft = (): boolean => pageCount === null;
  const nextLines = (): ContentsLines => {
    if (!isDraft()) return cuts[prints.length] ?? { from: 0, to: contentsLines };
    const from = cuts.at(-1)?.to ?? 0;
    return { from, to: Math.min(contentsLines, from + MOST_LINES) };
  };
  const takeDraft = (printed: PrintedFile): FrontTaken => {
    const lines = nextLines();
    const isLast = lines.to === contentsLines;
    const cut = isLast ? null : lastPageOf(printed, lines);
    cuts.push({ from: lines.from, to: cut ?? lines.to });
    drafted += printed.pageCount - (cut === null ? 0 : 1);
    if (!isLast) return 'more';
    // Of lines that are cut the prints overlap.
    if (cuts.length === 1) prints = [printed];
    pageCount = drafted;
    return 'longer';
  };
  return {
    next: (pages) => {
      if (!isDraft() && prints.length === cuts.length) prints = [];
      const document = isCut ? frontDocument(pages, nextLines()) : frontDocument(pages);
      if (document === null) pageCount = 0;
      return document;
    },
    take: (printed) => {
      if (isDraft()) return takeDraft(printed);
      prints.push(printed);
      if (prints.length < cuts.length) return 'more';
      const total = prints.reduce((sum, { pageCount: own }) => sum + own, 0);
      const isExpected = total === pageCount;
      pageCount = total;
      return isExpected ? 'settled' : 'longer';
    },
    pageCount: () => pageCount,
    prints: () => prints,
  };
}

/** The line that begins the last page of a print; null where there is none but the first. */
function lastPageOf(
  { pageCount, places }: PrintedFile,
  { from, to }: ContentsLines,
): number | null {
  for (let line = from + 1; line < to; line++) {
    if (places.get(contentsLineId(line))?.page === pageCount - 1) return line;
  }
  return null;
}
