import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { MOST_COUNTED } from '../../../src/core/postings/postingList.ts';
import { createPostingsReader } from '../../../src/core/postings/postingsReader.ts';
import {
  createPostingsWriter,
  type PostingsLimits,
} from '../../../src/core/postings/postingsWriter.ts';
import { createSegmentStore, POSTINGS_SCHEMA } from '../../../src/core/postings/segmentStore.ts';
import { tokeniseTerm } from '../../../src/core/postings/termTokens.ts';
import { Random } from '../../support/random.ts';

/** Many small segments and merges, so that a few hundred posts go through all of it. */
const SMALL = { fanOut: 3, firstLevelBytes: 2_048, mergedLevels: 5 };
const ALPHABET = [
  '供',
  '应',
  '链',
  '企',
  '业',
  '𠮷',
  'か',
  '가',
  'ไ',
  'a',
  'bc',
  '5g',
  ' ',
  '，',
  '。',
  '😀',
  '-',
];
const never = (): boolean => false;
const nothing = (): void => undefined;

interface Posts {
  readonly texts: Map<number, { readonly title: string; readonly body: string }>;
  readonly put: (posts: Readonly<Record<number, { title: string; body: string }>>) => void;
  readonly remove: (posts: readonly number[]) => void;
  readonly find: (term: string, field: 'title' | 'body') => readonly (readonly [number, number])[];
  readonly segments: () => number;
  readonly merge: () => void;
  readonly settle: () => void;
}

function openPosts(limits: PostingsLimits = SMALL): Posts {
  const database = new Database(':memory:');
  onTestFinished(() => void database.close());
  database.exec(POSTINGS_SCHEMA);
  const writer = createPostingsWriter(database, limits);
  const store = createSegmentStore(database);
  const texts: Posts['texts'] = new Map();
  return {
    texts,
    put: (posts) =>
      database.transaction(() => {
        for (const [key, text] of Object.entries(posts)) {
          const post = Number(key);
          if (texts.has(post)) writer.remove(post);
          writer.put(post, text);
          texts.set(post, text);
        }
        writer.commit();
      })(),
    remove: (posts) =>
      database.transaction(() => {
        for (const post of posts) {
          writer.remove(post);
          texts.delete(post);
        }
        writer.commit();
      })(),
    find: (term, field) => {
      const { tokens, isLastPrefix, symbols } = tokeniseTerm(term, false);
      const symbol = symbols.map((text) => ({ text, offset: 0 }));
      const phrase = { tokens: tokens.length > 0 ? tokens : symbol, isLastPrefix };
      const { posts, counts } = createPostingsReader(database).find(phrase, field);
      return Array.from(posts, (post, at) => [post, counts[at] ?? 0] as const);
    },
    segments: () => store.rows().length,
    merge: () => void writer.merge(never, nothing),
    settle: () => writer.settle(nothing),
  };
}

/** Places where a run of Han characters stands, as anybody would count them. */
function countOf(text: string, term: string): number {
  let count = 0;
  for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) count += 1;
  return count;
}

function expected(posts: Posts, term: string, field: 'title' | 'body'): [number, number][] {
  const found = [...posts.texts].map(([post, text]): [number, number] => [
    post,
    countOf(text[field], term),
  ]);
  return found.filter(([, count]) => count > 0).toSorted(([a], [b]) => a - b);
}

test('posts are found by every part of a run, with the number of places', () => {
  const posts = openPosts();
  posts.put({
    3: { title: '产业链', body: '产业链供应链，产业链供应链' },
    9: { title: '', body: '供应' },
  });
  expect(posts.find('供应链', 'body')).toEqual([[3, 2]]);
  expect(posts.find('供应', 'body')).toEqual([
    [3, 2],
    [9, 1],
  ]);
  expect(posts.find('链', 'body')).toEqual([[3, 4]]);
  expect(posts.find('产业链供应链', 'body')).toEqual([[3, 2]]);
  expect(posts.find('链产', 'body')).toEqual([]);
  expect(posts.find('产业链', 'title')).toEqual([[3, 1]]);
});

test('a post with more than a million tokens is found at its end too, also after a merge', () => {
  const posts = openPosts({ ...SMALL, firstLevelBytes: 65_536 });
  const body = `${'复工复产'.repeat(300_000)}，南昌港口。`;
  posts.put({ 1: { title: 'x', body }, 2: { title: 'y', body: '南昌港口' } });
  const check = (expectedPosts: readonly number[]): void => {
    expect(posts.find('南昌港口', 'body')).toEqual(expectedPosts.map((post) => [post, 1]));
    // 299,999 times; ranking tells no more than this apart.
    expect(posts.find('产复工复', 'body').at(0)).toEqual([1, MOST_COUNTED]);
  };
  check([1, 2]);
  posts.put({ 3: { title: 'z', body } });
  posts.settle();
  expect(posts.segments()).toBe(1);
  check([1, 2, 3]);
});

test('a symbol is found by itself', () => {
  const posts = openPosts();
  posts.put({ 1: { title: '', body: '是的。' }, 2: { title: '', body: '😀 是' } });
  expect(posts.find('。', 'body')).toEqual([[1, 1]]);
  expect(posts.find('😀', 'body')).toEqual([[2, 1]]);
  expect(posts.find('→', 'body')).toEqual([]);
});

describe.each([1, 2, 3, 4])('random posts, changes and merges (seed %i)', (seed) => {
  test('answers stay those of a plain count', () => {
    const random = new Random(seed);
    const text = (length: number): string =>
      Array.from({ length }, () => random.pick(ALPHABET)).join('');
    const han = (length: number): string =>
      Array.from({ length }, () => random.pick(ALPHABET.slice(0, 5))).join('');
    const posts = openPosts();
    let most = 0;
    for (let round = 0; round < 40; round += 1) {
      const changes: Record<number, { title: string; body: string }> = {};
      for (let left = random.below(12); left > 0; left -= 1) {
        const isNew = random.is(0.6) || most === 0;
        const post = isNew ? (most += 1 + random.below(3)) : 1 + random.below(most);
        changes[post] = { title: text(5), body: text(Math.floor(random.next() ** 3 * 300)) };
      }
      posts.put(changes);
      posts.remove([...posts.texts.keys()].filter(() => random.is(0.08)));
      if (random.is(0.5)) posts.merge();
      if (random.is(0.1)) posts.settle();
      for (const length of [1, 2, 3, 4, 5, 6]) {
        const term = han(length);
        for (const field of ['title', 'body'] as const) {
          expect(posts.find(term, field), `${term} in ${field}`).toEqual(
            expected(posts, term, field),
          );
        }
      }
    }
    posts.settle();
    expect(posts.segments()).toBeLessThan(12);
  });
});

test('posts may come in any order and change within one transaction', () => {
  const database = new Database(':memory:');
  onTestFinished(() => void database.close());
  database.exec(POSTINGS_SCHEMA);
  const writer = createPostingsWriter(database, SMALL);
  const text = (body: string) => ({ title: '', body });
  const posts = (term: string): number[] => {
    const { tokens, isLastPrefix } = tokeniseTerm(term, false);
    return [...createPostingsReader(database).find({ tokens, isLastPrefix }, 'body').posts];
  };
  database.transaction(() => {
    for (const post of [5, 9, 2]) writer.put(post, text('供应链'));
    writer.remove(5);
    writer.put(5, text('产业链'));
    writer.remove(2);
    writer.put(2, text('产业链'));
    writer.put(7, text('供应链'));
    writer.put(1, text('供应链'));
    writer.commit();
  })();
  expect(posts('供应链')).toEqual([1, 7, 9]);
  expect(posts('产业链')).toEqual([2, 5]);
  writer.put(11, text('供应链'));
  writer.rollBack();
  database.transaction(() => {
    writer.remove(9);
    writer.commit();
  })();
  expect(posts('供应链')).toEqual([1, 7]);
});
