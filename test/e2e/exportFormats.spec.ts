import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { ElectronApplication, Page } from '@playwright/test';
import { launchApp, projectFolder, type RunningApp } from './launch.ts';
import { removeFolder } from './removeFolder.ts';

/** Exports of other formats than PDF as the window asks for them, read back from the disk. */

const sample = join(projectFolder, 'resources', 'sample-archive');
let running: RunningApp;
let folder: string;

test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-export-test-'));
  running = await launchApp({ folder: sample });
  await expect(running.page.getByRole('option').first()).toBeVisible();
});

test.afterEach(async () => {
  await running.close();
  await removeFolder(folder);
});

/** Answers the system's save dialog, which no test can reach; what it was asked for is kept as `asked`. */
async function saveTo(app: ElectronApplication, filePath: string): Promise<void> {
  await app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = (...given: readonly unknown[]) => {
      Object.assign(globalThis, { asked: given.at(-1) });
      return Promise.resolve({ canceled: false, filePath: path });
    };
  }, filePath);
}

/** Starts an export of all posts and answers how it ended; `isCancelled` cancels it at once. */
function exportAll(page: Page, format: string, isCancelled = false): Promise<unknown> {
  return page.evaluate(
    `(async () => {
      const { call, subscribe } = window.archive;
      const value = async (channel, input) => {
        const result = await call(channel, input);
        if (!result.ok) throw new Error(result.error.message);
        return result.value;
      };
      const ended = new Promise((done) => {
        const stop = subscribe('export.finished', (summary) => {
          stop();
          done(summary);
        });
      });
      const [{ id: archiveId }] = await value('archives.list', undefined);
      const { exportOptions } = await value('settings.get', undefined);
      const filters = { list: 'all', states: [], sources: [], categories: [], tags: [], labels: [], from: null, to: null };
      const ids = await value('posts.ids', { archiveId, text: '', filters, sort: 'oldest' });
      const options = { ...exportOptions, format: '${format}' };
      const { jobId } = await value('export.start', { archiveId, ids, options });
      if (${isCancelled}) await value('export.cancel', { jobId });
      return ended;
    })()`,
  );
}

test('a table is written under the name given, with its extension, and told as finished', async () => {
  const { app, page } = running;
  await saveTo(app, join(folder, '剪报'));
  const target = join(folder, '剪报.csv');
  expect(await exportAll(page, 'csv')).toMatchObject({
    format: 'csv',
    outcome: 'done',
    target,
    postCount: 34,
    pageCount: null,
    failures: [],
  });
  const asked = await app.evaluate(() => Object(globalThis).asked);
  expect(asked).toMatchObject({
    title: 'Export to CSV',
    defaultPath: expect.stringMatching(/江汀报刊资料库 \d{4}-\d{2}-\d{2}\.csv$/),
    filters: [{ name: 'CSV', extensions: ['csv'] }],
  });
  const text = readFileSync(target, 'utf8');
  expect(text.startsWith('\uFEFFpath,title,date,')).toBe(true);
  expect(text.trimEnd().split('\r\n')).toHaveLength(35);
  expect(readdirSync(folder)).toEqual(['剪报.csv']);
});

test('cancelled, it leaves the file that was there', async () => {
  const { app, page } = running;
  const target = join(folder, 'all.jsonl');
  writeFileSync(target, 'old');
  await saveTo(app, target);
  expect(await exportAll(page, 'jsonl', true)).toMatchObject({ outcome: 'cancelled' });
  expect(readdirSync(folder)).toEqual(['all.jsonl']);
  expect(readFileSync(target, 'utf8')).toBe('old');
  expect(await exportAll(page, 'jsonl')).toMatchObject({ outcome: 'done', postCount: 34 });
  const lines = readFileSync(target, 'utf8').trimEnd().split('\n');
  expect(lines.map((line) => Object(JSON.parse(line)).kind)).toEqual(lines.map(() => 'post'));
  expect(lines).toHaveLength(34);
});
