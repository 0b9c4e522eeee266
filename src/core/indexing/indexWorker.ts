import { constants, setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import { toFailure } from '../../shared/result.ts';
import type { IndexCommand, IndexReport, IndexWorkerData } from '../workerMessages.ts';
import { createIndexingControl } from './indexingControl.ts';
import type { MeasurerWorkerData } from './measureThread.ts';
import type { ParserWorkerData } from './threadLane.ts';

/**
 * Entry of the index worker: runs once over the archive it is given, reports, takes commands, and ends. The same script
 * is the parser threads that such a run starts beside itself. Each loads only what it needs, because both are waited for.
 */

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- started by `ThreadLane`, `createMeasureThread` and the main process only
const role = workerData as ParserWorkerData | MeasurerWorkerData | IndexWorkerData;

if (!('role' in role)) await runOnce(role);
else if (parentPort !== null) await serve(role, parentPort);

async function serve(
  thread: ParserWorkerData | MeasurerWorkerData,
  port: MessagePort,
): Promise<void> {
  if (thread.role === 'measurer') {
    const { serveMeasurer } = await import('./measureThread.ts');
    serveMeasurer(port);
    return;
  }
  const { serveParser } = await import('./serveParser.ts');
  serveParser(thread, port);
}

function report(message: IndexReport): void {
  parentPort?.postMessage(message);
}

/**
 * Lets the window go first wherever both want a processor. Linux alone knows priorities of threads; elsewhere this would
 * slow down the whole app. Threads started from here, the parsers, have the same one.
 */
function stepBack(): void {
  if (process.platform !== 'linux') return;
  try {
    setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // Where a system forbids it, a run goes on as it was.
  }
}

async function runOnce({ dataFolder, archive, mode, paths }: IndexWorkerData): Promise<void> {
  stepBack();
  const control = createIndexingControl();
  parentPort?.on('message', (command: IndexCommand) => {
    if (command.kind === 'cancel') control.cancel();
    else control.setPaused(command.isPaused);
  });
  try {
    const { tellLoaded } = await import('../tellLoaded.ts');
    tellLoaded();
    const { indexArchive } = await import('./indexArchive.ts');
    const { outcome, summary } = await indexArchive({
      dataFolder,
      archive,
      mode,
      paths,
      parserScript: fileURLToPath(import.meta.url),
      control,
      onProgress: (progress) => {
        report({ kind: 'progress', progress });
      },
      onRebuilt: () => {
        report({ kind: 'rebuilt' });
      },
    });
    const isDone = outcome === 'done';
    const archiveId = archive.id;
    report({
      kind: 'finished',
      archiveId,
      outcome,
      summary: isDone ? summary : null,
      failure: null,
    });
  } catch (error) {
    const failure = toFailure(error);
    report({ kind: 'finished', archiveId: archive.id, outcome: 'failed', summary: null, failure });
  }
  // The worker ends by itself once nothing can reach it any more.
  parentPort?.close();
}
