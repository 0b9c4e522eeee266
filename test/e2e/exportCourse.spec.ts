import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Locator } from '@playwright/test';
import { startExport } from './exportRun.ts';
import { launchApp, type RunningApp } from './launch.ts';
import { makePostFolder, type PostFolder } from './postFolder.ts';
import { removeFolder } from './removeFolder.ts';

/** An export from its start to its end: by keyboard alone, in the background, behind another, where it fails. */

const SLOW = { timeout: 60_000 };
/** So many that a book of them takes a while. */
const MANY = 400;

let posts: PostFolder;
let running: RunningApp;
let target = '';
test.beforeAll(async () => {
  const many = Array.from({ length: MANY }, (_, at) => {
    const day = `2023-${String(1 + (at % 12)).padStart(2, '0')}-${String(1 + (at % 28)).padStart(2, '0')}`;
    const text = `Tide table number ${at}. ${'The water rose and fell again. '.repeat(60)}`;
    return [`${day}-tide-${at}.md`, `---\ntitle: Tide ${at}\nsource: Tides\n---\n${text}\n`];
  });
  posts = await makePostFolder({
    '2024-05-02-harbour.md': '---\ntitle: The harbour opens\n---\nBoats went out at six.\n',
    ...Object.fromEntries(many),
  });
});
test.afterAll(() => posts.remove());
test.beforeEach(async () => {
  target = await mkdtemp(join(tmpdir(), 'broadsheet-course-'));
  running = await launchApp({ folder: posts.folder });
  // Exports of the whole list need all of it.
  await expect(running.page.getByRole('option').first()).toHaveAttribute(
    'aria-setsize',
    String(MANY + 1),
    SLOW,
  );
  await running.page.getByRole('option', { name: 'The harbour opens' }).click();
  await expect(running.page.getByRole('article')).toBeVisible();
});
test.afterEach(async () => {
  await running.close();
  await removeFolder(target);
});

/** Answers the save dialog with a path and keeps what it proposed. */
const answerSaveDialog = (filePath: string): Promise<void> =>
  running.app.evaluate(({ app, dialog }, path) => {
    dialog.showSaveDialog = (...words: readonly unknown[]) => {
      Reflect.set(app, 'proposed', Reflect.get(Object(words.at(-1)), 'defaultPath'));
      return Promise.resolve({ canceled: false, filePath: path });
    };
  }, filePath);
const proposed = (): Promise<unknown> =>
  running.app.evaluate(({ app }) => Reflect.get(app, 'proposed'));

const dialogNow = (): Locator => running.page.getByRole('dialog', { name: 'Export', exact: true });
const strip = (): Locator => running.page.getByRole('region', { name: 'Running work' });

test('one post is exported by keyboard alone, and the keyboard always stands somewhere', async () => {
  const { page } = running;
  await answerSaveDialog(join(target, 'post.csv'));
  const row = page.getByRole('option', { name: 'The harbour opens' });
  await row.focus();
  await page.keyboard.press('Control+Shift+e');
  const dialog = dialogNow();
  await expect(dialog).toBeVisible();
  await expect(page.locator('[role="dialog"] :focus, [role="dialog"]:focus')).toHaveCount(1);
  const format = dialog.getByRole('button', { name: 'PDF Format' });
  await format.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('option', { name: 'PDF', exact: true })).toBeFocused();
  await page.keyboard.type('CSV');
  await expect(page.getByRole('option', { name: 'CSV', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('heading', { name: 'Export 1 post to CSV' })).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(dialog.getByText('Exported 1 post')).toBeVisible(SLOW);
  await expect(dialog.getByRole('button', { name: 'Close', exact: true }).last()).toBeFocused();
  await dialog.getByRole('button', { name: 'Back to settings' }).press('Enter');
  await expect(dialog.getByRole('button', { name: 'Export CSV' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('article')).toBeVisible();
  await expect(page.locator('body:focus, :focus')).not.toHaveCount(0);
});

test('a book goes on at the foot of the window while one reads, another waits for it, and both can be ended', async () => {
  const { page } = running;
  await answerSaveDialog(join(target, 'tides.pdf'));
  await page.keyboard.press('Control+a');
  await expect(page.getByText(`${MANY + 1} selected`).first()).toBeVisible();
  await page.keyboard.press('Control+e');
  const dialog = dialogNow();
  await dialog.getByRole('button', { name: 'Export PDF' }).click();
  await expect(dialog.getByRole('button', { name: 'Run in background' })).toBeFocused(SLOW);
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(strip().getByText('Exporting PDF')).toBeVisible();
  // A second book waits; its own posts and settings are in its dialog.
  await page.keyboard.press('Control+Shift+e');
  await expect(dialog.getByRole('heading', { name: 'Export 1 post to PDF' })).toBeVisible();
  await expect(dialog.getByText(/It begins when the export before it has ended\./)).toBeVisible();
  await answerSaveDialog(join(target, 'harbour.pdf'));
  await dialog.getByRole('button', { name: 'Export PDF' }).click();
  await expect(dialog.getByText('Waiting for the export before it').first()).toBeVisible(SLOW);
  await page.keyboard.press('Escape');
  await expect(strip().getByText('Exporting PDF')).toHaveCount(2);
  // A table does not wait for books.
  await page.keyboard.press('Control+Shift+e');
  await dialog.getByRole('button', { name: 'PDF Format' }).click();
  await page.getByRole('option', { name: 'CSV', exact: true }).click();
  await answerSaveDialog(join(target, 'harbour.csv'));
  await dialog.getByRole('button', { name: 'Export CSV' }).click();
  await expect(dialog.getByText('Exported 1 post')).toBeVisible(SLOW);
  await page.keyboard.press('Escape');
  // The dialog comes back with what the book was started with.
  await strip().getByRole('button', { name: 'Show export' }).first().click();
  await expect(dialog.getByRole('heading', { name: /^Exporting 401 posts to PDF$/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await strip().getByRole('button', { name: 'Cancel export' }).first().click();
  await expect(strip().getByText('Export cancelled')).toBeVisible(SLOW);
  await expect(strip().getByText('Exported 1 post')).toBeVisible(SLOW);
  expect((await readdir(target)).toSorted()).toEqual(['harbour.csv', 'harbour.pdf']);
});

test('an export of another window is followed and ended from this one, without settings that are not its own', async () => {
  await startExport(running, join(target, 'tides.pdf'), { layout: 'merged' });
  const dialog = dialogNow();
  await strip().getByRole('button', { name: 'Show export' }).click();
  await expect(dialog.getByRole('heading', { name: 'Export', exact: true })).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Run in background' })).toBeFocused();
  await expect(dialog.getByRole('radio')).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Cancel export' }).click();
  await expect(dialog.getByText('Export cancelled')).toBeVisible(SLOW);
  await expect(dialog.getByRole('button', { name: 'Back to settings' })).toHaveCount(0);
  await running.page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(strip()).toHaveCount(0);
  expect(await readdir(target)).toEqual([]);
});

test('what is proposed is what it is about, where the last one was put', async () => {
  const { page } = running;
  const dialog = dialogNow();
  await answerSaveDialog(join(target, 'first.csv'));
  await page.keyboard.press('Control+Shift+e');
  await dialog.getByRole('button', { name: 'PDF Format' }).click();
  await page.getByRole('option', { name: 'CSV', exact: true }).click();
  await dialog.getByRole('button', { name: 'Export CSV' }).click();
  await expect(dialog.getByText('Exported 1 post')).toBeVisible(SLOW);
  expect(await readFile(join(target, 'first.csv'), 'utf8')).toContain('The harbour opens');
  await dialog.getByRole('button', { name: 'Back to settings' }).click();
  await expect
    .poll(async () => {
      await dialog.getByRole('button', { name: 'Export CSV' }).click();
      await expect(dialog.getByText('Exported 1 post')).toBeVisible(SLOW);
      await dialog.getByRole('button', { name: 'Back to settings' }).click();
      return proposed();
    }, SLOW)
    .toBe(join(target, 'The harbour opens.csv'));
});

test('a target that cannot be written is named, and another try finds the way', async () => {
  const { page } = running;
  const dialog = dialogNow();
  await answerSaveDialog(join(target, 'no', 'such', 'first.csv'));
  await page.keyboard.press('Control+Shift+e');
  await dialog.getByRole('button', { name: 'PDF Format' }).click();
  await page.getByRole('option', { name: 'CSV', exact: true }).click();
  await dialog.getByRole('button', { name: 'Export CSV' }).click();
  const alert = dialog.getByRole('alert');
  await expect(alert).toContainText(join(target, 'no', 'such'), SLOW);
  const retry = dialog.getByRole('button', { name: 'Retry' });
  await expect(retry).toBeFocused();
  await answerSaveDialog(join(target, 'second.csv'));
  await retry.press('Enter');
  await expect(dialog.getByText('Exported 1 post')).toBeVisible(SLOW);
  expect(await readdir(target)).toEqual(['second.csv']);
});

test('lengths are typed in any unit, brought back into their range, and wrong fields are named', async () => {
  const { page } = running;
  await page.keyboard.press('Control+Shift+e');
  const dialog = dialogNow();
  await dialog.getByRole('button', { name: 'A4 Paper' }).click();
  await page.getByRole('option', { name: 'Custom', exact: true }).click();
  const width = dialog.getByRole('spinbutton', { name: 'Paper width in millimetres' });
  await width.fill('8.5 in');
  await width.press('Enter');
  await expect(width).toHaveValue('215.9');
  await width.fill('２１０');
  await width.press('Tab');
  await expect(width).toHaveValue('210');
  await width.fill('5');
  await expect(width).toHaveAttribute('aria-invalid', 'true');
  await width.press('Enter');
  await expect(width).toHaveValue('60');
  await width.press('ArrowUp');
  await expect(width).toHaveValue('61');
  await dialog.getByText('Wide', { exact: true }).click();
  await expect(dialog.getByText(/^Margins are made smaller/)).toBeVisible();
  const head = dialog.getByRole('textbox', { name: 'Text of the header' });
  await head.fill('{sorce} | {date}');
  await expect(dialog.getByText('{sorce} is no field and stands as written.')).toBeVisible();
  await head.fill('{source} | {date}');
  await expect(dialog.getByText(/is no field/)).toHaveCount(0);
});
