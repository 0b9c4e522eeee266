import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Locator } from '@playwright/test';
import { launchApp, type RunningApp } from './launch.ts';
import { atRest } from './measure.ts';
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
  await expect(running.page.getByRole('option')).toHaveCount(2);
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
  const dialog = await openDialog();
  await choose(dialog, 'Posts', 'All posts in the list');
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
  await expect(page.getByText('2 selected').first()).toBeVisible();
  await page.keyboard.press('Control+e');
  const dialog = page.getByRole('dialog', { name: 'Export', exact: true });
  await expect(dialog.getByRole('heading', { name: 'Export 2 posts to PDF' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Export PDF' }).click();
  await expect(dialog.getByRole('button', { name: 'Export PDF' })).toBeEnabled();
  expect(await readdir(target)).toEqual([]);
});

const openDialog = async (): Promise<Locator> => {
  await running.page.getByRole('button', { name: 'Export…', exact: true }).click();
  const dialog = running.page.getByRole('dialog', { name: 'Export', exact: true });
  await expect(dialog).toBeVisible();
  return dialog;
};

/** Chooses from a drop-down of the dialog. */
async function choose(dialog: Locator, box: string, option: string): Promise<void> {
  await dialog.getByRole('button', { name: box }).click();
  await running.page.getByRole('option', { name: option, exact: true }).click();
}

/** The first page of the preview, once it is drawn. */
const drawn = (dialog: Locator): Locator => dialog.locator('canvas[data-drawn]').first();
const SLOW = { timeout: 60_000 };

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
  await atRest(page);
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .include('[role="dialog"]')
    .analyze();
  expect(violations).toEqual([]);
});

test('the preview shows pages of the true book, and leafs through them', async () => {
  const dialog = await openDialog();
  const preview = dialog.getByRole('region', { name: 'Preview' });
  await expect(drawn(dialog)).toBeVisible(SLOW);
  await expect(preview.getByText('Page 1 of 1', { exact: true })).toBeVisible();
  await choose(dialog, 'Posts', 'All posts in the list');
  await expect(dialog.getByRole('heading', { name: 'Export 2 posts to PDF' })).toBeVisible();
  // Cover, contents and two posts, each on a page.
  await expect(preview.getByText('Pages 1–2 of 4', { exact: true })).toBeVisible(SLOW);
  await preview.getByRole('button', { name: 'Later pages' }).click();
  await expect(preview.getByText('Pages 3–4 of 4', { exact: true })).toBeVisible();
  await expect(preview.getByRole('button', { name: 'Later pages' })).toBeDisabled();
  await expect(dialog.getByText(/^4 pages, about .+ Fonts are embedded\.$/)).toBeVisible();
  await dialog.getByText('Title, cover and contents').click();
  await dialog.getByRole('checkbox', { name: 'Cover' }).uncheck();
  await expect(preview.getByText(/ of 3$/)).toBeVisible(SLOW);
});

test('a table has its first lines for a preview, and only the options it uses', async () => {
  const dialog = await openDialog();
  await choose(dialog, 'Format', 'CSV');
  await expect(dialog.getByRole('heading', { name: 'Export 1 post to CSV' })).toBeVisible();
  await expect(dialog.getByText(/The harbour opens/)).toBeVisible(SLOW);
  await expect(dialog.getByRole('radio', { name: 'Landscape' })).toHaveCount(0);
  await expect(dialog.getByRole('checkbox', { name: 'Header' })).toHaveCount(0);
  await answerSaveDialog('posts.csv');
  await dialog.getByRole('button', { name: 'Export CSV' }).click();
  await expect(dialog.getByText('Exported 1 post')).toBeVisible(SLOW);
  expect(await readFile(join(target, 'posts.csv'), 'utf8')).toContain('The harbour opens');
});

test('a preset is saved, chosen, renamed, deleted and brought back, by keyboard', async () => {
  const { page } = running;
  const dialog = await openDialog();
  const preset = dialog.getByRole('button', { name: 'Preset', exact: false }).first();
  await dialog.getByRole('radio', { name: 'Landscape' }).check();
  const menu = dialog.getByRole('button', { name: 'Presets', exact: true });
  await menu.press('Enter');
  await page.getByRole('menuitem', { name: 'Save as preset…' }).press('Enter');
  const name = dialog.getByRole('textbox', { name: 'Name of the preset' });
  await expect(name).toBeFocused();
  await page.keyboard.type('For the wall');
  await page.keyboard.press('Enter');
  await expect(preset).toContainText('For the wall');
  await dialog.getByRole('radio', { name: 'Portrait' }).check();
  await expect(preset).toContainText('None');
  await preset.press('Enter');
  await page.getByRole('option', { name: 'For the wall' }).press('Enter');
  await expect(dialog.getByRole('radio', { name: 'Landscape' })).toBeChecked();
  await menu.press('Enter');
  await page.getByRole('menuitem', { name: 'Rename preset…' }).press('Enter');
  await expect(name).toBeFocused();
  await page.keyboard.type('Poster');
  await page.keyboard.press('Enter');
  await expect(preset).toContainText('Poster');
  await menu.press('Enter');
  await page.getByRole('menuitem', { name: 'Delete preset' }).press('Enter');
  await expect(dialog.getByText('Deleted “Poster”')).toBeVisible();
  await dialog.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect(preset).toContainText('Poster');
});

test('a field goes into the line of the header where the cursor stands', async () => {
  const { page } = running;
  const dialog = await openDialog();
  const line = dialog.getByRole('textbox', { name: 'Text of the header' });
  await line.fill('p. ');
  await dialog.getByRole('button', { name: 'Insert into: Text of the header' }).click();
  await page.getByRole('menuitem', { name: /^Page number/ }).click();
  await expect(line).toHaveValue('p. {page}');
});

test('with nothing open and nothing ticked, the button offers the whole list', async () => {
  const fresh = await launchApp({ folder: posts.folder });
  try {
    const { page } = fresh;
    await expect(page.getByRole('option').first()).toBeVisible();
    await page.getByRole('button', { name: 'Export…', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Export', exact: true });
    await expect(dialog.getByRole('button', { name: 'Posts' })).toContainText(
      'All posts in the list',
    );
  } finally {
    await fresh.close();
  }
});

test('without a printer Print says so; with one it goes to the system', async () => {
  const { app, page } = running;
  await app.evaluate(({ app: electron }) => {
    electron.on('web-contents-created', (_event, contents) => {
      contents.getPrintersAsync = () => Promise.resolve([]);
    });
  });
  await page.keyboard.press('Control+p');
  await expect(page.getByText(/^This computer has no printer\./)).toBeVisible(SLOW);
  await app.evaluate(({ app: electron }) => {
    electron.on('web-contents-created', (_event, contents) => {
      contents.getPrintersAsync = () =>
        Promise.resolve([{ name: 'Press', displayName: 'Press', description: '', options: {} }]);
      contents.print = (_options, done) => {
        void contents
          .executeJavaScriptInIsolatedWorld(9, [{ code: 'document.body.innerText' }])
          .then((text: unknown) => {
            Object.assign(electron, { printedText: String(text) });
            done?.(true, '');
          });
      };
    });
  });
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Print…' }).click();
  await expect
    .poll(() => app.evaluate(({ app: electron }) => Reflect.get(electron, 'printedText')), SLOW)
    .toContain('Boats went out at six.');
});
