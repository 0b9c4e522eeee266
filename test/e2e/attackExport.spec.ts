import { mkdtemp, readFile, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { SECRETS, writeAttacks } from '../attacks/collection.ts';
import { readPdf } from '../attacks/pdfHarm.ts';
import { listen, record } from './attackRecorder.ts';
import type { Listener, Recorder } from './attackRecorder.ts';
import { launchApp } from './launch.ts';
import type { RunningApp } from './launch.ts';
import { removeFolder } from './removeFolder.ts';

/** The collection in every other place where the window shows something of a post, and on its way to paper. */

let base = '';
let listener: Listener;
let running: RunningApp;
let recorder: Recorder;

test.beforeAll(async () => {
  listener = await listen();
  base = await mkdtemp(join(tmpdir(), 'broadsheet-attack-export-'));
  const archive = join(base, 'archive');
  await writeAttacks(archive, { server: listener.origin, outside: join(base, 'outside') });
});
test.beforeEach(async () => {
  running = await launchApp({
    folder: join(base, 'archive'),
    allowedErrors: [/status of 404|ERR_FILE_NOT_FOUND/u],
  });
  await expect(running.page.getByText('Index up to date')).toBeVisible({ timeout: 60_000 });
  recorder = await record(running.app, running.page);
});
test.afterEach(async () => {
  await running.close();
});
test.afterAll(async () => {
  listener.close();
  await removeFolder(base);
});

/** Nothing of the attacks was seen but windows and pages of the print room. */
async function expectQuiet(): Promise<void> {
  const seen = await recorder.take();
  const foreign = seen.filter(
    (what) =>
      !/^(?:a window was made|navigation of window to app:\/\/broadsheet\/export\/)/u.test(what),
  );
  expect(foreign).toEqual([]);
  expect(await recorder.takeOpened()).toEqual([]);
  expect(listener.hits).toEqual([]);
  expect((await readdir(join(base, 'outside'))).toSorted()).toEqual(SECRETS.toSorted());
}

async function exportAll(page: Page, path: string, isSeparate: boolean): Promise<void> {
  await running.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, path);
  await page.getByRole('listbox', { name: 'Posts' }).focus();
  await page.keyboard.press('Control+a');
  await page.getByRole('button', { name: 'Export…', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  if (isSeparate) await dialog.getByRole('radio', { name: /^One file per post/ }).check();
  await dialog.getByRole('button', { name: /Export PDF/ }).click();
  await expect(dialog.getByRole('button', { name: 'Show in folder' })).toBeVisible({
    timeout: 180_000,
  });
}

test('lists, filters, snippets and problems show hostile words as words', async () => {
  const { page } = running;
  const field = page.getByRole('combobox', { name: 'Search posts' });
  for (const query of [
    'onerror',
    '<script>',
    'title:script',
    '"img src"',
    'tag:"<img src=x onerror"',
  ]) {
    await field.fill(query);
    await expect(page.getByRole('status').first()).toBeAttached();
    await page.waitForTimeout(400);
  }
  await field.fill('');
  const marks = await page.evaluate(() => {
    const { document } = Reflect.get(globalThis, 'window');
    return document.querySelectorAll('[onerror], [onload], script:not([src]), iframe').length;
  });
  expect(marks).toBe(0);
  await page
    .getByRole('button', { name: /problem/i })
    .first()
    .click();
  await expect(page.getByText(/passwd\.md/).first()).toBeVisible();
  await expectQuiet();
});

test('the whole collection becomes a PDF without code, files or addresses that run', async () => {
  test.setTimeout(300_000);
  const file = join(base, 'all.pdf');
  await exportAll(running.page, file, false);
  const { harms, addresses } = await readPdf(await readFile(file));
  expect(harms).toEqual([]);
  // Proof that addresses are seen at all.
  expect(addresses.length).toBeGreaterThan(5);
  await expectQuiet();
});

test('files named after hostile titles stay in the folder that was chosen', async () => {
  test.setTimeout(300_000);
  const folder = join(base, 'chosen');
  const words = 'title:onerror OR title:etc OR title:con OR title:exe OR title:rf OR title:svg';
  await running.page.getByRole('combobox', { name: 'Search posts' }).fill(words);
  const row = running.page.getByRole('listbox', { name: 'Posts' }).getByRole('option').first();
  await expect(row).toHaveAttribute('aria-setsize', /^\d{1,2}$/u);
  await exportAll(running.page, folder, true);
  const names = await readdir(folder);
  expect(names.length).toBeGreaterThan(5);
  for (const name of names)
    expect(name).toMatch(/^[^/\\<>:"|?*\u0000-\u001f\u202a-\u202e\u2066-\u2069]+\.pdf$/u);
  expect((await readdir(base)).toSorted().filter((name) => !name.endsWith('.pdf'))).toEqual([
    'archive',
    'chosen',
    'outside',
  ]);
  await expectQuiet();
});
