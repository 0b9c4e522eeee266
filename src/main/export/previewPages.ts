import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { WholeBook } from '../../core/export/pdf/pdfAssembly.ts';
import type { ExportOptions, ExportPreview } from '../../shared/exportModel.ts';
import { AppError } from '../../shared/result.ts';
import type { Composer } from './composer.ts';
import { composerInput } from './composerInput.ts';
import type { ComposedPosts } from './composerInput.ts';
import type { PreviewShop, PreviewTools } from './previewRoom.ts';

/** Contents leave out a post that did not come along. Here it only was not laid out yet. */
const PART_STYLE = '.contents .gone { visibility: visible; }';

/** Of contents that are not made to their end it is not known on which page the first post begins. */
const UNNUMBERED_STYLE = '.contents b { visibility: hidden; }';

/** Where and with what pages are previewed. */
interface PreviewPlace {
  readonly folder: string;
  readonly tools: PreviewTools;
  readonly shop: PreviewShop;
}

/** Pieces of the body that are laid out, fewer when they are long; a book of no more is laid out whole. */
const PIECES = 8;
const CHARACTERS = 100_000;

/** Posts that a book is planned of: contents of more would take long, and nobody leafs through them here. */
const MOST_POSTS = 1000;

/**
 * The first pages of a PDF: the book is planned of all its posts, and of its body the first few are printed. Contents name
 * all posts, with the page numbers that are known. Of a book of very many posts the first are planned; its cover counts
 * them all. Rejects with `AppError`.
 */
export async function previewPages(
  order: ComposedPosts,
  { folder, tools, shop }: PreviewPlace,
): Promise<ExportPreview> {
  const { ids } = order;
  const isOneOfMany = order.options.layout === 'separate';
  const options = isOneOfMany ? ofOnePost(order.options) : order.options;
  const part = join(folder, 'preview.pdf');
  const most = isOneOfMany ? 1 : MOST_POSTS;
  const total = isOneOfMany ? 1 : ids.length;
  const isPlannedWhole = total <= most;
  const input = composerInput(
    { ...order, options: { ...options, layout: 'merged' } },
    {
      dataFolder: tools.dataFolder,
      part,
      target: part,
      window: shop.window,
      styleSheets: await tools.printRoom.styleSheets(),
      style: isPlannedWhole ? PART_STYLE : `${PART_STYLE}${UNNUMBERED_STYLE}`,
    },
  );
  const press = pressOf(shop, tools.signal);
  const planned = await press.ask<'begin'>({ kind: 'begin', input, most });
  const { pieces } = await openBook(press);
  const made = await printFirst(press, pieces, isPlannedWhole);
  const whole = reckon(made, { planned, total, hasCover: options.hasCover });
  await stamp(press, whole);
  await press.ask<'finish'>({ kind: 'finish' });
  const pdf = await readFile(part);
  const { pageCount } = whole;
  const byteCount = made.isWhole
    ? pdf.length
    : Math.round((pdf.length * pageCount) / made.pageCount);
  return { kind: 'pages', pdf, pageCount, byteCount, isWhole: made.isWhole };
}

/** One file for each post, of which the first is shown, has what the options say but for what is of a book of several. */
const ofOnePost = (options: ExportOptions): ExportOptions => ({
  ...options,
  title: '',
  parts: 'none',
});

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

/** Contents take as many pages with numbers as with stand-ins, or once more. */
const MOST_PASSES = 4;

/** Prints the first pieces, and behind them what stands at the end when they are all, then what stands before them. */
async function printFirst(
  { ask, print }: Press,
  pieces: number,
  isPlannedWhole: boolean,
): Promise<FirstPages> {
  const body = await ask<'body'>({
    kind: 'body',
    from: 0,
    to: Math.min(pieces, PIECES),
    characters: CHARACTERS,
  });
  const isWhole = isPlannedWhole && body.to >= pieces;
  const bodyPages = await ask<'takeBody'>({ kind: 'takeBody', pdf: await print(body.html) });
  for (let pass = 1; pass <= MOST_PASSES; pass++) {
    // The first pass has stand-ins for numbers, to learn how many pages come before the first post.
    const back = isWhole && pass > 1 ? await ask<'back'>({ kind: 'back' }) : null;
    if (back !== null) await ask<'takeBack'>({ kind: 'takeBack', pdf: await print(back) });
    const front = await ask<'front'>({ kind: 'front' });
    if (front === null && (pass > 1 || !isWhole)) break;
    if (front === null) continue;
    const taken = await ask<'takeFront'>({ kind: 'takeFront', pdf: await print(front) });
    if (taken === 'settled' || !isPlannedWhole) break;
  }
  const pageCount = await ask<'settle'>({ kind: 'settle' });
  return { isWhole, pageCount, bodyPages, posts: body.donePosts };
}

interface Reckoning {
  /** Posts that the book is planned of, and that it has. */
  readonly planned: number;
  readonly total: number;
  readonly hasCover: boolean;
}

/** What the whole book will be, from the pages that were made of it. */
function reckon(made: FirstPages, { planned, total, hasCover }: Reckoning): WholeBook {
  const { isWhole, pageCount, bodyPages, posts } = made;
  if (isWhole) return { pageCount, missing: 0 };
  const front = pageCount - bodyPages;
  const contents = Math.max(0, front - (hasCover ? 1 : 0));
  const missing = Math.round(contents * (total / planned - 1));
  const body = Math.round(bodyPages * (total / Math.max(1, posts)));
  return { pageCount: front + missing + body, missing };
}

/** Heads and feet; they name the pages that the book will have. */
async function stamp({ ask, print }: Press, whole: WholeBook): Promise<void> {
  for (;;) {
    const { html } = await ask<'sheets'>({ kind: 'sheets', whole });
    if (html === null) return;
    await ask<'takeSheets'>({ kind: 'takeSheets', pdf: await print(html) });
  }
}
