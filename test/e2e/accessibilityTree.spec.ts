import { expect, test, type Locator, type Page } from '@playwright/test';
import { treeWords, type TreeWords } from './accessibilityWords.ts';
import { sendCommand } from './axeInThemes.ts';
import { launchApp, type RunningApp } from './launch.ts';
import { openMarkedPost, openSample, overlays } from './windowStates.ts';
import { setWindowSize } from './windowSize.ts';

/*
 * What the window tells a screen reader: names, roles and states of the main states, from Chromium's accessibility
 * tree. No screen reader is run here; what one says of this tree is its own. Only what must stay is written down: a
 * tree may have more.
 */

test.setTimeout(240_000);

const welcomeTree = (w: TreeWords): string => `
- main:
  - radiogroup "${w.language}"
  - heading "Broadsheet" [level=1]
  - region:
    - heading "${w.drop}" [level=2]
    - button "${w.open}"
  - region "${w.recent}":
    - button /${w.sample}/
`;

const sideTree = (w: TreeWords): string => `
- navigation "${w.archive}":
  - list "${w.lists}":
    - listitem:
      - link /${w.all} 34/
    - listitem:
      - link /${w.unread} 3\\d/
    - listitem:
      - link /${w.bookmarks} 0/
    - listitem:
      - link /${w.highlights} 1/
  - region "${w.date}":
    - heading "${w.date}" [level=2]
    - tree "${w.dates}":
      - treeitem /2024/ [level=1]
  - region "${w.source}":
    - heading "${w.source}" [level=2]
    - list:
      - listitem:
        - checkbox /江汀日报 1|云岑科学报 1/
`;

const listTree = (w: TreeWords): string => `
- region "${w.results}":
  - search:
    - combobox "${w.search}": 灯塔
  - list "${w.filters}":
    - listitem:
      - 'button "${w.change}"'
      - 'button "${w.remove}"'
  - listbox "${w.posts}":
    - option "停了九年的灯又亮了 ——鹭嘴灯塔修缮完工首夜记${w.highlighted}" [selected]
    - option "一块玻璃怎样把灯光送出十八海里"
  - status: /${w.found}/
`;

const postTree = (w: TreeWords): string => `
- main "${w.post}":
  - toolbar "${w.tools}":
    - button "${w.bookmark}"
  - article "停了九年的灯又亮了 ——鹭嘴灯塔修缮完工首夜记":
    - heading "停了九年的灯又亮了 ——鹭嘴灯塔修缮完工首夜记" [level=1]
    - time
    - paragraph:
      - mark:
        - mark: 灯塔
    - figure "试灯当晚的白鹭港。光柱每十秒扫过港口一次。（本报绘图）"
    - heading "一千零八块玻璃，一块一块洗" [level=2]
`;

/** Trees of what lies over the panes, by the name of the state. */
const overlayTrees = (w: TreeWords): Readonly<Record<string, string>> => ({
  palette: `
- dialog "${w.palette}":
  - combobox "${w.palette}" [expanded]
  - listbox "${w.palette}":
    - group "${w.recentPosts}":
      - option /停了九年的灯又亮了.*江汀日报/ [selected]
    - group "${w.commands}":
      - option /Ctrl\\+O/
  - status
`,
  'settings, pane 1': `
- dialog "${w.settings}":
  - banner:
    - heading "${w.settings}" [level=2]
  - tablist "${w.settings}":
    - tab "${w.appearance}" [selected]
  - tabpanel "${w.appearance}":
    - radiogroup "${w.language}"
    - radiogroup "${w.theme}":
      - radio "${w.light}"
`,
  'export dialog': `
- dialog "${w.export}":
  - banner:
    - heading /PDF/ [level=2]
  - group:
    - radiogroup "${w.margins}"
  - region "${w.preview}"
  - contentinfo:
    - button "${w.cancel}"
    - button /PDF/
`,
  problems: `
- region "${w.problems}":
  - heading "${w.problems}" [level=2]
  - table "${w.problems}":
    - rowgroup:
      - row:
        - columnheader "${w.severity}"
    - rowgroup:
      - row:
        - cell /2022-06-12/
`,
  indexing: `
- region "${w.work}":
  - progressbar "${w.indexing}"
  - status: ${w.announced}
`,
  'selected passage': `
- toolbar "${w.mark}":
  - button /${w.pen}/
`,
  'highlights page': `
- main "${w.highlights}":
  - heading "${w.highlights}" [level=1]
  - status
  - grid "${w.highlights}":
    - row /^11月15日傍晚/
`,
  trends: `
- main "${w.trends}":
  - region "${w.trends}":
    - heading /灯塔/ [level=1]
    - slider /${w.chart}/
    - table "${w.numbers}":
      - rowgroup:
        - row:
          - columnheader "${w.source}"
      - rowgroup:
        - row:
          - rowheader "江汀日报"
`,
});

const body = (page: Page): Locator => page.locator('body');

async function open(lang: 'en' | 'zh'): Promise<RunningApp> {
  const running = await launchApp({ lang });
  await setWindowSize(running, 1440, 900);
  return running;
}

for (const lang of ['en', 'zh'] as const) {
  test(`names, roles and states of the main states (${lang})`, async () => {
    const w = treeWords[lang];
    const running = await open(lang);
    const { page } = running;
    await expect(body(page)).toMatchAriaSnapshot(welcomeTree(w));
    await openSample(page);
    await openMarkedPost(page);
    for (const tree of [sideTree(w), listTree(w), postTree(w)]) {
      await expect.soft(body(page)).toMatchAriaSnapshot(tree);
    }
    await expect
      .soft(page.getByRole('option', { name: '一块玻璃怎样把灯光送出十八海里' }))
      .toHaveAccessibleDescription(w.rowFacts);
    const trees = overlayTrees(w);
    for (const state of overlays) {
      const tree = trees[state.name];
      if (tree === undefined) continue;
      await test.step(state.name, async () => {
        const opened = await state.open(running);
        await expect.soft(body(opened.page)).toMatchAriaSnapshot(tree);
        await opened.leave();
      });
    }
    await running.close();
  });

  test(`a menu says which of its lines is chosen, or on (${lang})`, async () => {
    const w = treeWords[lang];
    const running = await open(lang);
    const { page } = running;
    await openSample(page);
    await page.getByRole('button', { name: w.newest }).click();
    await expect(page.getByRole('menu')).toMatchAriaSnapshot(`
- menu:
  - group:
    - menuitemradio "${w.newest}" [checked]
    - menuitemradio "${w.oldest}"
`);
    await expect(page.getByRole('menuitemradio', { checked: true })).toHaveCount(1);
    await page.getByRole('menuitemradio', { name: w.oldest }).press('Enter');
    await expect(page.getByRole('menu')).toHaveCount(0);
    await page.getByRole('button', { name: w.oldest }).click();
    await expect(page.getByRole('menuitemradio', { checked: true })).toHaveAccessibleName(w.oldest);
    await running.close();
  });

  test(`no control speaks another language than the window (${lang})`, async () => {
    const running = await open(lang);
    const { page } = running;
    await openSample(page);
    await openMarkedPost(page);
    await expect(page.locator('html')).toHaveAttribute('lang', lang === 'en' ? /^en/u : /^zh/u);
    // The language of what is not the window's own is said where it stands (WCAG 3.1.2).
    await expect(page.getByRole('article').first()).toHaveAttribute('lang', /^zh/u);
    await expect(page.locator('.row').first()).toBeVisible();
    await sendCommand(running, 'palette');
    await expect(page.locator('.pal')).toBeVisible();
    const names = await page
      .locator('button')
      .evaluateAll((buttons) =>
        buttons.map((button) => button.getAttribute('aria-label') ?? button.textContent ?? ''),
      );
    const isEnglish = (name: string): boolean =>
      /^[\s\p{ASCII}…]*[a-z]{3,}[\s\p{ASCII}…]*$/u.test(name);
    const foreign = names.filter((name) =>
      lang === 'zh' ? isEnglish(name) && !/Ctrl|PDF/u.test(name) : /^\p{Script=Han}+$/u.test(name),
    );
    expect(foreign).toEqual([]);
    await running.close();
  });
}
