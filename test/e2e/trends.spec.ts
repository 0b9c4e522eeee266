import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Locator } from '@playwright/test';
import { boxAtRest } from './measure.ts';
import { MENTIONS, mentionsAt, monthAt } from './timeArchive.ts';
import { ALL, openTimeArchive, type TimeReader } from './timeReader.ts';

/** The Trends page: a query over months, by source or by term, and the list that follows what is chosen on it. */

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);

const FOUND = sum(Object.values(MENTIONS).map(sum)) + 3;

// Each test opens an archive of its own, and axe looks at three themes.
test.setTimeout(240_000);

let reader: TimeReader;
let trends: Locator;
let chart: Locator;

async function openTrends(lang: 'en' | 'zh' = 'en'): Promise<void> {
  reader = await openTimeArchive(lang);
  await reader.search('供应链', FOUND);
  trends = reader.page.getByRole('region', { name: lang === 'en' ? 'Trends' : '趋势' });
  chart = trends.getByRole('slider');
  await reader.page
    .getByRole('button', { name: lang === 'en' ? 'Term trend' : '词频趋势' })
    .first()
    .click();
  await expect(chart).toBeVisible();
}

test.afterEach(() => reader.close());

/** Presses a key often enough to stand on a month; the axis ends with July 2022. */
async function goToMonth(place: number): Promise<void> {
  await chart.focus();
  await reader.page.keyboard.press('End');
  for (let at = 18; at > place; at -= 1) await reader.page.keyboard.press('ArrowLeft');
}

const NAMES = ['北岸经济报', '江亭日报', '南山周刊', '港湾晨报', 'Harbour Daily'];

test('the chart and its table say the numbers of the archive', async () => {
  await openTrends();
  await expect(trends.getByRole('heading', { name: '供应链' })).toBeVisible();
  await expect(trends).toContainText('Posts mentioning this term, per month, May 2019 – Jul 2022');
  const table = trends.getByRole('table', { name: 'The same numbers as the chart' });
  await expect(table.getByRole('rowheader')).toHaveText(NAMES);
  for (const name of NAMES) {
    const counts = MENTIONS[name] ?? [];
    const row = table.getByRole('row', { name: new RegExp(name) });
    await expect(row.getByRole('cell').nth(1)).toHaveText(String(sum(counts)));
    const peak = counts.indexOf(Math.max(...counts));
    await expect(row.getByRole('cell').nth(3)).toContainText(
      { '02': 'Feb', '03': 'Mar', '04': 'Apr', '05': 'May' }[monthAt(peak).slice(5)] ?? '',
    );
  }
  await expect(trends).toContainText('1 more source has posts');
  await expect(trends).toContainText('3 posts without a date are not in the chart');
  await goToMonth(15);
  await expect(chart).toHaveAttribute(
    'aria-valuetext',
    `Apr 2022; ${NAMES.map((name) => `${name} ${MENTIONS[name]?.[15]}`).join('; ')}; Enter shows ${mentionsAt(15)} posts`,
  );

  await trends.getByText('Numbers by month').click();
  const numbers = trends.getByRole('row', { name: /^Apr 2022/ });
  await expect(numbers.getByRole('cell').first()).toContainText('13 · ');
});

test('a month, and a time dragged or stretched by keyboard, become the filter of the list', async () => {
  await openTrends();
  const { page } = reader;
  await goToMonth(15);
  await page.keyboard.press('Enter');
  await reader.expectTotal(mentionsAt(15));
  await expect(chart).toBeFocused();
  await expect(trends).toContainText('Selected Apr 2022');
  await page.keyboard.press('Shift+ArrowLeft');
  await reader.expectTotal(mentionsAt(15) + mentionsAt(14));

  // The axis does not follow its own choice: everything else stays to be compared with.
  const box = await boxAtRest(chart);
  const svg = await trends.locator('svg.chart').evaluate((element) => {
    const grid = element.querySelector('line.ax');
    return [Number(grid?.getAttribute('x1')), Number(grid?.getAttribute('x2'))];
  });
  const [left = 0, right = 0] = svg;
  const x = (place: number): number => box.x + left + ((right - left) * (place + 20)) / 38;
  await page.mouse.move(x(16), box.y + 100);
  await page.mouse.down();
  await page.mouse.move(x(15), box.y + 120);
  await page.mouse.move(x(14), box.y + 120);
  await page.mouse.up();
  await reader.expectTotal(mentionsAt(14) + mentionsAt(15) + mentionsAt(16));
  await expect(trends).toContainText('Selected Mar 2022 – May 2022');

  await page.mouse.move(x(15), box.y + 100);
  await expect(trends.getByText(`Click to show ${mentionsAt(15)} posts`)).toBeVisible();

  await trends.getByRole('button', { name: 'Zoom in' }).click();
  await expect(trends).toContainText('per day, 1 Mar 2022 – 31 May 2022');
  await trends.getByRole('button', { name: 'Show all of the time' }).click();
  await expect(trends).toContainText('per month, May 2019 – Jul 2022');
  await trends.getByRole('button', { name: 'Clear the selected time' }).click();
  await reader.expectTotal(FOUND);
});

test('terms are compared side by side, and per thousand', async () => {
  await openTrends();
  const { page } = reader;
  await trends.getByRole('button', { name: 'Compare a term' }).click();
  await expect(trends.locator('input:focus')).toHaveCount(1);
  await page.keyboard.type('白名单');
  await page.keyboard.press('Enter');
  await expect(trends.getByRole('heading', { name: '供应链 / 白名单' })).toBeVisible();
  await expect(trends.getByRole('button', { name: 'Compare a term' })).toBeFocused();
  const table = trends.getByRole('table', { name: 'The same numbers as the chart' });
  await expect(table.getByRole('rowheader')).toHaveText(['供应链', '白名单']);
  await expect(
    table
      .getByRole('row', { name: /^供应链/ })
      .getByRole('cell')
      .nth(1),
  ).toHaveText(String(FOUND - 3));
  await trends.getByRole('radio', { name: 'Per 1,000' }).check({ force: true });
  await goToMonth(15);
  // All posts of a month are twice those of the term, and one of each source.
  const rate = ((mentionsAt(15) / (mentionsAt(15) * 2 + 6)) * 1000).toFixed(1);
  await expect(chart).toHaveAttribute('aria-valuetext', new RegExp(`^Apr 2022; 供应链 ${rate};`));
  await trends.getByRole('button', { name: 'Remove 白名单' }).click();
  await expect(table.getByRole('rowheader')).toHaveText(NAMES);
});

test('a post of the list takes the page away; the page comes back as it was left', async () => {
  await openTrends();
  const { page } = reader;
  await trends.getByRole('radio', { name: 'Per 1,000' }).check({ force: true });
  await reader.rows.first().click();
  await expect(page.getByRole('article')).toBeVisible();
  await expect(trends).toHaveCount(0);
  await reader.command('trends');
  await expect(trends.getByRole('radio', { name: 'Per 1,000' })).toBeChecked();
  await trends.getByRole('button', { name: 'Close trends' }).click();
  await expect(page.getByRole('article')).toBeVisible();
});

test('nothing found and nothing looked for are both told', async () => {
  await openTrends();
  const field = reader.page.locator('[data-pane="list"] .top input');
  await field.fill('不存在的词');
  await expect(trends.getByRole('heading', { name: 'No posts to count' })).toBeVisible();
  await field.fill('');
  await reader.expectTotal(ALL);
  await expect(trends.getByRole('heading', { name: 'All posts' })).toBeVisible();
  await expect(trends).toContainText('Posts per month, May 2019 – Jul 2022');
});

test('the chart is saved as a table and as a picture', async () => {
  await openTrends();
  const folder = await mkdtemp(join(tmpdir(), 'broadsheet-chart-'));
  const saveAs = async (name: string, entry: RegExp): Promise<string> => {
    const file = join(folder, name);
    await reader.running.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, file);
    await trends.getByRole('button', { name: 'Save chart as PNG or CSV' }).click();
    await reader.page.getByRole('menuitem', { name: entry }).click();
    await expect(reader.page.getByText(`Saved: ${file}`)).toBeVisible();
    return file;
  };
  const csv = readFileSync(await saveAs('chart.csv', /CSV/), 'utf8');
  const lines = csv.replace('\uFEFF', '').trim().split('\r\n');
  expect(lines).toHaveLength(1 + 39);
  expect(lines[0]).toMatch(/^Month,北岸经济报,"?北岸经济报 \(Per 1,000\)/u);
  expect(lines.at(-4)).toMatch(new RegExp(`^2022-04,13,.*,${mentionsAt(15)}$`));
  const png = readFileSync(await saveAs('chart.png', /PNG/));
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
  // Twice as many pixels as on the screen, so that it is sharp in print.
  expect(png.readUInt32BE(16)).toBeGreaterThan(1_000);
  await rm(folder, { recursive: true });
});

for (const lang of ['en', 'zh'] as const) {
  test(`no accessibility faults in any theme, wide and narrow (${lang})`, async () => {
    await openTrends(lang);
    await goToMonth(15);
    await reader.page.keyboard.press('Enter');
    await reader.expectTotal(mentionsAt(15));
    await reader.expectNoFaults('main');
    await reader.setSize(1024, 700);
    await reader.expectNoFaults('main');
    await expect
      .poll(() => trends.evaluate((element) => element.scrollWidth - element.clientWidth))
      .toBeLessThanOrEqual(0);
  });
}
