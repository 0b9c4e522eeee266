import type { ExportJob } from '../state/exportJobs.ts';
import { EndedFooter } from './EndedFooter.tsx';
import { RunningFooter } from './RunningFooter.tsx';

interface CourseBodyProps {
  readonly job: ExportJob;
  /** Starts again with the same posts and settings; null where they are not known, since another window started it. */
  readonly onRetry: (() => void) | null;
  readonly onClose: () => void;
}

/** How an export goes, or how it ended. */
export const CourseBody = ({ job, onRetry, onClose }: CourseBodyProps) =>
  job.summary === null ? (
    <RunningFooter job={job} />
  ) : (
    <EndedFooter summary={job.summary} onRetry={onRetry} onClose={onClose} />
  );
