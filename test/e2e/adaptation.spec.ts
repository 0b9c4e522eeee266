import { writeFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { launchApp, type RunningApp } from './launch.ts';
import {
  announcements,
  coveredControls,
  hearAnnouncements,
  layoutFaults,
  smallTargets,
  spaceText,
} from './layoutFaults.ts';
import { hardFiles, markHardPosts, showAllPosts } from './hardPosts.ts';
import { hardStates } from './hardStates.ts';
import { atRest, boxAtRest, tooWide } from './measure.ts';
import { makePostFolder } from './postFolder.ts';
import {
  openMarkedPost,
  openSample,
  overlays,
  tellIndexed,
  tellIndexing,
  type WindowState,
} from './windowStates.ts';
import { magnify, setWindowSize } from './windowSize.ts';

/*
 * The window as readers change it: the smallest window, wider text, their own colours, less
 * motion; and what it says to those who hear it.
 */

test.setTimeout(400_000);

const softly = expect.configure({ soft: true });

const folder = process.env['ACCESS_PICTURES'];

/** A picture of the window as it is on screen: those of the test's own tools end where a page that is not magnified would. */
async function picture({ app }: RunningApp, name: string): Promise<void> {
  if (folder === undefined) return;
  const drawn = await app.evaluate(async ({ BrowserWindow }) => {
    const shot = await BrowserWindow.getAllWindows()[0]?.webContents.capturePage();
    return shot?.toPNG().toString('base64') ?? '';
  });
  await writeFile(`${folder}/${name}.png`, Buffer.from(drawn, 'base64'));
}

async function open(lang: 'en' | 'zh', width: number, height: number): Promise<RunningApp> {
  const running = await launchApp({ lang });
  await running.page.emulateMedia({ reducedMotion: 'reduce' });
  await setWindowSize(running, width, height);
  return running;
}

/** Expects that nothing is found once all has settled, and goes on where it is not so. */
const comesToNone = (find: () => Promise<readonly string[]>, message: string): Promise<void> =>
  softly.poll(find, { message }).toEqual([]);

/** Goes through the states and expects nothing of what a measure finds. */
async function expectNone(
  running: RunningApp,
  measures: Readonly<Record<string, (page: Page) => Promise<readonly string[]>>>,
  name: string,
  states: readonly WindowState[] = overlays,
): Promise<void> {
  const { page } = running;
  const look = async (state: string, on: Page): Promise<void> => {
    // What opens settles first: the virtual lists and the bars that measure their room.
    await atRest(on);
    await on.waitForTimeout(250);
    await picture(running, `${name}-${state.replaceAll(/\W+/gu, '-')}`);
    for (const [measure, find] of Object.entries(measures)) {
      await comesToNone(() => find(on), `${state}: ${measure}`);
    }
  };
  await look('post', page);
  for (const state of states) {
    if (state.name === 'second pane' || state.name === 'window of its own') continue;
    await test.step(state.name, async () => {
      const opened = await state.open(running);
      await look(state.name, opened.page);
      await opened.leave();
    });
  }
}

for (const [width, height, lang] of [
  [1440, 900, 'en'],
  [1440, 900, 'zh'],
] as const) {
  test(`at 200 % nothing is lost or covered (${width} x ${height}, ${lang})`, async () => {
    const running = await open(lang, width, height);
    const { page } = running;
    await openSample(page);
    await openMarkedPost(page);
    await magnify(running, 2);
    await expectNone(
      running,
      { layout: layoutFaults, covered: coveredControls },
      `zoom-${width}-${lang}`,
    );
    await running.close();
  });
}

/** The posts of the list one after another; the first one is open. */
async function walkPosts(page: Page, look: (title: string) => Promise<void>): Promise<void> {
  const article = page.locator('article.sheet');
  await page.getByRole('option').first().click();
  const titleNow = async (): Promise<string> => (await article.getAttribute('aria-label')) ?? '';
  for (;;) {
    await expect(article).toBeVisible();
    const title = await titleNow();
    await look(title);
    const on = page.locator('.row.on');
    const [place, count] = [
      await on.getAttribute('aria-posinset'),
      await on.getAttribute('aria-setsize'),
    ];
    if (place === count) return;
    await page.keyboard.press('j');
    await expect(article).not.toHaveAttribute('aria-label', title);
  }
}

for (const [size, lang] of [
  ['magnified', 'en'],
  ['magnified', 'zh'],
  ['least', 'en'],
  ['least', 'zh'],
] as const) {
  test(`names and posts as long as they get keep their places (${size}, ${lang})`, async () => {
    const posts = await makePostFolder(hardFiles);
    const running = await launchApp({ folder: posts.folder, lang });
    const { page } = running;
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await showAllPosts(running);
    await markHardPosts(running);
    if (size === 'least') await setWindowSize(running, 900, 600);
    else {
      await setWindowSize(running, 1440, 900);
      await magnify(running, 2);
    }
    await walkPosts(page, async (title) => {
      await picture(running, `hard-${size}-${lang}-${title.slice(0, 20).replaceAll(/\W+/gu, '-')}`);
      await comesToNone(() => tooWide(page), title);
      await comesToNone(() => layoutFaults(page), title);
      await comesToNone(() => coveredControls(page), title);
    });
    await expectNone(
      running,
      { layout: layoutFaults, covered: coveredControls },
      `hard-${size}-${lang}`,
      hardStates(posts.folder),
    );
    await running.close();
    await posts.remove();
  });
}

test('in the smallest window nothing is lost or covered, and every target is 24 pixels', async () => {
  const running = await open('en', 900, 600);
  const { page } = running;
  await expect(page.getByRole('main')).toBeVisible();
  await comesToNone(() => layoutFaults(page), 'welcome');
  await openSample(page);
  await openMarkedPost(page);
  await expectNone(
    running,
    { layout: layoutFaults, covered: coveredControls, targets: smallTargets },
    'least',
  );
  await running.close();
});

for (const lang of ['en', 'zh'] as const) {
  test(`targets are 24 pixels, and wider text still fits (${lang})`, async () => {
    const running = await open(lang, 1440, 900);
    const { page } = running;
    await expect(page.getByRole('main')).toBeVisible();
    await comesToNone(() => smallTargets(page), 'welcome');
    await openSample(page);
    await openMarkedPost(page);
    await expectNone(running, { targets: smallTargets }, 'targets');
    await spaceText(page);
    await expectNone(running, { spacing: layoutFaults }, 'spacing');
    await running.close();
  });
}

/** How the first such element is drawn. */
const styles = (page: Page, selector: string, names: readonly string[]): Promise<string> =>
  page.evaluate(`(() => {
    const style = getComputedStyle(document.querySelector(${JSON.stringify(selector)}));
    return ${JSON.stringify(names)}.map((name) => style[name]).join(' ');
  })()`);

test('colours of the reader: what is chosen, marked and focused can still be told apart', async () => {
  const running = await open('en', 1440, 900);
  const { page } = running;
  await openSample(page);
  await openMarkedPost(page);
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  await picture(running, 'forced');
  expect(await styles(page, '.row.on', ['outlineStyle'])).toBe('solid');
  const drawing = ['backgroundColor', 'textDecorationLine', 'borderBottomStyle'];
  const plain = await styles(page, '.post-body p:not(:has(mark))', drawing);
  expect(await styles(page, '.post-body mark.hit', drawing), 'hits').not.toBe(plain);
  expect(await styles(page, 'mark.hl', drawing), 'highlights').not.toBe(plain);
  await page.keyboard.press('Control+,');
  await expect(page.locator('.settings-dlg')).toBeVisible();
  const look = ['backgroundColor', 'outlineStyle', 'borderStyle', 'color'];
  expect(await styles(page, '.settings-dlg [role="tab"][aria-selected="true"]', look)).not.toBe(
    await styles(page, '.settings-dlg [role="tab"][aria-selected="false"]', look),
  );
  await picture(running, 'forced-settings');
  await page.keyboard.press('Escape');
  await running.close();
});

test('with less motion nothing moves for longer than a blink', async () => {
  const running = await open('en', 1440, 900);
  const { page } = running;
  await openSample(page);
  await tellIndexing(running, 10, 1_000);
  await page.keyboard.press('Control+k');
  await expect(page.locator('.pal')).toBeVisible();
  const moving = await page.evaluate(
    'document.getAnimations().filter(({ effect }) => effect.getComputedTiming().endTime > 20).map(({ effect }) => effect.target.className)',
  );
  expect(moving).toEqual([]);
  await page.keyboard.press('Escape');
  await tellIndexed(running);
  await running.close();
});

test('more contrast is taken up', async () => {
  const running = await open('en', 1440, 900);
  const { page } = running;
  await openSample(page);
  const token = (name: string): Promise<string> =>
    page.evaluate(`getComputedStyle(document.documentElement).getPropertyValue('${name}').trim()`);
  const before = await token('--line');
  await page.emulateMedia({ contrast: 'more', reducedMotion: 'reduce' });
  expect(await token('--line')).not.toBe(before);
  expect(await token('--ink-3')).toBe(await token('--ink-2'));
  await picture(running, 'contrast');
  await running.close();
});

test('typing a query and a long indexing run are announced, and not talked over', async () => {
  const running = await open('en', 1440, 900);
  const { page } = running;
  await openSample(page);
  // From here on by the test's own clock, so that a slow machine hears the same; what is due by then is over.
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 60_000);
  await hearAnnouncements(page);
  const field = page.locator('[data-search]');
  await field.focus();
  for (const letter of 'lighthouse keeper') {
    await page.keyboard.type(letter);
    await page.clock.runFor(120);
  }
  await expect(field).toHaveValue('lighthouse keeper');
  await expect(async () => {
    await page.clock.runFor(500);
    const said = (await announcements(page)).map(({ text }) => text).join('\n');
    expect(said).toMatch(/\d+ posts? found|\d+ posts?/u);
  }).toPass({ timeout: 30_000 });
  // Results followed every key; one sentence at rest says what came of it, and one that slow typing let through.
  expect((await announcements(page)).length).toBeLessThanOrEqual(2);

  const before = (await announcements(page)).length;
  // Eleven seconds of indexing.
  for (let at = 1; at <= 44; at += 1) {
    await tellIndexing(running, at * 100, 10_000);
    await expect(page.locator('.strip')).toContainText((at * 100).toLocaleString('en'));
    await page.clock.runFor(250);
  }
  const said = (await announcements(page)).slice(before);
  expect(said.length).toBeGreaterThanOrEqual(2);
  const pauses = said.slice(1).map(({ at }, place) => at - (said[place]?.at ?? 0));
  expect(Math.min(...pauses), JSON.stringify(said)).toBeGreaterThan(4_500);
  await page.clock.resume();
  await tellIndexed(running);
  await running.close();
});

test('a tooltip comes on hover and on focus, can be pointed at, and goes with Esc', async () => {
  const running = await open('en', 1440, 900);
  const { page } = running;
  await openSample(page);
  const button = page.getByRole('button', { name: 'Compact rows' });
  const tip = page.getByRole('tooltip');
  // The window of a test beside this one may take the focus, and with it the tooltip: then once more.
  await expect(async () => {
    await page.mouse.move(700, 600);
    await button.hover();
    await expect(tip).toContainText('Compact rows', { timeout: 3_000 });
  }).toPass({ timeout: 30_000 });
  const box = await boxAtRest(tip);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 3 });
  await page.waitForTimeout(600);
  await expect(tip).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(tip).toHaveCount(0);
  await page.mouse.move(700, 600);
  await page.keyboard.press('Tab');
  await button.focus();
  await expect(tip).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(tip).toHaveCount(0);
  await expect(button).toBeFocused();
  await running.close();
});
