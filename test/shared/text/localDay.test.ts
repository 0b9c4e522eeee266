import { expect, test } from 'vitest';
import { localDay } from '../../../src/shared/text/localDay.ts';

test('a day is that of the clock on the wall, from its first minute to its last', () => {
  for (const [hour, minute] of [
    [0, 0],
    [12, 30],
    [23, 59],
  ] as const)
    expect(localDay(new Date(2024, 2, 5, hour, minute))).toBe('2024-03-05');
  expect(localDay(new Date(1999, 11, 31))).toBe('1999-12-31');
});
