import { existsSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { ElectronApplication } from '@playwright/test';
import { launchApp } from './launch.ts';
import { makePostFolder } from './postFolder.ts';
import type { PostFolder } from './postFolder.ts';
import { removeFolder } from './removeFolder.ts';

/** The page or the core dies or hangs, at rest and in the middle of work; the app goes on from the same place. */

/** Chromium says so of every page that dies, and of calls that were under way. */
const DEATH = [/crash/iu, /ERR_/u, /Target closed/u];
const COUNT = 400;

let posts: PostFolder;
let target = '';
test.beforeAll(async () => {
  const paragraph = 'Boats came in at noon and went out again with the tide.\n\n';
  const files = Array.from({ length: COUNT }, (_, at) => {
    const day = new Date(Date.UTC(2024, 0, 1) + at * 86_400_000).toISOString().slice(0, 10);
    const body = `${at % 2 === 0 ? 'Harbour. ' : ''}${paragraph.repeat(60)}`;
    return [`${day}-p${at}.md`, `---\ntitle: Report ${at}\ndate: ${day}\n---\n${body}`] as const;
  });
  posts = await makePostFolder(Object.fromEntries(files));
  target = await mkdtemp(join(tmpdir(), 'broadsheet-recovery-'));
});
test.afterAll(async () => {
  await posts.remove();
  await removeFolder(target);
});

/**
 * Runs code in the window as it is now: a page that died stays dead to Playwright, the window comes back. Null when it
 * gives nothing within a second: a page that is dying never answers.
 */
const inWindow = (app: ElectronApplication, code: string): Promise<unknown> =>
  app.evaluate(
    ({ BrowserWindow }, script) =>
      Promise.race([
        BrowserWindow.getAllWindows()
          .find((window) => window.isVisible())
          ?.webContents.executeJavaScript(script)
          .catch(() => null),
        new Promise((resolve) => void setTimeout(() => resolve(null), 1_000)),
      ]),
    code,
  );

/** Answers message boxes with a button, given by its place, and keeps what they said. */
async function answerBoxes(app: ElectronApplication, response: number): Promise<void> {
  await app.evaluate(({ dialog }, button) => {
    const said: string[] = [];
    Reflect.set(globalThis, 'saidInBoxes', said);
    dialog.showMessageBox = (...given: readonly unknown[]) => {
      const options: unknown = given.at(-1);
      said.push(JSON.stringify(options));
      return Promise.resolve({ response: button, checkboxChecked: false });
    };
  }, response);
}

const boxes = (app: ElectronApplication): Promise<readonly string[]> =>
  app.evaluate((): readonly string[] => Reflect.get(globalThis, 'saidInBoxes'));

/** Ends the page's process and waits until another page has loaded. */
async function crash(app: ElectronApplication): Promise<void> {
  await app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows().find((window) =>
      window.isVisible(),
    )?.webContents;
    const isBack = new Promise<void>((resolve) => {
      contents?.once('did-finish-load', () => resolve());
    });
    contents?.forcefullyCrashRenderer();
    await isBack;
  });
}

/** What a reader sees of the place: query, open post, how far it and the list are scrolled, in tens of pixels. */
const PLACE = `(() => {
  const field = document.querySelector('[data-search]');
  const round = (element) => Math.round((element?.scrollTop ?? -1) / 10);
  const list = document.querySelector('[role=listbox]');
  const scroller = list === null ? null : [list, list.parentElement].find((box) => box.scrollTop > 0) ?? list;
  return { text: field?.value ?? null, post: document.querySelector('article')?.getAttribute('aria-label') ?? null,
    paper: round(document.querySelector('.paper')), list: round(scroller) };
})()`;

test('a page that dies comes back to the same query, post and place', async () => {
  const { app, page, close } = await launchApp({ folder: posts.folder, allowedErrors: DEATH });
  await answerBoxes(app, 0);
  await expect(page.getByText('Index up to date')).toBeVisible();
  await page.getByRole('combobox', { name: 'Search posts' }).fill('harbour');
  const list = page.getByRole('listbox', { name: 'Posts' });
  await expect(list.getByRole('option').first()).toHaveAttribute('aria-setsize', String(COUNT / 2));
  await list.focus();
  for (let press = 0; press < 4; press += 1) await page.keyboard.press('PageDown');
  // The last post gone to is shown a moment later, from its beginning.
  const chosen = list.getByRole('option', { selected: true });
  await expect(async () => {
    const shown = await page.getByRole('article').getAttribute('aria-label');
    await expect(chosen).toContainText(shown ?? '', { timeout: 200 });
  }).toPass();
  await page.locator('.paper').evaluate((paper) => Reflect.set(paper, 'scrollTop', 1_200));
  // Longer than the window waits before it writes down where it is.
  await page.waitForTimeout(1_500);
  const before = await inWindow(app, PLACE);
  expect(before).toMatchObject({
    text: 'harbour',
    post: expect.stringMatching(/^Report/u),
    paper: 120,
  });
  await crash(app);
  await expect.poll(() => inWindow(app, PLACE)).toEqual(before);
  expect(await boxes(app)).toEqual([expect.stringContaining('was loaded again')]);
  await close();
});

test('a page that dies again at once is not loaded for ever: the reader is asked', async () => {
  const { app, page, close } = await launchApp({ folder: posts.folder, allowedErrors: DEATH });
  await answerBoxes(app, 0);
  await expect(page.getByText('Index up to date')).toBeVisible();
  await crash(app);
  await app.evaluate(async ({ BrowserWindow, dialog }) => {
    const window = BrowserWindow.getAllWindows().find((each) => each.isVisible());
    const said: string[] = Reflect.get(globalThis, 'saidInBoxes');
    const isAsked = new Promise<void>((resolve) => {
      dialog.showMessageBox = (...given: readonly unknown[]) => {
        said.push(JSON.stringify(given.at(-1)));
        resolve();
        return new Promise((answer) => {
          Reflect.set(globalThis, 'press', () => answer({ response: 0, checkboxChecked: false }));
        });
      };
    });
    window?.webContents.forcefullyCrashRenderer();
    await isAsked;
  });
  expect((await boxes(app)).at(-1)).toContain('Reload');
  expect(
    await app.evaluate(({ webContents }) =>
      webContents.getAllWebContents().some((each) => each.isCrashed()),
    ),
  ).toBe(true);
  await app.evaluate(() => Reflect.get(globalThis, 'press')());
  await expect
    .poll(() => inWindow(app, `document.querySelectorAll('[role=option]').length`))
    .toBeGreaterThan(0);
  await close();
});

test('indexing goes on when the page dies in the middle of it', async () => {
  const many = await makePostFolder(
    Object.fromEntries(
      Array.from({ length: 4_000 }, (_, at) => [
        `p${at}.md`,
        `---\ntitle: Post ${at}\n---\n${'Words of it. '.repeat(200)}`,
      ]),
    ),
  );
  const { app, page, close } = await launchApp({ folder: many.folder, allowedErrors: DEATH });
  await answerBoxes(app, 0);
  await expect(page.getByText(/Indexing/u).first()).toBeVisible();
  await crash(app);
  const text = `document.body.innerText + (document.querySelector('[role=option]')?.getAttribute('aria-setsize') ?? '')`;
  await expect
    .poll(() => inWindow(app, text), { timeout: 60_000 })
    .toMatch(/Index up to date[\s\S]*4000$/u);
  await close();
  await many.remove();
});

test('an export goes on when the page dies in the middle of it', async () => {
  const file = join(target, 'all.pdf');
  const { app, page, close } = await launchApp({ folder: posts.folder, allowedErrors: DEATH });
  await answerBoxes(app, 0);
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, file);
  await expect(page.getByText('Index up to date')).toBeVisible();
  await page.getByRole('combobox', { name: 'Search posts' }).fill('before:2024-03-31');
  const list = page.getByRole('listbox', { name: 'Posts' });
  await expect(list.getByRole('option').first()).toHaveAttribute('aria-setsize', /^9\d$/u);
  await list.focus();
  await page.keyboard.press('Control+a');
  await page.getByRole('button', { name: 'Export…', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await dialog.getByRole('button', { name: /Export PDF/ }).click();
  await expect(dialog.getByRole('progressbar')).toBeVisible();
  await crash(app);
  await expect
    .poll(() => inWindow(app, `document.querySelectorAll('[role=option]').length`))
    .toBeGreaterThan(0);
  await expect.poll(() => existsSync(file), { timeout: 80_000 }).toBe(true);
  await close();
});

test('a page that hangs is noticed, and loaded again when the reader says so', async () => {
  const { app, page, close } = await launchApp({ folder: posts.folder, allowedErrors: DEATH });
  await answerBoxes(app, 1);
  await expect(page.getByText('Index up to date')).toBeVisible();
  await page.getByRole('option').first().click();
  await expect(page.getByRole('article')).toBeVisible();
  await page.waitForTimeout(1_000);
  await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows().find((window) =>
      window.isVisible(),
    )?.webContents;
    void contents?.executeJavaScript('for (;;) {}').catch(() => undefined);
    // Chromium does not watch a page that a debugger is attached to, as here; its word for a hang is given by hand.
    BrowserWindow.getAllWindows()
      .find((window) => window.isVisible())
      ?.emit('unresponsive');
  });
  await expect
    .poll(() => boxes(app), { timeout: 70_000 })
    .toContainEqual(expect.stringContaining('does not respond'));
  await expect
    .poll(
      () => inWindow(app, `document.querySelector('article')?.getAttribute('aria-label') ?? ''`),
      { timeout: 30_000 },
    )
    .toMatch(/^Report/u);
  await close();
});

test('a core that dies is replaced, and the window says so', async () => {
  const { app, page, close } = await launchApp({ folder: posts.folder, allowedErrors: DEATH });
  await expect(page.getByText('Index up to date')).toBeVisible();
  const isSent = await app.evaluate(() => {
    // The core's thread dies of a message that is no request; its port is found among the open handles.
    const handles: readonly object[] = Reflect.get(process, '_getActiveHandles').call(process);
    const ports = handles.filter((handle) => handle.constructor.name === 'MessagePort');
    for (const port of ports) Reflect.get(port, 'postMessage').call(port, null);
    return ports.length;
  });
  expect(isSent).toBeGreaterThan(0);
  await expect(page.getByText('stopped and was started again')).toBeVisible();
  await page.getByRole('option', { name: 'Report 398', exact: true }).click();
  await expect(page.getByRole('article', { name: 'Report 398' })).toBeVisible();
  await close();
});
