import { describe, expect, test } from 'vitest';
import { withoutLonely } from '../../../src/renderer/time/lonelyMonths.ts';
import {
  cellOfMonth,
  heatCells,
  heatOf,
  nearestCell,
  nextCell,
} from '../../../src/renderer/time/heatCells.ts';

const newest = [
  { month: '2022-03', count: 5 },
  { month: '2022-02', count: 1 },
  { month: '2021-12', count: 2 },
  { month: null, count: 9 },
];

describe('cells of the strip', () => {
  test('are months from the first to the last, whatever the order of the list', () => {
    const cells = heatCells(newest, 90);
    expect(cells.map(({ unit, count }) => [unit, count])).toEqual([
      ['2021-12', 2],
      ['2022-01', 0],
      ['2022-02', 1],
      ['2022-03', 5],
    ]);
    expect(cells.map(({ run }) => run)).toEqual([2, null, 1, 0]);
    const oldest = [...newest.slice(0, 3).toReversed(), { month: null, count: 9 }];
    expect(heatCells(oldest, 90).map(({ run }) => run)).toEqual([0, null, 1, 2]);
  });

  test('are years where there is no room for months; each leads to its first run in the list', () => {
    const cells = heatCells(newest, 3);
    expect(cells).toEqual([
      { unit: '2021', count: 2, run: 2 },
      { unit: '2022', count: 6, run: 0 },
    ]);
    expect(cellOfMonth(cells, '2022-02')).toBe(1);
  });

  test('are none where there is nowhere to go, and a mistaken year stretches nothing', () => {
    expect(heatCells([{ month: '2022-03', count: 5 }], 90)).toEqual([]);
    expect(heatCells([{ month: null, count: 5 }], 90)).toEqual([]);
    expect(heatCells([...newest, { month: '9999-01', count: 1 }], 90)).toHaveLength(4);
  });
});

test('steps and clicks go to months with posts', () => {
  const cells = heatCells(newest, 90);
  expect(nextCell(cells, 2, -1)).toBe(0);
  expect(nextCell(cells, 0, -1)).toBe(0);
  expect(nextCell(cells, 2, 1)).toBe(3);
  expect(nearestCell(cells, 1)).toBe(0);
  expect(cellOfMonth(cells, '2022-01')).toBe(1);
  expect(cellOfMonth(cells, '2030-01')).toBeNull();
  expect(cellOfMonth(cells, null)).toBeNull();
});

test('a few posts beside many are still to be seen', () => {
  expect(heatOf(0, 1000)).toBe(0);
  expect(heatOf(1, 1000)).toBeGreaterThan(0.15);
  expect(heatOf(1000, 1000)).toBeCloseTo(1);
});

describe('a month years away from all others', () => {
  const many = Array.from({ length: 24 }, (_, at) => ({
    month: `20${20 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
    count: 10,
  }));

  test('does not stretch the strip when it holds next to nothing', () => {
    const cells = heatCells([...many.toReversed(), { month: '1970-01', count: 2 }], 90);
    expect(cells).toHaveLength(24);
    expect(cells[0]?.unit).toBe('2020-01');
  });

  test('stays when it is a part of the archive, and when it lies between such parts', () => {
    const half = [...many, { month: '1970-01', count: 200 }];
    expect(withoutLonely(half)).toEqual(half);
    const between = [...half, { month: '1990-01', count: 1 }];
    expect(withoutLonely(between)).toEqual(between);
  });

  test('stays in a small archive, where every post counts', () => {
    const few = [
      { month: '1970-01', count: 1 },
      { month: '2020-01', count: 1 },
      { month: '2021-01', count: 2 },
    ];
    expect(withoutLonely(few)).toEqual(few);
  });
});
