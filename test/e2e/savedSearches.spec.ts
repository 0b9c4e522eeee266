import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Locator } from '@playwright/test';
import type { MenuCommand } from '../../src/shared/events.ts';
import { launchApp, type RunningApp } from './launch.ts';
import { atRest } from './measure.ts';
import { CHAIN_COUNT, POST_COUNT, ReaderWindow, titleOf, writeNewsArchive } from './newsArchive.ts';
import { removeFolder } from './removeFolder.ts';

let folder = '';
let running: RunningApp;
let reader: ReaderWindow;
let saved: Locator;
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'broadsheet-saved-'));
  await writeNewsArchive(folder);
});
test.afterAll(() => removeFolder(folder));
test.beforeEach(async () => {
  running = await launchApp({ folder });
  reader = new ReaderWindow(running.page);
  saved = running.page.getByRole('region', { name: 'Saved searches' });
  await reader.waitForIndex();
});
test.afterEach(() => running.close());

const command = (wanted: MenuCommand): Promise<void> =>
  running.app.evaluate(
    ({ BrowserWindow }, name) =>
      BrowserWindow.getAllWindows()[0]?.webContents.send('broadsheet-event', 'menu.command', {
        command: name,
      }),
    wanted,
  );

const row = (name: string): Locator => saved.getByRole('link', { name });

/** Searches for words and keeps that under a name. */
async function save(words: string, name: string): Promise<void> {
  await reader.search.fill(words);
  await reader.page.getByRole('button', { name: 'Save search', exact: true }).click();
  const dialog = reader.page.getByRole('dialog', { name: 'Save search' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
  await reader.page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(row(name)).toBeVisible();
}

test('a search is kept with its filters, chosen again, changed, and kept anew or given back', async () => {
  await expect(saved.getByText('Keep a search with the bookmark')).toBeVisible();
  await reader.search.fill('供应链 source:"Market Weekly"');
  await reader.expectTotal(10);
  const bookmark = reader.page.getByRole('button', { name: 'Save search', exact: true });
  await expect(bookmark).toHaveAttribute('aria-pressed', 'false');
  await bookmark.click();
  const name = reader.page.getByRole('textbox', { name: 'Name' });
  await expect(name).toBeFocused();
  await expect(name).toHaveValue('供应链, Market Weekly');
  await name.fill('Chain');
  await name.press('Enter');
  await expect(bookmark).toHaveAttribute('aria-pressed', 'true');
  await expect(row('Chain')).toHaveAttribute('aria-current', 'true');
  await expect(row('Chain')).toHaveText(/10$/);

  await reader.page.getByRole('button', { name: 'Clear search' }).click({ force: true });
  await reader.page
    .getByRole('region', { name: 'Source' })
    .getByRole('button', { name: /Clear/ })
    .click();
  await reader.expectTotal(POST_COUNT);
  await expect(row('Chain')).not.toHaveAttribute('aria-current', 'true');
  await row('Chain').click();
  await reader.expectTotal(10);
  await expect(reader.search).toHaveValue('供应链');

  // Another source: the saved one is edited, and can have this, leave it, or be had back.
  await reader.page
    .getByRole('checkbox', { name: /Harbour Daily/ })
    .first()
    .check();
  await reader.expectTotal(CHAIN_COUNT);
  const edited = reader.page.getByRole('region', { name: 'Chain, edited' });
  await edited.getByRole('button', { name: 'Revert' }).click();
  await reader.expectTotal(10);
  await expect(edited).toHaveCount(0);
  await reader.page
    .getByRole('checkbox', { name: /Harbour Daily/ })
    .first()
    .check();
  await edited.getByRole('button', { name: 'Update', exact: true }).click();
  await expect(edited).toHaveCount(0);
  await expect(row('Chain')).toHaveText(new RegExp(`${CHAIN_COUNT}$`));
  await reader.page.getByRole('button', { name: 'Undo' }).click();
  await expect(row('Chain')).toHaveText(/10$/);
});

test('counts follow marks', async () => {
  await reader.marksByHandOnly();
  await save('is:unread 供应链', 'New chain');
  await expect(row('New chain')).toHaveText(new RegExp(`${CHAIN_COUNT}$`));
  await reader.row(titleOf(0)).click();
  await expect(reader.article(titleOf(0))).toBeVisible();
  await reader.page.keyboard.press('m');
  await expect(row('New chain')).toHaveText(new RegExp(`${CHAIN_COUNT - 1}$`));
});

test('saved searches are renamed, pinned, put in order, removed and brought back, by keys alone', async () => {
  await save('供应链', 'One');
  await save('码头', 'Two');
  await save('noon', 'Three');
  const names = (): Promise<string[]> => saved.getByRole('link').locator('.cjk').allTextContents();
  await expect.poll(names).toEqual(['One', 'Two', 'Three']);

  await row('Three').focus();
  await reader.page.keyboard.press('Alt+ArrowUp');
  await expect.poll(names).toEqual(['One', 'Three', 'Two']);
  await row('One').dragTo(row('Two'));
  await expect.poll(names).toEqual(['Three', 'Two', 'One']);

  await row('Two').focus();
  await reader.page.keyboard.press('F2');
  const field = saved.getByRole('textbox', { name: 'Name' });
  await expect(field).toBeFocused();
  await reader.page.keyboard.type('Quay');
  await reader.page.keyboard.press('Escape');
  await expect.poll(names).toEqual(['Three', 'Two', 'One']);
  await row('Two').dblclick();
  await field.fill('码头之夜');
  await reader.page.keyboard.press('Enter');
  await expect.poll(names).toEqual(['Three', '码头之夜', 'One']);

  await saved.getByRole('button', { name: 'Saved search One' }).press('Enter');
  await reader.page.getByRole('menuitem', { name: 'Pin to the top' }).click();
  await expect.poll(names).toEqual(['One', 'Three', '码头之夜']);
  await row('Three').focus();
  await reader.page.keyboard.press('Delete');
  await expect.poll(names).toEqual(['One', '码头之夜']);
  await reader.page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(names).toEqual(['One', 'Three', '码头之夜']);
});

test('a saved search goes to a PDF, and is there again after a restart', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'broadsheet-saved-again-'));
  const first = await launchApp({ folder, dataDir });
  reader = new ReaderWindow(first.page);
  saved = first.page.getByRole('region', { name: 'Saved searches' });
  await reader.waitForIndex();
  await save('供应链 -source:="Market Weekly"', 'Harbour chain');
  await first.close();

  const second = await launchApp({ dataDir });
  reader = new ReaderWindow(second.page);
  saved = second.page.getByRole('region', { name: 'Saved searches' });
  await reader.expectTotal(20);
  await expect(row('Harbour chain')).toHaveText(/20$/);
  await row('Harbour chain').click({ button: 'right' });
  await second.page.getByRole('menuitem', { name: 'Export…' }).click();
  const dialog = second.page.getByRole('dialog', { name: 'Export' });
  await expect(dialog.getByText(/\b20 posts/).first()).toBeVisible();
  await second.close();
  await removeFolder(dataDir);
});

test('searches that were meant are offered again under the empty field', async () => {
  const list = reader.page.getByRole('listbox', { name: 'Recent searches' });
  await reader.search.fill('供应链 tag:"Market Weekly"');
  await reader.expectTotal(10);
  await reader.search.press('Enter');
  await reader.search.fill('码');
  await reader.search.fill('码头');
  await reader.expectTotal(10);
  await reader.row(titleOf(0)).click();
  await expect(reader.article(titleOf(0))).toBeVisible();
  await reader.search.fill('half typed');
  await reader.search.fill('');

  await expect(reader.search).toHaveAttribute('aria-expanded', 'true');
  const lines = list.getByRole('option');
  await expect(lines).toHaveCount(2);
  await expect(lines.nth(0)).toHaveText(/码头/);
  await reader.page.keyboard.press('ArrowDown');
  await reader.page.keyboard.press('ArrowDown');
  await expect(lines.nth(1)).toHaveAttribute('aria-selected', 'true');
  await reader.page.keyboard.press('Enter');
  await expect(list).toHaveCount(0);
  // The words are in the field, its tag is a chip.
  await expect(reader.search).toHaveValue('供应链');
  await reader.expectTotal(10);
  await expect(
    reader.page.getByRole('button', { name: 'Remove filter: Tag Market Weekly' }),
  ).toBeVisible();

  await reader.search.fill('');
  await expect(lines).toHaveCount(2);
  await reader.page.keyboard.press('ArrowUp');
  await expect(lines.last()).toHaveAttribute('aria-selected', 'true');
  await reader.page.keyboard.press('Delete');
  await expect(lines).toHaveCount(1);
  await reader.page.keyboard.press('Escape');
  await expect(list).toHaveCount(0);
  await expect(reader.search).toBeFocused();
  await reader.page.keyboard.press('Alt+ArrowDown');
  await reader.page.getByRole('button', { name: 'Clear recent searches' }).click();
  await expect(list).toHaveCount(0);
});

test('nothing of it is against the rules of accessibility, in any theme or language', async () => {
  await save('供应链 title:Report', 'Chain');
  await reader.search.fill('码头');
  await reader.search.press('Enter');
  await reader.page.keyboard.press('/');
  await reader.page.keyboard.press('Alt+ArrowDown');
  await expect(reader.search).toHaveAttribute('aria-expanded', 'true');
  for (const theme of ['theme-light', 'theme-sepia', 'theme-dark'] as const) {
    for (const language of ['language-zh', 'language-en'] as const) {
      await command(theme);
      await command(language);
      await expect(reader.page.locator('html')).toHaveAttribute('data-theme', theme.slice(6));
      await expect(reader.page.locator('html')).toHaveAttribute(
        'lang',
        language === 'language-zh' ? /^zh/u : /^en/u,
      );
      await atRest(reader.page);
      const { violations } = await new AxeBuilder({ page: reader.page })
        .setLegacyMode()
        .include('.saved')
        .include('.list > .top')
        .include('.chips')
        .include('.sv-edited')
        .analyze();
      expect(violations).toEqual([]);
    }
  }
  await reader.page.keyboard.press('Escape');
  await reader.search.fill('noon');
  await reader.page.getByRole('button', { name: 'Save search', exact: true }).click();
  await expect(reader.page.getByRole('dialog', { name: 'Save search' })).toBeVisible();
  await atRest(reader.page);
  const { violations } = await new AxeBuilder({ page: reader.page })
    .setLegacyMode()
    .include('.sv-dlg')
    .analyze();
  expect(violations).toEqual([]);
});
