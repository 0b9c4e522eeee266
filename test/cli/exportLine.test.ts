import { expect, test } from 'vitest';
import { readExportLine } from '../../src/cli/exportLine.ts';

const said = (value: unknown): ReturnType<typeof readExportLine> =>
  readExportLine(`broadsheet-export:${JSON.stringify(value)}`);

test('progress becomes a line for people', () => {
  const progress = {
    jobId: 'x',
    stage: 'printing',
    donePosts: 3,
    totalPosts: 12,
    currentTitle: null,
    secondsLeft: null,
  };
  expect(said({ progress })).toEqual({ kind: 'progress', text: 'Printing: 3 of 12 posts' });
});

test('the end is taken with what could not be exported', () => {
  const finished = {
    jobId: 'x',
    outcome: 'done',
    target: '/a.pdf',
    pageCount: 4,
    postCount: 2,
    failures: [{ path: 'a.md', message: 'It is gone.' }],
    message: null,
  };
  expect(said({ finished })).toMatchObject({
    kind: 'finished',
    summary: { postCount: 2, failures: [{ path: 'a.md' }] },
  });
  expect(said({ failed: 'The disk is full.' })).toEqual({
    kind: 'failed',
    message: 'The disk is full.',
  });
});

test('what Chromium prints, and broken lines, are passed over', () => {
  for (const line of [
    '',
    '[123:0101/ERROR:gpu] nothing',
    'broadsheet-export:{"progress":',
    'broadsheet-export:{}',
  ]) {
    expect(readExportLine(line)).toBeNull();
  }
});
