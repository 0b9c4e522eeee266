import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { launchApp } from './launch.ts';
import { makePostFolder, type PostFolder } from './postFolder.ts';
import { removeFolder } from './removeFolder.ts';

const paragraph = (number: number): string =>
  `Paragraph ${number} tells of tide number ${number * 7}, of the boats that came in with it and of those that did not.`;
const body = Array.from({ length: 80 }, (_, number) => paragraph(number)).join('\n\n');
const file = '_posts/2024-05-01-long.md';
const post = (text: string): string =>
  `---\ntitle: A long post\ndate: 2024-05-01\n---\n\n${text}\n`;

let archive: PostFolder;
let dataDir: string;

test.beforeEach(async () => {
  archive = await makePostFolder({ [file]: post(body) });
  dataDir = await mkdtemp(join(tmpdir(), 'broadsheet-test-'));
});
test.afterEach(async () => {
  await archive.remove();
  await removeFolder(dataDir);
});

const open = async (page: Page): Promise<void> => {
  await page.getByRole('option', { name: 'A long post' }).click();
  await expect(page.getByRole('article', { name: 'A long post' })).toBeVisible();
};

/** Number of the paragraph at the upper edge of the view. */
const paragraphInView = (page: Page): Promise<number> =>
  page.evaluate(`(() => {
    const paper = document.querySelector('.paper');
    const edge = paper.getBoundingClientRect().top + 24;
    const all = [...paper.querySelectorAll('.post-body p')];
    const first = all.find((one) => one.getBoundingClientRect().bottom > edge);
    return Number(/Paragraph (\\d+)/u.exec(first?.textContent ?? '')?.[1] ?? -1);
  })()`);

const scrollTo = (page: Page, number: number): Promise<unknown> =>
  page.evaluate(`(() => {
    const paper = document.querySelector('.paper');
    const all = [...paper.querySelectorAll('.post-body p')];
    const target = all.find((one) => one.textContent.startsWith('Paragraph ${number} '));
    paper.scrollTop += target.getBoundingClientRect().top - paper.getBoundingClientRect().top;
  })()`);

test('a post is where it was left after a restart, in a window and type of another size, and after an edit above', async () => {
  const first = await launchApp({ folder: archive.folder, dataDir });
  await open(first.page);
  await scrollTo(first.page, 40);
  await expect.poll(() => paragraphInView(first.page)).toBe(40);
  // Larger type, kept in the settings; the place stays the same.
  await first.page.keyboard.press('ControlOrMeta+=');
  await first.page.keyboard.press('ControlOrMeta+=');
  await first.page.setViewportSize({ width: 1000, height: 640 });
  await expect.poll(() => paragraphInView(first.page)).toBe(40);
  await first.close();
  const text = await readFile(join(archive.folder, file), 'utf8');
  const added = Array.from({ length: 60 }, (_, at) => `New words ${at} before all others.`);
  await writeFile(
    join(archive.folder, file),
    text.replace('Paragraph 0 ', `${added.join('\n\n')}\n\nParagraph 0 `),
  );
  // The window has its first size again: lines break elsewhere.
  const second = await launchApp({ dataDir });
  await expect(second.page.getByRole('article', { name: 'A long post' })).toBeVisible();
  await expect.poll(() => paragraphInView(second.page)).toBe(40);
  await second.close();
  // Coming back moved nothing, however often.
  const third = await launchApp({ dataDir });
  await expect(third.page.getByRole('article', { name: 'A long post' })).toBeVisible();
  await expect.poll(() => paragraphInView(third.page)).toBe(40);
  await third.close();
});

test('an edit of the file above the place that is read does not move it', async () => {
  const running = await launchApp({ folder: archive.folder, dataDir });
  const { page } = running;
  await open(page);
  await scrollTo(page, 40);
  await expect.poll(() => paragraphInView(page)).toBe(40);
  const added = Array.from({ length: 25 }, (_, at) => `New words ${at} before all others.`);
  const text = await readFile(join(archive.folder, file), 'utf8');
  await writeFile(
    join(archive.folder, file),
    text.replace('Paragraph 0 ', `${added.join('\n\n')}\n\nParagraph 0 `),
  );
  // In the post itself: the list's snippet has the new words as well.
  const first = page.getByRole('article').getByText('New words 0 before all others.');
  await expect(first).toBeAttached();
  await expect.poll(() => paragraphInView(page)).toBe(40);
  await running.close();
});
