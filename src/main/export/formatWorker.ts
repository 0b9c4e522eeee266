import { parentPort, workerData } from 'node:worker_threads';
import { makePart } from '../../core/exporting/makeExport.ts';
import { withSource } from '../../core/exporting/openSource.ts';
import { tellLoaded } from '../../core/tellLoaded.ts';
import { toFailure } from '../../shared/result.ts';
import type { FormatTold, FormatWorkerData } from './formatMessages.ts';

/**
 * The thread that makes an export of any format but PDF: it reads index, library and files itself, so that neither the
 * main process nor the core is kept waiting. One worker per export; main gives what it made its name.
 */

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the main process starts this worker with exactly this
const { dataFolder, archiveId, order, place, part } = workerData as FormatWorkerData;

const controller = new AbortController();
const tell = (told: FormatTold): void => parentPort?.postMessage(told);

parentPort?.once('message', () => controller.abort());
tellLoaded();

try {
  const made = await withSource(dataFolder, archiveId, (source) =>
    makePart(source, order, {
      part,
      place,
      signal: controller.signal,
      onProgress: (progress) => tell({ kind: 'progress', progress }),
    }),
  );
  tell({ kind: 'made', made });
} catch (thrown) {
  tell({ kind: 'failed', failure: toFailure(thrown) });
}
parentPort?.close();
