import { expect, test, type CDPSession } from '@playwright/test';
import { launchApp } from './launch.ts';
import { makePostFolder } from './postFolder.ts';

/**
 * Posts opened, and those opened before the first look: by then what is loaded once is loaded, and the posts that the
 * window keeps (`postMemory.ts`: 24 of them) are as many as it ever keeps.
 */
const OPENED = 500;
const BEFORE = 100;

/** What may have been added in between: about five kilobytes for each post. */
const MOST = 1.15;

const titleOf = (number: number): string => `Post ${String(number).padStart(3, '0')}`;

const sentence = '天还没有亮，磨坊里的灯已经点上了，水轮慢慢转起来，整条街都听得见那种低低的声音。';

function postText(number: number): string {
  const day = new Date(Date.UTC(2024, 0, 1) - number * 86_400_000).toISOString().slice(0, 10);
  const body = Array.from({ length: 8 }, (_, at) => `## ${at}\n\n${sentence.repeat(4)}${number}`);
  return `---\ntitle: ${titleOf(number)}\ndate: ${day}\n---\n${body.join('\n\n')}\n`;
}

/** Bytes of script values in use and nodes alive, after what nobody holds any more was thrown away. */
async function inUse(
  session: CDPSession,
): Promise<{ readonly heap: number; readonly nodes: number }> {
  for (let round = 0; round < 3; round += 1) await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const valueOf = (name: string): number =>
    metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  return { heap: valueOf('JSHeapUsedSize'), nodes: valueOf('Nodes') };
}

test('after five hundred posts the window needs hardly more memory than after the first hundred', async () => {
  test.setTimeout(300_000);
  const files = Array.from({ length: OPENED + 1 }, (_, number) => [
    `_posts/p${number}.md`,
    postText(number),
  ]);
  const posts = await makePostFolder(Object.fromEntries(files));
  const { page, close } = await launchApp({ folder: posts.folder });
  const options = page.getByRole('listbox', { name: 'Posts' }).getByRole('option');
  const waiting = page.getByRole('button', { name: /^Show \d+ new/u });
  await expect(page.getByText('Index up to date')).toBeVisible();
  await expect(async () => {
    if (await waiting.isVisible()) await waiting.click();
    await expect(options.first()).toHaveAttribute('aria-setsize', String(OPENED + 1), {
      timeout: 1000,
    });
  }).toPass();
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  await options.first().click();
  const openUpTo = async (last: number): Promise<void> => {
    const open = Number((await page.locator('article.sheet').getAttribute('aria-label'))?.slice(5));
    for (let number = open + 1; number <= last; number += 1) {
      await page.keyboard.press('j');
      await expect(page.getByRole('article', { name: titleOf(number), exact: true })).toBeVisible();
    }
  };
  await openUpTo(BEFORE);
  const before = await inUse(session);
  await openUpTo(OPENED);
  const grown = async (what: 'heap' | 'nodes'): Promise<number> =>
    (await inUse(session))[what] / before[what];
  await expect.poll(() => grown('heap'), { timeout: 30_000 }).toBeLessThan(MOST);
  await expect.poll(() => grown('nodes'), { timeout: 30_000 }).toBeLessThan(MOST);
  await close();
  await posts.remove();
});
