import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launchApp, type RunningApp } from './launch.ts';
import { MarkingReader } from './markedPost.ts';
import { makePostFolder, type PostFolder } from './postFolder.ts';

let posts: PostFolder;
let running: RunningApp;
let reader: MarkingReader;
test.beforeEach(async () => {
  posts = await makePostFolder({ 'short.md': '---\ntitle: Short\n---\nA few words.\n' });
  const line = '清晨五点，雾还没有散，码头上的灯一盏一盏灭了。老船长把缆绳绕在铁桩上。';
  const lines = Array.from({ length: 45_000 }, (_unused, at) => `第${at}日 ${line}`);
  await writeFile(
    join(posts.folder, 'long.txt'),
    `---\ntitle: Long\ndate: 2024-05-02\n---\n${lines.join('\n\n')}\n`,
  );
  running = await launchApp({ folder: posts.folder });
  reader = new MarkingReader(running);
  await reader.setSize(1440, 900);
});
test.afterEach(async () => {
  await running.close();
  await posts.remove();
});

test('highlights of a long post belong to their part; the others say that there are some elsewhere', async () => {
  const { page } = reader;
  await expect(page.getByRole('option', { name: 'Long' })).toBeVisible({ timeout: 60_000 });
  await reader.open('Long');
  const bar = page.getByRole('region', { name: 'Parts of this post' });
  await expect(bar).toContainText(/Part 1 of 20/u);
  await bar.getByRole('button', { name: 'Next part', exact: true }).click();
  await expect(bar).toContainText(/Part 2 of 20/u);
  const words = await page.locator('.post-body p').nth(3).textContent();
  const day = /^第\d+日/u.exec(words ?? '')?.[0] ?? '';
  await reader.mark('2', `${day} 清晨五点`);
  await expect(reader.highlights).toHaveText([`${day} 清晨五点`]);
  await bar.getByRole('button', { name: 'Previous part' }).click();
  await expect(bar).toContainText(/Part 1 of 20/u);
  await expect(page.getByText('1 highlight in other parts of this post')).toBeVisible();
  await expect(reader.highlights).toHaveCount(0);
  await expect(page.locator('.orphans')).toHaveCount(0);
  await reader.open('Short');
  await reader.open('Long');
  await bar.getByRole('button', { name: 'Next part', exact: true }).click();
  await expect(reader.highlights).toHaveText([`${day} 清晨五点`]);
  await expect(page.getByText('in other parts of this post')).toHaveCount(0);
});
