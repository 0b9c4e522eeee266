import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Cite } from '@citation-js/core';
// oxlint-disable import/no-unassigned-import -- they register their readers with the library
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import '@citation-js/plugin-ris';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { readEpub } from '../core/export/formats/booksOf.ts';
import { readFolder } from '../core/exporting/markdownProof.ts';
import { readTable } from '../support/readCsv.ts';
import { bare, firstMissing, readPdf } from '../support/readPdf.ts';
import { builtCli, isBuilt } from './builtCli.ts';
import { cli } from './cliPlace.ts';
import { hardPosts, MARKED, PASSAGE_NOTE, POST_NOTE } from './everyKind.ts';
import { exportAll, hardArchive } from './hardArchive.ts';
import type { HardArchive } from './hardArchive.ts';

/** The same hard posts in each of the nine formats, each read back by a reader that had no part in writing it. */

const COUNT = hardPosts.length;

/** Exports all posts and answers the file or folder. */
async function made(archive: HardArchive, name: string, ...more: string[]): Promise<string> {
  const target = archive.target(name);
  const ran = await cli(exportAll(archive, target, ...more));
  expect(ran).toMatchObject({ code: 0, out: `${COUNT} posts: ${target}\n` });
  return target;
}

type Finds = (text: string, word: string) => boolean;

const asWritten: Finds = (text, word) => text.includes(word);

/** Readers of PDFs say the direction of words by signs of their own. */
const byPoppler: Finds = (text, word) => text.replaceAll(/[\u202a-\u202e]/gu, '').includes(word);

/** pdf.js leaves out what has no width. */
const byPdfJs: Finds = (text, word) => text.includes(word.replaceAll('\u200c', ''));

/** Each post's text is whole, in order, and in its place among the others. */
function expectTexts(texts: readonly string[], finds = asWritten): void {
  expect(texts).toHaveLength(COUNT);
  for (const [at, { title, pieces, loose }] of hardPosts.entries()) {
    const text = bare(texts[at] ?? '');
    expect(firstMissing(text, pieces.map(bare)), title).toBeNull();
    for (const word of loose) expect(finds(text, word), `${word} in ${text}`).toBe(true);
  }
}

/** Text of an HTML page, without a parser that the app has. */
function textOfHtml(html: string): string {
  const signs: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };
  return html
    .replaceAll(/<(?<name>style|head)[\s>].*?<\/\k<name>>/gsu, '')
    .replaceAll(/<\/?[a-z][^<>]*>|<!--.*?-->|<!doctype[^>]*>/gisu, '')
    .replaceAll(/&#(?<code>\d+);/gu, (_all, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll(/&#x(?<code>[\da-f]+);/giu, (_all, code: string) =>
      String.fromCodePoint(Number.parseInt(code, 16)),
    )
    .replaceAll(/&(?<name>[a-z]+);/gu, (all, name: string) => signs[name] ?? all);
}

describe('fifteen hard posts, read back from', () => {
  test('JSON Lines', async () => {
    const file = await made(await hardArchive(), 'all.jsonl');
    const lines = readFileSync(file, 'utf8').split('\n');
    expect(lines.pop()).toBe('');
    const rows = lines.map((line) => Object(JSON.parse(line)));
    expect(rows).toMatchObject(
      hardPosts.map(({ path, title, day, source, tags }) => ({ path, title, day, source, tags })),
    );
    expectTexts(rows.map(({ text }) => String(text)));
    expectTexts(rows.map(({ html }) => textOfHtml(String(html))));
    expect(rows.at(-1)).toMatchObject({
      note: POST_NOTE,
      highlights: [{ quote: MARKED, note: PASSAGE_NOTE, pen: 'green' }],
    });
  });

  test('CSV', async () => {
    const rows = readTable(readFileSync(await made(await hardArchive(), 'all.csv'), 'utf8'));
    const cell = (tags: readonly string[]): string => tags.join('; ');
    expect(rows).toMatchObject(
      hardPosts.map(({ path, title, day, source, tags }) => ({
        path,
        title,
        day,
        year: day.slice(0, 4),
        month: day.slice(0, 7),
        source: source ?? '',
        tags: cell(tags),
      })),
    );
    expect(rows.at(-1)).toMatchObject({ highlights: '1', note: POST_NOTE });
  });

  test.each(['bib', 'ris', 'csl'] as const)('citations as %s', async (format) => {
    const file = await made(await hardArchive(), `all.${format}`, '--format', format);
    const text = readFileSync(file, 'utf8');
    const read: unknown = new Cite(text).format('data', { format: 'object' });
    const entries = (Array.isArray(read) ? read : []).map((one) => Object(one));
    expect(entries.map(({ title }) => title)).toEqual(hardPosts.map(({ title }) => title));
    expect(new Set(entries.map(({ id }) => id)).size).toBe(COUNT);
    for (const [at, { day, source, tags }] of hardPosts.entries()) {
      const { issued, ...entry } = entries[at];
      // The reader of RIS takes only the year from newspaper articles.
      const parts = day.split('-').map(Number);
      const isYear = format === 'ris' && source !== null;
      expect(issued).toEqual({ 'date-parts': [isYear ? parts.slice(0, 1) : parts] });
      if (source !== null) expect(entry['container-title']).toBe(source);
      for (const tag of tags.filter((one) => /^[\p{L}\p{N}]+$/u.test(one)))
        expect(text).toContain(tag);
    }
    expect(text).toContain(POST_NOTE);
  });

  test('an EPUB', async () => {
    const book = readEpub(readFileSync(await made(await hardArchive(), 'all.epub')));
    const chapters = hardPosts.map((_, at) => book.xml(`p${at + 1}.xhtml`));
    const textOf = (at: number): string =>
      chapters[at]?.find(({ name }) => name === 'body')?.text ?? '';
    expectTexts(hardPosts.map((_, at) => textOf(at)));
    const listed = book.xml('nav.xhtml').filter(({ name }) => name === 'a');
    // Contents come before landmarks, which lead to the first post too.
    const inNav = new Map(
      listed.toReversed().map(({ attributes, text }) => [attributes['href'], text]),
    );
    for (const [at, { title, source }] of hardPosts.entries())
      expect(bare(inNav.get(`p${at + 1}.xhtml`) ?? '')).toBe(bare(`${title}${source ?? ''}`));
    for (const [at, { title, source, linksTo }] of hardPosts.entries()) {
      expect(bare(textOf(at))).toContain(bare(title));
      expect(bare(textOf(at))).toContain(bare(source ?? ''));
      const led = chapters[at]?.map(({ attributes }) => attributes['href'] ?? '') ?? [];
      if (linksTo !== null) expect(led.join(' ')).toMatch(new RegExp(`\\bp${linksTo + 1}\\.xhtml`));
    }
    const marked = chapters.at(-1)?.filter(({ name }) => name === 'mark') ?? [];
    expect(marked.map(({ text }) => text).join('')).toContain(MARKED);
    for (const note of [PASSAGE_NOTE, POST_NOTE]) expect(textOf(COUNT - 1)).toContain(note);
  });

  test('one HTML file', async () => {
    const html = readFileSync(await made(await hardArchive(), 'all.html'), 'utf8');
    const [, ...chapters] = html.split(/(?=<section id="p\d+" class="chapter)/u);
    expectTexts(chapters.map(textOfHtml));
    for (const [at, { title, linksTo }] of hardPosts.entries()) {
      expect(bare(textOfHtml(chapters[at] ?? ''))).toContain(bare(title));
      if (linksTo !== null) expect(chapters[at]).toContain(`href="#p${linksTo + 1}"`);
    }
    expect(chapters.at(-1)).toMatch(new RegExp(`<mark[^>]*>${MARKED}`, 'u'));
    for (const note of [PASSAGE_NOTE, POST_NOTE]) expect(chapters.at(-1)).toContain(note);
  });

  test('a folder of Markdown, indexed again and read by another reader of YAML', async () => {
    const folder = await made(await hardArchive(), 'out', '--format', 'markdown');
    const read = await readFolder(folder);
    const names = readdirSync(folder).filter((name) => name.endsWith('.md'));
    expect(names).toHaveLength(COUNT);
    const inOrder = read.posts.toSorted((one, other) =>
      (one.day ?? '') < (other.day ?? '') ? -1 : 1,
    );
    expect(inOrder).toMatchObject(
      hardPosts.map(({ title, day, source, tags }) => ({ title, day, source, tags })),
    );
    expectTexts(inOrder.map(({ text }) => text));
    const files = hardPosts.map(({ day }) => names.find((name) => name.startsWith(day)) ?? '');
    const fields = files.map((name) => {
      const [, yaml = ''] =
        /^---\n(.*?)\n---\n/su.exec(readFileSync(join(folder, name), 'utf8')) ?? [];
      return Object(load(yaml));
    });
    // A title that is the file's name, and a day that stands in it, need no field.
    expect(fields.map(({ title }) => title)).toEqual(hardPosts.map(({ title }) => title));
    expect(fields.map(({ date }) => new Date(date).toISOString().slice(0, 10))).toEqual(
      hardPosts.map(({ day }) => day),
    );
    for (const [at, { linksTo }] of hardPosts.entries()) {
      if (linksTo === null) continue;
      const text = readFileSync(join(folder, files[at] ?? ''), 'utf8');
      const led = Array.from(text.matchAll(/\]\(([^)]+)\)/gu), ([, address = '']) => address);
      expect(led.map(decodeURIComponent)).toContain(files[linksTo]);
    }
    const last = readFileSync(join(folder, files.at(-1) ?? ''), 'utf8');
    expect(last).toContain(`<mark>${MARKED}</mark>`);
    for (const note of [PASSAGE_NOTE, POST_NOTE]) expect(last).toContain(note);
  });

  test.skipIf(!isBuilt)(
    'a PDF, by pdf.js and by Poppler',
    async () => {
      const archive = await hardArchive();
      const file = archive.target('all.pdf');
      const ran = await builtCli(exportAll(archive, file));
      expect(ran).toMatchObject({ code: 0 });
      const { pages, outline } = await readPdf(file);
      const entries = outline.filter(({ title }) => hardPosts.some((post) => post.title === title));
      expect(entries.map(({ title }) => title)).toEqual(hardPosts.map(({ title }) => title));
      const starts = entries.map(({ page }) => page ?? 0);
      const poppler = spawnSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' });
      for (const [read, finds] of [
        [pages.map(({ text }) => text), byPdfJs],
        [poppler.stdout.split('\f'), byPoppler],
      ] as const) {
        const texts = starts.map((start, at) =>
          read.slice(start - 1, (starts[at + 1] ?? pages.length + 1) - 1).join(''),
        );
        expectTexts(texts, finds);
        for (const [at, { title, source }] of hardPosts.entries()) {
          expect(bare(texts[at] ?? '')).toContain(bare(title));
          expect(bare(texts[at] ?? '')).toContain(bare(source ?? ''));
        }
        for (const note of [PASSAGE_NOTE, POST_NOTE])
          expect(bare(texts.at(-1) ?? '')).toContain(bare(note));
      }
      for (const [at, { linksTo }] of hardPosts.entries()) {
        if (linksTo === null) continue;
        expect(pages[(starts[at] ?? 0) - 1]?.leadsTo).toContain(starts[linksTo]);
      }
    },
    180_000,
  );
});
