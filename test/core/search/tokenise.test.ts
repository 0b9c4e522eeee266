import { describe, expect, test } from 'vitest';
import { GAP_TOKEN, tokeniseTerm, tokeniseText } from '../../../src/core/search/tokenise.ts';

const GAP = GAP_TOKEN;

test.for([
  ['中国经济', '中国 国经 经济 济'],
  ['中国，经济', '中国 国 经济 济'],
  ['国', '国'],
  ['hello world', 'hello world'],
  ['hello, world', `hello ${GAP} world`],
  ['a股', 'a 股'],
  ['a 股', `a ${GAP} 股`],
  ['𠮷野家', '𠮷野 野家 家'],
  ['，。', ''],
  ['x'.repeat(1_000), 'x'.repeat(256)],
] as const)('tokens of %j', ([folded, tokens]) => {
  expect(tokeniseText(folded).trim()).toBe(tokens);
});

describe('tokens to look a term up with', () => {
  test.for([
    { term: '中国', tokens: ['中国'], isLastPrefix: false, isProof: true },
    { term: '国', tokens: ['国'], isLastPrefix: true, isProof: true },
    { term: 'a股', tokens: ['a', '股'], isLastPrefix: true, isProof: true },
    { term: '股a', tokens: ['股', 'a'], isLastPrefix: false, isProof: true },
    { term: 'two words', tokens: ['two', 'words'], isLastPrefix: false, isProof: true },
    { term: 'c++', tokens: ['c'], isLastPrefix: false, isProof: false },
    { term: '中国，经济', tokens: ['中国', '国', '经济'], isLastPrefix: false, isProof: false },
    { term: '3.5%', tokens: ['3', GAP, '5'], isLastPrefix: false, isProof: false },
    { term: '，', tokens: [], isLastPrefix: false, isProof: false },
  ])('$term', ({ term, ...expected }) => {
    expect(tokeniseTerm(term, false)).toEqual(expected);
  });

  test('a trailing star makes the last word the beginning of one', () => {
    expect(tokeniseTerm('two wor', true)).toEqual({
      tokens: ['two', 'wor'],
      isLastPrefix: true,
      isProof: true,
    });
  });

  test('a very long term is looked up by its beginning and checked', () => {
    const term = tokeniseTerm('长'.repeat(500), false);
    expect(term.tokens.length).toBeLessThan(100);
    expect(term.isProof).toBe(false);
  });
});
