import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test, type Locator } from '@playwright/test';
import { expectNoViolations } from './axeInThemes.ts';
import { launchApp, type RunningApp } from './launch.ts';
import { markPassages, type MarkedPassage } from './marks.ts';
import { ReaderWindow, titleOf, writeNewsArchive } from './newsArchive.ts';
import { removeFolder } from './removeFolder.ts';

let folder = '';
let running: RunningApp;
let reader: ReaderWindow;
let grid: Locator;

const passage = (post: number, more: Partial<MarkedPassage> = {}): MarkedPassage => ({
  title: titleOf(post),
  quote: `Boats came in at ${post} minutes past noon.`,
  pen: 'yellow',
  note: null,
  ...more,
});

/** Four highlights in three posts; the last made comes first. */
const passages: readonly MarkedPassage[] = [
  passage(10, { quote: '码头昼夜作业', pen: 'blue' }),
  passage(5, { pen: 'green' }),
  passage(0, { note: 'Ask the harbour master' }),
  passage(0, { quote: '本地供应链运转平稳' }),
];

async function start(choice: Parameters<typeof launchApp>[0] = {}): Promise<void> {
  running = await launchApp({ folder, ...choice });
  reader = new ReaderWindow(running.page);
  grid = running.page.getByRole('grid', { name: choice.lang === 'zh' ? '高亮' : 'Highlights' });
}

/** The card with these words. */
const card = (words: string): Locator => grid.getByRole('row').filter({ hasText: words });

const openPage = (): Promise<void> => running.page.locator('a[href="#highlighted"]').click();

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'broadsheet-highlights-'));
  await writeNewsArchive(folder);
});
test.afterAll(() => removeFolder(folder));

test.describe('with highlights', () => {
  test.beforeEach(async () => {
    await start();
    await reader.waitForIndex();
    await markPassages(running.page, passages);
  });
  test.afterEach(() => running.close());

  test('rows say what is written on their posts, in their names too', async () => {
    const row = reader.list.getByRole('option', {
      name: `${titleOf(0)}, 2 highlights, with a note`,
      exact: true,
    });
    await expect(row).toBeVisible();
    await expect(row.locator('.hlc')).toHaveText('2');
    await expect(row.locator('.pen-sw')).toHaveCount(1);
    await expect(
      reader.list.getByRole('option', { name: `${titleOf(5)}, 1 highlight`, exact: true }),
    ).toBeVisible();
    await running.page.getByRole('button', { name: 'Compact rows' }).click();
    await expect(row.locator('.hlc')).toBeVisible();
  });

  test('g h opens the page beside the posts that have highlights; Back and Esc lead away', async () => {
    const { page } = running;
    await expect(page.getByRole('link', { name: 'Highlights 4' })).toBeVisible();
    await reader.row(titleOf(1)).click();
    await expect(reader.article(titleOf(1))).toBeVisible();
    await reader.list.focus();
    await page.keyboard.press('g');
    await page.keyboard.press('h');
    await expect(grid.getByRole('row')).toHaveCount(4);
    await expect(page.getByText('4 highlights', { exact: true })).toBeVisible();
    await reader.expectTotal(3);
    await grid.focus();
    await page.keyboard.press('Escape');
    await expect(grid).toHaveCount(0);
    await expect(reader.article(titleOf(1))).toBeVisible();
    await page.keyboard.press('Alt+ArrowLeft');
    await expect(grid).toBeVisible();
  });

  test('arrows and Enter open the post at the highlight, Back returns to the same card', async () => {
    const { page } = running;
    await openPage();
    await grid.focus();
    await page.keyboard.press('End');
    await expect(grid).toHaveAttribute('aria-activedescendant', 'highlight-3');
    await expect(card('码头昼夜作业')).toHaveAttribute('id', 'highlight-3');
    await page.keyboard.press('Enter');
    await expect(reader.article(titleOf(10))).toBeVisible();
    await page.keyboard.press('Alt+ArrowLeft');
    await expect(grid).toHaveAttribute('aria-activedescendant', 'highlight-3');
    await card('Boats came in at 5').click();
    await expect(reader.article(titleOf(5))).toBeVisible();
  });

  test('words, pens and notes narrow the page; its counts follow', async () => {
    const { page } = running;
    await openPage();
    const search = page.getByRole('searchbox', { name: 'Search highlights and notes' });
    await search.fill('harbour master');
    await expect(grid.getByRole('row')).toHaveCount(1);
    await expect(page.getByText('1 of 4 highlights')).toBeVisible();
    await search.press('Escape');
    await expect(grid.getByRole('row')).toHaveCount(4);
    await page.getByRole('button', { name: 'Blue 1' }).click();
    await expect(grid.getByRole('row')).toHaveCount(1);
    await page.getByRole('button', { name: 'Green 1' }).click();
    await expect(grid.getByRole('row')).toHaveCount(2);
    await page.getByRole('button', { name: 'With note' }).click();
    await expect(page.getByRole('heading', { name: 'No highlights match' })).toBeVisible();
    await page.getByRole('button', { name: 'Show all highlights' }).click();
    await expect(grid.getByRole('row')).toHaveCount(4);
  });

  test('four orders: by post, pen, date of the post, and marked last first', async () => {
    const { page } = running;
    await openPage();
    const choose = async (from: string, to: string): Promise<void> => {
      await page.getByRole('main').getByRole('button', { name: from }).click();
      await page.getByRole('menuitemradio', { name: to }).click();
    };
    await choose('By post', 'By pen');
    await expect(grid.getByRole('row').nth(0)).toHaveAttribute('data-pen', 'yellow');
    await expect(grid.getByRole('row').nth(3)).toHaveAttribute('data-pen', 'blue');
    await choose('By pen', 'By date of the post');
    await expect(grid.getByText('June 2024')).toHaveCount(1);
    await expect(grid.getByRole('row').nth(3)).toContainText('码头昼夜作业');
    await choose('By date of the post', 'Marked last first');
    await expect(grid.getByRole('row').nth(0)).toContainText('本地供应链运转平稳');
  });

  test('a note is written in its card, a pen chosen by its number', async () => {
    const { page } = running;
    await openPage();
    await card('码头昼夜作业').getByRole('button', { name: 'Add note' }).click();
    const field = page.getByRole('textbox', { name: 'Note' });
    await expect(field).toBeFocused();
    await field.fill('夜班人数待查');
    await field.press('Control+Enter');
    await expect(card('码头昼夜作业')).toContainText('夜班人数待查');
    await expect(grid).toBeFocused();
    await page.keyboard.press('End');
    await page.keyboard.press('4');
    await expect(card('码头昼夜作业')).toHaveAttribute('data-pen', 'pink');
    await page.keyboard.press('c');
    await field.fill('gone');
    await field.press('Escape');
    await expect(card('码头昼夜作业')).toContainText('夜班人数待查');
  });

  test('Delete removes, Undo brings back; ticks are copied as Markdown', async () => {
    const { app, page } = running;
    await openPage();
    await grid.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Delete');
    await expect(grid.getByRole('row')).toHaveCount(3);
    await expect(page.getByRole('link', { name: 'Highlights 3' })).toBeVisible();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(grid.getByRole('row')).toHaveCount(4);
    await grid.focus();
    await page.keyboard.press('Control+a');
    await expect(page.getByText('4 selected')).toBeVisible();
    await page.keyboard.press('Escape');
    await card('harbour master').locator('[data-act="tick"]').click();
    await page.getByRole('button', { name: 'Copy 1 as Markdown' }).click();
    await expect
      .poll(() => app.evaluate(({ clipboard }) => clipboard.readText()))
      .toBe(
        '> Boats came in at 0 minutes past noon.\n>\n> — *Report 000*, Market Weekly, 2024-06-30\n\nAsk the harbour master',
      );
    await page.getByRole('button', { name: 'Remove 1 highlight' }).click();
    await expect(grid.getByRole('row')).toHaveCount(3);
  });
});

test('the export is a page of Markdown with the way back to each post', async () => {
  await start();
  await reader.waitForIndex();
  await markPassages(running.page, passages);
  const file = join(running.dataDir, 'highlights.md');
  await running.app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path });
  }, file);
  await openPage();
  await running.page.getByRole('button', { name: 'Export highlights…' }).click();
  await expect(running.page.getByText('4 highlights saved to')).toBeVisible();
  const text = await readFile(file, 'utf8');
  expect(text).toContain('# Highlights\n');
  expect(text).toContain('> Boats came in at 5 minutes past noon.\n>\n> Green\n');
  expect(text).toContain('Ask the harbour master');
  const address = pathToFileURL(join(folder, '_posts', 'report-10.md')).href;
  expect(text).toContain(`## [Report 010](<${address}>)`);
  await running.close();
});

test('without highlights the page says how to mark', async () => {
  await start();
  await reader.waitForIndex();
  await openPage();
  await expect(running.page.getByRole('heading', { name: 'No highlights yet' })).toBeVisible();
  await expect(running.page.getByText(/Select words in a post and press H, or/)).toBeVisible();
  await expectNoViolations(running, ['main']);
  await running.close();
});

for (const lang of ['en', 'zh'] as const) {
  test(`the page comes back after a restart, without a violation in any theme (${lang})`, async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'broadsheet-highlights-data-'));
    await start({ dataDir, lang });
    await expect(reader.page.getByRole('option').first()).toBeVisible();
    await expect(reader.page.getByText(/Index up to date|索引已是最新/)).toBeVisible();
    await markPassages(running.page, passages);
    await openPage();
    await expect(grid.getByRole('row')).toHaveCount(4);
    // A view is written when it rests; closing writes it too.
    await running.close();
    await start({ dataDir, lang });
    await expect(grid.getByRole('row')).toHaveCount(4);
    await card('码头昼夜作业').locator('[data-act="tick"]').click();
    await expectNoViolations(running, ['main', 'ul.nav', '[role="listbox"]']);
    await running.close();
    await removeFolder(dataDir);
  });
}
