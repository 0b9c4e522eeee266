import { fileURLToPath } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { toFailure } from '../../shared/result.ts';
import type { PostFile } from '../post/parsedPost.ts';
import type { IndexCommand, IndexReport, IndexWorkerData } from '../workerMessages.ts';
import { indexArchive } from './indexArchive.ts';
import { createIndexingControl } from './indexingControl.ts';
import { parseSafely } from './parseSafely.ts';
import type { ParserReply, ParserWorkerData } from './parser.ts';

/**
 * Entry of the index worker: runs once over the archive it is given, reports, takes commands, and ends. The same script
 * is the parser thread that such a run starts beside itself.
 */

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- started by `threadParser` and the main process only
const role = workerData as ParserWorkerData | IndexWorkerData;

if ('role' in role) serveParser();
else await runOnce(role);

function reply(answer: ParserReply): void {
  parentPort?.postMessage(answer);
}

function report(message: IndexReport): void {
  parentPort?.postMessage(message);
}

function serveParser(): void {
  parentPort?.on('message', (files: readonly PostFile[]) => {
    reply(files.map(parseSafely));
  });
  reply('ready');
}

async function runOnce({ dataFolder, archive, mode }: IndexWorkerData): Promise<void> {
  const control = createIndexingControl();
  parentPort?.on('message', (command: IndexCommand) => {
    if (command.kind === 'cancel') control.cancel();
    else control.setPaused(command.isPaused);
  });
  try {
    const { outcome, summary } = await indexArchive({
      dataFolder,
      archive,
      mode,
      parserScript: fileURLToPath(import.meta.url),
      control,
      onProgress: (progress) => {
        report({ kind: 'progress', progress });
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
