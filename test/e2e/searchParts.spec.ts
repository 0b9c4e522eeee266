import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Locator } from '@playwright/test';
import type { MenuCommand } from '../../src/shared/events.ts';
import { launchApp, type RunningApp } from './launch.ts';
import { atRest } from './measure.ts';
import { CHAIN_COUNT, POST_COUNT, ReaderWindow, titleOf, writeNewsArchive } from './newsArchive.ts';
import { makePostFolder } from './postFolder.ts';
import { removeFolder } from './removeFolder.ts';

let folder = '';
let running: RunningApp;
let reader: ReaderWindow;
let chips: Locator;
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'broadsheet-parts-'));
  await writeNewsArchive(folder);
});
test.afterAll(() => removeFolder(folder));
test.beforeEach(async () => {
  running = await launchApp({ folder });
  reader = new ReaderWindow(running.page);
  chips = running.page.getByRole('list', { name: 'Search and filters' });
  await reader.waitForIndex();
});
test.afterEach(() => running.close());

const command = (wanted: MenuCommand): Promise<void> =>
  running.app.evaluate(
    ({ BrowserWindow }, name) =>
      BrowserWindow.getAllWindows()[0]?.webContents.send('broadsheet-event', 'menu.command', {
        command: name,
      }),
    wanted,
  );

/** What the field has selected. */
const selectedText = (): Promise<unknown> =>
  reader.page.evaluate(
    `(({ value, selectionStart, selectionEnd }) => value.slice(selectionStart, selectionEnd))(document.activeElement)`,
  );

test('fields of a search are chips, words stay in the field: edited and removed with the keyboard alone', async () => {
  await reader.search.fill('供应链 -source:weekly title:Report');
  await reader.expectTotal(20);
  await expect(chips.getByRole('listitem')).toHaveText([/Source.*not weekly/, /Title.*Report/]);
  // Nothing leaves the field while one types.
  await expect(reader.search).toHaveValue('供应链 -source:weekly title:Report');

  const edit = chips.getByRole('button', { name: 'Edit in the search: Source not weekly' });
  // Clear, help, save, then the first chip.
  for (let step = 0; step < 4; step += 1) await reader.page.keyboard.press('Tab');
  await expect(edit).toBeFocused();
  await expect(reader.search).toHaveValue('供应链');
  await reader.page.keyboard.press('Enter');
  await expect(reader.search).toBeFocused();
  await expect.poll(selectedText).toBe('-source:weekly');
  await reader.page.keyboard.type('source:weekly');
  await reader.expectTotal(10);

  await chips.getByRole('button', { name: 'Edit in the search: Source weekly' }).focus();
  await reader.page.keyboard.press('Delete');
  await expect(reader.search).toHaveValue('供应链');
  await expect(reader.search).toBeFocused();
  await reader.expectTotal(CHAIN_COUNT);
  await chips.getByRole('button', { name: 'Remove from the search: Title Report' }).focus();
  await reader.page.keyboard.press('Enter');
  await expect(reader.search).toHaveValue('供应链');
  await expect(chips).toHaveCount(0);
});

test('a search of more than words is explained in a sentence, in the language of the window', async () => {
  await reader.search.fill('  供应链 -weekly');
  await reader.expectTotal(CHAIN_COUNT);
  await expect(
    reader.page.getByText(/^Posts that contain “供应链” and do not contain “weekly”\.$/),
  ).toBeVisible();
  await command('language-zh');
  await expect(reader.page.getByText(/含“供应链”.*不含“weekly”的文章。/).first()).toBeVisible();
  await running.page.getByRole('combobox', { name: '搜索文章' }).fill('  供应链 -title:weekly');
  const zhChips = reader.page.getByRole('list', { name: '搜索与筛选' });
  await expect(zhChips.getByRole('listitem')).toHaveText([/标题.*排除weekly/]);
  await command('language-en');
  // White space in front of the query does not shift what a chip selects.
  await chips.getByRole('button', { name: 'Edit in the search: Title not weekly' }).click();
  await expect.poll(selectedText).toBe('-title:weekly');
  await reader.search.fill('供应链 码头');
  await expect(reader.page.getByText(/^Posts that/)).toHaveCount(0);
});

test('the help says what can be typed and explains this search, and is reached by keyboard', async () => {
  await reader.search.fill('供应链 | 码头');
  await reader.expectTotal(CHAIN_COUNT);
  const help = reader.page.getByRole('dialog', { name: 'Search help' });
  const button = reader.page.getByRole('button', { name: 'Search help' });
  await reader.search.focus();
  await reader.page.keyboard.press('Tab');
  await reader.page.keyboard.press('Tab');
  await expect(button).toBeFocused();
  await reader.page.keyboard.press('Enter');
  await expect(help.getByText('Posts that contain “供应链” or “码头”.')).toBeVisible();
  await expect(help.getByText('date:2022-05', { exact: true })).toBeVisible();
  for (const theme of ['theme-light', 'theme-sepia', 'theme-dark'] as const) {
    await command(theme);
    await expect(reader.page.locator('html')).toHaveAttribute('data-theme', theme.slice(6));
    await atRest(reader.page);
    const { violations } = await new AxeBuilder({ page: reader.page })
      .setLegacyMode()
      .include('.search-help')
      .include('section[data-pane="list"] .chips')
      .analyze();
    expect(violations).toEqual([]);
  }
  await reader.page.keyboard.press('Escape');
  await expect(help).toHaveCount(0);
  await expect(button).toBeFocused();
});

test('years open to months; both can be ticked, and each count is what ticking gives', async () => {
  const dates = reader.page.getByRole('region', { name: 'Date' });
  await expect(dates.getByRole('treeitem', { name: /^2023 / })).toBeVisible();
  const year = dates.getByRole('treeitem', { name: /^2024/ });
  await expect(year).toHaveAccessibleName('2024 182');
  await year.click();
  await reader.expectTotal(182);
  await expect(chips.getByRole('listitem')).toHaveText([/Date.*2024/]);
  await year.click();
  await reader.expectTotal(POST_COUNT);

  await year.press('ArrowRight');
  const june = dates.getByRole('treeitem', { name: 'June 30' });
  await june.click();
  await dates.getByRole('treeitem', { name: 'April 30' }).click();
  await reader.expectTotal(60);
  await expect(chips.getByRole('listitem')).toHaveText([/Date.*2024 \+1/]);
  await dates.getByRole('button', { name: 'Clear Date' }).click();
  await reader.expectTotal(POST_COUNT);
});

test('states are counted and ticked like any facet', async () => {
  await reader.row(titleOf(0)).click();
  await expect(reader.article(titleOf(0))).toBeVisible();
  const states = reader.page.getByRole('region', { name: 'State' });
  // Opening the post marked it as read: the counts know, and each is what ticking gives.
  await states.getByRole('checkbox', { name: 'Read 1', exact: true }).check();
  await reader.expectTotal(1);
  const unread = states.getByRole('checkbox', { name: `Unread ${POST_COUNT - 1}` });
  await unread.check();
  await reader.expectTotal(POST_COUNT);
  await states.getByRole('checkbox', { name: /^Read/ }).uncheck();
  await reader.expectTotal(POST_COUNT - 1);
  // Reading one of them takes it from the count at once, from the list only when it is asked for again.
  await reader.row(titleOf(1)).click();
  await expect(states.getByRole('checkbox', { name: `Unread ${POST_COUNT - 2}` })).toBeVisible();
  await expect(reader.row(titleOf(1))).toBeVisible();
  await reader.page.getByRole('button', { name: /Remove filter: State/ }).press('Delete');
  await reader.expectTotal(POST_COUNT);
  await states.getByRole('checkbox', { name: /^Unread/ }).check();
  await reader.expectTotal(POST_COUNT - 2);
});

test('an order in the search is shown, and gives way to one that is chosen', async () => {
  await reader.search.fill('供应链 sort:date');
  await reader.expectTotal(CHAIN_COUNT);
  await expect(reader.row(titleOf(POST_COUNT - 10))).toBeVisible();
  await reader.page.getByRole('button', { name: 'Oldest first', exact: true }).click();
  await reader.page.getByRole('menuitemradio', { name: 'Newest first' }).click();
  await expect(reader.row(titleOf(0))).toBeVisible();
  await expect(reader.search).toHaveValue('供应链');
  await expect(
    reader.page.getByRole('button', { name: 'Newest first', exact: true }),
  ).toBeVisible();
});

test('a search that is refused is not said to match nothing', async () => {
  await reader.search.fill('a '.repeat(1_001));
  await expect(reader.page.getByText('The search is too long and was not answered')).toBeVisible();
  await expect(
    reader.page.getByRole('heading', { name: 'The search was not answered' }),
  ).toBeVisible();
  await expect(reader.page.getByText('No posts match')).toHaveCount(0);
  await expect(reader.page.getByText('0 posts')).toHaveCount(0);
});

test('Traditional and Simplified find each other until that is switched off, also after a restart', async () => {
  const posts = await makePostFolder({
    'a.md': '---\ntitle: One\ndate: 2024-01-02\n---\n臺灣的供應鏈。\n',
    'b.md': '---\ntitle: Two\ndate: 2024-01-01\n---\n台湾的供应链。\n',
  });
  const dataDir = await mkdtemp(join(tmpdir(), 'broadsheet-variants-'));
  const first = await launchApp({ folder: posts.folder, dataDir });
  const before = new ReaderWindow(first.page);
  await before.waitForIndex(2);
  await before.search.fill('供应链');
  await before.expectTotal(2);
  await expect(before.row('One').locator('mark.hit')).toHaveText('供應鏈');
  await first.page.getByRole('button', { name: 'Search help' }).click();
  await first.page.getByRole('checkbox', { name: /Traditional = Simplified/ }).uncheck();
  await before.expectTotal(1);
  await first.page.keyboard.press('Escape');
  await expect(before.row('Two')).toBeVisible();
  await first.close();

  const second = await launchApp({ dataDir });
  await new ReaderWindow(second.page).expectTotal(1);
  await second.close();
  await removeFolder(dataDir);
  await posts.remove();
});
