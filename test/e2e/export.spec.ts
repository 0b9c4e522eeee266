import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { ElectronApplication, Page } from '@playwright/test';
import { launchApp, projectFolder, type RunningApp } from './launch.ts';

/** Exports through the window, read back with Poppler's tools as any reader of the PDF would. */

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
  rmSync(folder, { recursive: true, force: true });
});

/** Answers the system's save dialog, which no test can reach. */
async function saveTo(app: ElectronApplication, filePath: string): Promise<void> {
  await app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path });
  }, filePath);
}

async function tickAll(page: Page, query: string, count: number): Promise<void> {
  const field = page.getByRole('combobox', { name: 'Search posts' });
  await field.fill(query);
  await expect(page.getByText(`${count} posts`, { exact: true }).first()).toBeVisible();
  await page.getByRole('listbox', { name: 'Posts' }).focus();
  await page.keyboard.press('Control+a');
  await page.getByRole('button', { name: 'Export…', exact: true }).click();
}

const poppler = (tool: string, ...words: string[]): string =>
  execFileSync(tool, words, { encoding: 'utf8' });

test('a search becomes one book with contents, page numbers, outline and embedded fonts', async () => {
  const { app, page } = running;
  const file = join(folder, '灯塔.pdf');
  await saveTo(app, file);
  await tickAll(page, '灯塔', 9);
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await dialog.getByRole('button', { name: /Export PDF/ }).click();
  await expect(dialog.getByRole('button', { name: 'Show in folder' })).toBeVisible({
    timeout: 60_000,
  });

  const text = poppler('pdftotext', file, '-').replace(/\s/g, '');
  expect(text).toContain('停了九年的灯又亮了');
  expect(text).toContain('太阳落到云岑山背后');
  const fonts = poppler('pdffonts', file).split('\n').slice(2).filter(Boolean);
  expect(fonts.length).toBeGreaterThan(0);
  for (const font of fonts)
    expect(font).toMatch(/CID TrueType\s+Identity-H\s+yes yes yes|yes (yes|no)\s+yes/);
  expect(poppler('pdfinfo', file)).toMatch(/Tagged:\s+yes/);

  const outline = /<outline>.*<\/outline>/s.exec(
    poppler('pdftohtml', '-xml', '-i', '-stdout', file),
  );
  const lines = outline?.[0].match(/<(?:item page="\d+"|\/?outline)>[^<\n]*/g) ?? [];
  const title = '冬季航班时刻公布 末班渡轮推迟到二十一点十分';
  const place = lines.findIndex((line) => line.includes(title));
  expect(lines[place]?.endsWith(`>${title}`)).toBe(true);
  expect(lines.slice(place + 1, place + 3)).toEqual([
    '<outline>',
    expect.stringMatching(/>时刻表$/),
  ]);
  expect(lines.filter((line) => line.includes(title))).toHaveLength(1);

  const contents = poppler('pdftotext', '-f', '1', '-l', '1', '-layout', file, '-');
  const wanted = /冬季航班时刻公布.*?(\d+)\s*$/m.exec(contents)?.[1] ?? '';
  const there = poppler('pdftotext', '-f', wanted, '-l', wanted, file, '-').replace(/\s/g, '');
  expect(there).toContain('冬季航班时刻公布');
  expect(readdirSync(folder)).toEqual(['灯塔.pdf']);
});

test('one file per post, named by day and title', async () => {
  const { app, page } = running;
  const target = join(folder, '剪报');
  await saveTo(app, target);
  await tickAll(page, '渡轮', 4);
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await dialog.getByRole('radio', { name: /^One file per post/ }).check();
  await dialog.getByRole('button', { name: /Export PDF/ }).click();
  await expect(dialog.getByRole('button', { name: 'Show in folder' })).toBeVisible({
    timeout: 60_000,
  });
  const names = readdirSync(target).toSorted();
  expect(names).toHaveLength(4);
  for (const name of names) expect(name).toMatch(/^\d{4}-\d{2}-\d{2} .+\.pdf$/);
});

test('a cancelled export leaves no file behind', async () => {
  const { app, page } = running;
  const file = join(folder, 'all.pdf');
  await saveTo(app, file);
  await tickAll(page, '', 34);
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await dialog.getByRole('button', { name: /Export PDF/ }).click();
  await expect(dialog.getByRole('progressbar')).toBeVisible();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog.getByRole('progressbar')).toBeHidden();
  expect(existsSync(file)).toBe(false);
  expect(readdirSync(folder)).toEqual([]);
});
