import { expect, test } from 'vitest';
import { csvText } from '../../../src/shared/text/csvText.ts';
import { calls } from '../../../src/shared/contract.ts';
import { readCall } from '../../../src/main/readCall.ts';

test('a table is CSV that spreadsheet programs read: Chinese, quotes, lines, and no formulas', () => {
  expect(
    csvText([
      ['Month', '江亭日报'],
      ['2022-04', 'a "b", c'],
      ['=1+1', 'x\ny'],
    ]),
  ).toBe(`\uFEFFMonth,江亭日报\r\n2022-04,"a ""b"", c"\r\n'=1+1,"x\ny"\r\n`);
});

test.each([
  ['a path of its own', { kind: 'csv', name: 'x', rows: [], file: '/etc/passwd' }],
  ['rows that are no text', { kind: 'csv', name: 'x', rows: [[1]] }],
  ['a picture that is no base64', { kind: 'png', name: 'x', png: 'data:image/png,<svg>' }],
  ['another kind', { kind: 'exe', name: 'x', png: 'AAAA' }],
])('a chart with %s is refused before anybody is asked where to save it', (_, input) => {
  expect(calls['trends.save']).toBeDefined();
  expect(() => readCall('trends.save', input)).toThrow();
});
