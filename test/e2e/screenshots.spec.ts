import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { launchApp, projectFolder, type RunningApp } from './launch.ts';

/**
 * The pictures of the README and of docs/images: the real app on its sample archive, in every theme and both
 * languages. `npm run screenshots` makes them; they are not tests.
 */

const images = join(projectFolder, 'docs', 'images');
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
  const options = { lang, dataDir: join(home, `data-${lang}`), env: { HOME: home } };
  const running = await launchApp(folder === undefined ? options : { ...options, folder });
  await setSize(running, 1440, 900);
  return running;
}

async function setSize({ app, page }: RunningApp, width: number, height: number): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, size) =>
      BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
    { width, height },
  );
  await expect.poll(() => page.evaluate('window.innerWidth')).toBe(width);
}

async function setTheme(running: RunningApp, theme: 'light' | 'sepia' | 'dark'): Promise<void> {
  await running.app.evaluate(
    ({ BrowserWindow }, command) =>
      BrowserWindow.getAllWindows()[0]?.webContents.send('broadsheet-event', 'menu.command', {
        command,
      }),
    `theme-${theme}`,
  );
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

for (const lang of ['en', 'zh'] as const) {
  test(`pictures in ${lang}`, async () => {
    test.setTimeout(180_000);
    const welcome = await start(lang);
    await setTheme(welcome, 'light');
    await shoot(welcome.page, `welcome-light-${lang}`);
    await welcome.close();

    const running = await start(lang, archive);
    const { page } = running;
    await expect(page.getByRole('option').first()).toBeVisible();
    await search(page, '灯塔');
    for (const theme of ['light', 'sepia', 'dark'] as const) {
      await setTheme(running, theme);
      await shoot(page, `main-${theme}-${lang}`);
    }
    await setTheme(running, 'light');
    await setSize(running, 1024, 700);
    await shoot(page, `narrow-light-${lang}`);
    await setSize(running, 1440, 900);
    await page.getByRole('listbox').focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+e');
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.waitForTimeout(1_500);
    await shoot(page, `export-light-${lang}`);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^1 problem|^1个问题/ }).click();
    await setTheme(running, 'dark');
    await shoot(page, `problems-dark-${lang}`);
    await running.close();
  });
}
