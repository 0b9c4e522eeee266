import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findArchiveByFolder } from '../../src/core/store/archives.ts';
import { setLabels } from '../../src/core/store/bookmarkLabels.ts';
import { openIndexReader } from '../../src/core/store/openIndex.ts';
import { openLibrary } from '../../src/core/store/openLibrary.ts';
import { saveSearch } from '../../src/core/store/savedSearches.ts';
import { getSettings, setSettings } from '../../src/core/store/settings.ts';
import { defaultExportOptions, noFilters } from '../../src/shared/defaults.ts';
import type { ExportOptions } from '../../src/shared/exportModel.ts';
import { temporaryFolder } from '../core/indexing/archiveFolder.ts';
import { readPdf } from '../support/readPdf.ts';
import { builtCli, isBuilt } from './builtCli.ts';
import { cli as run, placeOf, withoutProgress } from './cliPlace.ts';
import type { CliPlace } from './cliPlace.ts';

/** What the dialog lets one choose, chosen on the command line, and read in the files. */

const FILES = {
  'light.md':
    '---\ntitle: 灯塔重新开放\ndate: 2022-05-18\nsource: 港口晨报\nurl: https://paper.example/light\n---\n港口的燈塔在夜里亮了。\n',
  'ferry.md': '---\ntitle: Night ferry\ndate: 2022-06-02\n---\nThe ferry passes the 灯塔 at ten.\n',
  'tide.md': '---\ntitle: 潮汐\ndate: 2021-01-09\n---\n潮水来了又退。\n',
};

type Made = CliPlace & { readonly out: string };

async function cli(...line: Parameters<typeof run>): ReturnType<typeof run> {
  const ran = await run(...line);
  return { ...ran, said: withoutProgress(ran.said) };
}

async function indexed(): Promise<Made> {
  const made = placeOf(FILES);
  expect(await cli(made.at('index', made.folder))).toMatchObject({ code: 0 });
  return { ...made, out: temporaryFolder() };
}

/** The file that an export makes. */
async function written(
  { folder, at, out }: Made,
  name: string,
  ...more: readonly string[]
): Promise<string> {
  const file = join(out, name);
  expect(await cli(at('export', folder, '--to', file, ...more))).toMatchObject({ code: 0 });
  return readFileSync(file, 'utf8');
}

/** The posts themselves, behind cover and contents. */
const postsOf = (page: string): string => page.slice(page.indexOf('<main'));

/** Presets, a label below another one and a saved search, as the app keeps them. */
function keep(
  { folder, at }: Made,
  presets: Readonly<Record<string, Partial<ExportOptions>>>,
): void {
  const dataFolder = at().at(-1) ?? '';
  const library = openLibrary(dataFolder);
  const archive = findArchiveByFolder(library, folder);
  const reader = archive === null ? null : openIndexReader(dataFolder, archive.id);
  if (archive === null || reader === null) throw new Error('There is no index.');
  setSettings(library, {
    ...getSettings(library),
    exportPresets: Object.entries(presets).map(([name, options]) => ({
      name,
      options: { ...defaultExportOptions, ...options },
    })),
  });
  const archiveId = archive.id;
  const ids = reader.idsAt(['light.md']).filter((id) => typeof id === 'number');
  setLabels(library, reader, { archiveId, ids, add: ['课题/第一章'], remove: [] });
  const search = { filters: noFilters, isPinned: false, sort: 'newest' } as const;
  saveSearch(library, archiveId, { ...search, name: '灯塔集', text: '灯塔' });
  reader.close();
  library.close();
}

describe('marked hits', () => {
  test('are in the file with --with hits, and as the search tells variants', async () => {
    const made = await indexed();
    const ask = ['--query', '灯塔', '--with', 'hits'];
    const page = await written(made, 'a.html', ...ask);
    expect(page).toMatch(/<mark[^>]*>燈塔<\/mark>/u);
    expect(page).toMatch(/<mark[^>]*>灯塔<\/mark>/u);
    const apart = await written(made, 'b.html', ...ask, '--tell-variants-apart');
    expect(apart).toMatch(/<mark[^>]*>灯塔<\/mark>/u);
    expect(apart).not.toMatch(/<mark[^>]*>燈塔<\/mark>/u);
    expect(await written(made, 'c.html', '--query', '灯塔')).not.toContain('<mark');
  });

  test('where nothing was searched for, that is said', async () => {
    const { folder, at, out } = await indexed();
    const line = ['--with', 'hits', '--to', join(out, 'a.html')];
    for (const choice of [['--query='], ['--post', 'tide.md']]) {
      const ran = await cli(at('export', folder, ...choice, ...line));
      expect(ran).toMatchObject({
        code: 0,
        said: 'Nothing was searched for, so there are no hits to mark.\n',
      });
    }
  });
});

describe('a book', () => {
  test('has the title given, else that of its label or saved search', async () => {
    const made = await indexed();
    keep(made, {});
    const titled = async (...more: readonly string[]): Promise<string | undefined> =>
      /<title>([^<]*)</u.exec(await written(made, 'a.html', ...more))?.[1];
    expect(await titled('--saved', '灯塔集')).toContain('灯塔集');
    expect(await titled('--saved', '灯塔集', '--title', '港口夜话')).toContain('港口夜话');
    const line = made.at('export', made.folder, '--label', '课题', '--to', '-', '--format', 'csv');
    // A label is its folder too, as in the app.
    expect((await cli(line)).out).toContain('灯塔重新开放');
  });

  test('leaves out what is not wanted, and stands in parts', async () => {
    const made = await indexed();
    const look = ['--without', 'metadata', '--with', 'original-link', '--parts', 'month'];
    const page = await written(made, 'a.html', '--query=', ...look, '--typeface', 'sans');
    expect(page).toContain('https://paper.example/light');
    expect(postsOf(page)).not.toContain('港口晨报');
    expect(page).toMatch(/June 2022/u);
  });

  test('says which fields of a head are none', async () => {
    const { folder, at, out } = await indexed();
    const line = ['--query=', '--header', '{title} {verfasser}', '--to', join(out, 'a.pdf')];
    const ran = await cli(at('export', folder, ...line), { environment: { PATH: '' } });
    expect(ran.said).toMatch(/^\{verfasser\} is no field and stands as written\.\n/u);
  });
});

describe('a preset', () => {
  test('gives options and format; what is written goes before it', async () => {
    const made = await indexed();
    keep(made, {
      网页: { format: 'html', hasMetadata: false, hasCover: false, order: 'date' },
      分册: { layout: 'separate' },
    });
    const line = made.at('export', made.folder, '--query=', '--preset', '网页', '--to', '-');
    const { code, out } = await cli(line);
    expect(code).toBe(0);
    expect(out).toMatch(/^<!doctype html>/iu);
    expect(postsOf(out)).not.toContain('港口晨报');
    expect(out.lastIndexOf('潮水来了')).toBeLessThan(out.lastIndexOf('在夜里亮了'));
    expect(postsOf((await cli([...line, '--with', 'metadata'])).out)).toContain('港口晨报');
    const newest = (await cli([...line, '--order', 'listed'])).out;
    expect(newest.lastIndexOf('潮水来了')).toBeGreaterThan(newest.lastIndexOf('在夜里亮了'));
  });

  test('that is not there, or cannot be what is asked, is told', async () => {
    const made = await indexed();
    const { folder, at, out } = made;
    keep(made, { 网页: { format: 'html' }, 笔记: { format: 'markdown' } });
    const told = async (...more: readonly string[]): Promise<unknown> => {
      const { code, said } = await cli(at('export', folder, '--query=', ...more));
      return [code, said];
    };
    const file = join(out, 'a.html');
    expect(await told('--preset', '打印', '--to', file)).toEqual([
      1,
      'There is no preset 打印; saved are: 网页, 笔记.\n',
    ]);
    expect(await told('--preset', '笔记', '--to', '-')).toEqual([
      2,
      'A folder of files cannot go to standard output; name a folder with --to.\n',
    ]);
    expect(await told('--preset', '笔记', '--to', 'x', '--size', '12')).toEqual([
      2,
      'Markdown has no use for --size; see export --help.\n',
    ]);
    expect(readdirSync(out)).toEqual([]);
  });
});

describe.skipIf(!isBuilt)('a PDF', () => {
  test('has the paper, the heads and the title that the command line says, over those of a preset', async () => {
    const made = await indexed();
    keep(made, { 口袋本: { pageSize: 'A5', hasCover: false, header: '{book}', columns: 2 } });
    const file = join(made.out, 'a.pdf');
    const line = made.at('export', made.folder, '--query', '灯塔', '--to', file);
    const look = ['--preset', '口袋本', '--orientation', 'landscape', '--title', '港口夜话'];
    expect(await builtCli([...line, ...look, '--with', 'hits'])).toMatchObject({ code: 0 });
    const { pages, information } = await readPdf(file);
    expect(information).toMatchObject({ Title: '港口夜话' });
    expect(pages[0]?.size.map((points) => Math.round((points / 72) * 25.4))).toEqual([210, 148]);
    // No cover: contents first, then the posts below the title of the book.
    expect(pages[0]?.leadsTo).toEqual([2, 3]);
    expect(pages[1]?.artifacts).toContain('港口夜话');
  });
});
