import { randomUUID } from 'node:crypto';
import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { formatRow } from '../../core/export/formats/writers.ts';
import type { ExportPreview } from '../../shared/exportModel.ts';
import { AppError } from '../../shared/result.ts';
import type { ComposedPosts } from './composerInput.ts';
import type { PreviewTools } from './previewRoom.ts';
import { runAnyExport } from './runAnyExport.ts';

/** Posts that are written for the first lines, and characters of them that are shown. */
const POSTS = 20;
const MOST_TEXT = 6000;

/** Where previews are written, and with what. */
interface TextPlace {
  readonly folder: string;
  readonly tools: PreviewTools;
}

/**
 * The first lines of a file of text, from an export of the first posts into `folder`; of a folder of files the first, from
 * an export of its post alone. Rejects with `AppError`.
 */
export async function previewText(order: ComposedPosts, place: TextPlace): Promise<ExportPreview> {
  const { format } = order.options;
  const row = format === 'pdf' ? null : formatRow(format);
  const isFolder = row?.shape === 'folder';
  const most = isFolder ? 1 : POSTS;
  const target = join(place.folder, isFolder ? 'preview' : `preview.${row?.extension ?? ''}`);
  await exportFirst(order, place, { most, target });
  const file = isFolder ? await onlyFile(target) : null;
  const text = await readBeginning(file === null ? target : join(target, file));
  return {
    kind: 'text',
    ...text,
    isWhole: text.isWhole && order.ids.length <= most,
    file,
  };
}

/** Exports the first posts of an order. Rejects with `AppError` where it does not come about. */
async function exportFirst(
  { archive, ids, options, language, query, foldsVariants }: ComposedPosts,
  { tools }: TextPlace,
  { most, target }: { readonly most: number; readonly target: string },
): Promise<void> {
  const { order } = options;
  const sorted =
    order === 'listed'
      ? ids
      : await tools.core.ask('posts.inOrder', { archiveId: archive.id, ids, order });
  const summary = await runAnyExport(
    {
      jobId: `preview-${randomUUID()}`,
      archive,
      ids: sorted.slice(0, most),
      options: { ...options, order: 'listed' },
      target,
      language,
      query,
      foldsVariants,
    },
    { ...tools, onProgress: () => undefined },
  );
  if (summary.outcome === 'cancelled') {
    throw new AppError('cancelled', 'Another preview was asked for.');
  }
  if (summary.outcome === 'failed') {
    throw new AppError('export-failed', summary.message ?? 'The preview could not be made.');
  }
}

/** The one file of a folder; its pictures are in a folder of their own. */
async function onlyFile(folder: string): Promise<string> {
  const entries = await readdir(folder, { withFileTypes: true });
  const file = entries.find((entry) => entry.isFile());
  if (file === undefined) throw new AppError('export-failed', 'The export made no file.');
  return file.name;
}

async function readBeginning(
  file: string,
): Promise<{ readonly text: string; readonly isWhole: boolean }> {
  const handle = await open(file);
  try {
    // A character takes four bytes at most.
    const buffer = Buffer.alloc(MOST_TEXT * 4);
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, 0);
    const text = buffer.subarray(0, bytesRead).toString('utf8');
    const isWhole = bytesRead < buffer.length && text.length <= MOST_TEXT;
    return { text: text.slice(0, MOST_TEXT), isWhole };
  } finally {
    await handle.close();
  }
}
