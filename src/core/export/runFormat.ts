import type {
  ExportedOutcome,
  ExportProgress,
  WorkStage,
  ExportSummary,
} from '../../shared/exportModel.ts';
import type { PostId } from '../../shared/model.ts';
import { AppError } from '../../shared/result.ts';
import type { FormatWriter } from './formats/formatWriter.ts';

/** What a run is told of itself while it goes on; the job's id is the caller's affair. */
export interface FormatProgress extends Omit<ExportProgress, 'jobId' | 'stage'> {
  readonly stage: WorkStage;
}

/** What a run works with. */
export interface FormatTools {
  /** Posts of these ids in their order, each once; rejects only for what concerns all of them. */
  readonly getPosts: (ids: readonly PostId[]) => Promise<readonly ExportedOutcome[]>;
  readonly writer: FormatWriter;
  readonly signal: AbortSignal;
  /** At most ten times a second, and for the last post. */
  readonly onProgress: (progress: FormatProgress) => void;
}

/** What a run gave to the writer, and what it could not. */
export type FormatRun = Pick<ExportSummary, 'postCount' | 'failures'>;

/** Posts in memory at once: of long ones a few are megabytes each, and between two of them a run can be cancelled. */
const CHUNK = 4;

/** The thread is given up this often, so that a cancel is heard although nothing is waited for. */
const LONGEST_TURN_MS = 50;

/**
 * Gives the posts of `ids` in order to a writer and has it finish. Of all posts only a few are in memory. A post that
 * cannot be had or written is told with its path; if none can, there is nothing to finish.
 *
 * @throws {AppError} `cancelled`; `export-failed` when no post could be written; what the writer throws
 */
export async function runFormat(ids: readonly PostId[], tools: FormatTools): Promise<FormatRun> {
  const { getPosts, writer, signal } = tools;
  const failures: { readonly path: string; readonly message: string }[] = [];
  const meter = createMeter(ids.length, tools.onProgress);
  const rest = createRest();
  let done = 0;
  for (let start = 0; start < ids.length; start += CHUNK) {
    throwIfCancelled(signal);
    for (const outcome of await getPosts(ids.slice(start, start + CHUNK))) {
      throwIfCancelled(signal);
      const failure = await write(writer, outcome);
      if (failure !== null) failures.push(failure);
      done += 1;
      meter(done, outcome.outcome === 'post' ? outcome.exported.post.title : null);
      await rest();
    }
  }
  throwIfCancelled(signal);
  if (done === failures.length) throw noneWritten(failures);
  await writer.finish();
  throwIfCancelled(signal);
  return { postCount: done - failures.length, failures };
}

async function write(
  writer: FormatWriter,
  outcome: ExportedOutcome,
): Promise<FormatRun['failures'][number] | null> {
  if (outcome.outcome === 'failed') {
    return { path: outcome.path ?? `#${outcome.id}`, message: outcome.message };
  }
  const { path } = outcome.exported.post;
  try {
    await writer.add(outcome.exported);
    return null;
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.path === path)
      return { path, message: thrown.message };
    throw thrown;
  }
}

function throwIfCancelled(signal: AbortSignal): void {
  if (signal.aborted) throw new AppError('cancelled', 'The export was cancelled.');
}

function noneWritten(failures: FormatRun['failures']): AppError {
  const [first] = failures;
  const why = first === undefined ? '' : ` ${first.path}: ${first.message}`;
  return new AppError('export-failed', `None of the chosen posts could be exported.${why}`);
}

const REPORT_EVERY_MS = 100;
/** Before, an estimate of the time left would be a guess. */
const LEAST_MS = 1_000;

/** Time left by the pace of the posts so far: they are read, made and written one after another. */
function createMeter(
  totalPosts: number,
  onProgress: FormatTools['onProgress'],
): (done: number, title: string | null) => void {
  const startedAt = performance.now();
  let reportedAt = Number.NEGATIVE_INFINITY;
  return (donePosts, currentTitle) => {
    const now = performance.now();
    if (now - reportedAt < REPORT_EVERY_MS && donePosts < totalPosts) return;
    reportedAt = now;
    const elapsed = now - startedAt;
    const left = (elapsed / donePosts) * (totalPosts - donePosts);
    onProgress({
      stage: 'writing',
      donePosts,
      totalPosts,
      donePages: null,
      currentTitle,
      secondsLeft: elapsed < LEAST_MS ? null : Math.ceil(left / 1_000),
    });
  };
}

function createRest(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < LONGEST_TURN_MS) return;
    await new Promise((resume) => {
      setImmediate(resume);
    });
    since = performance.now();
  };
}
