import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { setEnvironmentData } from 'node:worker_threads';
import { startCore } from '../../src/main/coreProcess.ts';
import { createIndexingJobs } from '../../src/main/indexingJobs.ts';
import { asArchiveId } from '../../src/shared/ids.ts';
import type { Archive } from '../../src/shared/model.ts';

/**
 * Starts the app's threads and ends each without any patience as soon as it begins to load SQLite, in a process that may well
 * die of it. Says how many it ended, and how many of these were at it: one of some ten of them kills the process.
 */

const ROUNDS = 8;

const place = mkdtempSync(join(tmpdir(), 'ended-threads-'));
const archive: Archive = {
  id: asArchiveId('0123456789abcdef'),
  name: 'posts',
  folder: join(place, 'posts'),
  seal: '报',
  postCount: null,
  lastOpenedAt: null,
  isPresent: true,
  isSample: false,
};
const loading = new Int32Array(new SharedArrayBuffer(4));
setEnvironmentData('loading', loading);

async function untilLoading(): Promise<void> {
  while (Atomics.load(loading, 0) === 0) await nextTurn();
}

async function endRun(dataFolder: string): Promise<void> {
  const jobs = createIndexingJobs({
    script: resolve('out/main/indexWorker.js'),
    dataFolder,
    send: () => undefined,
    onEnded: () => Promise.resolve(),
    stopMs: 0,
  });
  await jobs.start(archive, 'update');
  await untilLoading();
  await jobs.cancelAll();
}

async function endCore(dataFolder: string): Promise<void> {
  const closing = { drainMs: 0, closeMs: 0 };
  const core = startCore(resolve('out/main/coreWorker.js'), { dataFolder }, { closing });
  const asked = core.answer('settings.get', undefined);
  await untilLoading();
  await core.stop();
  await asked;
}

mkdirSync(archive.folder);
writeFileSync(join(archive.folder, 'post.md'), '# A post\n\nwith words\n');
const end = process.argv[2] === 'core' ? endCore : endRun;
let early = 0;
for (let round = 1; round <= ROUNDS; round += 1) {
  Atomics.store(loading, 0, 0);
  await end(join(place, `data-${String(round)}`));
  if (Atomics.load(loading, 0) !== 2) early += 1;
}
rmSync(place, { recursive: true, force: true });
process.stdout.write(`${String(ROUNDS)} ended, ${String(early)} too early`);
