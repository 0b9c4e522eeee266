import { expect, test } from 'vitest';
import { countVisible } from '../../../src/shared/text/countVisible.ts';

test('counts what is no white space, as regular expressions see it', () => {
  for (let unit = 0; unit < 0x10000; unit += 1) {
    const text = `a${String.fromCharCode(unit)}b`;
    expect(countVisible(text), unit.toString(16)).toBe(text.replaceAll(/\s/gu, '').length);
  }
});

test('counts units of UTF-16: a character beyond the basic plane is two', () => {
  expect(countVisible('春 耕\n𠀀')).toBe(4);
  expect(countVisible('')).toBe(0);
});
