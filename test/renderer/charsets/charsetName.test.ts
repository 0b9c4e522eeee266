import { expect, test } from 'vitest';
import { charsetName } from '../../../src/renderer/charsets/charsetName.ts';
import { en, zh } from '../../../src/renderer/i18n/resources.ts';
import { charsets } from '../../../src/shared/charsets.ts';
import { mayReadAs } from '../../../src/renderer/problems/problemText.ts';

test('charsets are written as people know them', () => {
  expect(charsets.map(charsetName)).toEqual([
    'UTF-8',
    'GB18030',
    'Big5',
    'Shift_JIS',
    'EUC-JP',
    'ISO-2022-JP',
    'EUC-KR',
    'UTF-16 LE',
    'UTF-16 BE',
    'Windows-1252',
    'ISO-8859-15',
    'Windows-1250',
    'ISO-8859-2',
    'Windows-1251',
    'KOI8-R',
    'KOI8-U',
    'IBM866',
    'ISO-8859-5',
    'Windows-1253',
    'ISO-8859-7',
    'Windows-1254',
    'Windows-1255',
    'Windows-1256',
    'ISO-8859-6',
    'Windows-1257',
    'Windows-1258',
    'Windows-874',
    'Mac Roman',
    'Mac Cyrillic',
  ]);
});

test('every charset that can be chosen has a name in both languages', () => {
  expect(Object.keys(en.charsets.names).toSorted()).toEqual(charsets.toSorted());
  expect(Object.keys(zh.charsets.names).toSorted()).toEqual(charsets.toSorted());
});

test('another charset is offered where it may help', () => {
  expect(
    (['encoding-guessed', 'not-text', 'empty'] as const).map((code) => mayReadAs({ code })),
  ).toEqual([true, true, false]);
});
