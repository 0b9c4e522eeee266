import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { readPdf, type ReadPdf } from '../support/readPdf.ts';
import { choose, openExport, SLOW } from './exportDialogHands.ts';
import { exportEnd, previewsOf, startExport, type AskedExport } from './exportRun.ts';
import { launchApp, projectFolder, type RunningApp } from './launch.ts';
import { makePostFolder, type PostFolder } from './postFolder.ts';
import { removeFolder } from './removeFolder.ts';

/** A preview shows the pages that the export writes: same words, same places, same paper. */

const MOST_PLANNED = 1000;
const line = (at: number): string =>
  `第${at}次横渡河口：“雾散了以后，港口才显出它的样子。” The ferry is never late, they say.`;
const lines = (from: number, count: number): string =>
  Array.from({ length: count }, (_, at) => line(from + at)).join('\n\n');

let running: RunningApp;
let posts: PostFolder;
let out = '';
test.beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'broadsheet-preview-test-'));
  const picture = await readFile(join(projectFolder, 'resources', 'icon.png'));
  const few = Array.from({ length: 5 }, (_, at) => [
    `_posts/2023-03-0${at + 1}-few-${at}.md`,
    `---\ntitle: ${at % 2 === 0 ? `河口第${at}日` : `Estuary, day ${at}`}\nsource: ${at % 2 === 0 ? '潮声晚报' : 'Harbour Notes'}\nurl: https://daily.example/${at}\ntags: [few]\n---\n![seal](icon.png)\n\n## 早潮 Morning\n\n${lines(at * 100, 12)}\n\n| 时间 | boats |\n|---|---|\n| 六点 | ${at} |\n\n[前一日](2023-03-01-few-0.md)\n`,
  ]);
  const many = Array.from({ length: 14 }, (_, at) => [
    `_posts/2022-01-${10 + at}-many-${at}.md`,
    `---\ntitle: Many ${at}\nsource: 潮声晚报\ntags: [many]\n---\n${lines(at * 100, 4 + at)}\n`,
  ]);
  const notes = Array.from({ length: MOST_PLANNED + 60 }, (_, at) => [
    `notes/_posts/${1990 + (at % 30)}-05-06-note-${at}.md`,
    `---\ntitle: Note ${at}\nsource: ${at % 40 === 0 ? 'Harbour Notes' : '渡口月刊'}\ntags: [note]\n---\n${line(at)}\n`,
  ]);
  posts = await makePostFolder({
    ...Object.fromEntries([...few, ...many, ...notes]),
    '_posts/icon.png': picture,
  });
  running = await launchApp({ folder: posts.folder });
  await expect(running.page.getByText('Index up to date')).toBeVisible({ timeout: 120_000 });
});
test.afterAll(async () => {
  await running.close();
  await posts.remove();
  await removeFolder(out);
});

interface Previewed extends ReadPdf {
  readonly pageCount: number;
  readonly isWhole: boolean;
}

async function previewed(name: string, asked: AskedExport): Promise<Previewed> {
  const [preview] = await previewsOf(running, [asked]);
  if (preview === undefined || preview === null) throw new Error('The preview was given up.');
  const { pdf, pageCount, isWhole } = preview;
  const file = join(out, `${name}-preview.pdf`);
  await writeFile(file, pdf);
  return { ...(await readPdf(file)), pageCount, isWhole };
}

async function exported(name: string, asked: AskedExport): Promise<ReadPdf> {
  const target = join(out, `${name}.pdf`);
  await startExport(running, target, asked);
  expect(await exportEnd(running)).toMatchObject({ outcome: 'done', failures: [] });
  return readPdf(target);
}

/** What is seen of pages; tags are of the export alone. */
const seen = ({ pages }: ReadPdf) =>
  pages.map(({ text, artifacts, size, leadsTo, addresses }) => ({
    text,
    artifacts,
    size,
    leadsTo,
    addresses,
  }));

const books: readonly (AskedExport & { readonly name: string })[] = [
  { name: 'usual' },
  {
    name: 'everything',
    parts: 'source',
    hasEndnotes: true,
    hasSourceIndex: true,
    hasOriginalLink: false,
    title: '河口 Estuary',
    subtitle: '五日',
  },
  {
    name: 'other paper',
    pageSize: 'A5',
    orientation: 'landscape',
    columns: 2,
    typeface: 'sans',
    starts: 'running',
    ink: 'saving',
    sizePoints: 9,
  },
  { name: 'bare', hasCover: false, hasContents: false, hasHeader: false, hasFooter: false },
];

for (const { name, ...options } of books) {
  test(`of a small book is the book: ${name}`, async () => {
    const asked = { ...options, text: 'tag:few' };
    const preview = await previewed(name, asked);
    const book = await exported(name, asked);
    expect(preview).toMatchObject({ isWhole: true, pageCount: book.pages.length });
    expect(book.pages.length).toBeGreaterThan(4);
    expect(seen(preview)).toEqual(seen(book));
  });
}

test('of a longer book is its first pages; contents leave open what is not laid out', async () => {
  const asked = { text: 'tag:many', footer: '{archive} | {page}' };
  const preview = await previewed('many', asked);
  const book = await exported('many', asked);
  expect(preview.isWhole).toBe(false);
  expect(preview.pages.length).toBeLessThan(book.pages.length);
  expect(Math.abs(preview.pageCount - book.pages.length)).toBeLessThan(book.pages.length / 2);
  const [cover, contents, ...body] = seen(preview);
  const [trueCover, trueContents, ...trueBody] = seen(book);
  expect(cover).toEqual(trueCover);
  expect(body.length).toBeGreaterThan(7);
  expect(body).toEqual(trueBody.slice(0, body.length));
  expect(contents?.size).toEqual(trueContents?.size);
  for (let at = 0; at < 14; at += 1) expect(contents?.text).toContain(`Many${at}`);
  expect(contents?.leadsTo).toEqual(trueContents?.leadsTo.slice(0, contents?.leadsTo.length));
});

test('of very many posts has a cover that counts them all, and contents without numbers', async () => {
  const { pages, isWhole, pageCount } = await previewed('notes', { text: 'tag:note' });
  expect(isWhole).toBe(false);
  expect(pageCount).toBeGreaterThan(MOST_PLANNED + 60);
  expect(pages[0]?.text).toContain(`${(MOST_PLANNED + 60).toLocaleString('en')}posts`);
  expect(pages[0]?.text).toContain('渡口月刊1,033');
  expect(pages[0]?.text).toContain('6May1990–6May2019');
  expect(pages[1]?.text).toContain('Note0');
  expect(pages[1]?.leadsTo).not.toEqual([]);
  expect(pages[1]?.text).not.toMatch(/渡口月刊\d/u);
});

test('of one file for each post is its first one, under its own title', async () => {
  const asked = { text: 'tag:few', layout: 'separate', title: 'Not this one' } as const;
  const preview = await previewed('separate', asked);
  const book = await exported('alone', {
    ...asked,
    layout: 'merged',
    text: 'tag:few 河口第0日',
    title: '',
  });
  expect(seen(preview)).toEqual(seen(book));
});

test('is given up for another one, which comes all the same', async () => {
  const orders = ['tag:note', 'tag:many', 'tag:few'].map((text) => ({ text }));
  const [first, second, last] = await previewsOf(running, orders);
  expect([first, second]).toEqual([null, null]);
  expect(last?.isWhole).toBe(true);
});

test('of a folder of Markdown is the beginning of its first file; of EPUB it is said why there is none', async () => {
  const { page } = running;
  const dialog = await openExport(page);
  await choose(dialog, 'Format', 'Markdown');
  const preview = dialog.getByRole('region', { name: 'Preview' });
  await expect(
    preview.getByText('The first lines of 2023-03-05 河口第4日.md, exported alone'),
  ).toBeVisible(SLOW);
  await expect(preview.getByText('source: 潮声晚报')).toBeVisible();
  await expect(preview.getByText('## 早潮 Morning')).toBeVisible();
  await choose(dialog, 'Format', 'EPUB');
  await expect(preview.getByText(/^EPUB has no pages of its own/u)).toBeVisible(SLOW);
  await page.keyboard.press('Escape');
});
