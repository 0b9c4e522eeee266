import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { launchApp } from './launch.ts';
import { atRest } from './measure.ts';
import { removeFolder } from './removeFolder.ts';

const dialogOf = (page: Page) => page.getByRole('dialog', { name: /^(Settings|设置)$/ });

/** Opens the settings from the welcome screen. */
async function openSettings(page: Page): Promise<void> {
  await expect(page.getByRole('radio', { name: 'English' })).toBeVisible();
  await page.keyboard.press('Control+,');
  await expect(dialogOf(page)).toBeVisible();
}

async function openPane(page: Page, name: string): Promise<void> {
  await dialogOf(page).getByRole('tab', { name }).click();
  await expect(dialogOf(page).getByRole('tabpanel', { name })).toBeVisible();
}

test('settings are opened by key, hold at once, and are there after a restart', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'broadsheet-settings-'));
  const first = await launchApp({ dataDir, lang: null });
  await first.page.getByRole('button', { name: /sample archive/ }).click();
  await expect(first.page.getByRole('listbox', { name: 'Posts' })).toBeVisible();
  await first.page.keyboard.press('Control+,');
  await first.page.getByRole('radio', { name: 'Sepia' }).check();
  await expect(first.page.locator('html')).toHaveAttribute('data-theme', 'sepia');
  await first.page.getByRole('radio', { name: 'Compact' }).check();
  await openPane(first.page, 'Reading');
  await first.page
    .getByRole('group', { name: 'Size' })
    .getByRole('button', { name: 'More' })
    .click();
  await first.page.keyboard.press('Escape');
  await expect(dialogOf(first.page)).toHaveCount(0);
  await expect(first.page.getByRole('option').first()).toHaveCSS('height', '56px');
  await first.close();

  const second = await launchApp({ dataDir, lang: null });
  await expect(second.page.locator('html')).toHaveAttribute('data-theme', 'sepia');
  await expect(second.page.getByRole('listbox', { name: 'Posts' })).toBeVisible();
  await second.page.keyboard.press('Control+,');
  await expect(second.page.getByRole('radio', { name: 'Compact' })).toBeChecked();
  await openPane(second.page, 'Reading');
  await expect(second.page.getByRole('group', { name: 'Size' })).toContainText('18 px');
  await second.close();
  await removeFolder(dataDir);
});

test('names the data folder and its backups, and makes one', async () => {
  const { page, dataDir, close } = await launchApp();
  await openSettings(page);
  await openPane(page, 'Data and backups');
  await expect(dialogOf(page).getByText(dataDir)).toBeVisible();
  await dialogOf(page).getByRole('button', { name: 'Back up now' }).click();
  const backups = dialogOf(page).getByRole('table', { name: 'Backups' });
  await expect(backups.getByRole('row')).toHaveCount(2);
  // The same content gives no second one.
  await dialogOf(page).getByRole('button', { name: 'Back up now' }).click();
  await expect(backups.getByRole('row')).toHaveCount(2);
  await close();
});

test('focus goes to the dialog and back to where it was', async () => {
  const { page, close } = await launchApp();
  const open = page.getByRole('button', { name: 'Open folder…', exact: true });
  await open.focus();
  await page.keyboard.press('Control+,');
  await expect(dialogOf(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(open).toBeFocused();
  await close();
});

for (const lang of ['en', 'zh'] as const) {
  test(`every pane is free of accessibility faults in every theme (${lang})`, async () => {
    // Axe looks at every pane in three themes.
    test.setTimeout(240_000);
    const { page, close } = await launchApp({ lang });
    await openSettings(page);
    const tabs = dialogOf(page).getByRole('tab');
    for (const theme of [1, 2, 3]) {
      await tabs.first().click();
      await dialogOf(page)
        .getByRole('radiogroup', { name: /^(Theme|主题)$/ })
        .getByRole('radio')
        .nth(theme)
        .check();
      for (let at = 0; at < (await tabs.count()); at += 1) {
        await tabs.nth(at).click();
        await atRest(page);
        const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
        expect(violations, `theme ${theme}, pane ${at}`).toEqual([]);
      }
    }
    await close();
  });
}

test('brings a backup back, and what was there before it', async () => {
  const { page, close } = await launchApp();
  await page.getByRole('button', { name: /sample archive/ }).click();
  const bookmarks = page.getByRole('link', { name: /^Bookmarks/ });
  await page.getByRole('option').first().click();
  await expect(page.getByRole('article').first()).toBeVisible();
  await page.keyboard.press('b');
  await expect(bookmarks).toHaveAccessibleName(/Bookmarks 1/);
  await page.keyboard.press('Control+,');
  await openPane(page, 'Data and backups');
  await dialogOf(page).getByRole('button', { name: 'Back up now' }).click();
  await expect(dialogOf(page).getByRole('table', { name: 'Backups' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialogOf(page)).toHaveCount(0);
  await expect(page.locator(':focus')).toHaveCount(1);
  await page.keyboard.press('b');
  await expect(bookmarks).toHaveAccessibleName(/Bookmarks 0/);

  await page.keyboard.press('Control+,');
  await openPane(page, 'Data and backups');
  await dialogOf(page)
    .getByRole('button', { name: /^Bring back the backup/ })
    .first()
    .click();
  const question = page.getByRole('alertdialog');
  await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await question.getByRole('button', { name: 'Bring back', exact: true }).click();
  await expect(bookmarks).toHaveAccessibleName(/Bookmarks 1/);
  await close();
});
