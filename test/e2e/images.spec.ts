import { expect, test, type Page } from '@playwright/test';
import { expectNoViolations } from './axeInThemes.ts';
import { launchApp, type RunningApp } from './launch.ts';
import { boxAtRest } from './measure.ts';
import { makePostFolder, type PostFolder } from './postFolder.ts';
import { FERRY, readingFiles } from './readingPosts.ts';

let posts: PostFolder;
let running: RunningApp;
test.beforeAll(async () => {
  posts = await makePostFolder(readingFiles);
});
test.afterAll(() => posts.remove());
test.beforeEach(async () => {
  running = await launchApp({ folder: posts.folder });
  await running.page.getByRole('option', { name: FERRY }).click();
  await expect(running.page.getByRole('article', { name: FERRY })).toBeVisible();
});
test.afterEach(() => running.close());

const gate = (page: Page) =>
  page.getByRole('button', { name: 'Enlarge picture: The gate at the pier' });

const widthOf = async (page: Page): Promise<number> =>
  Math.round((await page.getByRole('dialog').getByRole('img').boundingBox())?.width ?? 0);

test('a picture opens over the window by key, fitted, and gives the focus back', async () => {
  const { page } = running;
  await gate(page).focus();
  await page.keyboard.press('Enter');
  const view = page.getByRole('dialog', { name: 'The gate at the pier' });
  await expect(view.getByText('1 of 2', { exact: true })).toBeVisible();
  await expect(view.getByText('The gate at the pier')).toBeVisible();
  const image = view.getByRole('img', { name: 'The gate at the pier' });
  await expect(image).toBeInViewport({ ratio: 0.99 });
  await expect(view.getByRole('button', { name: 'Fit' })).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Escape');
  await expect(view).toBeHidden();
  await expect(gate(page)).toBeFocused();
});

test('keys and buttons zoom, fit and go to the other pictures', async () => {
  const { page } = running;
  await gate(page).click();
  const view = page.getByRole('dialog');
  await expect(view).toBeVisible();
  await page.keyboard.press('1');
  await expect.poll(() => widthOf(page)).toBe(640);
  await expect(view.getByText('100 %').first()).toBeVisible();
  await page.keyboard.press('+');
  await expect.poll(() => widthOf(page)).toBe(800);
  await page.keyboard.press('-');
  await expect.poll(() => widthOf(page)).toBe(640);
  await view.getByRole('button', { name: 'Zoom in' }).click();
  await expect.poll(() => widthOf(page)).toBe(800);
  await page.keyboard.press('0');
  await expect.poll(() => widthOf(page)).toBeLessThan(640);
  await page.keyboard.press('ArrowRight');
  const second = page.getByRole('dialog', { name: 'The wheel seen from the river' });
  await expect(second.getByText('2 of 2', { exact: true })).toBeVisible();
  await expect(second.getByRole('button', { name: 'Next picture' })).toBeDisabled();
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('dialog', { name: 'The gate at the pier' })).toBeVisible();
});

test('the wheel zooms at the pointer, and a picture larger than the view is dragged', async () => {
  const { page } = running;
  await gate(page).click();
  const image = page.getByRole('dialog').getByRole('img');
  await expect(image).toBeVisible();
  const box = await boxAtRest(image);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.wheel(0, -800);
  await expect.poll(() => widthOf(page)).toBeGreaterThan(box.width * 3);
  const before = await boxAtRest(image);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2 + 120, box.y + box.height / 2 + 60, { steps: 4 });
  await page.mouse.up();
  const after = await boxAtRest(image);
  expect([Math.round(after.x - before.x), Math.round(after.y - before.y)]).toEqual([120, 60]);
});

test('pictures on the web are named, counted and never asked for', async () => {
  const { page } = running;
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const counter = page.getByRole('button', { name: '2 pictures on the web were not loaded' });
  await counter.click();
  const list = page.getByRole('dialog', { name: '2 pictures on the web were not loaded' });
  await expect(list.getByRole('listitem')).toHaveText([
    'https://example.org/rope.jpg',
    'https://example.org/knot.jpg',
  ]);
  await list.getByRole('button', { name: 'Copy addresses' }).click();
  await expect(page.getByText('2 addresses copied')).toBeVisible();
  expect(await running.app.evaluate(({ clipboard }) => clipboard.readText())).toBe(
    'https://example.org/rope.jpg\nhttps://example.org/knot.jpg',
  );
  await page.keyboard.press('Escape');
  const rope = page.locator('.picture-away', { hasText: 'rope.jpg' });
  const box = await boxAtRest(rope);
  expect([Math.round(box.width), Math.round(box.height)]).toEqual([400, 240]);
  expect(asked.filter((address) => /^https?:/u.test(address))).toEqual([]);
});

test('the view of a picture has no accessibility faults', async () => {
  const { page } = running;
  await expectNoViolations(running, ['[role="dialog"]'], async () => {
    await gate(page).click();
    await expect(page.getByRole('dialog').getByRole('img')).toBeVisible();
    return () => page.keyboard.press('Escape');
  });
});
