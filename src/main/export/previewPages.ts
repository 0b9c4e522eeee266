import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { furnitureStyle, pageStyle } from '../../core/export/pageGeometry.ts';
import { probeStyle } from '../../core/export/pdfPlacing.ts';
import type { ExportPreview } from '../../shared/exportModel.ts';
import type { PostId } from '../../shared/model.ts';
import { AppError } from '../../shared/result.ts';
import type { Composer } from './composer.ts';
import type { ExportWorkerData } from './exportMessages.ts';
import type { PreviewOrder, PreviewShop, PreviewTools } from './previewRoom.ts';
import type { PrintWindow } from './printRoom.ts';

/** Contents leave out a post that did not come along. Here it only was not laid out yet. */
const PART_STYLE = '.contents .gone { visibility: visible; }';

/** Where and with what pages are previewed. */
interface PreviewPlace {
  readonly folder: string;
  readonly tools: PreviewTools;
  readonly shop: PreviewShop;
}

/** Pieces of the body that are laid out; a book of no more is laid out whole. */
const PIECES = 8;

/** Posts that a book is planned of: contents of more would take long, and nobody leafs through them here. */
const MOST_POSTS = 1000;

/**
 * The first pages of a PDF: the book is planned of all its posts, and of its body the first few are printed. Contents name
 * all posts, with the page numbers that are known. Rejects with `AppError`.
 */
export async function previewPages(
  order: PreviewOrder,
  { folder, tools, shop }: PreviewPlace,
): Promise<ExportPreview> {
  const { signal } = tools;
  const part = join(folder, 'preview.pdf');
  const ids = await plannedPosts(order, tools);
  const { window } = shop;
  const input = await composerInput(order, { ids, part, tools, window });
  const press = pressOf(shop, signal);
  await press.ask<'begin'>({ kind: 'begin', input });
  const isPlannedWhole = ids.length === order.ids.length || order.options.layout === 'separate';
  const { pieces } = await openBook(press);
  const made = await printFirst(press, pieces);
  const isWhole = made.isWhole && isPlannedWhole;
  const share = isWhole ? 1 : order.ids.length / Math.max(1, made.posts);
  const pageCount = isWhole
    ? made.pageCount
    : made.pageCount - made.bodyPages + Math.round(made.bodyPages * share);
  await stamp(press, pageCount);
  await press.ask<'finish'>({ kind: 'finish' });
  const pdf = await readFile(part);
  const byteCount = isWhole ? pdf.length : Math.round((pdf.length * pageCount) / made.pageCount);
  return { kind: 'pages', pdf, pageCount, byteCount, isWhole };
}

/** In the order of the book; of one file per post the first alone. */
async function plannedPosts(
  { archive, ids, options }: PreviewOrder,
  { core }: PreviewTools,
): Promise<readonly PostId[]> {
  const most = options.layout === 'separate' ? 1 : MOST_POSTS;
  if (ids.length <= most || options.order === 'listed') return ids.slice(0, most);
  const { order } = options;
  const sorted = await core.ask('posts.inOrder', { archiveId: archive.id, ids, order });
  return sorted.slice(0, most);
}

interface ComposerPlace {
  readonly ids: readonly PostId[];
  readonly part: string;
  readonly tools: Pick<PreviewTools, 'printRoom' | 'dataFolder'>;
  readonly window: Pick<PrintWindow, 'addStyle'>;
}

/** What the thread that composes pages is started with. */
export async function composerInput(
  { archive, options, language, query, foldsVariants }: PreviewOrder,
  { ids, part, tools, window }: ComposerPlace,
): Promise<ExportWorkerData> {
  const shared = await tools.printRoom.styleSheets();
  return {
    dataFolder: tools.dataFolder,
    archiveId: archive.id,
    ids,
    options: { ...options, layout: 'merged' },
    language,
    query,
    foldsVariants,
    part,
    target: part,
    bookStyles: [
      ...shared,
      window.addStyle('page', pageStyle(options)),
      window.addStyle('part', PART_STYLE),
    ],
    furnitureStyles: [...shared, window.addStyle('sheet', furnitureStyle(options))],
    probeStyle: window.addStyle('probe', probeStyle(options)),
  };
}

/** Thread and window of a preview, which do nothing more once it is given up. */
interface Press {
  readonly ask: Composer['ask'];
  readonly print: (html: string) => Promise<Uint8Array>;
}

function pressOf({ composer, window }: PreviewShop, signal: AbortSignal): Press {
  return {
    ask: async (step) => {
      throwIfGivenUp(signal);
      return composer.ask(step);
    },
    print: async (html) => {
      throwIfGivenUp(signal);
      return window.print(html, { isTagged: false });
    },
  };
}

/** Throws `cancelled` when another preview was asked for, or none any more. */
export function throwIfGivenUp(signal: AbortSignal): void {
  if (signal.aborted) throw new AppError('cancelled', 'The preview was given up.');
}

async function openBook({ ask }: Press): Promise<{ readonly pieces: number }> {
  await ask<'plan'>({ kind: 'plan' });
  return ask<'open'>({ kind: 'open', file: 0 });
}

interface FirstPages {
  readonly isWhole: boolean;
  readonly pageCount: number;
  readonly bodyPages: number;
  /** Posts on these pages. */
  readonly posts: number;
}

/** Prints the first pieces, then what stands before them, and behind them when they are all. */
async function printFirst({ ask, print }: Press, pieces: number): Promise<FirstPages> {
  const body = await ask<'body'>({ kind: 'body', from: 0, to: Math.min(pieces, PIECES) });
  const isWhole = body.to >= pieces;
  const bodyPages = await ask<'takeBody'>({ kind: 'takeBody', pdf: await print(body.html) });
  // Once with stand-ins for the numbers, to learn how many pages come before the first post, and once with them.
  for (let pass = 1; pass <= 2; pass++) {
    const front = await ask<'front'>({ kind: 'front' });
    if (front === null) break;
    await ask<'takeFront'>({ kind: 'takeFront', pdf: await print(front) });
  }
  const back = isWhole ? await ask<'back'>({ kind: 'back' }) : null;
  if (back !== null) await ask<'takeBack'>({ kind: 'takeBack', pdf: await print(back) });
  const pageCount = await ask<'settle'>({ kind: 'settle' });
  return { isWhole, pageCount, bodyPages, posts: body.donePosts };
}

/** Heads and feet; they name the pages that the book will have. */
async function stamp({ ask, print }: Press, pageCount: number): Promise<void> {
  for (;;) {
    const { html } = await ask<'sheets'>({ kind: 'sheets', pageCount });
    if (html === null) return;
    await ask<'takeSheets'>({ kind: 'takeSheets', pdf: await print(html) });
  }
}
