import { setTimeout as delay } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import type { DirtyPaths } from '../../src/core/watching/dirtyPaths.ts';
import type { RunEnd } from '../../src/main/indexingJobs.ts';
import { createRefreshQueue } from '../../src/main/refreshQueue.ts';
import type { RefreshQueue } from '../../src/main/refreshQueue.ts';
import { asArchiveId } from '../../src/shared/ids.ts';

const archiveId = asArchiveId('0123456789abcdef');

const done: RunEnd = {
  archiveId,
  outcome: 'done',
  summary: { posts: 1, added: 1, updated: 0, removed: 0, unchanged: 0, problems: 0, seconds: 1 },
  failure: null,
};
const cancelled: RunEnd = { archiveId, outcome: 'cancelled', summary: null, failure: null };
const away: RunEnd = {
  archiveId,
  outcome: 'failed',
  summary: null,
  failure: { code: 'archive-missing', message: 'The folder is not there.' },
};

interface Watched {
  readonly queue: RefreshQueue;
  /** What each run so far was to look at. */
  readonly runs: DirtyPaths[];
  /** Ends the run under way. */
  readonly end: (end: RunEnd | null) => void;
  readonly until: (runCount: number) => Promise<void>;
}

function watchedQueue(): Watched {
  const runs: DirtyPaths[] = [];
  let end: (end: RunEnd | null) => void = () => undefined;
  const queue = createRefreshQueue({
    ended: () => Promise.resolve(),
    refresh: (_archiveId, changed) => {
      runs.push(changed);
      return new Promise((resolve) => {
        end = resolve;
      });
    },
  });
  onTestFinished(queue.close);
  const until = async (runCount: number): Promise<void> => {
    while (runs.length < runCount) await delay(5);
  };
  return { queue, runs, end: (how) => end(how), until };
}

test('what changes while a run goes on is looked at together by the next', async () => {
  const { queue, runs, end, until } = watchedQueue();
  queue.add(archiveId, ['a.md']);
  await until(1);
  queue.add(archiveId, ['b.md']);
  queue.add(archiveId, ['c.md', 'b.md']);
  end(done);
  await until(2);
  expect(runs).toEqual([['a.md'], ['b.md', 'c.md']]);
});

test('everything stays everything, whatever comes with it', async () => {
  const { queue, runs, end, until } = watchedQueue();
  queue.add(archiveId, null);
  await until(1);
  queue.add(archiveId, null);
  queue.add(archiveId, ['a.md']);
  end(done);
  await until(2);
  expect(runs).toEqual([null, null]);
});

test.each([
  ['cancelled', cancelled],
  ['failed', away],
])('after a run that was %s, the next change has everything looked at', async (_how, how) => {
  const { queue, runs, end, until } = watchedQueue();
  queue.add(archiveId, ['a.md']);
  await until(1);
  end(how);
  await delay(400);
  expect(runs).toHaveLength(1);
  queue.add(archiveId, ['b.md']);
  await until(2);
  expect(runs[1]).toBeNull();
});

test('a change during a run that then fails is not forgotten', async () => {
  const { queue, runs, end, until } = watchedQueue();
  queue.add(archiveId, ['a.md']);
  await until(1);
  queue.add(archiveId, ['b.md']);
  end(away);
  await until(2);
  expect(runs[1]).toBeNull();
});

test('where another run came in between, the same paths are tried again', async () => {
  const { queue, runs, end, until } = watchedQueue();
  queue.add(archiveId, ['a.md']);
  await until(1);
  end(null);
  await until(2);
  expect(runs).toEqual([['a.md'], ['a.md']]);
});
