import { expect, onTestFinished, test } from 'vitest';
import { openIndexReader, openIndexWriter } from '../../../src/core/store/openIndex.ts';
import type { IndexReader, IndexWriter } from '../../../src/core/store/storeTypes.ts';
import { amount, TEST_TIMEOUT_MS } from '../../support/scale.ts';
import {
  ARCHIVE,
  noMarks,
  parsedPost,
  record,
  request,
  temporaryFolder,
} from './archiveFixture.ts';

/*
 * Sizes past which numbers of two or three bytes end. Each is asked about on both sides of the edge.
 */

function indexed(fill: (writer: IndexWriter) => void): {
  reader: IndexReader;
  writer: IndexWriter;
} {
  const folder = temporaryFolder();
  const writer = openIndexWriter(folder, ARCHIVE);
  fill(writer);
  const reader = openIndexReader(folder, ARCHIVE);
  if (reader === null) throw new Error('no index');
  onTestFinished(() => {
    reader.close();
    writer.close();
  });
  return { reader, writer };
}

const totalOf = (reader: IndexReader, text: string): number =>
  reader.search(request(text, { limit: 1, sort: 'relevance' }), noMarks).total;

const filler = (length: number): string =>
  Array.from({ length }, (_, at) => String.fromCharCode(0x4e00 + ((at * 7) % 5_003))).join('');

test.for([65_536, 131_072, 1_048_576, 1_100_000])(
  'a text of %i characters and more is found by what stands at its end',
  { timeout: TEST_TIMEOUT_MS },
  (length) => {
    const before = filler(length - 4);
    const texts = { whole: `${before}鸞鳳和鳴，harbour light 終點`, without: before };
    const { reader, writer } = indexed((open) => {
      for (const [name, text] of Object.entries(texts))
        open.put([record(`${name}.md`, parsedPost({ text, title: 'x' }))]);
    });
    for (const isMerged of [false, true]) {
      if (isMerged) writer.finish();
      for (const typed of [
        '鸾凤和鸣',
        '凤和',
        '鳴，',
        'harbour',
        '"harbour light"',
        '"light 終點"',
        '終點',
        '点',
      ])
        expect(totalOf(reader, typed), typed).toBe(1);
      for (const typed of ['鸾凤鸣', '"light harbour"', 'harbou', '点終'])
        expect(totalOf(reader, typed), typed).toBe(0);
      // A wrapped position would put the end beside the beginning.
      const wrapped = `終點${before.slice(0, 1)}`;
      expect(totalOf(reader, wrapped), wrapped).toBe(0);
      expect(totalOf(reader, before.slice(60_000, 60_006))).toBe(2);
      expect(totalOf(reader, before.slice(-6))).toBe(2);
    }
  },
);

test.for([255, 4_095, 4_097, 9_000])(
  '%i posts of one call are all found, and what is removed of them is not',
  { timeout: TEST_TIMEOUT_MS },
  (howMany) => {
    const post = (at: number) =>
      record(
        `${at}.md`,
        parsedPost({
          title: `第${at}篇`,
          text: `港口码头 no${at}x ${at % 2 === 0 ? '偶数' : '奇数'}`,
        }),
      );
    const all = Array.from({ length: howMany }, (_, at) => post(at));
    const { reader, writer } = indexed((open) => open.put(all));
    const evens = Math.ceil(howMany / 2);
    const check = (left: { readonly all: number; readonly evens: number }): void => {
      expect(totalOf(reader, '港口')).toBe(left.all);
      expect(totalOf(reader, '口码头')).toBe(left.all);
      expect(totalOf(reader, '头')).toBe(left.all);
      expect(totalOf(reader, '偶数')).toBe(left.evens);
      expect(totalOf(reader, '-偶数')).toBe(left.all - left.evens);
      expect(totalOf(reader, '第')).toBe(left.all);
      expect(totalOf(reader, 'no*')).toBe(left.all);
      expect(totalOf(reader, `no${howMany - 1}x`)).toBe(left.all === howMany ? 1 : 0);
    };
    check({ all: howMany, evens });
    writer.remove(all.slice(evens).map(({ stamp }) => stamp.path));
    const kept = { all: evens, evens: Math.ceil(evens / 2) };
    check(kept);
    writer.finish();
    check(kept);
  },
);

test('more posts than two bytes can number', { timeout: TEST_TIMEOUT_MS }, () => {
  const howMany = amount(66_000, 140_000);
  const { reader, writer } = indexed((open) => {
    for (let from = 0; from < howMany; from += 6_000) {
      const length = Math.min(6_000, howMany - from);
      const part = Array.from({ length }, (_, at) => {
        const text = (from + at) % 1_000 === 999 ? '灯塔下的码头' : '码头';
        return record(`${from + at}.md`, parsedPost({ text }));
      });
      open.put(part);
    }
  });
  for (const isMerged of [false, true]) {
    if (isMerged) writer.finish();
    expect(totalOf(reader, '码头')).toBe(howMany);
    expect(totalOf(reader, '灯塔')).toBe(Math.floor(howMany / 1_000));
    expect(totalOf(reader, '的码头')).toBe(Math.floor(howMany / 1_000));
    const last = reader.search(request('灯塔', { limit: 1_000 }), noMarks).posts;
    const numbers = last.map(({ path }) => Number.parseInt(path, 10) % 1_000);
    expect(new Set(numbers)).toEqual(new Set([999]));
  }
});
