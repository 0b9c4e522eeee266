import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { freeName, withEnding } from '../../../src/main/export/freeName.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'broadsheet-test-'));
  await writeFile(join(folder, 'book.pdf'), 'old');
  await mkdir(join(folder, 'News'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('a name with its ending, which the reader was asked about, stays; one without gets it', async () => {
  for (const name of ['book.pdf', 'BOOK.PDF', 'other.pdf'])
    expect(await withEnding(join(folder, name), 'pdf')).toBe(join(folder, name));
  expect(await withEnding(join(folder, 'v1.2'), 'pdf')).toBe(join(folder, 'v1.2.pdf'));
});

test('no file is written over that the reader was not asked about', async () => {
  expect(await withEnding(join(folder, 'book'), 'pdf')).toBe(join(folder, 'book (2).pdf'));
  await writeFile(join(folder, 'book (2).pdf'), 'older');
  expect(await withEnding(join(folder, 'book'), 'pdf')).toBe(join(folder, 'book (3).pdf'));
});

test('a folder is proposed under a name that nothing has, whatever the case of its letters', async () => {
  expect(await freeName(folder, 'Posts')).toBe('Posts');
  expect(await freeName(folder, 'news')).toBe('news (2)');
  expect(await freeName(join(folder, 'gone'), 'news')).toBe('news');
});
