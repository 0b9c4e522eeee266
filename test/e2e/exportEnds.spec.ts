import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { bare, readPdf } from '../support/readPdf.ts';
import { exportWhole, type AskedExport } from './exportRun.ts';
import { launchApp, type RunningApp } from './launch.ts';
import { markPassages } from './marks.ts';
import { makePostFolder, type PostFolder } from './postFolder.ts';
import { listedFonts, outlineOf, pageTexts, placedWords, run } from './readPages.ts';
import { removeFolder } from './removeFolder.ts';

/** What a book has beside its posts: notes, addresses, sources, heads and feet by template, ink. Read back by other readers. */

const MM = 72 / 25.4;
const TITLES = ['桅杆', 'Rigging', '帆布', 'Oakum'] as const;
const SOURCES = ['潮声晚报', 'Harbour Notes'] as const;
const NOTE = '问修帆的人';

let posts: PostFolder;
let running: RunningApp;
let out: string;

test.beforeAll(async () => {
  const files = TITLES.map((title, at) => [
    `_posts/2024-02-0${at + 1}-p${at}.md`,
    `---\ntitle: ${title}\ndate: 2024-02-0${at + 1} 08:00:00 +0800\nsource: ${SOURCES[at % 2]}\noriginal_url: https://paper.example/${at}\n---\n第${at}篇写着绳索与船帆的事。\n\nThe rope of no. ${at} was tarred twice.\n`,
  ]);
  posts = await makePostFolder(Object.fromEntries(files));
  out = mkdtempSync(join(tmpdir(), 'broadsheet-ends-'));
  running = await launchApp({ folder: posts.folder });
  await expect(running.page.getByText('Index up to date')).toBeVisible({ timeout: 60_000 });
  await markPassages(running.page, [
    { title: '桅杆', quote: '绳索与船帆', pen: 'yellow', note: NOTE },
    { title: 'Oakum', quote: 'tarred twice', pen: 'pink', note: null },
  ]);
});
test.afterAll(async () => {
  await running.close();
  await posts.remove();
  await removeFolder(out);
});

const made = (name: string, asked: AskedExport): Promise<string> =>
  exportWhole(running, join(out, name), asked);

test('the cover says title, subtitle, posts, days from first to last and how many each source has', async () => {
  const file = await made('cover.pdf', { title: '船上的绳索', subtitle: 'Ropes and sails' });
  const cover = bare((await readPdf(file)).pages[0]?.text ?? '');
  expect(cover).toContain('船上的绳索');
  expect(cover).toContain(bare('Ropes and sails'));
  expect(cover).toContain(bare('4 posts'));
  expect(cover).toContain(bare('2 sources'));
  expect(cover).toContain(bare('1–4 February 2024'));
  for (const source of SOURCES) {
    expect(cover).toMatch(new RegExp(`${bare(source)}\\D*2(?!\\d)`, 'u'));
  }
});

test('notes, addresses of originals and the index of sources stand at the end, and lead where they say', async () => {
  const file = await made('ends.pdf', {
    notesAt: 'end',
    hasEndnotes: true,
    hasSourceIndex: true,
  });
  const { pages } = await readPdf(file);
  const outline = outlineOf(file);
  const starts = TITLES.map((title) => outline.find((entry) => entry.title === title)?.page ?? 0);
  const [notes, addresses, sources] = outline.slice(-3).map(({ page }) => page ?? 0);
  expect(outline.slice(-3).map(({ level }) => level)).toEqual([1, 1, 1]);
  expect(notes).toBeGreaterThan(starts.at(-1) ?? 0);
  const from = (page = 0): string =>
    pages
      .slice(page - 1)
      .map(({ text }) => text)
      .join('');
  // The note is not beside its words but in the list, under the title of its post; both lead to each other.
  const [first = 0] = starts;
  expect(pages[first - 1]?.text).not.toContain(NOTE);
  expect(from(notes)).toMatch(new RegExp(`桅杆.*${NOTE}`, 'u'));
  expect(pages[first - 1]?.leadsTo).toContain(notes);
  expect(pages[(notes ?? 0) - 1]?.leadsTo).toContain(first);
  const led = pages.flatMap((page) => page.addresses);
  for (const [at] of TITLES.entries()) {
    expect(led).toContain(`https://paper.example/${at}`);
    expect(from(addresses)).toContain(`paper.example/${at}`);
  }
  // Each source with the pages on which its posts begin.
  for (const [at, source] of SOURCES.entries()) {
    const own = starts.filter((_page, post) => post % 2 === at);
    expect(from(sources)).toMatch(new RegExp(`${bare(source)}\\D*${own.join('\\D*')}(?!\\d)`, 'u'));
  }
  expect(new Set(pages[(sources ?? 0) - 1]?.leadsTo)).toEqual(new Set(starts));
});

test('notes in the margin stand beside their words, outside of the lines', async () => {
  const file = await made('margin.pdf', { text: '桅杆', notesAt: 'margin' });
  const words = placedWords(file)[0] ?? [];
  const note = words.find(({ text }) => text.includes(NOTE.slice(0, 3)));
  const line = words.find(({ text }) => text.includes('绳索与船帆'));
  expect(note?.left).toBeGreaterThan(line?.right ?? Number.POSITIVE_INFINITY);
  expect(Math.abs((note?.top ?? 0) - (line?.top ?? 0))).toBeLessThan(10 * MM);
});

test('heads and feet say what their templates ask for, on every page of a post', async () => {
  const file = await made('heads.pdf', {
    title: '绳结集',
    header: '{title} | {source} | {date}',
    footer: '{archive} | no. {page} of {pages} | {book}',
    hasCover: false,
    hasContents: false,
  });
  const pages = placedWords(file);
  expect(pages).toHaveLength(TITLES.length);
  for (const [at, words] of pages.entries()) {
    const said = (isIn: (word: (typeof words)[number]) => boolean): string =>
      words
        .filter(isIn)
        .toSorted((a, b) => a.left - b.left)
        .map(({ text }) => text)
        .join('');
    const head = said(({ bottom }) => bottom < 20 * MM);
    expect(head).toContain(`${TITLES[at]}${bare(SOURCES[at % 2] ?? '')}`);
    expect(head).toContain(`${at + 1}February2024`);
    const foot = said(({ top }) => top > 277 * MM);
    expect(foot).toMatch(new RegExp(`no\\.${at + 1}of${TITLES.length}绳结集$`, 'u'));
  }
});

/** Whether any dot of the pages has a colour. */
function hasColour(file: string, name: string): boolean {
  run('pdftoppm', '-r', '50', file, join(out, name));
  return readdirSync(out)
    .filter((one) => one.startsWith(`${name}-`))
    .some((one) => {
      const bytes = readFileSync(join(out, one));
      const head = /^P6\s+\d+\s+\d+\s+255\s/u.exec(bytes.toString('latin1', 0, 64))?.[0] ?? '';
      for (let at = head.length; at < bytes.length; at += 3) {
        const [red = 0, green = 0, blue = 0] = bytes.subarray(at, at + 3);
        if (Math.max(red, green, blue) - Math.min(red, green, blue) > 8) return true;
      }
      return false;
    });
}

test('colour is what it says, saving ink is black on white, and the typeface is the one that was chosen', async () => {
  const colour = await made('colour.pdf', { ink: 'colour', typeface: 'serif' });
  const saving = await made('saving.pdf', { ink: 'saving', typeface: 'sans' });
  expect(hasColour(colour, 'colour')).toBe(true);
  expect(hasColour(saving, 'saving')).toBe(false);
  expect(pageTexts(saving).join('')).toContain('绳索与船帆');
  const faces = (file: string): readonly string[] => listedFonts(file).map(({ name }) => name);
  expect(faces(colour).filter((name) => name.startsWith('NotoSerifSC')).length).toBeGreaterThan(0);
  expect(faces(saving).filter((name) => /Serif/u.test(name))).toEqual([]);
});
