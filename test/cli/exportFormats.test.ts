import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findArchiveByFolder } from '../../src/core/store/archives.ts';
import { setLabels } from '../../src/core/store/bookmarkLabels.ts';
import { openIndexReader } from '../../src/core/store/openIndex.ts';
import { openLibrary } from '../../src/core/store/openLibrary.ts';
import type { Library } from '../../src/core/store/openLibrary.ts';
import { setNote } from '../../src/core/store/postNotes.ts';
import { saveSearch } from '../../src/core/store/savedSearches.ts';
import type { IndexReader } from '../../src/core/store/storeTypes.ts';
import { noFilters } from '../../src/shared/defaults.ts';
import type { ArchiveId } from '../../src/shared/model.ts';
import { temporaryFolder } from '../core/indexing/archiveFolder.ts';
import { cli as run, placeOf, withoutProgress } from './cliPlace.ts';
import type { CliPlace } from './cliPlace.ts';

const FILES = {
  '_posts/2022-05-18-light.md':
    '---\ntitle: 灯塔重新开放\ndate: 2022-05-18 05:00:29 +0800\ntags: [港口, 灯塔]\nlayout: post\n---\n港口的灯塔在夜里亮了。\n\n（文章来源：港口晨报）\n',
  '_posts/2022-06-02-ferry.md':
    '---\ntitle: "Ferry, \\"late\\""\ndate: 2022-06-02\n---\nThe night ferry leaves at ten.\n',
  '_posts/2021-01-09-none.md': '---\ntitle: 无源\ndate: 2021-01-09\n---\n没有来源。\n',
};

async function cli(...line: Parameters<typeof run>): ReturnType<typeof run> {
  const ran = await run(...line);
  return { ...ran, said: withoutProgress(ran.said) };
}

async function indexed(): Promise<CliPlace & { readonly out: string }> {
  const made = placeOf(FILES);
  expect(await cli(made.at('index', made.folder))).toMatchObject({ code: 0 });
  return { ...made, out: temporaryFolder() };
}

const titlesOf = (text: string): readonly unknown[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => Object(JSON.parse(line)).title);

/** The library of an archive, as the app would have written it. */
async function inLibrary(
  { folder, at }: CliPlace,
  act: (library: Library, archiveId: ArchiveId, reader: IndexReader) => void,
): Promise<void> {
  const dataFolder = at().at(-1) ?? '';
  const library = openLibrary(dataFolder);
  const archive = findArchiveByFolder(library, folder);
  const reader = archive === null ? null : openIndexReader(dataFolder, archive.id);
  if (archive === null || reader === null) throw new Error('There is no index.');
  act(library, archive.id, reader);
  reader.close();
  library.close();
  await Promise.resolve();
}

describe('export of other formats than PDF, without Electron', () => {
  test('tells the format from the name, writes the whole file and says what it wrote', async () => {
    const { folder, at, out } = await indexed();
    const file = join(out, '剪报.jsonl');
    const ran = await cli(at('export', folder, '--query', '', '--to', file));
    expect(ran).toEqual({ code: 0, said: '', out: `3 posts: ${file}\n` });
    expect(titlesOf(readFileSync(file, 'utf8'))).toEqual(['Ferry, "late"', '灯塔重新开放', '无源']);
    expect(readdirSync(out)).toEqual(['剪报.jsonl']);
  });

  test('orders by date and by source; those without come last', async () => {
    const { folder, at } = await indexed();
    const listed = async (order: string): Promise<readonly unknown[]> => {
      const line = ['export', folder, '--query', '', '--order', order, '--format', 'jsonl'];
      return titlesOf((await cli(at(...line, '--to', '-'))).out);
    };
    expect(await listed('date')).toEqual(['无源', '灯塔重新开放', 'Ferry, "late"']);
    expect(await listed('source')).toEqual(['灯塔重新开放', '无源', 'Ferry, "late"']);
  });

  test('standard output takes the same bytes as a file, and nothing else', async () => {
    const { folder, at, out } = await indexed();
    for (const format of ['jsonl', 'csv', 'bib', 'ris', 'csl']) {
      const file = join(out, `a.${format}`);
      const line = ['export', folder, '--query', '灯塔 OR ferry', '--format', format];
      expect(await cli(at(...line, '--to', file))).toMatchObject({ code: 0, said: '' });
      expect(await cli(at(...line, '--to', '-'))).toEqual({
        code: 0,
        out: readFileSync(file, 'utf8'),
        said: '2 posts.\n',
      });
    }
  });

  test('takes named posts once each, in the order named', async () => {
    const { folder, at } = await indexed();
    const [light, none] = ['_posts/2022-05-18-light.md', '_posts/2021-01-09-none.md'];
    const posts = ['--post', none, '--post', light, '--post', none];
    const { out } = await cli(at('export', folder, ...posts, '--format', 'jsonl', '--to', '-'));
    expect(titlesOf(out)).toEqual(['无源', '灯塔重新开放']);
  });

  test('takes the posts of a label, of a saved search, and what the reader wrote on them', async () => {
    const made = await indexed();
    await inLibrary(made, (library, archiveId, reader) => {
      const [light, ferry] = reader.idsAt([
        '_posts/2022-05-18-light.md',
        '_posts/2022-06-02-ferry.md',
      ]);
      const ids = [light, ferry].filter((id) => typeof id === 'number');
      setLabels(library, reader, { archiveId, ids, add: ['要读'], remove: [] });
      setNote(library, reader, { archiveId, path: '_posts/2022-06-02-ferry.md', text: '问时间' });
      const search = { filters: { ...noFilters, tags: ['港口'] }, isPinned: false } as const;
      saveSearch(library, archiveId, { ...search, name: '港口 Tag', text: '', sort: 'oldest' });
    });
    const read = async (...choice: string[]): Promise<readonly unknown[]> => {
      const line = ['export', made.folder, ...choice, '--format', 'jsonl', '--to', '-'];
      const ran = await cli(made.at(...line));
      expect(ran.code).toBe(0);
      return ran.out
        .trimEnd()
        .split('\n')
        .map((text): unknown => JSON.parse(text));
    };
    expect(await read('--label', '要读')).toMatchObject([
      { title: 'Ferry, "late"', note: '问时间', bookmarked: true, labels: ['要读'] },
      { title: '灯塔重新开放', note: null, labels: ['要读'], frontMatter: { layout: 'post' } },
    ]);
    expect(await read('--label', '要读', '--query', 'ferry')).toHaveLength(1);
    expect(await read('--saved', '港口 tag')).toMatchObject([{ title: '灯塔重新开放' }]);
  });

  test('what is not there is told, and nothing is written', async () => {
    const { folder, at, out } = await indexed();
    const target = join(out, 'a.csv');
    for (const [choice, sentence] of [
      [['--query', 'nowhere'], /^No post matches nowhere\.\n$/],
      [['--label', '要读'], /^No post has the label 要读\.\n$/],
      [['--saved', '港口'], /^There is no saved search 港口; none is saved in this archive\.\n$/],
      [['--post', 'gone.md'], /^There is no post gone\.md/],
    ] as const) {
      const ran = await cli(at('export', folder, ...choice, '--to', target));
      expect(ran).toMatchObject({ code: 1, out: '' });
      expect(ran.said).toMatch(sentence);
    }
    expect(readdirSync(out)).toEqual([]);
  });

  test('a target that cannot be is told in one sentence', async () => {
    const { folder, at, out } = await indexed();
    mkdirSync(join(out, 'there.csv'));
    writeFileSync(join(out, 'file'), '');
    for (const [target, sentence] of [
      [
        'there.csv',
        /there\.csv is a folder; the export needs a file name\. Choose another place\.$/,
      ],
      ['gone/far/a.csv', /gone\/far is not there\. Choose another place\.$/],
      ['file/a.csv', /file is a file, not a folder\. Choose another place\.$/],
      [`${'长'.repeat(90)}.csv`, /has a name that is too long\. Choose another place\.$/],
    ] as const) {
      const ran = await cli(at('export', folder, '--query', '', '--to', join(out, target)));
      expect(ran).toMatchObject({ code: 1, out: '' });
      expect(ran.said.trimEnd()).toMatch(sentence);
    }
    expect(
      await cli(at('export', folder, '--query', '', '--format', 'csv', '--to', '/dev/null')),
    ).toMatchObject({
      code: 1,
      said: '/dev/null is neither a file nor a folder. Choose another place.\n',
    });
    expect(existsSync('/dev/null')).toBe(true);
    expect(readdirSync(out).toSorted()).toEqual(['file', 'there.csv']);
  });

  test('stopped, it leaves the file that was there before', async () => {
    const { folder, at, out } = await indexed();
    const file = join(out, 'a.csv');
    writeFileSync(file, 'old');
    const line = at('export', folder, '--query', '', '--to', file);
    const ran = await cli(line, { signal: AbortSignal.abort() });
    expect(ran).toMatchObject({ code: 1, said: 'Stopped; nothing was written.\n' });
    expect(readFileSync(file, 'utf8')).toBe('old');
    expect(readdirSync(out)).toEqual(['a.csv']);
    expect(await cli(line)).toMatchObject({ code: 0 });
    expect(readFileSync(file, 'utf8')).toContain('灯塔重新开放');
  });
  test('stopped before the app is started that draws PDFs, it does not start it', async () => {
    const { folder, at, out } = await indexed();
    const line = at('export', folder, '--query', '', '--to', join(out, 'a.pdf'));
    // Where nothing says where programs are, none can be started.
    const ran = await cli(line, { signal: AbortSignal.abort(), environment: { PATH: '' } });
    expect(ran).toEqual({ code: 1, out: '', said: 'Stopped; nothing was written.\n' });
    expect(readdirSync(out)).toEqual([]);
  });
});
