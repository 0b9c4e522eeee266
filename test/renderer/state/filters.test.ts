import { expect, test } from 'vitest';
import { noFilters } from '../../../src/shared/defaults.ts';
import {
  clearFacets,
  clearPart,
  parseMonth,
  partsInUse,
  setMonths,
  toggleValue,
} from '../../../src/renderer/state/filters.ts';

test('values are added and taken away', () => {
  const one = toggleValue(noFilters, 'tags', 'ports');
  const two = toggleValue(one, 'tags', 'trade');
  expect(two.tags).toEqual(['ports', 'trade']);
  expect(toggleValue(two, 'tags', 'ports').tags).toEqual(['trade']);
});

test('parts in use have chips, except the library list', () => {
  const filters = { ...noFilters, list: 'unread', sources: ['A'], from: '2022-01' } as const;
  expect(partsInUse(filters)).toEqual(['sources', 'dates']);
  expect(partsInUse(clearPart(filters, 'dates'))).toEqual(['sources']);
  expect(clearFacets(filters)).toEqual({ ...noFilters, list: 'unread' });
  expect(clearPart(filters, 'list').list).toBe('all');
});

test('months given the wrong way round are turned', () => {
  expect(setMonths(noFilters, '2022-05', '2022-03')).toMatchObject({
    from: '2022-03',
    to: '2022-05',
  });
  expect(setMonths(noFilters, '2022-05', null)).toMatchObject({ from: '2022-05', to: null });
});

test.each([
  ['2022-03', 'from', '2022-03'],
  ['2022/3', 'from', '2022-03'],
  ['202203', 'to', '2022-03'],
  ['2022年3月', 'to', '2022-03'],
  ['2022', 'from', '2022-01'],
  ['2022', 'to', '2022-12'],
  ['2022-13', 'from', null],
  ['March', 'from', null],
  ['', 'from', null],
] as const)('a typed month %j (%s) is %j', (typed, edge, month) => {
  expect(parseMonth(typed, edge)).toBe(month);
});
