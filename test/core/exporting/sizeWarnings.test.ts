import { expect, test } from 'vitest';
import { sizeWarnings } from '../../../src/core/exporting/sizeWarnings.ts';

test('a page that browsers can hardly open is told of, with its size; no other format is', () => {
  expect(sizeWarnings({ format: 'html', language: 'en' }, 1_598_242_614)).toEqual([
    expect.stringContaining('The file has 1,598 MB'),
  ]);
  expect(sizeWarnings({ format: 'html', language: 'zh' }, 100_000_000)).toEqual([
    expect.stringContaining('文件有100 MB'),
  ]);
  expect(sizeWarnings({ format: 'html', language: 'en' }, 99_999_999)).toEqual([]);
  expect(sizeWarnings({ format: 'epub', language: 'en' }, 1_598_242_614)).toEqual([]);
});
