import { expect, test, type Locator } from '@playwright/test';
import { boxAtRest } from './measure.ts';
import { monthAt, MENTIONS } from './timeArchive.ts';
import { ALL, openTimeArchive, type TimeReader } from './timeReader.ts';

/** The sidebar's dates: histogram, tree, posts without a date; and the strip over the list. */

// Each test opens an archive of its own, and axe looks at three themes.
test.setTimeout(240_000);

let reader: TimeReader;
let dates: Locator;
let tree: Locator;

test.beforeEach(async () => {
  reader = await openTimeArchive();
  dates = reader.page.getByRole('region', { name: 'Date', exact: true });
  tree = dates.getByRole('tree', { name: 'Years, months and days' });
});

test.afterEach(() => reader.close());

/** Posts of a month: those that speak of 供应链 twice as often, one more of each source, and the lighthouse in May. */
const postsOf = (place: number): number =>
  Object.values(MENTIONS).reduce((sum, counts) => sum + (counts[place] ?? 0) * 2 + 1, 0) +
  (monthAt(place).endsWith('-05') ? 1 : 0);

const line = (name: RegExp | string): Locator => tree.getByRole('treeitem', { name });

const countIn = async (at: Locator): Promise<number> =>
  Number((await at.locator('.num').textContent())?.replace(',', ''));

test('years open to months and days by keyboard; every count is what ticking gives', async () => {
  const { page } = reader;
  await expect(tree.getByRole('treeitem')).toHaveCount(3);
  const year = line(/^2022 /);
  await year.focus();
  await page.keyboard.press('ArrowRight');
  await expect(year).toHaveAttribute('aria-expanded', 'true');
  const june = line(/^June /);
  await expect(june).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(june).toBeFocused();
  await expect(june).toHaveAccessibleName(`June ${postsOf(17)}`);
  await page.keyboard.press('Space');
  await reader.expectTotal(postsOf(17));
  await expect(june).toHaveAttribute('aria-checked', 'true');
  await expect(year).toHaveAttribute('aria-checked', 'mixed');

  // Time is one choice: other months keep their counts, and a second one adds to the first.
  const may = line(/^May /);
  await expect(may).toHaveAccessibleName(`May ${postsOf(16)}`);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await reader.expectTotal(postsOf(16) + postsOf(17));

  await page.keyboard.press('ArrowRight');
  // The days of a month are asked for when it is opened.
  const day = tree.getByRole('treeitem', { level: 3 }).first();
  await expect(day).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(day).toBeFocused();
  const count = await countIn(day);
  await page.keyboard.press('Enter');
  await reader.expectTotal(count);
  await expect(may).toHaveAttribute('aria-checked', 'mixed');
  await page.keyboard.press('ArrowLeft');
  await expect(may).toBeFocused();
  await page.keyboard.press('Home');
  await expect(year).toBeFocused();

  await dates.getByRole('button', { name: 'Clear Date' }).click();
  await reader.expectTotal(ALL);
});

test('counts follow the query; the mouse opens with the arrow and ticks with the line', async () => {
  const whole = await countIn(line(/^2021 /));
  await reader.search('白名单', await countOf('白名单'));
  const year = line(/^2021 /);
  await expect.poll(() => countIn(year)).toBeLessThan(whole);
  const count = await countIn(year);
  await year.locator('.twist').click();
  await expect(line(/^December /)).toBeVisible();
  await expect(year).toHaveAttribute('aria-checked', 'false');
  await year.click();
  await reader.expectTotal(count);
});

/** What a search finds, as the app says it without any filter. */
async function countOf(text: string): Promise<number> {
  await reader.page.locator('[data-pane="list"] .top input').fill(text);
  await expect(reader.rows.first()).not.toHaveAttribute('aria-setsize', String(ALL));
  return Number(await reader.rows.first().getAttribute('aria-setsize'));
}

test('posts without a date are counted, and chosen through the search', async () => {
  const undated = dates.getByRole('checkbox', { name: 'No date 3' });
  await line(/^2022 /).click();
  await undated.check();
  await reader.expectTotal(3);
  await expect(undated).toBeChecked();
  await undated.uncheck();
  await reader.expectTotal(ALL);
});

test('the histogram: a drag chooses months, grips change them by keyboard, fields take months', async () => {
  const { page } = reader;
  const histogram = dates.getByRole('group', { name: 'Posts by month' });
  const box = await boxAtRest(histogram);
  const bar = box.width / 39;
  await page.mouse.move(box.x + bar * 34.5, box.y + 20);
  await page.mouse.down();
  await page.mouse.move(box.x + bar * 35.5, box.y + 20);
  await page.mouse.move(box.x + bar * 36.5, box.y + 20);
  await page.mouse.up();
  await reader.expectTotal(postsOf(14) + postsOf(15) + postsOf(16));
  await expect(dates.getByLabel('From month')).toHaveValue('2022-03');
  await expect(dates.getByLabel('To month')).toHaveValue('2022-05');

  await dates.getByRole('slider', { name: 'Last month chosen' }).focus();
  await page.keyboard.press('ArrowRight');
  await reader.expectTotal(postsOf(14) + postsOf(15) + postsOf(16) + postsOf(17));
  const first = dates.getByRole('slider', { name: 'First month chosen' });
  await first.focus();
  await page.keyboard.press('End');
  await expect(first).toHaveAttribute('aria-valuetext', '2022-06');
  await reader.expectTotal(postsOf(17));

  await dates.getByLabel('From month').fill('2021-02');
  await page.keyboard.press('Enter');
  const fromFebruary = Array.from({ length: 17 }, (_, at) => postsOf(at + 1));
  await reader.expectTotal(fromFebruary.reduce((all, each) => all + each, 0));
  await dates.getByLabel('To month').fill('2021-02');
  await page.keyboard.press('Enter');
  await reader.expectTotal(postsOf(1));
});

test('the strip over the list says where it stands and leads to any month', async () => {
  const { page } = reader;
  const strip = page.getByRole('slider', { name: 'Where the list is in time' });
  await expect(strip).toHaveAttribute('aria-valuetext', `Jul 2022: ${postsOf(18)} posts`);
  await strip.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(strip).toHaveAttribute('aria-valuetext', `Jun 2022: ${postsOf(17)} posts`);
  await expect(page.getByRole('listbox').getByText('June 2022')).toBeVisible();
  const box = await boxAtRest(strip);
  // May 2019 to July 2022 are 39 cells: the 21st is January 2021, near the end of the list.
  await page.mouse.click(box.x + (box.width * 20.5) / 39, box.y + 7);
  await expect(page.getByRole('listbox').getByText('January 2021')).toBeVisible();

  // By relevance time is no order to move in.
  await reader.search('灯塔 OR 渡轮', await countOf('灯塔 OR 渡轮'));
  await page.getByRole('button', { name: 'Newest first' }).click();
  await page.getByRole('menuitemradio', { name: 'Best match first' }).click();
  await expect(strip).toHaveCount(0);
});

test('the dates and the strip have no accessibility faults in any theme', async () => {
  await line(/^2022 /).press('ArrowRight');
  await line(/^June /).click();
  await line(/^June /).press('ArrowRight');
  await expect(tree.getByRole('treeitem', { level: 3 }).first()).toBeVisible();
  await reader.expectNoFaults('[data-pane="sidebar"] section', '.heat');
});
