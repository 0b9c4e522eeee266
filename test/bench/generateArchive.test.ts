import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import {
  encodePost,
  generatePost,
  generatePosts,
  writeArchive,
} from '../../bench/generateArchive.ts';
import { encodeGbk } from '../../bench/gbk.ts';

const folders: string[] = [];

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-generate-'));
  folders.push(folder);
  return folder;
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function bytesOf(options: { count: number; seed: number; hostile?: boolean }): string[] {
  return [...generatePosts(options)].map(
    (post) => `${post.path}\n${Buffer.from(encodePost(post)).toString('hex')}`,
  );
}

const hanCount = (text: string): number => (text.match(/\p{Script=Han}/gu) ?? []).length;

describe('generatePosts', () => {
  it('gives the same bytes for the same seed and others for another seed', () => {
    const first = bytesOf({ count: 60, seed: 7, hostile: true });
    expect(bytesOf({ count: 60, seed: 7, hostile: true })).toEqual(first);
    expect(bytesOf({ count: 60, seed: 8, hostile: true })).not.toEqual(first);
  });

  it('starts a longer archive with the shorter one, and gives each post alone', () => {
    const long = [...generatePosts({ count: 80, seed: 3 })];
    expect(long.slice(0, 25)).toEqual([...generatePosts({ count: 25, seed: 3 })]);
    expect(generatePost({ count: 0, seed: 3 }, 61)).toEqual(long[61]);
  });

  it('writes Chinese posts of newspaper length, with a long tail', () => {
    const lengths = [...generatePosts({ count: 3000, seed: 5 })]
      .filter((post) => post.text.includes('（文章来源：'))
      .map((post) => hanCount(post.text))
      .toSorted((a, b) => a - b);
    const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
    const median = lengths[Math.floor(lengths.length / 2)] ?? 0;
    expect(mean).toBeGreaterThan(1350);
    expect(mean).toBeLessThan(1700);
    expect(median).toBeLessThan(mean);
    expect(lengths.at(-1)).toBeGreaterThan(12_000);
  });

  it('uses many sources, several layouts and file names that agree with the dates', () => {
    const posts = [...generatePosts({ count: 2000, seed: 1 })];
    const categories = new Set(posts.map((post) => /^categories: (\S+)$/mu.exec(post.text)?.[1]));
    expect(categories.size).toBeGreaterThan(55);
    expect(new Set(posts.map((post) => post.path)).size).toBe(posts.length);
    for (const post of posts) {
      const day = /^date: (\d{4}-\d\d-\d\d) \d\d:\d\d:\d\d(?: \+0800)?$/mu.exec(post.text)?.[1];
      expect(post.path.startsWith(`_posts/${day}-`)).toBe(true);
    }
    const share = (mark: RegExp): number =>
      posts.filter((post) => mark.test(post.text)).length / posts.length;
    expect(share(/^<p>/mu)).toBeGreaterThan(0.6);
    expect(share(/^> /mu)).toBeGreaterThan(0.05);
    expect(share(/^source: /mu)).toBeGreaterThan(0.03);
  });

  it('spreads its dates over thirty years and its words over thousands of characters', () => {
    const posts = [...generatePosts({ count: 3000, seed: 1 })];
    const years = new Set(
      posts.map(({ path }) => path.slice('_posts/'.length, '_posts/2000'.length)),
    );
    expect(years.size).toBe(30);
    const counts = new Map<string, number>();
    for (const { text } of posts) {
      for (const character of text.match(/\p{Script=Han}/gu) ?? []) {
        counts.set(character, (counts.get(character) ?? 0) + 1);
      }
    }
    expect(counts.size).toBeGreaterThan(5_000);
    const all = [...counts.values()].toSorted((a, b) => b - a);
    const sum = all.reduce((total, count) => total + count, 0);
    const share = (first: number): number =>
      all.slice(0, first).reduce((total, count) => total + count, 0) / sum;
    // Of written Chinese the hundred commonest characters make about four tenths, the thousand commonest nine.
    expect(share(100)).toBeGreaterThan(0.25);
    expect(share(100)).toBeLessThan(0.55);
    expect(share(1_000)).toBeGreaterThan(0.65);
  });

  it('puts posts into monthly folders when asked, and writes any part of an archive', () => {
    const whole = [...generatePosts({ count: 30, seed: 3, layout: 'monthly' })];
    for (const { path } of whole) {
      const [, year, month, name] = path.split('/');
      expect(name?.startsWith(`${year}-${month}-`)).toBe(true);
    }
    const part = [...generatePosts({ first: 10, count: 20, seed: 3, layout: 'monthly' })];
    expect(part).toEqual(whole.slice(10));
  });

  it('keeps finding new character pairs as the archive grows', () => {
    const pairs = new Set<string>();
    const sizes: number[] = [];
    let index = 0;
    for (const { text } of generatePosts({ count: 800, seed: 2 })) {
      for (let at = 0; at + 1 < text.length; at += 1) pairs.add(text.slice(at, at + 2));
      index += 1;
      if (index % 400 === 0) sizes.push(pairs.size);
    }
    expect(sizes[1]).toBeGreaterThan((sizes[0] ?? 0) * 1.3);
  });
});

describe('a hostile archive', () => {
  it('spoils about one post in a hundred and leaves the others as they are', () => {
    const sound = [...generatePosts({ count: 5000, seed: 4 })];
    const hostile = [...generatePosts({ count: 5000, seed: 4, hostile: true })];
    const odd = hostile.filter((post) => post.oddity !== null);
    expect(odd.length).toBeGreaterThan(25);
    expect(odd.length).toBeLessThan(90);
    hostile.forEach((post, index) => {
      if (post.oddity === null) expect(post).toEqual(sound[index]);
      else expect({ ...post, oddity: null }).not.toEqual(sound[index]);
    });
  });

  it('has every kind of oddity in an archive of 20,000', () => {
    const kinds = new Set<string>();
    for (const post of generatePosts({ count: 20_000, seed: 1, hostile: true })) {
      if (post.oddity !== null) kinds.add(post.oddity);
    }
    expect(kinds.size).toBe(26);
  });
});

describe('encodeGbk', () => {
  it("is read back by the platform's decoder", () => {
    const text = '江汀日报：鹭嘴灯塔，ABC 123 “潮汐”——繁體字';
    expect(new TextDecoder('gbk').decode(encodeGbk(text))).toBe(text);
  });

  it('writes a question mark for what GBK does not have', () => {
    expect(Buffer.from(encodeGbk('a🚢b')).toString('latin1')).toBe('a?b');
  });
});

describe('writeArchive', () => {
  it('writes a Jekyll tree and reports what it wrote', () => {
    const folder = temporaryFolder();
    const seen: number[] = [];
    const summary = writeArchive(folder, { count: 12, seed: 9 }, (written) => seen.push(written));
    expect(readdirSync(folder).toSorted()).toEqual([
      '404.md',
      'README.md',
      '_config.yml',
      '_posts',
    ]);
    const names = readdirSync(join(folder, '_posts'));
    const sizeBytes = names
      .map((name) => readFileSync(join(folder, '_posts', name)).length)
      .reduce((sum, size) => sum + size, 0);
    expect(summary).toEqual({ posts: 12, oddPosts: 0, sizeBytes });
    expect(names).toHaveLength(12);
    expect(seen.at(-1)).toBe(12);
  });

  it('writes every odd post of a hostile archive', () => {
    const folder = temporaryFolder();
    const summary = writeArchive(folder, { count: 1500, seed: 6, hostile: true });
    expect(readdirSync(join(folder, '_posts'))).toHaveLength(1500);
    expect(summary.oddPosts).toBeGreaterThan(0);
  });
});
