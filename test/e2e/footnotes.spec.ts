import { expect, test, type Page } from '@playwright/test';
import { expectNoViolations } from './axeInThemes.ts';
import { launchApp, type RunningApp } from './launch.ts';
import { makePostFolder, type PostFolder } from './postFolder.ts';
import { FERRY, MILL, readingFiles } from './readingPosts.ts';

let posts: PostFolder;
let running: RunningApp;
test.beforeAll(async () => {
  posts = await makePostFolder(readingFiles);
});
test.afterAll(() => posts.remove());
test.beforeEach(async () => {
  running = await launchApp({ folder: posts.folder });
  await running.page.getByRole('option', { name: FERRY }).click();
  await expect(running.page.getByRole('article', { name: FERRY })).toBeVisible();
});
test.afterEach(() => running.close());

const markOf = (page: Page, number: number) =>
  page.getByRole('article').getByRole('link', { name: `Note ${number}` });

test('a press shows the note beside its mark and gives it the focus; Esc brings the focus back', async () => {
  const { page } = running;
  await markOf(page, 1).click();
  const note = page.getByRole('dialog', { name: 'Note 1' });
  await expect(note).toContainText('He had been asked twice, in fact.');
  await expect(note).not.toContainText('↩');
  await expect(note).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(note).toBeHidden();
  await expect(markOf(page, 1)).toBeFocused();
});

test('Enter opens it, the way to the note and the arrow back work', async () => {
  const { page } = running;
  await markOf(page, 1).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Go to note' }).click();
  await expect(page.getByRole('dialog', { name: 'Note 1' })).toBeHidden();
  const text = page.locator('.footnotes').getByText('He had been asked');
  await expect(text).toBeInViewport();
  await page.locator('.footnote-backref').first().click();
  await expect(markOf(page, 1)).toBeInViewport();
});

test('pointing at a mark shows it for as long as the pointer is near, without taking the focus', async () => {
  const { page } = running;
  await page.locator('.paper').focus();
  await markOf(page, 1).hover();
  const note = page.getByRole('dialog', { name: 'Note 1' });
  await expect(note).toBeVisible();
  await expect(page.locator('.paper')).toBeFocused();
  await note.hover();
  await expect(note).toBeVisible();
  await page.locator('.post-title').hover();
  await expect(note).toBeHidden();
});

test('a note written in HTML is one as well, and a link in a note leads where it says', async () => {
  const { page } = running;
  await page.locator('a[href="#note-2"], a[href="#post-note-2"]').click();
  const html = page.getByRole('dialog', { name: 'Note 2' });
  await expect(html).toContainText('Measured with a pocket watch.');
  await page.locator('.post-title').click();
  await expect(html).toBeHidden();
  await markOf(page, 2).first().click();
  const note = page.getByRole('dialog', { name: 'Note 2' });
  await note.getByRole('link', { name: 'the mill' }).click();
  await expect(page.getByRole('article', { name: MILL })).toBeVisible();
  await expect(note).toBeHidden();
});

test('what is shown of a note is no text of the post: find counts it once', async () => {
  const { page } = running;
  await markOf(page, 1).click();
  await expect(page.getByRole('dialog', { name: 'Note 1' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+f');
  await page.getByRole('textbox', { name: 'Find in post' }).fill('in fact');
  await expect(page.getByText('1 of 1', { exact: true })).toBeVisible();
});

test('a note has no accessibility faults', async () => {
  const { page } = running;
  await expectNoViolations(running, ['main'], async () => {
    await markOf(page, 1).click();
    await expect(page.getByRole('dialog', { name: 'Note 1' })).toBeVisible();
    return () => page.keyboard.press('Escape');
  });
});
