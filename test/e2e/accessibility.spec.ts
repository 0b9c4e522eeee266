import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { launchApp, type RunningApp } from './launch.ts';
import { nothingFound, openMarkedPost, openSample, overlays } from './windowStates.ts';
import { setWindowSize } from './windowSize.ts';

/*
 * Axe over every state of the window, in both languages and all themes, with the rules that it leaves off by itself
 * (size of targets; names that hold the words shown). What a rule can be wrong about between themes is colour alone:
 * the whole set runs in light, contrast in the others.
 */

test.setTimeout(600_000);

/** A fault in few words: rule, first elements, and what axe says to mend. */
type Fault = readonly [rule: string, elements: readonly string[]];

/**
 * A tooltip, and the hidden button that ends a popover, hang at the body by the controls library; that all content has a
 * landmark is a best practice of axe and no criterion.
 */
const isOverlay = (rule: string, html: string): boolean =>
  rule === 'region' && (html.includes('data-overlay-container') || html.includes('contents'));

async function faultsOf(page: Page, rules: 'all' | 'contrast'): Promise<readonly Fault[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode();
  if (rules === 'contrast') axe.withRules(['color-contrast']);
  else {
    axe.options({
      rules: { 'target-size': { enabled: true }, 'label-content-name-mismatch': { enabled: true } },
    });
  }
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }): readonly Fault[] => {
    const own = nodes.filter(({ html }) => !isOverlay(id, html));
    if (own.length === 0) return [];
    const elements = own.map(
      ({ html, failureSummary }) => `${html.slice(0, 200)} ${failureSummary}`,
    );
    return [[id, elements.slice(0, 4)]];
  });
}

/** Faults of the state on screen, in light, sepia and dark. */
async function faultsInThemes(page: Page): Promise<readonly Fault[]> {
  const faults = [...(await faultsOf(page, 'all'))];
  for (const theme of ['sepia', 'dark', 'light']) {
    // What the setting does to a window (`useAppearance`); no command of the menu runs under a dialog.
    await page
      .locator('html')
      .evaluate((root, name) => root.setAttribute('data-theme', name), theme);
    await page.evaluate(
      'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))',
    );
    if (theme !== 'light') faults.push(...(await faultsOf(page, 'contrast')));
  }
  return faults;
}

async function start(lang: 'en' | 'zh'): Promise<RunningApp> {
  const running = await launchApp({ lang });
  // Colours are measured when they have come to rest.
  await running.page.emulateMedia({ reducedMotion: 'reduce' });
  await setWindowSize(running, 1440, 900);
  return running;
}

for (const lang of ['en', 'zh'] as const) {
  test(`no state has a fault in any theme (${lang})`, async () => {
    const running = await start(lang);
    const { page } = running;
    const faults = async (name: string, of: Page): Promise<void> =>
      expect.soft(await faultsInThemes(of), name).toEqual([]);
    await expect(page.getByRole('main')).toBeVisible();
    await faults('welcome', page);
    await openSample(page);
    await faults('list', page);
    const empty = await nothingFound.open(running);
    await faults(nothingFound.name, page);
    await empty.leave();
    await openMarkedPost(page);
    await faults('search, chips, post and highlight', page);
    for (const state of overlays) {
      await test.step(state.name, async () => {
        const opened = await state.open(running);
        await faults(state.name, opened.page);
        await opened.leave();
      });
    }
    await running.close();
  });
}
