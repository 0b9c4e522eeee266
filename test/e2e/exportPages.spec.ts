import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { ExportOptions } from '../../src/shared/exportModel.ts';
import { exportWhole, type AskedExport } from './exportRun.ts';
import { launchApp, type RunningApp } from './launch.ts';
import { makePostFolder, type PostFolder } from './postFolder.ts';
import { outlineOf, pageTexts, pdfFacts, placedWords, run } from './readPages.ts';
import { removeFolder } from './removeFolder.ts';

/** Paper, margins, columns, parts and what a file says of itself, read back with Poppler and qpdf. One app for all. */

const MM = 72 / 25.4;
const crossings = (from: number, to: number): string =>
  Array.from(
    { length: to - from },
    (_, at) =>
      `No. ${from + at}: the ferry crosses the estuary twice before noon and three times after it.`,
  ).join(' ');
const ESTUARY = `${crossings(100, 190)}\n\n## Where the pilots wait\n\n${crossings(190, 220)}`;

/** Posts in the order of their days: sources and months cross each other. */
const BOOK = [
  { day: '2023-01-04', source: '潮声晚报', title: '一月的风', heading: '风向' },
  { day: '2023-01-19', source: 'Harbour Notes', title: 'January tides', heading: 'High water' },
  { day: '2023-02-03', source: '潮声晚报', title: '二月的雾', heading: '雾号' },
  { day: '2023-02-20', source: 'Harbour Notes', title: 'A lamp: at <night>?', heading: 'Oil' },
  { day: '2023-02-20', source: 'Harbour Notes', title: 'a lamp: at <night>?', heading: 'Wick' },
] as const;

let posts: PostFolder;
let running: RunningApp;
let out: string;

test.beforeAll(async () => {
  const files = BOOK.map(({ day, source, title, heading }, at) => [
    `_posts/${day}-book-${at}.md`,
    `---\ntitle: ${JSON.stringify(title)}\ndate: ${day} 09:00:00 +0800\nsource: ${source}\nauthor: Ines 顾\ncategories: [book]\n---\nBookish opening of no. ${at}.\n\n## ${heading}\n\n- one\n- two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nSee [the first](2023-01-04-book-0.md).\n`,
  ]);
  posts = await makePostFolder({
    ...Object.fromEntries(files),
    '_posts/2020-05-06-estuary.md': `---\ntitle: Estuary\ndate: 2020-05-06\nauthor: Mae Orr\nlang: en\n---\n${ESTUARY}\n`,
  });
  out = mkdtempSync(join(tmpdir(), 'broadsheet-pages-'));
  running = await launchApp({ folder: posts.folder });
  await expect(running.page.getByText('Index up to date')).toBeVisible({ timeout: 60_000 });
});
test.afterAll(async () => {
  await running.close();
  await posts.remove();
  await removeFolder(out);
});

/** Exports what is asked for under a name and answers the file or folder. */
const made = (name: string, asked: AskedExport): Promise<string> =>
  exportWhole(running, join(out, name), asked);

const MARGINS: Readonly<Record<ExportOptions['margins'], readonly number[]>> = {
  narrow: [14, 14, 14, 14],
  normal: [20, 20, 20, 20],
  wide: [28, 28, 28, 28],
  custom: [31, 9, 24, 37],
};

const PAPERS = [
  ['A4', 210, 297, 'narrow', 'normal'],
  ['A5', 148, 210, 'custom', 'narrow'],
  ['B5', 182, 257, 'wide', 'custom'],
  ['Letter', 215.9, 279.4, 'normal', 'wide'],
  ['custom', 123, 234, 'narrow', 'custom'],
] as const;

for (const [pageSize, short, long, upright, turned] of PAPERS) {
  test(`paper ${pageSize}, upright and turned, has the size and the margins that were chosen`, async () => {
    for (const [orientation, margins] of [
      ['portrait', upright],
      ['landscape', turned],
    ] as const) {
      const [top = 0, right = 0, bottom = 0, left = 0] = MARGINS[margins];
      const file = await made(`${pageSize}-${orientation}.pdf`, {
        text: 'Estuary',
        pageSize,
        orientation,
        margins,
        customWidth: 123,
        customHeight: 234,
        customMargins: { top, right, bottom, left },
        hasHeader: false,
        hasFooter: false,
      });
      const [width, height] = orientation === 'portrait' ? [short, long] : [long, short];
      const size = /^([\d.]+) x ([\d.]+) pts/u.exec(pdfFacts(file).get('Page size') ?? '') ?? [];
      expect(Math.abs(Number(size[1]) - width * MM)).toBeLessThan(1.5);
      expect(Math.abs(Number(size[2]) - height * MM)).toBeLessThan(1.5);
      const pages = placedWords(file);
      expect(pages.length).toBeGreaterThan(1);
      const words = pages.flat();
      // The text reaches every margin and never stands in one; lines are ragged, and a word is at most so long.
      const near = (at: number, edge: number, room: number): void => {
        expect(at).toBeGreaterThan(edge - 1.5);
        expect(at).toBeLessThan(edge + room);
      };
      near(Math.min(...words.map((word) => word.left)), left * MM, 1.5);
      near(-Math.max(...words.map((word) => word.right)), (right - width) * MM, 30);
      near(Math.min(...words.map((word) => word.top)), top * MM, 30);
      near(-Math.max(...words.map((word) => word.bottom)), (bottom - height) * MM, 60);
    }
  });
}

test('two columns stand side by side, read down one and then the other', async () => {
  const file = await made('columns.pdf', {
    text: 'Estuary',
    columns: 2,
    hasHeader: false,
    hasFooter: false,
  });
  const [first = []] = placedWords(file);
  const [left, right] = [20 * MM, 190 * MM];
  const middle = (left + right) / 2;
  // The headline stands across; below it no word crosses the gutter.
  const below = first.filter(({ top }) => top > 80 * MM);
  expect(below.filter((word) => word.left < middle - 4 && word.right > middle + 4)).toEqual([]);
  const sides = [
    below.filter((word) => word.right <= middle),
    below.filter((word) => word.left >= middle),
  ];
  for (const side of sides) {
    expect(new Set(side.map(({ top }) => Math.round(top))).size).toBeGreaterThan(10);
    for (const word of side) expect(word.left).toBeGreaterThan(left - 1.5);
  }
  const [down = [], up = []] = sides.map((side) =>
    side.flatMap(({ text }) => (/^\d{3}:$/u.test(text) ? [Number.parseInt(text, 10)] : [])),
  );
  expect(down.length).toBeGreaterThan(5);
  expect(Math.max(...down)).toBeLessThan(Math.min(...up));
});

test('larger type and wider lines make more pages; running heads and feet stand in the margins', async () => {
  const plain = await made('type-plain.pdf', { text: 'Estuary' });
  const large = await made('type-large.pdf', { text: 'Estuary', sizePoints: 15, leading: 2.1 });
  expect(pageTexts(large).length).toBeGreaterThan(pageTexts(plain).length);
  const pages = placedWords(plain);
  for (const [at, words] of pages.entries()) {
    const foot = words.filter(({ top }) => top > 277 * MM).map(({ text }) => text);
    expect(foot.slice(-3).join('')).toBe(`${at + 1}/${pages.length}`);
    expect(words.some(({ bottom }) => bottom < 20 * MM)).toBe(true);
  }
});

test('title, author, language and day of making stand in the dictionary and in the metadata', async () => {
  const before = Math.floor(Date.now() / 1000) * 1000;
  const file = await made('facts.pdf', { text: 'Bookish', title: 'Tides & 雾 <1>' });
  const facts = pdfFacts(file);
  expect(facts.get('Title')).toBe('Tides & 雾 <1>');
  expect(facts.get('Author')).toBe('Ines 顾');
  const created = facts.get('CreationDate') ?? '';
  expect(Date.parse(created)).toBeGreaterThanOrEqual(before);
  expect(Date.parse(created)).toBeLessThanOrEqual(Date.now());
  const packet = run('pdfinfo', '-meta', file);
  const said = (name: string): string =>
    new RegExp(`<${name}>(?:<rdf:\\w+>)?(?:<rdf:li[^>]*>)?([^<]*)`, 'u').exec(packet)?.[1] ?? '';
  expect(said('dc:title')).toBe('Tides &amp; 雾 &lt;1&gt;');
  expect(said('dc:creator')).toBe('Ines 顾');
  expect(Date.parse(said('xmp:CreateDate'))).toBe(Date.parse(created));
  const lang = /"\/Lang": "u:([^"]+)"/u.exec(run('qpdf', '--json=2', '--json-key=qpdf', file))?.[1];
  expect(lang).toMatch(/^(?:en|zh-Hans|zh)$/u);
  expect(said('dc:language')).toBe(lang);
});

for (const [parts, order, titles] of [
  ['source', 'source', ['Harbour Notes', '潮声晚报']],
  ['month', 'date', ['2023', '2023']],
] as const) {
  test(`parts by ${parts}: outline, contents and links lead to where each part, post and heading begins`, async () => {
    const file = await made(`parts-${parts}.pdf`, { text: 'Bookish', parts, order });
    const texts = pageTexts(file);
    const outline = outlineOf(file);
    const bare = (text: string): string => text.replaceAll(/\s+/gu, '');
    const opening = outline.filter(
      ({ title, level }) => level === 1 && titles.some((one) => title.includes(one)),
    );
    expect(opening).toHaveLength(2);
    // Below the parts the posts in their order, below each its heading; every page has what leads to it.
    const byOrder = BOOK.toSorted((a, b) =>
      order === 'date' || a.source === b.source ? 0 : a.source < b.source ? -1 : 1,
    );
    expect(
      outline.filter(({ level }) => level > 1).map(({ title, level }) => [title, level]),
    ).toEqual(
      byOrder.flatMap(({ title, heading }) => [
        [title, 2],
        [heading, 3],
      ]),
    );
    const below = outline.slice(outline.findIndex(({ title }) => title === opening[0]?.title));
    for (const { title, page } of below) expect(texts[(page ?? 0) - 1]).toContain(bare(title));
    const pages = below.map(({ page }) => page ?? 0);
    expect(pages).toEqual(pages.toSorted((a, b) => a - b));
    // Contents: the number behind each title is the page where the post begins.
    const first = opening[0]?.page ?? 0;
    const contents = texts.slice(0, first - 1).join('');
    for (const { title, page } of below.filter(({ level }) => level === 2)) {
      const at = contents.indexOf(bare(title));
      expect(at).toBeGreaterThanOrEqual(0);
      expect(contents.slice(at + bare(title).length)).toMatch(
        new RegExp(`^.{0,20}?${page}(?!\\d)`, 'u'),
      );
    }
  });
}

test('its tags say what is a heading, a list, a table and a link; heads and feet are none of it', async () => {
  const file = await made('tags.pdf', {
    text: 'Bookish',
    order: 'date',
    hasEndnotes: true,
    hasSourceIndex: true,
  });
  const tree = run('pdfinfo', '-struct-text', file);
  for (const role of ['Document', 'H1', 'H2', 'P', 'L', 'LI', 'Table', 'TR', 'TH', 'TD', 'Link'])
    expect(tree, role).toMatch(new RegExp(`^ *${role}\\b`, 'mu'));
  const spoken = Array.from(tree.matchAll(/^ *"(.*)"$/gmu), ([, text]) => text)
    .join('')
    .replaceAll(/\s+/gu, '');
  for (const { title, heading } of BOOK)
    for (const words of [title, heading]) expect(spoken).toContain(words.replaceAll(/\s+/gu, ''));
  const pageCount = Number(pdfFacts(file).get('Pages'));
  expect(pageTexts(file).at(-1)).toContain(`${pageCount}/${pageCount}`);
  expect(spoken).not.toContain(`${pageCount}/${pageCount}`);
});

test('one file for each post: names are safe, unlike whatever the case, and sort by day; each has its own words', async () => {
  const folder = await made('separate', { text: 'Bookish', layout: 'separate', order: 'source' });
  const names = readdirSync(folder);
  expect(names.toSorted()).toEqual([
    '2023-01-04 一月的风.pdf',
    '2023-01-19 January tides.pdf',
    '2023-02-03 二月的雾.pdf',
    expect.stringMatching(/^2023-02-20 A lamp at night\.pdf$/iu),
    expect.stringMatching(/^2023-02-20 A lamp at night \(2\)\.pdf$/iu),
  ]);
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(BOOK.length);
  const openings = names
    .toSorted()
    .map((name) => /Bookishopeningofno\.(\d)/u.exec(pageTexts(join(folder, name)).join(''))?.[1]);
  expect(openings.slice(0, 3)).toEqual(['0', '1', '2']);
  expect(new Set(openings.slice(3))).toEqual(new Set(['3', '4']));
  for (const name of names) {
    expect(run('qpdf', '--check', join(folder, name))).toContain(
      'No syntax or stream encoding errors',
    );
    expect(pdfFacts(join(folder, name)).get('Tagged')).toBe('yes');
  }
});
