import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { ExportOptions, ExportSummary } from '../../shared/exportModel.ts';
import type { PostId } from '../../shared/model.ts';
import { AppError, toFailure } from '../../shared/result.ts';
import { createArchiveReader } from '../archiveFiles.ts';
import type { WriterTools } from '../export/formats/formatWriter.ts';
import type { SoughtText } from '../export/marks/hitFinder.ts';
import { formatRow } from '../export/formats/writers.ts';
import type { FormatRow, WrittenFormat } from '../export/formats/writers.ts';
import { runFormat } from '../export/runFormat.ts';
import type { FormatProgress, FormatRun } from '../export/runFormat.ts';
import { SNIFF_BYTES, sniffMediaType } from '../mediaType.ts';
import { inOrder, inParts } from '../store/exportOrder.ts';
import { exportPost } from './exportPost.ts';
import { openFileOutput, openFolderOutput, streamOutput } from './exportOutput.ts';
import type { ExportOutput } from './exportOutput.ts';
import { anyRoom, roomIn } from './diskRoom.ts';
import type { Room } from './diskRoom.ts';
import { checkPlace, deliver, partBeside } from './exportPlace.ts';
import type { ExportPlace } from './exportPlace.ts';
import { postLookup } from './postLookup.ts';
import { placeWarnings } from './placeWarnings.ts';
import { readingParts } from './readingParts.ts';
import type { ExportSource } from './readingParts.ts';
import { sizeWarnings } from './sizeWarnings.ts';

/** One export to make, of any format but PDF. */
export interface ExportOrder {
  readonly format: WrittenFormat;
  readonly ids: readonly PostId[];
  readonly options: ExportOptions;
  readonly language: 'en' | 'zh';
  /** The search whose result the posts are; missing or null = they are none. */
  readonly sought?: SoughtText | null;
}

/** How an export is followed and ended. */
export interface ExportWatch {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: FormatProgress) => void;
}

/** What was made. */
export interface MadeExport extends FormatRun {
  readonly byteCount: number;
  readonly warnings: readonly string[];
}

/** A picture is held in memory whole; larger ones are left out, as on screen. */
const MAX_PICTURE_BYTES = 128 * 1024 * 1024;

/** Writes an export to an output, which is complete and on the disk then. Throws `AppError`. */
async function makeExport(
  source: ExportSource,
  order: ExportOrder,
  {
    output,
    room,
    signal,
    onProgress,
  }: ExportWatch & { readonly output: ExportOutput; readonly room: Room },
): Promise<MadeExport> {
  const { archive } = source;
  const { ids, options, language } = order;
  const row = writerOf(order.format);
  const parts = readingParts(source);
  const sorted = orderOf(source, order, row);
  const site = await parts.open.get(archive.id).site(archive.folder);
  const writer = await row.start({
    options,
    archive,
    language,
    sought: order.sought ?? null,
    total: ids.length,
    write: output.write,
    writeFile: output.writeFile,
    readMedia: mediaReader(archive.folder),
    now: new Date(),
    lookup: postLookup(source, { parts, site }, sorted),
  });
  const changes = parts.open.get(archive.id).marks.changesSince(0);
  const marked = new Set(Array.from(changes, ({ path }) => path));
  let done = 0;
  const run = await runFormat(sorted, {
    getPosts: async (wanted) => {
      await room.check({ done, total: ids.length, written: output.byteCount() });
      done += wanted.length;
      const asked = wanted.map((id) => ({ archiveId: archive.id, id, needs: row.needs, marked }));
      const outcomes = [];
      for (const each of asked) outcomes.push(await exportPost(parts, each));
      return outcomes;
    },
    writer,
    signal,
    onProgress,
  });
  await output.seal();
  const byteCount = output.byteCount();
  const warnings = [...(writer.warnings?.() ?? []), ...sizeWarnings(order, byteCount)];
  return { ...run, byteCount, warnings };
}

/** By the options; posts of one part together, where the format has parts. */
function orderOf(
  { reader }: ExportSource,
  { ids, options }: ExportOrder,
  { hasParts }: FormatRow,
): readonly PostId[] {
  const { order, parts } = options;
  const sorted = order === 'listed' ? ids : inOrder(reader, ids, order);
  return hasParts === true && parts !== 'none' ? inParts(reader, sorted, parts) : sorted;
}

/** The writer of a format. Throws `bad-input` when there is none. */
function writerOf(format: WrittenFormat): FormatRow {
  const row = formatRow(format);
  if (row === null) throw new AppError('bad-input', `There is no export to ${format}.`);
  return row;
}

function mediaReader(folder: string): WriterTools['readMedia'] {
  const reader = createArchiveReader(folder, MAX_PICTURE_BYTES);
  return async (path) => {
    try {
      const { bytes } = await reader.read(path);
      const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(SNIFF_BYTES, bytes.length));
      return { bytes, type: sniffMediaType(head) ?? 'application/octet-stream' };
    } catch {
      // Gone, outside the archive, too large: the same to a reader as not there.
      return null;
    }
  };
}

/**
 * Makes the whole export at `part`, after a look at the place it is for. It is complete then and only wants its name
 * (`deliver`). On failure the part may be half there: `discard` it. Throws `AppError`.
 */
export async function makePart(
  source: ExportSource,
  order: ExportOrder,
  { part, place, ...watch }: ExportWatch & { readonly part: string; readonly place: ExportPlace },
): Promise<MadeExport> {
  const { shape, leastBytes } = writerOf(order.format);
  await checkPlace(place, leastBytes * order.ids.length);
  const output = await (shape === 'file' ? openFileOutput : openFolderOutput)(part, place.target);
  try {
    const room = roomIn(dirname(part));
    const made = await makeExport(source, order, { ...watch, output, room });
    const where = { archiveFolder: source.archive.folder, format: order.format };
    const warnings = await placeWarnings(place.target, where, order.language);
    return { ...made, warnings: [...made.warnings, ...warnings] };
  } finally {
    await output.close();
  }
}

/** Takes an unfinished part away; one that cannot be removed now goes with the next export to its folder. */
export async function discard(part: string): Promise<void> {
  await rm(part, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
}

/** What a summary says before anything is done. */
export const emptySummary = {
  target: null,
  pageCount: null,
  postCount: 0,
  byteCount: null,
  failures: [],
  warnings: [],
  message: null,
} as const;

/** Makes an export in this thread and gives it its name. Never rejects: the summary says how it ended. */
export async function exportTo(
  target: string,
  { source, order }: { readonly source: ExportSource; readonly order: ExportOrder },
  watch: ExportWatch,
): Promise<ExportSummary> {
  const { format } = order;
  const place: ExportPlace = { target, shape: formatRow(format)?.shape ?? 'file' };
  const part = partBeside(place);
  const none = { ...emptySummary, jobId: 'command-line', format };
  try {
    const made = await makePart(source, order, { ...watch, part, place });
    await deliver(part, place);
    return { ...none, ...made, outcome: 'done', target };
  } catch (thrown) {
    return { ...none, ...endOf(thrown, watch.signal) };
  } finally {
    await discard(part);
  }
}

/** Makes an export of one file on a stream, which is told nothing of a failure but its end. Never rejects. */
export async function streamTo(
  send: (piece: string | Uint8Array) => Promise<void>,
  { source, order }: { readonly source: ExportSource; readonly order: ExportOrder },
  watch: ExportWatch,
): Promise<ExportSummary> {
  const none = { ...emptySummary, jobId: 'command-line', format: order.format };
  try {
    const output = streamOutput(send);
    const made = await makeExport(source, order, { ...watch, output, room: anyRoom });
    return { ...none, ...made, outcome: 'done' };
  } catch (thrown) {
    return { ...none, ...endOf(thrown, watch.signal) };
  }
}

/** How an export ended that threw. */
export function endOf(
  thrown: unknown,
  signal: AbortSignal,
): Pick<ExportSummary, 'outcome' | 'message'> {
  const { code, message } = toFailure(thrown);
  return signal.aborted || code === 'cancelled'
    ? { outcome: 'cancelled', message: null }
    : { outcome: 'failed', message };
}
