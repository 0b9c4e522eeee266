import { Worker } from 'node:worker_threads';
import type { IndexCommand, IndexReport, IndexWorkerData } from '../core/workerMessages.ts';
import type { Events } from '../shared/contract.ts';
import type { Archive, ArchiveId, IndexingProgress } from '../shared/model.ts';
import { logUnexpected } from './log.ts';
import type { SendEvent } from './windowEvents.ts';

/** Progress is shown at most this often, in milliseconds. */
const PROGRESS_MS = 100;

/** Results are refreshed at most this often while indexing, in milliseconds. */
const CHANGED_MS = 1_000;

/** How long closing the app waits for a run to stop between two files, in milliseconds. */
const STOP_MS = 3_000;

type Ended = Events['indexing.finished'];

/** Runs over archives, at most one each. */
export interface IndexingJobs {
  /** Starts a run; one under way goes on, except that `rebuild` replaces an `update`. */
  readonly start: (archive: Archive, mode: 'update' | 'rebuild') => Promise<void>;
  readonly pause: (archiveId: ArchiveId, isPaused: boolean) => void;
  /** Ends when the run has ended; at once when there is none. */
  readonly cancel: (archiveId: ArchiveId) => Promise<void>;
  readonly cancelAll: () => Promise<void>;
}

interface Run {
  readonly mode: 'update' | 'rebuild';
  readonly command: (command: IndexCommand) => void;
  readonly ended: Promise<void>;
  readonly kill: () => Promise<unknown>;
}

/** What the jobs need of the app. */
export interface IndexingJobsRecipe {
  /** The built worker. */
  readonly script: string;
  readonly dataFolder: string;
  readonly send: SendEvent;
  /** Called after a run, before the window hears of its end. */
  readonly onEnded: (archiveId: ArchiveId) => Promise<void>;
}

/** Makes the keeper of indexing runs; each run has a worker thread of its own. */
export function createIndexingJobs(recipe: IndexingJobsRecipe): IndexingJobs {
  const runs = new Map<ArchiveId, Run>();
  const cancel = async (archiveId: ArchiveId): Promise<void> => {
    const run = runs.get(archiveId);
    if (run === undefined) return;
    run.command({ kind: 'cancel' });
    await endWithin(run);
  };
  return {
    start: async (archive, mode) => {
      const under = runs.get(archive.id);
      if (under !== undefined && (mode === 'update' || under.mode === 'rebuild')) return;
      await cancel(archive.id);
      const run = startRun(recipe, archive, mode);
      runs.set(archive.id, run);
      void run.ended.then(() => {
        if (runs.get(archive.id) === run) runs.delete(archive.id);
      });
    },
    pause: (archiveId, isPaused) => runs.get(archiveId)?.command({ kind: 'pause', isPaused }),
    cancel,
    cancelAll: async () => {
      await Promise.all([...runs.keys()].map(cancel));
    },
  };
}

/** Waits for a cancelled run; one that does not stop in time is killed, which its transactions survive. */
async function endWithin(run: Run): Promise<void> {
  const timer = setTimeout(() => void run.kill(), STOP_MS);
  await run.ended;
  clearTimeout(timer);
}

function startRun(recipe: IndexingJobsRecipe, archive: Archive, mode: Run['mode']): Run {
  const { script, dataFolder, send } = recipe;
  const workerData: IndexWorkerData = { dataFolder, archive, mode };
  const worker = new Worker(script, { workerData });
  const relay = createRelay(archive.id, mode === 'rebuild', send);
  let end: Ended | null = null;
  worker.on('message', (report: IndexReport) => {
    if (report.kind === 'progress') relay.progress(report.progress);
    else end = endedEvent(report);
  });
  worker.on('error', (thrown) => {
    logUnexpected('index worker', thrown);
    const message = `Indexing ${archive.folder} stopped by an unexpected failure: ${thrown.message}`;
    end = failed(archive, message);
  });
  const ended = new Promise<void>((resolve) => {
    worker.on('exit', () => {
      relay.stop();
      const closing = end ?? failed(archive, `Indexing ${archive.folder} stopped before its end.`);
      recipe
        .onEnded(archive.id)
        .catch((thrown: unknown) => logUnexpected('after indexing', thrown))
        .finally(() => {
          send('index.changed', { archiveId: archive.id, wasRebuilt: mode === 'rebuild' });
          send('indexing.finished', closing);
          resolve();
        });
    });
  });
  return {
    mode,
    command: (command) => worker.postMessage(command),
    ended,
    kill: () => worker.terminate(),
  };
}

function endedEvent({ archiveId, outcome, summary, failure }: Ended): Ended {
  return { archiveId, outcome, summary, failure };
}

function failed(archive: Archive, message: string): Ended {
  const failure = { code: 'internal', message, path: archive.folder } as const;
  return { archiveId: archive.id, outcome: 'failed', summary: null, failure };
}

interface Relay {
  readonly progress: (progress: IndexingProgress) => void;
  readonly stop: () => void;
}

/** Passes on the newest progress at most every 100 ms, and tells of new posts at most once a second. */
function createRelay(archiveId: ArchiveId, isRebuild: boolean, send: SendEvent): Relay {
  let newest: IndexingProgress | null = null;
  let shownCounts = '';
  let changedAt = 0;
  const tick = (): void => {
    if (newest === null) return;
    send('indexing.progress', newest);
    const counts = `${newest.postCount} ${newest.problemCount}`;
    const now = performance.now();
    if (counts !== shownCounts && now - changedAt >= CHANGED_MS) {
      shownCounts = counts;
      changedAt = now;
      send('index.changed', { archiveId, wasRebuilt: isRebuild });
    }
    newest = null;
  };
  const timer = setInterval(tick, PROGRESS_MS);
  return {
    progress: (progress) => {
      newest = progress;
    },
    stop: () => clearInterval(timer),
  };
}
