import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createIndexingJobs } from '../../src/main/indexingJobs.ts';
import type { IndexingJobs } from '../../src/main/indexingJobs.ts';
import { asArchiveId } from '../../src/shared/ids.ts';
import type { Archive } from '../../src/shared/model.ts';

/**
 * A run: counts up every millisecond while not paused, until cancelled. Folders named `quick` end at once, `crash`
 * throws, `deaf` ignores being cancelled.
 */
const WORKER = `
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
const { archive, dataFolder, mode } = workerData;
appendFileSync(join(dataFolder, 'starts'), mode + '\\n');
const summary = { posts: 1, added: 1, updated: 0, removed: 0, unchanged: 0, problems: 0, seconds: 1 };
const end = (outcome) => {
  parentPort.postMessage({ kind: 'finished', archiveId: archive.id, outcome, failure: null,
    summary: outcome === 'done' ? summary : null });
  parentPort.close();
};
let isPaused = false;
let count = 0;
const timer = setInterval(() => {
  if (archive.folder === 'crash') throw new Error('the disk is gone');
  if (!isPaused) count += 1;
  parentPort.postMessage({ kind: 'progress', progress: { archiveId: archive.id, phase: 'indexing', isPaused,
    doneFiles: count, totalFiles: 100, postCount: count, problemCount: 0, filesPerSecond: 1, secondsLeft: null,
    currentPath: null } });
}, 1);
if (archive.folder === 'quick') { clearInterval(timer); end('done'); }
parentPort.on('message', (command) => {
  if (command.kind === 'pause') isPaused = command.isPaused;
  else if (archive.folder !== 'deaf') { clearInterval(timer); end('cancelled'); }
});`;

const archiveIn = (folder: string): Archive => ({
  id: asArchiveId('0123456789abcdef'),
  name: folder,
  folder,
  seal: '报',
  postCount: null,
  lastOpenedAt: null,
  isPresent: true,
  isSample: false,
});

interface Sent {
  readonly name: string;
  readonly payload: unknown;
}

let dataFolder = '';
let sent: Sent[] = [];
let jobs: IndexingJobs;

beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'indexing-jobs-'));
  const script = join(dataFolder, 'worker.mjs');
  await writeFile(script, WORKER);
  sent = [];
  jobs = createIndexingJobs({
    script,
    dataFolder,
    send: (name, payload) => {
      sent.push({ name, payload });
    },
    onEnded: () => Promise.resolve(),
  });
});
afterEach(async () => {
  await jobs.cancelAll();
  await rm(dataFolder, { recursive: true });
});

const named = (name: string): Sent[] => sent.filter((event) => event.name === name);
/** How far the run had come; NaN without progress. */
const doneFiles = (progress: Sent | undefined): number =>
  Number(Object(progress?.payload).doneFiles);
const isPaused = (): unknown => Object(named('indexing.progress').at(-1)?.payload).isPaused;
const starts = async (): Promise<string[]> =>
  (await readFile(join(dataFolder, 'starts'), 'utf8')).trim().split('\n');
const until = async (isTrue: () => boolean): Promise<void> => {
  while (!isTrue()) await delay(5);
};

describe('indexing runs', () => {
  test('a run tells its end once, after a last sign that there are new posts', async () => {
    await jobs.start(archiveIn('quick'), 'update');
    await until(() => named('indexing.finished').length > 0);
    expect(sent.map(({ name }) => name)).toEqual([
      'index.changed',
      'annotations.changed',
      'indexing.finished',
    ]);
    expect(sent[2]?.payload).toMatchObject({ outcome: 'done', summary: { posts: 1 } });
  });

  test('progress of a busy run comes in steps, not with every file', async () => {
    await jobs.start(archiveIn('long'), 'update');
    await until(() => named('indexing.progress').length >= 5);
    const reported = doneFiles(named('indexing.progress').at(-1));
    expect(named('indexing.progress').length).toBeLessThan(reported / 3);
  });

  test('starting twice leaves one run', async () => {
    await jobs.start(archiveIn('long'), 'update');
    await jobs.start(archiveIn('long'), 'update');
    await until(() => named('indexing.progress').length > 0);
    expect(await starts()).toEqual(['update']);
  });

  test('rebuilding takes the place of an update under way', async () => {
    await jobs.start(archiveIn('long'), 'update');
    await until(() => named('indexing.progress').length > 0);
    await jobs.start(archiveIn('long'), 'rebuild');
    expect(named('indexing.finished')[0]?.payload).toMatchObject({ outcome: 'cancelled' });
    const before = named('indexing.progress').length;
    await until(() => named('indexing.progress').length > before);
    expect(await starts()).toEqual(['update', 'rebuild']);
  });

  test('a run can be paused and goes on, and says both', async () => {
    const { id } = archiveIn('long');
    await jobs.start(archiveIn('long'), 'update');
    jobs.pause(id, true);
    await until(() => isPaused() === true);
    const [held] = named('indexing.progress').slice(-1);
    jobs.pause(id, false);
    await until(() => isPaused() === false);
    expect(doneFiles(named('indexing.progress').at(-1))).toBeGreaterThan(doneFiles(held));
  });

  test('cancelling ends when the run has ended', async () => {
    await jobs.start(archiveIn('long'), 'update');
    await jobs.cancel(archiveIn('long').id);
    expect(named('indexing.finished')).toHaveLength(1);
    expect(named('indexing.finished')[0]?.payload).toMatchObject({ outcome: 'cancelled' });
  });

  test('a run that does not listen is ended all the same', async () => {
    await jobs.start(archiveIn('deaf'), 'update');
    await until(() => named('indexing.progress').length > 0);
    await jobs.cancel(archiveIn('deaf').id);
    expect(named('indexing.finished')).toHaveLength(1);
  });

  test('a crash is told as a failure that names the folder', async () => {
    await jobs.start(archiveIn('crash'), 'update');
    await until(() => named('indexing.finished').length > 0);
    expect(named('indexing.finished')[0]?.payload).toMatchObject({
      outcome: 'failed',
      failure: { code: 'internal', path: 'crash' },
    });
  });
});
