import { mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type CDPSession } from '@playwright/test';
import { asArchiveId } from '../../src/shared/ids.ts';
import type { IndexingProgress } from '../../src/shared/jobModel.ts';
import { launchApp, type RunningApp } from './launch.ts';
import { boxAtRest } from './measure.ts';
import { CHAIN_COUNT, POST_COUNT, ReaderWindow, titleOf, writeNewsArchive } from './newsArchive.ts';
import { removeFolder } from './removeFolder.ts';

let folder = '';
let running: RunningApp;
let reader: ReaderWindow;
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'broadsheet-typing-'));
  await writeNewsArchive(folder);
  running = await launchApp({ folder });
  reader = new ReaderWindow(running.page);
  await reader.waitForIndex();
});
test.afterEach(async () => {
  await running.close();
  await removeFolder(folder);
});

const WATCH = `{
  const line = document.querySelector('.lh');
  const seen = [];
  const look = () => {
    const text = line.querySelector('.cnt b')?.textContent ?? 'none';
    if (seen.at(-1) !== text) seen.push(text);
    line.dataset.seen = seen.join(' ');
  };
  look();
  new MutationObserver(look).observe(line, { subtree: true, childList: true, characterData: true });
}`;

/** Every count of posts that is drawn above the rows from now on, in order. */
async function watchCounts(): Promise<() => Promise<string | null>> {
  const line = reader.page.locator('.lh');
  await reader.page.evaluate(WATCH);
  return () => line.getAttribute('data-seen');
}

const QUICK = `{
  const field = document.querySelector('[data-search]');
  for (const typed of ['B', 'Bo', 'Boa', 'Boat', 'Boats', 'Boats 供', 'Boats 供应', 'Boats 供应链']) {
    field.setRangeText(typed, 0, field.value.length, 'end');
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
}`;

test('quick typing goes from the answer before to the answer of the whole word, and shows nothing between', async () => {
  const counts = await watchCounts();
  await reader.search.focus();
  // No post has the words `B` to `Boat`, every one has `Boats`; all come within one rest of the fingers.
  await reader.page.evaluate(QUICK);
  await expect(reader.search).toHaveValue('Boats 供应链');
  await reader.expectTotal(CHAIN_COUNT);
  await expect(reader.page.locator('.lh .cnt')).toHaveText(`${CHAIN_COUNT} posts`);
  expect(await counts()).toBe(`${POST_COUNT} ${CHAIN_COUNT}`);
});

test.describe('with an input method', () => {
  let ime: CDPSession;
  const compose = (text: string): Promise<unknown> =>
    ime.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  test.beforeEach(async () => {
    ime = await reader.page.context().newCDPSession(reader.page);
    // The window of a test beside this one would take the focus, and what is composed would be taken as typed.
    await ime.send('Emulation.setFocusEmulationEnabled', { enabled: true });
    await reader.search.focus();
  });

  test('what is composed is shown but not searched; the word it ends in is', async () => {
    const counts = await watchCounts();
    for (const half of ['g', 'go', 'gong', "gong'y", "gong'ying", "gong'ying'lian"]) {
      await compose(half);
    }
    await expect(reader.search).toHaveValue("gong'ying'lian");
    // Longer than any search waits for the fingers.
    await reader.page.waitForTimeout(400);
    await reader.expectTotal(POST_COUNT);
    await ime.send('Input.insertText', { text: '供应链' });
    await expect(reader.search).toHaveValue('供应链');
    await reader.expectTotal(CHAIN_COUNT);
    expect(await counts()).toBe(`${POST_COUNT} ${CHAIN_COUNT}`);
  });

  test('Enter and Esc belong to the input method while it composes', async () => {
    await reader.search.fill('供应链');
    await reader.expectTotal(CHAIN_COUNT);
    await reader.search.press('End');
    await compose('ma');
    await reader.search.press('Enter');
    await expect(reader.search).toBeFocused();
    await reader.search.press('Escape');
    await expect(reader.search).toBeFocused();
    await expect(reader.search).toHaveValue(/^供应链/);
    await reader.expectTotal(CHAIN_COUNT);
    await ime.send('Input.insertText', { text: '码头' });
    await expect(reader.search).toHaveValue('供应链码头');
    // Enter leaves for a list that is there: no post has both words side by side.
    await reader.search.fill('供应链');
    await reader.expectTotal(CHAIN_COUNT);
    await reader.search.press('Enter');
    await expect(reader.search).not.toBeFocused();
  });
});

test('while the index grows the list says how much of it is indexed, in both languages', async () => {
  const files = await readdir(join(running.dataDir, 'index'));
  const archiveId = asArchiveId(
    files.find((name) => /^\w+\.sqlite$/.test(name))?.slice(0, 16) ?? '',
  );
  const progress: IndexingProgress = {
    archiveId,
    phase: 'indexing',
    isPaused: true,
    doneFiles: 1300,
    totalFiles: 56_789,
    postCount: 1234,
    problemCount: 0,
    filesPerSecond: 0,
    secondsLeft: null,
    currentPath: null,
  };
  const tell = (event: string, payload: unknown): Promise<void> =>
    running.app.evaluate(
      ({ BrowserWindow }, sent) =>
        BrowserWindow.getAllWindows()[0]?.webContents.send('broadsheet-event', ...sent),
      [event, payload],
    );
  const line = reader.page.locator('.lh');
  await tell('indexing.progress', progress);
  await expect(line.getByText(`${POST_COUNT} posts so far`)).toBeVisible();
  await expect(line.getByText('1,234 of 56,789 indexed')).toBeVisible();
  const height = await line.evaluate((element) => element.getBoundingClientRect().height);
  await reader.search.fill('供应链');
  await reader.expectTotal(CHAIN_COUNT);
  // Said once for the new answer; the progress after it says nothing by itself.
  const status = reader.page.getByRole('status').filter({ hasText: 'so far' });
  await expect(status).toHaveText(`${CHAIN_COUNT} posts so far, 1,234 of 56,789 indexed`);
  await tell('indexing.progress', { ...progress, postCount: 2345 });
  await expect(line.getByText('2,345 of 56,789 indexed')).toBeVisible();
  await expect(status).toHaveText(`${CHAIN_COUNT} posts so far, 1,234 of 56,789 indexed`);
  await tell('menu.command', { command: 'language-zh' });
  await expect(line.getByText('已索引2,345/56,789篇')).toBeVisible();
  await tell('indexing.finished', {
    archiveId,
    outcome: 'done',
    summary: null,
    failure: null,
  });
  await expect(line.getByText('已索引')).toHaveCount(0);
  await expect
    .poll(() => line.evaluate((element) => element.getBoundingClientRect().height))
    .toBe(height);
});

test('new posts above leave the open post selected and its row where it is', async () => {
  await reader.search.fill('供应链');
  await reader.expectTotal(CHAIN_COUNT);
  const open = reader.row(titleOf(200));
  await reader.list.focus();
  await reader.page.keyboard.press('End');
  await open.scrollIntoViewIfNeeded();
  await open.click();
  await expect(reader.article(titleOf(200))).toBeVisible();
  const topOf = async (): Promise<number> => Math.round((await open.boundingBox())?.y ?? -1);
  const before = Math.round((await boxAtRest(open)).y);
  for (const day of ['01', '02', '03']) {
    const text = `---\ntitle: Later ${day}\ndate: 2024-08-${day}\n---\n本地供应链运转平稳。\n`;
    // One after the other is quick enough.
    await writeFile(join(folder, '_posts', `later-${day}.md`), text);
  }
  await reader.page.getByRole('button', { name: /^Switch archive/ }).click();
  await reader.page.getByRole('menuitem', { name: 'Check for changes' }).click();
  const show = reader.page.getByRole('button', { name: 'Show 3 new matches' });
  await expect(show).toBeVisible();
  await expect(open).toHaveAttribute('aria-selected', 'true');
  await expect.poll(topOf).toBe(before);
  await show.click();
  await reader.expectTotal(CHAIN_COUNT + 3);
  await expect(open).toHaveAttribute('aria-selected', 'true');
  await expect(reader.article(titleOf(200))).toBeVisible();
  // The bar that offered them is gone again, so the row stands where it stood.
  await expect.poll(topOf).toBe(before);
});
