import { expect, type ElectronApplication, type Locator, type Page } from '@playwright/test';

/** The export dialog as a reader uses it, for tests of what comes out. */

/** An export through laying out and printing, on a machine that has much else to do. */
export const SLOW = { timeout: 120_000 };

/** Answers the system's save dialog, which no test can reach, with this path from now on. */
export const saveTo = (app: ElectronApplication, path: string): Promise<void> =>
  app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, path);

/** The dialog, wherever it was opened from. */
export const dialogOf = (page: Page): Locator =>
  page.getByRole('dialog', { name: 'Export', exact: true });

/** Opens the dialog by its key, once what is chosen by then is what the window knows. */
export async function openExport(page: Page): Promise<Locator> {
  const dialog = dialogOf(page);
  await page.keyboard.press('Control+e');
  await expect(dialog).toBeVisible();
  return dialog;
}

/** Chooses from a drop-down of the dialog. */
export async function choose(dialog: Locator, box: string, option: string): Promise<void> {
  // The chosen value stands before the name of the box, and no other button ends with it.
  await dialog.getByRole('button', { name: new RegExp(` ${box}$`, 'u') }).click();
  await dialog.page().getByRole('option', { name: option, exact: true }).click();
}

/** Presses the button that exports, waits until so many posts are told as exported, and goes back to the settings. */
export async function exportNow(
  dialog: Locator,
  { format, count }: { readonly format: string; readonly count: number },
): Promise<void> {
  const posts = count === 1 ? '1 post' : `${count} posts`;
  await expect(dialog.getByRole('heading', { name: `Export ${posts} to ${format}` })).toBeVisible();
  await dialog.getByRole('button', { name: `Export ${format}`, exact: true }).click();
  await expect(dialog.getByText(`Exported ${posts}`, { exact: true })).toBeVisible(SLOW);
  await dialog.getByRole('button', { name: 'Back to settings' }).click();
}
