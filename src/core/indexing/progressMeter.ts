import type { ArchiveId } from '../../shared/model.ts';
import type { IndexingProgress } from '../../shared/jobModel.ts';

/** The counts a run keeps; the meter reads them when it reports. */
export interface RunCounts {
  doneFiles: number;
  totalFiles: number;
  postCount: number;
  problemCount: number;
  /** Files read and parsed, as against those found unchanged. */
  workedFiles: number;
}

/** Reports a run's progress, at most every 100 ms. */
export interface ProgressMeter {
  /** Reports when the last report is long enough ago. */
  readonly tick: (currentPath: string | null) => void;
  /** Reports at once. */
  readonly show: (phase: IndexingProgress['phase'], isPaused?: boolean) => void;
}

interface MeterRequest {
  readonly archiveId: ArchiveId;
  readonly counts: Readonly<RunCounts>;
  readonly onProgress: (progress: IndexingProgress) => void;
  /** Milliseconds on a clock that never goes back. */
  readonly now: () => number;
}

const REPORT_EVERY_MS = 100;
/** The rate is that of about the last so many milliseconds: long enough to be calm, short enough to be true. */
const RATE_WINDOW_MS = 5_000;
/** No estimate before this much has been seen, in milliseconds. */
const FIRST_ESTIMATE_MS = 800;

/** A meter over counts that the run changes. */
export function createProgressMeter(request: MeterRequest): ProgressMeter {
  const { counts, now } = request;
  const samples: { readonly at: number; readonly worked: number }[] = [];
  let phase: IndexingProgress['phase'] = 'scanning';
  let isPaused = false;
  let currentPath: string | null = null;
  let reportedAt = Number.NEGATIVE_INFINITY;

  const measureRate = (): { rate: number; isKnown: boolean } => {
    const at = now();
    samples.push({ at, worked: counts.workedFiles });
    while (samples.length > 2 && at - (samples[1]?.at ?? at) >= RATE_WINDOW_MS) samples.shift();
    const first = samples[0] ?? { at, worked: counts.workedFiles };
    const elapsedMs = at - first.at;
    const rate = elapsedMs > 0 ? ((counts.workedFiles - first.worked) * 1_000) / elapsedMs : 0;
    return { rate, isKnown: elapsedMs >= FIRST_ESTIMATE_MS && rate > 0 };
  };
  const report = (): void => {
    reportedAt = now();
    const { rate, isKnown } = measureRate();
    const left = counts.totalFiles - counts.doneFiles;
    request.onProgress({
      archiveId: request.archiveId,
      phase,
      isPaused,
      doneFiles: counts.doneFiles,
      totalFiles: counts.totalFiles,
      postCount: counts.postCount,
      problemCount: counts.problemCount,
      filesPerSecond: Math.round(rate),
      secondsLeft: isKnown && phase === 'indexing' && !isPaused ? Math.ceil(left / rate) : null,
      currentPath,
    });
  };

  return {
    tick: (path) => {
      currentPath = path;
      if (now() - reportedAt >= REPORT_EVERY_MS) report();
    },
    show: (nextPhase, nextPaused = false) => {
      // Time spent waiting or on another phase says nothing about the rate.
      if (nextPhase !== phase || nextPaused !== isPaused) samples.length = 0;
      phase = nextPhase;
      isPaused = nextPaused;
      if (nextPhase !== 'indexing') currentPath = null;
      report();
    },
  };
}
