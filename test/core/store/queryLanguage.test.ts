import { describe, expect, test } from 'vitest';
import type { ParsedPost } from '../../../src/core/post/parsedPost.ts';
import { openIndexReader, openIndexWriter } from '../../../src/core/store/openIndex.ts';
import type { FileRecord, IndexReader, ReaderMarks } from '../../../src/core/store/storeTypes.ts';
import {
  ARCHIVE,
  noMarks,
  parsedPost,
  record,
  request,
  temporaryFolder,
} from './archiveFixture.ts';
import { pathMarksOf } from './checkSearch.ts';

/** A reader of posts that are named by their paths. */
function archive(...records: readonly FileRecord[]): IndexReader {
  const folder = temporaryFolder();
  const writer = openIndexWriter(folder, ARCHIVE);
  writer.put(records);
  writer.close();
  const reader = openIndexReader(folder, ARCHIVE);
  if (reader === null) throw new Error('There is no index');
  return reader;
}

function posts(texts: Readonly<Record<string, Partial<ParsedPost>>>): IndexReader {
  return archive(...Object.entries(texts).map(([path, post]) => record(path, parsedPost(post))));
}

function found(reader: IndexReader, text: string, marks: ReaderMarks = noMarks): readonly string[] {
  const { posts: rows } = reader.search(request(text), marks);
  reader.refresh();
  return rows.map(({ path }) => path).toSorted();
}

const hintsOf = (reader: IndexReader, text: string): readonly string[] =>
  reader.search(request(text), noMarks).hints.map(({ code }) => code);

describe('NEAR', () => {
  const reader = () =>
    posts({
      near: { text: '港口的渡轮停航' },
      far: { text: '港口的清晨没有别的消息，只有海鸥飞过渡轮' },
      apart: { title: '港口', text: '渡轮' },
      words: { text: 'The ferry, as always, leaves the old harbour at ten' },
      overlap: { text: '港口口渡轮，港口渡' },
    });

  test.for([
    // Words and unspaced characters between the two count, punctuation does not; either order.
    ['港口 NEAR/1 渡轮', ['near', 'overlap']],
    ['港口 NEAR/0 渡轮', ['overlap']],
    ['渡轮 NEAR/1 港口', ['near', 'overlap']],
    ['港口 NEAR/14 渡轮', ['near', 'overlap']],
    ['港口 NEAR/15 渡轮', ['far', 'near', 'overlap']],
    ['港口 NEAR 渡轮', ['near', 'overlap']],
    ['ferry NEAR/4 harbour', []],
    ['ferry NEAR/5 harbour', ['words']],
    ['ferry NEAR/5 harbour NEAR/1 ten', ['words']],
    ['ferry NEAR/5 harbour NEAR/0 ten', []],
    // Matches may not overlap; each of a chain is near the next one.
    ['港口 NEAR/0 口', ['overlap']],
    ['港口 NEAR/9 港口', ['overlap']],
    ['title:(港口 NEAR/9 港口)', []],
    ['-(港口 NEAR/1 渡轮) 渡轮', ['apart', 'far']],
    ['"港口" NEAR/1 渡*', ['near', 'overlap']],
    ['港 NEAR/99 渡轮 NEAR/0 停航', ['near']],
  ] as const)('%s', ([typed, paths]) => {
    expect(found(reader(), typed)).toEqual(paths);
  });

  test('anywhere else it is a word, with a hint', () => {
    const archived = reader();
    for (const typed of ['NEAR 港口', '港口 NEAR (渡轮)', '港口 NEAR tag:x', '-港口 NEAR 渡轮']) {
      expect(hintsOf(archived, typed), typed).toEqual(['bad-near']);
    }
    // Where the second term is still to be typed, nothing is said and nothing changes.
    expect(found(archived, '停航 NEAR')).toEqual(['near']);
    expect(hintsOf(archived, '停航 NEAR')).toEqual([]);
  });
});

describe('patterns', () => {
  const reader = () =>
    posts({
      money: { title: '营收', text: '全年营收12亿元，同比增长' },
      words: { title: 'Ferry 12', text: 'Twelve billion' },
      hant: { text: '臺灣ＡＩ' },
    });

  test.for([
    ['/\\d+亿元/', ['money']],
    ['/ferry/', []],
    ['/ferry/i', ['words']],
    ['/^Ferry \\d+$/', ['words']],
    ['body:/\\d/', ['money']],
    ['title:/\\d/', ['words']],
    ['-/\\d/ -/a/', ['hant']],
    ['营收 /[0-9]亿/', ['money']],
    // Texts as they stand: neither folded nor made Simplified.
    ['/台湾|AI/', []],
    ['/\\p{Script=Han}{2}ＡＩ/', ['hant']],
    ['(/亿元/ OR /twelve/i)', ['money', 'words']],
    ['/(?<=营收)12/', ['money']],
  ] as const)('%s', ([typed, paths]) => {
    expect(found(reader(), typed)).toEqual(paths);
    expect(hintsOf(reader(), typed)).toEqual([]);
  });

  test('a broken one is plain text, with a hint', () => {
    const archived = posts({ literal: { text: 'see /(/ and /x/g there' } });
    expect(found(archived, '/(/')).toEqual(['literal']);
    expect(hintsOf(archived, '/(/')).toEqual(['bad-pattern']);
    expect(hintsOf(archived, '/x/g')).toEqual(['bad-pattern']);
    expect(hintsOf(archived, '/usr/local and/or //')).toEqual([]);
  });
});

describe('states and marks', () => {
  test('is:duplicate gives posts that share the publisher’s id or every byte of the file', () => {
    const reader = archive(
      record('a', parsedPost({ sourceId: 'X1' })),
      record('b', parsedPost({ sourceId: 'X1' })),
      record('c', parsedPost({ text: 'same' }), 'ffff'),
      record('d', parsedPost({ text: 'same' }), 'ffff'),
      record('e', parsedPost({ sourceId: 'X2' })),
      record('page', parsedPost({ kind: 'page', sourceId: 'X2' })),
    );
    expect(found(reader, 'is:duplicate')).toEqual(['a', 'b', 'c', 'd']);
    expect(found(reader, '-is:duplicate')).toEqual(['e']);
    expect(found(reader, 'is:duplicate same')).toEqual(['c', 'd']);
  });

  test('is:duplicate knows what the writer changed', () => {
    const folder = temporaryFolder();
    const writer = openIndexWriter(folder, ARCHIVE);
    writer.put([record('a', parsedPost(), 'f1'), record('b', parsedPost(), 'f1')]);
    const reader = openIndexReader(folder, ARCHIVE);
    if (reader === null) throw new Error('There is no index');
    expect(found(reader, 'is:duplicate')).toEqual(['a', 'b']);
    writer.remove(['a']);
    expect(found(reader, 'is:duplicate')).toEqual([]);
    writer.close();
    reader.close();
  });

  test('is:problem gives posts whose file has a row in the list of problems', () => {
    const problem = {
      path: 'a',
      code: 'date-missing',
      severity: 'warning',
      message: 'No date.',
      sizeBytes: 1,
    } as const;
    const reader = archive(
      record('a', parsedPost({ problems: [problem] })),
      record('b', parsedPost()),
    );
    expect(found(reader, 'is:problem')).toEqual(['a']);
    expect(found(reader, '-is:problem')).toEqual(['b']);
  });

  test('notes and highlights are looked for among those the reader has, and none are made up', () => {
    const reader = posts({ a: {}, b: {}, c: {} });
    const remarks = [
      { path: 'a', notes: ['關於港口'], quotes: ['潮水來了'], labels: ['待核實'] },
      { path: 'b', notes: [], quotes: ['a tide'], labels: [] },
      { path: 'gone', notes: ['港口'], quotes: ['潮水'], labels: ['待核实'] },
    ];
    const marks: ReaderMarks = {
      version: () => 1,
      changesSince: () =>
        remarks.map((each) => pathMarksOf({ ...each, isBookmarked: true, isRead: false })),
      remarks: () => remarks,
    };
    expect(found(reader, 'note:港口', marks)).toEqual(['a']);
    expect(found(reader, 'note:关于', marks)).toEqual(['a']);
    expect(found(reader, 'note:*', marks)).toEqual(['a']);
    expect(found(reader, 'has:note', marks)).toEqual(['a']);
    expect(found(reader, 'has:highlight', marks)).toEqual(['a', 'b']);
    expect(found(reader, 'highlight:潮水', marks)).toEqual(['a']);
    expect(found(reader, 'highlight:"a tide"', marks)).toEqual(['b']);
    expect(found(reader, 'label:核实', marks)).toEqual(['a']);
    expect(found(reader, '-label:*', marks)).toEqual(['b', 'c']);
    expect(found(posts({ a: {} }), 'has:note')).toEqual([]);
    expect(found(posts({ a: {} }), '-has:highlight')).toEqual(['a']);
  });
});

describe('values', () => {
  test('whichever way rows are gone through, the same are found', () => {
    const many = Object.fromEntries(
      Array.from({ length: 2_500 }, (_, index): [string, Partial<ParsedPost>] => [
        `Posts/${index}_100%.md`,
        {
          author: index % 2 === 0 ? 'Ann Lee' : '王小明',
          url: `https://Example.org/新闻/${index}`,
          frontMatter: { Lang: index % 5 === 0 ? 'zh' : 'en' },
          text: index < 5 ? '少数' : '',
        },
      ]),
    );
    const reader = posts(many);
    const total = (typed: string): number => reader.search(request(typed), noMarks).total;
    const queries = [
      ['author:lee', 1_250],
      ['author:明', 1_250],
      ['author:le', 0],
      ['path:posts/', 2_500],
      ['path:POSTS/24', 111],
      ['path:"9_100%"', 250],
      ['path:9x100', 0],
      ['url:example.ORG/新聞', 2_500],
      ['[lang:ZH]', 500],
      ['[lang]', 2_500],
    ] as const;
    for (const [typed, count] of queries) {
      expect(total(typed), typed).toBe(count);
      const few = Array.from({ length: 5 }, (_, index) => `${index}`);
      const expected = few.filter(
        (index) =>
          total(`path:"Posts/${index}_" ${typed} -少数`) === 0 &&
          total(`${typed} path:"Posts/${index}_"`) > 0,
      );
      expect(total(`少数 ${typed}`), `${typed} among few`).toBe(expected.length);
    }
  });
});
