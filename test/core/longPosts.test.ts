import { describe, expect, test } from 'vitest';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderPart } from '../../src/core/longPosts.ts';
import {
  MAX_WHOLE_TEXT,
  isLongText,
  partOfPlace,
  textPart,
} from '../../src/core/post/textParts.ts';
import type { StoredPost } from '../../src/core/store/storeTypes.ts';
import { asPostId } from '../../src/shared/ids.ts';
import { temporaryFolder } from './indexing/archiveFolder.ts';

const paragraphs = (length: number): string => {
  const lines: string[] = [];
  for (let at = 0, written = 0; written < length; at += 1) {
    const line = `第${at}段 words of a long post, some more of them and then still more.\n`;
    lines.push(line);
    written += line.length;
  }
  return lines.join('');
};

describe('parts of a text', () => {
  test.each([
    ['paragraphs', paragraphs(2_000_000)],
    ['one line', '字'.repeat(1_700_001)],
    ['pairs of surrogates', '😀'.repeat(900_001)],
  ])('of %s follow each other without a gap, and hold their places', (_name, text) => {
    const { count } = textPart(text, 0);
    const parts = Array.from({ length: count }, (_unused, index) => textPart(text, index));
    expect(parts.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
    expect(Math.max(...parts.map(({ start, end }) => end - start))).toBeLessThan(120_000);
    for (const { index, start, end } of parts) {
      expect([partOfPlace(text, start), partOfPlace(text, end - 1)]).toEqual([index, index]);
      expect(text.slice(start, start + 2)).not.toMatch(/^[\udc00-\udfff]/u);
    }
  });

  test('a number out of range gives the nearest part; short texts are whole', () => {
    const text = paragraphs(2_000_000);
    expect(textPart(text, 99).index).toBe(textPart(text, 0).count - 1);
    expect([isLongText(text), isLongText('x'.repeat(MAX_WHOLE_TEXT))]).toEqual([true, false]);
  });
});

describe('a long post', () => {
  const text = `${paragraphs(1_900_000)}灯塔 at the end\n${paragraphs(100_000)}`;
  const stored: StoredPost = {
    id: asPostId(1),
    path: 'long.txt',
    pathHex: null,
    kind: 'post',
    title: 'Long',
    date: null,
    day: null,
    source: null,
    author: null,
    url: null,
    sourceId: null,
    tags: [],
    categories: [],
    isDraft: false,
    lang: 'zh-Hans',
    characterCount: 1,
    contentHash: 'x',
    text,
    frontMatter: {},
  };
  const start = () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'long.txt'), 'x');
    return { folder, position: 0, passage: null };
  };
  const find = (query: string) => ({ text: query, foldsVariants: true });

  test('opens at its beginning, or where it was left', async () => {
    const place = start();
    expect((await renderPart(stored, {}, place)).part).toEqual({
      index: 0,
      count: 21,
      start: 0,
      isHitFound: null,
    });
    const left = await renderPart(stored, {}, { ...place, position: 0.5 });
    expect([left.part.index, left.position]).toEqual([10, 0.5]);
    expect(left.html).toMatch(/^<p>第\d+段/u);
  });

  test('opens at the part with the words it was left at, though an edit above moved them', async () => {
    const place = start();
    const before = await renderPart(stored, {}, { ...place, position: 0.5 });
    const words = stored.text.slice(stored.text.indexOf('灯塔') - 20).slice(0, 40);
    const passage = { ahead: words, behind: '' };
    const left = await renderPart(stored, {}, { ...place, position: 0.5, passage });
    expect(before.part.index).toBe(10);
    expect(left.part.index).toBe(19);
    expect(left.passage).toEqual(passage);
    const gone = { ahead: '这些话已经删去了', behind: '' };
    const kept = await renderPart(stored, {}, { ...place, position: 0.5, passage: gone });
    expect(kept.part.index).toBe(10);
    const other = await renderPart(stored, { part: 3 }, { ...place, position: 0.5, passage });
    expect([other.position, other.passage]).toEqual([0, null]);
  });

  test('opens at the first hit of a search, and tells when there is none further on', async () => {
    const place = start();
    const hit = await renderPart(stored, { find: find('灯塔') }, place);
    expect(hit.part).toMatchObject({ index: 19, isHitFound: true });
    expect(hit.html).toContain('灯塔');
    const later = await renderPart(stored, { part: 20, find: find('灯塔') }, place);
    expect(later.part).toMatchObject({ index: 20, isHitFound: false });
    expect((await renderPart(stored, { find: find('第0段') }, place)).part.index).toBe(0);
  });

  test('says whether its file is there', async () => {
    const place = start();
    expect((await renderPart(stored, {}, place)).isFilePresent).toBe(true);
    const gone = { ...stored, path: 'gone.txt' };
    expect((await renderPart(gone, {}, place)).isFilePresent).toBe(false);
  });
});
