import { mkdtemp, rename } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { launchApp } from './launch.ts';
import { atRest } from './measure.ts';
import { makePostFolder } from './postFolder.ts';
import { removeFolder } from './removeFolder.ts';

test('opens the sample archive', async () => {
  const { page, close } = await launchApp();
  await page.getByRole('button', { name: /Try the sample archive \(\d+ posts\)/ }).click();
  await expect(page.getByRole('listbox', { name: 'Posts' })).toBeVisible();
  await close();
});

test('opens the folder chosen in the dialog', async () => {
  const posts = await makePostFolder({ 'a.md': '---\ntitle: Chosen\n---\nText.\n' });
  const { app, page, close } = await launchApp();
  await app.evaluate(({ dialog }, folder) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [folder] });
  }, posts.folder);
  await page.getByRole('button', { name: 'Open folder…', exact: true }).click();
  await expect(page.getByRole('option', { name: 'Chosen' })).toBeVisible();
  await close();
  await posts.remove();
});

test('speaks Chinese at once, and again after a restart', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'broadsheet-welcome-'));
  const first = await launchApp({ dataDir, lang: null });
  await first.page.getByRole('radio', { name: '简体中文' }).check();
  await expect(first.page.getByRole('button', { name: '打开文件夹…', exact: true })).toBeVisible();
  await first.close();
  const second = await launchApp({ dataDir, lang: null });
  await expect(second.page.getByRole('button', { name: '打开文件夹…', exact: true })).toBeVisible();
  await second.close();
  await removeFolder(dataDir);
});

test('shows an archive whose folder went away, and takes it off the list', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'broadsheet-welcome-'));
  const posts = await makePostFolder({ 'a.md': '---\ntitle: Here\n---\nText.\n' });
  const first = await launchApp({ dataDir, folder: posts.folder });
  await expect(first.page.getByRole('option', { name: 'Here' })).toBeVisible();
  await first.close();
  await rename(posts.folder, `${posts.folder}-moved`);
  const { page, close } = await launchApp({ dataDir });
  // Its posts are read from the index meanwhile.
  await expect(page.getByRole('option', { name: 'Here' })).toBeVisible();
  await page.getByRole('button', { name: /Switch archive/ }).click();
  await page.getByRole('menuitem', { name: 'Close archive' }).click();
  const recent = page.getByRole('region', { name: 'Recent archives' });
  await expect(recent.getByText('Disk not connected')).toBeVisible();
  await expect(recent.getByRole('button', { name: /^Locate/ })).toBeVisible();
  await recent.getByRole('button', { name: /^Remove/ }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
  await expect(recent.getByText('Disk not connected')).toHaveCount(0);
  await close();
  await removeFolder(dataDir);
  await removeFolder(`${posts.folder}-moved`);
});

test('has no accessibility faults', async () => {
  const { page, close } = await launchApp();
  await expect(page.getByRole('button', { name: 'Open folder…', exact: true })).toBeFocused();
  await atRest(page);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations).toEqual([]);
  await close();
});
