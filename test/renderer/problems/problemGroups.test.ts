import { describe, expect, test } from 'vitest';
import type { Problem } from '../../../src/shared/model.ts';
import { countGroups, fileSize, splitPath } from '../../../src/renderer/problems/problemGroups.ts';

const problem = (code: Problem['code'], severity: Problem['severity']): Problem => ({
  path: 'a.md',
  code,
  severity,
  message: '',
  sizeBytes: null,
});

describe('countGroups', () => {
  test('every problem counts once; a file that is not in results counts as missing', () => {
    const counts = countGroups([
      problem('front-matter-recovered', 'warning'),
      problem('front-matter-invalid', 'error'),
      problem('date-missing', 'warning'),
      problem('encoding-guessed', 'warning'),
      problem('title-missing', 'warning'),
      problem('empty', 'error'),
    ]);
    expect(counts).toEqual({ missing: 2, encoding: 1, dates: 1, frontMatter: 1, other: 1 });
  });
});

describe('fileSize', () => {
  test.each([
    [0, '0 B'],
    [999, '999 B'],
    [1000, '1 KB'],
    [7987, '7.8 KB'],
    [217_088, '212 KB'],
    [5_242_880, '5 MB'],
  ])('%d bytes', (bytes, shown) => {
    expect(fileSize(bytes, String)).toBe(shown);
  });
});

describe('splitPath', () => {
  test('keeps the folder with its slash', () => {
    expect(splitPath('2022/05/雨.md')).toEqual({ folder: '2022/05/', file: '雨.md' });
    expect(splitPath('雨.md')).toEqual({ folder: '', file: '雨.md' });
  });
});
