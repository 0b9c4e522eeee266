import { resolve } from 'node:path';
import { exportTo, streamTo } from '../core/exporting/makeExport.ts';
import type { ExportOrder } from '../core/exporting/makeExport.ts';
import { defaultExportOptions } from '../shared/defaults.ts';
import type { CommandTools } from './commandTools.ts';
import { choosePosts } from './exportChoice.ts';
import type { ChosenPosts } from './exportChoice.ts';
import { reportEnd } from './exportEnd.ts';
import type { ExportInvocation } from './exportInvocation.ts';
import { progressText } from './exportLine.ts';
import { languageOf } from './language.ts';
import { dataFolderOf, withReading } from './reading.ts';
import type { Place } from './reading.ts';
import { createStatusLine } from './statusLine.ts';

/** `export`: every format but PDF is made in this process; Chromium draws PDFs. Answers the exit code. */
export async function exportCommand(
  invocation: ExportInvocation,
  place: Place,
  tools: CommandTools,
): Promise<number> {
  const { format, target, order } = invocation;
  if (format === 'pdf') {
    const { exportPdf } = await import('./exportPdf.ts');
    return exportPdf(invocation, place, tools);
  }
  const { io } = tools;
  return withReading(place, io, async (reading) => {
    const chosen = choosePosts(invocation, reading, io);
    const options = { ...defaultExportOptions, format, order };
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
  });
}

/** The search that chose the posts, for the cover of a book; null for none, and for one that is empty. */
function soughtOf(chosen: ChosenPosts): NonNullable<ExportOrder['sought']> | null {
  const text = chosen.kind === 'result' ? chosen.text.trim() : '';
  return text === '' ? null : { text, foldsVariants: true };
}
