import { describe, expect, test } from 'vitest';
import { findLiteral } from '../../../src/renderer/article/findLiteral.ts';

const find = (text: string, wanted: string, options = {}) =>
  findLiteral(text, {
    text: wanted,
    isCaseSensitive: false,
    isWholeWord: false,
    foldsVariants: false,
    ...options,
  }).map(([start, end]) => text.slice(start, end));

describe('findLiteral', () => {
  test('Chinese is found anywhere, also as a whole word', () => {
    expect(find('产业链供应链，供应链', '供应链')).toEqual(['供应链', '供应链']);
    expect(find('产业链供应链', '供应链', { isWholeWord: true })).toEqual(['供应链']);
  });

  test('Latin by letters; case only when asked', () => {
    expect(find('Rain, rainy RAIN', 'rain')).toEqual(['Rain', 'rain', 'RAIN']);
    expect(find('Rain, rainy RAIN', 'RAIN', { isCaseSensitive: true })).toEqual(['RAIN']);
  });

  test('a whole word ends at Han characters, signs and spaces, not at letters', () => {
    expect(find('rainy rain雨 rain-fall', 'rain', { isWholeWord: true })).toEqual(['rain', 'rain']);
    expect(find('12 units of 120', '12', { isWholeWord: true })).toEqual(['12']);
  });

  test('typed signs are signs, not patterns', () => {
    expect(find('a.b (c) a*b [x]', 'a.b')).toEqual(['a.b']);
    expect(find('a.b (c) a*b [x]', '(c)')).toEqual(['(c)']);
    expect(find('a.b (c) a*b [x]', '[x]')).toEqual(['[x]']);
    expect(find('50% - 60%', '% - 6')).toEqual(['% - 6']);
  });

  test('a space matches a line break of the source', () => {
    expect(find('heavy\n  rain', 'heavy rain')).toEqual(['heavy\n  rain']);
  });

  test('nothing typed finds nothing', () => {
    expect(find('rain', '  ')).toEqual([]);
  });
});

describe('Traditional and Simplified characters', () => {
  test('match each other only when asked, at the places of the text itself', () => {
    const text = '😀供應鏈的舊寫法，供应链';
    expect(find(text, '供应链', { foldsVariants: true })).toEqual(['供應鏈', '供应链']);
    expect(find(text, '供應鏈', { foldsVariants: true })).toEqual(['供應鏈', '供应链']);
    expect(find(text, '供应链', { foldsVariants: false })).toEqual(['供应链']);
  });
  test('a text that no variant touches is looked for as it is', () => {
    expect(find('Rain on the mill', 'rain', { foldsVariants: true })).toEqual(['Rain']);
  });
});
