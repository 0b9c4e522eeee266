import { parentPort } from 'node:worker_threads';
import { withSource } from '../../core/exporting/openSource.ts';
import { startPdfJob } from '../../core/exporting/pdfJob.ts';
import type { PdfJob } from '../../core/exporting/pdfJob.ts';
import { previewPosts } from '../../core/exporting/previewPosts.ts';
import { tellLoaded } from '../../core/tellLoaded.ts';
import type { ExportOptions } from '../../shared/exportModel.ts';
import { AppError, toFailure } from '../../shared/result.ts';
import { answerStep } from './answerStep.ts';
import type { ExportReply, ExportStep } from './exportMessages.ts';

/**
 * The thread that composes previews, one after the other: starting one takes as long as a preview. Steps are done in the
 * order in which they were asked for; a new job gives up the one before.
 */

interface Asked {
  readonly id: number;
  readonly step: ExportStep;
}

interface OpenJob {
  readonly job: PdfJob;
  /** Lets go of what the job reads. */
  readonly leave: () => void;
  /** A file is being written. */
  isWriting: boolean;
}

let current: OpenJob | null = null;

function giveUp(): void {
  if (current === null) return;
  if (current.isWriting) current.job.drop('The preview was given up.');
  current.leave();
  current = null;
}

type Begin = Extract<ExportStep, { readonly kind: 'begin' }>;

/** Opens what a job reads, until the next one begins. Answers the posts that its book is planned of. */
function begin({ input, most }: Begin): Promise<number> {
  giveUp();
  return new Promise((resolve, reject) => {
    withSource(input.dataFolder, input.archiveId, (source) => {
      const first = previewPosts(source.reader, { ids: input.ids, options: input.options, most });
      const own = first === null ? input : { ...input, ...first, options: listed(input.options) };
      const job = startPdfJob(source, own);
      return new Promise<void>((leave) => {
        current = { job, leave, isWriting: false };
        resolve(own.ids.length);
      });
    }).catch(reject);
  });
}

const listed = (options: ExportOptions): ExportOptions => ({ ...options, order: 'listed' });

async function answer(step: ExportStep): Promise<Awaited<ReturnType<typeof answerStep>>> {
  if (step.kind === 'begin') return begin(step);
  if (current === null) throw new AppError('export-failed', 'No preview has begun.');
  const own = current;
  const answered = await answerStep(own.job, step);
  if (step.kind === 'open') own.isWriting = true;
  if (step.kind === 'finish') own.isWriting = false;
  return answered;
}

const send = (told: ExportReply): void => parentPort?.postMessage(told);

async function reply({ id, step }: Asked): Promise<void> {
  try {
    send({ id, ok: true, answer: await answer(step) });
  } catch (thrown) {
    const { code, message } = toFailure(thrown);
    send({ id, ok: false, code, message });
  }
}

tellLoaded();
let last: Promise<void> = Promise.resolve();
parentPort?.on('message', (asked: Asked) => {
  last = last.then(() => reply(asked));
});
