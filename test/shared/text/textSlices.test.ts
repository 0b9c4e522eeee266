import { describe, expect, test } from 'vitest';
import { sliceRanges } from '../../../src/shared/text/textSlices.ts';

describe('sliceRanges', () => {
  // 供应<b>链畅</b>通 ¶ 白名单
  const spans = [
    { start: 0, length: 2 },
    { start: 2, length: 2 },
    { start: 4, length: 1 },
    { start: 6, length: 3 },
  ];

  test('cuts a hit at the borders of elements', () => {
    expect(sliceRanges([[1, 5]], spans)).toEqual([
      [
        { node: 0, start: 1, end: 2 },
        { node: 1, start: 0, end: 2 },
        { node: 2, start: 0, end: 1 },
      ],
    ]);
  });

  test('keeps several hits of one node apart and in order', () => {
    expect(
      sliceRanges(
        [
          [0, 1],
          [1, 2],
          [7, 9],
        ],
        spans,
      ),
    ).toEqual([
      [{ node: 0, start: 0, end: 1 }],
      [{ node: 0, start: 1, end: 2 }],
      [{ node: 3, start: 1, end: 3 }],
    ]);
  });

  test('a hit in the gap between blocks has no slices, one across it has both sides', () => {
    expect(sliceRanges([[5, 6]], spans)).toEqual([[]]);
    expect(sliceRanges([[4, 7]], spans)).toEqual([
      [
        { node: 2, start: 0, end: 1 },
        { node: 3, start: 0, end: 1 },
      ],
    ]);
  });
});
