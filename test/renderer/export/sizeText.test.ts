import { expect, test } from 'vitest';
import { sizeText } from '../../../src/renderer/export/sizeText.ts';

test.each([
  [0, '1 kB'],
  [12_345, '12 kB'],
  [949_999, '950 kB'],
  [950_000, '1 MB'],
  [1_249_000, '1.2 MB'],
  [949_999_999, '950 MB'],
  [2_140_000_000, '2.1 GB'],
])('%d bytes are %s', (bytes, text) => {
  expect(sizeText(bytes, String)).toBe(text);
});
