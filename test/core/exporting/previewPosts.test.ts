import { expect, onTestFinished, test } from 'vitest';
import { previewPosts } from '../../../src/core/exporting/previewPosts.ts';
import { openIndexReader, openIndexWriter } from '../../../src/core/store/openIndex.ts';
import type { IndexReader } from '../../../src/core/store/storeTypes.ts';
import type { PostId } from '../../../src/shared/model.ts';
import { ARCHIVE, parsedPost, record, temporaryFolder } from '../store/archiveFixture.ts';

const rows = [
  ['a.md', '2024-03-01', '山前报'],
  ['b.md', '2024-01-01', 'Egret Gazette'],
  ['c.md', null, null],
  ['d.md', '2024-02-01', '山前报'],
  ['e.md', '2024-01-15', '山前报'],
] as const;

function indexed(): { readonly reader: IndexReader; readonly ids: readonly PostId[] } {
  const folder = temporaryFolder();
  const writer = openIndexWriter(folder, ARCHIVE);
  writer.put(rows.map(([path, day, source]) => record(path, parsedPost({ day, source }))));
  writer.close();
  const reader = openIndexReader(folder, ARCHIVE);
  if (reader === null) throw new Error('There is no index.');
  onTestFinished(() => reader.close());
  const ids = reader.idsAt(rows.map(([path]) => path)).flatMap((id) => id ?? []);
  return { reader, ids };
}

const pathsOf = (reader: IndexReader, ids: readonly PostId[]) =>
  ids.map((id) => reader.rowById(id)?.path);

test('the first posts are the first of the book, and its cover counts all', () => {
  const { reader, ids } = indexed();
  const byDate = previewPosts(reader, { ids, options: { order: 'date', parts: 'none' }, most: 2 });
  expect(pathsOf(reader, byDate?.ids ?? [])).toEqual(['b.md', 'e.md']);
  expect(byDate?.counted).toEqual({
    posts: 5,
    sources: [
      ['山前报', 3],
      ['Egret Gazette', 1],
    ],
    firstDay: '2024-01-01',
    lastDay: '2024-03-01',
  });
});

test('a part of the book is filled with its own posts before the next one', () => {
  const { reader, ids } = indexed();
  const options = { order: 'listed', parts: 'source' } as const;
  const first = previewPosts(reader, { ids, options, most: 3 });
  expect(pathsOf(reader, first?.ids ?? [])).toEqual(['a.md', 'd.md', 'e.md']);
});

test('a book of few posts is planned whole, as any book', () => {
  const { reader, ids } = indexed();
  const options = { order: 'date', parts: 'none' } as const;
  expect(previewPosts(reader, { ids, options, most: 5 })).toBeNull();
});
