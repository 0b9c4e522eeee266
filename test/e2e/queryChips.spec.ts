import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Locator } from '@playwright/test';
import { launchApp, type RunningApp } from './launch.ts';
import { atRest } from './measure.ts';
import { ReaderWindow } from './newsArchive.ts';
import { makePostFolder } from './postFolder.ts';
import { setWindowSize } from './windowSize.ts';

const SOURCES = ['新华日报', '南昌日报', '新华日报周刊', 'Harbour Daily'] as const;

/** Forty posts: ten of each source, tagged by turns, one hostile tag among them. */
function posts(): Record<string, string> {
  const files: Record<string, string> = {};
  for (let index = 0; index < 40; index += 1) {
    const source = SOURCES[index % 4] ?? '';
    const tag = index % 2 === 0 ? '港口' : 'C++ (a OR b): "x"';
    const day = `2022-0${1 + (index % 4)}-1${index % 10}`;
    files[`post-${index}.md`] = [
      '---',
      `title: Report ${index}`,
      `date: ${day}`,
      `source: ${source}`,
      `tags: [${JSON.stringify(tag)}]`,
      `desk: ${index % 5 === 0 ? 'night' : 'day'}`,
      '---',
      '码头昼夜作业。',
    ].join('\n');
  }
  return files;
}

let folder: Awaited<ReturnType<typeof makePostFolder>>;
let running: RunningApp;
let reader: ReaderWindow;
let chips: Locator;
let sources: Locator;
test.beforeAll(async () => {
  folder = await makePostFolder(posts());
});
test.afterAll(() => folder.remove());
test.beforeEach(async () => {
  running = await launchApp({ folder: folder.folder });
  reader = new ReaderWindow(running.page);
  chips = running.page.getByRole('list', { name: 'Search and filters' }).getByRole('listitem');
  sources = running.page.getByRole('region', { name: 'Source' });
  await reader.waitForIndex(40);
});
test.afterEach(() => running.close());

const asText = (): Locator =>
  reader.page.getByRole('textbox', { name: 'Search and filters as text' });

test('a typed field ticks its facet and becomes a chip; several are ticked by alternatives', async () => {
  await reader.search.fill('码头 source:南昌日报');
  await reader.expectTotal(10);
  await expect(sources.getByRole('checkbox', { name: '南昌日报 10' })).toBeChecked();
  // Other sources keep the counts that choosing them gives.
  await expect(sources.getByRole('checkbox', { name: 'Harbour Daily 10' })).not.toBeChecked();
  await expect(reader.search).toHaveValue('码头 source:南昌日报');
  await reader.search.press('Enter');
  await expect(reader.search).toHaveValue('码头');
  await expect(chips).toHaveText([/Source.*南昌日报/]);

  await reader.search.fill('码头 date:2022-02..2022-03');
  await expect(chips).toHaveText([/Source.*南昌日报/, /Date.*2022-02 – 03/]);
  await reader.expectTotal(10);
  await expect(reader.page.getByRole('textbox', { name: 'From month (YYYY-MM)' })).toHaveValue(
    '2022-02',
  );
  await reader.search.press('Enter');

  await reader.search.fill('source:(南昌日报 OR "Harbour Daily")');
  // Beside a source that is ticked it is a condition of its own; alone it ticks both.
  await expect(sources.getByRole('checkbox', { checked: true })).toHaveCount(1);
  await reader.page.getByRole('button', { name: 'Remove filter: Source 南昌日报' }).click();
  await reader.expectTotal(10);
  await expect(sources.getByRole('checkbox', { checked: true })).toHaveCount(2);

  // Two sources hold this term: it stays what it is, a term.
  await reader.page.getByRole('button', { name: /Remove filter: Source/ }).click();
  await reader.page.getByRole('button', { name: /Remove filter: Date/ }).click();
  await reader.search.fill('source:新华日报');
  await reader.expectTotal(20);
  await expect(sources.getByRole('checkbox', { checked: true })).toHaveCount(0);
  await expect(chips).toHaveText([/Source.*新华日报/]);
});

test('all of it is one line of text and comes back as it was, hostile values too', async () => {
  const tags = reader.page.getByRole('region', { name: 'Tag' });
  await reader.search.fill('码头 OR 港口');
  await tags.getByRole('checkbox', { name: /^C\+\+/ }).check();
  await sources.getByRole('checkbox', { name: /^Harbour/ }).check();
  await reader.expectTotal(10);
  const before = await chips.allTextContents();
  await reader.page.keyboard.press('Control+l');
  await expect(asText()).toHaveValue(
    String.raw`(码头 OR 港口) source:="Harbour Daily" tag:="C++ (a OR b): \"x\""`,
  );
  await expect(reader.page.getByText(/come from “Harbour Daily”/).last()).toBeVisible();
  await reader.page.keyboard.press('Enter');
  await expect(asText()).toHaveCount(0);
  await expect(chips).toHaveText(before);
  await reader.expectTotal(10);

  await reader.page.keyboard.press('Control+l');
  await asText().fill('码头 -source:=新华日报 tag:=港口 is:unread date:(2022-01 OR 2022-03)');
  await reader.page.keyboard.press('Enter');
  await expect(reader.search).toHaveValue('码头');
  await expect(chips).toHaveText([
    /Tag.*港口/,
    /State.*Unread/,
    /Date.*January 2022 \+1/,
    /Source.*not 新华日报/,
  ]);
  await reader.expectTotal(10);
});

test('a value is left out by a click with Alt, by its menu, and taken in again', async () => {
  const xinhua = sources.getByRole('checkbox', { name: /^新华日报 / });
  await xinhua.click({ modifiers: ['Alt'] });
  await reader.expectTotal(30);
  await expect(chips).toHaveText([/Source.*not 新华日报/]);
  await expect(xinhua).toHaveAccessibleName('新华日报 left out 0');
  await sources.getByText('Harbour Daily').click({ button: 'right' });
  await reader.page.getByRole('menuitem', { name: 'Leave out', exact: true }).click();
  await reader.expectTotal(20);
  await xinhua.click();
  await reader.expectTotal(30);
  await expect(chips).toHaveText([/Source.*not Harbour Daily/]);
  await reader.page
    .getByRole('button', { name: /Source not Harbour Daily/ })
    .last()
    .press('Delete');
  await reader.expectTotal(40);
  await sources.getByText('南昌日报').click({ button: 'right' });
  await reader.page.getByRole('menuitem', { name: 'Only this' }).click();
  await reader.expectTotal(10);
});

test('a filter is added by keyboard: field, values found by pinyin, is and is not, keys of the front matter', async () => {
  const add = reader.page.getByRole('button', { name: 'Add a filter' });
  const pop = reader.page.getByRole('dialog', { name: 'Add a filter' });
  await add.focus();
  await reader.page.keyboard.press('Enter');
  await expect(pop.getByRole('button', { name: 'Source' })).toBeVisible();
  await pop.getByRole('button', { name: 'Source' }).press('Enter');
  const field = pop.getByRole('textbox', { name: 'Filter Source' });
  await field.fill('ncrb');
  await expect(pop.getByRole('checkbox')).toHaveCount(1);
  await pop.getByRole('checkbox', { name: /南昌日报/ }).press('Space');
  await reader.expectTotal(10);
  await reader.page.keyboard.press('Escape');
  await expect(add).toBeFocused();

  await reader.page.getByRole('button', { name: 'Change filter: Source 南昌日报' }).click();
  await pop.getByText('is not', { exact: true }).click();
  await pop.getByRole('checkbox', { name: /南昌日报/ }).click();
  await reader.expectTotal(30);
  await reader.page.keyboard.press('Escape');
  await expect(chips).toHaveText([/Source.*not 南昌日报/]);

  await add.click();
  await pop.getByRole('button', { name: 'Front matter key' }).click();
  await pop.getByRole('textbox', { name: 'Key' }).fill('desk');
  await pop.getByRole('textbox', { name: /^Value/ }).fill('night');
  await reader.page.keyboard.press('Enter');
  await expect(pop).toHaveCount(0);
  await expect(chips).toHaveText([/Source.*not 南昌日报/, /desk.*night/]);
  await reader.expectTotal(6);

  await add.click();
  await pop.getByRole('button', { name: 'Date' }).click();
  await pop.getByRole('button', { name: 'Without a date' }).click();
  await expect(reader.page.getByRole('heading', { name: 'No posts match' })).toBeVisible();
});

test('in a narrow window chips drop their key and the rail opens the filters in a popover', async () => {
  await setWindowSize(running, 1024, 700);
  await reader.search.fill('tag:港口');
  await reader.search.press('Enter');
  await expect(chips.first().locator('.k')).toBeHidden();
  const filters = reader.page.getByRole('button', { name: /Filters.*1/ });
  await filters.click();
  const pop = reader.page.getByRole('dialog', { name: 'Filters' });
  await pop.getByRole('checkbox', { name: /^南昌日报/ }).isVisible();
  await pop.getByRole('checkbox', { name: /^新华日报周刊/ }).check();
  await reader.expectTotal(10);
  await reader.page.keyboard.press('Escape');
  await expect(pop).toHaveCount(0);
});

test('chips, facets and popovers break no rule of accessibility', async () => {
  await reader.search.fill('码头 -source:=新华日报 tag:=港口 title:Report');
  await reader.search.press('Enter');
  await expect(chips).toHaveCount(3);
  for (const theme of ['light', 'sepia', 'dark']) {
    await reader.page.evaluate((name) => {
      // @ts-expect-error -- runs in the page
      document.documentElement.dataset.theme = name;
    }, theme);
    await atRest(reader.page);
    const { violations } = await new AxeBuilder({ page: reader.page })
      .setLegacyMode()
      .include('section[aria-label="Source"]')
      .include('.search-field')
      .include('.chips')
      .analyze();
    expect(violations, theme).toEqual([]);
  }
  await reader.page.getByRole('button', { name: 'Add a filter' }).click();
  for (const field of ['Source', 'Date', 'State', 'Contents and marks', 'Author'] as const) {
    const pop = reader.page.getByRole('dialog', { name: 'Add a filter' });
    await pop.getByRole('button', { name: field, exact: true }).click();
    await atRest(reader.page);
    const { violations } = await new AxeBuilder({ page: reader.page })
      .setLegacyMode()
      .include('.filter-pop')
      .analyze();
    expect(violations, field).toEqual([]);
    await pop.getByRole('button', { name: 'All fields' }).click();
  }
  await reader.page.keyboard.press('Escape');
  await reader.page.keyboard.press('Control+l');
  await expect(asText()).toBeVisible();
  await atRest(reader.page);
  const { violations } = await new AxeBuilder({ page: reader.page })
    .setLegacyMode()
    .include('.query-text')
    .analyze();
  expect(violations).toEqual([]);
});
