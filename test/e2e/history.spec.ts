import { expect, test, type Page } from '@playwright/test';
import { launchApp, type RunningApp } from './launch.ts';
import { ReaderWindow, titleOf, writeNewsArchive } from './newsArchive.ts';
import { makePostFolder, type PostFolder } from './postFolder.ts';

let archive: PostFolder;
let running: RunningApp;
let reader: ReaderWindow;

test.beforeAll(async () => {
  archive = await makePostFolder({});
  await writeNewsArchive(archive.folder);
});
test.afterAll(() => archive.remove());
test.beforeEach(async () => {
  running = await launchApp({ folder: archive.folder });
  reader = new ReaderWindow(running.page);
  await reader.waitForIndex();
});
test.afterEach(() => running.close());

/** Opens a post by its row, and waits until it is there. */
async function open(index: number): Promise<void> {
  await reader.row(titleOf(index)).click();
  await expect(reader.article(titleOf(index))).toBeVisible();
}

const back = (page: Page): Promise<void> => page.keyboard.press('Alt+ArrowLeft');
const forward = (page: Page): Promise<void> => page.keyboard.press('Alt+ArrowRight');

/** A second after now the window's clock stands still: places are told apart by how long one rested at them. */
const holdTime = (page: Page): Promise<void> =>
  page.evaluate(`(() => {
    const then = performance.now() + 1_000;
    performance.now = () => then;
  })()`);

test('posts, a search, a filter and a list are places', async () => {
  const { page } = running;
  await open(0);
  await open(2);
  await reader.search.fill('供应链');
  await reader.expectTotal(30);
  await open(20);
  await page.keyboard.press('g');
  await page.keyboard.press('u');
  await expect(page.getByText('No posts match')).toHaveCount(0);
  await back(page);
  await expect(reader.article(titleOf(20))).toBeVisible();
  await back(page);
  await expect(reader.article(titleOf(2))).toBeVisible();
  await expect(reader.search).toHaveValue('供应链');
  await back(page);
  await expect(reader.search).toHaveValue('');
  await reader.expectTotal(300);
  await expect(reader.article(titleOf(2))).toBeVisible();
  await back(page);
  await expect(reader.article(titleOf(0))).toBeVisible();
  await forward(page);
  await forward(page);
  await expect(reader.search).toHaveValue('供应链');
  await reader.expectTotal(30);
});

test('typing letter by letter is one place', async () => {
  const { page } = running;
  await open(0);
  await holdTime(page);
  await reader.search.pressSequentially('supply');
  await expect(reader.search).toHaveValue('supply');
  await page.keyboard.press('Escape');
  await back(page);
  await expect(reader.search).toHaveValue('');
});

test('a place has its list where it stood', async () => {
  const { page } = running;
  await reader.list.evaluate((list) => list.scrollTo({ top: 9200 }));
  await expect(reader.row(titleOf(100))).toBeVisible();
  await open(100);
  const top = await reader.list.evaluate((list) => list.scrollTop);
  await reader.search.fill('供应链');
  await reader.expectTotal(30);
  await expect.poll(() => reader.list.evaluate((list) => list.scrollTop)).toBe(0);
  await page.keyboard.press('Escape');
  await back(page);
  await reader.expectTotal(300);
  await expect.poll(() => reader.list.evaluate((list) => list.scrollTop)).toBe(top);
  await expect(reader.row(titleOf(100))).toBeInViewport();
});

test('a post is where it was left, although a search is on', async () => {
  const { page } = running;
  await reader.search.fill('minutes');
  await reader.expectTotal(300);
  await open(0);
  const paper = page.locator('.paper');
  await page.setViewportSize({ width: 1100, height: 420 });
  await paper.evaluate((element) => element.scrollTo({ top: element.scrollHeight }));
  const share = () =>
    paper.evaluate((element) => element.scrollTop / (element.scrollHeight - element.clientHeight));
  await expect.poll(share).toBeGreaterThan(0.9);
  await page.waitForTimeout(800);
  await page.keyboard.press('j');
  await expect(reader.article(titleOf(1))).toBeVisible();
  await back(page);
  await expect(reader.article(titleOf(0))).toBeVisible();
  await expect.poll(share).toBeGreaterThan(0.9);
});

test('the buttons of a mouse go back and forward', async () => {
  const { page } = running;
  await open(0);
  await open(2);
  const press = (button: number): Promise<unknown> =>
    page.locator('body').dispatchEvent('mouseup', { button, bubbles: true, cancelable: true });
  await press(3);
  await expect(reader.article(titleOf(0))).toBeVisible();
  await press(4);
  await expect(reader.article(titleOf(2))).toBeVisible();
});

test('flying through the list leaves no places behind', async () => {
  const { page } = running;
  await open(0);
  // A key after the other without a pause, however long the window takes for each.
  await holdTime(page);
  for (let step = 0; step < 6; step += 1) await page.keyboard.press('j');
  await expect(reader.article(titleOf(6))).toBeVisible();
  await back(page);
  await expect(reader.article(titleOf(0))).toBeVisible();
  // The row of the keyboard is back too: the next post is the one after it.
  await page.keyboard.press('j');
  await expect(reader.article(titleOf(1))).toBeVisible();
});
