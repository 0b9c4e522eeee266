import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { launchApp, type RunningApp } from './launch.ts';
import { atRest } from './measure.ts';
import { makePostFolder, type PostFolder } from './postFolder.ts';

const SPRING = '春耕正忙 农机下田 ——山前镇见闻';
const HARBOUR = 'The harbour opens at six';

const SOUNDS = 'Sounds of the harbour';

/** A tenth of a second of silence, as WAV (8000 samples a second, 8 bits). */
function bell(): Uint8Array {
  const wav = Buffer.alloc(44 + 800, 0x80);
  wav.write('RIFF', 0);
  wav.writeUInt32LE(36 + 800, 4);
  wav.write('WAVEfmt ', 8);
  wav.writeUInt32LE(16, 16);
  for (const [place, value] of [1, 1].entries()) wav.writeUInt16LE(value, 20 + place * 2);
  wav.writeUInt32LE(8000, 24);
  wav.writeUInt32LE(8000, 28);
  wav.writeUInt16LE(1, 32);
  wav.writeUInt16LE(8, 34);
  wav.write('data', 36);
  wav.writeUInt32LE(800, 40);
  return wav;
}

const filler = Array.from({ length: 60 }, (_, day) => `Day ${day}: boats went out and came back.`);

const files = {
  '_posts/2024-05-02-spring.md': `---
title: ${SPRING}
date: 2024-05-02 08:30:00 +0800
source: 山前报
---
　　农机站里机声隆隆，供应<b>链畅</b>通，十多名技术员正在检查农机，供应链一环不断。

**开辟绿色通道**

**全力稳产保供**

悬着的心终于放下了，站长说，今年的春耕比去年早了整整五天。

本报记者 林一帆
`,
  '_posts/2024-05-01-harbour.md': `---
title: ${HARBOUR}
date: 2024-05-01
---
See [the spring](2024-05-02-spring.md), [nothing](nowhere.md), or [outside](https://example.org/a).

![Far away](https://example.org/far.png)

The lantern was lit.

${filler.join('\n\n')}

## The last boat

At the end the lantern was put out, and another Lantern was lit.
`,
  '_posts/2024-04-30-sounds.md': `---
title: ${SOUNDS}
date: 2024-04-30
---
Where [the last boat](2024-05-01-harbour.md#the-last-boat) was seen.

<audio src="bell.wav" autoplay></audio>

<video src="https://example.org/far.webm"></video>
`,
  '_posts/bell.wav': bell(),
};

let posts: PostFolder;
let running: RunningApp;
test.beforeAll(async () => {
  posts = await makePostFolder(files);
});
test.afterAll(() => posts.remove());
test.beforeEach(async () => {
  running = await launchApp({ folder: posts.folder });
});
test.afterEach(() => running.close());

/** Opens a post from the list. */
async function openPost(page: Page, title: string): Promise<void> {
  await page.getByRole('option', { name: title }).click();
  await expect(page.getByRole('article', { name: title })).toBeVisible();
}

test('a Chinese post: whole title as its name, deck, subheads, byline as text', async () => {
  const { page } = running;
  await openPost(page, SPRING);
  const article = page.getByRole('article', { name: SPRING });
  await expect(article).toHaveAttribute('lang', /^zh/);
  await expect(article.getByRole('heading', { level: 1 })).toHaveText(SPRING);
  // The two wide spaces typed in the file would add to the indent.
  expect(await article.getByText('农机站里机声隆隆').textContent()).toMatch(/^农机站里/u);
  await expect(article.getByText('全力稳产保供')).toHaveCSS('text-indent', '0px');
  await expect(article.getByText('本报记者 林一帆')).not.toHaveCSS('text-indent', '0px');
  await expect(article.getByText('Thu 2 May 2024, 08:30')).toBeVisible();
});

test('hits are marked across elements, and gone when the search is', async () => {
  const { page } = running;
  await openPost(page, SPRING);
  const search = page.getByRole('combobox', { name: 'Search posts' });
  await search.fill('供应链');
  const marks = page.locator('article mark.hit');
  await expect(marks).toHaveText(['供应', '链', '供应链']);
  await search.fill('');
  await expect(marks).toHaveCount(0);
  await expect(page.getByRole('article')).toContainText('供应链畅通');
});

test('a post opens at its first hit', async () => {
  const { page } = running;
  await page.getByRole('combobox', { name: 'Search posts' }).fill('"put out"');
  await expect(page.getByRole('option')).toHaveCount(1);
  await openPost(page, HARBOUR);
  await expect(page.locator('article mark.hit').last()).toBeInViewport();
});

test('find in post counts, goes round, minds case, and gives the focus back', async () => {
  const { page } = running;
  await openPost(page, HARBOUR);
  const options = page.getByRole('listbox', { name: 'Posts' });
  await page.keyboard.press('Control+f');
  const field = page.getByRole('textbox', { name: 'Find in post' });
  await expect(field).toBeFocused();
  await field.fill('lantern');
  await expect(page.getByText('1 of 3', { exact: true })).toBeVisible();
  await field.press('Enter');
  await field.press('Enter');
  await expect(page.getByText('3 of 3', { exact: true })).toBeVisible();
  await expect(page.getByRole('article').getByText('another Lantern was lit')).toBeInViewport();
  await field.press('Shift+Enter');
  await expect(page.getByText('2 of 3', { exact: true })).toBeVisible();
  await page.keyboard.press('F3');
  await expect(page.getByText('3 of 3', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Match case' }).click();
  await expect(page.getByText(/of 2$/)).toBeVisible();
  await field.fill('harbour opens');
  await expect(page.getByText('1 of 1', { exact: true })).toBeVisible();
  await field.press('Escape');
  await expect(field).toBeHidden();
  await expect(options).toBeFocused();
});

test('links lead inside the archive, and nowhere else without the browser', async () => {
  const { page } = running;
  await openPost(page, HARBOUR);
  const address = page.url();
  await page.getByRole('link', { name: 'nothing' }).click();
  await expect(page.getByText('which is not in the archive')).toBeVisible();
  await page.getByRole('link', { name: 'outside' }).click({ button: 'middle' });
  await page.getByRole('link', { name: 'the spring' }).click();
  await expect(page.getByRole('article', { name: SPRING })).toBeVisible();
  expect(page.url()).toBe(address);
});

test('a link to a place in another post opens it there', async () => {
  const { page } = running;
  await openPost(page, SOUNDS);
  await page.getByRole('link', { name: 'the last boat' }).click();
  await expect(page.getByRole('article', { name: HARBOUR })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'The last boat' })).toBeInViewport();
});

test('sounds of the archive play on the press of a button; films on the web are named only', async () => {
  const { page } = running;
  await openPost(page, SOUNDS);
  const sound = page.locator('article audio');
  await expect(sound).toHaveJSProperty('controls', true);
  await expect(sound).toHaveJSProperty('paused', true);
  await expect(sound).toHaveJSProperty('readyState', 4);
  await expect(page.getByRole('article').getByText('https://example.org/far.webm')).toBeVisible();
  await expect(page.locator('article video')).toHaveCount(0);
});

test('a remote picture is not loaded; its address stands in its place', async () => {
  const { page } = running;
  await openPost(page, HARBOUR);
  await expect(page.getByRole('article').getByText('https://example.org/far.png')).toBeVisible();
  await expect(page.getByRole('article').getByRole('img')).toHaveCount(0);
});

test('a post opens where it was left', async () => {
  const { page } = running;
  await openPost(page, HARBOUR);
  await page.getByRole('article').getByText('At the end the lantern').scrollIntoViewIfNeeded();
  await openPost(page, SPRING);
  await openPost(page, HARBOUR);
  await expect(page.getByRole('article').getByText('At the end the lantern')).toBeInViewport();
});

test('one Bookmark button, the same name when pressed, with its key', async () => {
  const { page } = running;
  await openPost(page, SPRING);
  const bookmark = page.getByRole('button', { name: 'Bookmark', exact: true });
  await expect(bookmark).toHaveCount(1);
  await expect(bookmark).toHaveAttribute('aria-keyshortcuts', /b/i);
  await expect(bookmark).toHaveAttribute('aria-pressed', 'false');
  await bookmark.click();
  await expect(bookmark).toHaveAttribute('aria-pressed', 'true');
});

test('the menu of a selection searches for it', async () => {
  const { page } = running;
  await openPost(page, SPRING);
  const line = page.getByRole('article').getByText('全力稳产保供');
  await line.click({ clickCount: 3, position: { x: 20, y: 10 } });
  await line.click({ button: 'right', position: { x: 20, y: 10 } });
  await page.getByRole('menuitem', { name: 'Search for “全力稳产保供”' }).click();
  await expect(page.getByRole('combobox', { name: 'Search posts' })).toHaveValue('全力稳产保供');
});

test('the article and its find bar have no accessibility faults', async () => {
  const { page } = running;
  await openPost(page, HARBOUR);
  await page.keyboard.press('Control+f');
  await atRest(page);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().include('main').analyze();
  expect(violations).toEqual([]);
});
