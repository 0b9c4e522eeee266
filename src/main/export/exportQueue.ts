import { emptySummary } from '../../core/exporting/makeExport.ts';
import type { ExportFormat, ExportProgress, ExportSummary } from '../../shared/exportModel.ts';
import { logUnexpected } from '../log.ts';

/** What a job is given to tell of itself and to hear that it is to end. */
export interface JobWatch {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: ExportProgress) => void;
}

/** An export that is to be made when its turn comes. */
export interface QueuedJob {
  readonly jobId: string;
  readonly format: ExportFormat;
  readonly totalPosts: number;
  /** Never rejects: the summary says how it ended. */
  readonly run: (watch: JobWatch) => Promise<ExportSummary>;
}

/** Exports in the order in which they were asked for. */
export interface ExportQueue {
  /** Starts the job, or lets it wait and says so by a report of the stage `waiting`. */
  readonly add: (job: QueuedJob) => void;
  /** Ends a job, also one that waits; answers once it has ended. Unknown and ended ones are left alone. */
  readonly cancel: (jobId: string) => Promise<void>;
  readonly cancelAll: () => Promise<void>;
  /** Jobs that are under way or wait. */
  readonly count: () => number;
}

interface Ears {
  readonly onProgress: (progress: ExportProgress) => void;
  /** Told once for each job. */
  readonly onEnded: (summary: ExportSummary) => void;
}

interface Entry {
  readonly controller: AbortController;
  readonly ended: Promise<void>;
}

/**
 * Makes a queue. PDFs are made one at a time, for each takes much of the memory that all of them may take; so are all
 * other formats, but a table does not wait for a book that takes minutes.
 */
export function createExportQueue({ onProgress, onEnded }: Ears): ExportQueue {
  const entries = new Map<string, Entry>();
  /** The last job of each lane: the next one begins at its end. */
  const last = new Map<string, Promise<void>>();
  const cancel = async (jobId: string): Promise<void> => {
    const entry = entries.get(jobId);
    entry?.controller.abort();
    await entry?.ended;
  };
  return {
    add: (job) => {
      const lane = job.format === 'pdf' ? 'pdf' : 'other';
      const before = last.get(lane);
      const controller = new AbortController();
      const { signal } = controller;
      if (before !== undefined) onProgress(waiting(job));
      const ended = turn(before, signal)
        .then(() => (signal.aborted ? cancelled(job) : job.run({ signal, onProgress })))
        .then(onEnded)
        .catch((thrown: unknown) => logUnexpected('export', thrown))
        .finally(() => entries.delete(job.jobId));
      entries.set(job.jobId, { controller, ended });
      // One that is cancelled while it waits ends before those in front of it.
      const all = Promise.all([before, ended]).then(() => {
        if (last.get(lane) === all) last.delete(lane);
      });
      last.set(lane, all);
    },
    cancel,
    cancelAll: async () => {
      await Promise.all([...entries.keys()].map(cancel));
    },
    count: () => entries.size,
  };
}

/** Waits for the job before, or for the wish to end. */
function turn(before: Promise<void> | undefined, signal: AbortSignal): Promise<void> {
  if (before === undefined) return Promise.resolve();
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true });
    void before.then(resolve);
  });
}

const waiting = ({ jobId, totalPosts }: QueuedJob): ExportProgress => ({
  jobId,
  stage: 'waiting',
  donePosts: 0,
  totalPosts,
  donePages: null,
  currentTitle: null,
  secondsLeft: null,
});

const cancelled = ({ jobId, format }: QueuedJob): ExportSummary => ({
  ...emptySummary,
  jobId,
  format,
  outcome: 'cancelled',
  message: null,
});
