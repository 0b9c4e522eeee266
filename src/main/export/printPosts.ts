import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startComposer } from './composer.ts';
import type { Composer } from './composer.ts';
import { composerInput } from './composerInput.ts';
import type { ComposedPosts } from './composerInput.ts';
import type { ExportRooms } from './runAnyExport.ts';

/**
 * Prints posts by the system's dialog, with the style sheet of the PDF: the body of the book, without cover, contents and
 * the heads and feet that only a PDF can be stamped with. Answers whether they were printed. Rejects with `AppError`.
 */
export async function printPosts(
  order: ComposedPosts,
  { printRoom, dataFolder }: ExportRooms,
): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'broadsheet-print-'));
  const window = printRoom.open(`print-${randomUUID()}`);
  // The thread wants a file for what it joins; nothing is joined here.
  const part = join(folder, 'print.pdf');
  let composer: Composer | null = null;
  try {
    const styleSheets = await printRoom.styleSheets();
    const merged = { ...order, options: { ...order.options, layout: 'merged' as const } };
    const place = { dataFolder, part, target: part, window, styleSheets };
    composer = startComposer(composerInput(merged, place));
    return await window.toPaper(await bodyOf(composer));
  } finally {
    window.close();
    await composer?.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** The document of all posts, however long they are together: what is handed to the system is one job. */
async function bodyOf({ ask }: Composer): Promise<string> {
  await ask<'plan'>({ kind: 'plan' });
  const { pieces } = await ask<'open'>({ kind: 'open', file: 0 });
  const characters = Number.POSITIVE_INFINITY;
  const { html } = await ask<'body'>({ kind: 'body', from: 0, to: pieces, characters });
  return html;
}
