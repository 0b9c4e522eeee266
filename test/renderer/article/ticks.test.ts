import { expect, test } from 'vitest';
import { clusterTicks, nearestTick } from '../../../src/renderer/article/ticks.ts';

test('hits too close to be told apart are one tick that counts them', () => {
  const places = [1, 1.1, 1.2, 50, 50.2, 99].map((top, hit) => ({ top, hit }));
  expect(clusterTicks(places, 6)).toEqual([
    { top: 1, first: 0, count: 3 },
    { top: 50, first: 3, count: 2 },
    { top: 99, first: 5, count: 1 },
  ]);
  expect(clusterTicks([], 0)).toEqual([]);
});

test('hits that were not measured count for the tick before them', () => {
  const places = [
    { top: 10, hit: 0 },
    { top: 60, hit: 100 },
  ];
  expect(clusterTicks(places, 180)).toEqual([
    { top: 10, first: 0, count: 100 },
    { top: 60, first: 100, count: 80 },
  ]);
});

test('the pointer means the nearest tick within a few pixels', () => {
  const ticks = clusterTicks(
    [
      { top: 10, hit: 0 },
      { top: 11, hit: 1 },
      { top: 40, hit: 2 },
    ],
    3,
  );
  expect(nearestTick(ticks, 10.8, 600)?.first).toBe(1);
  expect(nearestTick(ticks, 40.5, 600)?.first).toBe(2);
  expect(nearestTick(ticks, 70, 600)).toBeNull();
});
