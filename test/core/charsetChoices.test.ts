import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { callCore } from '../../src/core/callCore.ts';
import { createCoreHandlers } from '../../src/core/coreHandlers.ts';
import { indexArchive } from '../../src/core/indexing/indexArchive.ts';
import { createIndexingControl } from '../../src/core/indexing/indexingControl.ts';
import { listChoices, setChoice } from '../../src/core/store/charsetChoices.ts';
import { migrate } from '../../src/core/store/migrate.ts';
import { libraryMigrations, openLibrary } from '../../src/core/store/openLibrary.ts';
import { foldersAbove, readAsOf } from '../../src/shared/charsetChoices.ts';
import type { Charset } from '../../src/shared/charsets.ts';
import type { CoreChannel, Input, Output } from '../../src/shared/contract.ts';
import type { Archive } from '../../src/shared/model.ts';
import { asArchiveId } from '../../src/shared/ids.ts';
import { temporaryFolder } from './indexing/archiveFolder.ts';
import { makeEncoder } from './post/encodeText.ts';

const big5 = makeEncoder('big5').encode;

const FILES: Readonly<Record<string, Uint8Array>> = {
  'old/a.md': big5('---\ntitle: 乙\n---\n水果\n'),
  'old/1999/b.md': big5('---\ntitle: 丙\n---\n木材\n'),
  'new/c.md': big5('---\ntitle: 丁\n---\n水果\n'),
  'new/utf8.md': new TextEncoder().encode('---\ntitle: 戊\n---\n水果\n'),
};

async function start() {
  const dataFolder = temporaryFolder();
  const folder = temporaryFolder();
  for (const [path, bytes] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  const core = createCoreHandlers({ dataFolder });
  onTestFinished(core.close);
  const ask = async <C extends CoreChannel>(channel: C, input: Input<C>): Promise<Output<C>> => {
    const result = await callCore(core.handlers, channel, input);
    if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the contract fixes what a channel answers
    return result.value as Output<C>;
  };
  const archive = await ask('archives.add', { folder, isSample: false });
  const run = (mode: 'update' | 'rebuild' = 'update') => runOver(dataFolder, archive, mode);
  await run();
  const textOf = async (path: string) => {
    const { html } = await ask('posts.get', { archiveId: archive.id, path });
    return html.replaceAll(/<[^>]*>/gu, '').trim();
  };
  const found = async (text: string) => {
    const page = await ask('posts.search', {
      archiveId: archive.id,
      text,
      filters: NO_FILTERS,
      sort: 'newest',
      offset: 0,
      limit: 10,
    });
    return page.posts.map(({ path }) => path).toSorted();
  };
  const choose = (path: string, isFolder: boolean, charset: Charset | null) =>
    ask('charsets.keep', { archiveId: archive.id, path, isFolder, charset });
  const problemsOf = async (path: string) =>
    (await ask('problems.list', { archiveId: archive.id }))
      .filter((one) => one.path === path && one.code.startsWith('encoding'))
      .map(({ code, details }) => [code, details?.charset]);
  return { ask, archive, dataFolder, run, textOf, found, choose, problemsOf };
}

const NO_FILTERS = {
  list: 'all',
  states: [],
  sources: [],
  categories: [],
  tags: [],
  labels: [],
  years: [],
  months: [],
  from: null,
  to: null,
} as const;

async function runOver(dataFolder: string, archive: Archive, mode: 'update' | 'rebuild') {
  const { summary } = await indexArchive({
    dataFolder,
    archive,
    mode,
    parserScript: null,
    control: createIndexingControl(),
    onProgress: () => undefined,
  });
  return summary;
}

describe('what files are read as', () => {
  test('a choice for a file shows at once, is searched after the next run, and no other file is read again', async () => {
    const { choose, run, textOf, found, problemsOf } = await start();
    expect(await choose('old/a.md', false, 'big5')).toEqual({ before: null });
    expect(await textOf('old/a.md')).toBe('水果');
    expect(await run()).toMatchObject({ updated: 1, unchanged: 3 });
    expect(await found('水果')).toEqual(expect.arrayContaining(['new/utf8.md', 'old/a.md']));
    expect(await problemsOf('old/a.md')).toEqual([]);
    expect(await problemsOf('new/c.md')).toEqual([['encoding-guessed', 'big5']]);
    expect(await run()).toMatchObject({ updated: 0, unchanged: 4 });
  });

  test('a choice for a folder holds for all below it, and leaves sound UTF-8 alone', async () => {
    const { choose, run, textOf } = await start();
    await choose('', true, 'big5');
    expect(await run()).toMatchObject({ updated: 4 });
    const texts = await Promise.all(Object.keys(FILES).map(textOf));
    expect(texts).toEqual(['水果', '木材', '水果', '水果']);
  });

  test('the nearest choice wins, and taking it back gives the one above it again', async () => {
    const { choose, run, textOf } = await start();
    await choose('', true, 'big5');
    await choose('old', true, 'euc-kr');
    await run();
    expect(await textOf('new/c.md')).toBe('水果');
    expect(await textOf('old/1999/b.md')).not.toBe('木材');
    expect(await choose('old', true, null)).toEqual({ before: 'euc-kr' });
    expect(await run()).toMatchObject({ updated: 2, unchanged: 2 });
    expect(await textOf('old/1999/b.md')).toBe('木材');
  });

  test('choices outlive a rebuild of the index', async () => {
    const { choose, run, found } = await start();
    await choose('old', true, 'big5');
    await run();
    await run('rebuild');
    expect(await found('木材')).toEqual(['old/1999/b.md']);
    expect(await run()).toMatchObject({ updated: 0, unchanged: 4 });
  });

  test('a preview shows what differs, and what the file may be', async () => {
    const { ask, archive } = await start();
    const preview = await ask('charsets.preview', {
      archiveId: archive.id,
      path: 'old/a.md',
      charset: 'big5',
    });
    expect(preview).toMatchObject({ text: 'title: 乙\n水果', charset: 'big5', damageCount: 0 });
    expect(preview.likely).toContain('big5');
    const wrong = await ask('charsets.preview', {
      archiveId: archive.id,
      path: 'old/a.md',
      charset: 'utf-8',
    });
    expect(wrong.damageCount).toBeGreaterThan(0);
    const gone = ask('charsets.preview', {
      archiveId: archive.id,
      path: 'old/no.md',
      charset: null,
    });
    await expect(gone).rejects.toThrow('old/no.md cannot be read now');
    const outside = ask('charsets.preview', {
      archiveId: archive.id,
      path: '../../etc/passwd',
      charset: null,
    });
    await expect(outside).rejects.toThrow('cannot be read now');
  });

  test('a charset that is none is refused at the border', async () => {
    const { archive, dataFolder } = await start();
    const core = createCoreHandlers({ dataFolder });
    onTestFinished(core.close);
    const asked = { archiveId: archive.id, path: '', isFolder: true, charset: 'utf-9' };
    expect(await callCore(core.handlers, 'charsets.keep', asked)).toMatchObject({
      ok: false,
      error: { code: 'bad-input' },
    });
  });
});

test('folders above a path come nearest first', () => {
  expect(foldersAbove('a/b/c.md')).toEqual(['a/b', 'a', '']);
  expect(foldersAbove('c.md')).toEqual(['']);
  const readAs = readAsOf([{ path: 'a', isFolder: true, charset: 'big5' }]);
  expect([readAs('a/x.md'), readAs('ab/x.md'), readAs('a')]).toEqual([
    { charset: 'big5', scope: 'folder' },
    undefined,
    undefined,
  ]);
});

test('a library of version 1 gets the table and keeps what it has', () => {
  const dataFolder = temporaryFolder();
  const old = new Database(join(dataFolder, 'library.sqlite'));
  migrate(old, libraryMigrations.slice(0, 1));
  expect(old.pragma('user_version', { simple: true })).toBe(1);
  old.exec(`INSERT INTO archives(id, name, folder, is_sample, added_at) VALUES ('0123456789abcdef', 'N', '/n', 0, 'x');
    INSERT INTO bookmarks(archive_id, path, content_hash, title, created_at, changed)
    VALUES ('0123456789abcdef', 'a.md', 'h', 'T', 'x', 1)`);
  old.close();
  const library = openLibrary(dataFolder);
  onTestFinished(library.close);
  const archiveId = asArchiveId('0123456789abcdef');
  expect(library.database.prepare('SELECT count(*) AS n FROM bookmarks').get()).toEqual({ n: 1 });
  expect(listChoices(library, archiveId)).toEqual([]);
  expect(
    setChoice(library, archiveId, { path: 'a.md', isFolder: false, charset: 'big5' }),
  ).toBeNull();
  expect(setChoice(library, archiveId, { path: 'a.md', isFolder: false, charset: null })).toBe(
    'big5',
  );
  // A charset of a later version is kept, and not used.
  library.database.exec(
    `INSERT INTO charset_choices VALUES ('0123456789abcdef', 'b.md', 0, 'utf-99', 'x')`,
  );
  expect(listChoices(library, archiveId)).toEqual([]);
});
