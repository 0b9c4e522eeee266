import { execFile } from 'node:child_process';
import { existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { indexFile } from '../../../src/core/store/indexFiles.ts';
import {
  deleteIndex,
  openIndexReader,
  openIndexWriter,
} from '../../../src/core/store/openIndex.ts';
import type { IndexReader, IndexWriter } from '../../../src/core/store/storeTypes.ts';
import { noFilters } from '../../../src/shared/defaults.ts';
import {
  ARCHIVE,
  noMarks,
  parsedPost,
  record,
  request,
  temporaryFolder,
} from './archiveFixture.ts';

function open(folder: string): { writer: IndexWriter; reader: IndexReader } {
  const writer = openIndexWriter(folder, ARCHIVE);
  const reader = openIndexReader(folder, ARCHIVE);
  if (reader === null) throw new Error('no reader');
  onTestFinished(() => {
    reader.close();
    writer.close();
  });
  return { writer, reader };
}

const pathsOf = (reader: IndexReader, text: string): string[] =>
  reader.search(request(text), noMarks).posts.map(({ path }) => path);

describe('writing and reading', () => {
  test('what is put is found at once; what is replaced or removed is found no more', () => {
    const { writer, reader } = open(temporaryFolder());
    writer.put([
      record('a.md', parsedPost({ title: '旧标题', text: '半导体出口' })),
      record('b.md', parsedPost({ text: '半导体进口' })),
    ]);
    const before = reader.get('a.md');
    expect(pathsOf(reader, '半导体')).toEqual(['a.md', 'b.md']);
    writer.put([record('a.md', parsedPost({ title: '新标题', text: '新能源' }))]);
    expect(pathsOf(reader, '半导体')).toEqual(['b.md']);
    expect(pathsOf(reader, '新能源 title:新')).toEqual(['a.md']);
    expect(reader.get('a.md')?.id).toBe(before?.id);
    writer.remove(['b.md']);
    expect(pathsOf(reader, '半导体')).toEqual([]);
    expect(reader.get('b.md')).toBeNull();
    expect([...writer.stamps().keys()]).toEqual(['a.md']);
  });

  test('of a file put several times at once, also in a first run, the last state counts', () => {
    const { writer, reader } = open(temporaryFolder());
    writer.put([
      record('a.md', parsedPost({ text: '半导体出口' })),
      record('b.md', parsedPost({ text: '半导体进口' })),
      record('c.md', parsedPost({ text: '半导体' })),
      record('a.md', parsedPost({ text: '新能源' })),
      record('b.md', null),
      record('a.md', parsedPost({ text: '新能源汽车' })),
    ]);
    expect(pathsOf(reader, '半导体')).toEqual(['c.md']);
    expect(pathsOf(reader, '新能源汽车')).toEqual(['a.md']);
    writer.put([record('b.md', parsedPost({ text: '半导体' })), record('a.md', null)]);
    expect(pathsOf(reader, '新能源')).toEqual([]);
    expect(pathsOf(reader, '半导体').toSorted()).toEqual(['b.md', 'c.md']);
  });

  test('a post comes back as it was put, odd characters included', () => {
    const { writer, reader } = open(temporaryFolder());
    const post = parsedPost({
      title: 'A “B" 𠮷',
      text: 'x\u0000y\n👍🏽',
      day: '2022-05-18',
      date: '2022-05-18T05:00:29+08:00',
      tags: ['b', 'a', 'b'],
      categories: ['c'],
      source: '新华日报',
      frontMatter: { a: [1, { b: null }] },
      isDraft: true,
    });
    writer.put([{ ...record('新/a.md', post, 'abc'), pathHex: '6162' }]);
    expect(reader.get('新/a.md')).toMatchObject({
      path: '新/a.md',
      pathHex: '6162',
      contentHash: 'abc',
      title: post.title,
      text: post.text,
      date: post.date,
      day: post.day,
      tags: post.tags,
      categories: ['c'],
      frontMatter: post.frontMatter,
      isDraft: true,
    });
  });

  test('a file that stops being a post keeps its stamp and its problems', () => {
    const { writer, reader } = open(temporaryFolder());
    const problem = {
      path: 'a.md',
      code: 'empty',
      severity: 'error',
      message: 'The file is empty.',
      sizeBytes: 0,
    } as const;
    writer.put([record('a.md', parsedPost({ text: '文' }))]);
    writer.put([{ ...record('a.md', null), problems: [problem] }]);
    expect(reader.problems()).toEqual([problem]);
    expect(writer.counts()).toEqual({ posts: 0, pages: 0, problems: 1 });
    expect(writer.stamps().get('a.md')?.mtimeMs).toBe(1_652_821_229_123.5);
    writer.put([record('a.md', parsedPost({ text: '文' }))]);
    expect(reader.problems()).toEqual([]);
  });

  test('a batch is taken whole or not at all', () => {
    const { writer, reader } = open(temporaryFolder());
    // Front matter that holds itself cannot be stored: the second record fails after the first was written.
    const loop: Record<string, unknown> = {};
    loop['loop'] = loop;
    const broken = record('b.md', parsedPost({ frontMatter: loop }));
    expect(() =>
      writer.put([record('a.md', parsedPost({ text: '文', source: '甲' })), broken]),
    ).toThrow();
    expect(reader.get('a.md')).toBeNull();
    writer.put([record('c.md', parsedPost({ text: '文', source: '甲' }))]);
    expect(reader.search(request(''), noMarks).facets.sources).toEqual([{ value: '甲', count: 1 }]);
  });
});

describe('order, pages and counts', () => {
  const days = ['2022-05-02', '2022-05-01', null, '2022-04-30', '2022-05-01'];

  test('by date with the undated last, by path where the date is the same', () => {
    const { writer, reader } = open(temporaryFolder());
    writer.put(days.map((day, at) => record(`${5 - at}.md`, parsedPost({ day, text: '文' }))));
    const newest = reader.search(request('文'), noMarks);
    expect(newest.posts.map(({ path }) => path)).toEqual(['5.md', '1.md', '4.md', '2.md', '3.md']);
    expect(newest.monthRuns).toEqual([
      { month: '2022-05', count: 3 },
      { month: '2022-04', count: 1 },
      { month: null, count: 1 },
    ]);
    const oldest = reader.search(request('sort:date 文'), noMarks);
    expect(oldest.posts.map(({ path }) => path)).toEqual(['2.md', '1.md', '4.md', '5.md', '3.md']);
    expect(reader.search(request('文', { offset: 3, limit: 1 }), noMarks)).toMatchObject({
      total: 5,
      offset: 3,
      posts: [{ path: '2.md' }],
    });
    expect(reader.ids(request('文'), noMarks)).toEqual(newest.posts.map(({ id }) => id));
  });

  test('relevance puts a hit in the title first, and means newest when there is nothing to be relevant to', () => {
    const { writer, reader } = open(temporaryFolder());
    const filler = '其他内容写在这里。'.repeat(20);
    writer.put([
      record('body.md', parsedPost({ title: '无关', text: `芯片。${filler}`, day: '2022-05-02' })),
      record('title.md', parsedPost({ title: '芯片', text: filler, day: '2022-05-01' })),
      ...[1, 2, 3].map((at) => record(`${at}.md`, parsedPost({ title: '别的', text: filler }))),
    ]);
    expect(
      reader.search(request('芯片', { sort: 'relevance' }), noMarks).posts.map(({ path }) => path),
    ).toEqual(['title.md', 'body.md']);
    expect(
      reader
        .search(request('-无关 date:*', { sort: 'relevance' }), noMarks)
        .posts.map(({ path }) => path),
    ).toEqual(['title.md']);
  });

  test('what was asked before changes no order', () => {
    const folder = temporaryFolder();
    const writer = openIndexWriter(folder, ARCHIVE);
    const filler = '其他内容写在这里。'.repeat(20);
    const text = (often: string, once: string): string =>
      `${`${often} 。`.repeat(3)}${once} ${filler}`;
    const chosen = { tags: ['chosen'], title: '无关' };
    writer.put([
      record('many.md', parsedPost({ ...chosen, text: text('C++', 'harbour') })),
      record('other.md', parsedPost({ ...chosen, text: text('harbour', 'C++') })),
      ...Array.from({ length: 40 }, (_, at) =>
        record(`${at}.md`, parsedPost({ text: `${at < 15 ? 'harbour' : 'C++'} ${filler}` })),
      ),
    ]);
    writer.close();
    const orderAfter = (earlier: readonly string[]): string[] => {
      const reader = openIndexReader(folder, ARCHIVE);
      if (reader === null) throw new Error('no reader');
      const ranked = (typed: string): string[] => {
        const page = reader.search(request(typed, { sort: 'relevance' }), noMarks);
        return page.posts.map(({ path }) => path);
      };
      for (const typed of earlier) ranked(typed);
      const paths = ranked('tag:chosen C++ harbour');
      reader.close();
      return paths;
    };
    expect(orderAfter([])).toHaveLength(2);
    expect(orderAfter([])).toEqual(orderAfter(['C++', 'harbour']));
  });

  test('pages show with is:page only', () => {
    const { writer, reader } = open(temporaryFolder());
    writer.put([
      record('a.md', parsedPost({ text: '文' })),
      record('README.md', parsedPost({ text: '文', kind: 'page' })),
    ]);
    expect(pathsOf(reader, '文')).toEqual(['a.md']);
    expect(pathsOf(reader, '文 is:page')).toEqual(['README.md']);
    expect(reader.counts(noMarks)).toEqual({ all: 1, unread: 1, bookmarked: 0, problems: 0 });
    const paths: string[] = [];
    reader.each(null, noMarks, ({ path }) => paths.push(path));
    expect(paths).toEqual(['README.md', 'a.md']);
  });

  test('a chosen value that nothing carries stays listed, so that it can be given up', () => {
    const { writer, reader } = open(temporaryFolder());
    writer.put([record('a.md', parsedPost({ tags: ['x'] }))]);
    const page = reader.search(request('', { filters: { ...noFilters, tags: ['y'] } }), noMarks);
    expect(page.total).toBe(0);
    expect(page.facets.tags).toEqual([
      { value: 'x', count: 1 },
      { value: 'y', count: 0 },
    ]);
  });

  test('an absurd query is refused with a hint and finds nothing', () => {
    const { writer, reader } = open(temporaryFolder());
    writer.put([record('a.md', parsedPost({ text: 'a' }))]);
    expect(reader.search(request('a '.repeat(2_000)), noMarks)).toMatchObject({
      total: 0,
      hints: [{ code: 'too-long' }],
    });
  });
});

describe('the index file', () => {
  test('there is no reader before the first writer', () => {
    expect(openIndexReader(temporaryFolder(), ARCHIVE)).toBeNull();
  });

  test.for([
    [
      'no database',
      (file: string) =>
        writeFileSync(file, 'this is no database, only text that stands here'.repeat(100)),
    ],
    ['an empty file', (file: string) => writeFileSync(file, '')],
    ['half a file', (file: string) => truncateSync(file, readFileSync(file).length / 2)],
    [
      'another version',
      (file: string) => {
        const database = new Database(file);
        database.pragma('user_version = 999');
        database.close();
      },
    ],
  ] as const)('%s is no index: the writer makes a new one', ([, damage]) => {
    const folder = temporaryFolder();
    const writer = openIndexWriter(folder, ARCHIVE);
    writer.put(
      Array.from({ length: 300 }, (_, at) =>
        record(`${at}.md`, parsedPost({ text: `文${at}`.repeat(200) })),
      ),
    );
    writer.close();
    damage(indexFile(folder, ARCHIVE));
    expect(openIndexReader(folder, ARCHIVE)).toBeNull();
    const again = open(folder);
    expect(again.writer.stamps().size).toBe(0);
    again.writer.put([record('new.md', parsedPost({ text: '文' }))]);
    expect(pathsOf(again.reader, '文')).toEqual(['new.md']);
  });

  test('an open reader takes up an index that was deleted and made anew', () => {
    const folder = temporaryFolder();
    const first = openIndexWriter(folder, ARCHIVE);
    first.put([record('a.md', parsedPost({ text: '文' }))]);
    const reader = openIndexReader(folder, ARCHIVE);
    onTestFinished(() => reader?.close());
    const before = reader?.revision();
    first.close();
    deleteIndex(folder, ARCHIVE);
    expect(existsSync(indexFile(folder, ARCHIVE))).toBe(false);
    const second = openIndexWriter(folder, ARCHIVE);
    second.put([record('b.md', parsedPost({ text: '文' }))]);
    second.close();
    expect(reader?.search(request('文'), noMarks).posts.map(({ path }) => path)).toEqual(['b.md']);
    expect(reader?.revision()).not.toBe(before);
  });

  test('facts about the site stay with the index', () => {
    const { writer, reader } = open(temporaryFolder());
    writer.setMeta('title', '江城日报');
    expect(writer.getMeta('title')).toBe('江城日报');
    expect(reader.getMeta('title')).toBe('江城日报');
    expect(writer.getMeta('timezone')).toBeNull();
  });

  test('housekeeping changes no answer', () => {
    const { writer, reader } = open(temporaryFolder());
    for (let batch = 0; batch < 12; batch += 1)
      writer.put([record(`${batch}.md`, parsedPost({ text: `共同的文字 ${batch}` }))]);
    const before = pathsOf(reader, '共同');
    writer.finish();
    expect(pathsOf(reader, '共同')).toEqual(before);
    expect(before).toHaveLength(12);
  });

  test('a second writer is told that the index is busy; a killed one leaves the lock', async () => {
    const folder = temporaryFolder();
    openIndexWriter(folder, ARCHIVE).close();
    const lockFile = join(folder, 'index', `${ARCHIVE}.lock.sqlite`);
    const script = `const D = require('better-sqlite3'); new D(${JSON.stringify(lockFile)}).exec('BEGIN EXCLUSIVE'); console.log('held'); setInterval(() => {}, 1000);`;
    const holder = execFile(process.execPath, ['-e', script]);
    await new Promise((resolve) => holder.stdout?.once('data', resolve));
    expect(() => openIndexWriter(folder, ARCHIVE)).toThrow(
      expect.objectContaining({ code: 'index-busy' }),
    );
    const ended = new Promise((resolve) => holder.once('exit', resolve));
    holder.kill('SIGKILL');
    await ended;
    openIndexWriter(folder, ARCHIVE).close();
  });
});
