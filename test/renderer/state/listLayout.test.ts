import { describe, expect, test } from 'vitest';
import {
  entriesInView,
  entryAt,
  entryOfRow,
  layoutList,
  rowAt,
  rowTop,
  scrollTopFor,
  type ListLayout,
} from '../../../src/renderer/state/listLayout.ts';

const monthRuns = [
  { month: '2022-05', count: 3 },
  { month: '2022-04', count: 1 },
  { month: null, count: 2 },
];
const dated = layoutList({ total: 6, monthRuns }, 'comfortable');
const ranked = layoutList({ total: 6, monthRuns: [] }, 'compact');

/** Where an entry begins and ends, found by adding up. */
function edgesOf(layout: ListLayout): readonly (readonly [number, number])[] {
  let top = 0;
  return Array.from({ length: layout.entryCount }, (_, place) => {
    const start = top;
    top += entryAt(layout, place).kind === 'head' ? layout.headHeight : layout.rowHeight;
    return [start, top] as const;
  });
}

test.each([
  ['by date', dated],
  ['by relevance', ranked],
  ['of one post', layoutList({ total: 1, monthRuns: [] }, 'comfortable')],
])('what is in view of a list %s is what a ruler says', (_, layout) => {
  const edges = edgesOf(layout);
  for (let top = 0; top < layout.height; top += 7) {
    for (const height of [1, 90, 300]) {
      const seen = edges.flatMap(([start, end], place) =>
        start < top + height && end > top ? [place] : [],
      );
      expect(entriesInView(layout, { top, height })).toEqual([seen.at(0), seen.at(-1)]);
    }
  }
});

test('a list that got shorter than where it stood shows its last entry', () => {
  expect(entriesInView(dated, { top: 90_000, height: 300 })).toEqual([8, 8]);
  const none = layoutList({ total: 0, monthRuns: [] }, 'comfortable');
  expect(entriesInView(none, { top: 0, height: 300 })).toEqual([0, 0]);
});

describe('a list sorted by date', () => {
  test('rows of 92 pixels stand under month heads of 24', () => {
    expect(dated.height).toBe(6 * 92 + 3 * 24);
    expect(Array.from({ length: 6 }, (_, index) => rowTop(dated, index))).toEqual([
      24, 116, 208, 324, 440, 532,
    ]);
  });

  test('every entry is a head or a row, in order, and leads back to its place', () => {
    const kinds = Array.from({ length: dated.entryCount }, (_, place) => {
      const entry = entryAt(dated, place);
      return entry.kind === 'head' ? `head ${entry.run.month}` : entry.index;
    });
    expect(kinds).toEqual(['head 2022-05', 0, 1, 2, 'head 2022-04', 3, 'head null', 4, 5]);
    expect([0, 1, 2, 3, 4, 5].map((index) => entryOfRow(dated, index))).toEqual([1, 2, 3, 5, 7, 8]);
  });

  test('a distance from the top names the row there; a head counts as its first row', () => {
    expect([0, 23, 24, 115, 116, 299, 300, 323, 324, 9999].map((y) => rowAt(dated, y))).toEqual([
      0, 0, 0, 0, 1, 2, 3, 3, 3, 5,
    ]);
  });
});

test('a list by relevance has no heads', () => {
  expect(ranked.entryCount).toBe(6);
  expect(ranked.height).toBe(6 * 56);
  expect(entryAt(ranked, 4)).toEqual({ kind: 'row', index: 4 });
  expect(rowAt(ranked, 56 * 3 + 1)).toBe(3);
});

test('month runs that do not fit the total are left out rather than believed', () => {
  expect(layoutList({ total: 7, monthRuns }, 'comfortable').entryCount).toBe(7);
});

test('a row is scrolled to only when it is not wholly in view, and never under its head', () => {
  const view = { top: 116, height: 300 };
  expect(scrollTopFor(dated, 2, view)).toBe(116);
  expect(scrollTopFor(dated, 0, view)).toBe(0);
  expect(scrollTopFor(dated, 1, { top: 116, height: 300 })).toBe(92);
  expect(scrollTopFor(dated, 5, view)).toBe(532 + 92 - 300);
});
