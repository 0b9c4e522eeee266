import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { launchApp, type RunningApp } from './launch.ts';
import { atRest } from './measure.ts';
import { makePostFolder, type PostFolder } from './postFolder.ts';

const files = {
  '_posts/2024-05-01-tide.md':
    '---\ntitle: The tide table\ndate: 2024-05-01 08:00:00 +0800\nsource: Harbour Daily\nauthor: Ann Smith\npermalink_origin: x\nurl: https://harbour.example/tide\n---\n\nThe water rose by three metres.\n',
  '_posts/2024-05-02-chao.md':
    '---\ntitle: 海塘加固完工 ——守塘人的账本\ndate: 2024-05-02 08:00:00 +0800\nsource: 潮声晚报\nauthor: 张三\n---\n\n水涨一尺，塘高一丈。守塘人说，今年的账记满了三本。\n',
};

let archive: PostFolder;
let running: RunningApp;

test.beforeAll(async () => {
  archive = await makePostFolder(files);
});
test.afterAll(() => archive.remove());
test.beforeEach(async () => {
  running = await launchApp({ folder: archive.folder });
  await expect(running.page.getByRole('option', { name: 'The tide table' })).toBeVisible();
});
test.afterEach(() => running.close());

const clipboard = (): Promise<string> =>
  running.app.evaluate(async ({ clipboard: system }) => system.readText());

async function open(title: string): Promise<void> {
  await running.page.getByRole('option', { name: title }).click();
  await expect(running.page.getByRole('article', { name: title })).toBeVisible();
}

test('the quote button copies a citation in the style chosen, and keeps that style', async () => {
  const { page } = running;
  await open('The tide table');
  await page.getByRole('button', { name: 'Copy citation' }).click();
  const popover = page.getByRole('menu', { name: 'Copy citation as' });
  await expect(popover).toBeVisible();
  await atRest(page);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  expect(violations).toEqual([]);
  await popover.getByRole('menuitemradio', { name: 'APA' }).click();
  await expect(page.locator('.toast')).toContainText('Citation copied (APA)');
  expect(await clipboard()).toBe(
    'Smith, A. (2024, May 1). The tide table. Harbour Daily. https://harbour.example/tide',
  );
  await page.getByRole('button', { name: 'Copy citation' }).click();
  await expect(
    popover.getByRole('menuitemradio', { name: 'APA' }).locator('.menu-check svg'),
  ).toBeVisible();
  // Said as well as drawn.
  await expect(popover.getByRole('menuitemradio', { name: 'APA' })).toBeChecked();
  await expect(popover.getByRole('menuitemradio', { checked: true })).toHaveCount(1);
});

test('several ticked posts are cited at once', async () => {
  const { page } = running;
  for (const row of await page.getByRole('option').all()) {
    await row.locator('[data-act="tick"]').click();
  }
  const bar = page.getByRole('toolbar', { name: 'Selected posts' });
  await bar.getByRole('button', { name: 'Copy citation' }).click();
  await page.getByRole('menuitemradio', { name: 'GB/T 7714' }).click();
  await expect(page.locator('.toast')).toContainText('2 citations copied (GB/T 7714)');
  const lines = (await clipboard()).split('\n');
  expect(lines[0]).toMatch(
    /^\[1\] 张三\. 海塘加固完工: 守塘人的账本\[N\]\. 潮声晚报, 2024-05-02\. /u,
  );
  expect(lines[1]).toMatch(
    /^\[2\] SMITH A\. The tide table\[N\/OL\]\. Harbour Daily, 2024-05-01\[/u,
  );
});

test('a passage is copied with its source, by key', async () => {
  const { page } = running;
  await open('海塘加固完工 ——守塘人的账本');
  await page.locator('.post-body p').first().selectText();
  await page.keyboard.press('ControlOrMeta+Shift+c');
  await expect(page.locator('.toast')).toContainText('Copied with its source');
  expect(await clipboard()).toBe(
    '水涨一尺，塘高一丈。守塘人说，今年的账记满了三本。\n——《海塘加固完工 ——守塘人的账本》，潮声晚报，2024-05-02\n_posts/2024-05-02-chao.md',
  );
});

test('the menu says why there is no original to open', async () => {
  const { page } = running;
  await open('海塘加固完工 ——守塘人的账本');
  await page
    .getByRole('toolbar', { name: 'Post tools' })
    .getByRole('button', { name: 'More' })
    .click();
  const entry = page.getByRole('menuitem', { name: /Open original in browser/u });
  await expect(entry).toHaveAttribute('aria-disabled', 'true');
  await expect(entry).toContainText('This post has no address');
});

test('diagnostics hold numbers and settings, and nothing of what is read', async () => {
  const { page, app } = running;
  await open('The tide table');
  await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.webContents.send('broadsheet-event', 'menu.command', { command: 'copy-diagnostics' });
  });
  await expect(page.locator('.toast')).toContainText('Diagnostics copied');
  const text = await clipboard();
  expect(text).toContain('Electron ');
  expect(text).toContain('1: 2 posts, present');
  expect(text).not.toContain('tide');
  expect(text).not.toContain(archive.folder);
});
