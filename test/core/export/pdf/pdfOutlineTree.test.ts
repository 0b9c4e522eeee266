import { expect, test } from 'vitest';
import type { OutlineEntry } from '../../../../src/core/export/pdf/pdfOutline.ts';
import { writeOutlineTree } from '../../../../src/core/export/pdf/pdfOutlineTree.ts';
import { readEntries } from '../../../../src/core/export/pdf/pdfSyntax.ts';

/** The outline of these entries by object number, and its own number. */
function written(entries: readonly OutlineEntry[]) {
  const values = new Map<number, ReadonlyMap<string, string>>();
  let next = 1;
  const objects = {
    reserve: (count = 1) => (next += count) - count,
    value: (id: number, text: string) => void values.set(id, readEntries(text)),
    stream: () => undefined,
    finish: () => 0,
  };
  const root = writeOutlineTree(objects, entries, (id) => (id === 'gone' ? null : `[${id}]`));
  return { root, values };
}

const entry = (level: number, title: string, id = title): OutlineEntry => ({ level, title, id });

test('a closed line counts what is seen when it is opened: the lines right below it (ISO 32000-1, table 153)', () => {
  const { root, values } = written([
    entry(1, 'a'),
    entry(2, 'b'),
    entry(3, 'c'),
    entry(3, 'd'),
    entry(2, 'e'),
    entry(1, 'f'),
  ]);
  const countOf = (destination: string): string | undefined =>
    [...values.values()].find((line) => line.get('Dest') === `[${destination}]`)?.get('Count');
  expect(values.get(root ?? 0)?.get('Count')).toBe('2');
  expect(['a', 'b', 'c', 'f'].map(countOf)).toEqual(['-2', '-2', undefined, undefined]);
});

test('what stood below a line without a place stands below the line above that', () => {
  const { values } = written([entry(1, 'a'), entry(2, 'lost', 'gone'), entry(3, 'b')]);
  const lines = [...values].filter(([, line]) => line.has('Dest'));
  const parent = lines.find(([, line]) => line.get('Dest') === '[b]')?.[1].get('Parent');
  expect(lines).toHaveLength(2);
  expect(parent).toBe(`${lines.find(([, line]) => line.get('Dest') === '[a]')?.[0]} 0 R`);
});

test('an outline of which nothing has a place is none', () => {
  expect(written([entry(1, 'lost', 'gone')])).toEqual({ root: null, values: new Map() });
});
