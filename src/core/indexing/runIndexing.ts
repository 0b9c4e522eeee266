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
import { identifyRoot, refuseEmptied, refuseOtherDisk, refuseReplaced } from './rootGuard.ts';
import type { RootIdentity } from './rootGuard.ts';
import { scanFolder } from './scanFolder.ts';
import type { SeenFile } from './scanFolder.ts';
import { scanPaths } from './scanPaths.ts';
import type { PathsFound } from './scanPaths.ts';
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
  /** Relative paths to look at, when only they may have changed; missing = the whole folder. */
  readonly paths?: readonly string[] | undefined;
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
  /** Null for a run over the whole folder. */
  readonly found: PathsFound | null;
  readonly batch: RecordBatch;
  readonly counts: RunCounts;
  readonly meter: ProgressMeter;
  readonly root: RootIdentity | null;
  /** Posts of the index whose file cannot be read now, to be taken out once it is sure that the folder is still there. */
  readonly unread: FileRecord[];
  /** Links that decide what is listed. */
  linkCount: number;
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
  const run = await startRun(request);
  run.meter.show('scanning');
  for await (const wave of scanWaves(run)) {
    await indexWave(run, wave);
    if (request.control.signal.aborted) break;
  }
  run.batch.flush();
  const isCancelled = request.control.signal.aborted;
  if (!isCancelled) {
    await removeMissing(run);
    noteLinks(run);
    run.meter.show('finishing');
    request.writer.finish();
  }
  return { outcome: isCancelled ? 'cancelled' : 'done', ...summarise(run) };
}

async function startRun(request: RunRequest): Promise<Run> {
  const { folder, writer } = request;
  const root = await identifyRoot(folder);
  const stamps = writer.stamps();
  await refuseEmptied(folder, stamps.size);
  const found = await findPaths(request, stamps);
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
    stamps,
    seenPaths: new Set(),
    unlistedFolders: [],
    found,
    root,
    unread: [],
    linkCount: 0,
    batch: createRecordBatch(request.writer),
    counts,
    meter: createProgressMeter({ archiveId, counts, onProgress, now: () => performance.now() }),
    tally: { added: 0, updated: 0, removed: 0, unchanged: 0 },
    startedAt: performance.now(),
  };
}

/** Under this key the index keeps whether links decide what is listed: one change may then show or hide other files. */
const HAS_LINKS = 'hasLinks';
/** Under this key the index keeps the disk that the folder was on. */
const DEVICE = 'device';

/** What is at the paths of the request; null when the whole folder must be scanned. */
async function findPaths(
  { folder, paths, writer, control }: RunRequest,
  stamps: ReadonlyMap<string, FileStamp>,
): Promise<PathsFound | null> {
  if (paths === undefined || writer.getMeta(HAS_LINKS) !== 'no') return null;
  return scanPaths({
    folder,
    paths,
    isKnown: (path) => stamps.has(path),
    signal: control.signal,
  });
}

function noteLinks({ found, linkCount, root, request: { writer } }: Run): void {
  if (found !== null) return;
  writer.setMeta(HAS_LINKS, linkCount > 0 ? 'yes' : 'no');
  if (root !== null) writer.setMeta(DEVICE, root.device);
}

/** The files that need work, in portions; usually one. */
async function* scanWaves(run: Run): AsyncGenerator<SeenFile[], void> {
  const { folder, control } = run.request;
  let wave: SeenFile[] = [];
  let endsAt = performance.now() + WAVE_MS;
  const onLink = (): void => {
    run.linkCount += 1;
  };
  // Until this run ends nobody knows of links that are new.
  if (run.found === null) run.request.writer.setMeta(HAS_LINKS, 'unknown');
  const scan =
    run.found === null ? scanFolder({ folder, signal: control.signal, onLink }) : [run.found.seen];
  for await (const seen of scan) {
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
      // Taken out at the end with all that is missing, once it is sure that the folder itself is still there.
      run.seenPaths.delete(file.path);
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
  if (hasPost(known) && record.problems[0]?.code === 'unreadable' && record.post === null) {
    run.unread.push(record);
    return;
  }
  put(run, record, known);
}

function put(run: Run, record: FileRecord, known: FileStamp | undefined): void {
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

async function removeMissing(run: Run): Promise<void> {
  const { stamps, found, seenPaths, unlistedFolders, unread } = run;
  const missing = missingPaths(stamps, seenPaths, unlistedFolders);
  const gone = found === null ? missing : missing.filter(found.covers);
  if (gone.length > 0 || unread.length > 0) {
    await refuseLostFolder(run, stamps.size - missing.length);
  }
  for (const record of unread) put(run, record, stamps.get(record.stamp.path));
  for (const path of gone) {
    run.batch.remove(path);
    countRemoved(run, run.stamps.get(path));
    if (run.batch.isDue()) run.batch.flush();
  }
  run.batch.flush();
}

/** Throws `AppError` where files are missing because the folder is not the archive's. */
async function refuseLostFolder(
  { root, found, request: { folder, writer } }: Run,
  seenKnownFiles: number,
): Promise<void> {
  await refuseReplaced(folder, root);
  const device = writer.getMeta(DEVICE);
  const isOtherDisk = found === null && device !== null && device !== root?.device;
  refuseOtherDisk(folder, seenKnownFiles, isOtherDisk);
}

function summarise(run: Run): Pick<RunOutcome, 'summary' | 'postCount'> {
  const { posts, pages, problems } = run.request.writer.counts();
  const seconds = Math.round(performance.now() - run.startedAt) / 1_000;
  return { summary: { posts: posts + pages, ...run.tally, problems, seconds }, postCount: posts };
}
