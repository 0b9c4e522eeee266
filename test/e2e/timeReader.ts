import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Locator, type Page } from '@playwright/test';
import { launchApp, type RunningApp } from './launch.ts';
import { atRest } from './measure.ts';
import { makePostFolder } from './postFolder.ts';
import { timeArchive } from './timeArchive.ts';
import { setWindowSize } from './windowSize.ts';

/** All posts of {@link timeArchive}. */
export const ALL = Object.keys(timeArchive()).length;

/** A window on {@link timeArchive}, with what its tests share. */
export interface TimeReader {
  readonly running: RunningApp;
  readonly page: Page;
  /** The rows of the list. */
  readonly rows: Locator;
  /** Waits until the list has this many posts. */
  readonly expectTotal: (total: number) => Promise<void>;
  /** Types into the search field and waits until that many posts are found. */
  readonly search: (text: string, total: number) => Promise<void>;
  /** Runs a command as the native menu does. */
  readonly command: (name: string) => Promise<void>;
  readonly setSize: (width: number, height: number) => Promise<void>;
  /** Fails for every fault that axe finds in the parts named, in each theme. */
  readonly expectNoFaults: (...parts: readonly string[]) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Opens the archive and waits until it is indexed. */
export async function openTimeArchive(lang: 'en' | 'zh' = 'en'): Promise<TimeReader> {
  const made = await makePostFolder(timeArchive());
  const running = await launchApp({ folder: made.folder, lang });
  const { app, page } = running;
  const rows = page.getByRole('listbox').getByRole('option');
  const field = page.locator('[data-pane="list"] .top input');
  const expectTotal = (total: number): Promise<void> =>
    expect(rows.first()).toHaveAttribute('aria-setsize', String(total));
  const command = (name: string): Promise<void> =>
    app.evaluate(
      ({ BrowserWindow }, sent) =>
        BrowserWindow.getAllWindows()[0]?.webContents.send('broadsheet-event', 'menu.command', {
          command: sent,
        }),
      name,
    );
  // Nine hundred files on a busy machine.
  await expect(page.getByText(lang === 'en' ? 'Index up to date' : '索引已是最新')).toBeVisible({
    timeout: 60_000,
  });
  await expectTotal(ALL);
  return {
    running,
    page,
    rows,
    expectTotal,
    command,
    search: async (text, total) => {
      await field.fill(text);
      await expectTotal(total);
    },
    setSize: async (width, height) => {
      await setWindowSize(running, width, height);
    },
    expectNoFaults: async (...parts) => {
      for (const theme of ['light', 'sepia', 'dark'] as const) {
        await command(`theme-${theme}`);
        await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
        await expectNoFaultsNow(page, parts);
      }
      await command('theme-light');
    },
    close: async () => {
      await running.close();
      await made.remove();
    },
  };
}

/** Fails for every fault that axe finds in the parts named, as the window stands. */
export async function expectNoFaultsNow(page: Page, parts: readonly string[]): Promise<void> {
  await atRest(page);
  let axe = new AxeBuilder({ page }).setLegacyMode();
  for (const part of parts) axe = axe.include(part);
  const { violations } = await axe.analyze();
  expect(violations).toEqual([]);
}
