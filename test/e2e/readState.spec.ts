import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { launchApp, type RunningApp } from './launch.ts';
import { atRest } from './measure.ts';
import { ReaderWindow, titleOf, writeNewsArchive } from './newsArchive.ts';
import { makePostFolder, type PostFolder } from './postFolder.ts';

let archive: PostFolder;
let running: RunningApp;
let reader: ReaderWindow;

test.beforeAll(async () => {
  archive = await makePostFolder({});
  await writeNewsArchive(archive.folder);
});
test.afterAll(() => archive.remove());
test.beforeEach(async () => {
  running = await launchApp({ folder: archive.folder });
  reader = new ReaderWindow(running.page);
  await reader.waitForIndex();
});
test.afterEach(() => running.close());

const isUnread = (index: number) => reader.row(titleOf(index)).locator('.dot');

async function markAll(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'List actions' }).click();
  await page.getByRole('menuitem', { name: 'Mark all as read…' }).click();
}

test('a post that is read is marked, one that is flown past is not', async () => {
  const { page } = running;
  await reader.list.focus();
  // By the page itself, a frame after the other: none but the last one stays for the time that reading takes, however
  // slow the test is.
  await page.evaluate(`(async () => {
    for (const key of ['j', 'j', 'j']) {
      document.activeElement.dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
      );
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    }
  })()`);
  await expect(reader.article(titleOf(2))).toBeVisible();
  await expect(isUnread(2)).toHaveCount(0, { timeout: 15_000 });
  await expect(isUnread(0)).toHaveCount(1);
  await expect(isUnread(1)).toHaveCount(1);
});

test('the reader may have posts never marked', async () => {
  const { page } = running;
  await reader.marksByHandOnly();
  await reader.row(titleOf(4)).click();
  await expect(reader.article(titleOf(4))).toBeVisible();
  await page.waitForTimeout(6000);
  await expect(isUnread(4)).toHaveCount(1);
});

test('m marks and unmarks, and Mod+Z takes back what was done last, of whatever kind', async () => {
  const { page } = running;
  await reader.marksByHandOnly();
  await reader.row(titleOf(5)).click();
  await expect(reader.article(titleOf(5))).toBeVisible();
  await page.keyboard.press('m');
  await expect(isUnread(5)).toHaveCount(0);
  await page.keyboard.press('b');
  await expect(reader.bookmark).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(reader.bookmark).toHaveAttribute('aria-pressed', 'false');
  await expect(isUnread(5)).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(isUnread(5)).toHaveCount(1);
  await expect(page.locator('.toast').last()).toContainText('Reading mark undone');
});

test('a mark that came by itself is taken back too, after what the reader did since the post was opened', async () => {
  const { page } = running;
  await reader.row(titleOf(6)).click();
  await expect(reader.article(titleOf(6))).toBeVisible();
  await page.keyboard.press('b');
  await expect(reader.bookmark).toHaveAttribute('aria-pressed', 'true');
  await expect(isUnread(6)).toHaveCount(0, { timeout: 30_000 });
  // Not the mark, although it came later.
  await page.keyboard.press('ControlOrMeta+z');
  await expect(reader.bookmark).toHaveAttribute('aria-pressed', 'false');
  await expect(isUnread(6)).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(isUnread(6)).toHaveCount(1);
  await expect(page.locator('.toast').last()).toContainText('Reading mark undone');
});

test('in a text field Mod+Z is the field’s own', async () => {
  const { page } = running;
  await reader.marksByHandOnly();
  await reader.row(titleOf(5)).click();
  await expect(reader.article(titleOf(5))).toBeVisible();
  await page.keyboard.press('m');
  await expect(isUnread(5)).toHaveCount(0);
  await reader.search.click();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(isUnread(5)).toHaveCount(0);
});

test('all posts of a list are marked after a question, and Undo brings the marks back', async () => {
  const { page } = running;
  await reader.search.fill('供应链');
  await reader.expectTotal(30);
  await markAll(page);
  const dialog = page.getByRole('alertdialog', { name: 'Mark all as read?' });
  await expect(dialog).toContainText('The 30 posts in this list');
  await atRest(page);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  expect(violations).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(isUnread(0)).toHaveCount(1);
  await markAll(page);
  await dialog.getByRole('button', { name: 'Mark as read' }).click();
  await expect(isUnread(0)).toHaveCount(0);
  const toast = page.locator('.toast').last();
  await expect(toast).toContainText('30 posts marked as read');
  await toast.getByRole('button', { name: 'Undo' }).click();
  await expect(isUnread(0)).toHaveCount(1);
});
