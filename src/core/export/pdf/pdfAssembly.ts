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
import { frontPrints } from './pdfFront.ts';
import type { FrontPrints, FrontTaken } from './pdfFront.ts';
import type { PdfOutput } from './pdfObjects.ts';
import { factsOf, readPrint } from './pdfPrint.ts';
import type { Printed, PrintedFacts, PrintedFile } from './pdfPrint.ts';

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
  /** Takes a print of `front`. Where it is longer (or shorter) than was expected, front and back are to be printed again. */
  readonly takeFront: (pdf: Uint8Array) => FrontTaken;
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

/** A part of the body is joined at once, the others when they are settled. */
interface State {
  awaited: PrintedFacts | null;
  readonly body: (Printed & { readonly print: AddedPrint })[];
  readonly front: FrontPrints;
  back: PrintedFile | null;
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
    front: frontPrints(plan),
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
      const pages = state.front.pageCount() === null ? null : knownPages(state);
      return giveOut(state.front.next(pages));
    },
    takeFront: (pdf) => state.front.take(readPrint(awaited(), pdf)),
    back: () => {
      state.back = null;
      const endNotes: readonly EndNote[] = state.body.flatMap(({ document }) => document.endNotes);
      return giveOut(plan.backDocument({ pages: knownPages(state), endNotes }));
    },
    takeBack: (pdf) => {
      state.back = readPrint(awaited(), pdf);
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

function joinAround({ front, body, back }: State, joined: PdfBook): readonly AddedPrint[] {
  const first = front.prints().map(({ pdf }) => joined.add(pdf));
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

const bodyPages = ({ body }: State): number =>
  body.reduce((sum, { pageCount }) => sum + pageCount, 0);

function inOrder({ front, body, back }: State): readonly Printed[] {
  return [...front.prints(), ...body, ...(back === null ? [] : [back])];
}

function knownPages(state: State): BookPages {
  const { front, body, back } = state;
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
  let before = 0;
  for (const printed of front.prints()) {
    note(printed, before);
    before += printed.pageCount;
  }
  before = front.pageCount() ?? 0;
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
  const front = new Set<Printed>(state.front.prints());
  const [opening] = front;
  let running: string | null = null;
  for (const printed of inOrder(state)) {
    const { pageCount } = printed;
    const before = front.has(printed) ? 1 : 1 + missing;
    const sections = sectionsByPage(printed);
    // Contents in several documents go on from one to the next.
    if (printed === opening || !front.has(printed)) running = null;
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
