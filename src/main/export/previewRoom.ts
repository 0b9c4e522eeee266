import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sampleBody } from '../../core/export/book/sampleBody.ts';
import type { SampleWords } from '../../core/export/book/sampleBody.ts';
import type { ExportFormat, ExportPreview } from '../../shared/exportModel.ts';
import { toFailure } from '../../shared/result.ts';
import { startPreviewComposer } from './composer.ts';
import type { Composer } from './composer.ts';
import type { ComposedPosts } from './composerInput.ts';
import type { KeptWindow } from './keptWindow.ts';
import { previewPages, throwIfGivenUp } from './previewPages.ts';
import { previewText } from './previewText.ts';
import type { AnyExportTools } from './runAnyExport.ts';

/** What previews are made with. */
export type PreviewTools = Omit<AnyExportTools, 'onProgress'>;

/** What one preview leaves for the next: starting either takes as long as a preview. */
export interface PreviewShop {
  readonly composer: Composer;
  readonly window: KeptWindow;
}

/** Makes previews, one at a time. */
export interface PreviewRoom {
  /** Opens what pages are previewed with ahead of the first preview. */
  readonly warm: (words: SampleWords) => void;
  /** Gives up the one before (it rejects with `cancelled`). Null where a format has nothing to show. */
  readonly make: (order: ComposedPosts) => Promise<ExportPreview | null>;
  /** Gives up what is being made, and closes all that was kept for the next one. */
  readonly close: () => void;
}

/** Formats whose files are text that people read as it is. */
const textFormats: readonly ExportFormat[] = ['markdown', 'jsonl', 'csv', 'bib', 'ris', 'csl'];

/**
 * The window's page is ended after so many characters. Small documents that take each other's place leave little behind:
 * 300 MB after 20 previews as after 10, measured.
 */
const MOST_CHARACTERS = 3_000_000;

/** A preview that was given up ends with its step; one whose step takes longer, in milliseconds, is ended by force. */
const PATIENCE = 600;

interface Turn {
  readonly controller: AbortController;
  /** Resolves when nothing of it is under way any more, however it ended. */
  readonly ended: Promise<unknown>;
}

/**
 * Previews are made by the tools of the export itself, of the first posts, in a folder of the system's for what is
 * temporary that goes at once: what is shown is what would be written. Window and thread stay open from one to the next.
 */
export function createPreviewRoom(tools: Omit<PreviewTools, 'signal'>): PreviewRoom {
  let running: Turn | null = null;
  let kept: Promise<PreviewShop> | null = null;
  const shop = (): Promise<PreviewShop> => (kept ??= openShop(tools));
  const dropShop = (): void => {
    const dropped = kept;
    kept = null;
    dropped?.then(closeShop).catch(() => undefined);
  };
  const make = async (order: ComposedPosts, signal: AbortSignal): Promise<ExportPreview> => {
    throwIfGivenUp(signal);
    const folder = await mkdtemp(join(tmpdir(), 'broadsheet-preview-'));
    const place = { folder, tools: { ...tools, signal } };
    try {
      if (textFormats.includes(order.options.format)) return await previewText(order, place);
      // The dialog may be gone meanwhile: nobody would close what is opened now.
      throwIfGivenUp(signal);
      const { composer, window } = await shop();
      const pages = await previewPages(order, { ...place, shop: { composer, window } });
      // After many characters the window lets its page go; another one stands ready then.
      window.warm();
      return pages;
    } catch (thrown) {
      // Whatever ended it may have ended window or thread.
      if (toFailure(thrown).code !== 'cancelled') dropShop();
      throw thrown;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  };
  return {
    warm: (words) => void shop().then(({ window }) => window.warm(sampleBody(words)), dropShop),
    close: () => {
      running?.controller.abort();
      dropShop();
    },
    make: async (order) => {
      const before = running;
      before?.controller.abort();
      if (order.ids.length === 0 || !hasPreview(order.options.format)) return null;
      const controller = new AbortController();
      const turn = endOf(before, dropShop).then(() => make(order, controller.signal));
      running = { controller, ended: turn.catch(() => undefined) };
      return turn;
    },
  };
}

const hasPreview = (format: ExportFormat): boolean =>
  format === 'pdf' || textFormats.includes(format);

async function openShop({ printRoom }: Pick<PreviewTools, 'printRoom'>): Promise<PreviewShop> {
  const window = await printRoom.keep(MOST_CHARACTERS);
  return { composer: startPreviewComposer(), window };
}

function closeShop({ composer, window }: PreviewShop): void {
  window.close();
  composer.close().catch(() => undefined);
}

/** Waits until a preview that was given up has ended; `force` ends it when that takes too long. */
async function endOf(before: Turn | null, force: () => void): Promise<void> {
  if (before === null) return;
  const timer = setTimeout(force, PATIENCE);
  await before.ended;
  clearTimeout(timer);
}
