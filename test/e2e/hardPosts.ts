import { expect, type Locator, type Page } from '@playwright/test';
import { sendCommand } from './axeInThemes.ts';
import type { RunningApp } from './launch.ts';
import { LAMP, markedFiles } from './markedPost.ts';
import { labelPosts, markPassages } from './marks.ts';
import { oddFiles } from './oddPosts.ts';

/* An archive in which every name is as long as names get, and what readers write into it. No word of a language stands here. */

export const LONG_CHINESE =
  '一个没有标点也没有空格而且长得超过六十个汉字的名字要在窄窄的边栏和对话框里好好收起来不把数目和按钮挤到看不见的地方去才算数对不对呢';
export const LONG_WORD = 'Unbreakable'.repeat(7);

const sourced = (at: number): string =>
  `---\ntitle: Post of a source with a long name ${at}\ndate: 2024-03-0${at}\nsource: ${at % 2 === 0 ? LONG_CHINESE : LONG_WORD}\ncategories: [${LONG_CHINESE}]\ntags: [${LONG_WORD}, ${LONG_CHINESE}]\nauthor: ${LONG_CHINESE}\n---\nOne sentence.\n`;

/** Files by path. */
export const hardFiles: Readonly<Record<string, string | Uint8Array>> = {
  ...oddFiles,
  'lamp.md': markedFiles['lamp.md'],
  [`${'a-long-name-of-a-folder-without-end'.repeat(4)}/${'and-a-long-name-of-a-file'.repeat(6)}.md`]:
    sourced(1),
  '_posts/s2.md': sourced(2),
  '_posts/s3.md': sourced(3),
  'broken.md': new Uint8Array(300).fill(0),
};

/** How many of them are posts. */
const POST_COUNT = Object.keys(hardFiles).filter((path) => path.endsWith('.md')).length - 1;

/** Posts of the list; a list of recent searches has options too. */
export const rows = (page: Page): Locator => page.locator('.rows [role="option"]');

/** Waits for the index; posts that came after the list was first shown wait for a press. */
export async function showAllPosts({ page }: RunningApp): Promise<void> {
  const first = rows(page).first();
  const waiting = page.locator('.newbar');
  await expect(async () => {
    if (await waiting.isVisible()) await waiting.click();
    await expect(first).toHaveAttribute('aria-setsize', String(POST_COUNT), { timeout: 2_000 });
  }).toPass({ timeout: 60_000 });
}

/** Marks, labels and a saved search, with names and notes as long as the files' ones. */
export async function markHardPosts(running: RunningApp): Promise<void> {
  const { page } = running;
  const note = `${LONG_WORD} ${LONG_CHINESE}`;
  // A search of the window's own may take the place of the one that finds the posts: nothing was written then.
  const steadily = (mark: () => Promise<void>): Promise<void> =>
    expect(mark).toPass({ timeout: 60_000 });
  await steadily(() =>
    markPassages(page, [
      { title: LAMP, quote: '这座灯塔已经亮了一百二十年', pen: 'yellow', note },
      { title: LAMP, quote: '这一句从来没有在这篇文章里出现过', pen: 'blue', note },
    ]),
  );
  await steadily(() =>
    labelPosts(page, [
      [LAMP, LONG_CHINESE],
      [LAMP, LONG_WORD],
      [LAMP, `${LONG_CHINESE}/${LONG_WORD}`],
    ]),
  );
  await page.locator('[data-search]').fill('sentence');
  await sendCommand(running, 'save-search');
  await page.locator('.sv-dlg input').fill(LONG_CHINESE);
  await page.keyboard.press('Enter');
  await expect(page.locator('.sv-dlg')).toHaveCount(0);
  await page.locator('[data-search]').fill('');
  await showAllPosts(running);
}
