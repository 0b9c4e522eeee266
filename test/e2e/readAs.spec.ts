import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { makeEncoder } from '../core/post/encodeText.ts';
import { launchApp, type RunningApp } from './launch.ts';
import { atRest } from './measure.ts';
import { makePostFolder, type PostFolder } from './postFolder.ts';

const koi8 = makeEncoder('koi8-r').encode;
const WORDS = 'Утром над рекой стоял туман, и рыбаки молча собирали сети.';

let posts: PostFolder;
let running: RunningApp;
test.beforeEach(async () => {
  posts = await makePostFolder({ '2024-05-01-sound.md': '---\ntitle: Sound\n---\nПривет.\n' });
  await mkdir(join(posts.folder, 'old'));
  for (const name of ['2004-05-02-river.md', '2004-05-03-nets.md']) {
    const text = `---\ntitle: ${name}\n---\n${WORDS}\n`;
    await writeFile(join(posts.folder, 'old', name), koi8(text));
  }
  running = await launchApp({ folder: posts.folder });
});
test.afterEach(async () => {
  await running.close();
  await posts.remove();
});

test('a post is read in another charset, kept, found so, and read as before after Undo', async () => {
  const { page } = running;
  await page.getByRole('option', { name: /river/ }).click();
  const article = page.getByRole('article');
  await expect(article).toContainText(WORDS);
  await expect(page.getByText('read as KOI8-R')).toBeVisible();
  await page.getByRole('button', { name: 'Read as…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Read as' });
  const preview = dialog.getByRole('region', { name: 'How the text reads' });
  await expect(preview).toContainText(WORDS);
  await expect(dialog.getByRole('option', { name: /KOI8-R/ })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await dialog.getByRole('option', { name: /Chinese, Simplified/ }).click();
  await expect(preview).not.toContainText('Утром');
  await dialog.getByRole('option', { name: /Cyrillic \(Windows-1251\)/ }).click();
  await expect(preview).toContainText('хФТПН ОБД');
  await dialog.getByRole('button', { name: 'Read as Windows-1251' }).click();
  await expect(article).toContainText('хФТПН ОБД');
  await expect(page.getByText('Read as Windows-1251, as chosen for this file.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(article).toContainText(WORDS);
});

test('a folder is chosen from the problems, by keyboard', async () => {
  const { page } = running;
  await page
    .getByRole('button', { name: /problems?$/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Read as…: old/2004-05-02-river.md' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Read as' });
  await expect(dialog.getByRole('region', { name: 'How the text reads' })).toContainText(WORDS);
  await dialog.getByRole('option', { name: /KOI8-R/ }).focus();
  await dialog.getByRole('button', { name: /Apply to/ }).press('Enter');
  await page.getByRole('option', { name: 'Files below old/' }).press('Enter');
  await dialog.getByRole('button', { name: 'Read as KOI8-R' }).press('Enter');
  await expect(dialog).toHaveCount(0);
  // What was chosen is no guess any more.
  await expect(page.getByRole('row', { name: /Encoding guessed/ })).toHaveCount(0);
});

test('the dialog has no accessibility faults and leaves by Esc', async () => {
  const { page } = running;
  await page.getByRole('option', { name: /river/ }).click();
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Read as…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Read as' });
  await expect(dialog.getByText('Every byte is a character.')).toBeVisible();
  await atRest(page);
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .include('.read-as')
    .analyze();
  expect(violations).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
});
