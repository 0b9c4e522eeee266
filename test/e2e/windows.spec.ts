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

async function open(index: number): Promise<void> {
  await reader.row(titleOf(index)).click();
  await expect(reader.article(titleOf(index))).toBeVisible();
}

/** Opens the open post in a window of its own. */
async function openInWindow(): Promise<Page> {
  const [page] = await Promise.all([
    running.app.waitForEvent('window'),
    running.page.keyboard.press('ControlOrMeta+Enter'),
  ]);
  return page;
}

const article = (page: Page, index: number) =>
  page.getByRole('article', { name: titleOf(index), exact: true });

test('a post opens in a window of its own, with its tools and without a list', async () => {
  await open(0);
  const own = await openInWindow();
  await expect(article(own, 0)).toBeVisible();
  await expect(own).toHaveTitle(new RegExp(`^${titleOf(0)} - `, 'u'));
  await expect(own.getByRole('listbox')).toHaveCount(0);
  await expect(own.getByRole('button', { name: 'Next post' })).toHaveCount(0);
  await atRest(own);
  const { violations } = await new AxeBuilder({ page: own }).setLegacyMode(true).analyze();
  expect(violations).toEqual([]);
  await own.keyboard.press('ControlOrMeta+f');
  await expect(own.getByRole('textbox', { name: 'Find in post' })).toBeFocused();
  const folder = process.env['PLACE_PICTURES'];
  if (folder !== undefined) await own.screenshot({ path: `${folder}/reader.png` });
});

test('the same post comes to the front; another one gets another window', async () => {
  await open(0);
  await openInWindow();
  await running.page.keyboard.press('ControlOrMeta+Enter');
  await open(2);
  const other = await openInWindow();
  await expect(article(other, 2)).toBeVisible();
  expect(running.app.windows()).toHaveLength(3);
  const places = await running.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => window.getPosition().join()),
  );
  expect(new Set(places).size).toBe(places.length);
});

test('marks made in one window show in the other, and so do settings', async () => {
  await open(0);
  const own = await openInWindow();
  await expect(article(own, 0)).toBeVisible();
  await own.keyboard.press('b');
  await expect(own.getByRole('button', { name: 'Bookmark', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await expect(reader.bookmark).toHaveAttribute('aria-pressed', 'true');
  await expect(reader.row(titleOf(0)).locator('.star')).toHaveClass(/on/u);
  await own.keyboard.press('ControlOrMeta+=');
  await expect
    .poll(() =>
      running.page.evaluate("document.documentElement.style.getPropertyValue('--read-size')"),
    )
    .toBe('18px');
});

test('it has the walls of the main window: no Node, no way to open or lead elsewhere', async () => {
  await open(0);
  const own = await openInWindow();
  await expect(article(own, 0)).toBeVisible();
  const found = await own.evaluate(`({
    node: typeof window.require,
    process: typeof window.process,
    bridge: Object.keys(window.archive).toSorted(),
    opened: window.open('https://elsewhere.example/') === null,
  })`);
  expect(found).toEqual({
    node: 'undefined',
    process: 'undefined',
    bridge: ['call', 'pathOfDropped', 'subscribe'],
    opened: true,
  });
  const preferences = await running.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => {
      const read: unknown = Reflect.get(window.webContents, 'getLastWebPreferences');
      const kept: unknown = typeof read === 'function' ? read.call(window.webContents) : null;
      if (typeof kept !== 'object' || kept === null) return [];
      return ['sandbox', 'contextIsolation', 'nodeIntegration', 'webviewTag'].map((name): unknown =>
        Reflect.get(kept, name),
      );
    }),
  );
  expect(preferences).toEqual([
    [true, true, false, false],
    [true, true, false, false],
  ]);
  await own.evaluate("void (location.href = 'https://elsewhere.example/')");
  await expect
    .poll(() =>
      running.app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows().map((window) => window.webContents.getURL()),
      ),
    )
    .toEqual(['app://broadsheet/index.html', 'app://broadsheet/index.html']);
});

test('a window for an archive that is not there is refused with a sentence', async () => {
  const answer = await running.page.evaluate(
    "window.archive.call('window.openPost', { archiveId: '0123456789abcdef', path: 'gone.md' })",
  );
  expect(answer).toMatchObject({ ok: false, error: { code: 'not-found' } });
  expect(running.app.windows()).toHaveLength(1);
});

test('it closes with its own key, and the main window goes on', async () => {
  await open(0);
  const own = await openInWindow();
  await expect(article(own, 0)).toBeVisible();
  await own.close();
  await running.page.keyboard.press('j');
  await expect(article(running.page, 1)).toBeVisible();
});

test('two posts stand side by side: the right one stays, the left one follows the list', async () => {
  const { page } = running;
  await page.setViewportSize({ width: 1440, height: 900 });
  await open(0);
  await page.keyboard.press('Alt+Enter');
  const left = page.getByRole('main', { name: 'Post' });
  const right = page.getByRole('region', { name: 'Second post' });
  await expect(right.getByRole('article', { name: titleOf(0) })).toBeVisible();
  await page.keyboard.press('j');
  await expect(left.getByRole('article', { name: titleOf(1) })).toBeVisible();
  await expect(right.getByRole('article', { name: titleOf(0) })).toBeVisible();
  // F6 goes through both.
  await left.locator('.paper').focus();
  await page.keyboard.press('F6');
  await expect(right.locator('.paper')).toBeFocused();
  // Keys are about the post that has the focus.
  await page.keyboard.press('b');
  await expect(reader.row(titleOf(0)).locator('.star')).toHaveClass(/on/u);
  await expect(left.getByRole('button', { name: 'Bookmark', exact: true })).toHaveAttribute(
    'aria-pressed',
    'false',
  );
  await page.keyboard.press('ControlOrMeta+f');
  await expect(right.getByRole('textbox', { name: 'Find in post' })).toBeFocused();
  await page.keyboard.press('Escape');
  await atRest(page);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  expect(violations).toEqual([]);
  const folder = process.env['PLACE_PICTURES'];
  if (folder !== undefined) await page.screenshot({ path: `${folder}/compare.png` });
  await right.getByRole('button', { name: 'Swap sides' }).click();
  await expect(left.getByRole('article', { name: titleOf(0) })).toBeVisible();
  await expect(right.getByRole('article', { name: titleOf(1) })).toBeVisible();
  await left.locator('.paper').focus();
  await page.keyboard.press('Alt+Enter');
  await expect(right).toHaveCount(0);
});

test('where there is no room for two posts, the second one gets a window', async () => {
  const { page } = running;
  await page.setViewportSize({ width: 1100, height: 700 });
  await open(0);
  const [own] = await Promise.all([
    running.app.waitForEvent('window'),
    page.keyboard.press('Alt+Enter'),
  ]);
  await expect(article(own, 0)).toBeVisible();
});
