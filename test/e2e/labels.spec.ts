import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Locator } from '@playwright/test';
import { expectNoViolations } from './axeInThemes.ts';
import { launchApp, type RunningApp } from './launch.ts';
import { labelPosts } from './marks.ts';
import { ReaderWindow, titleOf, writeNewsArchive } from './newsArchive.ts';
import { removeFolder } from './removeFolder.ts';

let folder = '';
let dataDir = '';
let running: RunningApp;
let reader: ReaderWindow;

async function start(lang: 'en' | 'zh' = 'en'): Promise<void> {
  running = await launchApp({ folder, dataDir, lang });
  reader = new ReaderWindow(running.page);
}

/** A label in the sidebar, with its count. */
const label = (name: string): Locator =>
  running.page.getByRole('list', { name: 'Labels' }).getByRole('link', { name, exact: true });

const field = (): Locator => running.page.getByRole('textbox', { name: 'Find or make a label' });

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'broadsheet-labels-'));
  await writeNewsArchive(folder);
});
test.afterAll(() => removeFolder(folder));
test.beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'broadsheet-labels-data-'));
  await start();
  await reader.waitForIndex();
});
test.afterEach(async () => {
  await running.close();
  await removeFolder(dataDir);
});

test('l makes a label, which bookmarks the post; its row is a filter that survives a restart', async () => {
  const { page } = running;
  await reader.row(titleOf(2)).click();
  await expect(reader.article(titleOf(2))).toBeVisible();
  await page.keyboard.press('l');
  await expect(page.getByRole('dialog', { name: 'Labels of the post' })).toBeVisible();
  await expect(field()).toBeFocused();
  await field().fill('To read');
  await field().press('Enter');
  await expect(page.getByRole('checkbox', { name: 'To read' })).toBeChecked();
  await page.keyboard.press('Escape');
  await expect(label('To read 1')).toBeVisible();
  await expect(reader.bookmark).toHaveAttribute('aria-pressed', 'true');
  await label('To read 1').click();
  await reader.expectTotal(1);
  await expect(label('To read 1')).toHaveAttribute('aria-current', 'page');
  await page.getByRole('button', { name: /Remove filter.*To read/ }).click();
  await expect(label('To read 1')).not.toHaveAttribute('aria-current', 'page');
  await label('To read 1').click();
  await reader.expectTotal(1);
  await running.close();
  await start();
  await expect(label('To read 1')).toHaveAttribute('aria-current', 'page');
  await reader.expectTotal(1);
});

test('a slash makes folders: they fold, and choosing one shows all under it', async () => {
  await labelPosts(running.page, [
    [titleOf(0), 'Project/Chapter 1'],
    [titleOf(1), 'Project/Chapter 2'],
    [titleOf(2), 'Project/Chapter 2'],
  ]);
  await label('Chapter 2 2').click();
  await reader.expectTotal(2);
  await label('Project').click();
  await reader.expectTotal(3);
  await running.page.getByRole('button', { name: 'Labels under Project' }).click();
  await expect(label('Chapter 1 1')).toHaveCount(0);
  // What is on screen is written when it rests.
  await running.close();
  await start();
  await expect(label('Project')).toBeVisible();
  await expect(label('Chapter 1 1')).toHaveCount(0);
});

test('renaming and deleting can be taken back, and the filter goes along', async () => {
  const { page } = running;
  await labelPosts(page, [
    [titleOf(0), 'Draft/One'],
    [titleOf(1), 'Draft/Two'],
  ]);
  await label('One 1').click();
  await reader.expectTotal(1);
  await label('Draft').focus();
  await page.keyboard.press('F2');
  const name = page.getByRole('textbox', { name: 'Name of the label' });
  await expect(name).toBeFocused();
  await name.fill('Book');
  await name.press('Enter');
  await expect(label('Book')).toBeVisible();
  await expect(label('Draft')).toHaveCount(0);
  await expect(label('One 1')).toHaveAttribute('aria-current', 'page');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(label('Draft')).toBeVisible();
  await expect(label('Book')).toHaveCount(0);
  await label('Two 1').hover();
  await page.getByRole('button', { name: 'Actions for the label Draft/Two' }).click();
  await page.getByRole('menuitem', { name: 'Delete label' }).click();
  await expect(label('Two 1')).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Bookmarks 2' })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await expect(label('Two 1')).toBeVisible();
});

test('for several posts a label is on all, on some or on none', async () => {
  const { page } = running;
  await labelPosts(page, [
    [titleOf(0), 'Sources'],
    [titleOf(1), 'Sources'],
    [titleOf(0), 'Quotes'],
  ]);
  await reader.row(titleOf(0)).locator('[data-act="tick"]').click();
  await reader.row(titleOf(1)).locator('[data-act="tick"]').click();
  await page.getByRole('button', { name: 'Label 2 posts' }).click();
  const tick = (name: string): Locator => page.getByRole('checkbox', { name, exact: true });
  await expect(tick('Sources')).toBeChecked();
  await expect(tick('Quotes')).toBeChecked({ indeterminate: true });
  await tick('Quotes').click();
  await expect(label('Quotes 2')).toBeVisible();
  await field().fill('sour');
  await field().press('Enter');
  await expect(label('Sources 2')).toHaveCount(0);
  await expect(label('Quotes 2')).toBeVisible();
});

test('labels are typed in the search, and left out in the filter', async () => {
  const { page } = running;
  await labelPosts(page, [
    [titleOf(0), 'Desk'],
    [titleOf(1), 'Desk'],
    [titleOf(1), 'Desk/Old'],
    [titleOf(2), 'To read'],
  ]);
  await reader.search.fill('label:=Desk');
  await reader.expectTotal(2);
  await reader.search.fill('label:="To read"');
  await reader.expectTotal(1);
  await expect(reader.row(titleOf(2))).toBeVisible();
  await reader.search.fill('');
  await reader.expectTotal(300);
  await page.getByRole('button', { name: 'Add a filter' }).click();
  const filter = page.getByRole('dialog', { name: 'Add a filter' });
  await filter.getByRole('button', { name: 'Label', exact: true }).click();
  await filter.getByRole('radio', { name: 'is not', exact: true }).click({ force: true });
  await filter.getByRole('checkbox', { name: /^Desk/ }).first().click({ force: true });
  await reader.expectTotal(298);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: /Remove.*Desk/ })).toBeVisible();
  await page.getByRole('button', { name: /Remove.*Desk/ }).click();
  await reader.expectTotal(300);
});

test('rows can be dragged onto a label and onto Bookmarks', async () => {
  const { page } = running;
  await labelPosts(page, [[titleOf(0), 'Desk']]);
  await reader.row(titleOf(3)).dragTo(label('Desk 1'));
  await expect(label('Desk 2')).toBeVisible();
  await reader.row(titleOf(4)).locator('[data-act="tick"]').click();
  await reader.row(titleOf(5)).locator('[data-act="tick"]').click();
  await reader.row(titleOf(4)).dragTo(page.getByRole('link', { name: /^Bookmarks/ }));
  await expect(page.getByRole('link', { name: 'Bookmarks 4' })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await expect(label('Desk 1')).toBeVisible();
});

for (const lang of ['en', 'zh'] as const) {
  test(`sidebar and picker have no violation in any theme (${lang})`, async () => {
    await running.close();
    await start(lang);
    await expect(running.page.getByText(/Index up to date|索引已是最新/)).toBeVisible();
    await labelPosts(running.page, [
      [titleOf(0), '课题/第1章'],
      [titleOf(1), 'To read'],
    ]);
    await reader.page.getByRole('option').first().click();
    await expect(reader.page.getByRole('article')).toBeVisible();
    await expectNoViolations(running, ['ul.nav']);
    await reader.page.getByRole('listbox').focus();
    await expectNoViolations(running, ['[role="dialog"]'], async () => {
      await reader.page.keyboard.press('l');
      await expect(reader.page.getByRole('dialog')).toBeVisible();
      return () => reader.page.keyboard.press('Escape');
    });
  });
}
