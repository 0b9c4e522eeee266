import type { ExportProgress, WorkStage } from '../../shared/exportModel.ts';

/** What progress is told of. */
export interface MeteredJob {
  readonly jobId: string;
  readonly totalPosts: number;
  /** One book; false = a file for each post, of which nothing is left to do once it is printed. */
  readonly isMerged: boolean;
}

/** How far a job is. */
interface MeterReading {
  readonly stage: WorkStage;
  readonly donePosts: number;
  /** Pages drawn. */
  readonly donePages: number | null;
  /** The post being worked on. */
  readonly title?: string | null;
  /** Share of the stage that is done, for stages in which no posts are counted. */
  readonly share?: number;
}

/** Tells how far a job is. */
export type ExportMeter = (reading: MeterReading) => void;

interface StageShare {
  readonly begins: number;
  readonly length: number;
}

/** Where each stage begins and how much of the whole it is, as measured on books of 100 and 1,000 posts. */
const STAGES: Readonly<Record<WorkStage, StageShare>> = {
  reading: { begins: 0, length: 0.01 },
  printing: { begins: 0.01, length: 0.73 },
  contents: { begins: 0.74, length: 0.07 },
  stamping: { begins: 0.81, length: 0.17 },
  writing: { begins: 0.98, length: 0.02 },
};

/** Of files of one post each heads and feet are printed with each of them. */
const STAGES_OF_FILES: Readonly<Record<WorkStage, StageShare>> = {
  ...STAGES,
  printing: { begins: 0.01, length: 0.99 },
};

/** Below these, an estimate of the time left would be a guess. */
const LEAST_SHARE = 0.05;
const LEAST_SECONDS = 0.5;

/** A meter that starts now and reports to `onProgress`; posts are counted while they are printed. */
export function createExportMeter(
  { jobId, totalPosts, isMerged }: MeteredJob,
  onProgress: (progress: ExportProgress) => void,
): ExportMeter {
  const startedAt = performance.now();
  const stages = isMerged ? STAGES : STAGES_OF_FILES;
  return ({ stage, donePosts, donePages, title = null, share: own }) => {
    const { begins, length } = stages[stage];
    const ofStage = own ?? (totalPosts === 0 ? 0 : donePosts / totalPosts);
    const share = begins + length * ofStage;
    const seconds = (performance.now() - startedAt) / 1000;
    const isKnown = share > LEAST_SHARE && seconds > LEAST_SECONDS;
    const secondsLeft = isKnown ? Math.ceil(seconds / share - seconds) : null;
    onProgress({
      jobId,
      stage,
      donePosts,
      totalPosts,
      donePages,
      currentTitle: title,
      secondsLeft,
    });
  };
}
