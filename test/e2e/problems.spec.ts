import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { launchApp, type RunningApp } from './launch.ts';
import { atRest } from './measure.ts';
import { makePostFolder, type PostFolder } from './postFolder.ts';

let posts: PostFolder;
let running: RunningApp;
test.beforeAll(async () => {
  posts = await makePostFolder({
    '2024-05-02-good.md': '---\ntitle: All is well\n---\nNothing to report.\n',
    '2024-05-03-empty.md': '',
    'twice.md': '---\ntitle: One\ndate: 2024-05-01\ntitle: Two\n---\nx\n',
    'paper.rst': 'Not read.\n',
    'undated.md': '---\ntitle: When was it\n---\nNobody wrote it down.\n',
  });
});
test.afterAll(() => posts.remove());
test.beforeEach(async () => {
  running = await launchApp({ folder: posts.folder });
  await running.page.getByRole('button', { name: '3 problems' }).click();
});
test.afterEach(() => running.close());

test('names each file, says why, and what is missing from results', async () => {
  const panel = running.page.getByRole('region', { name: 'Problems' });
  await expect(panel.getByRole('row', { name: /2024-05-03-empty\.md.*Empty file/ })).toBeVisible();
  await expect(panel.getByRole('row', { name: /undated\.md.*No date/ })).toBeVisible();
  await expect(panel.getByText('1 file could not be read')).toBeVisible();
});

test('names the field that is given twice, and says once what files are of other kinds', async () => {
  const panel = running.page.getByRole('region', { name: 'Problems' });
  await expect(
    panel.getByRole('row', { name: /twice\.md.*The field title is given more than once/ }),
  ).toBeVisible();
  await expect(panel.getByText('1 file of another kind is not a post: 1 .rst.')).toBeVisible();
});

test('filters by kind', async () => {
  const panel = running.page.getByRole('region', { name: 'Problems' });
  await panel.getByText('Dates 1').click();
  await expect(panel.getByRole('row', { name: /undated\.md/ })).toBeVisible();
  await expect(panel.getByRole('row', { name: /empty\.md/ })).toHaveCount(0);
});

test('opens the post concerned, and closes with Esc', async () => {
  const { page } = running;
  const panel = page.getByRole('region', { name: 'Problems' });
  await panel.getByRole('button', { name: 'Open undated.md' }).click();
  await expect(page.getByRole('article', { name: 'When was it' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
});

test('has no accessibility faults', async () => {
  const { page } = running;
  await expect(page.getByRole('region', { name: 'Problems' })).toBeVisible();
  await atRest(page);
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .include('section[aria-label="Problems"]')
    .analyze();
  expect(violations).toEqual([]);
});
