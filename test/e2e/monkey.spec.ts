import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { ElectronApplication } from 'playwright';
import { Random } from '../support/random.ts';
import { launchApp, projectFolder, type RunningApp } from './launch.ts';
import { nextDeed } from './monkeyHands.ts';
import { oddFiles } from './oddPosts.ts';
import { makePostFolder } from './postFolder.ts';

/** `BROADSHEET_MONKEY=<seed>:<deeds>` lets another monkey loose, for longer. */
const [seed = 20260101, deeds = 300] = (process.env['BROADSHEET_MONKEY'] ?? '')
  .split(':')
  .filter((part) => part !== '')
  .map(Number);

/** Answers what the desktop would ask, and opens nothing outside the app. */
async function standInForDesktop(
  app: ElectronApplication,
  folders: readonly string[],
  saveTo: string,
): Promise<void> {
  await app.evaluate(
    ({ dialog, shell, Menu }, { answers, target }) => {
      let asked = 0;
      dialog.showOpenDialog = () => {
        asked += 1;
        const folder = answers[asked % answers.length];
        return Promise.resolve({
          canceled: folder === undefined,
          filePaths: folder === undefined ? [] : [folder],
        });
      };
      dialog.showSaveDialog = () => {
        asked += 1;
        return Promise.resolve({ canceled: asked % 3 === 0, filePath: `${target}-${asked}` });
      };
      shell.openExternal = () => Promise.resolve();
      shell.openPath = () => Promise.resolve('');
      shell.showItemInFolder = () => undefined;
      // A menu of the desktop waits for its own mouse.
      Menu.prototype.popup = () => undefined;
    },
    { answers: folders, target: saveTo },
  );
}

/** The window is alive: it draws frames, has not crashed, and the way back to all posts works. */
async function expectAlive({ page }: RunningApp): Promise<void> {
  await page.evaluate('new Promise((done) => requestAnimationFrame(done))');
  expect(await page.locator('#root > *').count()).toBeGreaterThan(0);
  await expect(page.locator('.crash')).toHaveCount(0);
}

test(`a monkey does ${deeds} things and breaks nothing (seed ${seed})`, async () => {
  test.setTimeout(60_000 + deeds * 600);
  const home = mkdtempSync(join(tmpdir(), 'broadsheet-monkey-'));
  const sample = join(home, 'sample');
  cpSync(join(projectFolder, 'resources', 'sample-archive'), sample, { recursive: true });
  const odd = await makePostFolder(oddFiles);
  const undated = await makePostFolder({
    'one.md': 'No date, no title.\n',
    'two.txt': '只有正文。\n',
  });
  const empty = await makePostFolder({});
  const running = await launchApp({ folder: sample, env: { HOME: home } });
  await standInForDesktop(
    running.app,
    [odd.folder, undated.folder, empty.folder, sample],
    join(home, 'saved'),
  );
  await expect(running.page.getByRole('option').first()).toBeVisible();
  const random = new Random(seed);
  const told: string[] = [];
  const errors: string[] = [];
  running.page.on('pageerror', ({ message }) => errors.push(message));
  for (let at = 0; at < deeds; at += 1) {
    const deed = nextDeed(random);
    told.push(await deed({ app: running.app, page: running.page, random }));
    expect(errors, told.slice(-15).join('\n')).toEqual([]);
    if (at % 20 === 19) {
      await expectAlive(running);
      for (const other of running.app.windows()) if (other !== running.page) await other.close();
    }
  }
  for (let layer = 0; layer < 8; layer += 1) await running.page.keyboard.press('Escape');
  await expectAlive(running);
  await running.close();
  rmSync(home, { recursive: true, force: true });
  await Promise.all([odd.remove(), undated.remove(), empty.remove()]);
});
