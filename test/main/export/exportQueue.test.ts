import { expect, test } from 'vitest';
import { emptySummary } from '../../../src/core/exporting/makeExport.ts';
import { createExportQueue } from '../../../src/main/export/exportQueue.ts';
import type { JobWatch, QueuedJob } from '../../../src/main/export/exportQueue.ts';
import type { ExportFormat } from '../../../src/shared/exportModel.ts';

/** Jobs that end when they are told to, or when they are cancelled, and what was heard of them. */
function workshop() {
  const heard: string[] = [];
  const finish = new Map<string, () => void>();
  const queue = createExportQueue({
    onProgress: ({ jobId, stage }) => heard.push(`${jobId} ${stage}`),
    onEnded: ({ jobId, outcome }) => heard.push(`${jobId} ${outcome}`),
  });
  const job = (jobId: string, format: ExportFormat): QueuedJob => ({
    jobId,
    format,
    totalPosts: 3,
    run: ({ signal }: JobWatch) => {
      heard.push(`${jobId} begins`);
      return new Promise((resolve) => {
        const end = (outcome: 'done' | 'cancelled') => () =>
          resolve({ ...emptySummary, jobId, format, outcome });
        finish.set(jobId, end('done'));
        signal.addEventListener('abort', end('cancelled'));
      });
    },
  });
  return { heard, finish, queue, job };
}

/** Lets everything that is ready go on. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('a book waits for the one before it, and a table does not', async () => {
  const { heard, finish, queue, job } = workshop();
  queue.add(job('one', 'pdf'));
  queue.add(job('two', 'pdf'));
  queue.add(job('table', 'csv'));
  await settle();
  expect(heard).toEqual(['two waiting', 'one begins', 'table begins']);
  finish.get('one')?.();
  await settle();
  expect(heard.slice(3)).toEqual(['one done', 'two begins']);
});

test('one that waits can be cancelled, and the one behind it still waits for the first', async () => {
  const { heard, finish, queue, job } = workshop();
  for (const name of ['one', 'two', 'three']) queue.add(job(name, 'pdf'));
  await queue.cancel('two');
  await settle();
  expect(heard).toEqual(['two waiting', 'three waiting', 'one begins', 'two cancelled']);
  finish.get('one')?.();
  await settle();
  expect(heard.slice(4)).toEqual(['one done', 'three begins']);
});

test('after the last one the next begins at once', async () => {
  const { heard, finish, queue, job } = workshop();
  queue.add(job('one', 'pdf'));
  await settle();
  finish.get('one')?.();
  await settle();
  queue.add(job('two', 'pdf'));
  await settle();
  expect(heard).toEqual(['one begins', 'one done', 'two begins']);
});

test('cancelling all ends those that run and those that wait', async () => {
  const { heard, queue, job } = workshop();
  for (const name of ['one', 'two', 'three']) queue.add(job(name, 'pdf'));
  queue.add(job('table', 'csv'));
  await settle();
  await queue.cancelAll();
  expect(heard.filter((line) => line.endsWith('cancelled')).toSorted()).toEqual([
    'one cancelled',
    'table cancelled',
    'three cancelled',
    'two cancelled',
  ]);
  expect(heard.filter((line) => line.endsWith('begins'))).toEqual(['one begins', 'table begins']);
});
