import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import type { ExportProgress, ExportSummary } from '../../src/shared/exportModel.ts';
import { sendCommand } from './axeInThemes.ts';
import { LONG_CHINESE, LONG_WORD, rows, showAllPosts } from './hardPosts.ts';
import type { RunningApp } from './launch.ts';
import { LAMP } from './markedPost.ts';
import { HEADINGS, MANY_TAGS, NOTES, WIDE_PICTURE } from './oddPosts.ts';
import type { WindowState } from './windowStates.ts';

/*
 * An archive in which every name is as long as names get, and the states it brings a window into: what a layout has to
 * hold beside what `windowStates.ts` asks of it. No word of a language stands here, so that it serves both.
 */

/** Opens a post by its title, searched for: the list draws only the rows in view. */
async function openPost(page: Page, title: string): Promise<void> {
  await page.locator('[data-search]').fill(`"${title}"`);
  const row = rows(page).filter({ hasText: title });
  await expect(row).toHaveAttribute('aria-setsize', '1');
  await row.click();
  await expect(page.getByRole('article', { name: title })).toBeVisible();
}

/** A state that stands in a post. */
const inPost = (
  name: string,
  title: string,
  act: (running: RunningApp) => Promise<void>,
  shown: string,
): WindowState => ({
  name,
  open: async (running) => {
    const { page } = running;
    await openPost(page, title);
    await act(running);
    const found = page.locator(shown).first();
    await expect(found).toBeVisible();
    await found.scrollIntoViewIfNeeded();
    return { page, leave: () => page.keyboard.press('Escape') };
  },
});

/** A layer that goes when Escape is pressed. */
const layer = (
  name: string,
  act: (running: RunningApp) => Promise<void>,
  shown: (page: Page) => Locator,
): WindowState => ({
  name,
  open: async (running) => {
    const { page } = running;
    await act(running);
    await expect(shown(page).first()).toBeVisible();
    return {
      page,
      leave: async () => {
        await page.keyboard.press('Escape');
        await expect(shown(page)).toHaveCount(0);
      },
    };
  },
});

const dialog = (page: Page): Locator => page.locator('[role="dialog"], [role="alertdialog"]');
const menu = (page: Page): Locator => page.getByRole('menu');

const progress: ExportProgress = {
  jobId: 'job',
  stage: 'printing',
  donePosts: 12_345,
  totalPosts: 128_406,
  donePages: null,
  currentTitle: LONG_CHINESE,
  secondsLeft: 3_599,
};

const summary = (outcome: ExportSummary['outcome']): ExportSummary => ({
  jobId: 'job',
  format: 'pdf',
  outcome,
  target: outcome === 'done' ? `/home/reader/${LONG_WORD}/${LONG_CHINESE}.pdf` : null,
  pageCount: outcome === 'done' ? 214_308 : null,
  postCount: 128_406,
  byteCount: null,
  warnings: [],
  failures:
    outcome === 'done'
      ? [
          { path: `_posts/${LONG_WORD}.md`, message: 'The file is gone.' },
          { path: `_posts/${LONG_CHINESE}.md`, message: 'The file cannot be read.' },
        ]
      : [],
  message: outcome === 'failed' ? `The disk is full: /home/reader/${LONG_WORD}.pdf` : null,
});

/** Tells the window of an export, as main does. */
const tellExport = (
  { app }: RunningApp,
  told: { readonly name: 'export.progress' | 'export.finished'; readonly what: unknown },
): Promise<void> =>
  app.evaluate(
    ({ BrowserWindow }, { name, what }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.send('broadsheet-event', name, what),
    told,
  );

/** The dialog of an export, opened from the foot of the window, while it runs or when it ended. */
const exportDialog = (outcome: 'runs' | ExportSummary['outcome']): WindowState =>
  layer(
    `export, ${outcome}`,
    async (running) => {
      await tellExport(running, { name: 'export.progress', what: progress });
      await running.page.locator('.strip button').first().click();
      await expect(running.page.locator('.exp').getByRole('progressbar')).toBeVisible();
      if (outcome === 'runs') return;
      await tellExport(running, { name: 'export.finished', what: summary(outcome) });
      await expect(running.page.locator('.exp').getByRole('progressbar')).toHaveCount(0);
    },
    (page) => page.locator('.exp'),
  );

/** The row at the foot while an export runs out of sight, and what ends it. */
const exportAtFoot: WindowState = {
  name: 'export at the foot',
  open: async (running) => {
    const { page } = running;
    await tellExport(running, { name: 'export.progress', what: progress });
    await expect(page.locator('.strip').first()).toBeVisible();
    return {
      page,
      leave: async () => {
        await tellExport(running, { name: 'export.finished', what: summary('cancelled') });
        // How it ended stands there until it is put away.
        await page.locator('.strip button').last().click();
        await expect(page.locator('.strip')).toHaveCount(0);
      },
    };
  },
};

/** Rows ticked, and the bar of what can be done with them. */
async function tickAll({ page }: RunningApp): Promise<void> {
  await page.locator('[data-search]').fill('');
  await page.locator('.rows').focus();
  await page.keyboard.press('Control+a');
  await expect(page.locator('.bulk')).toBeVisible();
}

const untick = async (page: Page): Promise<void> => {
  await page.locator('.bulk button').first().click();
  await expect(page.locator('.bulk')).toHaveCount(0);
};

const ticked: WindowState = {
  name: 'ticked posts',
  open: async (running) => {
    await tickAll(running);
    return { page: running.page, leave: () => untick(running.page) };
  },
};

/** Writes the library to a file and takes it in again, which brings the report. */
const importReport = (folder: string): WindowState =>
  layer(
    'report of an import',
    async (running) => {
      const file = join(folder, 'library.json');
      await writeFile(file, '');
      await running.app.evaluate(({ dialog: system }, path) => {
        system.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path });
        system.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
      }, file);
      await sendCommand(running, 'export-library');
      await expect(running.page.locator('.toast').first()).toBeVisible();
      await sendCommand(running, 'import-library');
    },
    (page) => page.locator('.library-dlg'),
  );

const searchTold: WindowState = {
  name: 'search read otherwise',
  open: async ({ page }) => {
    const field = page.locator('[data-search]');
    await field.fill(`source:${LONG_CHINESE} label:"${LONG_WORD}" date:2024-13 (`);
    await field.press('Enter');
    await expect(page.locator('.rows.none h2')).toBeVisible();
    return { page, leave: () => field.fill('') };
  },
};

/** The states, in an order in which each leaves the window fit for the next. */
export const hardStates = (folder: string): readonly WindowState[] => [
  inPost(
    'three hundred tags',
    MANY_TAGS,
    ({ page }) => page.locator('.post-tags .post-more').click(),
    '.post-tags',
  ),
  inPost(
    'footnote',
    NOTES,
    ({ page }) => page.locator('.post-body sup a').first().click(),
    '.note-popover',
  ),
  inPost(
    'picture',
    WIDE_PICTURE,
    ({ page }) => page.locator('.post-body img').first().click(),
    '.picture-view',
  ),
  inPost('outline', HEADINGS, (running) => sendCommand(running, 'outline'), '.outline'),
  inPost('orphans', LAMP, () => Promise.resolve(), '.orphans'),
  inPost('note at a passage', LAMP, () => Promise.resolve(), '[role="note"]'),
  inPost(
    'note being written',
    LAMP,
    ({ page }) => page.locator('.note-slot .note-text').first().click(),
    '.note-slot textarea',
  ),
  inPost('note on the post', LAMP, (running) => sendCommand(running, 'post-note'), 'textarea'),
  layer(
    'labels',
    (running) => sendCommand(running, 'labels'),
    (page) => page.locator('.label-pop'),
  ),
  layer(
    'sidebar',
    (running) => sendCommand(running, 'toggle-sidebar'),
    (page) => page.locator('.side-over'),
  ),
  layer(
    'filters',
    ({ page }) => page.locator('.rail .ib:has(.lucide-list-filter)').click(),
    (page) => page.locator('.filters-pop'),
  ),
  layer('menu of a row', ({ page }) => rows(page).first().click({ button: 'right' }), menu),
  layer(
    'all archives',
    (running) => sendCommand(running, 'search-all-archives'),
    (page) => page.locator('.all-archives'),
  ),
  layer(
    'mark all read',
    async (running) => {
      await running.page.locator('[data-search]').fill('');
      await showAllPosts(running);
      await sendCommand(running, 'mark-all-read');
    },
    dialog,
  ),
  layer(
    'removal of the archive',
    async ({ page }) => {
      await page.locator('.rail button, .switch').first().click();
      await page.getByRole('menuitem').last().click();
    },
    dialog,
  ),
  exportDialog('runs'),
  exportDialog('done'),
  exportDialog('failed'),
  exportAtFoot,
  ticked,
  importReport(folder),
  searchTold,
];
