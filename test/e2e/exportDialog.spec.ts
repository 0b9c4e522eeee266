import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { launchApp, type RunningApp } from './launch.ts';
import { makePostFolder, type PostFolder } from './postFolder.ts';
import { removeFolder } from './removeFolder.ts';

let posts: PostFolder;
let running: RunningApp;
let target = '';
test.beforeAll(async () => {
  posts = await makePostFolder({
    '2024-05-01-rain.md': '---\ntitle: 雨后春耕\nsource: 山前报\n---\n雨停了，农机下田。\n',
    '2024-05-02-harbour.md': '---\ntitle: The harbour opens\n---\nBoats went out at six.\n',
  });
});
test.afterAll(() => posts.remove());
test.beforeEach(async () => {
  target = await mkdtemp(join(tmpdir(), 'broadsheet-export-'));
  running = await launchApp({ folder: posts.folder });
  await running.page.getByRole('option', { name: 'The harbour opens' }).click();
  await expect(running.page.getByRole('article')).toBeVisible();
});
test.afterEach(async () => {
  await running.close();
  await removeFolder(target);
});

/** Answers the save dialog: a file of this name in the target folder, or null = cancelled. */
const answerSaveDialog = (file: string | null): Promise<void> =>
  running.app.evaluate(
    ({ dialog }, filePath) => {
      dialog.showSaveDialog = () =>
        Promise.resolve({ canceled: filePath === null, filePath: filePath ?? '' });
    },
    file === null ? null : join(target, file),
  );

test('the open post becomes one PDF', async () => {
  const { page } = running;
  await answerSaveDialog('one.pdf');
  await page.getByRole('button', { name: 'Export…', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Export', exact: true });
  await expect(dialog.getByRole('heading', { name: 'Export 1 post to PDF' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Export PDF' }).click();
  await expect(dialog.getByText('Exported 1 post')).toBeVisible({ timeout: 60_000 });
  await expect(dialog.getByRole('button', { name: 'Show in folder' })).toBeVisible();
  const pdf = await readFile(join(target, 'one.pdf'));
  expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-');
});

test('choices are real radios and tick boxes, over the whole of what names them', async () => {
  const { page } = running;
  await page.getByRole('button', { name: 'Export…', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Export', exact: true });
  for (const name of ['One file per post', 'Landscape', 'Wide']) {
    const radio = dialog.getByRole('radio', { name });
    await radio.check();
    await expect(radio).toBeChecked();
  }
  const box = dialog.getByRole('checkbox', { name: 'Header' });
  const wasOn = await box.isChecked();
  await box.setChecked(!wasOn);
  await expect(box).toBeChecked({ checked: !wasOn });
  await dialog.getByText('One merged file').click();
  await expect(dialog.getByRole('radio', { name: 'One merged file' })).toBeChecked();
  await dialog.getByText('Header', { exact: true }).click();
  await expect(box).toBeChecked({ checked: wasOn });
});

test('ticked posts go before the open one; cancelling the save dialog changes nothing', async () => {
  const { page } = running;
  await answerSaveDialog(null);
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+e');
  const dialog = page.getByRole('dialog', { name: 'Export', exact: true });
  await expect(dialog.getByRole('heading', { name: 'Export 2 posts to PDF' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Export PDF' }).click();
  await expect(dialog.getByRole('button', { name: 'Export PDF' })).toBeEnabled();
  expect(await readdir(target)).toEqual([]);
});

test('settings are kept, and defaults come back', async () => {
  const { page } = running;
  await page.getByRole('button', { name: 'Export…', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Export', exact: true });
  await dialog.getByText('Landscape').click();
  await dialog.getByText('Wide').click();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await page.getByRole('button', { name: 'Export…', exact: true }).click();
  await expect(dialog.getByRole('radio', { name: 'Landscape' })).toBeChecked();
  await expect(dialog.getByText('28 mm')).toBeVisible();
  await dialog.getByRole('button', { name: 'Restore defaults' }).click();
  await expect(dialog.getByRole('radio', { name: 'Portrait' })).toBeChecked();
});

test('has no accessibility faults', async () => {
  const { page } = running;
  await page.getByRole('button', { name: 'Export…', exact: true }).click();
  await expect(page.getByRole('dialog', { name: 'Export', exact: true })).toBeVisible();
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .include('[role="dialog"]')
    .analyze();
  expect(violations).toEqual([]);
});
