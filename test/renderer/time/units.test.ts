import { describe, expect, test } from 'vitest';
import { createFormat } from '../../../src/renderer/i18n/format.ts';
import {
  monthOfOrdinal,
  monthOrdinal,
  placeOf,
  spanOfUnit,
  spanText,
  unitAt,
  unitText,
} from '../../../src/renderer/time/units.ts';

test('months are counted across years and back', () => {
  expect(monthOfOrdinal(monthOrdinal('2021-11') + 3)).toBe('2022-02');
  expect(monthOrdinal('2022-01') - monthOrdinal('2021-12')).toBe(1);
  expect(monthOfOrdinal(monthOrdinal('0987-01') - 1)).toBe('0986-12');
});

describe('units of an axis', () => {
  test('follow the calendar: months of any year, leap days, years', () => {
    expect(unitAt('2021-11', 'month', 14)).toBe('2023-01');
    expect(unitAt('2020-02-27', 'day', 3)).toBe('2020-03-01');
    expect(unitAt('1872', 'year', 150)).toBe('2022');
  });

  test('and lead back to their places', () => {
    for (const [first, grain] of [
      ['2021-11', 'month'],
      ['2020-02-27', 'day'],
      ['1872', 'year'],
    ] as const) {
      for (const place of [0, 1, 29, 77]) {
        expect(placeOf(first, grain, unitAt(first, grain, place))).toBe(place);
      }
    }
    expect(placeOf('2021-11', 'month', '2022-01-31')).toBe(2);
    expect(placeOf('2022-04-01', 'day', '2022-05')).toBe(30);
    expect(placeOf('2000', 'year', '1999-12')).toBe(-1);
  });
});

test('a unit becomes a filter of whole months, or of its day', () => {
  expect(spanOfUnit('2022')).toEqual({ from: '2022-01', to: '2022-12' });
  expect(spanOfUnit('2022-04')).toEqual({ from: '2022-04', to: '2022-04' });
  expect(spanOfUnit('2022-04-18')).toEqual({ from: '2022-04-18', to: '2022-04-18' });
});

test('units are named in the language of the window', () => {
  const [en, zh] = [createFormat('en'), createFormat('zh')];
  expect(['2022', '2022-04', '2022-04-18'].map((unit) => unitText(unit, en))).toEqual([
    '2022',
    'Apr 2022',
    '18 Apr 2022',
  ]);
  expect(['2022', '2022-04', '2022-04-18'].map((unit) => unitText(unit, zh))).toEqual([
    '2022年',
    '2022年4月',
    '2022年4月18日',
  ]);
  expect(spanText('2022-04', '2022-04', en)).toEqual(['Apr 2022']);
  expect([zh.shortMonthName('2022-04'), zh.monthName('2022-04')]).toEqual(['4月', '4月']);
  expect([en.dayOfMonth('2022-05-18'), zh.dayOfMonth('2022-05-18')]).toEqual([
    '18 Wed',
    '18日 周三',
  ]);
  expect([en.calendarDay(2, 29), zh.calendarDay(2, 29)]).toEqual(['29 February', '2月29日']);
});
