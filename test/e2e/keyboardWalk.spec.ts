import { expect, test, type Locator, type Page } from '@playwright/test';
import { launchApp, type RunningApp } from './launch.ts';
import { setWindowSize } from './windowSize.ts';

/*
 * A day's work by keyboard alone: no pointer is used anywhere below. After each step the focus is on something that is
 * on screen, drawn with a ring, and where a reader would look for it.
 */

test.setTimeout(240_000);

/** What the page says of the element that has the focus. */
interface Focus {
  readonly isLost: boolean;
  readonly isInView: boolean;
  readonly hasRing: boolean;
  readonly text: string;
}

/**
 * Runs in the page. The ring may be drawn by a field around its input, by what stands for a hidden native control, by
 * the row that a list points at, or (an edge between panes, a grip of the histogram) by a part inside of it.
 */
const READ_FOCUS = `(() => {
  const element = document.activeElement;
  const isLost = element === null || element === document.body || element === document.documentElement;
  if (isLost) return { isLost, isInView: false, hasRing: false, text: 'nothing' };
  const drawsRing = (style) => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
  const cursor = document.getElementById(element.getAttribute('aria-activedescendant') ?? '');
  const near = [element, element.closest('.field'), element.closest('label'), element.parentElement, cursor,
    ...(cursor?.children ?? [])].filter(Boolean);
  // A dialog as a whole, and the palette with its caret, are the layer that has just come up.
  const isDrawnInside = element.matches('.divider, svg [role="slider"], [role="dialog"], .pal input');
  // A list without a current row, and a panel as a whole: the ring lies over what they hold.
  const overlaid = element.closest('.list, .panel');
  const isDrawnOver = element.matches('.rows, .panel') && overlaid !== null
    && drawsRing(getComputedStyle(overlaid, '::after'));
  const hasRing = isDrawnInside || isDrawnOver || near.some((each) => drawsRing(getComputedStyle(each)));
  const box = element.getBoundingClientRect();
  const isInView = box.right > 0 && box.bottom > 0 && box.left < innerWidth && box.top < innerHeight;
  return { isLost, isInView, hasRing, text: element.outerHTML.slice(0, 160) };
})()`;

let running: RunningApp;
let page: Page;

test.beforeEach(async () => {
  running = await launchApp();
  ({ page } = running);
  await setWindowSize(running, 1440, 900);
});
test.afterEach(() => running.close());

/** Expects the focus on an element, in view and with a ring. */
async function expectFocus(target: Locator, step: string): Promise<void> {
  await expect(target, step).toBeFocused();
  await expectGoodFocus(step);
}

/** Expects the focus on something that is in view and drawn with a ring, as soon as what opens or closes is done. */
async function expectGoodFocus(step: string): Promise<void> {
  await expect
    .poll((): Promise<Focus> => page.evaluate(READ_FOCUS), { message: step })
    .toMatchObject({ isLost: false, isInView: true, hasRing: true });
}

const press = async (...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};

/** Presses Tab until something has the focus; every stop on the way must be a good one. */
async function tabTo(target: Locator, most = 40): Promise<void> {
  for (let at = 0; at < most; at += 1) {
    if (await target.evaluate((element) => element === element.ownerDocument.activeElement)) return;
    await page.keyboard.press('Tab');
    await expectGoodFocus('on the way by Tab');
  }
  await expect(target).toBeFocused();
}

const list = (): Locator => page.getByRole('listbox', { name: 'Posts' });
const field = (): Locator => page.getByRole('combobox', { name: 'Search posts' });
const paper = (): Locator => page.locator('[data-pane="article"] .paper');
const dialog = (name: string): Locator => page.getByRole('dialog', { name });

/** Opens the sample archive by keyboard and searches for the lighthouse. */
async function searchLighthouse(): Promise<void> {
  await expectFocus(page.getByRole('button', { name: 'Open folder…', exact: true }), 'welcome');
  await tabTo(page.getByRole('button', { name: /sample archive/ }));
  await press('Enter');
  await expect(list().getByRole('option').first()).toBeVisible();
  await expectFocus(list(), 'archive open');
  await press('/');
  await expectFocus(field(), 'search');
  await page.keyboard.insertText('灯塔');
  await expect(list().locator('mark').first()).toBeVisible();
  await press('Enter');
  await expectFocus(list(), 'to the results');
}

test('from the welcome screen to an export, marks and a saved search', async () => {
  await searchLighthouse();

  await test.step('read, page, go to hits, bookmark', async () => {
    await press('j', 'j');
    const article = page.getByRole('article');
    await expect(article.locator('mark.hit').first()).toBeVisible();
    await expectFocus(list(), 'moving keeps the focus in the list');
    await press('Enter');
    await expectFocus(paper(), 'reading');
    await press('Space', 'Shift+Space', 'n', 'n', 'b');
    await expectFocus(paper(), 'paged, next hit, bookmarked');
    const bookmark = page.getByRole('button', { name: 'Bookmark', exact: true });
    await expect(bookmark).toHaveAttribute('aria-pressed', 'true');
  });

  await test.step('highlight by the caret, with a note', async () => {
    await press('F7', 'Control+Home', 'Shift+End');
    await expect(page.getByRole('toolbar', { name: 'Mark the selection' })).toBeVisible();
    await press('c');
    const note = page.getByRole('textbox', { name: /^Note on/ });
    await expectFocus(note, 'note');
    await page.keyboard.insertText('To be checked');
    await press('Escape');
    await expectFocus(page.locator('mark.hl').first(), 'back at the passage');
  });

  await test.step('tick three, look at the export, leave it', async () => {
    await press('Shift+F6');
    await expectFocus(list(), 'back in the list');
    await press('Home', 'x', 'Shift+ArrowDown', 'Shift+ArrowDown');
    await expect(page.getByText('3 selected').first()).toBeVisible();
    await press('Control+e');
    await expect(page.getByRole('heading', { name: 'Export 3 posts to PDF' })).toBeVisible();
    await expectGoodFocus('export');
    await press('Escape');
    await expectFocus(list(), 'export left');
    await press('Escape');
    await expect(page.getByText('3 selected')).toHaveCount(0);
    await expectFocus(list(), 'ticks taken away');
  });

  await test.step('save the search', async () => {
    await press('Control+d');
    await expectFocus(page.locator('.sv-dlg input').first(), 'name of the search');
    await press('Enter');
    await expect(page.locator('.sv-dlg')).toHaveCount(0);
    await expectFocus(list(), 'search saved');
    await expect(page.getByRole('link', { name: /灯塔/ }).first()).toBeVisible();
  });
});

test('from place to place, and back', async () => {
  await searchLighthouse();
  const narrowed = async (): Promise<string> =>
    (await list().getByRole('option').first().getAttribute('aria-setsize')) ?? '';
  const before = await narrowed();

  await test.step('a source by the palette', async () => {
    await press('Control+k');
    await expectFocus(page.getByRole('combobox', { name: 'Command palette' }), 'palette');
    await page.keyboard.insertText('@江汀日报');
    const line = page.getByRole('listbox', { name: 'Command palette' }).getByRole('option');
    await expect(line.first()).toContainText('江汀日报');
    await press('Enter');
    await expectFocus(list(), 'narrowed to a source');
    await expect.poll(narrowed).not.toBe(before);
  });

  await test.step('back by history', async () => {
    await press('Alt+ArrowLeft');
    await expect.poll(narrowed).toBe(before);
    await expectFocus(list(), 'history');
  });

  await test.step('trends and back', async () => {
    await press('Control+k');
    await expectFocus(page.getByRole('combobox', { name: 'Command palette' }), 'palette');
    await page.keyboard.insertText('>term trend');
    await expect(
      page.getByRole('listbox', { name: 'Command palette' }).getByRole('option').first(),
    ).toContainText('Term trend');
    await press('Enter');
    await expect(page.getByRole('slider')).toBeVisible();
    await expectFocus(list(), 'trends');
    await press('Alt+ArrowLeft');
    await expect(page.getByRole('slider')).toHaveCount(0);
    await expectGoodFocus('back from trends');
  });

  await test.step('settings, sheet and problems', async () => {
    await press('Control+,');
    await expect(dialog('Settings')).toBeVisible();
    await expectGoodFocus('settings');
    await press('Escape');
    await expect(dialog('Settings')).toHaveCount(0);
    await expectGoodFocus('settings left');
    await press('?');
    await expect(dialog('Keyboard shortcuts')).toBeVisible();
    await expectGoodFocus('sheet');
    await press('Escape');
    await expect(dialog('Keyboard shortcuts')).toHaveCount(0);
    await expectFocus(list(), 'sheet left');
    await press('Control+k');
    await expectFocus(page.getByRole('combobox', { name: 'Command palette' }), 'palette');
    await page.keyboard.insertText('>problems');
    await expect(
      page.getByRole('listbox', { name: 'Command palette' }).getByRole('option').first(),
    ).toContainText('problems');
    await press('Enter');
    const panel = page.getByRole('region', { name: 'Problems' });
    await expect(panel).toBeVisible();
    await expectGoodFocus('problems');
    await press('Escape');
    await expect(panel).toHaveCount(0);
    await expectFocus(list(), 'problems left');
  });

  await test.step('round the panes by F6, and round all stops by Tab', async () => {
    const panes = new Set<unknown>();
    for (let at = 0; at < 3; at += 1) {
      await press('F6');
      await expectGoodFocus('F6');
      const pane = (): Promise<unknown> =>
        page.evaluate(
          "document.activeElement?.closest('[data-pane]')?.getAttribute('data-pane') ?? null",
        );
      // What was closed before may still be giving the focus back.
      await expect.poll(pane).not.toBeNull();
      panes.add(await pane());
    }
    expect(panes).toEqual(new Set(['sidebar', 'list', 'article']));
  });
});

test('Tab reaches everything once round, each stop in view and with a ring, and no trap', async () => {
  await searchLighthouse();
  await press('j');
  await expect(page.getByRole('article').first()).toBeVisible();
  const first = (): Promise<string> =>
    page.evaluate(`(() => {
      window.stops ??= new Map();
      const element = document.activeElement;
      if (!window.stops.has(element)) window.stops.set(element, window.stops.size);
      return String(window.stops.get(element));
    })()`);
  await first();
  let stops = 0;
  for (; stops < 200; stops += 1) {
    await press('Tab');
    const focus: Focus = await page.evaluate(READ_FOCUS);
    // Between the last stop and the first, the focus passes the window itself.
    if (focus.isLost) continue;
    await expectGoodFocus(focus.text);
    if ((await first()) === '0') break;
  }
  expect(stops).toBeGreaterThan(20);
  expect(stops).toBeLessThan(200);
});

test('Esc closes one layer at a time and gives the focus back', async () => {
  await searchLighthouse();
  await press('j');
  await expect(page.getByRole('article').first()).toBeVisible();
  await press('Enter');
  await expectFocus(paper(), 'reading');
  await press('Control+f');
  const find = page.getByRole('textbox', { name: 'Find in post' });
  await expectFocus(find, 'find');
  await press('Control+k');
  await expectFocus(page.getByRole('combobox', { name: 'Command palette' }), 'palette over find');
  await press('Escape');
  await expectFocus(find, 'palette closed, find still there');
  await press('Escape');
  await expect(find).toHaveCount(0);
  await expectFocus(paper(), 'find closed');
  await press('F7', 'Control+Home', 'Shift+End');
  const tools = page.getByRole('toolbar', { name: 'Mark the selection' });
  await expect(tools).toBeVisible();
  await press('Escape');
  await expect(tools).toHaveCount(0);
  await expectFocus(paper(), 'selection left');
  await press('Escape');
  await expectFocus(paper(), 'caret left');
  await press('/');
  await expectFocus(field(), 'search');
  await press('Escape');
  await expect(field()).toHaveValue('');
  await expectFocus(field(), 'words taken away');
  await expect(field()).toHaveAttribute('aria-expanded', 'true');
  await press('Escape');
  await expect(field()).toHaveAttribute('aria-expanded', 'false');
  await expectFocus(field(), 'recent searches closed');
  await press('Escape');
  await expectFocus(list(), 'search left');
});

test('the focus does not get lost when nothing is found, nor when posts come back', async () => {
  await searchLighthouse();
  await press('Control+k');
  await expectFocus(page.getByRole('combobox', { name: 'Command palette' }), 'palette');
  await page.keyboard.insertText('@Egret');
  const line = page.getByRole('listbox', { name: 'Command palette' }).getByRole('option');
  await expect(line.first()).toContainText('Egret');
  await press('Enter');
  await expect(page.getByRole('heading', { name: 'No posts match' })).toBeVisible();
  // Not the search field, where single keys would be typed: they go on to work.
  await expectFocus(page.locator('[data-pane="list"] .rows.none'), 'nothing found');
  await tabTo(page.getByRole('button', { name: 'Clear search and filters' }));
  await press('Enter');
  await expectFocus(list(), 'posts are back');
});
