import { expect, test } from '@playwright/test';
import { MENTIONS } from './timeArchive.ts';
import { expectNoFaultsNow, openTimeArchive, type TimeReader } from './timeReader.ts';

/** The same day in other years: below a post, and as a command of its own. */

// Each test opens an archive of its own, and axe looks at three themes.
test.setTimeout(240_000);

let reader: TimeReader;

test.beforeEach(async () => {
  reader = await openTimeArchive();
});

test.afterEach(() => reader.close());

/** Of the posts of a month, those on its 18th: they are dealt to days one after the other. */
const onThe18th = (place: number): number =>
  Object.values(MENTIONS).reduce((sum, counts) => {
    const posts = (counts[place] ?? 0) * 2 + 1;
    const days = Array.from({ length: posts }, (_, at) => ((at + place) % 28) + 1);
    return sum + days.filter((day) => day === 18).length;
  }, 0);

test('below a post stand those of the same day in other years', async () => {
  const { page } = reader;
  await reader.search('灯塔', 3);
  await reader.rows.nth(1).click();
  const article = page.getByRole('article', { name: '灯塔点亮 2021' });
  await expect(article).toBeVisible();
  const others = onThe18th(16) + 2;
  const head = page.getByRole('button', { name: `18 May in other years: ${others} posts` });
  await expect(head).toHaveAttribute('aria-expanded', 'false');
  await head.press('Enter');
  const section = page.getByRole('region', { name: 'On this day in other years' });
  await expect(section.getByRole('heading')).toHaveText([/^2022/, /^2019/]);
  await reader.expectNoFaults('main');
  await section.getByRole('button', { name: /灯塔点亮 2019/ }).click();
  await expect(page.getByRole('article', { name: '灯塔点亮 2019' })).toBeVisible();
});

test('the command shows a day of all years, and the days beside it', async () => {
  const { page } = reader;
  await reader.command('on-this-day');
  const dialog = page.getByRole('dialog', { name: 'On this day' });
  const today = new Date();
  const name = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long' });
  await expect(
    dialog.getByRole('heading', { name: name.format(today), exact: true }),
  ).toBeVisible();
  await dialog.getByRole('button', { name: 'Day after' }).press('Enter');
  const tomorrow = new Date(2000, today.getMonth(), today.getDate() + 1);
  await expect(
    dialog.getByRole('heading', { name: name.format(tomorrow), exact: true }),
  ).toBeVisible();
  // The posts of the archive lie on the first 28 days of every month; on other days it says that there are none.
  while (new Date(tomorrow).getDate() > 28) {
    await expect(dialog.getByText(/^No post of/)).toBeVisible();
    await dialog.getByRole('button', { name: 'Day after' }).press('Enter');
    tomorrow.setDate(tomorrow.getDate() + 1);
  }
  const post = dialog.locator('.years-on-day').getByRole('button').first();
  await expect(post).toBeVisible();
  await expectNoFaultsNow(page, ['[role="dialog"]']);
  const title = (await post.locator('.mention-title').textContent()) ?? '';
  await post.click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('article', { name: title }).first()).toBeVisible();
});

test('posts of the day are ticked and exported from there', async () => {
  const { page } = reader;
  await reader.command('on-this-day');
  const dialog = page.getByRole('dialog', { name: 'On this day' });
  await expect(dialog.getByRole('heading', { level: 3 })).toBeVisible();
  const posts = dialog.locator('.years-on-day').getByRole('checkbox');
  const before = dialog.getByRole('button', { name: 'Day before' });
  // As above: only the first 28 days of a month have posts, four of them have few.
  while ((await posts.count()) < 3) {
    await before.press('Enter');
    await expect(dialog.getByRole('status')).toHaveText(/\d|^$/);
  }
  const count = await posts.count();
  await expect(dialog.getByRole('button', { name: `Export all ${count}…` })).toBeVisible();
  // Each post is one stop of Tab.
  await posts.nth(0).press('Space');
  await page.keyboard.press('Tab');
  await expect(posts.nth(1)).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(posts.nth(2)).toBeChecked();
  await expectNoFaultsNow(page, ['[role="dialog"]']);
  await dialog.getByRole('button', { name: 'Export 2…' }).click();
  await expect(page.getByRole('dialog', { name: 'Export' })).toContainText('2 posts');
});

test('Enter on the box of a post opens it', async () => {
  const { page } = reader;
  await reader.command('on-this-day');
  const dialog = page.getByRole('dialog', { name: 'On this day' });
  const posts = dialog.locator('.years-on-day').getByRole('checkbox');
  await expect(dialog.getByRole('heading', { level: 3 })).toBeVisible();
  while ((await posts.count()) < 1) {
    await dialog.getByRole('button', { name: 'Day before' }).press('Enter');
    await expect(dialog.getByRole('status')).toHaveText(/\d|^$/);
  }
  const title = (await dialog.locator('.mention-title').first().textContent()) ?? '';
  await posts.first().press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('article', { name: title }).first()).toBeVisible();
});
