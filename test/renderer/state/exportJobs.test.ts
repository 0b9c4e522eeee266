import { expect, test } from 'vitest';
import type { ExportProgress, ExportSummary } from '../../../src/shared/exportModel.ts';
import {
  withProgress,
  withStarted,
  withSummary,
  withoutJob,
} from '../../../src/renderer/state/exportJobs.ts';
import { asArchiveId } from '../../../src/shared/ids.ts';
import { defaultExportOptions } from '../../../src/shared/defaults.ts';

const progress = (jobId: string, donePosts: number): ExportProgress => ({
  jobId,
  stage: 'reading',
  donePosts,
  totalPosts: 9,
  donePages: null,
  currentTitle: null,
  secondsLeft: null,
});

const summary = (jobId: string, part: Partial<ExportSummary> = {}): ExportSummary => ({
  jobId,
  format: 'csv',
  outcome: 'done',
  target: '/there/posts.csv',
  pageCount: null,
  postCount: 9,
  byteCount: 12,
  failures: [],
  warnings: [],
  message: null,
  ...part,
});

const started = {
  order: {
    archiveId: asArchiveId('0123456789abcdef'),
    ids: [],
    options: defaultExportOptions,
    query: null,
    foldsVariants: true,
  },
  source: { kind: 'result' },
} as const;

test('two exports at a time keep their own progress', () => {
  const jobs = withProgress(withProgress(withProgress([], progress('a', 1)), progress('b', 5)), {
    ...progress('a', 2),
  });
  expect(jobs.map((job) => [job.jobId, job.progress?.donePosts])).toEqual([
    ['a', 2],
    ['b', 5],
  ]);
});

test('a job that ended before its start was answered stays ended', () => {
  const jobs = withStarted(withSummary([], summary('a'), null), 'a', started);
  expect(jobs).toHaveLength(1);
  expect(jobs[0]?.summary?.outcome).toBe('done');
  expect(jobs[0]?.started).toBe(started);
});

test('what ended well gives way to the next end; what failed, left posts out or is shown stays', () => {
  const failure = { path: 'a.md', message: 'It is gone.' };
  const ends = [
    summary('well'),
    summary('cancelled', { outcome: 'cancelled', target: null }),
    summary('left-out', { failures: [failure] }),
    summary('failed', { outcome: 'failed', target: null, message: 'The disk is full.' }),
    summary('shown'),
    summary('last'),
  ];
  let jobs = withProgress([], progress('running', 1));
  for (const end of ends) jobs = withSummary(jobs, end, 'shown');
  expect(jobs.map(({ jobId }) => jobId)).toEqual([
    'running',
    'left-out',
    'failed',
    'shown',
    'last',
  ]);
  expect(withoutJob(jobs, 'failed').map(({ jobId }) => jobId)).not.toContain('failed');
});
