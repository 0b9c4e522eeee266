import type {
  BodyRequest,
  BookPages,
  BookPlan,
  EndNote,
  PrintedDocument,
  SheetPage,
} from '../book/bookModel.ts';
import { joinPrints } from './pdfBook.ts';
import type { AddedPrint, PdfBook, Placing } from './pdfBook.ts';
import { readPdf } from './pdfFile.ts';
import type { PdfOutput } from './pdfObjects.ts';
import { readPageTree, readPlaces } from './pdfPlaces.ts';
import type { PrintedPlace } from './pdfPlaces.ts';

/**
 * One PDF in the making, between the book that says what is printed and the windows that print: documents go out, prints
 * come in, each step in its turn.
 */
export interface Assembly {
  /** The document of some pieces, which `takeBody` awaits the print of. Asked again, it takes the place of the last. */
  readonly body: (request: BodyRequest) => string;
  /** Joins a part of the body. Answers the pages of the body so far. */
  readonly takeBody: (pdf: Uint8Array) => number;
  /** Cover and contents with what is known of page numbers; null for none. */
  readonly front: () => string | null;
  /** Takes a print of `front`. Answers whether it is as long as was expected; if not, front and back are to be printed again. */
  readonly takeFront: (pdf: Uint8Array) => boolean;
  readonly back: () => string | null;
  readonly takeBack: (pdf: Uint8Array) => void;
  /** Joins front and back; the page count is known then. */
  readonly settle: () => BookPages;
  /** Heads and feet of the pages after the last `takeSheets`, at most `most`; null when there are none (any more). */
  readonly sheets: (most: number, whole?: WholeBook) => string | null;
  readonly takeSheets: (pdf: Uint8Array) => void;
  /** Completes the file. Answers its bytes. */
  readonly finish: (placing: Placing, fileId: string) => number;
}

/** What is said of a book of which a part only is made. */
export interface WholeBook {
  /** Pages that it would have. */
  readonly pageCount: number;
  /** Pages of its contents that are not made, before the first page of the body. */
  readonly missing: number;
}

/** What stays known of a document once it is printed: not its text, of which a book of 10,000 posts has 100 MB. */
type PrintedFacts = Omit<PrintedDocument, 'html'>;

const factsOf = ({ html: _html, ...facts }: PrintedDocument): PrintedFacts => facts;

/** A document and where its places are. */
interface Printed {
  readonly document: PrintedFacts;
  readonly pageCount: number;
  readonly places: ReadonlyMap<string, PrintedPlace>;
}

/** A part of the body is joined at once, the others when they are settled. */
interface State {
  awaited: PrintedFacts | null;
  readonly body: (Printed & { readonly print: AddedPrint })[];
  front: (Printed & { readonly pdf: Uint8Array }) | null;
  /** Pages of cover and contents; null before the first draft. */
  frontPages: number | null;
  back: (Printed & { readonly pdf: Uint8Array }) | null;
  prints: readonly AddedPrint[];
  /** Every page as its head and foot see it; null until they are asked for. */
  sheets: readonly SheetPage[] | null;
  readonly stamps: number[];
}

/** Begins a PDF. */
export function assemble(plan: BookPlan, output: PdfOutput): Assembly {
  const joined = joinPrints(output);
  const state: State = {
    awaited: null,
    body: [],
    front: null,
    frontPages: null,
    back: null,
    prints: [],
    sheets: null,
    stamps: [],
  };
  const awaited = (): PrintedFacts => {
    if (state.awaited === null) throw new Error('No document was given out for this print.');
    return state.awaited;
  };
  const giveOut = (document: PrintedDocument | null): string | null => {
    state.awaited = document === null ? null : factsOf(document);
    return document?.html ?? null;
  };
  return {
    body: (request) => giveOut(plan.bodyDocument(request)) ?? '',
    takeBody: (pdf) => {
      const print = joined.add(pdf);
      const { pages, places } = print;
      state.body.push({ document: awaited(), print, pageCount: pages.length, places });
      return bodyPages(state);
    },
    front: () => {
      const pages = state.frontPages === null ? null : knownPages(state);
      const html = giveOut(plan.frontDocument(pages));
      if (html === null) state.frontPages = 0;
      return html;
    },
    takeFront: (pdf) => takeFront(state, awaited(), pdf),
    back: () => {
      state.back = null;
      const endNotes: readonly EndNote[] = state.body.flatMap(({ document }) => document.endNotes);
      return giveOut(plan.backDocument({ pages: knownPages(state), endNotes }));
    },
    takeBack: (pdf) => {
      state.back = { ...looked(awaited(), pdf), pdf };
    },
    settle: () => {
      state.prints = joinAround(state, joined);
      return knownPages(state);
    },
    sheets: (most, whole) => nextSheets(state, plan, { most, whole }),
    takeSheets: (pdf) => {
      state.stamps.push(...joined.addSheets(pdf));
    },
    finish: (placing, fileId) => {
      const outline = inOrder(state).flatMap(({ document }) => document.outline);
      const { prints, stamps } = state;
      return joined.finish({ prints, stamps, outline, metadata: plan.metadata, placing, fileId });
    },
  };
}

function takeFront(state: State, document: PrintedFacts, pdf: Uint8Array): boolean {
  state.front = { ...looked(document, pdf), pdf };
  const isExpected = state.frontPages === state.front.pageCount;
  state.frontPages = state.front.pageCount;
  return isExpected;
}

function joinAround({ front, body, back }: State, joined: PdfBook): readonly AddedPrint[] {
  const first = front === null ? [] : [joined.add(front.pdf)];
  const last = back === null ? [] : [joined.add(back.pdf)];
  return [...first, ...body.map(({ print }) => print), ...last];
}

function nextSheets(
  state: State,
  plan: BookPlan,
  { most, whole }: { readonly most: number; readonly whole: WholeBook | undefined },
): string | null {
  const all = (state.sheets ??= sheetPages(state, whole?.missing ?? 0));
  const sheets = all.slice(state.stamps.length, state.stamps.length + most);
  if (sheets.length === 0) return null;
  return plan.furnitureDocument({ sheets, pageCount: whole?.pageCount ?? all.length });
}

function looked(document: PrintedFacts, pdf: Uint8Array): Printed {
  const file = readPdf(pdf);
  const { pages } = readPageTree(file);
  return { document, pageCount: pages.length, places: readPlaces(file, pages) };
}

const bodyPages = ({ body }: State): number =>
  body.reduce((sum, { pageCount }) => sum + pageCount, 0);

function inOrder({ front, body, back }: State): readonly Printed[] {
  return [front, ...body, back].filter((printed) => printed !== null);
}

function knownPages(state: State): BookPages {
  const { front, frontPages, body, back } = state;
  const pageOf = new Map<string, number>();
  const note = ({ document, places }: Printed, before: number): void => {
    const wanted = [
      ...document.outline.map(({ id }) => id),
      ...document.sections,
      ...document.places,
    ];
    for (const id of wanted) {
      const place = places.get(id);
      if (place !== undefined) pageOf.set(id, before + place.page + 1);
    }
  };
  if (front !== null) note(front, 0);
  let before = frontPages ?? 0;
  for (const printed of [...body, back]) {
    if (printed === null) continue;
    note(printed, before);
    before += printed.pageCount;
  }
  return { pageOf, pageCount: before };
}

/** Every page with the section that goes on at its top and those that begin on it; `missing` as in `WholeBook`. */
function sheetPages(state: State, missing: number): readonly SheetPage[] {
  const sheets: SheetPage[] = [];
  for (const printed of inOrder(state)) {
    const { pageCount } = printed;
    const before = printed === state.front ? 1 : 1 + missing;
    const sections = sectionsByPage(printed);
    let running: string | null = null;
    for (let page = 0; page < pageCount; page++) {
      const begun: readonly string[] = sections.get(page) ?? [];
      sheets.push({ page: sheets.length + before, running, begun });
      running = begun.at(-1) ?? running;
    }
  }
  return sheets;
}

function sectionsByPage({ document, places }: Printed): ReadonlyMap<number, readonly string[]> {
  const sections = new Map<number, string[]>();
  for (const id of document.sections) {
    const page = places.get(id)?.page;
    if (page === undefined) continue;
    const begun = sections.get(page) ?? [];
    begun.push(id);
    sections.set(page, begun);
  }
  return sections;
}
