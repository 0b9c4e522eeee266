import { expect, test } from 'vitest';
import { depthsOf } from '../../../src/renderer/article/outline.ts';

test.each([
  [
    [1, 2, 3, 2],
    [0, 1, 2, 1],
  ],
  [
    [2, 2, 4, 2],
    [0, 0, 1, 0],
  ],
  [
    [3, 2, 1],
    [0, 0, 0],
  ],
  [
    [2, 5, 4, 3],
    [0, 1, 1, 1],
  ],
  [[], []],
])('levels %j stand at depths %j: no step in the outline without a heading', (levels, depths) => {
  expect(depthsOf(levels)).toEqual(depths);
});
