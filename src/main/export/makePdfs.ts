import type { ExportSummary } from '../../shared/exportModel.ts';
import { AppError } from '../../shared/result.ts';
import type { Composer } from './composer.ts';
import type { ExportMeter } from './exportMeter.ts';
import { makeSingles } from './makeSingles.ts';
import type { PrintWindow } from './printRoom.ts';
import { tryPrint } from './tryPrint.ts';

/** What an export is printed by: a window for books, or one for many short documents. */
export type ExportWindow = Pick<PrintWindow, 'addStyle' | 'print' | 'close'>;

/** Who does the work of an export to PDF. */
export interface PdfMaking {
  readonly composer: Composer;
  readonly window: ExportWindow;
  readonly report: ExportMeter;
  readonly signal: AbortSignal;
  /** One file, or one for each post. */
  readonly isMerged: boolean;
  readonly totalPosts: number;
}

/** What was made. */
export type MadePdfs = Pick<
  ExportSummary,
  'pageCount' | 'postCount' | 'byteCount' | 'failures' | 'warnings'
>;

/**
 * Goes through the steps of an export: documents from the thread to the window, prints from the window to the thread. A
 * post that cannot be had or printed is told in the summary, and, in a book, on a page in its place. Throws `AppError`.
 */
export async function makePdfs(making: PdfMaking): Promise<MadePdfs> {
  const { composer, window, report } = making;
  report({ stage: 'reading', donePosts: 0, donePages: null });
  const files = await composer.ask<'plan'>({ kind: 'plan' });
  const probe = await composer.ask<'probe'>({ kind: 'probe' });
  const pdf = await window.print(probe, { isTagged: false });
  await composer.ask<'takeProbe'>({ kind: 'takeProbe', pdf });
  const pageCount = making.isMerged ? await makeBook(making) : await makeSingles(making, files);
  const made = await composer.ask<'end'>({ kind: 'end' });
  return { ...made, pageCount };
}

/** Makes the one file of a book; answers its pages. */
async function makeBook(making: PdfMaking): Promise<number> {
  const { pieces } = await making.composer.ask<'open'>({ kind: 'open', file: 0 });
  await printBody(making, pieces);
  return printAround(making);
}

/** Pieces printed at once: the first few soon tell how long it will take. */
const FIRST_PIECES = 20;
const MOST_PIECES = 60;

/** Prints the body in parts. */
async function printBody(making: PdfMaking, pieces: number): Promise<void> {
  const { composer, report } = making;
  let turn: BodyTurn = { from: 0, most: FIRST_PIECES, badEnd: 0 };
  let donePages = 0;
  let donePosts = 0;
  const tell = (title: string | null): void =>
    report({ stage: 'printing', donePosts, donePages, title });
  while (turn.from < pieces) {
    const part = await composer.ask<'body'>({
      kind: 'body',
      from: turn.from,
      to: turn.from + turn.most,
    });
    tell(part.title);
    const outcome = await tryPrint(making, part.html, { isTagged: true });
    if (typeof outcome !== 'string') {
      donePages = await composer.ask<'takeBody'>({ kind: 'takeBody', pdf: outcome });
      donePosts = part.donePosts;
      turn = afterPrint(turn, part.to);
      tell(part.title);
    } else if (part.onlyPost === null) {
      turn = afterFailure(turn, part.to);
    } else {
      await composer.ask<'spoiled'>({ kind: 'spoiled', piece: part.onlyPost, message: outcome });
      turn = { ...turn, badEnd: 0 };
    }
  }
}

interface BodyTurn {
  readonly from: number;
  readonly most: number;
  /** The pieces from `from` up to this hold one that cannot be printed; 0 when none is known. */
  readonly badEnd: number;
}

function afterPrint({ most, badEnd }: BodyTurn, to: number): BodyTurn {
  const rest = badEnd - to;
  return rest > 0
    ? { from: to, most: Math.max(1, Math.floor(rest / 2)), badEnd }
    : { from: to, most: Math.min(MOST_PIECES, Math.max(FIRST_PIECES, most * 2)), badEnd: 0 };
}

/** The bad piece is found by halves; the others are printed as if it were not there. */
function afterFailure({ from }: BodyTurn, to: number): BodyTurn {
  return { from, most: Math.max(1, Math.floor((to - from) / 2)), badEnd: to };
}

/** Contents take as many pages with numbers as with stand-ins, or once more. */
const MOST_PASSES = 4;

/** Prints what stands before and after the body, then heads and feet, and completes the file. Answers its pages. */
async function printAround(making: PdfMaking): Promise<number> {
  const { composer, window, report, totalPosts } = making;
  const tell = (
    stage: 'contents' | 'stamping' | 'writing',
    share: number,
    pages: number | null,
  ): void => report({ stage, donePosts: totalPosts, donePages: pages, share });
  tell('contents', 0, null);
  await printFrontAndBack(making);
  const pageCount = await composer.ask<'settle'>({ kind: 'settle' });
  let stamped = 0;
  for (;;) {
    // The last of them are fewer than were asked for.
    tell('stamping', Math.min(1, stamped / pageCount), pageCount);
    const { html, pages } = await composer.ask<'sheets'>({ kind: 'sheets' });
    if (html === null) break;
    const pdf = await window.print(html, { isTagged: false });
    await composer.ask<'takeSheets'>({ kind: 'takeSheets', pdf });
    stamped += pages;
  }
  tell('writing', 0, pageCount);
  await composer.ask<'finish'>({ kind: 'finish' });
  return pageCount;
}

async function printFrontAndBack(making: PdfMaking): Promise<void> {
  const { composer, window } = making;
  await printFront(making, false);
  for (let pass = 1; pass <= MOST_PASSES; pass++) {
    const back = await composer.ask<'back'>({ kind: 'back' });
    if (back !== null) {
      const pdf = await window.print(back, { isTagged: true });
      await composer.ask<'takeBack'>({ kind: 'takeBack', pdf });
    }
    if (await printFront(making, true)) return;
  }
  throw new AppError('export-failed', 'The contents of this book never came out equally long.');
}

/** Prints cover and contents. Answers whether they are as long as expected, or there are none. */
async function printFront({ composer, window }: PdfMaking, isTagged: boolean): Promise<boolean> {
  for (;;) {
    const html = await composer.ask<'front'>({ kind: 'front' });
    if (html === null) return true;
    const pdf = await window.print(html, { isTagged });
    const taken = await composer.ask<'takeFront'>({ kind: 'takeFront', pdf });
    if (taken !== 'more') return taken === 'settled';
  }
}
