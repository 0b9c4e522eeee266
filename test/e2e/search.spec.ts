import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launchApp, type RunningApp } from './launch.ts';
import { CHAIN_COUNT, POST_COUNT, ReaderWindow, titleOf, writeNewsArchive } from './newsArchive.ts';
import { removeFolder } from './removeFolder.ts';

let folder = '';
let running: RunningApp;
let reader: ReaderWindow;
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'broadsheet-search-'));
  await writeNewsArchive(folder);
});
test.afterAll(() => removeFolder(folder));
test.beforeEach(async () => {
  running = await launchApp({ folder });
  reader = new ReaderWindow(running.page);
  await reader.waitForIndex();
});
test.afterEach(() => running.close());

test('results follow the typing, with hits marked in the rows and in the post', async () => {
  await reader.page.keyboard.press('/');
  await expect(reader.search).toBeFocused();
  await reader.page.keyboard.type('供应链');
  await reader.expectTotal(CHAIN_COUNT);
  await expect(reader.row(titleOf(0)).locator('mark.hit').first()).toHaveText('供应链');
  await reader.page.keyboard.press('Enter');
  await expect(reader.list).toBeFocused();
  await reader.page.keyboard.press('ArrowDown');
  await expect(reader.article(titleOf(0))).toBeVisible();
  await expect(
    reader.page.getByText(`${CHAIN_COUNT} posts`, { exact: true }).first(),
  ).toBeVisible();
});

test('Esc clears the search, then leaves the field', async () => {
  await reader.search.fill('供应链');
  await reader.expectTotal(CHAIN_COUNT);
  await reader.search.press('Escape');
  await expect(reader.search).toHaveValue('');
  await reader.expectTotal(POST_COUNT);
  await reader.search.press('Escape');
  await expect(reader.list).toBeFocused();
});

test('a search without matches says so and offers the way back', async () => {
  await reader.search.fill('no such words at all');
  await expect(reader.page.getByRole('heading', { name: 'No posts match' })).toBeVisible();
  await reader.page.getByRole('button', { name: 'Clear search and filters' }).click();
  await reader.expectTotal(POST_COUNT);
});

test('a facet narrows the result, shows as a chip, and goes with the Delete key', async () => {
  const sources = reader.page.getByRole('region', { name: 'Source' });
  await sources.getByRole('checkbox', { name: /Market Weekly/ }).click();
  await reader.expectTotal(POST_COUNT / 3);
  const remove = reader.page.getByRole('button', { name: /Remove filter: Source Market Weekly/ });
  await remove.focus();
  await remove.press('Delete');
  await reader.expectTotal(POST_COUNT);
});

test('a month range typed in the two fields narrows the result', async () => {
  const from = reader.page.getByRole('textbox', { name: 'From month (YYYY-MM)' });
  await from.fill('2024/6');
  await from.press('Enter');
  await reader.expectTotal(30);
  await expect(from).toHaveValue('2024-06');
  await expect(reader.page.getByText('2024-06 –')).toBeVisible();
});

test('a part that looks like syntax and is none is searched as text, and a line says so', async () => {
  await reader.search.fill('colour:red');
  await expect(reader.page.getByText(/“colour.*searched as text/)).toBeVisible();
});

test('search, filters and the open post are there again after a restart', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'broadsheet-again-'));
  const first = await launchApp({ folder, dataDir });
  const before = new ReaderWindow(first.page);
  await before.waitForIndex();
  await before.search.fill('供应链');
  await before.expectTotal(CHAIN_COUNT);
  await before.row(titleOf(20)).click();
  await expect(before.article(titleOf(20))).toBeVisible();
  await first.close();

  const second = await launchApp({ dataDir });
  const after = new ReaderWindow(second.page);
  await expect(after.search).toHaveValue('供应链');
  await expect(after.article(titleOf(20))).toBeVisible();
  await after.expectTotal(CHAIN_COUNT);
  await second.close();
  await removeFolder(dataDir);
});
