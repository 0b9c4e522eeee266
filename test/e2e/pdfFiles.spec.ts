import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { cancelExport, exportEnd, startExport, toldProgress } from './exportRun.ts';
import { launchApp, type RunningApp } from './launch.ts';
import { makePostFolder, type PostFolder } from './postFolder.ts';

/** A PDF for each post: what is in the folder, read back with Poppler and qpdf. */

const POSTS = 12;
/** The post whose page is made to die. */
const BAD = 7;
const titleOf = (post: number): string => `第${post + 1}篇 潮汐 ${post}`;
const pathOf = (post: number): string =>
  `_posts/2024-03-${String(post + 1).padStart(2, '0')}-post-${post}.md`;
const fileOf = (post: number): string =>
  `2024-03-${String(post + 1).padStart(2, '0')} ${titleOf(post)}.pdf`;

let posts: PostFolder;
let running: RunningApp;
let folder: string;
let target: string;

test.beforeAll(async () => {
  const files = Array.from({ length: POSTS }, (_, post) => {
    const text = `海风第${post}阵，office 的灯亮着。`.repeat(post === 3 ? 120 : 6);
    const body = `${text}\n\n## 小标题 ${post}\n\n![图](../pictures/lamp.png)\n\n${text}\n`;
    return [
      pathOf(post),
      `---\ntitle: ${titleOf(post)}\nsource: 江汀日报\nauthor: 林舟\n---\n${body}`,
    ];
  });
  posts = await makePostFolder(Object.fromEntries(files));
});
test.afterAll(() => posts.remove());

test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-files-test-'));
  target = join(folder, 'clippings');
  running = await launchApp({ folder: posts.folder });
  await expect(running.page.getByText('Index up to date')).toBeVisible({ timeout: 60_000 });
});
test.afterEach(async () => {
  await running.close();
  rmSync(folder, { recursive: true, force: true });
});

const run = (tool: string, ...words: string[]): string =>
  execFileSync(tool, words, { encoding: 'utf8' });

const wordsOf = (file: string): string => run('pdftotext', file, '-').replace(/\s/g, '');

/** Makes the page that shows these words busy for ever, and tells `what` to whoever is to end it. */
async function whenShown(words: string, what: 'crash' | 'hang'): Promise<void> {
  await running.app.evaluate(
    ({ app }, { shown, end }) => {
      app.on('web-contents-created', (_event, contents) => {
        contents.on('console-message', (_told, _level, said) => {
          if (said === 'shown' && end === 'crash') contents.forcefullyCrashRenderer();
        });
        contents.on('dom-ready', () => {
          const code = `new MutationObserver(() => {
          if (!document.body?.textContent.includes(${JSON.stringify(shown)})) return;
          console.log('shown');
          for (;;) {}
        }).observe(document, { childList: true, subtree: true })`;
          contents.executeJavaScriptInIsolatedWorld(7, [{ code }]).catch(() => undefined);
        });
      });
    },
    { shown: words, end: what },
  );
}

test('each post has a sound, tagged file of its own with its own name, facts, outline, head and page numbers', async () => {
  test.setTimeout(240_000);
  await startExport(running, target, { layout: 'separate' });
  const summary = await exportEnd(running);
  expect(summary).toMatchObject({ outcome: 'done', target, postCount: POSTS, failures: [] });
  expect(readdirSync(target).toSorted()).toEqual(
    Array.from({ length: POSTS }, (_, post) => fileOf(post)),
  );
  let pages = 0;
  for (let post = 0; post < POSTS; post++) {
    const file = join(target, fileOf(post));
    const facts = run('pdfinfo', file);
    expect(facts).toMatch(new RegExp(`Title:\\s+${titleOf(post)}\\n`));
    expect(facts).toMatch(/Author:\s+林舟/);
    expect(facts).toMatch(/Tagged:\s+yes/);
    const own = Number(/Pages:\s+(\d+)/.exec(facts)?.[1]);
    pages += own;
    expect(run('qpdf', '--check', file)).toContain('No syntax or stream encoding errors found');
    for (const font of run('pdffonts', file).split('\n').slice(2).filter(Boolean)) {
      expect(font).toMatch(/CID TrueType\s+Identity-H\s+yes yes yes/);
    }
    const words = wordsOf(file);
    expect(words).toContain(`海风第${post}阵，office的灯亮着。`);
    expect(words).toContain(`小标题${post}`);
    expect(words).toContain(`${own}/${own}`);
    // Nothing of the post that was printed before it.
    expect(words).not.toContain(`海风第${(post + POSTS - 1) % POSTS}阵`);
    expect(run('pdftohtml', '-xml', '-i', '-stdout', file)).toContain(`小标题 ${post}</item>`);
  }
  expect(summary.pageCount).toBe(pages);
  expect(pages).toBeGreaterThan(POSTS);
  // Told as it goes, and nothing but the folder is left.
  const told = (await toldProgress(running)).map(({ donePosts }) => donePosts);
  expect(told).toEqual(told.toSorted((a, b) => a - b));
  expect(told.at(-1)).toBe(POSTS);
  expect(readdirSync(folder)).toEqual(['clippings']);
});

test('a post whose page dies costs its own file and is told; all others are there', async () => {
  test.setTimeout(240_000);
  await whenShown(`小标题 ${BAD}`, 'crash');
  await startExport(running, target, { layout: 'separate' });
  const summary = await exportEnd(running);
  expect(summary).toMatchObject({ outcome: 'done', postCount: POSTS - 1 });
  expect(summary.failures).toEqual([
    { path: pathOf(BAD), message: expect.stringMatching(/page that draws the PDF stopped/) },
  ]);
  const others = Array.from({ length: POSTS }, (_, post) => post).filter((post) => post !== BAD);
  expect(readdirSync(target).toSorted()).toEqual(others.map(fileOf));
  for (const post of others) {
    expect(wordsOf(join(target, fileOf(post)))).toContain(`小标题${post}`);
  }
});

test('cancelled in the midst of a print, nothing is left', async () => {
  await whenShown(`小标题 ${BAD}`, 'hang');
  const jobId = await startExport(running, target, { layout: 'separate' });
  await expect
    .poll(async () => (await toldProgress(running)).at(-1)?.currentTitle, { timeout: 60_000 })
    .toBe(titleOf(BAD));
  await cancelExport(running, jobId);
  expect(await exportEnd(running)).toMatchObject({ outcome: 'cancelled', target: null });
  expect(readdirSync(folder)).toEqual([]);
  expect(
    await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length),
  ).toBe(1);
});

test('a folder that holds something is refused before anything is printed, and stays as it is', async () => {
  writeFileSync(join(folder, 'mine.txt'), 'mine');
  await startExport(running, folder, { layout: 'separate' });
  const summary = await exportEnd(running);
  expect(summary).toMatchObject({ outcome: 'failed', target: null });
  expect(summary.message).toMatch(/holds files already/);
  expect(readdirSync(folder)).toEqual(['mine.txt']);
});
