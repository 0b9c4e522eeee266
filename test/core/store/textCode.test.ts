import { expect, test } from 'vitest';
import { createTextCode, frequentUnits } from '../../../src/core/store/textCode.ts';

const chinese = '供应链企业复工复产，江苏省的产业链供应链稳定。'.repeat(20);

test('every text comes back as it was', () => {
  const code = createTextCode(frequentUnits([chinese]));
  const all = Array.from({ length: 0x1_00_00 }, (_, unit) => String.fromCharCode(unit)).join('');
  for (const text of [chinese, '', 'Only English, and café.', '𠮷野家 😀 \ud800 \0', all]) {
    expect(code.decode(code.encode(text))).toBe(text);
  }
});

test('an empty sample gives a code that works', () => {
  const code = createTextCode(frequentUnits([]));
  expect(code.decode(code.encode(chinese))).toBe(chinese);
});

test('texts like the sample take a byte a character', () => {
  const code = createTextCode(frequentUnits([chinese]));
  expect(code.encode(chinese)).toHaveLength(chinese.length);
});

test('Chinese unlike the sample takes at most three quarters of its UTF-8', () => {
  const code = createTextCode(frequentUnits(['abc']));
  expect(code.encode(chinese).length).toBeLessThanOrEqual(Buffer.byteLength(chinese) * 0.75);
});
