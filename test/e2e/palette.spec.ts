import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { expectNoViolations } from './axeInThemes.ts';
import { launchApp, type RunningApp } from './launch.ts';
import { removeFolder } from './removeFolder.ts';
import { setWindowSize } from './windowSize.ts';

/** Posts of the archive: title, source, tags. */
const posts = [
  ['银行支持供应链 白名单扩围', '新华日报', ['金融', '供应链']],
  ['重庆港口昼夜作业', '重庆日报', ['长江', '供应链']],
  ['行政审批提速', '新华日报', ['政策']],
  ['Export orders recover', 'Harbour Daily', ['trade']],
  ['A quiet week at the mill', 'Harbour Daily', ['letters']],
] as const;

let home: string;
let running: RunningApp;
let page: Page;

const field = (): Locator => page.getByRole('combobox', { name: /^(Command palette|命令面板)$/ });
const lines = (): Locator => page.getByRole('listbox', { name: /^(Command palette|命令面板)$/ });
const line = (name: string | RegExp): Locator => lines().getByRole('option', { name });
const list = (): Locator => page.getByRole('listbox', { name: 'Posts' });
const recentPosts = (): Locator =>
  lines().getByRole('group', { name: 'Recent posts' }).getByRole('option');
const chosen = (): Locator => lines().getByRole('option', { selected: true });

async function writeArchive(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [at, [title, source, tags]] of posts.entries()) {
    const head = `title: "${title}"\nsource: ${source}\ntags: [${tags.join(', ')}]\ndate: 2024-05-0${at + 1}`;
    await writeFile(
      join(folder, `post-${at}.md`),
      `---\n${head}\n---\n正文第${at}篇，the mill and the harbour.\n`,
    );
  }
}

async function open(): Promise<void> {
  // Its key closes one that is still there.
  await expect(field()).toHaveCount(0);
  await page.keyboard.press('Control+k');
  await expect(field()).toBeFocused();
}

test.beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'broadsheet-palette-'));
  await writeArchive(join(home, 'river'));
  await writeArchive(join(home, 'mountain'));
});
test.afterAll(() => removeFolder(home));

test.beforeEach(async () => {
  running = await launchApp({ folder: join(home, 'river') });
  ({ page } = running);
  await expect(list().getByRole('option')).toHaveCount(posts.length);
});
test.afterEach(() => running.close());

test('opens by its key and its button, and gives the focus back', async () => {
  await list().focus();
  await open();
  await page.keyboard.press('Escape');
  await expect(field()).toHaveCount(0);
  await expect(list()).toBeFocused();
  await open();
  await page.keyboard.press('Control+k');
  await expect(field()).toHaveCount(0);
  // The button stands where there is room for it.
  await setWindowSize(running, 1440, 900);
  const button = page.getByRole('button', { name: /^Commands/ });
  await expect(button).toHaveAttribute('aria-keyshortcuts', 'Control+K');
  await button.click();
  await expect(field()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(button).toBeFocused();
});

test('a source is found by its initials, its pinyin, or both mixed, and narrows the list', async () => {
  await open();
  for (const typed of ['xhrb', 'xinhua', '新hrb', '新华']) {
    await field().fill(typed);
    await expect(chosen()).toHaveText(/新华日报.*2 posts/);
  }
  await expect(chosen().locator('em')).toHaveText('新华');
  await page.keyboard.press('Enter');
  await expect(list().getByRole('option')).toHaveCount(2);
  await expect(list()).toBeFocused();
});

test('characters of several readings are found by each', async () => {
  await open();
  await field().fill('yhzc');
  await expect(chosen()).toContainText('银行支持供应链');
  await field().fill('xzsp');
  await expect(chosen()).toContainText('行政审批提速');
  await field().fill('cqgk');
  await expect(chosen()).toContainText('重庆港口昼夜作业');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('article', { name: '重庆港口昼夜作业' })).toBeVisible();
});

test('prefixes show one kind alone', async () => {
  await open();
  await field().fill('#gyl');
  await expect(lines().getByRole('group')).toHaveCount(1);
  await expect(chosen()).toHaveText(/供应链.*2 posts/);
  await field().fill('@');
  await expect(lines().getByRole('option')).toHaveCount(3);
  await field().fill('>dark');
  await expect(chosen()).toContainText('Theme: dark');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  // What was run last comes first when nothing is typed.
  await open();
  await expect(lines().getByRole('group', { name: 'Recent commands' })).toContainText(
    'Theme: dark',
  );
});

test('searches all posts by Mod+Enter with a live count, and finds inside the open post', async () => {
  await list().getByRole('option', { name: 'A quiet week at the mill' }).click();
  await open();
  await field().fill('mill');
  const all = line(/^Search all posts for “mill”/);
  await expect(all).toContainText('5 posts');
  await line(/^Find “mill” in this post/).click();
  const find = page.getByRole('textbox', { name: /find/i });
  await expect(find).toHaveValue('mill');
  await open();
  await field().fill('harbour');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('combobox', { name: 'Search posts' })).toHaveValue('harbour');
  await expect(list()).toBeFocused();
});

test('nothing found leads on to searching', async () => {
  await open();
  await field().fill('>zzzzq');
  await expect(page.getByText('No command matches. Search all posts instead.')).toBeVisible();
  await expect(chosen()).toContainText('Search all posts for “zzzzq”');
});

test('arrows go round, the pointer chooses, what cannot run says why and does not', async () => {
  await open();
  await field().fill('export this');
  const off = line(/^Export this post…/);
  await expect(off).toContainText('Open a post first');
  await expect(off).toHaveAttribute('aria-disabled', 'true');
  await off.click({ force: true });
  await expect(field()).toBeVisible();
  await field().fill('theme');
  const first = await chosen().textContent();
  await page.keyboard.press('ArrowUp');
  await expect(chosen()).toContainText('Search all posts');
  await page.keyboard.press('ArrowDown');
  await expect(chosen()).toHaveText(first ?? '');
  const active = await field().getAttribute('aria-activedescendant');
  await expect(chosen()).toHaveAttribute('id', active ?? '');
});

test('Enter that accepts what an input method composes runs nothing', async () => {
  await open();
  await field().fill('theme dark');
  await field().dispatchEvent('keydown', { key: 'Enter', isComposing: true, cancelable: true });
  await expect(field()).toBeVisible();
  await expect(page.locator('html')).not.toHaveAttribute('data-theme', 'dark');
});

test('posts that were open come first, also after a restart', async () => {
  test.setTimeout(180_000);
  // Goes with the rest: Chromium writes into it as long as the app runs.
  const dataDir = join(home, 'data');
  await running.close();
  running = await launchApp({ folder: join(home, 'river'), dataDir });
  ({ page } = running);
  await list().getByRole('option', { name: 'Export orders recover' }).click();
  await expect(page.getByRole('article', { name: 'Export orders recover' })).toBeVisible();
  // It counts as opened when it stays for a moment.
  await page.waitForTimeout(1500);
  await list().getByRole('option', { name: '行政审批提速' }).click();
  await open();
  await expect(recentPosts().first()).toContainText('Export orders recover');
  await page.keyboard.press('Escape');
  await page.waitForTimeout(1500);
  await running.close();
  running = await launchApp({ dataDir });
  ({ page } = running);
  await expect(page.getByRole('article', { name: '行政审批提速' })).toBeVisible();
  await open();
  await expect(recentPosts().first()).toContainText('Export orders recover');
});

test('archives are switched from the palette and by Mod and a digit, each with its place', async () => {
  const search = page.getByRole('combobox', { name: 'Search posts' });
  await search.fill('审批');
  await expect(list().getByRole('option')).toHaveCount(1);
  await list().getByRole('option').click();
  await running.app.evaluate(
    ({ dialog }, folder) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [folder] });
    },
    join(home, 'mountain'),
  );
  await page.keyboard.press('Control+o');
  await expect(page.getByRole('button', { name: /mountain/ })).toBeVisible();
  await expect(list().getByRole('option')).toHaveCount(posts.length);
  await open();
  await field().fill('rive');
  await expect(chosen()).toContainText('river');
  await page.keyboard.press('Enter');
  await expect(search).toHaveValue('审批');
  await expect(list().getByRole('option')).toHaveCount(1);
  await expect(page.getByRole('article', { name: '行政审批提速' })).toBeVisible();
  // The switcher numbers them in the order it lists them.
  await page.getByRole('button', { name: /river/ }).click();
  const mountain = page
    .getByRole('menu')
    .getByText('mountain')
    .locator('xpath=ancestor::*[starts-with(@role,"menuitem")]');
  await expect(mountain).toContainText('Ctrl+1');
  await page.keyboard.press('Escape');
  await expect(mountain).toHaveCount(0);
  await page.keyboard.press('Control+1');
  await expect(page.getByRole('button', { name: /mountain/ })).toBeVisible();
  await expect(search).toHaveValue('');
});

for (const lang of ['en', 'zh'] as const) {
  test(`the palette is free of accessibility faults in every theme (${lang})`, async () => {
    test.setTimeout(240_000);
    const own = await launchApp({ folder: join(home, 'river'), lang });
    const palette = own.page.getByRole('combobox', { name: /^(Command palette|命令面板)$/ });
    await expect(own.page.getByRole('option')).toHaveCount(posts.length);
    await expectNoViolations(own, ['.pal'], async () => {
      await own.page.keyboard.press('Control+k');
      await palette.fill('e');
      await expect(own.page.locator('.pal [role="option"]').first()).toBeVisible();
      return () => own.page.keyboard.press('Escape');
    });
    await own.close();
  });
}

test('says how many selected posts a command is about', async () => {
  await list().focus();
  await page.keyboard.press('Control+a');
  await expect(page.getByText('5 selected').first()).toBeVisible();
  await open();
  await page.keyboard.insertText('>export posts');
  await expect(line(/5 selected/)).toBeVisible();
});
