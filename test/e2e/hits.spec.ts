import { expect, test, type Page } from '@playwright/test';
import { launchApp, type RunningApp } from './launch.ts';
import { makePostFolder, type PostFolder } from './postFolder.ts';

/** From hit to hit: in a post, on into the next one of the list, by key, by find bar and by tick. */

const post = (title: string, day: number, body: string): string =>
  `---\ntitle: ${title}\ndate: 2024-05-${String(day).padStart(2, '0')}\n---\n${body}\n`;

const far = Array.from({ length: 50 }, (_, at) => `Line ${at} says nothing of it.`).join('\n\n');

const files = {
  '_posts/a.md': post('First lamps', 9, `A lamp here.\n\n${far}\n\nAnother lamp there.`),
  '_posts/b.md': post('Nothing of the kind', 8, 'The tag has it, the text has not.').replace(
    'date:',
    'tags: [lamp]\ndate:',
  ),
  '_posts/c.md': post('Last one', 7, `${far}\n\nOne lamp.\n\n${far}\n\nThe last lamp of all.`),
  '_posts/d.md': post('Old and new', 6, '供應鏈和供应链，都是一回事。'),
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

async function searchFor(page: Page, text: string): Promise<void> {
  await page.locator('[data-search]').fill(text);
  await expect(page.getByRole('listbox', { name: 'Posts' }).locator('mark').first()).toBeVisible();
  await page.getByRole('option', { name: 'First lamps' }).click();
  await expect(page.getByRole('article', { name: 'First lamps' })).toBeVisible();
}

const current = (page: Page) => page.locator('article mark.hit.now');

test('n goes from hit to hit and on into the next post that has one; N goes back to the last of the post before', async () => {
  const { page } = running;
  await searchFor(page, 'lamp*');
  await page.locator('.paper').focus();
  await page.keyboard.press('n');
  await expect(page.locator('.post-title mark.now')).toHaveText('lamp');
  await page.keyboard.press('n');
  await page.keyboard.press('n');
  await expect(current(page)).toBeInViewport();
  await expect(page.getByText(/^Hit 3 of 3/u)).toBeAttached();
  await page.keyboard.press('n');
  await expect(page.getByRole('article', { name: 'Last one' })).toBeVisible();
  await expect(current(page)).toBeInViewport();
  await expect(page.getByText(/^Hit 1 of 2/u)).toBeAttached();
  await page.keyboard.press('n');
  await page.keyboard.press('n');
  await expect(page.getByText('No later post in the list has a hit.')).toBeVisible();
  await page.keyboard.press('Shift+N');
  await expect(page.getByText(/^Hit 1 of 2/u)).toBeAttached();
  await page.keyboard.press('Shift+N');
  await expect(page.getByRole('article', { name: 'First lamps' })).toBeVisible();
  await expect(page.getByText(/^Hit 3 of 3/u)).toBeAttached();
  await expect(current(page)).toBeInViewport();
});

test('without a search n says so', async () => {
  const { page } = running;
  await page.getByRole('option', { name: 'First lamps' }).click();
  await expect(page.getByRole('article', { name: 'First lamps' })).toBeVisible();
  await page.keyboard.press('n');
  await expect(page.getByText('Nothing is searched for.')).toBeVisible();
});

test('the find bar goes round with a quiet sign', async () => {
  const { page } = running;
  await page.getByRole('option', { name: 'First lamps' }).click();
  await expect(page.getByRole('article', { name: 'First lamps' })).toBeVisible();
  await page.keyboard.press('Control+f');
  const field = page.getByRole('textbox', { name: 'Find in post' });
  await field.fill('lamp');
  await expect(page.getByText('1 of 3', { exact: true })).toBeVisible();
  await field.press('Shift+Enter');
  await expect(page.getByText('3 of 3', { exact: true })).toBeVisible();
  await expect(page.getByText('Went on from the end')).toBeVisible();
  await field.press('Enter');
  await expect(page.getByText('Went on from the top')).toBeVisible();
  await field.press('Enter');
  await expect(page.getByText('Went on from the top')).toBeHidden();
});

test('Traditional and Simplified characters match while the button is on; Exact leaves Chinese as it is', async () => {
  const { page } = running;
  await page.getByRole('option', { name: 'Old and new' }).click();
  await expect(page.getByRole('article', { name: 'Old and new' })).toBeVisible();
  await page.keyboard.press('Control+f');
  await page.getByRole('textbox', { name: 'Find in post' }).fill('供应链');
  await expect(page.getByText('1 of 2', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Exact' }).click();
  await expect(page.getByText(/of 2$/u)).toBeVisible();
  await page.getByRole('button', { name: 'Traditional = Simplified' }).click();
  await expect(page.getByText('1 of 1', { exact: true })).toBeVisible();
});

test('a tick leads to its hit and shows its words when pointed at', async () => {
  const { page } = running;
  await searchFor(page, 'lamp*');
  const ticks = page.locator('.ticks i:not(.now)');
  await expect(ticks).toHaveCount(3);
  await ticks.last().hover();
  await expect(page.locator('.tick-label')).toContainText('Another lamp there');
  await ticks.last().click();
  await expect(page.getByRole('article').getByText('Another lamp there')).toBeInViewport();
  await expect(current(page)).toHaveText('lamp');
});
