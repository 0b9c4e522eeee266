import { mkdir, mkdtemp, rename, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launchApp, type RunningApp } from './launch.ts';
import { boxAtRest } from './measure.ts';
import { POST_COUNT, ReaderWindow, titleOf, writeNewsArchive } from './newsArchive.ts';
import { removeFolder } from './removeFolder.ts';

let base = '';
let folder = '';
let posts = '';
let running: RunningApp;
let reader: ReaderWindow;

test.beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'broadsheet-watching-'));
  folder = join(base, 'news');
  posts = join(folder, '_posts');
  await writeNewsArchive(folder);
  running = await launchApp({ folder });
  reader = new ReaderWindow(running.page);
  await reader.waitForIndex();
  await expect(reader.page.getByTitle('Changes in the folder appear by themselves.')).toBeVisible();
});
test.afterEach(async () => {
  await running.close();
  await removeFolder(base);
});

const post = (title: string, body: string): string =>
  `---\ntitle: ${title}\ndate: 2024-07-01 08:00:00 +0800\n---\n${body}\n`;

/** An editor's save: beside the file, then in its place. */
async function save(path: string, text: string): Promise<void> {
  await writeFile(`${path}.part`, text);
  await rename(`${path}.part`, path);
}

test('posts that come, change, move and go are followed while the list stands at its top', async () => {
  await save(join(posts, 'fresh.md'), post('Fresh news', 'Fresh.'));
  await expect(reader.row('Fresh news')).toBeVisible();
  await reader.expectTotal(POST_COUNT + 1);
  await save(join(posts, 'fresh.md'), post('Corrected news', 'Corrected.'));
  await expect(reader.row('Corrected news')).toBeVisible();
  await expect(reader.row('Fresh news')).toHaveCount(0);
  await rename(join(posts, 'fresh.md'), join(posts, 'stale.md'));
  await unlink(join(posts, 'report-0.md'));
  await expect(reader.row(titleOf(0))).toHaveCount(0);
  await expect(reader.row('Corrected news')).toBeVisible();
  await reader.expectTotal(POST_COUNT);
});

test('a folder full of posts that is moved in, and moved out again', async () => {
  const batch = join(base, 'batch');
  await mkdir(join(batch, 'deep'), { recursive: true });
  for (let at = 0; at < 40; at += 1) {
    await writeFile(join(batch, 'deep', `${at}.md`), post(`Moved ${at}`, 'Moved in.'));
  }
  await rename(batch, join(posts, 'batch'));
  await reader.expectTotal(POST_COUNT + 40);
  await save(join(posts, 'batch', 'deep', 'late.md'), post('Late', 'Late.'));
  await reader.expectTotal(POST_COUNT + 41);
  await rename(join(posts, 'batch'), batch);
  await reader.expectTotal(POST_COUNT);
});

test('neither list nor article moves under the reader; the open post is shown as it is now', async () => {
  await reader.row(titleOf(4)).click();
  await expect(reader.article(titleOf(4))).toBeVisible();
  await reader.list.hover();
  await reader.page.mouse.wheel(0, 600);
  const row = reader.row(titleOf(12));
  await expect(row).toBeVisible();
  const before = await boxAtRest(row);
  await save(join(posts, 'fresh.md'), post('Fresh news', 'Fresh.'));
  await expect(reader.page.getByRole('button', { name: /1 new/ })).toBeVisible();
  await expect.poll(async () => (await row.boundingBox())?.y).toBe(before.y);
  await expect(reader.article(titleOf(4))).toBeVisible();
  await reader.page.getByRole('button', { name: /1 new/ }).click();
  await reader.expectTotal(POST_COUNT + 1);
  await expect.poll(async () => (await row.boundingBox())?.y).toBe(before.y);
  await save(
    join(posts, 'report-4.md'),
    `---\ntitle: ${titleOf(4)}\ndate: 2024-06-26 08:00:00 +0800\n---\nWritten anew while it was open.\n`,
  );
  await expect(reader.article(titleOf(4))).toContainText('Written anew while it was open.');
  await expect.poll(async () => (await row.boundingBox())?.y).toBe(before.y);
});

const away = 'Folder away, read from index';

test('an archive whose disk is unplugged is read from the index, and comes back by itself', async () => {
  await rename(folder, `${folder}-unplugged`);
  await expect(reader.page.getByText(away)).toBeVisible();
  await reader.search.fill('供应链');
  await expect(reader.row(titleOf(10))).toBeVisible();
  await reader.row(titleOf(10)).click();
  await expect(reader.article(titleOf(10))).toContainText('本地供应链运转平稳');
  await expect(reader.page.getByText('This text comes from the index.')).toBeVisible();
  await writeFile(
    join(`${folder}-unplugged`, '_posts', 'meanwhile.md'),
    post('Meanwhile', '供应链。'),
  );
  await rename(`${folder}-unplugged`, folder);
  await expect(reader.page.getByText('Index up to date')).toBeVisible();
  await expect(reader.page.getByText('This text comes from the index.')).toHaveCount(0);
  await reader.page.getByRole('button', { name: /1 new/ }).click();
  await expect(reader.row('Meanwhile')).toBeVisible();
});

test('a folder that is empty all at once is a disk that was unplugged: nothing is dropped', async () => {
  await rename(posts, join(base, 'elsewhere'));
  await expect(reader.page.getByText(away)).toBeVisible();
  await reader.expectTotal(POST_COUNT);
  await rename(join(base, 'elsewhere'), posts);
  await expect(reader.page.getByText('Index up to date')).toBeVisible();
  await save(join(posts, 'fresh.md'), post('Fresh news', 'Fresh.'));
  await reader.expectTotal(POST_COUNT + 1);
});

test('the app starts with the archive it last showed although its disk is not there', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'broadsheet-watching-data-'));
  const first = await launchApp({ folder, dataDir });
  await new ReaderWindow(first.page).waitForIndex();
  await first.close();
  await rename(folder, `${folder}-unplugged`);
  const second = await launchApp({ dataDir });
  const window = new ReaderWindow(second.page);
  await expect(second.page.getByText(away)).toBeVisible();
  await window.row(titleOf(3)).click();
  await expect(window.article(titleOf(3))).toContainText('Boats came in at 3 minutes past noon.');
  await rename(`${folder}-unplugged`, folder);
  await expect(second.page.getByText('Index up to date')).toBeVisible();
  await second.close();
  await removeFolder(dataDir);
});
