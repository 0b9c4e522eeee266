import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { launchApp, type RunningApp } from './launch.ts';
import { atRest } from './measure.ts';
import { makePostFolder, type PostFolder } from './postFolder.ts';

let posts: PostFolder;
let running: RunningApp;
test.beforeAll(async () => {
  posts = await makePostFolder({ '2024-05-01-short.md': '---\ntitle: Short\n---\nA few words.\n' });
  const line = '清晨五点，雾还没有散，码头上的灯一盏一盏灭了。老船长把缆绳绕在铁桩上。';
  const lines = Array.from({ length: 190_000 }, (_unused, at) => `${at} ${line}`);
  lines[150_000] = `灯塔在这里。 ${line}`;
  const text = `---\ntitle: Long\ndate: 2024-05-02\n---\n${lines.join('\n\n')}\n`;
  // 21 MB.
  await writeFile(join(posts.folder, '2024-05-02-long.txt'), text);
});
test.afterAll(() => posts.remove());
test.beforeEach(async () => {
  running = await launchApp({ folder: posts.folder });
});
test.afterEach(() => running.close());

test('a post of 20 MB opens in parts, with a notice, and no task of the page stands still', async () => {
  const { page } = running;
  await expect(page.getByRole('option', { name: /Long/ })).toBeVisible({ timeout: 60_000 });
  await page.evaluate(`new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) performance.mark('long', { detail: duration });
  }).observe({ type: 'longtask' })`);
  await page.getByRole('option', { name: /Long/ }).click();
  const bar = page.getByRole('region', { name: 'Parts of this post' });
  await expect(bar).toContainText(/Part 1 of 8\d/);
  await expect(bar).toContainText('Search covers all of it');
  const article = page.getByRole('article');
  await expect(article).toContainText('0 清晨五点');
  await bar.getByRole('button', { name: 'Next part', exact: true }).click();
  await expect(bar).toContainText(/Part 2 of 8\d/);
  await article.getByRole('button', { name: /Go on with part 3 of 8\d/ }).click();
  await expect(bar).toContainText(/Part 3 of 8\d/);
  await expect(bar.getByRole('button', { name: 'Previous part' })).toBeEnabled();
  const longest = await page.evaluate(() =>
    Math.max(
      0,
      ...performance
        .getEntriesByName('long')
        .map((mark) => (mark instanceof PerformanceMark ? Number(mark.detail) : 0)),
    ),
  );
  // What froze the window for seconds before; how quick it is, the benches say.
  expect(longest, 'longest task of the page, ms').toBeLessThan(2_000);
  await atRest(page);
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .include('.part-bar')
    .analyze();
  expect(violations).toEqual([]);
});

test('a hit far below is opened, find says what it covers', async () => {
  const { page } = running;
  await expect(page.getByRole('option', { name: /Long/ })).toBeVisible({ timeout: 60_000 });
  await page.locator('[data-search]').first().fill('灯塔在这里');
  // The list of before may have one row too, while the folder is being indexed.
  await expect(page.getByRole('option')).toContainText(['灯塔在这里']);
  await page.getByRole('option', { name: /Long/ }).click();
  const article = page.getByRole('article');
  await expect(article.locator('mark').first()).toContainText('灯塔在这里');
  await expect(page.getByText(/^Part 6\d of 8\d$/)).toBeVisible();
  await page.getByRole('button', { name: 'Next part with a hit' }).click();
  await expect(page.getByText('No hit in the parts that follow.')).toBeVisible();
  await page.getByRole('button', { name: 'Find in post' }).click();
  await expect(page.getByText('in this part', { exact: true })).toBeVisible();
});
