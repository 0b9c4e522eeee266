import { expect, test, type Locator } from '@playwright/test';
import { expectNoViolations } from './axeInThemes.ts';
import { launchApp, type RunningApp } from './launch.ts';
import { makePostFolder, type PostFolder } from './postFolder.ts';

/** The export dialog under axe: every format with every group open, in every theme. */

const SLOW = { timeout: 60_000 };
const formats = [
  'PDF',
  'EPUB',
  'HTML',
  'Markdown',
  'JSON Lines',
  'CSV',
  'BibTeX',
  'RIS',
  'CSL-JSON',
] as const;

let posts: PostFolder;
let running: RunningApp;
test.beforeAll(async () => {
  posts = await makePostFolder({
    '2024-05-01-rain.md': '---\ntitle: 雨后春耕\nsource: 山前报\n---\n雨停了，农机下田。\n',
    '2024-05-02-harbour.md': '---\ntitle: The harbour opens\n---\nBoats went out at six.\n',
  });
  running = await launchApp({ folder: posts.folder });
  await expect(running.page.getByRole('option')).toHaveCount(2);
});
test.afterAll(async () => {
  await running.close();
  await posts.remove();
});

/** Opens the dialog for the whole list, as its menu does, with a format chosen and every group open. */
async function openFor(format: string): Promise<Locator> {
  const { page } = running;
  await page.getByRole('button', { name: 'List actions' }).click();
  await page.getByRole('menuitem', { name: 'Export all of the list…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export', exact: true });
  await expect(dialog.getByRole('heading', { name: /^Export 2 posts/ })).toBeVisible();
  await dialog.getByRole('button', { name: /Format$/ }).click();
  await page.getByRole('option', { name: format, exact: true }).click();
  await expect(
    dialog.getByRole('heading', { name: `Export 2 posts to ${format}`, exact: true }),
  ).toBeVisible();
  for (const group of ['Title, cover and contents', 'More options']) {
    const head = dialog.getByText(group, { exact: true });
    if ((await head.count()) > 0) await head.click();
  }
  await expect(dialog.getByRole('region', { name: 'Preview' })).toHaveAttribute(
    'aria-busy',
    'false',
    SLOW,
  );
  return dialog;
}

for (const format of formats) {
  test(`${format} has no accessibility faults in any theme`, async () => {
    test.slow();
    await expectNoViolations(running, ['[role="dialog"]'], async () => {
      const dialog = await openFor(format);
      return async () => {
        await running.page.keyboard.press('Escape');
        await expect(dialog).toHaveCount(0);
      };
    });
  });
}
