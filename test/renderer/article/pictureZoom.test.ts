import { expect, test } from 'vitest';
import { actual, fitted, kept, zoomedBy } from '../../../src/renderer/article/pictureZoom.ts';

const view = { width: 800, height: 600 };

test('a large picture is fitted whole, a small one is not blown up', () => {
  expect(fitted({ width: 1600, height: 600 }, view).scale).toBe(0.5);
  expect(fitted({ width: 400, height: 2400 }, view).scale).toBe(0.25);
  expect(fitted({ width: 200, height: 100 }, view).scale).toBe(1);
  expect(fitted({ width: 0, height: 0 }, view).scale).toBe(1);
});

test('what lies under the pointer stays there while zooming', () => {
  const at = { x: 100, y: -50 };
  const before = { scale: 1, x: 20, y: 30 };
  const after = zoomedBy(before, 2, at);
  const pointOf = ({ scale, x, y }: typeof before) => [(at.x - x) / scale, (at.y - y) / scale];
  expect(pointOf(after)).toEqual(pointOf(before));
  expect(after.scale).toBe(2);
});

test('zooming ends at sane scales', () => {
  expect(zoomedBy(actual, 1000, { x: 0, y: 0 }).scale).toBe(16);
  expect(zoomedBy(actual, 0.0001, { x: 0, y: 0 }).scale).toBe(0.05);
});

test('a picture is dragged only as far as it reaches beyond the view', () => {
  const picture = { width: 1000, height: 500 };
  expect(kept({ scale: 1, x: 900, y: 900 }, picture, view)).toEqual({ scale: 1, x: 100, y: 0 });
  expect(kept({ scale: 2, x: -900, y: -900 }, picture, view)).toEqual({
    scale: 2,
    x: -600,
    y: -200,
  });
});
