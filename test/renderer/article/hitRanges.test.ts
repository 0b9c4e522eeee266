import { describe, expect, test } from 'vitest';
import { markedPieces } from '../../../src/renderer/article/hitRanges.ts';

describe('markedPieces', () => {
  test('gives the whole text back, hits marked by number', () => {
    const pieces = markedPieces(
      '产业链供应链',
      [
        [2, 3],
        [5, 6],
      ],
      0,
    );
    expect(pieces.map((piece) => piece.text).join('')).toBe('产业链供应链');
    expect(pieces.filter((piece) => piece.hit !== null)).toEqual([
      { text: '链', hit: 0, start: 2 },
      { text: '链', hit: 1, start: 5 },
    ]);
  });

  test('reads ranges of a longer text from its offset on', () => {
    expect(
      markedPieces(
        '——链',
        [
          [0, 2],
          [7, 8],
        ],
        5,
      ),
    ).toEqual([
      { text: '——', hit: null, start: 0 },
      { text: '链', hit: 1, start: 2 },
    ]);
  });
});
