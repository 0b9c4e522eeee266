import { mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launchApp } from './launch.ts';
import { POST_COUNT, ReaderWindow, titleOf, writeNewsArchive } from './newsArchive.ts';
import { removeFolder } from './removeFolder.ts';

let base = '';
let folder = '';
test.beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'broadsheet-marks-'));
  folder = join(base, 'news');
  await writeNewsArchive(folder);
});
test.afterEach(() => removeFolder(base));

test('one bookmark button, pressed or not under the same name; b and the star do the same', async () => {
  const { page, close } = await launchApp({ folder });
  const reader = new ReaderWindow(page);
  await reader.waitForIndex();
  await reader.row(titleOf(0)).click();
  await expect(reader.article(titleOf(0))).toBeVisible();
  await expect(page.getByRole('button', { name: 'Bookmark' })).toHaveCount(1);
  await expect(reader.bookmark).toHaveAttribute('aria-pressed', 'false');
  await reader.bookmark.click();
  await expect(reader.bookmark).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('b');
  await expect(reader.bookmark).toHaveAttribute('aria-pressed', 'false');
  await reader.row(titleOf(0)).hover();
  await reader.row(titleOf(0)).locator('[data-act="star"]').click();
  await expect(reader.bookmark).toHaveAttribute('aria-pressed', 'true');
  await close();
});

test('a removed bookmark comes back with Undo, and the list of bookmarks counts along', async () => {
  const { page, close } = await launchApp({ folder });
  const reader = new ReaderWindow(page);
  await reader.waitForIndex();
  await reader.row(titleOf(2)).click();
  await expect(reader.article(titleOf(2))).toBeVisible();
  await reader.bookmark.click();
  await expect(page.getByRole('link', { name: /Bookmarks 1/ })).toBeVisible();
  await reader.bookmark.click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(reader.bookmark).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('link', { name: /Bookmarks/ }).click();
  await reader.expectTotal(1);
  await expect(reader.row(titleOf(2))).toBeVisible();
  await close();
});

test('a key or click right after opening a post is not lost', async () => {
  const { page, close } = await launchApp({ folder });
  const reader = new ReaderWindow(page);
  await reader.waitForIndex();
  await reader.row(titleOf(0)).click();
  await page.keyboard.press('b');
  await expect(page.getByRole('link', { name: /Bookmarks 1/ })).toBeVisible();
  await reader.list.focus();
  for (const count of [2, 3, 4, 5]) {
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('b');
    await expect(page.getByRole('link', { name: new RegExp(`Bookmarks ${count}`) })).toBeVisible();
  }
  await expect(reader.article(titleOf(4))).toBeVisible();
  await expect(reader.bookmark).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('End');
  await reader.bookmark.click();
  await expect(page.getByRole('link', { name: /Bookmarks 6/ })).toBeVisible();
  await expect(reader.article(titleOf(POST_COUNT - 1))).toBeVisible();
  await expect(reader.bookmark).toHaveAttribute('aria-pressed', 'true');
  await close();
});

test('b on ticked posts bookmarks all of them; once more takes all bookmarks away', async () => {
  const { page, close } = await launchApp({ folder });
  const reader = new ReaderWindow(page);
  await reader.waitForIndex();
  await reader.row(titleOf(0)).click();
  await expect(reader.article(titleOf(0))).toBeVisible();
  await page.keyboard.press('b');
  await expect(page.getByRole('link', { name: /Bookmarks 1/ })).toBeVisible();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('b');
  await expect(page.getByRole('link', { name: /Bookmarks 3/ })).toBeVisible();
  await page.keyboard.press('b');
  await expect(page.getByRole('link', { name: /Bookmarks 0/ })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('link', { name: /Bookmarks 3/ })).toBeVisible();
  await close();
});

test('bookmarks survive a deleted index and a moved file', async () => {
  const dataDir = join(base, 'library');
  const first = await launchApp({ folder, dataDir });
  const before = new ReaderWindow(first.page);
  await before.waitForIndex();
  for (const index of [4, 5]) {
    await before.row(titleOf(index)).click();
    await expect(before.article(titleOf(index))).toBeVisible();
    await before.bookmark.click();
    await expect(before.bookmark).toHaveAttribute('aria-pressed', 'true');
  }
  await first.close();

  const files = await readdir(dataDir, { recursive: true });
  const indexFiles = files.filter((file) => /index/i.test(file) && /\.(db|sqlite)/.test(file));
  expect(indexFiles.length).toBeGreaterThan(0);
  await Promise.all(indexFiles.map((file) => rm(join(dataDir, file), { recursive: true })));
  await rename(join(folder, '_posts', 'report-4.md'), join(folder, '_posts', 'moved-away.md'));

  const second = await launchApp({ folder, dataDir });
  const after = new ReaderWindow(second.page);
  await expect(second.page.getByText('Index up to date')).toBeVisible();
  await second.page.getByRole('link', { name: /Bookmarks 2/ }).click();
  await after.expectTotal(2);
  await expect(after.row(titleOf(4))).toBeVisible();
  await expect(after.row(titleOf(5))).toBeVisible();
  await second.close();
});

test('a post that was read for a while counts as read; m takes it back', async () => {
  const { page, close } = await launchApp({ folder });
  const reader = new ReaderWindow(page);
  await reader.waitForIndex();
  await expect(page.getByRole('link', { name: /Unread 300/ })).toBeVisible();
  await reader.row(titleOf(0)).click();
  await expect(page.getByRole('link', { name: /Unread 299/ })).toBeVisible();
  await page.keyboard.press('m');
  await expect(page.getByRole('link', { name: /Unread 300/ })).toBeVisible();
  await close();
});
