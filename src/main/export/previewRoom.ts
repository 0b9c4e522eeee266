import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ExportFormat, ExportOptions, ExportPreview } from '../../shared/exportModel.ts';
import type { Archive, PostId } from '../../shared/model.ts';
import { AppError } from '../../shared/result.ts';
import type { PrintWindow } from './printRoom.ts';
import { previewPages } from './previewPages.ts';
import { previewText } from './previewText.ts';
import type { AnyExportTools } from './runAnyExport.ts';

/** What a preview is asked for. */
export interface PreviewOrder {
  readonly archive: Archive;
  readonly ids: readonly PostId[];
  readonly options: ExportOptions;
  readonly query?: string | null | undefined;
  readonly foldsVariants?: boolean | undefined;
  readonly language: 'en' | 'zh';
}

/** What previews are made with. */
export type PreviewTools = Omit<AnyExportTools, 'onProgress'>;

/** Makes previews, one at a time. */
export interface PreviewRoom {
  /** Gives up the one before (it rejects with `cancelled`). Null where a format has nothing to show. */
  readonly make: (order: PreviewOrder) => Promise<ExportPreview | null>;
  /** Gives up what is being made, and closes the window that was kept for the next one. */
  readonly close: () => void;
}

/** Formats whose file is text that people read as it is. */
const textFormats: readonly ExportFormat[] = ['jsonl', 'csv', 'bib', 'ris', 'csl'];

/**
 * Previews are made by the tools of the export itself, of the first posts, in a folder of the system's for what is
 * temporary that goes at once: what is shown is what would be written. The print window stays open from one to the next.
 */
export function createPreviewRoom(tools: Omit<PreviewTools, 'signal'>): PreviewRoom {
  let running: AbortController | null = null;
  let window: PrintWindow | null = null;
  const close = (): void => {
    running?.abort();
    window?.close();
    running = null;
    window = null;
  };
  return {
    close,
    make: async (order) => {
      running?.abort();
      const { format } = order.options;
      const isText = textFormats.includes(format);
      if (order.ids.length === 0 || (format !== 'pdf' && !isText)) return null;
      const controller = new AbortController();
      running = controller;
      const folder = await mkdtemp(join(tmpdir(), 'broadsheet-preview-'));
      const place = { folder, tools: { ...tools, signal: controller.signal } };
      try {
        // A window opened now would be closed by nobody.
        if (controller.signal.aborted) throw new AppError('cancelled', 'The preview was given up.');
        if (isText) return await previewText(order, place);
        // A window whose print was given up is in the midst of it: the next one begins in another.
        controller.signal.addEventListener('abort', () => {
          window?.close();
          window = null;
        });
        window ??= tools.printRoom.open(`preview-${randomUUID()}`);
        return await previewPages(order, { ...place, window });
      } finally {
        if (running === controller) running = null;
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}
