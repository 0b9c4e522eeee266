import { describe, expect, test } from 'vitest';
import { prepareNear, textHoldsNear } from '../../../src/shared/text/nearTerms.ts';

const near = (text: string, distance: number, ...terms: readonly string[]): boolean =>
  textHoldsNear(
    text,
    prepareNear(
      terms.map((term) => ({ text: term.replace(/\*$/, ''), isPrefix: term.endsWith('*') })),
      terms.slice(1).map(() => distance),
    ),
  );

/** The least distance at which the terms are near; null when they never are. */
const leastDistance = (text: string, ...terms: readonly string[]): number | null => {
  for (let distance = 0; distance < 60; distance += 1) {
    if (near(text, distance, ...terms)) return distance;
  }
  return null;
};

describe('textHoldsNear', () => {
  test.for([
    { text: '港口渡轮', terms: ['港口', '渡轮'], least: 0 },
    { text: '渡轮，港口', terms: ['港口', '渡轮'], least: 0 },
    { text: '港口的（渡）轮', terms: ['港口', '轮'], least: 2 },
    { text: 'the old, old harbour-side ferry', terms: ['the', 'ferry'], least: 4 },
    { text: 'AI芯片5G网络', terms: ['ai', '网络'], least: 3 },
    { text: 'airline takes off', terms: ['air*', 'off'], least: 1 },
    { text: '国国国', terms: ['国国', '国国'], least: null },
    { text: '国国国国', terms: ['国国', '国国'], least: 0 },
    { text: '𠮷𠮷港', terms: ['港', '𠮷'], least: 0 },
    { text: '𠮷𠀀𠀁港', terms: ['港', '𠮷'], least: 2 },
    { text: '臺灣的港口', terms: ['台湾', '港口'], least: 1 },
    { text: 'ภาษาไทย', terms: ['ภ', 'ไทย'], least: 3 },
    { text: '港口', terms: ['港口', '渡轮'], least: null },
    { text: '', terms: ['a', 'b'], least: null },
    // In a chain one and the same match is near the one before and the one after.
    { text: 'a b x x x b c', terms: ['a', 'b', 'c'], least: 4 },
  ])('$terms in $text: $least', ({ text, terms, least }) => {
    expect(leastDistance(text, ...terms)).toBe(least);
  });

  test('many matches are judged as few are', () => {
    const filler = '的x '.repeat(50);
    for (const distance of [0, 1, 20, 99, 100, 101, 300]) {
      const few = near(`港${filler}渡`, distance, '港', '渡');
      // 150 more matches of the first term, none of them nearer.
      const many = near(`${'港'.repeat(150)}${filler}渡`, distance, '港', '渡');
      expect({ distance, few, many }).toEqual({
        distance,
        few: distance >= 100,
        many: distance >= 100,
      });
    }
  });
});
