import { resolve } from 'node:path';
import { exportTo, streamTo } from '../core/exporting/makeExport.ts';
import type { ExportOrder } from '../core/exporting/makeExport.ts';
import type { WrittenFormat } from '../core/export/formats/writers.ts';
import type { ExportOptions } from '../shared/exportModel.ts';
import type { CommandTools } from './commandTools.ts';
import { choosePosts } from './exportChoice.ts';
import type { ChosenPosts } from './exportChoice.ts';
import { reportEnd } from './exportEnd.ts';
import type { ExportInvocation } from './exportInvocation.ts';
import { progressText } from './exportLine.ts';
import { optionsOf, sayIdle } from './exportLook.ts';
import type { CliIo } from './io.ts';
import { languageOf } from './language.ts';
import { dataFolderOf, withReading } from './reading.ts';
import type { Place, Reading } from './reading.ts';
import { createStatusLine } from './statusLine.ts';

/** What is exported, and how. */
export interface ReadyExport {
  readonly chosen: ChosenPosts;
  readonly options: ExportOptions;
  /** Of the archive. */
  readonly folder: string;
}

/** `export`: every format but PDF is made in this process; Chromium draws PDFs. Answers the exit code. */
export async function exportCommand(
  invocation: ExportInvocation,
  place: Place,
  tools: CommandTools,
): Promise<number> {
  const { io } = tools;
  const ended = await withReading(place, io, async (reading) => {
    const chosen = choosePosts(invocation, reading, io);
    const isResult = chosen.kind === 'result';
    const options = optionsOf(invocation, reading.library, isResult ? chosen.name : '');
    sayIdle(invocation, isResult ? chosen.text : '', io);
    const { format } = options;
    const ready = { chosen, options, folder: reading.archive.folder };
    if (format === 'pdf') return ready;
    return writeFormat({ ...ready, format, invocation }, { ...reading, place }, io);
  });
  if (typeof ended === 'number') return ended;
  // Index and library are closed by now: the app opens them itself.
  const { exportPdf } = await import('./exportPdf.ts');
  return exportPdf({ ...ended, target: invocation.target }, place, tools);
}

async function writeFormat(
  {
    chosen,
    options,
    format,
    invocation,
  }: ReadyExport & { readonly format: WrittenFormat; readonly invocation: ExportInvocation },
  { place, ...reading }: Reading & { readonly place: Place },
  io: CliIo,
): Promise<number> {
  const { target } = invocation;
  const wanted: ExportOrder = {
    format,
    ids: chosen.ids,
    options,
    language: languageOf(io.environment),
    sought: soughtOf(chosen),
  };
  const source = { ...reading, dataFolder: dataFolderOf(place, io) };
  const status = createStatusLine(io);
  const watch = {
    signal: io.signal,
    onProgress: (progress: Parameters<typeof progressText>[0]) =>
      status.show(progressText(progress)),
  };
  const summary =
    target === '-'
      ? await streamTo(io.write, { source, order: wanted }, watch)
      : await exportTo(resolve(io.folder, target), { source, order: wanted }, watch);
  status.end();
  return reportEnd({ kind: 'finished', summary }, invocation, io);
}

/** The search that chose the posts, for the cover of a book and its hits; null for none, and for one that is empty. */
function soughtOf(chosen: ChosenPosts): NonNullable<ExportOrder['sought']> | null {
  if (chosen.kind !== 'result' || chosen.text.trim() === '') return null;
  return { text: chosen.text.trim(), foldsVariants: chosen.foldsVariants };
}
