import { expect, test } from 'vitest';
import { createFormat } from '../../../src/renderer/i18n/format.ts';
import {
  labelsUnder,
  labelTree,
  movedLabel,
  openNodes,
  tidyLabel,
} from '../../../src/renderer/state/labelTree.ts';
import { isUnder } from '../../../src/shared/labels.ts';

const { compare } = createFormat('zh');
const counted = (...labels: readonly string[]) => labels.map((label) => ({ label, count: 1 }));
const shown = (nodes: ReturnType<typeof labelTree>) =>
  nodes.map(({ label, level, count, hasChildren }) => [label, level, count, hasChildren]);

test('a slash makes a folder, also where no bookmark carries it', () => {
  expect(shown(labelTree(counted('Project/Chapter 1', 'Inbox'), compare))).toEqual([
    ['Inbox', 0, 1, false],
    ['Project', 0, 0, true],
    ['Project/Chapter 1', 1, 1, false],
  ]);
});

test('numbers sort as numbers, Chinese by pinyin, and a folder stands before what it holds', () => {
  const labels = counted('课题/第10章', '课题/第2章', '课题', '报纸', 'Ab', '课题B');
  expect(labelTree(labels, compare).map(({ label }) => label)).toEqual([
    '报纸',
    '课题',
    '课题/第2章',
    '课题/第10章',
    '课题B',
    'Ab',
  ]);
});

test('names that a language sorts alike keep apart what stands under them', () => {
  const labels = counted('1/a', '01/b', '1/c', '01/d');
  expect(labelTree(labels, compare).map(({ label }) => label)).toEqual([
    '01',
    '01/b',
    '01/d',
    '1',
    '1/a',
    '1/c',
  ]);
});

test('a name that begins alike is not under a folder', () => {
  expect(isUnder('Project', 'Project')).toBe(true);
  expect(isUnder('Project/A', 'Project')).toBe(true);
  expect(isUnder('Projects', 'Project')).toBe(false);
});

test('a closed folder hides all under it, at every depth', () => {
  const nodes = labelTree(counted('A/B/C', 'A/D', 'E'), compare);
  expect(openNodes(nodes, new Set(['A'])).map(({ label }) => label)).toEqual(['A', 'E']);
  expect(openNodes(nodes, new Set(['A/B'])).map(({ label }) => label)).toEqual([
    'A',
    'A/B',
    'A/D',
    'E',
  ]);
});

test('choosing a folder filters by the labels under it that bookmarks carry', () => {
  const nodes = labelTree(counted('A/B', 'A', 'AB'), compare);
  expect(labelsUnder(nodes, 'A')).toEqual(['A', 'A/B']);
  expect(labelsUnder(labelTree(counted('A/B'), compare), 'A')).toEqual(['A/B']);
});

test('a folder takes what is under it along to its new name', () => {
  expect(movedLabel('A/B/C', 'A', 'X/Y')).toBe('X/Y/B/C');
  expect(movedLabel('A', 'A', 'B')).toBe('B');
});

test.each([
  ['  To   read ', 'To read'],
  ['Project / Chapter 1', 'Project/Chapter 1'],
  ['/a//b/', 'a/b'],
  [' / ', ''],
])('%j is kept as %j', (typed, kept) => {
  expect(tidyLabel(typed)).toBe(kept);
});
