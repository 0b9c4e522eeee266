import { expect, test } from 'vitest';
import { openIndexReader, openIndexWriter } from '../../../src/core/store/openIndex.ts';
import type { IndexReader } from '../../../src/core/store/storeTypes.ts';
import { noFilters } from '../../../src/shared/defaults.ts';
import { filterText } from '../../../src/shared/query/filterText.ts';
import {
  ARCHIVE,
  noMarks,
  parsedPost,
  record,
  request,
  temporaryFolder,
} from './archiveFixture.ts';

const HOSTILE = 'C++ (a OR b): "x" \\ 报';

function archive(): IndexReader {
  const folder = temporaryFolder();
  const writer = openIndexWriter(folder, ARCHIVE);
  writer.put([
    record('a', parsedPost({ tags: ['rust'], source: '新华日报', day: '2021-05-01' })),
    record('b', parsedPost({ tags: ['rust lang'], source: '新华日报周刊', day: '2022-03-02' })),
    record('c', parsedPost({ tags: ['Rust', HOSTILE], source: 'x', day: '2022-06-03' })),
    record('d', parsedPost({ tags: [], categories: ['rust'], source: null, day: '2023-01-01' })),
  ]);
  writer.close();
  const reader = openIndexReader(folder, ARCHIVE);
  if (reader === null) throw new Error('There is no index');
  return reader;
}

const found = (reader: IndexReader, text: string): readonly string[] =>
  reader
    .search(request(text), noMarks)
    .posts.map(({ path }) => path)
    .toSorted();

test('a value after = is that value and no other; without it every one that holds the term', () => {
  const reader = archive();
  expect(found(reader, 'tag:rust')).toEqual(['a', 'b', 'c']);
  expect(found(reader, 'tag:=rust')).toEqual(['a']);
  expect(found(reader, 'tag:="rust lang"')).toEqual(['b']);
  expect(found(reader, 'tag:=(rust OR Rust)')).toEqual(['a', 'c']);
  expect(found(reader, '-tag:=rust')).toEqual(['b', 'c', 'd']);
  expect(found(reader, 'category:=rust')).toEqual(['d']);
  expect(found(reader, 'source:=新华日报')).toEqual(['a']);
  expect(found(reader, 'source:=新华')).toEqual([]);
});

test('several dates in parentheses are any of them', () => {
  const reader = archive();
  expect(found(reader, 'date:(2021 OR 2022-03)')).toEqual(['a', 'b']);
  expect(found(reader, '-date:(2021 OR 2022-03..2022-12)')).toEqual(['d']);
});

test('filters and their text find the same', () => {
  const reader = archive();
  for (const filters of [
    { ...noFilters, tags: [HOSTILE, 'rust'] },
    { ...noFilters, sources: ['新华日报', 'x'], years: ['2021'], months: ['2022-03'] },
    { ...noFilters, from: '2022-01', to: '2022-12', years: ['2023'] },
    { ...noFilters, states: ['unread' as const, 'draft' as const], categories: ['rust'] },
  ]) {
    const ticked = reader
      .search({ ...request(''), filters }, noMarks)
      .posts.map(({ path }) => path)
      .toSorted();
    expect(ticked.length).toBeGreaterThan(0);
    expect(found(reader, filterText(filters))).toEqual(ticked);
  }
});
