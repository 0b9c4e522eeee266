import { expect, test } from 'vitest';
import { indexedPosts } from '../../../src/renderer/indexing/indexedPosts.ts';
import { asArchiveId } from '../../../src/shared/ids.ts';
import type { IndexingProgress } from '../../../src/shared/jobModel.ts';

const run: IndexingProgress = {
  archiveId: asArchiveId('0123456789abcdef'),
  phase: 'indexing',
  isPaused: false,
  doneFiles: 900,
  totalFiles: 6000,
  postCount: 500,
  problemCount: 0,
  filesPerSecond: 1,
  secondsLeft: null,
  currentPath: null,
};

test('what can be found counts, not what was merely read', () => {
  expect(indexedPosts(run)).toEqual({ done: 500, all: 6000 });
});

test('nothing is said while files are looked for; posts that went do not make more than all', () => {
  expect(indexedPosts({ ...run, phase: 'scanning' })).toBeNull();
  expect(indexedPosts({ ...run, totalFiles: 0 })).toBeNull();
  expect(indexedPosts({ ...run, postCount: 7000 })).toEqual({ done: 6000, all: 6000 });
});
