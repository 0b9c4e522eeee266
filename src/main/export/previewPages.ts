import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { furnitureStyle, pageStyle } from '../../core/export/pageGeometry.ts';
import { probeStyle } from '../../core/export/pdfPlacing.ts';
import type { ExportPreview } from '../../shared/exportModel.ts';
import type { PostId } from '../../shared/model.ts';
import { AppError } from '../../shared/result.ts';
import { startComposer } from './composer.ts';
import type { Composer } from './composer.ts';
import type { PreviewOrder, PreviewTools } from './previewRoom.ts';
import type { PrintWindow } from './printRoom.ts';

/** Contents leave out a post that did not come along. Here it only was not laid out yet. */
const PART_STYLE = '.contents .gone { visibility: visible; }';

/** Where and with what pages are previewed. */
interface PreviewPlace {
  readonly folder: string;
  readonly tools: PreviewTools;
  /** Kept from one preview to the next: a new one takes as long as a print. */
  readonly window: PrintWindow;
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
  { folder, tools, window }: PreviewPlace,
): Promise<ExportPreview> {
  const part = join(folder, 'preview.pdf');
  const ids = await plannedPosts(order, tools);
  const input = await composerInput(order, { ids, part, tools, window });
  if (tools.signal.aborted) throw new AppError('cancelled', 'The preview was given up.');
  const composer = startComposer(input);
  const end = (): void => void composer.close();
  tools.signal.addEventListener('abort', end);
  try {
    const isPlannedWhole = ids.length === order.ids.length || order.options.layout === 'separate';
    const { pieces } = await openBook(composer);
    const made = await printFirst({ composer, window, pieces });
    const isWhole = made.isWhole && isPlannedWhole;
    const share = isWhole ? 1 : order.ids.length / Math.max(1, made.posts);
    const pageCount = isWhole
      ? made.pageCount
      : made.pageCount - made.bodyPages + Math.round(made.bodyPages * share);
    await stamp(composer, window, pageCount);
    await composer.ask<'finish'>({ kind: 'finish' });
    const pdf = await readFile(part);
    const byteCount = isWhole ? pdf.length : Math.round((pdf.length * pageCount) / made.pageCount);
    return { kind: 'pages', pdf, pageCount, byteCount, isWhole };
  } finally {
    tools.signal.removeEventListener('abort', end);
    await composer.close();
  }
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
  readonly window: PrintWindow;
}

/** What the thread that composes pages is started with. */
export async function composerInput(
  { archive, options, language, query, foldsVariants }: PreviewOrder,
  { ids, part, tools, window }: ComposerPlace,
): Promise<Parameters<typeof startComposer>[0]> {
  const shared = await tools.printRoom.styleSheets();
  // Each preview under names of its own: the window remembers style sheets by their address.
  const add = (name: string, css: string): string =>
    window.addStyle(`${name}-${randomUUID()}`, css);
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
    bookStyles: [...shared, add('page', pageStyle(options)), add('part', PART_STYLE)],
    furnitureStyles: [...shared, add('sheet', furnitureStyle(options))],
    probeStyle: add('probe', probeStyle(options)),
  };
}

async function openBook(composer: Composer): Promise<{ readonly pieces: number }> {
  await composer.ask<'plan'>({ kind: 'plan' });
  return composer.ask<'open'>({ kind: 'open', file: 0 });
}

interface Printing {
  readonly composer: Composer;
  readonly window: PrintWindow;
  readonly pieces: number;
}

interface FirstPages {
  readonly isWhole: boolean;
  readonly pageCount: number;
  readonly bodyPages: number;
  /** Posts on these pages. */
  readonly posts: number;
}

const untagged = { isTagged: false } as const;

/** Prints the first pieces, then what stands before them, and behind them when they are all. */
async function printFirst({ composer, window, pieces }: Printing): Promise<FirstPages> {
  const body = await composer.ask<'body'>({ kind: 'body', from: 0, to: Math.min(pieces, PIECES) });
  const isWhole = body.to >= pieces;
  const bodyPdf = await window.print(body.html, untagged);
  const bodyPages = await composer.ask<'takeBody'>({ kind: 'takeBody', pdf: bodyPdf });
  // Once with stand-ins for the numbers, to learn how many pages come before the first post, and once with them.
  for (let pass = 1; pass <= 2; pass++) {
    const front = await composer.ask<'front'>({ kind: 'front' });
    if (front === null) break;
    const pdf = await window.print(front, untagged);
    await composer.ask<'takeFront'>({ kind: 'takeFront', pdf });
  }
  const back = isWhole ? await composer.ask<'back'>({ kind: 'back' }) : null;
  if (back !== null) {
    const pdf = await window.print(back, untagged);
    await composer.ask<'takeBack'>({ kind: 'takeBack', pdf });
  }
  const pageCount = await composer.ask<'settle'>({ kind: 'settle' });
  return { isWhole, pageCount, bodyPages, posts: body.donePosts };
}

/** Heads and feet; they name the pages that the book will have. */
async function stamp(composer: Composer, window: PrintWindow, pageCount: number): Promise<void> {
  for (;;) {
    const { html } = await composer.ask<'sheets'>({ kind: 'sheets', pageCount });
    if (html === null) return;
    const pdf = await window.print(html, untagged);
    await composer.ask<'takeSheets'>({ kind: 'takeSheets', pdf });
  }
}
