import { expect, test } from 'vitest';
import { fittingLabels, labelStateOf } from '../../../src/renderer/labels/labelStates.ts';
import { asPostId } from '../../../src/shared/ids.ts';

const ids = (...numbers: readonly number[]) => numbers.map(asPostId);
const fold = (text: string) => text.toLocaleLowerCase();

test('a label is on all posts, on some or on none; other posts that carry it do not matter', () => {
  const asked = new Set(ids(1, 2));
  expect(labelStateOf(ids(2, 1, 9), asked)).toBe('all');
  expect(labelStateOf(ids(2, 9), asked)).toBe('some');
  expect(labelStateOf(ids(9), asked)).toBe('none');
  expect(labelStateOf(ids(9), new Set())).toBe('none');
});

test('labels one of whose parts begins with what is typed come first', () => {
  const labels = ['Old chapters', 'Project/Chapter 1', 'Chairs', 'Maps'];
  expect(fittingLabels(labels, ' CHA', fold)).toEqual([
    'Project/Chapter 1',
    'Chairs',
    'Old chapters',
  ]);
  expect(fittingLabels(labels, '', fold)).toEqual(labels);
  expect(fittingLabels(labels, 'x', fold)).toEqual([]);
});
