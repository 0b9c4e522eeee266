import { randomUUID } from 'node:crypto';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { formatRow } from '../../core/export/formats/writers.ts';
import type { ExportPreview } from '../../shared/exportModel.ts';
import { AppError } from '../../shared/result.ts';
import type { PreviewOrder, PreviewTools } from './previewRoom.ts';
import { runAnyExport } from './runAnyExport.ts';

/** Posts that are written for the first lines, and characters of them that are shown. */
const POSTS = 20;
const MOST_TEXT = 6000;

/** The first lines of a file of text, from an export of the first posts into `folder`. Rejects with `AppError`. */
export async function previewText(
  { archive, ids, options, language, query, foldsVariants }: PreviewOrder,
  { folder, tools }: { readonly folder: string; readonly tools: PreviewTools },
): Promise<ExportPreview> {
  const { format } = options;
  const sorted =
    options.order === 'listed'
      ? ids
      : await tools.core.ask('posts.inOrder', { archiveId: archive.id, ids, order: options.order });
  const target = join(folder, `preview.${format === 'pdf' ? '' : formatRow(format)?.extension}`);
  const summary = await runAnyExport(
    {
      jobId: `preview-${randomUUID()}`,
      archive,
      ids: sorted.slice(0, POSTS),
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
  return readBeginning(target, ids.length <= POSTS);
}

async function readBeginning(file: string, isAll: boolean): Promise<ExportPreview> {
  const handle = await open(file);
  try {
    // A character takes four bytes at most.
    const buffer = Buffer.alloc(MOST_TEXT * 4);
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, 0);
    const text = buffer.subarray(0, bytesRead).toString('utf8');
    const isWhole = isAll && bytesRead < buffer.length && text.length <= MOST_TEXT;
    return { kind: 'text', text: text.slice(0, MOST_TEXT), isWhole };
  } finally {
    await handle.close();
  }
}
