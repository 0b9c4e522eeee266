import { describe, expect, test } from 'vitest';
import { openedDay } from '../../../src/renderer/welcome/openedDay.ts';

describe('openedDay', () => {
  const now = new Date(2024, 2, 1, 0, 30);

  test.each([
    ['the same day', new Date(2024, 2, 1, 0, 5), { kind: 'today' }],
    ['half an hour before, but yesterday', new Date(2024, 1, 29, 23, 59), { kind: 'yesterday' }],
    ['two days before', new Date(2024, 1, 28, 12), { kind: 'day', day: '2024-02-28' }],
    ['a year before', new Date(2023, 2, 1, 0, 30), { kind: 'day', day: '2023-03-01' }],
  ])('%s', (_name, instant, expected) => {
    expect(openedDay(instant.toISOString(), now)).toEqual(expected);
  });
});
