import { expect } from '@playwright/test';
import type { ExportOptions, ExportProgress, ExportSummary } from '../../src/shared/exportModel.ts';
import { defaultExportOptions } from '../../src/shared/defaults.ts';
import type { RunningApp } from './launch.ts';

/** Exports of all posts of the open archive, asked for as the dialog does, for tests of what comes out. */

/** The bridge that the page has, as far as this file uses it. */
interface PageBridge {
  readonly call: (channel: string, input: unknown) => Promise<{ ok: boolean; value: never }>;
  readonly subscribe: (name: string, listener: (payload: never) => void) => () => void;
}

/** Options that differ from the usual ones, and a search: its result is exported, oldest first; without one all posts are. */
export type AskedExport = Partial<ExportOptions> & { readonly text?: string };

/** Begins an export into `target`, which the save dialog is made to answer; answers the job's id. */
export async function startExport(
  { app, page }: RunningApp,
  target: string,
  asked: AskedExport = {},
): Promise<string> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, target);
  return page.evaluate(async (wanted) => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the page's own bridge; its types do not reach the test
    const { archive } = globalThis as unknown as { archive: PageBridge };
    const summaries: ExportSummary[] = [];
    Reflect.set(globalThis, 'exportSummaries', summaries);
    const progress: ExportProgress[] = [];
    Reflect.set(globalThis, 'exportProgress', progress);
    archive.subscribe('export.finished', (summary: ExportSummary) => void summaries.push(summary));
    archive.subscribe('export.progress', (told: ExportProgress) => void progress.push(told));
    const ask = async (channel: string, input: unknown): Promise<never> => {
      const outcome = await archive.call(channel, input);
      if (!outcome.ok) throw new Error(`${channel}: ${JSON.stringify(outcome)}`);
      return outcome.value;
    };
    const archives: readonly { readonly id: string }[] = await ask('archives.list', undefined);
    const archiveId = archives[0]?.id;
    const ids: unknown = await ask('posts.ids', { archiveId, ...wanted.query });
    const started: { readonly jobId: string } = await ask('export.start', {
      archiveId,
      ids,
      options: wanted.options,
    });
    return started.jobId;
  }, exportCall(asked));
}

function exportCall({ text = '', ...options }: AskedExport): {
  readonly query: object;
  readonly options: ExportOptions;
} {
  const filters = {
    list: 'all',
    states: [],
    sources: [],
    categories: [],
    tags: [],
    labels: [],
    years: [],
    months: [],
    from: null,
    to: null,
  };
  return {
    query: { text, filters, sort: 'oldest' },
    options: { ...defaultExportOptions, order: 'date', ...options },
  };
}

/** What was told of the export that was begun last, so far, in order. */
export async function toldProgress({ page }: RunningApp): Promise<readonly ExportProgress[]> {
  return page.evaluate((): readonly ExportProgress[] => Reflect.get(globalThis, 'exportProgress'));
}

/** Waits for the end of the export and answers how it was. */
export async function exportEnd({ page }: RunningApp): Promise<ExportSummary> {
  const handle = await page.waitForFunction(
    () => {
      const summaries: readonly ExportSummary[] = Reflect.get(globalThis, 'exportSummaries');
      return summaries[0] ?? null;
    },
    null,
    { timeout: 180_000 },
  );
  const summary = await handle.jsonValue();
  if (summary === null) throw new Error('The export did not end.');
  return summary;
}

/** Asks for the end of the export. */
export async function cancelExport({ page }: RunningApp, jobId: string): Promise<void> {
  await page.evaluate(async (id) => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the page's own bridge; its types do not reach the test
    const { archive } = globalThis as unknown as { archive: PageBridge };
    await archive.call('export.cancel', { jobId: id });
  }, jobId);
}

/** A preview as the dialog gets it. */
export interface AskedPreview {
  readonly pdf: Uint8Array;
  readonly pageCount: number;
  readonly isWhole: boolean;
}

/**
 * Asks for previews of exports, as the dialog does, one right behind the other; null where one was given up for the next.
 */
export async function previewsOf(
  { page }: RunningApp,
  asked: readonly AskedExport[],
): Promise<readonly (AskedPreview | null)[]> {
  const made = await page.evaluate(async (orders) => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the page's own bridge; its types do not reach the test
    const { archive } = globalThis as unknown as { archive: PageBridge };
    const ask = async (channel: string, input: unknown): Promise<never> => {
      const outcome = await archive.call(channel, input);
      if (!outcome.ok) throw new Error(`${channel}: ${JSON.stringify(outcome)}`);
      return outcome.value;
    };
    const archives: readonly { readonly id: string }[] = await ask('archives.list', undefined);
    const archiveId = archives[0]?.id;
    const inputs: object[] = [];
    for (const { query, options } of orders) {
      inputs.push({ archiveId, ids: await ask('posts.ids', { archiveId, ...query }), options });
    }
    const preview = async (input: object) => {
      const outcome: {
        readonly ok: boolean;
        readonly value: AskedPreview;
        readonly error?: { readonly code: string };
      } = await archive.call('export.preview', input);
      if (outcome.error?.code === 'cancelled') return null;
      if (!outcome.ok) throw new Error(JSON.stringify(outcome));
      const { pdf, pageCount, isWhole } = outcome.value;
      return { pdf: [...pdf], pageCount, isWhole };
    };
    return Promise.all(inputs.map(preview));
  }, asked.map(exportCall));
  return made.map((one) => (one === null ? null : { ...one, pdf: Uint8Array.from(one.pdf) }));
}

/** Exports into `target` and expects that nothing is left out; answers `target`. */
export async function exportWhole(
  running: RunningApp,
  target: string,
  asked: AskedExport,
): Promise<string> {
  await startExport(running, target, asked);
  expect(await exportEnd(running)).toMatchObject({ outcome: 'done', target, failures: [] });
  return target;
}
