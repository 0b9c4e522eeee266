import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import type { ElectronApplication, Page } from 'playwright';
import type { MenuCommand } from '../../src/shared/events.ts';
import { launchApp, projectFolder } from './launch.ts';
import { atRest } from './measure.ts';
import { ReaderWindow, titleOf, writeNewsArchive } from './newsArchive.ts';
import { removeFolder } from './removeFolder.ts';

let base = '';
let folder = '';
let dataDir = '';
test.beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'broadsheet-library-'));
  folder = join(base, 'news');
  dataDir = join(base, 'data');
  await writeNewsArchive(folder);
});
test.afterEach(() => removeFolder(base));

const menu = (app: ElectronApplication, id: MenuCommand): Promise<void> =>
  app.evaluate(
    ({ Menu }, wanted) => Menu.getApplicationMenu()?.getMenuItemById(wanted)?.click(),
    id,
  );

/** Answers the next file dialogs with this file. */
const chooseFile = (app: ElectronApplication, file: string): Promise<void> =>
  app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path });
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
  }, file);

async function bookmark(page: Page, index: number): Promise<void> {
  const reader = new ReaderWindow(page);
  await reader.row(titleOf(index)).click();
  await expect(reader.article(titleOf(index))).toBeVisible();
  await reader.bookmark.click();
  await expect(reader.bookmark).toHaveAttribute('aria-pressed', 'true');
}

/** Writes a highlight, a note, a label and a saved search into a library file, on the post of its first bookmark. */
async function addWritten(file: string): Promise<void> {
  const library: Readonly<{ archives: readonly Written[] }> = JSON.parse(
    await readFile(file, 'utf8'),
  );
  const [archive, ...others] = library.archives;
  const path = archive?.bookmarks[0]?.path ?? '';
  const moment = { createdAt: '2024-02-01T00:00:00Z', changedAt: '2024-02-01T00:00:00Z' };
  const written = {
    highlights: [
      { ...moment, path, id: '0'.repeat(32), quote: 'Words', start: 0, end: 5, pen: 'green' },
    ],
    notes: [{ ...moment, path, text: 'Call them' }],
    labels: [{ ...moment, path, label: 'Harbour' }],
    savedSearches: [{ ...moment, id: '1'.repeat(32), name: 'Harbour', text: 'harbour' }],
  };
  const archives = [{ ...archive, ...written }, ...others];
  await writeFile(file, JSON.stringify({ ...library, archives }));
}

interface Written {
  readonly bookmarks: readonly { readonly path: string }[];
}

async function expectNoAxeFault(page: Page): Promise<void> {
  await atRest(page);
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .include('[role=dialog]')
    .analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

/** Runs the command line on the data folder of the test. */
async function cli(...line: readonly string[]): Promise<{ code: number | null; said: string }> {
  const script = join(projectFolder, 'out', 'main', 'cli.js');
  const child = spawn(process.execPath, [script, ...line, '--data-dir', dataDir]);
  let said = '';
  const take = (text: Buffer): void => {
    said += text.toString('utf8');
  };
  child.stdout.on('data', take);
  child.stderr.on('data', take);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, said };
}

test('bookmarks come back after the library was damaged, and the window says what came back', async () => {
  const first = await launchApp({ folder, dataDir });
  await new ReaderWindow(first.page).waitForIndex();
  for (const index of [0, 1, 2]) await bookmark(first.page, index);
  await first.close();
  expect((await readdir(join(dataDir, 'backups'))).length).toBeGreaterThan(0);
  await truncate(join(dataDir, 'library.sqlite'), 5_000);

  const second = await launchApp({ folder, dataDir });
  const { page } = second;
  const notice = page.getByRole('dialog', { name: 'The library was brought back' });
  await expect(notice).toBeVisible();
  await expect(notice).toContainText('Backup of');
  await expect(notice).toContainText('Bookmarks3');
  await expect(notice).toContainText(join(dataDir, 'set-aside'));
  await expectNoAxeFault(page);
  await notice.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByRole('link', { name: /Bookmarks 3/ })).toBeVisible();
  await second.close();

  const third = await launchApp({ folder, dataDir });
  await expect(third.page.getByRole('link', { name: /Bookmarks 3/ })).toBeVisible();
  await expect(third.page.getByRole('dialog')).toHaveCount(0);
  await third.close();
});

test('a library of a newer Broadsheet is refused in one sentence, in both languages, and left alone', async () => {
  await cli('index', folder);
  const file = join(dataDir, 'library.sqlite');
  const bytes = await readFile(file);
  bytes.writeUInt32BE(77, 60);
  await writeFile(file, bytes);
  await rm(join(dataDir, 'library.seal'));
  for (const [lang, title, sentence] of [
    ['en', 'Broadsheet cannot start', /A newer Broadsheet wrote/u],
    ['zh', 'Broadsheet无法启动', /由更新版本的Broadsheet写入/u],
  ] as const) {
    const { page, close } = await launchApp({ dataDir, lang });
    await expect(page.getByRole('heading', { name: title })).toBeVisible();
    await expect(page.getByRole('alert')).toContainText(sentence);
    await close();
  }
  expect(await readFile(file)).toEqual(bytes);
  const { code, said } = await cli('library', 'export', join(base, 'x.json'));
  expect(code).toBe(1);
  expect(said).toMatch(/newer Broadsheet/u);
});

test('bookmarks go out as JSON, HTML and Markdown, and the JSON comes in elsewhere', async () => {
  const first = await launchApp({ folder, dataDir });
  const { page, app } = first;
  await new ReaderWindow(page).waitForIndex();
  for (const index of [3, 4]) await bookmark(page, index);
  const json = join(base, 'library.json');
  await chooseFile(app, json);
  await menu(app, 'export-library');
  await expect(page.getByText(`2 bookmarks saved to ${json}`)).toBeVisible();
  await page.getByRole('link', { name: /Bookmarks 2/ }).click();
  const html = join(base, 'bookmarks.html');
  await chooseFile(app, html);
  await page.getByRole('button', { name: 'More about bookmarks' }).click();
  await page.getByRole('menuitem', { name: 'Export bookmarks as HTML…' }).click();
  await expect.poll(() => existsSync(html)).toBe(true);
  expect(await readFile(html, 'utf8')).toContain(titleOf(3));
  const markdown = join(base, 'bookmarks.md');
  await chooseFile(app, markdown);
  await menu(app, 'export-bookmarks-markdown');
  await expect.poll(() => existsSync(markdown)).toBe(true);
  await first.close();

  const second = await launchApp({ folder, dataDir: join(base, 'other') });
  const other = second.page;
  await new ReaderWindow(other).waitForIndex();
  await addWritten(json);
  await chooseFile(second.app, json);
  await menu(second.app, 'import-library');
  const report = other.getByRole('dialog', { name: 'Imported bookmarks and settings' });
  await expect(report.getByRole('row', { name: /Recognised by its folder/ })).toBeVisible();
  // Before, new, newer, already here, now.
  for (const [kind, ...counts] of [
    ['Bookmarks', '0', '2', '0', '0', '2'],
    ['Labels', '0', '1', '0', '0', '1'],
    ['Highlights', '0', '1', '0', '0', '1'],
    ['Notes on posts', '0', '1', '0', '0', '1'],
    ['Saved searches', '0', '1', '0', '0', '1'],
  ] as const) {
    const row = report
      .getByRole('row')
      .filter({ has: other.getByRole('rowheader', { name: kind, exact: true }) });
    await expect(row.getByRole('cell')).toHaveText(counts);
  }
  await expectNoAxeFault(other);
  await report.getByRole('button', { name: 'Close' }).last().click();
  await expect(other.getByRole('link', { name: /Bookmarks 2/ })).toBeVisible();
  await second.close();
});

test('a file that is no library is refused with where it is wrong', async () => {
  const { page, app, close } = await launchApp({ folder, dataDir });
  await new ReaderWindow(page).waitForIndex();
  const file = join(base, 'wrong.json');
  await writeFile(file, '{"format":"broadsheet-library","version":1,"archives":[{"id":"x"}]}');
  await chooseFile(app, file);
  await menu(app, 'import-library');
  await expect(page.getByText(/cannot be imported.*archives\.0/u)).toBeVisible();
  await close();
});

test('a window and the command line on one data folder: both stay right', async () => {
  const { page, close } = await launchApp({ folder, dataDir });
  await new ReaderWindow(page).waitForIndex();
  await mkdir(join(folder, 'later'), { recursive: true });
  await writeFile(
    join(folder, 'later', '2024-06-01-late.md'),
    '---\ntitle: A late post\ndate: 2024-06-01\n---\nLate words.\n',
  );
  const runs = [cli('index', folder, '--full'), cli('index', folder)];
  await bookmark(page, 0);
  for (const { code, said } of await Promise.all(runs)) {
    // Of two runs at once one may be told to wait; neither breaks anything.
    if (code !== 0) expect(said).toMatch(/Another Broadsheet is indexing this archive/u);
  }
  await bookmark(page, 1);
  await expect(page.getByRole('link', { name: /Bookmarks 2/ })).toBeVisible();
  const file = join(base, 'library.json');
  expect((await cli('library', 'export', file)).said).toContain('2 bookmarks of 1 archive');
  await close();
  const { said } = await cli('search', folder, 'is:bookmarked', '--json');
  expect(JSON.parse(said)).toMatchObject({ total: 2 });
});

test('an app that is killed loses no bookmark that it showed', async () => {
  const rounds = Number(process.env['BROADSHEET_KILLS'] ?? 2);
  for (let round = 0; round < rounds; round += 1) {
    const { page, app } = await launchApp({ folder, dataDir });
    await new ReaderWindow(page).waitForIndex();
    await expect(page.getByRole('link', { name: `Bookmarks ${round}` })).toBeVisible();
    await bookmark(page, round);
    const main = app.process();
    const isGone = new Promise((resolve) => {
      main.once('exit', resolve);
    });
    main.kill('SIGKILL');
    await isGone;
  }
  const { page, close } = await launchApp({ folder, dataDir });
  await expect(page.getByRole('link', { name: `Bookmarks ${rounds}` })).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await close();
});

test('an index that went bad is built again, which is said; bookmarks stay on their posts', async () => {
  const first = await launchApp({ folder, dataDir });
  await new ReaderWindow(first.page).waitForIndex();
  await bookmark(first.page, 7);
  await first.close();
  for (const name of await readdir(join(dataDir, 'index'))) {
    if (/^[0-9a-f]{16}\.sqlite$/u.test(name)) await truncate(join(dataDir, 'index', name), 40_000);
  }
  const second = await launchApp({ folder, dataDir });
  await expect(second.page.getByText(/The index could not be used/u)).toBeVisible();
  await new ReaderWindow(second.page).waitForIndex();
  await second.page.getByRole('link', { name: /Bookmarks 1/ }).click();
  await expect(new ReaderWindow(second.page).row(titleOf(7))).toBeVisible();
  await second.close();
});
