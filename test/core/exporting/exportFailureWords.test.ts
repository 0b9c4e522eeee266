import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkPlace, noRoom } from '../../../src/core/exporting/exportPlace.ts';
import type { ExportPlace } from '../../../src/core/exporting/exportPlace.ts';
import { writeFailure } from '../../../src/core/exporting/writeFailure.ts';
import { exportFailureZh } from '../../../src/renderer/i18n/zh/exportFailures.ts';
import { toFailure } from '../../../src/shared/result.ts';

/** What the core really says, so that a sentence that is changed there does not fall back to English unseen. */

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-words-'));
  writeFileSync(join(folder, 'file'), 'x');
  mkdirSync(join(folder, 'full'));
  writeFileSync(join(folder, 'full', 'file'), 'x');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const english = /[a-z]{3,} [a-z]{2,}/i;

/** What is said of a place, without the names of this machine. */
async function saidOf(place: ExportPlace, leastBytes = 0): Promise<string> {
  const thrown = await checkPlace(place, leastBytes).then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(thrown, place.target).not.toBeNull();
  return exportFailureZh(toFailure(thrown).message).replaceAll(folder, '');
}

test('what is said of a target is said in Chinese', async () => {
  const said = [
    await saidOf({ target: join(folder, 'no', 'such', 'a.csv'), shape: 'file' }),
    await saidOf({ target: join(folder, 'file', 'a.csv'), shape: 'file' }),
    await saidOf({ target: join(folder, `${'a'.repeat(300)}.csv`), shape: 'file' }),
    await saidOf({ target: '/dev/null', shape: 'file' }),
    await saidOf({ target: join(folder, 'full'), shape: 'file' }),
    await saidOf({ target: join(folder, 'file'), shape: 'folder' }),
    await saidOf({ target: join(folder, 'full'), shape: 'folder' }),
    await saidOf({ target: join(folder, 'a.csv'), shape: 'file' }, 1e18),
  ];
  for (const sentence of said) expect(sentence).not.toMatch(english);
  expect(said[0]).toBe('/no/such不存在。换个位置。');
  expect(said[7]).toMatch(/^所在磁盘剩余.+GB，此次导出约需.+GB。腾出空间，或换个位置。$/);
});

test('what is said of a write that failed is said in Chinese, whatever the reason', () => {
  const codes = 'ENOSPC EDQUOT EFBIG EACCES EPERM EBUSY EROFS ENOENT ENAMETOOLONG EISDIR ENOTEMPTY';
  for (const code of [...codes.split(' '), 'ENOTDIR', 'EEXIST']) {
    const thrown = Object.assign(new Error(`${code}: refused`), { code });
    const said = exportFailureZh(writeFailure('/书/灯塔.pdf', thrown).message);
    expect(said, code).toMatch(/^无法写入\/书\/灯塔\.pdf：/);
    expect(said, code).not.toMatch(english);
  }
  expect(exportFailureZh(noRoom('/书', { free: 10, needed: 2e9 }).message)).not.toMatch(english);
});

test.each([
  'This archive has no index yet.',
  'This archive is not in the library.',
  'This post is not in the index any more.',
  'This post is not in the list of the export.',
  'None of the chosen posts is in the index any more.',
  'Its page could not be laid out.',
  'Its pages could not be printed: 7.',
  'The page that draws the PDF ran out of memory.',
  'The page that draws the PDF stopped (crashed).',
  'Drawing took longer than 90 seconds.',
  'The contents of this book never came out equally long.',
  'The export stopped.',
])('what ends an export, or costs a post of it, is said in Chinese: %s', (sentence) => {
  expect(exportFailureZh(sentence)).not.toMatch(english);
  expect(exportFailureZh(sentence)).toMatch(/。$/u);
});

test('what is not known stays as it is', () => {
  expect(exportFailureZh('Something odd.')).toBe('Something odd.');
  expect(
    exportFailureZh(
      'None of the chosen posts could be exported. a.md: This post is not in the index any more.',
    ),
  ).toBe('所选文章无一能导出。a.md：这篇文章已不在索引中。');
});
