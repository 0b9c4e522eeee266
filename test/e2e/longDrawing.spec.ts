import { expect, test, type Page } from '@playwright/test';
import { launchApp, type RunningApp } from './launch.ts';
import { makePostFolder, type PostFolder } from './postFolder.ts';

/** Long posts are drawn in pieces: all of it is there in the end, in order, and at the right place. */

const post = (title: string, day: number, body: string): string =>
  `---\ntitle: ${title}\ndate: 2024-05-${String(day).padStart(2, '0')}\n---\n${body}\n`;

const ROWS = 700;
const ENTRIES = 900;
const LINES = 1200;

const rows = Array.from({ length: ROWS }, (_, at) => `| row${at}; | a name | ${at * at} |`);
const entries = Array.from({ length: ENTRIES }, (_, at) => `- entry${at}; of a long list`);
const lines = Array.from(
  { length: LINES },
  (_, at) => `line${at}; the harbour is quiet and the lamps go out one after the other.`,
);
const mixed = [
  '| Number | Name | Value |',
  '|---|---|---|',
  ...rows,
  '',
  '## A heading',
  '',
  ...entries,
  '',
  '<div><blockquote>',
  '',
  lines.join('\n\n'),
  '',
  '</blockquote></div>',
  '',
  'The lighthouse stands here.',
].join('\n');

let posts: PostFolder;
let running: RunningApp;
test.beforeAll(async () => {
  posts = await makePostFolder({
    'a.md': post('Short', 9, 'A few words.'),
    'b.md': post('Mixed', 8, mixed),
  });
});
test.afterAll(() => posts.remove());
test.beforeEach(async () => {
  running = await launchApp({ folder: posts.folder });
});
test.afterEach(() => running.close());

const article = (page: Page) => page.getByRole('article', { name: 'Mixed' });

test('every row, entry and paragraph is there once and in order, with the elements around it', async () => {
  const { page } = running;
  await page.getByRole('option', { name: 'Mixed' }).click();
  await expect(article(page).getByText('The lighthouse stands here.')).toBeAttached();
  const text = await page.locator('.post-body').first().textContent();
  const found = (text ?? '').match(/(?:row|entry|line)\d+;/gu);
  expect(found).toEqual([
    ...Array.from({ length: ROWS }, (_, at) => `row${at};`),
    ...Array.from({ length: ENTRIES }, (_, at) => `entry${at};`),
    ...Array.from({ length: LINES }, (_, at) => `line${at};`),
  ]);
  await expect(page.locator('.post-body table')).toHaveCount(1);
  await expect(page.locator('.post-body table tbody tr')).toHaveCount(ROWS);
  await expect(page.locator('.post-body ul')).toHaveCount(1);
  await expect(page.locator('.post-body ul > li')).toHaveCount(ENTRIES);
  await expect(page.locator('.post-body blockquote')).toHaveCount(1);
  await expect(page.locator('.post-body blockquote p')).toHaveCount(LINES);
});

test('from a search it opens at the hit far below', async () => {
  const { page } = running;
  await page.locator('[data-search]').fill('lighthouse');
  await page.getByRole('option', { name: 'Mixed' }).click();
  await expect(article(page).getByText('The lighthouse stands here.')).toBeInViewport();
  await page.locator('.paper').press('n');
  await expect(page.getByText(/^Hit 1 of 1/u)).toBeAttached();
});

test('another post and back: it stands where it was left', async () => {
  const { page } = running;
  await page.getByRole('option', { name: 'Mixed' }).click();
  const line = article(page).getByText('line600;');
  await expect(line).toBeAttached();
  await expect(article(page).getByText('The lighthouse stands here.')).toBeAttached();
  await line.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  await expect(line).toBeInViewport();
  await page.getByRole('option', { name: 'Short' }).click();
  await expect(page.getByRole('article', { name: 'Short' })).toBeVisible();
  await page.getByRole('option', { name: 'Mixed' }).click();
  await expect(line).toBeInViewport();
});

test('thousands of hits are marked and taken out again, and the text is what it was', async () => {
  const { page } = running;
  await page.getByRole('option', { name: 'Mixed' }).click();
  await expect(article(page).getByText('The lighthouse stands here.')).toBeAttached();
  const body = page.locator('.post-body').first();
  const marks = body.locator('mark.hit');
  const text = await body.textContent();
  const textNodes = (): Promise<number> =>
    body.evaluate((root) => root.ownerDocument.evaluate('count(.//text())', root).numberValue);
  const whole = await textNodes();
  // Four in each line, "other" among them, and the last one of the post.
  const hits = 4 * LINES + 1;
  await page.keyboard.press('Control+f');
  const field = page.getByRole('textbox', { name: 'Find in post' });
  await field.fill('the');
  await expect(marks).toHaveCount(hits);
  // Another word while the marks of the first are still there.
  await field.fill('the lamps');
  await expect(marks).toHaveCount(LINES);
  await field.fill('the');
  await expect(marks).toHaveCount(hits);
  await page.keyboard.press('Escape');
  await expect(marks).toHaveCount(0);
  expect(await body.textContent()).toBe(text);
  expect(await textNodes()).toBe(whole);
});
