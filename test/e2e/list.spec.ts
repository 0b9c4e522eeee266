import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launchApp, type RunningApp } from './launch.ts';
import { POST_COUNT, ReaderWindow, titleOf, writeNewsArchive } from './newsArchive.ts';
import { removeFolder } from './removeFolder.ts';

let folder = '';
let running: RunningApp;
let reader: ReaderWindow;
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'broadsheet-list-'));
  await writeNewsArchive(folder);
});
test.afterAll(() => removeFolder(folder));
test.beforeEach(async () => {
  running = await launchApp({ folder });
  reader = new ReaderWindow(running.page);
  await reader.waitForIndex();
});
test.afterEach(() => running.close());

test('only the rows in view are drawn; every row knows its place', async () => {
  const options = reader.list.getByRole('option');
  expect(await options.count()).toBeLessThan(60);
  await expect(reader.row(titleOf(0))).toHaveAttribute('aria-posinset', '1');
  await expect(reader.row(titleOf(0))).toHaveCSS('height', '92px');
  await reader.list.focus();
  await reader.page.keyboard.press('End');
  await expect(reader.row(titleOf(POST_COUNT - 1))).toHaveAttribute(
    'aria-posinset',
    String(POST_COUNT),
  );
  await expect(reader.article(titleOf(POST_COUNT - 1))).toBeVisible();
});

test('j, k and the arrows go from post to post; Enter moves into the article', async () => {
  await reader.list.focus();
  await reader.page.keyboard.press('j');
  await expect(reader.article(titleOf(0))).toBeVisible();
  await reader.page.keyboard.press('ArrowDown');
  await expect(reader.article(titleOf(1))).toBeVisible();
  await reader.page.keyboard.press('k');
  await expect(reader.article(titleOf(0))).toBeVisible();
  await expect(reader.row(titleOf(0))).toHaveAttribute('aria-selected', 'true');
  const active = await reader.list.getAttribute('aria-activedescendant');
  await expect(reader.row(titleOf(0))).toHaveAttribute('id', active ?? '');
  await reader.page.keyboard.press('Enter');
  await expect(reader.list).not.toBeFocused();
  await reader.page.keyboard.press('F6');
  await reader.page.keyboard.press('Shift+F6');
  await expect(reader.list).not.toBeFocused();
});

test('Enter right after a step goes on to the post when it comes', async () => {
  await reader.list.focus();
  // Both keys in one task of the page, before any post can be there.
  await reader.page.evaluate(`for (const key of ['End', 'Enter']) {
    document.activeElement.dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
    );
  }`);
  await expect(reader.article(titleOf(POST_COUNT - 1))).toBeVisible();
  await expect(reader.page.locator('.paper')).toBeFocused();
});

test('x ticks, Shift+arrows extend, Mod+A ticks the whole result, Esc clears', async () => {
  await reader.list.focus();
  await reader.page.keyboard.press('j');
  await reader.page.keyboard.press('x');
  await expect(reader.page.getByText('1 selected')).toBeVisible();
  await reader.page.keyboard.press('Shift+ArrowDown');
  await reader.page.keyboard.press('Shift+ArrowDown');
  await expect(reader.page.getByText('3 selected')).toBeVisible();
  await reader.page.keyboard.press('Shift+ArrowUp');
  await expect(reader.page.getByText('2 selected')).toBeVisible();
  await reader.page.keyboard.press('ControlOrMeta+a');
  await expect(reader.page.getByText(`${POST_COUNT} selected`)).toBeVisible();
  await expect(reader.row(titleOf(5))).toHaveAttribute('aria-selected', 'true');
  await reader.page.keyboard.press('Escape');
  await expect(reader.page.getByText(/\d selected/)).toHaveCount(0);
});

test('clicks with Shift and Control select; the export dialog opens for what is selected', async () => {
  await reader.row(titleOf(0)).click();
  await reader.row(titleOf(3)).click({ modifiers: ['Shift'] });
  await expect(reader.page.getByText('4 selected')).toBeVisible();
  await reader.row(titleOf(1)).click({ modifiers: ['ControlOrMeta'] });
  await expect(reader.page.getByText('3 selected')).toBeVisible();
  await reader.page.getByRole('button', { name: 'Export 3…' }).click();
  await expect(reader.page.getByRole('dialog', { name: 'Export' })).toBeVisible();
  await reader.page.keyboard.press('Escape');
  await expect(reader.page.getByRole('dialog', { name: 'Export' })).toHaveCount(0);
});

test('single keys type text where text is typed', async () => {
  await reader.search.focus();
  await reader.page.keyboard.type('jxb');
  await expect(reader.search).toHaveValue('jxb');
  await expect(reader.page.getByText(/\d selected/)).toHaveCount(0);
});

test('after a restart keys go on from the open post, however deep it stands', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'broadsheet-deep-'));
  const first = await launchApp({ folder, dataDir });
  const before = new ReaderWindow(first.page);
  await before.waitForIndex();
  await before.list.focus();
  await first.page.keyboard.press('End');
  await first.page.keyboard.press('k');
  await expect(before.article(titleOf(POST_COUNT - 2))).toBeVisible();
  await first.close();

  const second = await launchApp({ dataDir });
  const after = new ReaderWindow(second.page);
  await expect(after.article(titleOf(POST_COUNT - 2))).toBeVisible();
  await expect(after.row(titleOf(POST_COUNT - 2))).toBeInViewport();
  await expect(after.list).toHaveAttribute('aria-activedescendant', `post-row-${POST_COUNT - 2}`);
  await after.list.focus();
  await second.page.keyboard.press('Shift+ArrowDown');
  await expect(second.page.getByText('2 selected')).toBeVisible();
  await second.close();
  await removeFolder(dataDir);
});

test('compact rows, order and width stay after a restart', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'broadsheet-look-'));
  const first = await launchApp({ folder, dataDir });
  const before = new ReaderWindow(first.page);
  await before.waitForIndex();
  await first.page.getByRole('button', { name: 'Compact rows' }).click();
  await expect(before.row(titleOf(0))).toHaveCSS('height', '56px');
  const divider = first.page.getByRole('separator', { name: 'Width of the list' });
  await divider.focus();
  await divider.press('ArrowRight');
  await expect(divider).toHaveAttribute('aria-valuenow', '408');
  await first.close();

  const second = await launchApp({ dataDir });
  const after = new ReaderWindow(second.page);
  await expect(after.row(titleOf(0))).toHaveCSS('height', '56px');
  await expect(second.page.getByRole('separator', { name: 'Width of the list' })).toHaveAttribute(
    'aria-valuenow',
    '408',
  );
  await second.close();
  await removeFolder(dataDir);
});
