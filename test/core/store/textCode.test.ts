import { expect, test } from 'vitest';
import { createTextCode, rankedUnits } from '../../../src/core/store/textCode.ts';

const chinese = '供应链企业复工复产，江苏省的产业链供应链稳定。'.repeat(20);

test('every text comes back as it was', () => {
  const code = createTextCode(rankedUnits([chinese]));
  const all = Array.from({ length: 0x1_00_00 }, (_, unit) => String.fromCharCode(unit)).join('');
  for (const text of [chinese, '', 'Only English, and café.', '𠮷野家 😀 \ud800 \0', all]) {
    expect(code.decode(code.encode(text))).toBe(text);
  }
});

test('an empty sample gives a code that works', () => {
  const code = createTextCode(rankedUnits([]));
  expect(code.decode(code.encode(chinese))).toBe(chinese);
});

test('texts like the sample take a byte a character', () => {
  const code = createTextCode(rankedUnits([chinese]));
  expect(code.encode(chinese)).toHaveLength(chinese.length);
});

test('thousands of characters of a sample take two bytes at most', () => {
  const many = Array.from({ length: 5_000 }, (_, at) => String.fromCharCode(0x4e00 + at)).join('');
  const code = createTextCode(rankedUnits([many]));
  expect(code.decode(code.encode(many))).toBe(many);
  expect(code.encode(many).length).toBeLessThan(many.length * 2);
});
