import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { sendCommand } from './axeInThemes.ts';
import { launchApp, projectFolder, type RunningApp } from './launch.ts';
import { markPassages } from './marks.ts';
import { missingFonts, pinnedFonts } from './pinnedFonts.ts';
import { setWindowSize } from './windowSize.ts';

/**
 * The pictures of the README and of docs/images: the real app on its sample archive, in every theme and both
 * languages. `npm run screenshots` makes them; they are not tests.
 */

const images = join(projectFolder, 'docs', 'images');
/** The fonts of the machine where those of the pictures are not there. */
const fonts = missingFonts() === null ? pinnedFonts : {};
let home: string;
let archive: string;

test.beforeAll(() => {
  mkdirSync(images, { recursive: true });
  home = mkdtempSync(join(tmpdir(), 'broadsheet-home-'));
  archive = join(home, 'Archives', 'jiangting');
  cpSync(join(projectFolder, 'resources', 'sample-archive'), archive, { recursive: true });
});

test.afterAll(() => rmSync(home, { recursive: true, force: true }));

async function start(lang: 'en' | 'zh', folder?: string): Promise<RunningApp> {
  const options = { lang, dataDir: join(home, `data-${lang}`), env: { HOME: home, ...fonts } };
  const running = await launchApp(folder === undefined ? options : { ...options, folder });
  await setWindowSize(running, 1440, 900);
  return running;
}

async function setTheme(running: RunningApp, theme: 'light' | 'sepia' | 'dark'): Promise<void> {
  await sendCommand(running, `theme-${theme}`);
  await expect(running.page.locator('html')).toHaveAttribute('data-theme', theme);
}

async function shoot(page: Page, name: string): Promise<void> {
  // Hover states and focus left by the last click do not belong in a picture.
  await page.mouse.move(1000, 500);
  await page.waitForTimeout(600);
  await page.screenshot({ path: join(images, `${name}.png`) });
}

async function search(page: Page, text: string): Promise<void> {
  await page.locator('[data-search]').fill(text);
  await page.waitForTimeout(600);
  await page.getByRole('option').first().click();
  await expect(page.getByRole('article')).toBeVisible();
}

const LAMP = '停了九年的灯又亮了 ——鹭嘴灯塔修缮完工首夜记';
const LENS = '一块玻璃怎样把灯光送出十八海里';

/** What a reader has marked, so that there is something to see. */
async function mark({ page }: RunningApp): Promise<void> {
  await expect(page.getByRole('option').first()).toBeVisible();
  await expect(page.locator('.foot')).toContainText(/Index up to date|索引已是最新/u);
  const note = '停灯是在2015年，隔了九年。查一查当年的值班日志。';
  const passages = () =>
    markPassages(page, [
      { title: LAMP, quote: '大家只是听说今晚要试灯，就来了。', pen: 'yellow', note },
      { title: LAMP, quote: '光又转了回来', pen: 'blue', note: null },
      { title: LENS, quote: '怎样让光别走错路', pen: 'green', note: null },
    ]);
  // The window's own search may take the place of this one, before anything is marked.
  await expect(passages).toPass();
}

interface Layer {
  readonly command: 'palette' | 'settings';
  readonly shown: string;
  readonly name: string;
  readonly typed: string;
}

/** A layer that a command brings: shown, taken, put away with Escape. */
async function shootLayer(running: RunningApp, layer: Layer): Promise<void> {
  const { page } = running;
  const { command, shown, name, typed } = layer;
  await sendCommand(running, command);
  await expect(page.locator(shown)).toBeVisible();
  if (typed !== '') await page.keyboard.insertText(typed);
  await shoot(page, name);
  await page.keyboard.press('Escape');
  await expect(page.locator(shown)).toHaveCount(0);
}

for (const lang of ['en', 'zh'] as const) {
  test(`pictures in ${lang}`, async () => {
    test.setTimeout(240_000);
    const welcome = await start(lang);
    await setTheme(welcome, 'light');
    await shoot(welcome.page, `welcome-light-${lang}`);
    await welcome.close();

    const running = await start(lang, archive);
    const { page } = running;
    await mark(running);
    await search(page, '灯塔');
    for (const theme of ['light', 'sepia', 'dark'] as const) {
      await setTheme(running, theme);
      await shoot(page, `main-${theme}-${lang}`);
    }
    await setTheme(running, 'light');
    const typed = lang === 'en' ? 'export' : 'daochu';
    await shootLayer(running, {
      command: 'palette',
      shown: '.pal',
      name: `palette-light-${lang}`,
      typed,
    });
    await shootLayer(running, {
      command: 'settings',
      shown: '.settings-dlg',
      name: `settings-light-${lang}`,
      typed: '',
    });
    await setWindowSize(running, 1024, 700);
    await shoot(page, `narrow-light-${lang}`);
    await setWindowSize(running, 1440, 900);
    await page.getByRole('listbox', { name: /^(Posts|文章)$/u }).focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+e');
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.waitForTimeout(1_500);
    await shoot(page, `export-light-${lang}`);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await sendCommand(running, 'trends');
    await expect(page.locator('.tr table').first()).toBeVisible();
    await shoot(page, `trends-light-${lang}`);
    await sendCommand(running, 'trends');
    await page.getByRole('button', { name: /^1 problem|^1个问题/u }).click();
    await setTheme(running, 'dark');
    await shoot(page, `problems-dark-${lang}`);
    await setTheme(running, 'light');
    await page.getByRole('button', { name: /^1 problem|^1个问题/u }).click();
    await page.locator('[data-search]').fill('');
    await page.locator('[data-search]').press('Escape');
    await sendCommand(running, 'list-highlighted');
    await expect(page.locator('.hl-page [role="row"]').first()).toBeVisible();
    await shoot(page, `highlights-light-${lang}`);
    await running.close();
  });
}
