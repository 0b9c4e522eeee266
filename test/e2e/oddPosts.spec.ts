import { expect, test, type Page } from '@playwright/test';
import { expectNoViolations, sendCommand } from './axeInThemes.ts';
import { launchApp, type RunningApp } from './launch.ts';
import { tooWide } from './measure.ts';
import { BIG_TABLE, HEADINGS, LONG_WORDS, MANY_TAGS, NOTES, oddFiles } from './oddPosts.ts';
import { makePostFolder, type PostFolder } from './postFolder.ts';
import { setWindowSize } from './windowSize.ts';

/** Posts that hold nothing, or far too much, in every theme: nothing leaves its place. */

let posts: PostFolder;
let running: RunningApp;
test.beforeAll(async () => {
  posts = await makePostFolder(oddFiles);
});
test.afterAll(() => posts.remove());
test.beforeEach(async () => {
  running = await launchApp({ folder: posts.folder });
  await showAll(running.page);
});
test.afterEach(() => running.close());

const POST_COUNT = Object.keys(oddFiles).filter((path) => path.endsWith('.md')).length;

/** Waits for the index; posts that came after the list was first shown wait for a press. */
async function showAll(page: Page): Promise<void> {
  await expect(page.getByText('Index up to date')).toBeVisible();
  const first = page.getByRole('listbox', { name: 'Posts' }).getByRole('option').first();
  const waiting = page.getByRole('button', { name: /^Show \d+ new/u });
  await expect(async () => {
    if (await waiting.isVisible()) await waiting.click();
    await expect(first).toHaveAttribute('aria-setsize', String(POST_COUNT), { timeout: 1000 });
  }).toPass();
}

for (const theme of ['light', 'sepia', 'dark'] as const) {
  test(`odd posts keep their places in ${theme}`, async () => {
    const { page } = running;
    await sendCommand(running, `theme-${theme}`);
    const options = page.getByRole('listbox', { name: 'Posts' }).getByRole('option');
    for (const [width, height] of [
      [1440, 900],
      [1024, 700],
    ] as const) {
      await setWindowSize(running, width, height);
      await options.first().click();
      for (let place = 0; place < POST_COUNT; place += 1) {
        const article = page.locator('article.sheet');
        await expect(article).toBeVisible();
        const title = (await article.getAttribute('aria-label')) ?? '';
        await expect.poll(() => tooWide(page), `${title} at ${width}`).toEqual([]);
        await page.screenshot({ path: test.info().outputPath(`${theme}-${width}-${place}.png`) });
        if (place === POST_COUNT - 1) break;
        await page.keyboard.press('j');
        await expect(article).not.toHaveAttribute('aria-label', title);
      }
    }
  });
}

test('three hundred tags show twenty, and all when asked for', async () => {
  const { page } = running;
  await page.getByRole('option', { name: MANY_TAGS }).click();
  const more = page.getByRole('button', { name: '… 280 more' });
  await expect(page.locator('.post-tags')).not.toContainText('tag-21,');
  await more.click();
  await expect(page.locator('.post-tags')).toContainText('tag-300');
  await page.getByRole('button', { name: 'Show fewer' }).click();
  await expect(more).toBeVisible();
});

test('a table and code too wide for the column scroll in their own box, by keyboard too, and show where there is more', async () => {
  const { page } = running;
  await setWindowSize(running, 1024, 700);
  await page.getByRole('option', { name: BIG_TABLE }).click();
  const table = page.getByRole('region', { name: 'Table' });
  await expect(table).toBeVisible();
  const frame = page.locator('.scroll-frame').first();
  await expect(frame).toHaveClass(/more-right/u);
  await expect(frame).not.toHaveClass(/more-left/u);
  await table.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => table.evaluate(({ scrollLeft }) => scrollLeft)).toBeGreaterThan(0);
  await expect(frame).toHaveClass(/more-left/u);
  await expect(page.getByRole('region', { name: 'Code' })).toBeAttached();
  await expect(table.getByRole('row')).toHaveCount(2001);
});

test('each of fifty notes opens its own', async () => {
  const { page } = running;
  await page.getByRole('option', { name: NOTES }).click();
  for (const number of [1, 27, 50]) {
    await page.getByRole('link', { name: `Note ${number}`, exact: true }).click();
    await expect(page.getByRole('dialog', { name: `Note ${number}` })).toContainText(
      `Note number ${number} says this.`,
    );
    await page.keyboard.press('Escape');
  }
});

test('odd posts have no accessibility faults', async () => {
  const { page } = running;
  for (const title of [MANY_TAGS, LONG_WORDS, HEADINGS, NOTES]) {
    await page.getByRole('option', { name: title }).click();
    await expect(page.getByRole('article', { name: title })).toBeVisible();
    await expectNoViolations(running, ['main']);
  }
});
