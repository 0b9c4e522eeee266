import { expect, test } from 'vitest';
import { monthSpans, offeredName } from '../../../src/renderer/searches/offeredName.ts';
import { noFilters } from '../../../src/shared/defaults.ts';

test('months that follow each other are one span, also across a year', () => {
  expect(monthSpans(['2022-05', '2022-03', '2022-04'])).toEqual(['2022-03 – 05']);
  expect(monthSpans(['2021-12', '2022-01', '2022-07'])).toEqual(['2021-12 – 2022-01', '2022-07']);
});

test('a name says what is searched for and of which time', () => {
  const spring = { ...noFilters, from: '2022-03', to: '2022-05' };
  expect(offeredName(' 灯塔 ', spring)).toBe('灯塔, 2022-03 – 05');
  expect(offeredName('', { ...noFilters, sources: ['江汀日报'], to: '2022' })).toBe(
    '江汀日报, – 2022',
  );
  expect(offeredName('a', { ...noFilters, from: '2022-03-01', to: '2022-03-01' })).toBe(
    'a, 2022-03-01',
  );
});

test('values beyond three are left to the search itself, and a name stays short', () => {
  const sources = ['a', 'b', 'c', 'd'];
  expect(offeredName('', { ...noFilters, sources, years: ['2022'] })).toBe('a, b, c, 2022');
  expect(offeredName('字'.repeat(90), noFilters)).toBe('字'.repeat(60));
});
