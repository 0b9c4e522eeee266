import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Problem } from '../../shared/model.ts';
import { OTHER_FILES } from '../../shared/otherFiles.ts';
import type { FileRecord, FileStamp } from '../store/storeTypes.ts';
import { coverage } from './coveredPaths.ts';
import { hasPost, isSame, problemMark } from './diffFiles.ts';
import type { Run, RunOutcome, RunRequest } from './indexingRun.ts';
import { folderRules } from './folderRules.ts';
import { KnownFiles } from './knownFiles.ts';
import { createProgressMeter } from './progressMeter.ts';
import type { RunCounts } from './progressMeter.ts';
import { parseAhead } from './parseAhead.ts';
import type { FileResult } from './parseAhead.ts';
import { createRecordBatch } from './recordBatch.ts';
import { createOtherFiles } from './otherFiles.ts';
import { identifyRoot, refuseEmptied, refuseOtherDisk, refuseReplaced } from './rootGuard.ts';
import { scanFolder } from './scanFolder.ts';
import type { SeenFile } from './scanFolder.ts';
import { scanPaths } from './scanPaths.ts';
import type { PathsFound } from './scanPaths.ts';
import { newestFirst } from './workOrder.ts';

/** With fewer known files a scan is over before a second thread for it runs. */
const FILES_WORTH_A_THREAD = 20_000;
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
    noteWhole(run);
    run.meter.show('finishing');
    request.writer.finish();
  }
  return { outcome: isCancelled ? 'cancelled' : 'done', ...summarise(run) };
}

async function startRun(request: RunRequest): Promise<Run> {
  const { folder, writer } = request;
  const root = await identifyRoot(folder);
  const before = writer.counts();
  const isWhole = request.paths === undefined;
  if (isWhole && before.posts >= FILES_WORTH_A_THREAD) request.measurer.warmUp();
  const known = new KnownFiles(writer.folderStamps());
  await refuseEmptied(folder, known.size);
  const { hasBundles } = request;
  const rules = folderRules({ known, writer, hasBundles });
  const others = createOtherFiles();
  const onFolder: Run['onFolder'] = (listed) => {
    rules(listed);
    others.note(listed);
  };
  const found = await findPaths(request, known, rules);
  const { paths = [] } = request;
  // A file that takes the place of another may have its size and time, as files do that were unpacked together.
  known.spoilAt(paths);
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
    known,
    stamps: new Map(),
    unlistedFolders: [],
    onFolder,
    others,
    isNamed: coverage(paths),
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
  { folder, paths, writer, control, hasBundles }: RunRequest,
  known: KnownFiles,
  onFolder: Run['onFolder'],
): Promise<PathsFound | null> {
  if (paths === undefined || writer.getMeta(HAS_LINKS) !== 'no') return null;
  return scanPaths({
    folder,
    paths,
    isKnown: (path) => known.has(path),
    hasBundles,
    onFolder,
    signal: control.signal,
  });
}

/** Writes down what only a look at the whole folder tells. */
function noteWhole({ found, linkCount, others, root, request: { writer } }: Run): void {
  if (found !== null) return;
  writer.setMeta(OTHER_FILES, others.written());
  writer.setMeta(HAS_LINKS, linkCount > 0 ? 'yes' : 'no');
  if (root !== null) writer.setMeta(DEVICE, root.device);
}

/** The files that need work, in portions; usually one. */
async function* scanWaves(run: Run): AsyncGenerator<SeenFile[], void> {
  const { folder, control, measurer } = run.request;
  const { known, onFolder } = run;
  let wave: SeenFile[] = [];
  let endsAt = performance.now() + WAVE_MS;
  const onLink = (): void => {
    run.linkCount += 1;
  };
  // Until this run ends nobody knows of links that are new.
  if (run.found === null) run.request.writer.setMeta(HAS_LINKS, 'unknown');
  const scan =
    run.found === null
      ? scanFolder({ folder, signal: control.signal, known, measurer, onFolder, onLink })
      : [run.found.seen];
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
  const sameCount = run.known.takeSameCount();
  run.counts.totalFiles += sameCount + seen.length;
  run.counts.doneFiles += sameCount;
  run.tally.unchanged += sameCount;
  return seen.filter((file) => {
    if (file.isFolder) run.unlistedFolders.push(file.path);
    const stamp = run.known.see(file.path) ? run.request.writer.stampOf(file.path) : null;
    const isToRead = file.problem === null && run.isNamed(file.path);
    if (stamp !== null && !isToRead && isSame(file, stamp)) {
      if (hasPost(stamp)) run.tally.unchanged += 1;
      run.counts.doneFiles += 1;
      return false;
    }
    if (stamp !== null) run.stamps.set(file.path, stamp);
    if (file.problem === null) return true;
    takeProblem(run, file, file.problem);
    return false;
  });
}

function takeProblem(run: Run, file: SeenFile, problem: Problem): void {
  const { path, pathHex, sizeBytes, mtimeMs } = file;
  const stamp = { path, sizeBytes, mtimeMs, contentHash: problemMark(problem) };
  const record = { stamp, post: null, problems: [problem] };
  take(run, pathHex === undefined ? record : { ...record, pathHex });
  run.counts.doneFiles += 1;
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
      run.known.unsee(file.path);
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
  const { known, stamps, found, unlistedFolders, unread } = run;
  const missing = known.missing(unlistedFolders);
  const gone = found === null ? missing : missing.filter(found.covers);
  if (gone.length > 0 || unread.length > 0) {
    await refuseLostFolder(run, known.size - missing.length);
  }
  for (const record of unread) put(run, record, stamps.get(record.stamp.path));
  for (const path of gone) {
    countRemoved(run, run.request.writer.stampOf(path) ?? undefined);
    run.batch.remove(path);
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
