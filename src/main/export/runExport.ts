import { checkPlace, deliver, partBeside } from '../../core/exporting/exportPlace.ts';
import type { ExportPlace } from '../../core/exporting/exportPlace.ts';
import { discard, emptySummary, endOf } from '../../core/exporting/makeExport.ts';
import type { ExportProgress, ExportSummary } from '../../shared/exportModel.ts';
import { AppError } from '../../shared/result.ts';
import { startComposer } from './composer.ts';
import { composerInput } from './composerInput.ts';
import type { ComposedPosts } from './composerInput.ts';
import { createExportMeter } from './exportMeter.ts';
import { makePdfs } from './makePdfs.ts';
import type { MadePdfs } from './makePdfs.ts';
import type { PrintRoom } from './printRoom.ts';

/** One export to make. */
export interface ExportJob extends ComposedPosts {
  readonly jobId: string;
  /** Absolute path of the file or folder. */
  readonly target: string;
}

/** What an export needs of the app. */
export interface ExportTools {
  readonly dataFolder: string;
  readonly printRoom: PrintRoom;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: ExportProgress) => void;
}

/** No PDF with fonts in it is smaller, and no post in one adds less. */
const LEAST_BYTES = 40_000;
const LEAST_POST_BYTES = 4_000;

/**
 * Makes the PDF or PDFs of a job. Never rejects: the summary says how it ended. Whatever happens, no half file or folder
 * stands under the final name, and a job that is not done leaves nothing behind.
 */
export async function runExport(job: ExportJob, tools: ExportTools): Promise<ExportSummary> {
  const { jobId, ids, options, target } = job;
  const none = { ...emptySummary, jobId, format: options.format };
  const place: ExportPlace = { target, shape: options.layout === 'merged' ? 'file' : 'folder' };
  const part = partBeside(place);
  try {
    await checkPlace(place, LEAST_BYTES + LEAST_POST_BYTES * ids.length);
    const made = await makePart(job, tools, part);
    throwIfCancelled(tools.signal);
    await deliver(part, place);
    return { ...none, ...made, outcome: 'done', target };
  } catch (thrown) {
    return { ...none, ...endOf(thrown, tools.signal) };
  } finally {
    await discard(part);
  }
}

/** Opens window and thread, and closes both at once when the job is cancelled, or at its end. */
async function makePart(job: ExportJob, tools: ExportTools, part: string): Promise<MadePdfs> {
  const { jobId, target } = job;
  const totalPosts = job.ids.length;
  const { printRoom, dataFolder, signal, onProgress } = tools;
  const styleSheets = await printRoom.styleSheets();
  throwIfCancelled(signal);
  const isMerged = job.options.layout === 'merged';
  const window = isMerged ? printRoom.open(jobId) : await printRoom.keep();
  const composer = startComposer(
    composerInput(job, { dataFolder, part, target, window, styleSheets }),
  );
  const closeAll = (): void => {
    window.close();
    composer.close().catch(() => undefined);
  };
  signal.addEventListener('abort', closeAll);
  try {
    // What was aborted while the window was got ready tells nobody any more.
    throwIfCancelled(signal);
    const report = createExportMeter({ jobId, totalPosts, isMerged }, onProgress);
    return await makePdfs({ composer, window, report, signal, isMerged, totalPosts });
  } finally {
    signal.removeEventListener('abort', closeAll);
    window.close();
    // The part belongs to the thread until it has ended.
    await composer.close();
  }
}

function throwIfCancelled(signal: AbortSignal): void {
  if (signal.aborted) throw new AppError('cancelled', 'The export was cancelled.');
}
