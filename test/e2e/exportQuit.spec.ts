import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { exportEnd, startExport } from './exportRun.ts';
import { launchApp, type RunningApp } from './launch.ts';
import { makePostFolder, type PostFolder } from './postFolder.ts';

/** Quitting, and closing the window, while an export is made. */

let posts: PostFolder;
let running: RunningApp;
let folder: string;
let target: string;
let ended: Promise<void>;

test.beforeAll(async () => {
  posts = await makePostFolder({
    '_posts/2024-03-01-one.md': '---\ntitle: 一\n---\n海风。\n',
    '_posts/2024-03-02-two.md': '---\ntitle: 二\n---\n灯塔。\n',
  });
});
test.afterAll(() => posts.remove());

test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-quit-test-'));
  target = join(folder, 'book.pdf');
  running = await launchApp({ folder: posts.folder, lang: 'zh' });
  await expect(running.page.getByText('索引已是最新')).toBeVisible({ timeout: 60_000 });
  const { app } = running;
  ended = new Promise((resolve) => {
    app.on('close', () => resolve());
  });
  await holdPrints();
});
test.afterEach(async () => {
  await running.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Prints of posts wait until they are let go. */
async function holdPrints(): Promise<void> {
  await running.app.evaluate(({ app }) => {
    let letGo = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    Reflect.set(globalThis, 'letGo', letGo);
    app.on('web-contents-created', (_event, contents) => {
      const print = contents.printToPDF.bind(contents);
      contents.printToPDF = async (options) => {
        if (options.generateTaggedPDF === true) await held;
        return print(options);
      };
    });
  });
}

const letPrintsGo = (): Promise<void> =>
  running.app.evaluate(() => {
    Reflect.get(globalThis, 'letGo')();
  });

/** Answers the question that may come by its button of that number; what was asked is kept. */
async function answerWith(button: number): Promise<void> {
  await running.app.evaluate(({ dialog }, response) => {
    const asked: unknown[] = [];
    Reflect.set(globalThis, 'asked', asked);
    dialog.showMessageBox = (...given: unknown[]) => {
      asked.push(given.at(-1));
      return Promise.resolve({ response, checkboxChecked: false });
    };
  }, button);
}

const asked = (): Promise<readonly { readonly message: string; readonly buttons: string[] }[]> =>
  running.app.evaluate(() => Reflect.get(globalThis, 'asked'));

/** Starts an export that is in the midst of a print, with its part there. */
async function exportHeld(): Promise<void> {
  await startExport(running, target);
  await expect.poll(() => readdirSync(folder).length, { timeout: 60_000 }).toBe(1);
}

const WAYS = {
  quit: () => running.app.evaluate(({ app }) => app.quit()),
  'close the window': () =>
    running.app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()
        .find((window) => window.isVisible())
        ?.close();
    }),
} as const;

for (const [name, leave] of Object.entries(WAYS)) {
  test(`${name}: the reader is asked, and keeps exporting`, async () => {
    await answerWith(0);
    await exportHeld();
    await leave();
    await expect.poll(async () => (await asked()).length).toBe(1);
    expect(await asked()).toMatchObject([
      { message: '导出尚未完成', buttons: ['继续导出', '退出并取消'] },
    ]);
    await letPrintsGo();
    expect(await exportEnd(running)).toMatchObject({ outcome: 'done', target });
    expect(existsSync(target)).toBe(true);
    // Nothing is under way any more: nobody is asked again.
    await leave();
    await ended;
  });

  test(`${name}: the reader is asked, and gives the export up; nothing of it is left`, async () => {
    await answerWith(1);
    await exportHeld();
    await leave();
    await ended;
    expect(readdirSync(folder)).toEqual([]);
  });
}

test('the system ends the app: nobody is asked, and nothing of the export is left', async () => {
  await answerWith(0);
  await exportHeld();
  running.app.process().kill('SIGTERM');
  await ended;
  expect(readdirSync(folder)).toEqual([]);
});
