import { randomUUID } from 'node:crypto';
import { mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatRow } from '../../core/export/formats/writers.ts';
import type { ExportFormat, ExportOptions, ExportPreview } from '../../shared/exportModel.ts';
import type { Archive, PostId } from '../../shared/model.ts';
import { AppError } from '../../shared/result.ts';
import { runAnyExport } from './runAnyExport.ts';
import type { AnyExportTools } from './runAnyExport.ts';

/** What a preview is asked for. */
export interface PreviewOrder {
  readonly archive: Archive;
  readonly ids: readonly PostId[];
  readonly options: ExportOptions;
  readonly query?: string | null | undefined;
  readonly language: 'en' | 'zh';
}

/** Makes previews, one at a time. */
export interface PreviewRoom {
  /** Gives up the one before (it rejects with `cancelled`). Null where a format has nothing to show. */
  readonly make: (order: PreviewOrder) => Promise<ExportPreview | null>;
  readonly drop: () => void;
}

/** Posts that are laid out for the first pages; a book of no more than so many is laid out whole. */
const POSTS = { pdf: 8, text: 20 } as const;

/** Characters of a file that are shown. */
const MOST_TEXT = 6000;

/** Formats whose file is text that people read as it is. */
const textFormats: readonly ExportFormat[] = ['jsonl', 'csv', 'bib', 'ris', 'csl'];

type Tools = Omit<AnyExportTools, 'signal' | 'onProgress'>;

/**
 * Previews are real exports of the first posts, into a folder of the system's for what is temporary that goes at once: what
 * is shown is what would be written.
 */
export function createPreviewRoom(tools: Tools): PreviewRoom {
  let running: AbortController | null = null;
  const drop = (): void => {
    running?.abort();
    running = null;
  };
  return {
    drop,
    make: async (order) => {
      drop();
      const { format } = order.options;
      if (order.ids.length === 0 || (format !== 'pdf' && !textFormats.includes(format)))
        return null;
      const controller = new AbortController();
      running = controller;
      const folder = await mkdtemp(join(tmpdir(), 'broadsheet-preview-'));
      try {
        return await preview(order, folder, { ...tools, signal: controller.signal });
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}

type PreviewTools = Tools & Pick<AnyExportTools, 'signal'>;

async function preview(
  order: PreviewOrder,
  folder: string,
  tools: PreviewTools,
): Promise<ExportPreview> {
  const { archive, options, language } = order;
  const { format } = options;
  const first = await firstPosts(order, tools);
  const target = join(folder, `preview.${extensionOf(format)}`);
  const summary = await runAnyExport(
    {
      jobId: `preview-${randomUUID()}`,
      archive,
      ids: first,
      options: { ...options, layout: 'merged', order: 'listed' },
      target,
      language,
    },
    { ...tools, onProgress: () => undefined },
  );
  if (summary.outcome === 'cancelled') {
    throw new AppError('cancelled', 'Another preview was asked for.');
  }
  if (summary.outcome === 'failed') {
    throw new AppError('export-failed', summary.message ?? 'The preview could not be made.');
  }
  const share = order.ids.length / first.length;
  if (format !== 'pdf') return readBeginning(target, share <= 1);
  const pdf = await readFile(target);
  return {
    kind: 'pages',
    pdf,
    pageCount: Math.round((summary.pageCount ?? 1) * share),
    byteCount: Math.round(pdf.length * share),
    isWhole: share <= 1,
  };
}

/** The posts that come first in the order of the export; of one file per post only the first. */
async function firstPosts(order: PreviewOrder, { core }: Tools): Promise<readonly PostId[]> {
  const { archive, ids, options } = order;
  const sorted =
    options.order === 'listed'
      ? ids
      : await core.ask('posts.inOrder', { archiveId: archive.id, ids, order: options.order });
  if (options.format !== 'pdf') return sorted.slice(0, POSTS.text);
  return sorted.slice(0, options.layout === 'separate' ? 1 : POSTS.pdf);
}

function extensionOf(format: ExportFormat): string {
  return format === 'pdf' ? 'pdf' : (formatRow(format)?.extension ?? 'txt');
}

async function readBeginning(file: string, isAll: boolean): Promise<ExportPreview> {
  const handle = await open(file);
  try {
    const buffer = Buffer.alloc(MOST_TEXT * 4);
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, 0);
    const text = buffer.subarray(0, bytesRead).toString('utf8');
    const isWhole = isAll && bytesRead < buffer.length && text.length <= MOST_TEXT;
    return { kind: 'text', text: text.slice(0, MOST_TEXT), isWhole };
  } finally {
    await handle.close();
  }
}
