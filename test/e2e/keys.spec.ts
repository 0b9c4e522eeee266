import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { commandRows } from '../../src/shared/commands/commands.ts';
import { expectNoViolations, sendCommand } from './axeInThemes.ts';
import { launchApp, type RunningApp } from './launch.ts';
import { removeFolder } from './removeFolder.ts';

let home: string;
let running: RunningApp;
let page: Page;

const list = (): Locator => page.getByRole('listbox', { name: 'Posts' });
const article = (title: string): Locator => page.getByRole('article', { name: title });
const search = (): Locator => page.getByRole('combobox', { name: 'Search posts' });
const settings = (): Locator => page.getByRole('dialog', { name: /^(Settings|设置)$/ });
const sheet = (): Locator =>
  page.getByRole('dialog', { name: /^(Keyboard shortcuts|键盘快捷键)$/ });

/** A row of the keyboard settings, by its command. */
const rowOf = (name: string): Locator =>
  settings()
    .getByRole('listitem')
    .filter({ has: page.getByText(name, { exact: true }) });

/** A key press as a keyboard of another layout sends it. */
const pressOnLayout = (key: string, code: string): Promise<void> =>
  page.locator(':focus').dispatchEvent('keydown', { key, code, cancelable: true });

/** The accelerator that the native menu shows beside a command; null when none. */
const accelerator = (id: string): Promise<string | null> =>
  running.app.evaluate(
    ({ Menu }, wanted) => Menu.getApplicationMenu()?.getMenuItemById(wanted)?.accelerator ?? null,
    id,
  );

async function openKeyboard(): Promise<void> {
  await page.keyboard.press('Control+,');
  await settings().getByRole('tab', { name: 'Keyboard' }).click();
}

test.beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'broadsheet-keys-'));
  await mkdir(join(home, 'posts'));
  for (const at of [1, 2, 3]) {
    const head = `title: Post ${at}\ndate: 2024-05-0${9 - at}\nsource: Daily`;
    const body = 'The ferry runs on time.\n\n'.repeat(80);
    await writeFile(join(home, 'posts', `post-${at}.md`), `---\n${head}\n---\n${body}`);
  }
});
test.afterAll(() => removeFolder(home));

test.beforeEach(async () => {
  running = await launchApp({ folder: join(home, 'posts') });
  ({ page } = running);
  await expect(list().getByRole('option')).toHaveCount(3);
  await list().focus();
});
test.afterEach(() => running.close());

test('single keys move, open, mark and search; not while typing, nor when switched off', async () => {
  await page.keyboard.press('j');
  await expect(article('Post 1')).toBeVisible();
  await page.keyboard.press('j');
  await expect(article('Post 2')).toBeVisible();
  await page.keyboard.press('k');
  await expect(article('Post 1')).toBeVisible();
  const bookmark = page.getByRole('button', { name: 'Bookmark', exact: true });
  await page.keyboard.press('s');
  await expect(bookmark).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('x');
  await expect(page.getByText('1 selected').first()).toBeVisible();
  await page.keyboard.press('/');
  await expect(search()).toBeFocused();
  await page.keyboard.type('jsx');
  await expect(search()).toHaveValue('jsx');
  await expect(article('Post 1')).toBeVisible();
  await page.keyboard.press('Escape');
  await openKeyboard();
  await settings().getByRole('checkbox', { name: 'Keys without a modifier run commands' }).click();
  await page.keyboard.press('Escape');
  await expect(settings()).toHaveCount(0);
  await expect(page.locator(':focus')).toHaveCount(1);
  await list().focus();
  await page.keyboard.press('j');
  await page.keyboard.press('/');
  await expect(list()).toBeFocused();
  await expect(article('Post 1')).toBeVisible();
  await page.keyboard.press('Control+Shift+f');
  await expect(search()).toBeFocused();
});

test('on other keyboard layouts the place of a key counts, and nothing that an input method takes', async () => {
  await pressOnLayout('о', 'KeyJ');
  await expect(article('Post 1')).toBeVisible();
  await pressOnLayout('？', 'Slash');
  await expect(sheet()).toHaveCount(0);
  await pressOnLayout('、', 'Slash');
  await expect(search()).toBeFocused();
  await list().focus();
  for (const added of [{ isComposing: true }, { keyCode: 229 }, { key: 'Process' }]) {
    const stroke = { key: 'j', code: 'KeyJ', cancelable: true, ...added };
    await page.evaluate(
      `document.activeElement.dispatchEvent(new KeyboardEvent('keydown', ${JSON.stringify({ ...stroke, bubbles: true })}))`,
    );
  }
  await expect(article('Post 1')).toBeVisible();
});

test('the first key of a pair says after a moment what may follow; Esc closes only that', async () => {
  await page.keyboard.press('g');
  const hint = page.getByText('G, then');
  await expect(hint).toBeVisible();
  await expect(page.locator('.pair-hint')).toContainText('Unread');
  await page.keyboard.press('Escape');
  await expect(hint).toHaveCount(0);
  await page.keyboard.press('g');
  await expect(hint).toBeVisible();
  await page.keyboard.press('s');
  await expect(hint).toHaveCount(0);
  await expect(page.getByText(/No bookmarks|0 posts/).first()).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('a');
  await expect(list().getByRole('option')).toHaveCount(3);
});

test('F6 goes round the panes, and Space pages through the post from the list', async () => {
  await page.keyboard.press('j');
  await expect(article('Post 1')).toBeVisible();
  const paper = page.locator('.paper');
  await page.keyboard.press('Space');
  await expect.poll(() => paper.evaluate((element) => element.scrollTop)).toBeGreaterThan(100);
  await page.keyboard.press('Shift+Space');
  await expect.poll(() => paper.evaluate((element) => element.scrollTop)).toBe(0);
  const panes = new Set<unknown>();
  for (let press = 0; press < 3; press += 1) {
    await page.keyboard.press('F6');
    panes.add(
      await page.evaluate("document.activeElement?.closest('[data-pane]')?.dataset['pane']"),
    );
  }
  expect(panes).toEqual(new Set(['article', 'list', 'sidebar']));
});

test('a key can be changed: menu, tooltip and sheet follow at once', async () => {
  expect(await accelerator('export-selection')).toBe('CmdOrCtrl+E');
  await openKeyboard();
  await settings().getByRole('textbox', { name: 'Search commands and keys' }).fill('bookmark');
  await rowOf('Bookmark').getByRole('button', { name: 'Add a key for “Bookmark”' }).click();
  await page.keyboard.press('Control+Shift+Y');
  await expect(rowOf('Bookmark')).toContainText('Ctrl+Shift+Y');
  const own = (key: string): Locator =>
    rowOf('Bookmark').getByRole('button', { name: `Remove ${key} from “Bookmark”`, exact: true });
  const keys = ['B', 'S', 'Ctrl+B', 'Ctrl+Shift+Y'];
  for (const [at, key] of keys.slice(0, 3).entries()) {
    await own(key).click();
    await expect(own(key)).toHaveCount(0);
    // The focus goes on to the next one, so that neither Esc nor a second press gets lost.
    await expect(own(keys[at + 1] ?? '')).toBeFocused();
  }
  await page.keyboard.press('Escape');
  await expect(settings()).toHaveCount(0);
  await expect.poll(() => accelerator('bookmark')).toBe('CmdOrCtrl+Shift+Y');
  await list().focus();
  await page.keyboard.press('j');
  const bookmark = page.getByRole('button', { name: 'Bookmark', exact: true });
  await expect(bookmark).toHaveAttribute('aria-keyshortcuts', 'Control+Shift+Y');
  await page.keyboard.press('b');
  await expect(bookmark).toHaveAttribute('aria-pressed', 'false');
  await page.keyboard.press('Control+Shift+Y');
  await expect(bookmark).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('?');
  await sheet().getByRole('textbox').fill('bookmark');
  await expect(sheet().getByText('Ctrl+Shift+Y')).toBeVisible();
});

test('changed keys are there after a restart', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'broadsheet-changed-'));
  await running.close();
  running = await launchApp({ folder: join(home, 'posts'), dataDir });
  ({ page } = running);
  await expect(list().getByRole('option')).toHaveCount(3);
  await openKeyboard();
  await settings().getByRole('textbox', { name: 'Search commands and keys' }).fill('about');
  await rowOf('About Broadsheet')
    .getByRole('button', { name: /^Add a key/ })
    .click();
  await page.keyboard.press('F9');
  await expect(rowOf('About Broadsheet')).toContainText('F9');
  await running.close();
  running = await launchApp({ dataDir });
  ({ page } = running);
  await expect(list().getByRole('option')).toHaveCount(3);
  await expect.poll(() => accelerator('about')).toBe('F9');
  await page.keyboard.press('F9');
  await expect(page.getByRole('dialog', { name: 'About Broadsheet' })).toBeVisible();
  await removeFolder(dataDir);
});

test('a key that another command has is named and taken by choice; a reserved one is refused; Esc leaves', async () => {
  await openKeyboard();
  await settings().getByRole('textbox', { name: 'Search commands and keys' }).fill('about');
  const add = rowOf('About Broadsheet').getByRole('button', { name: /^Add a key/ });
  await add.click();
  await page.keyboard.press('Escape');
  await expect(settings()).toBeVisible();
  await expect(add).toBeFocused();
  await add.click();
  await page.keyboard.press('Control+c');
  await expect(settings().getByRole('alert')).toContainText('Ctrl+C edits or copies text.');
  await settings().getByRole('button', { name: 'OK', exact: true }).click();
  await add.click();
  await page.keyboard.press('Control+e');
  await expect(settings().getByRole('alert')).toContainText('Ctrl+E runs “Export posts…”.');
  await settings().getByRole('button', { name: 'Leave it' }).click();
  await expect(rowOf('About Broadsheet')).not.toContainText('Ctrl+E');
  await add.click();
  await page.keyboard.press('Control+e');
  await settings().getByRole('button', { name: 'Use it here instead' }).click();
  await expect(rowOf('About Broadsheet')).toContainText('Ctrl+E');
  await add.click();
  await page.keyboard.press('y');
  await page.keyboard.press('y');
  await expect(rowOf('About Broadsheet')).toContainText('Y Y');
  await settings().getByRole('button', { name: 'Reset all keys' }).click();
  await expect(rowOf('About Broadsheet')).not.toContainText('Ctrl+E');
  await page.keyboard.press('Escape');
  await expect.poll(() => accelerator('export-selection')).toBe('CmdOrCtrl+E');
});

test('the sheet lists keys by subject, is searched, and is alone on paper', async () => {
  await page.keyboard.press('?');
  await expect(sheet().getByRole('heading', { name: 'Marking' })).toBeVisible();
  await sheet().getByRole('textbox').fill('ctrl+k');
  await expect(sheet().getByRole('definition')).toHaveCount(1);
  await sheet().getByRole('textbox').fill('');
  await page.emulateMedia({ media: 'print' });
  await expect(sheet().getByRole('heading', { name: 'Marking' })).toBeVisible();
  await expect(list()).toBeHidden();
  await expect(sheet().getByRole('textbox')).toBeHidden();
  await page.emulateMedia({ media: null });
  // Paper takes no focus away from the screen; the imitation of it does.
  await sheet().getByRole('textbox').focus();
  await page.keyboard.press('Escape');
  await expect(list()).toBeFocused();
});

test('the native menu offers what can run, and checks what is on', async () => {
  const entry = (id: string) =>
    running.app.evaluate(({ Menu }, wanted) => {
      const found = Menu.getApplicationMenu()?.getMenuItemById(wanted);
      return { isEnabled: found?.enabled, isChecked: found?.checked };
    }, id);
  await expect.poll(() => entry('export-post')).toMatchObject({ isEnabled: false });
  await page.keyboard.press('j');
  await expect.poll(() => entry('export-post')).toMatchObject({ isEnabled: true });
  await sendCommand(running, 'theme-sepia');
  await expect.poll(() => entry('theme-sepia')).toMatchObject({ isChecked: true });
  await expect.poll(() => entry('theme-dark')).toMatchObject({ isChecked: false });
});

test('every icon button is named, and every key it shows is one that works', async () => {
  await page.keyboard.press('j');
  await expect(article('Post 1')).toBeVisible();
  const nameless = page
    .locator('button:has(svg):visible')
    .and(page.getByRole('button', { name: /^$/ }));
  await expect(nameless).toHaveCount(0);
  const keys = await page.evaluate(
    "[...document.querySelectorAll('[aria-keyshortcuts]')].map((element) => element.getAttribute('aria-keyshortcuts'))",
  );
  const known = commandRows
    .flatMap((row) => row.keys)
    .flatMap((key) => [key.replace('Mod', 'Control'), key]);
  const shown = Array.isArray(keys) ? keys.map(String) : [];
  expect(shown.length).toBeGreaterThan(4);
  // Arrows and the like are keys of the list itself, of no command.
  expect(shown.flatMap((each) => each.split(' ')).filter((key) => !known.includes(key))).toEqual(
    [],
  );
});

for (const lang of ['en', 'zh'] as const) {
  test(`sheet and keyboard settings are free of accessibility faults in every theme (${lang})`, async () => {
    test.setTimeout(240_000);
    const own = await launchApp({ folder: join(home, 'posts'), lang });
    await expect(own.page.getByRole('option')).toHaveCount(3);
    await expectNoViolations(own, ['.keys-dlg'], async () => {
      await own.page.keyboard.press('?');
      await expect(own.page.locator('.keys-dlg')).toBeVisible();
      return () => own.page.keyboard.press('Escape');
    });
    await expectNoViolations(own, ['.settings-dlg'], async () => {
      await own.page.keyboard.press('Control+,');
      await own.page.getByRole('tab', { name: /^(Keyboard|键盘)$/ }).click();
      await expect(own.page.getByRole('tabpanel', { name: /^(Keyboard|键盘)$/ })).toBeVisible();
      return () => own.page.keyboard.press('Escape');
    });
    await own.close();
  });
}
