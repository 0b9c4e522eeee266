import type { ExportProgress } from '../../shared/exportModel.ts';

/** What progress is told of. */
export interface MeteredJob {
  readonly jobId: string;
  readonly totalPosts: number;
  readonly layout: 'merged' | 'separate';
}

/** Tells how far a job is; `title` names the post being worked on. */
export type ExportMeter = (
  stage: ExportProgress['stage'],
  donePosts: number,
  title?: string | null,
) => void;

/** Where each stage of a merged book begins and how much of the whole it is, as measured on books of 100 to 1,000 posts. */
const STAGES = {
  reading: { begins: 0, share: 0.2 },
  layout: { begins: 0.2, share: 0.05 },
  printing: { begins: 0.25, share: 0.25 },
  contents: { begins: 0.5, share: 0.25 },
  stamping: { begins: 0.75, share: 0.15 },
  writing: { begins: 0.9, share: 0.1 },
} as const;

/** Below these, an estimate of the time left would be a guess. */
const LEAST_SHARE = 0.05;
const LEAST_SECONDS = 0.5;

/** A meter that starts now and reports to `onProgress`. */
export function createExportMeter(
  job: MeteredJob,
  onProgress: (progress: ExportProgress) => void,
): ExportMeter {
  const { jobId, totalPosts, layout } = job;
  const startedAt = performance.now();
  return (stage, donePosts, title = null) => {
    const part = totalPosts === 0 ? 0 : donePosts / totalPosts;
    const { begins, share: length } = STAGES[stage];
    const share = layout === 'separate' ? part : begins + (stage === 'reading' ? length * part : 0);
    const seconds = (performance.now() - startedAt) / 1000;
    const isKnown = share > LEAST_SHARE && seconds > LEAST_SECONDS;
    const secondsLeft = isKnown ? Math.ceil(seconds / share - seconds) : null;
    onProgress({
      jobId,
      stage,
      donePosts,
      totalPosts,
      donePages: null,
      currentTitle: title,
      secondsLeft,
    });
  };
}
