import { describe, expect, test } from 'vitest';
import { createFormat } from '../../../src/renderer/i18n/format.ts';
import { dayOf } from '../../../src/renderer/marking/dayOf.ts';
import { searchFor } from '../../../src/renderer/marking/searchFor.ts';
import { shortQuote } from '../../../src/renderer/marking/shortQuote.ts';

describe('searching for a passage', () => {
  test.each([
    ['供应链', '供应链'],
    ['the keeper', '"the keeper"'],
    ['“这座灯塔”，亮了', '"这座灯塔 ，亮了"'],
    [' one\ntwo ', '"one two"'],
    ['-draft', '"-draft"'],
    ['tag:news', '"tag:news"'],
  ])('%j', (words, query) => {
    expect(searchFor(words)).toBe(query);
  });

  test('a long one by its beginning, between words', () => {
    const query = searchFor('lighthouse keeper '.repeat(20));
    expect(query.length).toBeLessThanOrEqual(62);
    expect(query).toMatch(/(lighthouse|keeper)"$/u);
  });
});

test('a quote in a name is one short line and cuts no character', () => {
  expect(shortQuote(' a\n b ')).toBe('a b');
  expect(Array.from(shortQuote('𠀀'.repeat(60)))).toHaveLength(41);
});

test('days of notes name the year only when it is another one', () => {
  const today = new Date(2026, 10, 22, 12);
  const day = (date: Date, language: 'en' | 'zh') =>
    dayOf(date.toISOString(), createFormat(language), today);
  expect(day(new Date(2026, 10, 21, 23, 59), 'en')).toBe('21 Nov');
  expect(day(new Date(2026, 10, 21, 0, 1), 'zh')).toBe('11月21日');
  expect(day(new Date(2025, 10, 21, 12), 'en')).toBe('21 Nov 2025');
  expect(dayOf('', createFormat('en'), today)).toBe('');
});
