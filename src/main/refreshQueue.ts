import { setTimeout as delay } from 'node:timers/promises';
import { joinDirty } from '../core/watching/dirtyPaths.ts';
import type { DirtyPaths } from '../core/watching/dirtyPaths.ts';
import type { ArchiveId } from '../shared/model.ts';
import type { RunEnd } from './indexingJobs.ts';
import { logUnexpected } from './log.ts';

/** Brings changed paths into the index, one run after the other. */
export interface RefreshQueue {
  /** Null = everything. Answers at once. */
  readonly add: (archiveId: ArchiveId, changed: DirtyPaths) => void;
  /** How long the last run over everything took, in milliseconds. */
  readonly lastScanMs: () => number;
  readonly close: () => void;
}

/** Between two runs, in milliseconds. */
const LEAST_PAUSE_MS = 200;
/** After so many runs in that time (milliseconds) a folder does not rest: then the pauses grow, to leave the processor free. */
const FREE_RUNS = 3;
const FREE_RUNS_MS = 10_000;
const MOST_PAUSE_MS = 10_000;
/** Another process writes this index; it will not be long, in milliseconds. */
const BUSY_PAUSE_MS = 5_000;

/** What the queue needs of the runs. */
export interface RefreshRuns {
  /** Runs over the paths (null = everything) and says how it ended; null when another run is under way. */
  readonly refresh: (archiveId: ArchiveId, changed: DirtyPaths) => Promise<RunEnd | null>;
  /** Ends when no run is under way. */
  readonly ended: (archiveId: ArchiveId) => Promise<void>;
}

/** Makes the queue over the runs. */
export function createRefreshQueue(runs: RefreshRuns): RefreshQueue {
  const waiting = new Map<ArchiveId, DirtyPaths>();
  const asked = new Set<ArchiveId>();
  const busy = new Set<ArchiveId>();
  const closing = new AbortController();
  let lastScanMs = 0;
  let startTimes: readonly number[] = [];

  /** Null stands for everything, so it is not to be taken for nothing. */
  const whatWaits = (archiveId: ArchiveId): DirtyPaths => {
    const paths = waiting.get(archiveId);
    return paths === undefined ? [] : paths;
  };
  const put = (archiveId: ArchiveId, changed: DirtyPaths): void => {
    waiting.set(archiveId, joinDirty(whatWaits(archiveId), changed));
  };
  /** What a run left undone. One that was ended by someone, or failed, waits for the next change. */
  const settle = (archiveId: ArchiveId, taken: DirtyPaths, end: RunEnd | null): void => {
    if (end?.outcome === 'done') return;
    const isBusy = end === null || isIndexBusy(end);
    // Whatever it had not come to is found by a look at everything.
    put(archiveId, isBusy ? taken : null);
    if (isBusy) asked.add(archiveId);
  };
  const runOnce = async (archiveId: ArchiveId): Promise<void> => {
    await runs.ended(archiveId);
    const taken = whatWaits(archiveId);
    waiting.delete(archiveId);
    asked.delete(archiveId);
    const startedAt = performance.now();
    startTimes = [...startTimes, startedAt].slice(-FREE_RUNS - 1);
    const isRestless =
      startTimes.length > FREE_RUNS && startedAt - (startTimes[0] ?? 0) < FREE_RUNS_MS;
    const end = await runs.refresh(archiveId, taken);
    const tookMs = performance.now() - startedAt;
    if (taken === null && end?.outcome === 'done') lastScanMs = tookMs;
    settle(archiveId, taken, end);
    if (end !== null && isIndexBusy(end)) await rest(BUSY_PAUSE_MS);
    else await rest(isRestless ? pauseAfter(tookMs) : LEAST_PAUSE_MS);
  };
  const rest = async (ms: number): Promise<void> => {
    // Rejects only when the app closes.
    await delay(ms, undefined, { signal: closing.signal }).catch(() => undefined);
  };
  const drain = async (archiveId: ArchiveId): Promise<void> => {
    if (busy.has(archiveId)) return;
    busy.add(archiveId);
    try {
      // One run after the other: each takes the lock of the index.
      while (asked.has(archiveId) && !closing.signal.aborted) await runOnce(archiveId);
    } finally {
      busy.delete(archiveId);
    }
  };
  return {
    add: (archiveId, changed) => {
      put(archiveId, changed);
      asked.add(archiveId);
      drain(archiveId).catch((thrown: unknown) => logUnexpected('following a folder', thrown));
    },
    lastScanMs: () => lastScanMs,
    close: () => {
      closing.abort();
    },
  };
}

function isIndexBusy({ failure }: RunEnd): boolean {
  return failure?.code === 'index-busy';
}

function pauseAfter(tookMs: number): number {
  return Math.min(MOST_PAUSE_MS, Math.max(LEAST_PAUSE_MS, 2 * tookMs));
}
