import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { sendCommand } from './axeInThemes.ts';
import { launchApp, projectFolder, type RunningApp } from './launch.ts';
import { markPassages } from './marks.ts';
import { missingFonts, pinnedFonts } from './pinnedFonts.ts';
import { makePostFolder } from './postFolder.ts';
import { timeArchive } from './timeArchive.ts';
import { selectParagraph, tellIndexed, tellIndexing } from './windowStates.ts';
import { setWindowSize } from './windowSize.ts';

/**
 * The main states as pictures, compared with those of test/e2e/baselines: spacing, colours and type that no other test
 * speaks of. `npm run screenshots -- --baselines` makes them anew after a change that is meant.
 */

const reason = missingFonts();
if (reason !== null) process.stdout.write(`visual.spec.ts is skipped: ${reason}\n`);
test.skip(reason !== null, reason ?? '');
test.setTimeout(240_000);

type Theme = 'light' | 'sepia' | 'dark';

let home: string;
test.beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'broadsheet-visual-'));
});
test.afterAll(() => rmSync(home, { recursive: true, force: true }));

async function start(lang: 'en' | 'zh', folder?: string): Promise<RunningApp> {
  const dataDir = mkdtempSync(join(home, 'data-'));
  const env = { ...pinnedFonts, HOME: home };
  const options = { lang, dataDir, env };
  const running = await launchApp(folder === undefined ? options : { ...options, folder });
  await setWindowSize(running, 1240, 760);
  await running.page.emulateMedia({ reducedMotion: 'reduce' });
  // Not by the page: its policy takes no style from there.
  await running.app.evaluate(
    ({ BrowserWindow }, css) => BrowserWindow.getAllWindows()[0]?.webContents.insertCSS(css),
    readFileSync(join(projectFolder, 'test', 'e2e', 'visual.css'), 'utf8'),
  );
  return running;
}

async function setTheme(running: RunningApp, theme: Theme): Promise<void> {
  await sendCommand(running, `theme-${theme}`);
  await expect(running.page.locator('html')).toHaveAttribute('data-theme', theme);
}

/** Takes the pointer to where nothing answers to it, and compares the window, or a part of it. */
async function expectPicture(
  { page }: RunningApp,
  name: string,
  part: Locator | Page = page,
): Promise<void> {
  await page.mouse.move(1, 1);
  await expect(page.locator('.tooltip')).toHaveCount(0);
  // `expect` is told apart by what it is given.
  if ('goto' in part) await expect(part).toHaveScreenshot(`${name}.png`);
  else await expect(part).toHaveScreenshot(`${name}.png`);
}

const TITLE = '一块玻璃怎样把灯光送出十八海里';

/** The sample archive, searched and filtered, with a highlighted post open and two rows ticked. */
async function openSearch(lang: 'en' | 'zh'): Promise<RunningApp> {
  const folder = join(home, `archives-${lang}`, 'jiangting');
  cpSync(join(projectFolder, 'resources', 'sample-archive'), folder, { recursive: true });
  const running = await start(lang, folder);
  const { page } = running;
  await expect(page.getByRole('option').first()).toBeVisible();
  await expect(page.locator('.foot')).toContainText(/Index up to date|索引已是最新/u);
  const passages = () =>
    markPassages(page, [
      {
        title: TITLE,
        quote: '编辑部这两个月收到不少读者来信',
        pen: 'yellow',
        note: '来信存在哪里？',
      },
      { title: TITLE, quote: '光别走错路', pen: 'green', note: null },
    ]);
  // The window's own search may take the place of this one, before anything is marked.
  await expect(passages).toPass();
  await page.locator('[data-search]').fill('灯塔 date:2021..2024');
  await page.keyboard.press('Enter');
  await expect(page.locator('.chips li.chip')).toHaveCount(1);
  await page.getByRole('option', { name: TITLE }).click();
  await expect(page.locator('.note')).toBeVisible();
  for (const place of [0, 2]) {
    await page.getByRole('option').nth(place).locator('[data-act="tick"]').click();
  }
  await expect(page.locator('.bulk')).toBeVisible();
  return running;
}

/** A file is dragged over the window; runs in the page. */
const DRAG_OVER = `
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File(['text'], 'post.md'));
  window.dispatchEvent(new DragEvent('dragover', { dataTransfer, cancelable: true }));
`;

test('first screen, and a folder over it', async () => {
  const running = await start('en');
  await setTheme(running, 'light');
  await expect(running.page.locator('section.recent')).toBeVisible();
  await expectPicture(running, 'welcome-light-en');
  await setTheme(running, 'dark');
  await running.page.evaluate(DRAG_OVER);
  await expectPicture(running, 'welcome-over-dark-en');
  await running.close();
});

test('reading, in the themes', async () => {
  const running = await openSearch('en');
  const { page } = running;
  await setTheme(running, 'sepia');
  await selectParagraph(page, 1);
  await expectPicture(running, 'selection-sepia-en');
  await page.keyboard.press('Escape');
  await setTheme(running, 'light');
  await sendCommand(running, 'toggle-problems');
  await expect(page.locator('.panel')).toBeVisible();
  await expectPicture(running, 'problems-light-en', page.locator('.panel'));
  await sendCommand(running, 'toggle-problems');
  await tellIndexing(running, 4_200, 12_000);
  await expect(page.locator('.strip')).toBeVisible();
  await expectPicture(running, 'indexing-light-en', page.locator('.strip'));
  await tellIndexed(running);
  await setWindowSize(running, 1024, 700);
  await expectPicture(running, 'narrow-light-en');
  await running.close();
});

test('what lies over the panes', async () => {
  const running = await openSearch('en');
  const { page } = running;
  await setTheme(running, 'light');
  await page.locator('.chip.add').click();
  await expect(page.locator('.filter-pop')).toBeVisible();
  await expectPicture(running, 'filter-light-en', page.locator('.filter-pop'));
  await page.keyboard.press('Escape');
  await expect(page.locator('.filter-pop')).toHaveCount(0);
  await sendCommand(running, 'palette');
  const lines = page.locator('.pal [role="option"]');
  await expect(lines.first()).toBeVisible();
  await page.locator('.pal input').fill('export');
  await expect(lines.nth(6)).toBeVisible();
  await page.locator('.pal input').press('Home');
  await expect(lines.first()).toHaveAttribute('aria-selected', 'true');
  await expectPicture(running, 'palette-light-en', page.locator('.pal'));
  await page.keyboard.press('Escape');
  await expect(page.locator('.pal')).toHaveCount(0);
  await sendCommand(running, 'settings');
  await page.locator('.settings-dlg').getByRole('tab').nth(1).click();
  await expectPicture(running, 'settings-light-en', page.locator('.settings-dlg'));
  await page.keyboard.press('Escape');
  await expect(page.locator('.settings-dlg')).toHaveCount(0);
  await sendCommand(running, 'export-selection');
  await expect(page.locator('.exp .form')).toBeVisible();
  await expectPicture(running, 'export-light-en', page.locator('.exp'));
  await running.close();
});

test('in Chinese', async () => {
  const running = await openSearch('zh');
  const { page } = running;
  await setTheme(running, 'light');
  await sendCommand(running, 'find-in-post');
  await page.locator('.find input').first().fill('透镜');
  await expect(page.locator('.find')).toContainText('第1处');
  await expectPicture(running, 'find-light-zh');
  await setTheme(running, 'dark');
  await expectPicture(running, 'find-dark-zh');
  await page.locator('.find input').first().press('Escape');
  await setTheme(running, 'light');
  await page.locator('.lh .ib').last().click();
  await expect(page.locator('.rows.compact')).toBeVisible();
  await expectPicture(running, 'compact-light-zh', page.locator('.list'));
  await sendCommand(running, 'list-highlighted');
  await expect(page.locator('.hl-page [role="row"]').first()).toBeVisible();
  await expectPicture(running, 'highlights-light-zh');
  await running.close();
});

test('trends', async () => {
  const posts = await makePostFolder(timeArchive());
  // Its name and its place are on the picture.
  const folder = join(home, 'press');
  renameSync(posts.folder, folder);
  const running = await start('en', folder);
  const { page } = running;
  await expect(page.locator('.foot')).toContainText('Index up to date', { timeout: 60_000 });
  await page.locator('[data-search]').fill('供应链');
  await page.keyboard.press('Enter');
  await expect(page.locator('.lh .cnt')).toContainText('366');
  await sendCommand(running, 'trends');
  await expect(page.locator('.tr table').first()).toBeVisible();
  await setTheme(running, 'light');
  await expectPicture(running, 'trends-light-en');
  await setTheme(running, 'dark');
  await expectPicture(running, 'trends-dark-en');
  await running.close();
});
