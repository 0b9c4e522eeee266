import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Locator } from '@playwright/test';
import { workStages } from '../../src/shared/exportModel.ts';
import { builtCli } from '../cli/builtCli.ts';
import { readTable } from '../support/readCsv.ts';
import { sendCommand } from './axeInThemes.ts';
import { choose, dialogOf, exportNow, openExport, saveTo, SLOW } from './exportDialogHands.ts';
import { launchApp, type RunningApp } from './launch.ts';
import { labelPosts } from './marks.ts';
import { makePostFolder, type PostFolder } from './postFolder.ts';
import { pageTexts } from './readPages.ts';
import { removeFolder } from './removeFolder.ts';

/** Each place where posts to export can come from, presets over a restart, and what comes out of the dialog. */

const POSTS = [
  { title: 'Anchor', day: '2024-01-01', tags: ['铁', 'a, b'], words: 'zinc' },
  { title: '浮标', day: '2024-01-02', tags: ['海'], words: 'zinc and brine' },
  { title: 'Capstan', day: '2024-01-03', tags: [], words: 'rope' },
  { title: '桨', day: '2024-01-04', tags: ['海', 'C++'], words: 'brine' },
  { title: 'Derrick', day: '2024-01-05', tags: ['crane'], words: 'zinc' },
] as const;

let posts: PostFolder;
let home: string;
let running: RunningApp;
let out: string;

test.beforeEach(async () => {
  const files = POSTS.map(({ title, day, tags, words }, at) => [
    `_posts/${day}-p${at}.md`,
    `---\ntitle: ${title}\ndate: ${day} 08:00:00 +0800\nsource: 潮声晚报\ntags: ${JSON.stringify(tags)}\n---\nWords of ${title}, ${words}, “quoted” 与中文。\n\n| a | b |\n|---|---|\n| 1 | ${title} |\n\n[Anchor](2024-01-01-p0.md)\n`,
  ]);
  posts = await makePostFolder(Object.fromEntries(files));
  out = mkdtempSync(join(tmpdir(), 'broadsheet-sources-'));
  home = mkdtempSync(join(tmpdir(), 'broadsheet-home-'));
  await start();
});
test.afterEach(async () => {
  await running.close();
  await posts.remove();
  for (const folder of [out, home]) await removeFolder(folder);
});

async function start(): Promise<void> {
  running = await launchApp({ folder: posts.folder, dataDir: home });
  await expect(rows().first()).toHaveAttribute('aria-setsize', String(POSTS.length), SLOW);
}

const list = (): Locator => running.page.getByRole('listbox', { name: 'Posts', exact: true });

const rows = (): Locator => list().getByRole('option');

const row = (title: string): Locator => list().getByRole('option', { name: title, exact: true });

/** Exports as CSV and answers the titles in the order of the file. */
async function titles(dialog: Locator, count: number): Promise<readonly string[]> {
  const file = join(out, `${readdirSync(out).length}.csv`);
  await saveTo(running.app, file);
  await exportNow(dialog, { format: 'CSV', count });
  return readTable(readFileSync(file, 'utf8')).map(({ title = '' }) => title);
}

test('ticked posts, the open one, a label, a saved search and the result give their posts', async () => {
  const { page } = running;
  await labelPosts(page, [
    ['浮标', 'Yard/Iron'],
    ['Derrick', 'Yard'],
    ['桨', 'Wood'],
  ]);
  await page.locator('[data-search]').fill('brine');
  await expect(rows()).toHaveCount(2);
  await sendCommand(running, 'save-search');
  await page.getByRole('dialog', { name: 'Save search' }).getByRole('textbox').fill('Sea');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Save search' })).toHaveCount(0);

  await page.locator('[data-search]').fill('zinc');
  await expect(rows()).toHaveCount(3);
  await row('浮标').click();
  await expect(page.getByRole('article').getByRole('heading', { name: '浮标' })).toBeVisible();
  for (const title of ['Anchor', '浮标']) {
    await row(title).locator('[data-act="tick"]').click();
    await expect(row(title)).toHaveAttribute('aria-selected', 'true');
  }
  const dialog = await openExport(page);
  await choose(dialog, 'Format', 'CSV');
  await dialog.getByRole('radio', { name: 'By date' }).check();
  await expect(dialog.getByRole('button', { name: 'Posts' })).toContainText('Selected posts');
  expect(await titles(dialog, 2)).toEqual(['Anchor', '浮标']);
  for (const [source, given] of [
    ['All posts in the list', ['Anchor', '浮标', 'Derrick']],
    ['All bookmarks', ['浮标', '桨', 'Derrick']],
    ['Label: Yard', ['浮标', 'Derrick']],
    ['Label: Yard/Iron', ['浮标']],
    ['Saved search: Sea', ['浮标', '桨']],
  ] as const) {
    await choose(dialog, 'Posts', source);
    expect(await titles(dialog, given.length), source).toEqual(given);
  }
  await dialog.getByRole('button', { name: 'Cancel', exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await row('Derrick').click();
  await expect(page.getByRole('article').getByRole('heading', { name: 'Derrick' })).toBeVisible();
  await openExport(page);
  await choose(dialog, 'Posts', 'The open post');
  expect(await titles(dialog, 1)).toEqual(['Derrick']);
});

test('a preset and the last choices outlive a restart', async () => {
  let dialog = await openExport(running.page);
  await choose(dialog, 'Format', 'EPUB');
  await choose(dialog, 'Format', 'PDF');
  await dialog.getByRole('radio', { name: 'Landscape' }).check();
  await dialog.getByRole('button', { name: 'Presets', exact: true }).click();
  await running.page.getByRole('menuitem', { name: 'Save as preset…' }).click();
  const name = dialog.getByRole('textbox', { name: 'Name of the preset' });
  await expect(name).toBeFocused();
  await running.page.keyboard.type('墙报 for the wall');
  await running.page.keyboard.press('Enter');
  await expect(name).toHaveCount(0);
  await dialog.getByRole('radio', { name: 'Portrait' }).check();
  await dialog.getByRole('radio', { name: 'Wide' }).check();
  await running.page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await running.close();
  await start();
  dialog = await openExport(running.page);
  await expect(dialog.getByRole('radio', { name: 'Portrait' })).toBeChecked();
  await expect(dialog.getByRole('radio', { name: 'Wide' })).toBeChecked();
  await choose(dialog, 'Preset', '墙报 for the wall');
  await expect(dialog.getByRole('radio', { name: 'Landscape' })).toBeChecked();
  await expect(dialog.getByRole('radio', { name: 'Wide' })).not.toBeChecked();
});

/** What the command line tells of every post of a folder: what must be the same before an export and after it. */
async function factsOf(folder: string): Promise<readonly object[]> {
  const other = join(home, 'other');
  expect(await builtCli(['index', folder, '--data-dir', other])).toMatchObject({ code: 0 });
  const { out: lines } = await builtCli(['dump', folder, '--data-dir', other]);
  const read = lines
    .trim()
    .split('\n')
    .map((line) => Object(JSON.parse(line)));
  return read
    .map(({ title, date, tags, source, text }) => ({
      title,
      date,
      tags,
      source,
      text: String(text).replaceAll(/\s+/gu, ''),
    }))
    .toSorted((a, b) => (a.date < b.date ? -1 : 1));
}

test('Markdown from the dialog, indexed again, gives the same titles, dates, tags and words', async () => {
  const dialog = await openExport(running.page);
  await choose(dialog, 'Posts', 'All posts in the list');
  await choose(dialog, 'Format', 'Markdown');
  const target = join(out, '剪报');
  await saveTo(running.app, target);
  await exportNow(dialog, { format: 'Markdown', count: POSTS.length });
  const after = await factsOf(target);
  expect(after).toMatchObject(POSTS.map(({ title, tags }) => ({ title, tags })));
  expect(after).toEqual(await factsOf(posts.folder));
});

test('a post that cannot be drawn is named in the dialog and leads to itself; all others are exported', async () => {
  const { page } = running;
  await running.app.evaluate(({ app }) => {
    app.on('web-contents-created', (_event, contents) => {
      contents.on('dom-ready', () => {
        const code = `document.title !== '' && document.body.innerText.includes('Words of Capstan')`;
        contents
          .executeJavaScriptInIsolatedWorld(7, [{ code }])
          .then((isBad) => (isBad === true ? contents.forcefullyCrashRenderer() : undefined))
          .catch(() => undefined);
      });
    });
  });
  const dialog = await openExport(page);
  await choose(dialog, 'Posts', 'All posts in the list');
  const file = join(out, 'posts.pdf');
  await saveTo(running.app, file);
  await dialog.getByRole('button', { name: 'Export PDF' }).click();
  await expect(dialog.getByText('Exported 4 posts', { exact: true })).toBeVisible(SLOW);
  await expect(dialog.getByRole('heading', { name: '1 post could not be exported' })).toBeVisible();
  await expect(dialog.getByText(/The page that draws the PDF stopped/u)).toBeVisible();
  const text = pageTexts(file).join('');
  for (const { title } of POSTS)
    expect(text.includes(`Wordsof${title},`)).toBe(title !== 'Capstan');
  await dialog.getByRole('button', { name: '_posts/2024-01-03-p2.md' }).click();
  await expect(dialogOf(page)).toHaveCount(0);
});

test('a book goes on in the background while one opens posts and searches, and its progress tells the truth', async () => {
  const { app, page } = running;
  // Printing waits until the test lets it go on: what happens meanwhile happens during the export.
  await app.evaluate(({ app: electron }) => {
    const gate = new Promise<void>((open) => Reflect.set(electron, 'openGate', open));
    electron.on('web-contents-created', (_event, contents) => {
      const print = contents.printToPDF.bind(contents);
      contents.printToPDF = async (options) => {
        await gate;
        return print(options);
      };
    });
  });
  await page.evaluate(() => {
    const told: unknown[] = [];
    Reflect.set(globalThis, 'told', told);
    const { subscribe } = Reflect.get(globalThis, 'archive');
    for (const name of ['export.progress', 'export.finished'])
      subscribe(name, (payload: unknown) => void told.push([name, payload]));
  });
  const file = join(out, 'book.pdf');
  await saveTo(app, file);
  const dialog = await openExport(page);
  await choose(dialog, 'Posts', 'All posts in the list');
  await dialog.getByRole('button', { name: 'Export PDF' }).click();
  await dialog.getByRole('button', { name: 'Run in background' }).click();
  await expect(dialog).toHaveCount(0);
  await row('Capstan').click();
  await expect(page.getByRole('article').getByText('Words of Capstan')).toBeVisible();
  await page.locator('[data-search]').fill('Derrick');
  await expect(rows()).toHaveCount(1);
  await row('Derrick').click();
  await expect(page.getByRole('article').getByText('Words of Derrick')).toBeVisible();
  expect(readdirSync(out).filter((name) => name.endsWith('.pdf') && !name.startsWith('.'))).toEqual(
    [],
  );
  await app.evaluate(({ app: electron }) => Reflect.get(electron, 'openGate')());
  await expect(page.getByText(`Exported ${POSTS.length} posts`)).toBeVisible(SLOW);
  expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-');

  const told: readonly (readonly [string, object])[] = await page.evaluate(() =>
    Reflect.get(globalThis, 'told'),
  );
  expect(told.map(([name]) => name).indexOf('export.finished')).toBe(told.length - 1);
  const steps = told.slice(0, -1).map(([, step]) => Object(step));
  expect(steps.length).toBeGreaterThan(2);
  const [done, pages] = [
    steps.map((step) => step.donePosts),
    steps.flatMap((step) => step.donePages ?? []),
  ];
  for (const counts of [done, pages]) expect(counts).toEqual(counts.toSorted((a, b) => a - b));
  expect(done.at(-1)).toBe(POSTS.length);
  for (const step of steps) {
    expect(step.totalPosts).toBe(POSTS.length);
    expect(step.donePosts).toBeLessThanOrEqual(POSTS.length);
    expect(workStages).toContain(step.stage);
    if (step.secondsLeft !== null) expect(step.secondsLeft).toBeGreaterThanOrEqual(0);
  }
});
