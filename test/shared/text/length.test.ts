import { expect, test } from 'vitest';
import { readLength } from '../../../src/shared/text/length.ts';

test('a number alone is millimetres', () => {
  expect(readLength('210')).toBe(210);
  expect(readLength(' 215.9 ')).toBe(215.9);
  expect(readLength('12,5')).toBe(12.5);
  expect(readLength('12.')).toBe(12);
});

test('inches, centimetres and points are taken by any of their names', () => {
  for (const letter of ['8.5 in', '8.5in', '8.5"', '8.5″', '8.5 inches', '8.5英寸', '8.5 In.'])
    expect(readLength(letter), letter).toBe(215.9);
  expect(readLength('21 cm')).toBe(210);
  expect(readLength('21厘米')).toBe(210);
  expect(readLength('72pt')).toBe(25.4);
});

test('full-width digits of an input method are digits', () => {
  expect(readLength('２１０')).toBe(210);
  expect(readLength('２１．５毫米')).toBe(21.5);
});

test('what is no length is none', () => {
  for (const words of ['', '  ', 'wide', '-20', '21 km', '1e3', '2 1', '.'])
    expect(readLength(words), words).toBeNull();
});
