import { expect, test, type Page } from '@playwright/test';
import { expectNoViolations } from './axeInThemes.ts';
import { launchApp, type RunningApp } from './launch.ts';
import { boxAtRest, quoteWidth, scrollTo, styleOf, topParagraph } from './measure.ts';
import { makePostFolder, type PostFolder } from './postFolder.ts';
import { FERRY, GARDEN, LETTERS, MILL, readingFiles } from './readingPosts.ts';
import { setWindowSize } from './windowSize.ts';

let posts: PostFolder;
let running: RunningApp;
test.beforeAll(async () => {
  posts = await makePostFolder(readingFiles);
});
test.afterAll(() => posts.remove());
test.beforeEach(async () => {
  running = await launchApp({ folder: posts.folder });
  await setWindowSize(running, 1440, 900);
});
test.afterEach(() => running.close());

async function openPost(page: Page, title: string): Promise<void> {
  await page.getByRole('option', { name: title }).click();
  await expect(page.getByRole('article', { name: title })).toBeVisible();
}

test('a Chinese post: indent, filled lines, measure, headline and deck as designed', async () => {
  const { page } = running;
  await openPost(page, MILL);
  const first = await styleOf(page, '.post-body > p');
  expect(first).toMatchObject({ textIndent: '34px', textAlign: 'justify', lineBreak: 'strict' });
  expect(first.lineHeight).toBe('32px');
  const headline = page.locator('.post-headline');
  await expect(headline).toHaveCSS('word-break', 'keep-all');
  await expect(page.locator('.post-title')).toHaveCSS('font-size', '30.005px');
  await expect(page.locator('.post-deck')).toHaveCSS('font-size', '17px');
  const box = await boxAtRest(page.locator('.post-body'));
  expect(Math.round(box.width)).toBe(17 * 34);
});

test('only paragraphs of text are indented; subheads are headings', async () => {
  const { page } = running;
  await openPost(page, MILL);
  for (const place of [
    '.post-body li',
    '.post-body blockquote p',
    '.post-body td',
    '.post-body p:has(img)',
    '.post-body p.verse',
    '.post-body p.subhead',
  ]) {
    expect((await styleOf(page, place)).textIndent, place).toBe('0px');
  }
  await expect(page.getByRole('heading', { level: 2, name: '一条河，三个村' })).toBeVisible();
});

test('a paragraph in another script is set by its own rules', async () => {
  const { page } = running;
  await openPost(page, MILL);
  const english = await styleOf(page, '.post-body p.set-latin');
  expect(english).toMatchObject({ textIndent: '0px', textAlign: 'start' });
  expect(english.fontFamily).toMatch(/^"?Iowan/u);
  await openPost(page, FERRY);
  expect(await styleOf(page, '.post-body > p')).toMatchObject({
    textIndent: '0px',
    textAlign: 'start',
  });
  const chinese = await styleOf(page, '.post-body p.set-han');
  expect(chinese).toMatchObject({ textIndent: '34px', textAlign: 'justify', lineBreak: 'strict' });
  expect(chinese.fontFamily).toMatch(/^"?Songti/u);
});

test('quotes are full width in Chinese and narrow in English', async () => {
  const { page } = running;
  await openPost(page, MILL);
  expect(await quoteWidth(page, '.post-body > p')).toBeGreaterThan(15);
  expect(await quoteWidth(page, '.post-body p.set-latin')).toBeLessThan(12);
  await openPost(page, FERRY);
  expect(await quoteWidth(page, '.post-body > p')).toBeLessThan(12);
});

test('Japanese, Korean, Arabic and Hebrew', async () => {
  const { page } = running;
  await openPost(page, GARDEN);
  expect(await styleOf(page, '.post-body > p')).toMatchObject({
    textIndent: '17px',
    textAlign: 'justify',
  });
  await openPost(page, LETTERS);
  for (const text of ['هذه فقرة', 'זו פסקה', 'قائمة أولى']) {
    await expect(page.locator('article').getByText(text)).toHaveCSS('direction', 'rtl');
  }
  await expect(page.locator('article').getByText('A plain paragraph')).toHaveCSS(
    'direction',
    'ltr',
  );
});

test('typeface, size, length of lines and justification follow the choices, and the line in view stays', async () => {
  const { page } = running;
  await openPost(page, FERRY);
  const line = page.getByRole('article').getByText('On day 20 the water');
  await scrollTo(page, 'On day 20 the water', 8);
  const topOf = async () => Math.round((await line.boundingBox())?.y ?? 0);
  const before = Math.round((await boxAtRest(line)).y);
  await page.getByRole('button', { name: 'Type and theme' }).click();
  const dialog = page.getByRole('dialog', { name: 'Type and theme' });
  for (let step = 0; step < 3; step += 1)
    await dialog.getByRole('button', { name: 'Larger' }).click();
  await expect(dialog.getByText('20 px')).toBeVisible();
  await expect(page.locator('.post-body')).toHaveCSS('font-size', '20px');
  await expect.poll(async () => Math.abs((await topOf()) - before)).toBeLessThan(12);
  for (let step = 0; step < 4; step += 1)
    await dialog.getByRole('button', { name: 'Shorter' }).click();
  await expect(dialog.getByText('26 em')).toBeVisible();
  await expect
    .poll(async () => Math.round((await page.locator('.post-body').boundingBox())?.width ?? 0))
    .toBe(520);
  await expect.poll(async () => Math.abs((await topOf()) - before)).toBeLessThan(12);
  await dialog.getByText('Sans').click();
  await expect(page.locator('article')).toHaveAttribute('data-typeface', 'sans');
  await dialog.getByText('Justify Chinese and Japanese').click();
  await page.keyboard.press('Escape');
  await openPost(page, MILL);
  await expect(page.locator('.post-body > p').first()).toHaveCSS('text-align', 'start');
});

test('the line in view stays when the window gets narrower', async () => {
  const { page } = running;
  await openPost(page, FERRY);
  await scrollTo(page, 'On day 25 the water', -6);
  const topLine = () => topParagraph(page);
  await boxAtRest(page.getByText('On day 25 the water'));
  const before = await topLine();
  await setWindowSize(running, 1024, 700);
  await expect.poll(topLine).toBe(before);
  await setWindowSize(running, 1440, 900);
  await expect.poll(topLine).toBe(before);
});

test('Space pages with two lines kept, and at the end goes on with the next post', async () => {
  const { page } = running;
  await openPost(page, FERRY);
  const paper = page.locator('.paper');
  await paper.focus();
  const scrolled = () => paper.evaluate(({ scrollTop }) => scrollTop);
  const room = await paper.evaluate(({ clientHeight }) => clientHeight);
  await page.keyboard.press('Space');
  await expect.poll(async () => Math.abs((await scrolled()) - (room - 64))).toBeLessThan(2);
  await page.keyboard.press('Shift+Space');
  await expect.poll(scrolled).toBe(0);
  await paper.press('End');
  await expect
    .poll(() =>
      paper.evaluate((element) => element.scrollHeight - element.clientHeight - element.scrollTop),
    )
    .toBeLessThan(2);
  await page.keyboard.press('Space');
  await expect(page.getByRole('article', { name: LETTERS })).toBeVisible();
  await page.keyboard.press('Shift+Space');
  await expect(page.getByRole('article', { name: FERRY })).toBeVisible();
});

test('the outline leads to headings by keyboard, follows the reading, and gives the focus to the text', async () => {
  const { page } = running;
  await openPost(page, FERRY);
  await page.locator('.paper').focus();
  await page.keyboard.press('t');
  const outline = page.getByRole('navigation', { name: 'Outline' });
  await expect(outline.getByRole('button')).toHaveText([
    'Crossing',
    'The rope',
    'Who made it',
    'After the last crossing',
  ]);
  await expect(outline.locator(':focus')).toHaveCount(1);
  await page.keyboard.press('End');
  await expect(outline.getByRole('button').last()).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(outline.getByRole('button', { name: 'Who made it' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(outline).toBeHidden();
  await expect(page.getByRole('heading', { name: 'After the last crossing' })).toBeInViewport();
  await expect(page.locator('.paper')).toBeFocused();
  await page.getByRole('button', { name: 'Outline' }).click();
  await expect(outline.locator('[aria-current="location"]')).toHaveText('After the last crossing');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Outline' })).toBeFocused();
  await openPost(page, LETTERS);
  await expect(page.getByRole('button', { name: 'Outline' })).toHaveCount(0);
});

test('length in words or characters, and the reading time', async () => {
  const { page } = running;
  await openPost(page, FERRY);
  await expect(page.locator('.post-meta')).toContainText(/\d+ words/u);
  await openPost(page, MILL);
  await expect(page.locator('.post-meta')).toContainText(/\d+ characters/u);
});

test('in a narrow pane tools move to the menu, and work from there', async () => {
  const { page } = running;
  await openPost(page, FERRY);
  await setWindowSize(running, 900, 600);
  const bar = page.getByRole('toolbar', { name: 'Post tools' });
  const fits = () => bar.evaluate((element) => element.scrollWidth <= element.clientWidth);
  await expect.poll(fits).toBe(true);
  await expect(bar.getByRole('button', { name: 'Find in post' })).toBeVisible();
});

test('reading has no accessibility faults in any theme', async () => {
  const { page } = running;
  for (const title of [MILL, FERRY, LETTERS]) {
    await openPost(page, title);
    await expectNoViolations(running, ['main']);
  }
  await openPost(page, FERRY);
  await expectNoViolations(running, ['.popover'], async () => {
    await page.getByRole('button', { name: 'Outline' }).click();
    await expect(page.getByRole('navigation', { name: 'Outline' })).toBeVisible();
    return () => page.keyboard.press('Escape');
  });
});
