import { describe, expect, test } from 'vitest';
import { problemsText } from '../../src/main/problemsFile.ts';
import type { Problem } from '../../src/shared/model.ts';

const problems: readonly Problem[] = [
  {
    path: '_posts/坏"了",一.md',
    code: 'not-text',
    severity: 'error',
    message: 'This is no text.',
    sizeBytes: 12,
  },
  {
    path: '=HYPERLINK("http://e.org")',
    pathHex: '3d48',
    code: 'date-missing',
    severity: 'warning',
    message: 'No date.',
    sizeBytes: null,
  },
];

describe('a saved list of problems', () => {
  test('as a table: names with quotes and commas stay whole, formulas stay text', () => {
    expect(problemsText('/tmp/p.csv', problems)).toBe(
      [
        '\uFEFFpath,pathHex,severity,code,message,sizeBytes',
        '"_posts/坏""了"",一.md",,error,not-text,This is no text.,12',
        '"\'=HYPERLINK(""http://e.org"")",3d48,warning,date-missing,No date.,',
        '',
      ].join('\r\n'),
    );
  });

  test('as JSON when the name says so', () => {
    expect(JSON.parse(problemsText('/tmp/p.JSON', problems))).toEqual(problems);
  });
});
