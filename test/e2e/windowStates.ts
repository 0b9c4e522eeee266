import { expect, type Page } from '@playwright/test';
import type { MenuCommand } from '../../src/shared/events.ts';
import { sendCommand } from './axeInThemes.ts';
import type { RunningApp } from './launch.ts';

/*
 * The states a window can be in, each reached from the one before it and left again: what is proved of all of them
 * (axe, sizes, text that fits) goes through this table. No word of a language stands here, so that it serves both.
 */

/** One state of the window. */
export interface WindowState {
  readonly name: string;
  /** Brings it on screen; answers the page it is in (a window of its own has one) and what takes it away. */
  readonly open: (
    running: RunningApp,
  ) => Promise<{ readonly page: Page; readonly leave: () => Promise<void> }>;
}

/** A search with hits, and filters of two kinds beside it. */
const STATE_SEARCH = '灯塔 date:2024-11 -source:白鹭港晚报';

const escape = async ({ page }: RunningApp): Promise<void> => {
  await page.keyboard.press('Escape');
};

const goBack = (running: RunningApp): Promise<void> => sendCommand(running, 'go-back');

/** A state that a command brings, known by what it shows. */
function byCommand(
  name: string,
  command: MenuCommand,
  shown: string,
  leave: (running: RunningApp) => Promise<void> = escape,
): WindowState {
  return {
    name,
    open: async (running) => {
      const { page } = running;
      await sendCommand(running, command);
      await expect(page.locator(shown).first()).toBeVisible();
      return {
        page,
        leave: async () => {
          await leave(running);
          await expect(page.locator(shown)).toHaveCount(0);
        },
      };
    },
  };
}

/** A state that a press on a control brings, known by what it shows. */
function byPress(name: string, control: string, shown: string): WindowState {
  return {
    name,
    open: async (running) => {
      const { page } = running;
      await page.locator(control).first().click();
      await expect(page.locator(shown).first()).toBeVisible();
      return {
        page,
        leave: async () => {
          await page.keyboard.press('Escape');
          await expect(page.locator(shown)).toHaveCount(0);
        },
      };
    },
  };
}

/** A pane of the settings, by its place. */
const settingsPane = (place: number): WindowState => ({
  name: `settings, pane ${place + 1}`,
  open: async (running) => {
    const { page } = running;
    await sendCommand(running, 'settings');
    const dialog = page.locator('.settings-dlg');
    await dialog.getByRole('tab').nth(place).click();
    await expect(dialog.getByRole('tabpanel')).toBeVisible();
    return {
      page,
      leave: async () => {
        await page.keyboard.press('Escape');
        await expect(dialog).toHaveCount(0);
      },
    };
  },
});

/** Selects the words of a paragraph of the open post, as a triple click does. */
export async function selectParagraph(page: Page, place: number): Promise<void> {
  const paragraph = page.locator('.post-body p').nth(place);
  await paragraph.click({ clickCount: 3, position: { x: 120, y: 12 } });
  await expect(page.locator('.passage-bar')).toBeVisible();
}

/** A passage bar, brought by what is done in the open post. */
const passage = (name: string, act: (page: Page) => Promise<void>): WindowState => ({
  name,
  open: async ({ page }) => {
    await act(page);
    await expect(page.locator('.passage-bar')).toBeVisible();
    return {
      page,
      leave: async () => {
        await page.keyboard.press('Escape');
        await expect(page.locator('.passage-bar')).toHaveCount(0);
      },
    };
  },
});

/** The strip at the foot as it stands while the archive is indexed: the window is told so, as the core tells it. */
export async function tellIndexing(
  { app, page }: RunningApp,
  doneFiles: number,
  totalFiles: number,
): Promise<void> {
  const archiveId: unknown = await page.evaluate(
    'window.archive.call("archives.list").then(({ value }) => value[0].id)',
  );
  const progress = {
    archiveId,
    phase: 'indexing',
    isPaused: false,
    doneFiles,
    totalFiles,
    postCount: doneFiles,
    problemCount: 0,
    filesPerSecond: 900,
    secondsLeft: 40,
    currentPath: '_posts/2024-05-01-a-post.md',
  };
  await app.evaluate(
    ({ BrowserWindow }, sent) =>
      BrowserWindow.getAllWindows()[0]?.webContents.send(
        'broadsheet-event',
        'indexing.progress',
        sent,
      ),
    progress,
  );
}

/** Ends what {@link tellIndexing} told. */
export async function tellIndexed({ app, page }: RunningApp): Promise<void> {
  const archiveId: unknown = await page.evaluate(
    'window.archive.call("archives.list").then(({ value }) => value[0].id)',
  );
  await app.evaluate(
    ({ BrowserWindow }, id) =>
      BrowserWindow.getAllWindows()[0]?.webContents.send('broadsheet-event', 'indexing.finished', {
        archiveId: id,
        outcome: 'cancelled',
        summary: null,
        failure: null,
      }),
    archiveId,
  );
  await expect(page.locator('.strip')).toHaveCount(0);
}

const indexing: WindowState = {
  name: 'indexing',
  open: async (running) => {
    await tellIndexing(running, 4_200, 12_000);
    await expect(running.page.locator('.strip')).toBeVisible();
    return { page: running.page, leave: () => tellIndexed(running) };
  },
};

const readerWindow: WindowState = {
  name: 'window of its own',
  open: async (running) => {
    const [page] = await Promise.all([
      running.app.waitForEvent('window'),
      sendCommand(running, 'open-in-window'),
    ]);
    await expect(page.getByRole('article').first()).toBeVisible();
    return { page, leave: () => page.close() };
  },
};

const readAs: WindowState = {
  name: 'read as',
  open: async ({ page }) => {
    await page.locator('.more-anchor button').first().click();
    await page.getByRole('menuitem', { name: /^(Read as…|更换编码…)$/u }).click();
    await expect(page.locator('.read-as [role="option"]').first()).toBeVisible();
    return {
      page,
      leave: async () => {
        await page.keyboard.press('Escape');
        await expect(page.locator('.read-as')).toHaveCount(0);
      },
    };
  },
};

/** Stands in the list alone. */
export const nothingFound: WindowState = {
  name: 'nothing found',
  open: async ({ page }) => {
    await page.locator('[data-search]').fill('zzzzqq');
    await expect(page.locator('.rows.none h2')).toBeVisible();
    return { page, leave: () => page.locator('[data-search]').fill('') };
  },
};

/** What lies over the panes, or stands in one of them, when a post with a highlight is open. */
export const overlays: readonly WindowState[] = [
  byPress('filter popover', '.chip.add', '.filter-pop'),
  byPress('change of a filter', '.chips .edit', '.filter-pop'),
  byPress('type popover', '.art .ib.txt', '.tool-popover'),
  byPress('archive switcher', '.switch, .rail button', '[role="menu"]'),
  byPress('menu of the post', '.more-anchor button', '[role="menu"]'),
  readAs,
  byCommand('palette', 'palette', '.pal [role="option"]'),
  ...[0, 1, 2, 3].map(settingsPane),
  byCommand('shortcut sheet', 'shortcuts', '.keys-dlg'),
  byCommand('export dialog', 'export-post', '.exp .form'),
  byCommand('save search', 'save-search', '.sv-dlg'),
  byCommand('search as text', 'edit-as-text', '.query-text'),
  byCommand('on this day', 'on-this-day', '.day-dialog'),
  byCommand('about', 'about', '.about-dlg'),
  byCommand('problems', 'toggle-problems', '.panel'),
  byCommand('find bar', 'find-in-post', '.find input'),
  indexing,
  passage('selected passage', (page) => selectParagraph(page, 1)),
  passage('highlight', (page) => page.locator('mark.hl').first().click()),
  byCommand('highlights page', 'list-highlighted', '.hl-page [role="row"]', goBack),
  byCommand('trends', 'trends', '.tr', (running) => sendCommand(running, 'trends')),
  byCommand('second pane', 'compare', '[data-pane="second"] article', (running) =>
    sendCommand(running, 'compare'),
  ),
  readerWindow,
];

/** Opens the sample archive from the welcome screen. */
export async function openSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^(Try the sample archive|打开示例档案库)/u }).click();
  await expect(page.getByRole('option').first()).toBeVisible();
}

/** Searches with filters, opens the first post found and highlights a paragraph of it. */
export async function openMarkedPost(page: Page): Promise<void> {
  const field = page.locator('[data-search]');
  await field.fill(STATE_SEARCH);
  await field.press('Enter');
  await expect(page.locator('.chips li.chip').first()).toBeVisible();
  await page.getByRole('option').first().click();
  await expect(page.locator('.post-body mark.hit').first()).toBeVisible();
  await selectParagraph(page, 0);
  await page.keyboard.press('1');
  await expect(page.locator('mark.hl').first()).toBeVisible();
}
