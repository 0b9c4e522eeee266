import { expect, test } from 'vitest';
import {
  dayBars,
  histogramBars,
  isBarInside,
  isBarPicked,
  monthRangeText,
  onlyMonth,
  yearLabels,
} from '../../../src/renderer/filters/monthRange.ts';
import {
  FIRST_VALUES,
  facetRows,
  firstRows,
  leadingRows,
  newestFirst,
  rowCount,
  sameValues,
} from '../../../src/renderer/filters/facetRows.ts';

test.each([
  ['2022-03', '2022-05', '2022-03 – 05'],
  ['2021-11', '2022-02', '2021-11 – 2022-02'],
  ['2022-03', '2022-03', '2022-03'],
  ['2022-03', null, '2022-03 –'],
  [null, '2022-05', '– 2022-05'],
])('the range %s to %s reads %s', (from, to, text) => {
  expect(monthRangeText(from, to)).toBe(text);
});

test('months without posts have bars of nothing between the others', () => {
  const bars = histogramBars([
    { value: '2021-12', count: 2 },
    { value: '2022-03', count: 5 },
  ]);
  expect(bars.map(({ from, count }) => [from, count])).toEqual([
    ['2021-12', 2],
    ['2022-01', 0],
    ['2022-02', 0],
    ['2022-03', 5],
  ]);
});

test('a long archive has several months to a bar and loses no post', () => {
  const months = Array.from({ length: 40 }, (_, place) => ({
    value: `${1980 + place}-06`,
    count: 3,
  }));
  const bars = histogramBars(months);
  expect(bars.length).toBeLessThanOrEqual(72);
  expect(bars.reduce((sum, { count }) => sum + count, 0)).toBe(120);
  expect(bars.at(-1)?.to).toBe('2019-06');
});

test('one mistaken date does not stretch the picture over two thousand years', () => {
  const bars = histogramBars([
    { value: '0001-01', count: 1 },
    { value: '2022-03', count: 5 },
    { value: '9999-12', count: 1 },
  ]);
  expect(bars).toEqual([{ from: '2022-03', to: '2022-03', count: 5 }]);
  expect(histogramBars([])).toEqual([]);
});

test('where all posts are of one month there is a bar for each of its days', () => {
  const bars = histogramBars([{ value: '2024-02', count: 3 }]);
  expect(onlyMonth(bars)).toBe('2024-02');
  const days = dayBars('2024-02', [
    { value: '2024-02-03', count: 2 },
    { value: '2024-02-29', count: 1 },
  ]);
  expect(days).toHaveLength(29);
  expect(days.filter(({ count }) => count > 0)).toEqual([
    { from: '2024-02-03', to: '2024-02-03', count: 2 },
    { from: '2024-02-29', to: '2024-02-29', count: 1 },
  ]);
});

test('months in two bars, months in one bar, and no months are not one month', () => {
  const several = { from: '2024-01', to: '2024-04', count: 3 };
  expect(onlyMonth([several])).toBeNull();
  expect(onlyMonth([])).toBeNull();
  const january = { from: '2024-01', to: '2024-01', count: 1 };
  expect(onlyMonth([january, { ...january, from: '2024-02', to: '2024-02' }])).toBeNull();
});

test('a bar of a day is inside of its month, of days around it, and of nothing else', () => {
  const bar = { from: '2024-02-03', to: '2024-02-03', count: 1 };
  expect(isBarInside(bar, '2024-02', '2024-02')).toBe(true);
  expect(isBarInside(bar, '2024-02-03', '2024-02-03')).toBe(true);
  expect(isBarInside(bar, '2024-02-01', '2024-03')).toBe(true);
  expect(isBarInside(bar, '2024-02-04', null)).toBe(false);
  expect(isBarInside(bar, null, '2024-02-02')).toBe(false);
  expect(isBarInside(bar, null, '2024-01')).toBe(false);
  expect(isBarPicked(bar, { years: [], months: ['2024-02'] })).toBe(true);
  expect(isBarPicked(bar, { years: ['2023'], months: ['2024-03'] })).toBe(false);
});

test('a chosen day counts as its month', () => {
  const bar = { from: '2022-03', to: '2022-03', count: 1 };
  expect(isBarInside(bar, '2022-03-15', null)).toBe(true);
  expect(isBarInside(bar, null, '2022-02-28')).toBe(false);
});

test('at most four years are written below', () => {
  const bars = histogramBars([
    { value: '2010-01', count: 1 },
    { value: '2022-03', count: 1 },
  ]);
  expect(yearLabels(bars)).toEqual(['2010', '2014', '2018', '2022']);
  expect(yearLabels([])).toEqual([]);
});

const compare = (left: string, right: string): number => left.localeCompare(right);

test('facet rows go by count, then name; chosen ones are never lost', () => {
  const rows = facetRows(
    [
      { value: 'b', count: 2 },
      { value: 'a', count: 2 },
      { value: 'zero', count: 0 },
      { value: 'c', count: 9 },
    ],
    ['gone'],
    { labelOf: (value) => value.toUpperCase(), compare, isTime: false },
  );
  expect(rows[0]).toEqual({ value: 'c', count: 9, label: 'C', isChosen: false });
  expect(rows.map(({ value }) => value)).toEqual(['c', 'a', 'b', 'gone', 'zero']);
  expect(firstRows(rows, 2).map(({ value }) => value)).toEqual(['c', 'a', 'gone']);
});

test('facets of time go by time whatever the counts', () => {
  const years = ['2021', '2023', '2022'].map((value, count) => ({ value, count }));
  const look = { labelOf: (value: string) => value, compare: newestFirst, isTime: true };
  expect(facetRows(years, ['2019'], look).map(({ value }) => value)).toEqual([
    '2023',
    '2022',
    '2021',
    '2019',
  ]);
});

test('the rows of the sidebar are the first of all rows, whatever the counts', () => {
  const look = { labelOf: (value: string) => value.toUpperCase(), compare, isTime: false };
  // Many values of few counts: nearly all are ties.
  const values = Array.from({ length: 200 }, (_, at) => ({
    value: `v${(at * 77) % 200}`,
    count: (at * 31) % 4,
  }));
  for (const size of [0, 1, 6, 7, 8, 60, 200]) {
    for (const chosen of [[], ['v3', 'gone'], ['v150', 'v151', 'v0']]) {
      for (const excluded of [[], ['v9', 'away']]) {
        const some = values.slice(0, size);
        const all = facetRows(some, chosen, { ...look, excluded });
        expect(leadingRows(some, chosen, { ...look, excluded })).toEqual(
          firstRows(all, FIRST_VALUES),
        );
        expect(rowCount(some, chosen, { ...look, excluded })).toBe(all.length);
      }
    }
  }
});

test('answers that count the same are told from those that do not', () => {
  const values = [
    { value: 'a', count: 2 },
    { value: 'b', count: 1 },
  ];
  expect(sameValues(values, structuredClone(values))).toBe(true);
  expect(sameValues(values, values.slice(1))).toBe(false);
  expect(sameValues(values, values.toReversed())).toBe(false);
  expect(sameValues(values, [{ value: 'a', count: 3 }, ...values.slice(1)])).toBe(false);
});
