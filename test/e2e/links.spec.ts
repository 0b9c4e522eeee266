import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { launchApp, type RunningApp } from './launch.ts';
import { atRest } from './measure.ts';
import { makePostFolder, type PostFolder } from './postFolder.ts';

const post = (fields: string, body: string): string => `---\n${fields}\n---\n\n${body}\n`;
const filler = Array.from({ length: 50 }, (_, day) => `Day ${day}: nothing to tell.`).join('\n\n');

const files = {
  '_config.yml': 'title: Tides\nurl: https://tides.example\npermalink: pretty\n',
  '_posts/2024-05-01-tide.md': post(
    'title: The tide\ndate: 2024-05-01\ncategories: sea\ntags: [water]',
    `Words about the tide.\n\n${filler}\n\n## High water\n\nIt was high.`,
  ),
  '_posts/2024-05-02-crossroads.md': post(
    'title: Crossroads\ndate: 2024-05-02',
    [
      'Read [the tide](2024-05-01-tide.md#high-water), or [on the site](https://tides.example/sea/2024/05/01/tide/).',
      'Go to [all of the sea](//site/category/sea.html), [by tag](/tags/water/), [May](/2024/05/) or [home](//site/).',
      'There is [nothing here](/2020/01/01/never-written/), and [elsewhere](https://elsewhere.example/a) is outside.',
      '![A map](/assets/Map%20One.png) ![Gone](/assets/gone.png)',
    ].join('\n\n'),
  ),
  '_posts/2024-05-03-reader.md': post(
    'title: 读者来信\ndate: 2024-05-03\ntags: 晨报新闻',
    '昨天的文章写得好。[潮水](/sea/2024/05/01/tide/)来了又去！大家都看见了。',
  ),
  // A picture of one pixel, under a name in other letters.
  'assets/map one.PNG': Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  ),
};

let archive: PostFolder;
let running: RunningApp;

test.beforeAll(async () => {
  archive = await makePostFolder(files);
});
test.afterAll(() => archive.remove());
test.beforeEach(async () => {
  running = await launchApp({ folder: archive.folder });
  await expect(running.page.getByRole('option', { name: 'Crossroads' })).toBeVisible();
  await running.page.getByRole('option', { name: 'Crossroads' }).click();
  await expect(article(running.page, 'Crossroads')).toBeVisible();
});
test.afterEach(() => running.close());

const article = (page: Page, name: string) => page.getByRole('article', { name });
const press = (page: Page, name: string) =>
  page.locator('article').getByRole('link', { name }).click();

test('a relative link opens the post at the place it names, and Back returns', async () => {
  const { page } = running;
  await press(page, 'the tide');
  await expect(article(page, 'The tide')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'High water' })).toBeInViewport();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(article(page, 'Crossroads')).toBeVisible();
  await page.keyboard.press('Alt+ArrowRight');
  await expect(article(page, 'The tide')).toBeVisible();
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await expect(article(page, 'Crossroads')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Back', exact: true })).toBeHidden();
});

test("an address of the archive's own site opens the post inside", async () => {
  const { page } = running;
  await press(page, 'on the site');
  await expect(article(page, 'The tide')).toBeVisible();
});

test('pages that list posts become filters; home becomes all posts', async () => {
  const { page } = running;
  await press(page, 'all of the sea');
  await expect(page.getByRole('option')).toHaveCount(1);
  await expect(page.getByRole('option', { name: 'The tide' })).toBeVisible();
  // The post being read stays open.
  await expect(article(page, 'Crossroads')).toBeVisible();
  await press(page, 'home');
  await expect(page.getByRole('option')).toHaveCount(3);
  await press(page, 'by tag');
  await expect(page.getByRole('option')).toHaveCount(1);
  await press(page, 'May');
  await expect(page.getByRole('option')).toHaveCount(3);
});

test('a link that finds nothing says so and offers to search', async () => {
  const { page } = running;
  await press(page, 'nothing here');
  const toast = page.locator('.toast');
  await expect(toast).toContainText('2020/01/01/never-written');
  await expect(toast.getByRole('button', { name: 'Open in browser' })).toBeVisible();
  await toast.getByRole('button', { name: 'Search for it' }).click();
  await expect(page.locator('[data-search]')).toHaveValue('never written');
  await expect(toast).toBeHidden();
});

test('posts that mention the open one stand at its end, by keyboard too', async () => {
  const { page } = running;
  await press(page, 'on the site');
  const head = page.getByRole('button', { name: 'Mentioned by 2 posts' });
  await expect(head).toHaveAttribute('aria-expanded', 'false');
  await head.focus();
  await page.keyboard.press('Enter');
  await expect(head).toHaveAttribute('aria-expanded', 'true');
  await expect(page.locator('.mentions').getByText('潮水来了又去！')).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(article(page, '读者来信')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Mentioned/u })).toHaveCount(0);
  // The focus goes along, so that keys go on working in the article.
  await expect(page.locator('.paper')).toBeFocused();
});

test('a picture is found in other letters; one that is not there is named', async () => {
  const { page } = running;
  await expect(page.getByRole('img', { name: 'A map' })).toHaveJSProperty('naturalWidth', 1);
  await expect(page.getByText('Picture not found')).toBeVisible();
  await expect(page.getByText('assets/gone.png')).toBeVisible();
});

test('the list of mentions has no barriers, in every theme', async () => {
  const { page } = running;
  await press(page, 'on the site');
  await page.getByRole('button', { name: 'Mentioned by 2 posts' }).click();
  for (const theme of ['light', 'sepia', 'dark']) {
    await page
      .locator('html')
      .evaluate((root, name) => root.setAttribute('data-theme', name), theme);
    await atRest(page);
    const { violations } = await new AxeBuilder({ page })
      .setLegacyMode(true)
      .include('.mentions')
      .analyze();
    expect(violations, theme).toEqual([]);
    const folder = process.env['LINK_PICTURES'];
    if (folder !== undefined) {
      await page.locator('.mentions').scrollIntoViewIfNeeded();
      await page.screenshot({ path: `${folder}/mentions-${theme}.png` });
    }
  }
});
