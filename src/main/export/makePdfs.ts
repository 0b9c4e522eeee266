import type { ExportSummary } from '../../shared/exportModel.ts';
import { AppError, toFailure } from '../../shared/result.ts';
import type { Composer } from './composer.ts';
import type { ExportMeter } from './exportMeter.ts';
import type { PrintWindow } from './printRoom.ts';

/** Who does the work of an export to PDF. */
export interface PdfMaking {
  readonly composer: Composer;
  readonly window: PrintWindow;
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
  let pageCount = 0;
  for (let file = 0; file < files; file++) {
    pageCount += await makeFile(making, { file, pagesBefore: pageCount });
  }
  const made = await composer.ask<'end'>({ kind: 'end' });
  return { ...made, pageCount };
}

interface FileTurn {
  readonly file: number;
  /** Pages of the files before it. */
  readonly pagesBefore: number;
}

/** Makes one file; answers its pages, 0 when there is none because its post failed. */
async function makeFile(making: PdfMaking, { file, pagesBefore }: FileTurn): Promise<number> {
  const { composer, isMerged } = making;
  const { pieces } = await composer.ask<'open'>({ kind: 'open', file });
  const before = { posts: isMerged ? 0 : file, pages: pagesBefore };
  const failure = await printBody(making, { pieces, before });
  if (failure !== null) {
    await composer.ask<'drop'>({ kind: 'drop', message: failure });
    return 0;
  }
  return printAround(making);
}

interface Before {
  readonly posts: number;
  readonly pages: number;
}

/** Pieces printed at once: the first few soon tell how long it will take. */
const FIRST_PIECES = 20;
const MOST_PIECES = 60;

/** Prints the body in parts. Answers why the only post of a file cannot be printed; null when all is well. */
async function printBody(
  making: PdfMaking,
  { pieces, before }: { readonly pieces: number; readonly before: Before },
): Promise<string | null> {
  const { composer, report, isMerged } = making;
  let turn: BodyTurn = { from: 0, most: FIRST_PIECES, badEnd: 0 };
  let pages = 0;
  let donePosts = 0;
  const tell = (title: string | null): void =>
    report({
      stage: 'printing',
      donePosts: before.posts + donePosts,
      donePages: before.pages + pages,
      title,
    });
  while (turn.from < pieces) {
    const part = await composer.ask<'body'>({
      kind: 'body',
      from: turn.from,
      to: turn.from + turn.most,
    });
    if (part.problem !== null) return part.problem;
    tell(part.title);
    const outcome = await tryPrint(making, part.html);
    if (typeof outcome !== 'string') {
      pages = await composer.ask<'takeBody'>({ kind: 'takeBody', pdf: outcome });
      donePosts = part.donePosts;
      turn = afterPrint(turn, part.to);
      tell(part.title);
    } else if (part.onlyPost === null) {
      turn = afterFailure(turn, part.to);
    } else if (isMerged) {
      await composer.ask<'spoiled'>({ kind: 'spoiled', piece: part.onlyPost, message: outcome });
      turn = { ...turn, badEnd: 0 };
    } else {
      return outcome;
    }
  }
  return null;
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

/** A part takes seconds; one that takes this long holds a post that would never be done. */
const PRINT_LIMIT_MS = 90_000;

/** A print, or the sentence that says why there is none. Throws when the export was cancelled. */
async function tryPrint({ window, signal }: PdfMaking, html: string): Promise<Uint8Array | string> {
  try {
    return await window.print(html, { isTagged: true, limit: PRINT_LIMIT_MS });
  } catch (thrown) {
    const { code, message } = toFailure(thrown);
    if (signal.aborted || code === 'cancelled') throw thrown;
    return message;
  }
}

/** Contents take as many pages with numbers as with stand-ins, or once more. */
const MOST_PASSES = 4;

/** Prints what stands before and after the body, then heads and feet, and completes the file. Answers its pages. */
async function printAround(making: PdfMaking): Promise<number> {
  const { composer, window, report, isMerged, totalPosts } = making;
  const tell = (
    stage: 'contents' | 'stamping' | 'writing',
    share: number,
    pages: number | null,
  ): void => {
    // Of files of their own, the posts done say how far it is.
    if (isMerged) report({ stage, donePosts: totalPosts, donePages: pages, share });
  };
  tell('contents', 0, null);
  await printFrontAndBack(making);
  const pageCount = await composer.ask<'settle'>({ kind: 'settle' });
  let stamped = 0;
  for (;;) {
    tell('stamping', stamped / pageCount, pageCount);
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

async function printFrontAndBack({ composer, window }: PdfMaking): Promise<void> {
  const draft = await composer.ask<'front'>({ kind: 'front' });
  if (draft !== null) {
    const pdf = await window.print(draft, { isTagged: false });
    await composer.ask<'takeFront'>({ kind: 'takeFront', pdf });
  }
  for (let pass = 1; pass <= MOST_PASSES; pass++) {
    const back = await composer.ask<'back'>({ kind: 'back' });
    if (back !== null) {
      const pdf = await window.print(back, { isTagged: true });
      await composer.ask<'takeBack'>({ kind: 'takeBack', pdf });
    }
    const front = await composer.ask<'front'>({ kind: 'front' });
    if (front === null) return;
    const pdf = await window.print(front, { isTagged: true });
    if (await composer.ask<'takeFront'>({ kind: 'takeFront', pdf })) return;
  }
  throw new AppError('export-failed', 'The contents of this book never came out equally long.');
}
