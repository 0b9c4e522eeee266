import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ArchiveId, IndexingProgress, IndexingSummary } from '../../shared/model.ts';
import type { FileRecord, FileStamp, IndexWriter } from '../store/storeTypes.ts';
import { diffFiles, hasPost, missingPaths, problemMark } from './diffFiles.ts';
import type { IndexingControl } from './indexingControl.ts';
import { createProgressMeter } from './progressMeter.ts';
import type { ProgressMeter, RunCounts } from './progressMeter.ts';
import { parseAhead } from './parseAhead.ts';
import type { FileResult } from './parseAhead.ts';
import type { Parser } from './parser.ts';
import { createRecordBatch } from './recordBatch.ts';
import type { RecordBatch } from './recordBatch.ts';
import { scanFolder } from './scanFolder.ts';
import type { SeenFile } from './scanFolder.ts';
import { newestFirst } from './workOrder.ts';

/** What one run over an archive works with. */
export interface RunRequest {
  readonly archiveId: ArchiveId;
  /** Absolute path of the archive. */
  readonly folder: string;
  readonly writer: IndexWriter;
  readonly parser: Parser;
  readonly control: IndexingControl;
  readonly onProgress: (progress: IndexingProgress) => void;
}

/** How a run ended by itself or was ended; a failure is thrown instead. */
export interface RunOutcome {
  readonly outcome: 'done' | 'cancelled';
  readonly summary: IndexingSummary;
  /** Posts in the index now, pages not counted. */
  readonly postCount: number;
}

interface Run {
  readonly request: RunRequest;
  readonly stamps: ReadonlyMap<string, FileStamp>;
  readonly seenPaths: Set<string>;
  readonly unlistedFolders: string[];
  readonly batch: RecordBatch;
  readonly counts: RunCounts;
  readonly meter: ProgressMeter;
  readonly tally: { added: number; updated: number; removed: number; unchanged: number };
  readonly startedAt: number;
}

/** A scan that takes longer is interrupted to index what it found: results appear while it goes on, in milliseconds. */
const WAVE_MS = 1_500;
/** Answers that are there already are taken without a pause; commands must be heard all the same, in milliseconds. */
const SLICE_MS = 25;

/**
 * Brings an index up to date with its folder: scan, compare, read, parse, write, in waves; then removes what is gone.
 * Everything written stays when the run is cancelled or killed, and the next one goes on from there. Throws `AppError`
 * when the folder or the database fails as a whole; a single file never ends a run.
 */
export async function runIndexing(request: RunRequest): Promise<RunOutcome> {
  const run = startRun(request);
  run.meter.show('scanning');
  for await (const wave of scanWaves(run)) {
    await indexWave(run, wave);
    if (request.control.signal.aborted) break;
  }
  run.batch.flush();
  const isCancelled = request.control.signal.aborted;
  if (!isCancelled) {
    removeMissing(run);
    run.meter.show('finishing');
    request.writer.finish();
  }
  return { outcome: isCancelled ? 'cancelled' : 'done', ...summarise(run) };
}

function startRun(request: RunRequest): Run {
  const before = request.writer.counts();
  const counts: RunCounts = {
    doneFiles: 0,
    totalFiles: 0,
    workedFiles: 0,
    postCount: before.posts,
    problemCount: before.problems,
  };
  const { archiveId, onProgress } = request;
  return {
    request,
    stamps: request.writer.stamps(),
    seenPaths: new Set(),
    unlistedFolders: [],
    batch: createRecordBatch(request.writer),
    counts,
    meter: createProgressMeter({ archiveId, counts, onProgress, now: () => performance.now() }),
    tally: { added: 0, updated: 0, removed: 0, unchanged: 0 },
    startedAt: performance.now(),
  };
}

/** The files that need work, in portions; usually one. */
async function* scanWaves(run: Run): AsyncGenerator<SeenFile[], void> {
  const { folder, control } = run.request;
  let wave: SeenFile[] = [];
  let endsAt = performance.now() + WAVE_MS;
  for await (const seen of scanFolder({ folder, signal: control.signal })) {
    const work = sortOut(run, seen);
    // The rest of the scan gives it the time it needs.
    if (work.length > 0 && wave.length === 0) run.request.parser.warmUp();
    wave.push(...work);
    run.meter.tick(seen[0]?.path ?? null);
    if (performance.now() < endsAt || wave.length === 0) continue;
    yield wave;
    run.meter.show('scanning');
    wave = [];
    endsAt = performance.now() + WAVE_MS;
  }
  if (wave.length > 0) yield wave;
}

/** Counts what is unchanged, writes down what is a problem already, and gives what must be read. */
function sortOut(run: Run, seen: readonly SeenFile[]): SeenFile[] {
  const { added, changed, sameCount, samePostCount } = diffFiles(seen, run.stamps);
  run.counts.totalFiles += seen.length;
  for (const file of seen) {
    run.seenPaths.add(file.path);
    if (file.isFolder) run.unlistedFolders.push(file.path);
  }
  run.counts.doneFiles += sameCount;
  run.tally.unchanged += samePostCount;
  const work: SeenFile[] = [];
  for (const file of [...added, ...changed]) {
    if (file.problem === null) {
      work.push(file);
      continue;
    }
    const { path, sizeBytes, mtimeMs, problem } = file;
    const stamp = { path, sizeBytes, mtimeMs, contentHash: problemMark(problem) };
    const record = { stamp, post: null, problems: [problem] };
    take(run, file.pathHex === undefined ? record : { ...record, pathHex: file.pathHex });
    run.counts.doneFiles += 1;
  }
  return work;
}

async function indexWave(run: Run, wave: readonly SeenFile[]): Promise<void> {
  const { control, parser } = run.request;
  run.meter.show('indexing');
  const tasks = newestFirst(wave).map((file) => {
    return { file, knownHash: run.stamps.get(file.path)?.contentHash ?? '' };
  });
  let sliceEnd = performance.now() + SLICE_MS;
  for await (const result of parseAhead(tasks, parser)) {
    if (performance.now() >= sliceEnd) {
      await nextTurn();
      sliceEnd = performance.now() + SLICE_MS;
    }
    if (control.isPaused() && !control.signal.aborted) await waitForResume(run);
    if (control.signal.aborted) return;
    takeResult(run, result);
    run.counts.doneFiles += 1;
    run.counts.workedFiles += 1;
    if (run.batch.isDue()) run.batch.flush();
    run.meter.tick(result.file.path);
  }
  run.batch.flush();
}

async function waitForResume(run: Run): Promise<void> {
  run.batch.flush();
  run.meter.show('indexing', true);
  await run.request.control.whenRunning();
  run.meter.show('indexing', false);
}

function takeResult(run: Run, { file, answer }: FileResult): void {
  const known = run.stamps.get(file.path);
  switch (answer.kind) {
    case 'vanished':
      if (known === undefined) return;
      run.batch.remove(file.path);
      countRemoved(run, known);
      return;
    case 'touched':
      run.batch.touch(answer.stamp);
      if (hasPost(known)) run.tally.unchanged += 1;
      return;
    case 'record':
      take(run, answer.record);
  }
}

/** Puts a file's new state into the batch and counts what became of its post. */
function take(run: Run, record: FileRecord): void {
  const known = run.stamps.get(record.stamp.path);
  run.batch.put(record);
  if (known === undefined) run.counts.problemCount += record.problems.length;
  if (record.post === null) {
    countRemoved(run, known);
  } else if (hasPost(known)) {
    run.tally.updated += 1;
  } else {
    run.tally.added += 1;
    if (record.post.kind === 'post') run.counts.postCount += 1;
  }
}

function countRemoved(run: Run, known: FileStamp | undefined): void {
  if (!hasPost(known)) return;
  run.tally.removed += 1;
  run.counts.postCount = Math.max(0, run.counts.postCount - 1);
}

function removeMissing(run: Run): void {
  for (const path of missingPaths(run.stamps, run.seenPaths, run.unlistedFolders)) {
    run.batch.remove(path);
    countRemoved(run, run.stamps.get(path));
    if (run.batch.isDue()) run.batch.flush();
  }
  run.batch.flush();
}

function summarise(run: Run): Pick<RunOutcome, 'summary' | 'postCount'> {
  const { posts, pages, problems } = run.request.writer.counts();
  const seconds = Math.round(performance.now() - run.startedAt) / 1_000;
  return { summary: { posts: posts + pages, ...run.tally, problems, seconds }, postCount: posts };
}
