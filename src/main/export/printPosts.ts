import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startComposer } from './composer.ts';
import { composerInput } from './previewPages.ts';
import type { PreviewOrder } from './previewRoom.ts';
import type { ExportRooms } from './runAnyExport.ts';

/**
 * Prints posts by the system's dialog, with the style sheet of the PDF: the body of the book, without cover, contents and
 * the heads and feet that only a PDF can be stamped with. Answers whether they were printed. Rejects with `AppError`.
 */
export async function printPosts(order: PreviewOrder, tools: ExportRooms): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'broadsheet-print-'));
  const window = tools.printRoom.open(`print-${randomUUID()}`);
  // The thread wants a file for what it joins; nothing is joined here.
  const part = join(folder, 'print.pdf');
  const composer = startComposer(
    await composerInput(order, { ids: order.ids, part, tools, window }),
  );
  try {
    await composer.ask<'plan'>({ kind: 'plan' });
    const { pieces } = await composer.ask<'open'>({ kind: 'open', file: 0 });
    const { html } = await composer.ask<'body'>({ kind: 'body', from: 0, to: pieces });
    return await window.toPaper(html);
  } finally {
    window.close();
    await composer.close();
    await rm(folder, { recursive: true, force: true });
  }
}
