import { parentPort, workerData } from 'node:worker_threads';
import { withSource } from '../../core/exporting/openSource.ts';
import { startPdfJob } from '../../core/exporting/pdfJob.ts';
import type { PdfJob } from '../../core/exporting/pdfJob.ts';
import { tellLoaded } from '../../core/tellLoaded.ts';
import { toFailure } from '../../shared/result.ts';
import { answerStep } from './answerStep.ts';
import type { ExportReply, ExportStep, ExportWorkerData } from './exportMessages.ts';

/**
 * The thread that reads the posts of a PDF, composes its documents and joins their prints, so that none of it blocks the
 * main process. One worker per export; ending it is how an export is cancelled.
 */

interface Asked {
  readonly id: number;
  readonly step: ExportStep;
}

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the main process starts this worker with exactly this
const input = workerData as ExportWorkerData;

const send = (reply: ExportReply): void => parentPort?.postMessage(reply);

function fail(id: number, thrown: unknown): void {
  const { code, message } = toFailure(thrown);
  send({ id, ok: false, code, message });
}

/** Answers steps until the last. */
function serve(job: PdfJob): Promise<void> {
  return new Promise((resolve) => {
    const answer = async ({ id, step }: Asked): Promise<void> => {
      try {
        send({ id, ok: true, answer: await answerStep(job, step) });
      } catch (thrown) {
        fail(id, thrown);
      }
      if (step.kind === 'end') resolve();
    };
    parentPort?.on('message', (asked: Asked) => void answer(asked));
  });
}

tellLoaded();
try {
  await withSource(input.dataFolder, input.archiveId, (source) =>
    serve(startPdfJob(source, input)),
  );
  parentPort?.close();
} catch (thrown) {
  parentPort?.on('message', ({ id }: Asked) => fail(id, thrown));
}
