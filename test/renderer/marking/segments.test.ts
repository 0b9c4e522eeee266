import { describe, expect, test } from 'vitest';
import { segmentsOf, trimRange } from '../../../src/renderer/marking/segments.ts';
import { placed } from './placedHighlight.ts';

const shape = (given: Parameters<typeof segmentsOf>[0]) =>
  segmentsOf(given).map(({ range, highlights }) => [
    ...range,
    highlights.map(({ id }) => id).join(''),
  ]);

describe('stretches of highlights', () => {
  test('one highlight is one stretch', () => {
    expect(shape([placed('a', 3, 9)])).toEqual([[3, 9, 'a']]);
  });

  test('where two overlap, the one made last is on top', () => {
    expect(shape([placed('a', 0, 10, 1), placed('b', 5, 15, 2)])).toEqual([
      [0, 5, 'a'],
      [5, 10, 'ba'],
      [10, 15, 'b'],
    ]);
    expect(shape([placed('a', 0, 10, 2), placed('b', 5, 15, 1)])[1]).toEqual([5, 10, 'ab']);
  });

  test('one inside another cuts it in three; neighbours stay apart', () => {
    expect(shape([placed('a', 0, 9), placed('b', 3, 6, 2)])).toEqual([
      [0, 3, 'a'],
      [3, 6, 'ba'],
      [6, 9, 'a'],
    ]);
    expect(shape([placed('a', 0, 3), placed('b', 3, 6)])).toEqual([
      [0, 3, 'a'],
      [3, 6, 'b'],
    ]);
  });

  test('what nothing covers is no stretch', () => {
    expect(shape([placed('a', 0, 2), placed('b', 8, 9)])).toEqual([
      [0, 2, 'a'],
      [8, 9, 'b'],
    ]);
    expect(shape([])).toEqual([]);
  });
});

describe('the ends of a selection', () => {
  test.each([
    ['  春耕 ', [0, 5], [2, 4]],
    ['a\n\nb', [0, 4], [0, 4]],
    ['a\n\nb', [1, 3], null],
    ['\u3000\u3000农机', [0, 4], [2, 4]],
    ['abc', [0, 99], [0, 3]],
  ] as const)('%j %j is %j', (text, range, wanted) => {
    expect(trimRange(text, range)).toEqual(wanted);
  });
});
