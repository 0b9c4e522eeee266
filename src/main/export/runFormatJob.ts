import { Worker } from 'node:worker_threads';
import { discard, emptySummary, endOf } from '../../core/exporting/makeExport.ts';
import type { ExportOrder, MadeExport } from '../../core/exporting/makeExport.ts';
import { deliver, partBeside } from '../../core/exporting/exportPlace.ts';
import { formatRow } from '../../core/export/formats/writers.ts';
import { endWhenLoaded, LOADED } from '../../core/loadedThread.ts';
import type { ExportProgress, ExportSummary } from '../../shared/exportModel.ts';
import type { ArchiveId } from '../../shared/model.ts';
import { AppError } from '../../shared/result.ts';
import { STOP } from './formatMessages.ts';
import type { FormatTold, FormatWorkerData } from './formatMessages.ts';

/** One export of any format but PDF. */
export interface FormatJob {
  readonly jobId: string;
  readonly archiveId: ArchiveId;
  readonly order: ExportOrder;
  /** Absolute path of the file or folder. */
  readonly target: string;
}

/** What such an export needs of the app. */
export interface FormatJobTools {
  readonly dataFolder: string;
  /** Absolute path of the built `formatWorker`. */
  readonly workerScript: string;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: ExportProgress) => void;
}

/** A thread that is in the midst of one long post when it is asked to stop is ended after so many milliseconds. */
const STOP_MS = 500;

/**
 * Makes an export in a thread of its own. Never rejects: the summary says how it ended. Whatever happens, no half file
 * stands under the final name, and one that is not done leaves nothing behind.
 */
export async function runFormatJob(job: FormatJob, tools: FormatJobTools): Promise<ExportSummary> {
  const { jobId, archiveId, order, target } = job;
  const { dataFolder, signal } = tools;
  const place = { target, shape: formatRow(order.format)?.shape ?? 'file' };
  const part = partBeside(place);
  const none = { ...emptySummary, jobId, format: order.format };
  try {
    const made = await makeInThread({ dataFolder, archiveId, order, place, part }, job, tools);
    if (signal.aborted) throw new AppError('cancelled', 'The export was cancelled.');
    await deliver(part, place);
    return { ...none, ...made, outcome: 'done', target };
  } catch (thrown) {
    return { ...none, ...endOf(thrown, signal) };
  } finally {
    await discard(part);
  }
}

function makeInThread(
  work: FormatWorkerData,
  { jobId }: FormatJob,
  { workerScript, signal, onProgress }: FormatJobTools,
): Promise<MadeExport> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerScript, { workerData: work });
    const endThread = endWhenLoaded(worker);
    let timer: NodeJS.Timeout | undefined;
    const stop = (): void => {
      worker.postMessage(STOP);
      timer = setTimeout(() => void endThread(), STOP_MS);
    };
    let end: Exclude<FormatTold, { readonly kind: 'progress' }> | null = null;
    let fault: Error | null = null;
    worker.on('message', (told: FormatTold | typeof LOADED) => {
      if (told === LOADED) return;
      if (told.kind === 'progress') onProgress({ jobId, ...told.progress });
      else end = told;
    });
    worker.on('error', (thrown: Error) => {
      fault = thrown;
    });
    // The part belongs to the thread until it has ended, however it ends.
    worker.on('exit', () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
      settle(end, fault, { resolve, reject });
    });
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
  });
}

function settle(
  end: Exclude<FormatTold, { readonly kind: 'progress' }> | null,
  fault: Error | null,
  { resolve, reject }: PromiseWithResolversLike,
): void {
  if (end?.kind === 'made') resolve(end.made);
  else if (end?.kind === 'failed') reject(new AppError(end.failure.code, end.failure.message));
  else reject(new AppError('export-failed', fault?.message ?? 'The export stopped.'));
}

interface PromiseWithResolversLike {
  readonly resolve: (made: MadeExport) => void;
  readonly reject: (reason: Error) => void;
}
