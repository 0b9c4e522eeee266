import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFArray, PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { expect, test } from '@playwright/test';
import { cancelExport, exportEnd, startExport } from './exportRun.ts';
import { launchApp, type RunningApp } from './launch.ts';
import { makePostFolder, type PostFolder } from './postFolder.ts';

/** Books of several printed parts, read back with Poppler, qpdf and pdf-lib, none of which had a part in them. */

const POSTS = 30;
/** The post whose page is made to die. */
const BAD = 23;
const name = (post: number): string => `2024-03-${String(post + 1).padStart(2, '0')}-post-${post}`;
const titleOf = (post: number): string => `第${post + 1}篇 潮汐 ${post}`;

let posts: PostFolder;
let running: RunningApp;
let folder: string;

test.beforeAll(async () => {
  const files = Array.from({ length: POSTS }, (_, post) => {
    const other = (post + 25) % POSTS;
    const text = Array.from({ length: 12 }, (_line, at) => `海风第${at}阵，office 的灯亮着。`).join(
      '',
    );
    const body = `${text}\n\n## 小标题 ${post}\n\n见[另一篇](${name(other)}.md)，又见[原文](https://paper.example/${post})。\n\n${text}\n`;
    return [
      `_posts/${name(post)}.md`,
      `---\ntitle: ${titleOf(post)}\nsource: 江汀日报\n---\n${body}`,
    ];
  });
  posts = await makePostFolder(Object.fromEntries(files));
});
test.afterAll(() => posts.remove());

test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-book-test-'));
  running = await launchApp({ folder: posts.folder });
  await expect(running.page.getByText('Index up to date')).toBeVisible({ timeout: 60_000 });
});
test.afterEach(async () => {
  await running.close();
  rmSync(folder, { recursive: true, force: true });
});

const run = (tool: string, ...words: string[]): string =>
  execFileSync(tool, words, { encoding: 'utf8' });

const wordsOf = (file: string, page: number): string =>
  run('pdftotext', '-f', String(page), '-l', String(page), file, '-').replace(/\s/g, '');

/** Page of each named place, from 1, and the names that links lead to. */
async function readLinks(
  file: string,
): Promise<{ readonly pageOf: ReadonlyMap<string, number>; readonly wanted: readonly string[] }> {
  const book = await PDFDocument.load(readFileSync(file), { updateMetadata: false });
  const pages = book.getPages();
  const places = book.catalog.lookup(PDFName.of('Dests'), PDFDict);
  const pageOf = new Map(
    places.keys().map((key) => {
      const page = places.lookup(key, PDFArray).get(0);
      return [key.decodeText(), pages.findIndex(({ ref }) => ref === page) + 1];
    }),
  );
  const wanted = pages.flatMap((page) =>
    (page.node.Annots()?.asArray() ?? []).flatMap((ref) => {
      const place = book.context.lookup(ref, PDFDict).get(PDFName.of('Dest'));
      return place instanceof PDFName ? [place.decodeText()] : [];
    }),
  );
  return { pageOf, wanted };
}

test('a book of several parts is one sound, tagged PDF whose contents, links and outline lead to the right pages', async () => {
  test.setTimeout(240_000);
  const file = join(folder, 'book.pdf');
  await startExport(running, file, { title: '潮汐集', hasSourceIndex: true, hasEndnotes: true });
  const summary = await exportEnd(running);
  expect(summary).toMatchObject({
    outcome: 'done',
    target: file,
    postCount: POSTS,
    failures: [],
    warnings: [],
  });

  const facts = run('pdfinfo', file);
  expect(facts).toMatch(/Title:\s+潮汐集/);
  expect(facts).toMatch(/Tagged:\s+yes/);
  expect(facts).toMatch(/JavaScript:\s+no/);
  expect(facts).toMatch(new RegExp(`Pages:\\s+${summary.pageCount}\\n`));
  expect(run('qpdf', '--check', file)).toContain('No syntax or stream encoding errors found');
  const fonts = run('pdffonts', file).split('\n').slice(2).filter(Boolean);
  expect(fonts.length).toBeGreaterThan(1);
  for (const font of fonts) expect(font).toMatch(/CID TrueType\s+Identity-H\s+yes yes yes/);

  // Contents: number by number what stands on the page.
  const { pageOf, wanted } = await readLinks(file);
  const pageCount = summary.pageCount ?? 0;
  const pageText = Array.from({ length: pageCount }, (_, page) => wordsOf(file, page + 1));
  const contents = pageText.slice(0, (pageOf.get('p0') ?? 1) - 1).join('');
  for (let post = 0; post < POSTS; post++) {
    const page = pageOf.get(`p${post}`) ?? 0;
    const title = titleOf(post).replace(/\s/g, '');
    expect(pageText[page - 1]).toContain(title);
    expect(contents).toMatch(new RegExp(`${title}(?!\\d).{0,12}?${page}(?!\\d)`));
  }
  // Every place that is linked to is there; links of posts cross the parts.
  for (const place of wanted) expect([...pageOf.keys()]).toContain(place);
  expect(wanted.filter((place) => place === 'p25').length).toBeGreaterThanOrEqual(2);
  const outline = run('pdftohtml', '-xml', '-i', '-stdout', file);
  for (const post of [0, 19, 20, 29]) {
    expect(outline).toContain(`<item page="${pageOf.get(`p${post}`)}">${titleOf(post)}</item>`);
    expect(outline).toContain(`小标题 ${post}</item>`);
  }
  // Heads and feet: each page its own number; text extracts as it was written.
  expect(pageText[pageCount - 1]).toContain(`${pageCount}/${pageCount}`);
  expect(pageText.join('')).toContain('海风第0阵，office的灯亮着。');
  expect(readdirSync(folder)).toEqual(['book.pdf']);
});

test('a post whose page dies is found, told in the summary, and has a page that says so; all others are there', async () => {
  test.setTimeout(240_000);
  await running.app.evaluate(({ app }, words) => {
    app.on('web-contents-created', (_event, contents) => {
      contents.on('dom-ready', () => {
        const code = `document.title !== '' && document.body.innerText.includes(${JSON.stringify(words)})`;
        contents
          .executeJavaScriptInIsolatedWorld(7, [{ code }])
          .then((isBad) => (isBad === true ? contents.forcefullyCrashRenderer() : undefined))
          .catch(() => undefined);
      });
    });
  }, `小标题 ${BAD}`);
  const file = join(folder, 'book.pdf');
  await startExport(running, file, { hasOutline: false });
  const summary = await exportEnd(running);
  expect(summary).toMatchObject({ outcome: 'done', postCount: POSTS - 1 });
  expect(summary.failures).toEqual([
    {
      path: `_posts/${name(BAD)}.md`,
      message: expect.stringMatching(/page that draws the PDF stopped/),
    },
  ]);
  expect(run('qpdf', '--check', file)).toContain('No syntax or stream encoding errors found');
  const text = run('pdftotext', file, '-').replace(/\s/g, '');
  for (let post = 0; post < POSTS; post++) {
    expect(text.includes(`小标题${post}见另一篇`)).toBe(post !== BAD);
  }
  const { pageOf } = await readLinks(file);
  const page = wordsOf(file, pageOf.get(`p${BAD}`) ?? 0);
  expect(page).toContain(titleOf(BAD).replace(/\s/g, ''));
  expect(page).toContain('stopped');
});

test('a print that failed makes no later one fail, in this export or the next', async () => {
  test.setTimeout(240_000);
  await running.app.evaluate(({ app }) => {
    let prints = 0;
    app.on('web-contents-created', (_event, contents) => {
      const print = Reflect.get(contents, '_printToPDF');
      Reflect.set(contents, '_printToPDF', (...settings: readonly unknown[]) => {
        prints += 1;
        // The first is the probe.
        if (prints === 2) return Promise.reject(new Error('Printing failed'));
        return Reflect.apply(print, contents, settings);
      });
    });
  });
  for (const target of [join(folder, 'first.pdf'), join(folder, 'second.pdf')]) {
    await startExport(running, target);
    expect(await exportEnd(running)).toMatchObject({
      outcome: 'done',
      postCount: POSTS,
      failures: [],
    });
    run('qpdf', '--check', target);
  }
});

test('a print that never ends is ended by Cancel, with its window, and nothing is left', async () => {
  await running.app.evaluate(({ app }) => {
    app.on('web-contents-created', (_event, contents) => {
      contents.on('dom-ready', () => {
        contents
          .executeJavaScriptInIsolatedWorld(7, [{ code: 'for (;;) {}' }])
          .catch(() => undefined);
      });
    });
  });
  const file = join(folder, 'book.pdf');
  const jobId = await startExport(running, file);
  await expect
    .poll(() => running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length))
    .toBe(2);
  await cancelExport(running, jobId);
  expect(await exportEnd(running)).toMatchObject({ outcome: 'cancelled', target: null });
  expect(
    await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length),
  ).toBe(1);
  expect(existsSync(file)).toBe(false);
  expect(readdirSync(folder)).toEqual([]);
});

test('a place that cannot take the file is told before anything is printed', async () => {
  const target = join(folder, 'missing', 'too', 'book.pdf');
  await startExport(running, target);
  const summary = await exportEnd(running);
  expect(summary).toMatchObject({ outcome: 'failed', target: null });
  expect(summary.message).toMatch(/missing\/too is not there\. Choose another place\.$/);
});
