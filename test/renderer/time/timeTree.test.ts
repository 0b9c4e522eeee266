import { describe, expect, test } from 'vitest';
import { noFilters } from '../../../src/shared/defaults.ts';
import type { FacetValue, Filters } from '../../../src/shared/searchModel.ts';
import {
  asksUndated,
  askUndated,
  chosenTime,
  onlyTime,
  withoutTime,
  withTime,
} from '../../../src/renderer/time/chosenTime.ts';
import { parentOf, timeNodes, type TimeNode } from '../../../src/renderer/time/timeTree.ts';

const months: readonly FacetValue[] = [
  { value: '2021-03', count: 2 },
  { value: '2021-11', count: 4 },
  { value: '2022-01', count: 1 },
  { value: '2022-05', count: 8 },
  { value: '2022-06', count: 3 },
];
const years: readonly FacetValue[] = [
  { value: '2021', count: 6 },
  { value: '2022', count: 12 },
];

const filtersOf = (changes: Partial<Filters>): Filters => ({ ...noFilters, ...changes });

function tree(changes: Partial<Filters>, ...open: readonly string[]): readonly TimeNode[] {
  const daysOf = (month: string): readonly FacetValue[] | null =>
    month === '2022-05'
      ? [
          { value: '2022-05-17', count: 3 },
          { value: '2022-05-18', count: 5 },
        ]
      : null;
  return timeNodes({ years, months, daysOf, filters: filtersOf(changes), open: new Set(open) });
}

const told = (nodes: readonly TimeNode[]): readonly string[] =>
  nodes.map(({ value, check, count }) => `${value} ${check} ${count}`);

describe('the tree of dates', () => {
  test('closed it has years, newest first; opened months, then days', () => {
    expect(told(tree({}))).toEqual(['2022 off 12', '2021 off 6']);
    const open = tree({}, '2022', '2022-05');
    expect(told(open)).toEqual([
      '2022 off 12',
      '2022-06 off 3',
      '2022-05 off 8',
      '2022-05-18 off 5',
      '2022-05-17 off 3',
      '2022-01 off 1',
      '2021 off 6',
    ]);
    expect(open.map(({ level }) => level)).toEqual([1, 2, 2, 3, 3, 2, 1]);
    expect(open.map(({ position, siblings }) => [position, siblings]).slice(1, 5)).toEqual([
      [1, 3],
      [2, 3],
      [1, 2],
      [2, 2],
    ]);
    expect(parentOf(open, 4)).toBe(2);
    expect(parentOf(open, 5)).toBe(0);
    expect(parentOf(open, 6)).toBeNull();
  });

  test('a part that is chosen shows in all above it', () => {
    expect(told(tree({ from: '2022-05-18', to: '2022-05-18' }, '2022', '2022-05'))).toEqual([
      '2022 mixed 12',
      '2022-06 off 3',
      '2022-05 mixed 8',
      '2022-05-18 on 5',
      '2022-05-17 off 3',
      '2022-01 off 1',
      '2021 off 6',
    ]);
    expect(told(tree({ from: '2021-01', to: '2021-12' }))).toEqual(['2022 off 12', '2021 on 6']);
    expect(told(tree({ from: '2021-11' }))).toEqual(['2022 on 12', '2021 mixed 6']);
    expect(told(tree({ years: ['2021'] }, '2021'))[2]).toBe('2021-11 on 4');
  });

  test('a chosen year without posts stays, so that it can be unticked', () => {
    expect(told(tree({ years: ['1999'] }))).toContain('1999 on 0');
  });

  test('many years are gathered by decade', () => {
    const many = Array.from({ length: 150 }, (_, at) => ({ value: String(1873 + at), count: 2 }));
    const nodes = timeNodes({
      years: many,
      months: [{ value: '1912-02', count: 2 }],
      daysOf: () => null,
      filters: filtersOf({ years: ['1912'] }),
      open: new Set(['191']),
    });
    const decades = nodes.filter(({ kind }) => kind === 'decade');
    expect(decades.map(({ value }) => value).slice(0, 3)).toEqual(['202', '201', '200']);
    expect(decades).toHaveLength(16);
    expect(decades.find(({ value }) => value === '191')).toMatchObject({
      check: 'mixed',
      count: 20,
      isOpen: true,
    });
    expect(nodes.filter(({ level }) => level === 2)).toHaveLength(10);
  });
});

/** Days of 2021 and 2022 that a filter lets through, of those with posts. */
function reach(filters: Filters): readonly string[] {
  const chosen = chosenTime(filters);
  return [
    '2021-03-02',
    '2021-11-30',
    '2022-01-01',
    '2022-05-17',
    '2022-05-18',
    '2022-06-30',
  ].filter((day) => chosen.day(day));
}

describe('ticking a line', () => {
  test('adds a year, a month, a day to what is chosen', () => {
    const year = withTime(noFilters, '2021', months);
    expect(reach(year)).toEqual(['2021-03-02', '2021-11-30']);
    const month = withTime(year, '2022-06', months);
    expect(reach(month)).toEqual(['2021-03-02', '2021-11-30', '2022-06-30']);
    const day = withTime(month, '2022-05-18', months);
    expect(reach(day)).toEqual(['2021-03-02', '2021-11-30', '2022-05-18', '2022-06-30']);
  });

  test('of days only one range can be chosen: the next day makes it longer, another takes its place', () => {
    const day = withTime(noFilters, '2022-05-18', months);
    expect(withTime(day, '2022-05-17', months)).toMatchObject({
      from: '2022-05-17',
      to: '2022-05-18',
    });
    expect(withTime(day, '2021-03-02', months)).toMatchObject({
      from: '2021-03-02',
      to: '2021-03-02',
    });
  });

  test('and again takes it away, what is left of a larger choice being said in months', () => {
    const both = filtersOf({ years: ['2021', '2022'] });
    expect(reach(withoutTime(both, '2022-05', months))).toEqual([
      '2021-03-02',
      '2021-11-30',
      '2022-01-01',
      '2022-06-30',
    ]);
    expect(reach(withoutTime(both, '2021', months))).toEqual([
      '2022-01-01',
      '2022-05-17',
      '2022-05-18',
      '2022-06-30',
    ]);
    const range = filtersOf({ from: '2021-11', to: '2022-05' });
    expect(withoutTime(range, '2022-05', months)).toMatchObject({
      months: ['2021-11', '2022-01'],
      from: null,
      to: null,
    });
    const day = filtersOf({ from: '2022-05-18', to: '2022-05-18' });
    expect(withoutTime(day, '2022-05-18', months)).toMatchObject({ from: null, to: null });
  });

  test('a day inside a chosen month narrows it to that day', () => {
    expect(withoutTime(filtersOf({ months: ['2022-05'] }), '2022-05-18', months)).toMatchObject({
      months: [],
      from: '2022-05-18',
      to: '2022-05-18',
    });
  });

  test('what else is chosen outside of a range that is not touched stays', () => {
    const filters = filtersOf({ months: ['2022-06'], from: '2021-03', to: '2021-03' });
    expect(withoutTime(filters, '2022-06', months)).toMatchObject({
      months: [],
      from: '2021-03',
      to: '2021-03',
    });
  });

  test('Enter chooses a line alone; a decade is its years', () => {
    expect(onlyTime('2022-05', months)).toEqual({
      years: [],
      months: ['2022-05'],
      from: null,
      to: null,
    });
    expect(onlyTime('202', months).years).toEqual(['2021', '2022']);
    expect(withTime(noFilters, '202', months).years).toEqual(['2021', '2022']);
    expect(reach(withoutTime(filtersOf({ years: ['2021', '2022'] }), '202', months))).toEqual([]);
  });
});

test('posts without a date are asked for in the query, and only once', () => {
  expect(askUndated('供应链 港', true)).toBe('供应链 港 -date:*');
  expect(askUndated('-date:* 供应链', true)).toBe('供应链 -date:*');
  expect(askUndated('供应链 -date:*', false)).toBe('供应链');
  expect([asksUndated('a -date:* b'), asksUndated('-date:2020'), asksUndated('')]).toEqual([
    true,
    false,
    false,
  ]);
});
