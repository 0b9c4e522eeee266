import { mkdtemp, rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launchApp, type RunningApp } from './launch.ts';
import { HARBOUR, LAMP, markedFiles, MarkingReader, MIXED } from './markedPost.ts';
import { boxAtRest } from './measure.ts';
import { makePostFolder, type PostFolder } from './postFolder.ts';
import { removeFolder } from './removeFolder.ts';

let posts: PostFolder;
let dataDir = '';
let running: RunningApp;
let reader: MarkingReader;
test.beforeEach(async () => {
  posts = await makePostFolder(markedFiles);
  dataDir = await mkdtemp(join(tmpdir(), 'broadsheet-marking-'));
  running = await launchApp({ folder: posts.folder, dataDir });
  reader = new MarkingReader(running);
  await reader.setSize(1440, 900);
});
test.afterEach(async () => {
  await running.close();
  await posts.remove();
  await removeFolder(dataDir);
});

test('by mouse: tools at the selection take no focus; a pen marks the words and moves no character', async () => {
  const { page } = reader;
  await reader.open(LAMP);
  const before = await reader.characterPlaces();
  await reader.drag('父亲和祖父', '铜油灯');
  await expect(reader.selectionTools).toBeInViewport({ ratio: 1 });
  await expect(reader.paper).toBeFocused();
  await reader.selectionTools.getByRole('button', { name: 'Green (2)' }).click();
  await expect(reader.selectionTools).toBeHidden();
  // Across the border of an inline element.
  await expect(reader.highlights).toHaveText([
    '父亲和祖父都在这里守过灯，塔里至今留着当年的',
    '铜油灯',
  ]);
  await expect(reader.highlights.first()).toHaveAttribute('data-pen', 'green');
  expect(await reader.selected()).toBe('');
  await reader.expectUnmoved(before);
  // Hits of a search over the same words, and taken away again, move nothing either.
  await reader.searchField.fill('守过灯 铜油灯');
  await expect(page.locator('article mark.hit')).toHaveText(['守过灯', '铜油灯']);
  await reader.expectUnmoved(before);
  await reader.searchField.fill('');
  await expect(page.locator('article mark.hit')).toHaveCount(0);
  await expect(reader.highlights).toHaveText([
    '父亲和祖父都在这里守过灯，塔里至今留着当年的',
    '铜油灯',
  ]);
});

test('by keyboard alone: caret, selection, pen, tools, another pen, remove, undo', async () => {
  const { page } = reader;
  await reader.open(HARBOUR);
  await page.keyboard.press('F6');
  await expect(reader.paper).toBeFocused();
  await page.keyboard.press('F7');
  await expect(page.locator('.text-caret')).toBeVisible();
  await expect(page.getByText('Caret on.', { exact: false })).toBeAttached();
  await page.keyboard.press('Control+Home');
  for (let word = 0; word < 2; word += 1) await page.keyboard.press('Control+ArrowRight');
  await page.keyboard.press('Control+Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('Shift+ArrowLeft');
  expect(await reader.selected()).toBe('the');
  await expect(reader.selectionTools).toBeVisible();
  await expect(reader.paper).toBeFocused();
  await page.keyboard.press('3');
  await expect(reader.highlights).toHaveText(['the']);
  await expect(reader.highlights).toHaveAttribute('data-pen', 'blue');
  // A line down and to its end: the caret goes on from where it was.
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+End');
  await page.keyboard.press('h');
  await expect(reader.highlights).toHaveCount(2);
  await expect(reader.highlights.last()).toHaveAttribute('data-pen', 'blue');
  await page.keyboard.press('Escape');
  await expect(page.locator('.text-caret')).toBeHidden();

  await page.evaluate('getSelection().removeAllRanges()');
  await reader.paper.focus();
  await page.keyboard.press('Tab');
  await expect(reader.highlights.first()).toBeFocused();
  await page.keyboard.press('Enter');
  const blue = reader.highlightTools.getByRole('button', { name: 'Yellow (1)' });
  await expect(blue).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(reader.highlightTools.getByRole('button', { name: 'Remove' })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(reader.highlights.first()).toHaveAttribute('data-pen', 'yellow');
  await page.keyboard.press('4');
  await expect(reader.highlights.first()).toHaveAttribute('data-pen', 'pink');
  await page.keyboard.press('Escape');
  await expect(reader.highlightTools).toBeHidden();
  await expect(reader.highlights.first()).toBeFocused();
  await page.keyboard.press('Delete');
  await expect(reader.highlights).toHaveCount(1);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(reader.highlights).toHaveCount(2);
  await expect(reader.highlights.first()).toHaveText('the');
});

test('Tab goes from a selection to its tools and back; Esc closes them and the words stay selected', async () => {
  const { page } = reader;
  await reader.open(HARBOUR);
  await reader.drag('keeper writes');
  await page.keyboard.press('Tab');
  await expect(reader.selectionTools.getByRole('button', { name: 'Yellow (1)' })).toBeFocused();
  await page.keyboard.press('End');
  await expect(reader.selectionTools.getByRole('button', { name: 'Search' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(reader.paper).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(reader.selectionTools).toBeHidden();
  expect(await reader.selected()).toBe('keeper writes');
  // Still selected: the key marks it.
  await page.keyboard.press('1');
  await expect(reader.highlights).toHaveText(['keeper writes']);
});

test('a double click marks a word once; the headline is not marked; searching for a passage', async () => {
  const { page } = reader;
  await reader.open(HARBOUR);
  const keeper = await reader.placeOf('keeper');
  await page.mouse.dblclick(keeper.from.x + 6, keeper.from.y);
  await expect(reader.selectionTools).toBeVisible();
  await page.keyboard.press('1');
  await expect(reader.highlights).toHaveText(['keeper']);
  await page.keyboard.press('Control+a');
  await page.waitForTimeout(600);
  await expect(reader.selectionTools).toBeHidden();
  await page.getByRole('heading', { level: 1, name: HARBOUR }).dblclick();
  await page.waitForTimeout(600);
  await expect(reader.selectionTools).toBeHidden();
  await page.keyboard.press('2');
  await expect(page.getByText('Select a passage first.', { exact: false })).toBeVisible();
  await expect(reader.highlights).toHaveCount(1);
  await reader.drag('outer banks');
  await reader.selectionTools.getByRole('button', { name: 'Search' }).click();
  await expect(reader.searchField).toHaveValue('"outer banks"');
});

test('a highlight over blocks, a list, a table and code; overlapping ones', async () => {
  const { page } = reader;
  await reader.open(MIXED);
  const before = await reader.characterPlaces();
  await reader.mark('1', 'Before the list', 'After the code');
  expect((await reader.highlights.allTextContents()).join('|')).toContain(
    'first entry of the list|second',
  );
  expect(await reader.highlights.allTextContents()).toEqual(
    expect.arrayContaining(['Swallow', 'nineteen', ' // a comment'.trim(), 'After the code']),
  );
  await reader.expectUnmoved(before);
  await reader.mark('4', 'second entry');
  const both = page.locator('mark.hl[data-under]');
  await expect(both).toHaveText(['second entry']);
  await expect(both).toHaveAttribute('data-pen', 'pink');
  await both.click();
  await expect(reader.highlightTools).toBeVisible();
  await reader.highlightTools
    .getByRole('button', { name: /Next highlight at this place, 1 of 2/u })
    .click();
  await expect(reader.highlightTools.getByRole('button', { name: 'Yellow (1)' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await reader.highlightTools.getByRole('button', { name: 'Remove' }).click();
  await expect(reader.highlights).toHaveText(['second entry']);
  await reader.expectUnmoved(before);
});

test('a note on a passage saves itself, stands beside it, and is there after a restart', async () => {
  const { page } = reader;
  await reader.open(LAMP);
  await reader.drag('这座灯塔已经', '熄灭过。');
  await page.keyboard.press('c');
  const editor = page.getByRole('textbox', { name: /^Note on “这座灯塔/u });
  await expect(editor).toBeFocused();
  await page.keyboard.insertText('关键数据。');
  await page.keyboard.press('Enter');
  await page.keyboard.insertText('待核对');
  await page.keyboard.press('Escape');
  const note = page.getByRole('note', { name: /^Note on “这座灯塔/u });
  await expect(note).toContainText('关键数据。\n待核对');
  await expect(note).toContainText(/Your note · \d+ \w+/u);
  await expect(reader.highlights.first()).toBeFocused();
  const passage = await reader.boxOf(reader.highlights.first());
  await expect
    .poll(async () => Math.abs((await reader.boxOf(note)).y - passage.y))
    .toBeLessThan(12);
  expect((await reader.boxOf(note)).x).toBeGreaterThan(passage.x + passage.width);
  // Two notes at neighbouring passages do not overlap.
  await reader.drag('守塔人说');
  await page.keyboard.press('c');
  await expect(page.getByRole('textbox', { name: 'Note on “守塔人说”' })).toBeFocused();
  await page.keyboard.insertText('第二条批注，写得稍微长一些，好让它占上几行');
  // Closed in the middle of writing: what was typed is kept.
  await running.close();
  running = await launchApp({ folder: posts.folder, dataDir });
  reader = new MarkingReader(running);
  await reader.setSize(1440, 900);
  await reader.open(LAMP);
  await expect(reader.highlights).toHaveText([/^这座灯塔.*熄灭过。$/u, '守塔人说']);
  const notes = reader.page.getByRole('note');
  await expect(notes).toHaveText([/待核对/u, /占上几行/u]);
  // They are put beside their passages once the post is set.
  await expect(async () => {
    const [first, second] = [await reader.boxOf(notes.first()), await reader.boxOf(notes.last())];
    expect(first.y + first.height).toBeLessThanOrEqual(second.y);
  }).toPass({ timeout: 30_000 });
  // In a narrow pane they stand under their paragraph.
  await reader.setSize(1024, 700);
  await expect.poll(async () => (await reader.boxOf(notes.first())).x).toBeLessThan(500);
  await expect(async () => {
    const paragraph = await reader.boxOf(reader.page.locator('.post-body p').nth(1));
    const narrow = await reader.boxOf(notes.first());
    expect(narrow.y).toBeGreaterThanOrEqual(paragraph.y + paragraph.height);
  }).toPass({ timeout: 30_000 });
});

test('a note on the post: by its tool, edited in place, taken away and put back', async () => {
  const { page } = reader;
  await reader.open(HARBOUR);
  await page.getByRole('button', { name: 'Note on this post' }).click();
  const editor = page.getByRole('textbox', { name: 'Note on this post' });
  await expect(editor).toBeFocused();
  await page.keyboard.type('Worth citing.');
  await page.keyboard.press('Control+Enter');
  const note = page.getByRole('note', { name: 'Note on this post' });
  await expect(note).toContainText('Worth citing.');
  await expect(reader.paper).toBeFocused();
  // With nothing selected, the key writes on it.
  await page.keyboard.press('c');
  await expect(editor).toHaveValue('Worth citing.');
  await editor.fill('');
  await page.keyboard.press('Escape');
  await expect(note).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(note).toContainText('Worth citing.');
  await reader.open(LAMP);
  await expect(note).toBeHidden();
  await reader.open(HARBOUR);
  await expect(note).toContainText('Worth citing.');
});

test('the tool of the head and the palette mark what is selected', async () => {
  const { page } = reader;
  await reader.open(HARBOUR);
  await reader.drag('first boats');
  await page.getByRole('button', { name: 'Highlight selection' }).click();
  await expect(reader.highlights).toHaveText(['first boats']);
  await reader.drag('keeper writes');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Command palette' })).toBeFocused();
  await page.keyboard.type('pink pen');
  await expect(page.getByRole('option', { name: /Pink pen/u }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(reader.highlights).toHaveText(['first boats', 'keeper writes']);
  await expect(reader.highlights.last()).toHaveAttribute('data-pen', 'pink');
  // A press on a highlight opens its tools and selects nothing.
  await reader.highlights.first().click();
  await expect(reader.highlightTools).toBeVisible();
  expect(await reader.selected()).toBe('');
  await page.mouse.click(1000, 860);
  await expect(reader.highlightTools).toBeHidden();
});

test('ticks at the edge lead to highlights', async () => {
  const { page } = reader;
  await reader.open(HARBOUR);
  await reader.mark('2', 'first boats leave');
  await page.evaluate("document.querySelector('.paper').scrollTo(0, 1e6)");
  await expect(reader.highlights).not.toBeInViewport();
  await page.locator('.hl-ticks button').click();
  await expect(reader.highlights).toBeInViewport();
});

test('a passage that is too long is refused in words and nothing is shown as marked', async () => {
  await writeFile(
    join(posts.folder, 'long.part'),
    `---\ntitle: Too long\ndate: 2024-06-01\n---\n${'The tide came in and went out. '.repeat(3600)}\n`,
  );
  await rename(join(posts.folder, 'long.part'), join(posts.folder, 'long.md'));
  const { page } = reader;
  await expect(page.getByRole('option', { name: 'Too long' })).toBeVisible();
  await reader.open('Too long');
  await page.keyboard.press('F6');
  await expect(reader.paper).toBeFocused();
  await page.keyboard.press('F7');
  await expect(page.locator('.text-caret')).toBeVisible();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+Shift+End');
  await page.keyboard.press('1');
  await expect(
    page.getByText('This passage is too long to highlight.', { exact: false }),
  ).toBeVisible();
  await expect(reader.highlights).toHaveCount(0);
});

test('deep in a long post the caret begins at the hit, and a new note appears where one reads', async () => {
  const long = await makePostFolder({
    'long.md': Array.from(
      { length: 60 },
      (_, at) =>
        `Paragraph ${at} goes on for a while, so that a reader has something to scroll through here.${at === 40 ? ' The needle is in this one.' : ''}`,
    ).join('\n\n'),
  });
  const own = await launchApp({ folder: long.folder });
  const { page } = own;
  await page.getByRole('combobox', { name: 'Search posts' }).fill('needle');
  await page.getByRole('option').first().click();
  const hit = page.locator('article mark.hit');
  await expect(hit).toBeInViewport({ ratio: 1 });
  const before = await boxAtRest(hit);
  await page.keyboard.press('F7');
  await page.keyboard.press('Control+Shift+ArrowRight');
  await page.keyboard.press('1');
  await expect(page.locator('mark.hl')).toHaveText(/^needle/);
  await page.keyboard.press('c');
  const field = page.getByRole('textbox', { name: /^Note on/ });
  await expect(field).toBeFocused();
  await page.keyboard.insertText('Found');
  await expect(field).toBeInViewport({ ratio: 1 });
  // Nothing scrolled: the passage is where it was.
  const now = await boxAtRest(page.locator('mark.hl'));
  expect(Math.abs(now.y - before.y)).toBeLessThan(60);
  await own.close();
  await long.remove();
});
