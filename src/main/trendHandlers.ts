import { join } from 'node:path';
import { Buffer } from 'node:buffer';
import { app } from 'electron';
import { safeFileName } from '../core/export/fileNames.ts';
import type { Handlers, Input } from '../shared/contract.ts';
import { AppError } from '../shared/result.ts';
import { csvText } from '../shared/text/csvText.ts';
import { writeWhole } from './writeWhole.ts';
import { askWhereToSave } from './fileDialogs.ts';
import { shellText } from './i18n/shellText.ts';
import type { ShellTools } from './shellTools.ts';

/** Answers the call that saves a chart. */
export function trendHandlers(tools: ShellTools): Handlers<'trends.save'> {
  return { 'trends.save': (chart) => saveChart(tools, chart) };
}

async function saveChart(
  tools: ShellTools,
  chart: Input<'trends.save'>,
): Promise<{ readonly file: string } | null> {
  // Checked before anybody is asked: a window that sends something else gets no file at all.
  const bytes = bytesOf(chart);
  const text = shellText(tools.language()).dialogs;
  const file = await askWhereToSave(tools.window(), {
    title: text.saveChartTitle,
    buttonLabel: text.save,
    defaultPath: join(app.getPath('documents'), `${safeFileName(chart.name)}.${chart.kind}`),
    filters: [
      { name: chart.kind === 'csv' ? text.csvFile : text.pngFile, extensions: [chart.kind] },
    ],
  });
  if (file === null) return null;
  await writeWhole(file, bytes);
  return { file };
}

/** First bytes of every PNG (W3C PNG, 5.2). */
const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function bytesOf(chart: Input<'trends.save'>): Uint8Array {
  if (chart.kind === 'csv') return Buffer.from(csvText(chart.rows), 'utf8');
  const bytes = Buffer.from(chart.png, 'base64');
  if (!bytes.subarray(0, PNG_SIGNATURE.length).equals(PNG_SIGNATURE)) {
    throw new AppError('bad-input', 'The picture is no PNG.');
  }
  return bytes;
}
