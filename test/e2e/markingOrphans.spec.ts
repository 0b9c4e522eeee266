import { mkdtemp, rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launchApp, type RunningApp } from './launch.ts';
import { changedLamp, LAMP, markedFiles, MarkingReader } from './markedPost.ts';
import { makePostFolder, type PostFolder } from './postFolder.ts';
import { removeFolder } from './removeFolder.ts';

const QUOTE = '这座灯塔已经亮了一百二十年，从来没有在风浪里熄灭过。';

let posts: PostFolder;
let dataDir = '';
let running: RunningApp;
let reader: MarkingReader;

async function start(lang: 'en' | 'zh' = 'en'): Promise<void> {
  running = await launchApp({ folder: posts.folder, dataDir, lang });
  reader = new MarkingReader(running);
  await reader.setSize(1440, 900);
}

/** An editor's save: beside the file, then in its place. */
async function save(text: string): Promise<void> {
  await writeFile(join(posts.folder, 'lamp.part'), text);
  await rename(join(posts.folder, 'lamp.part'), join(posts.folder, 'lamp.md'));
}

test.beforeEach(async () => {
  posts = await makePostFolder(markedFiles);
  dataDir = await mkdtemp(join(tmpdir(), 'broadsheet-orphans-'));
  await start();
});
test.afterEach(async () => {
  await running.close();
  await posts.remove();
  await removeFolder(dataDir);
});

test('words that moved in the file are followed; words that are gone wait at the head, with their note', async () => {
  const { page } = reader;
  await reader.open(LAMP);
  await reader.mark('1', '这座灯塔已经', '熄灭过。');
  await page.keyboard.press('c');
  await expect(page.locator('textarea:focus')).toHaveCount(1);
  await page.keyboard.insertText('年代待核对');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('note')).toContainText('年代待核对');

  // A new paragraph before it, while the post is on screen.
  await save(changedLamp('今晨有雾，渡轮停航半日，码头上等船的人排到了街口。\n\n'));
  await expect(page.getByRole('article')).toContainText('今晨有雾');
  await expect(reader.highlights).toHaveText([QUOTE]);
  await expect(page.locator('.orphans')).toHaveCount(0);

  // Other words in their place.
  await save(changedLamp('', '如今塔里换了新的灯，'));
  await expect(page.getByRole('article')).toContainText('换了新的灯');
  const tray = page.locator('.orphans');
  await expect(tray).toContainText('1 highlight has lost its place');
  await expect(tray.locator('blockquote')).toHaveText(QUOTE);
  await expect(tray).toContainText('年代待核对');
  await expect(reader.highlights).toHaveCount(0);
  await reader.expectNoViolations();

  // To the passage that stands now where it stood.
  const candidate = tray.getByRole('list', { name: 'Similar passages' }).getByRole('listitem');
  await expect(candidate.first()).toContainText('如今塔里换了新的灯');
  await candidate.first().getByRole('button', { name: 'Attach here' }).click();
  await expect(tray).toHaveCount(0);
  await expect(reader.highlights).toHaveText(['如今塔里换了新的灯，']);
  await expect(page.getByRole('note')).toContainText('年代待核对');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(tray.locator('blockquote')).toHaveText(QUOTE);

  // To words that the reader selects.
  await expect(tray.getByRole('button', { name: 'Attach to selection' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await reader.drag('厚厚的航海日志');
  await tray.getByRole('button', { name: 'Attach to selection' }).click();
  await expect(reader.highlights).toHaveText(['厚厚的航海日志']);
  await expect(tray).toHaveCount(0);

  // And it is there after a restart.
  await running.close();
  await start('zh');
  await reader.open(LAMP);
  await expect(reader.highlights).toHaveText(['厚厚的航海日志']);
  await expect(reader.page.getByRole('note')).toContainText('我的批注·');
});

test('an orphan can be removed, and that undone; the file as it was gives it its place back', async () => {
  const { page } = reader;
  await reader.open(LAMP);
  await reader.mark('2', '这座灯塔已经', '熄灭过。');
  await save(changedLamp('', '如今塔里换了新的灯，'));
  const tray = page.locator('.orphans');
  await expect(tray.locator('blockquote')).toHaveText(QUOTE);
  await tray.getByRole('button', { name: 'Remove' }).click();
  await expect(tray).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(tray.locator('blockquote')).toHaveText(QUOTE);
  await save(changedLamp());
  await expect(tray).toHaveCount(0);
  await expect(reader.highlights).toHaveText([QUOTE]);
  await expect(reader.highlights).toHaveAttribute('data-pen', 'green');
});

for (const lang of ['en', 'zh'] as const) {
  test(`every state is accessible in every theme (${lang})`, async () => {
    await running.close();
    await start(lang);
    const { page } = reader;
    await reader.open(LAMP);
    await reader.mark('1', '这座灯塔', '一百二十年');
    await reader.mark('2', '从来没有在');
    await reader.mark('3', '守塔人说');
    await reader.mark('4', '祖父都在');
    await reader.mark('1', '都在这里');
    await page.keyboard.press('c');
    await expect(page.locator('textarea:focus')).toHaveCount(1);
    await page.keyboard.insertText('旁注');
    await page.keyboard.press('Escape');
    await expect(page.locator('textarea')).toHaveCount(0);
    await reader.paper.focus();
    await reader.command('post-note');
    await expect(page.locator('textarea:focus')).toHaveCount(1);
    await page.keyboard.insertText('全文');
    await reader.searchField.fill('灯塔');
    await expect(page.locator('article mark.hit').first()).toBeVisible();
    await reader.drag('今年春天', '检修');
    for (const theme of ['sepia', 'dark', 'light'] as const) {
      await reader.command(`theme-${theme}`);
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
      await reader.expectNoViolations();
    }
    await reader.highlights.first().click();
    await expect(reader.highlightTools).toBeVisible();
    await reader.expectNoViolations();
    await reader.setSize(1024, 700);
    await page.locator('.note-slot .note-text').click();
    await expect(page.getByRole('textbox', { name: /都在这里/u })).toBeFocused();
    await reader.expectNoViolations();
  });
}
