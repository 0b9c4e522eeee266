import { Worker } from 'node:worker_threads';
import { endWhenLoaded, LOADED } from '../core/loadedThread.ts';
import type { IndexCommand, IndexReport, IndexWorkerData } from '../core/workerMessages.ts';
import type { DirtyPaths } from '../core/watching/dirtyPaths.ts';
import type { Events } from '../shared/events.ts';
import type { Archive, ArchiveId } from '../shared/model.ts';
import type { IndexingProgress } from '../shared/jobModel.ts';
import { logUnexpected } from './log.ts';
import type { SendEvent } from './windowEvents.ts';

/** Progress is shown at most this often, in milliseconds. */
const PROGRESS_MS = 100;

/** Results are refreshed at most this often while indexing, in milliseconds. */
const CHANGED_MS = 1_000;

/** A run that is cancelled, also by closing the app, may take so long to stop between two files, in milliseconds. */
const STOP_MS = 3_000;

/** A run that follows a change of the folder is shown only when it takes longer than this, in milliseconds. */
const QUIET_MS = 1_000;

/** How a run ended. */
export type RunEnd = Events['indexing.finished'];

/** Runs over archives, at most one each. */
export interface IndexingJobs {
  /** Starts a run; one under way goes on, except that `rebuild` replaces an `update`. */
  readonly start: (archive: Archive, mode: 'update' | 'rebuild') => Promise<void>;
  /**
   * Follows a change of the folder without making much of it: looks at these paths (null = everything) and says how
   * that ended. Null, and nothing is started, while another run is under way.
   */
  readonly refresh: (archive: Archive, paths: DirtyPaths) => Promise<RunEnd | null>;
  /** Ends when no run is under way. */
  readonly ended: (archiveId: ArchiveId) => Promise<void>;
  /** Whether a run over the whole folder began after that moment (milliseconds of this process's clock) and was done. */
  readonly hasScannedSince: (archiveId: ArchiveId, since: number) => boolean;
  readonly pause: (archiveId: ArchiveId, isPaused: boolean) => void;
  /** Ends when the run has ended; at once when there is none. */
  readonly cancel: (archiveId: ArchiveId) => Promise<void>;
  readonly cancelAll: () => Promise<void>;
}

interface Run {
  readonly choice: RunChoice;
  readonly command: (command: IndexCommand) => void;
  readonly ended: Promise<RunEnd>;
  /** When it began to look at files; null before. */
  readonly beganAt: () => number | null;
  /** Ends the thread, whatever it is at. */
  readonly kill: () => Promise<void>;
}

interface RunChoice {
  readonly mode: 'update' | 'rebuild';
  /** Null = the whole folder. */
  readonly paths: DirtyPaths;
  /** True for a run that nobody asked for. */
  readonly isQuiet: boolean;
}

/** What the jobs need of the app. */
export interface IndexingJobsRecipe {
  /** The built worker. */
  readonly script: string;
  readonly dataFolder: string;
  readonly send: SendEvent;
  /** Called after a run, before the window hears of its end. */
  readonly onEnded: (archiveId: ArchiveId) => Promise<void>;
  /** How long a cancelled run may take to stop between two files before it is killed, in milliseconds; 3,000 unless given. */
  readonly stopMs?: number;
}

/** Makes the keeper of indexing runs; each run has a worker thread of its own. */
export function createIndexingJobs(recipe: IndexingJobsRecipe): IndexingJobs {
  const runs = new Map<ArchiveId, Run>();
  const scannedAt = new Map<ArchiveId, number>();
  const cancel = async (archiveId: ArchiveId): Promise<void> => {
    const run = runs.get(archiveId);
    if (run === undefined) return;
    run.command({ kind: 'cancel' });
    await endWithin(run, recipe.stopMs ?? STOP_MS);
  };
  const begin = (archive: Archive, choice: RunChoice): Run => {
    const run = startRun(recipe, archive, choice);
    runs.set(archive.id, run);
    void run.ended.then(({ outcome }) => {
      if (runs.get(archive.id) === run) runs.delete(archive.id);
      const beganAt = run.beganAt();
      if (outcome === 'done' && choice.paths === null && beganAt !== null) {
        scannedAt.set(archive.id, beganAt);
      }
    });
    return run;
  };
  const ended = async (archiveId: ArchiveId): Promise<void> => {
    await runs.get(archiveId)?.ended;
  };
  return {
    start: async (archive, mode) => {
      // One that looks at some paths only is over soon and does not do what is asked.
      if (isOverPaths(runs.get(archive.id))) await ended(archive.id);
      const under = runs.get(archive.id)?.choice;
      if (under !== undefined && (mode === 'update' || under.mode === 'rebuild')) return;
      await cancel(archive.id);
      begin(archive, { mode, paths: null, isQuiet: false });
    },
    refresh: (archive, paths) =>
      runs.has(archive.id)
        ? Promise.resolve(null)
        : begin(archive, { mode: 'update', paths, isQuiet: true }).ended,
    ended,
    hasScannedSince: (archiveId, since) => (scannedAt.get(archiveId) ?? -1) >= since,
    pause: (archiveId, isPaused) => runs.get(archiveId)?.command({ kind: 'pause', isPaused }),
    cancel,
    cancelAll: async () => {
      await Promise.all([...runs.keys()].map(cancel));
    },
  };
}

/** Waits for a cancelled run; one that does not stop in time is killed, which its transactions survive. */
async function endWithin(run: Run, stopMs: number): Promise<void> {
  const timer = setTimeout(() => void run.kill(), stopMs);
  await run.ended;
  clearTimeout(timer);
}

function startRun(recipe: IndexingJobsRecipe, archive: Archive, choice: RunChoice): Run {
  const { script, dataFolder, send } = recipe;
  const { mode, paths } = choice;
  const workerData: IndexWorkerData = { dataFolder, archive, mode, paths: paths ?? undefined };
  const worker = new Worker(script, { workerData });
  const kill = endWhenLoaded(worker);
  const relay = createRelay(archive.id, choice, send);
  let end: RunEnd | null = null;
  let beganAt: number | null = null;
  worker.on('message', (report: IndexReport | typeof LOADED) => {
    if (report === LOADED) return;
    // It says so just before it looks at the first file.
    beganAt ??= performance.now();
    if (report.kind === 'progress') relay.progress(report.progress);
    else if (report.kind === 'rebuilt') relay.rebuilt();
    else end = endedEvent(report);
  });
  worker.on('error', (thrown) => {
    logUnexpected('index worker', thrown);
    const message = `Indexing ${archive.folder} stopped by an unexpected failure: ${thrown.message}`;
    end = failed(archive, message);
  });
  const ended = new Promise<RunEnd>((resolve) => {
    worker.on('exit', () => {
      relay.stop();
      const closing = end ?? failed(archive, `Indexing ${archive.folder} stopped before its end.`);
      recipe
        .onEnded(archive.id)
        .catch((thrown: unknown) => logUnexpected('after indexing', thrown))
        .finally(() => {
          send('index.changed', { archiveId: archive.id, wasRebuilt: relay.isRebuild() });
          // Highlights may have followed their posts, or lost their words.
          send('annotations.changed', { archiveId: archive.id, paths: null });
          send('indexing.finished', choice.isQuiet ? withoutPassing(closing) : closing);
          resolve(closing);
        });
    });
  });
  return {
    choice,
    command: (command) => worker.postMessage(command),
    ended,
    beganAt: () => beganAt,
    kill,
  };
}

function isOverPaths(run: Run | undefined): boolean {
  return run !== undefined && run.choice.paths !== null;
}

/** What goes by itself is not told to someone who asked for nothing: the list of archives says what is away. */
function withoutPassing(end: RunEnd): RunEnd {
  const code = end.failure?.code;
  return code === 'archive-missing' || code === 'index-busy' ? { ...end, failure: null } : end;
}

function endedEvent({ archiveId, outcome, summary, failure }: RunEnd): RunEnd {
  return { archiveId, outcome, summary, failure };
}

function failed(archive: Archive, message: string): RunEnd {
  const failure = { code: 'internal', message, path: archive.folder } as const;
  return { archiveId: archive.id, outcome: 'failed', summary: null, failure };
}

interface Relay {
  readonly progress: (progress: IndexingProgress) => void;
  /** The index could not be used: it is said at once, for what is on screen names posts by the old one. */
  readonly rebuilt: () => void;
  readonly isRebuild: () => boolean;
  readonly stop: () => void;
}

/** Passes on the newest progress at most every 100 ms, and tells of new posts at most once a second. */
function createRelay(archiveId: ArchiveId, choice: RunChoice, send: SendEvent): Relay {
  const shownFrom = performance.now() + (choice.isQuiet ? QUIET_MS : 0);
  let isRebuild = choice.mode === 'rebuild';
  let newest: IndexingProgress | null = null;
  let shownCounts = '';
  let changedAt = 0;
  const tick = (): void => {
    if (newest === null) return;
    const now = performance.now();
    if (now >= shownFrom) send('indexing.progress', newest);
    const counts = `${newest.postCount} ${newest.problemCount}`;
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
    rebuilt: () => {
      isRebuild = true;
      send('index.rebuilt', { archiveId });
    },
    isRebuild: () => isRebuild,
    stop: () => clearInterval(timer),
  };
}
