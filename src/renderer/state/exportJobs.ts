import type { ExportProgress, ExportSummary } from '../../shared/exportModel.ts';
import type { ExportOrder } from '../export/exportOrder.ts';
import type { ExportSource } from './exportSource.ts';

/** What an export was started with in this window. */
export interface StartedExport {
  readonly order: ExportOrder;
  readonly source: ExportSource;
}

/** An export that waits, is under way or has ended. */
export interface ExportJob {
  readonly jobId: string;
  /** Null for what another window started, and until main's answer to this one has arrived. */
  readonly started: StartedExport | null;
  readonly progress: ExportProgress | null;
  /** Null until it ends. */
  readonly summary: ExportSummary | null;
}

type Jobs = readonly ExportJob[];

const empty = { started: null, progress: null, summary: null } as const;

/** The jobs in the order in which they were heard of, with a part of one of them replaced. */
function withPart(jobs: Jobs, jobId: string, part: Partial<ExportJob>): Jobs {
  return jobs.some((job) => job.jobId === jobId)
    ? jobs.map((job) => (job.jobId === jobId ? { ...job, ...part } : job))
    : [...jobs, { ...empty, ...part, jobId }];
}

/** PURE. A short job may have reported, or even ended, before the answer to its start arrives. */
export const withStarted = (jobs: Jobs, jobId: string, started: StartedExport): Jobs =>
  withPart(jobs, jobId, { started });

/** PURE. Takes in how far a job is. */
export const withProgress = (jobs: Jobs, progress: ExportProgress): Jobs =>
  withPart(jobs, progress.jobId, { progress });

/**
 * PURE. Takes in the end of a job. What ended well before it, or was cancelled, has been said and gives way, unless it is
 * the one that the dialog shows (`shownId`).
 */
export function withSummary(jobs: Jobs, summary: ExportSummary, shownId: string | null): Jobs {
  const kept = [summary.jobId, shownId];
  return withPart(
    jobs.filter((job) => kept.includes(job.jobId) || !hasNothingToSay(job)),
    summary.jobId,
    { summary },
  );
}

function hasNothingToSay({ summary }: ExportJob): boolean {
  if (summary === null || summary.outcome === 'failed') return false;
  return summary.failures.length === 0 && summary.warnings.length === 0;
}

/** PURE. The jobs without one. */
export const withoutJob = (jobs: Jobs, jobId: string): Jobs =>
  jobs.filter((job) => job.jobId !== jobId);
