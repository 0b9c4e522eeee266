import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { callCore } from '../../src/core/callCore.ts';
import { createCoreHandlers } from '../../src/core/coreHandlers.ts';
import { indexArchive } from '../../src/core/indexing/indexArchive.ts';
import { createIndexingControl } from '../../src/core/indexing/indexingControl.ts';
import type { CoreChannel, Input, Output } from '../../src/shared/contract.ts';
import { defaultSettings, defaultView, noFilters } from '../../src/shared/defaults.ts';
import type { Archive } from '../../src/shared/model.ts';
import type { Result } from '../../src/shared/result.ts';
import { postText, temporaryFolder, writeFiles } from './indexing/archiveFolder.ts';

interface TestCore {
  readonly dataFolder: string;
  /** The value of a call; throws when it failed. */
  readonly ask: <C extends CoreChannel>(channel: C, input: Input<C>) => Promise<Output<C>>;
  readonly call: (channel: CoreChannel, input: unknown) => Promise<Result<unknown>>;
}

function startCore(dataFolder = temporaryFolder()): TestCore {
  const core = createCoreHandlers({ dataFolder });
  onTestFinished(core.close);
  const call: TestCore['call'] = (channel, input) => callCore(core.handlers, channel, input);
  return {
    dataFolder,
    call,
    ask: async <C extends CoreChannel>(channel: C, input: Input<C>): Promise<Output<C>> => {
      const result = await call(channel, input);
      if (!result.ok) throw new Error(result.error.code);
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the contract's handler type fixes what a channel answers
      return result.value as Output<C>;
    },
  };
}

async function index(
  dataFolder: string,
  archive: Archive,
  mode: 'update' | 'rebuild' = 'update',
): Promise<void> {
  const control = createIndexingControl();
  await indexArchive({
    dataFolder,
    archive,
    mode,
    parserScript: null,
    control,
    onProgress: () => undefined,
  });
}

const FILES = {
  '_config.yml': 'title: 港口\n',
  '_posts/2022-01-01-a.md': postText('灯塔', '# Head\n\nThe lighthouse, 疫情.'),
  '_posts/2022-01-02-b.md': postText('Ferry', 'The ferry.'),
  'README.md': '# About\n\nWords.',
};

async function openArchive(): Promise<
  TestCore & { readonly folder: string; readonly archive: Archive }
> {
  const core = startCore();
  const folder = temporaryFolder();
  writeFiles(folder, FILES);
  const archive = await core.ask('archives.add', { folder, isSample: false });
  await index(core.dataFolder, archive);
  return { ...core, folder, archive };
}

const everything = (archive: Archive) =>
  ({
    archiveId: archive.id,
    text: '',
    filters: noFilters,
    sort: 'newest',
    offset: 0,
    limit: 50,
  }) as const;

describe('archives', () => {
  test('a folder is added under its site’s title, once', async () => {
    const core = startCore();
    const folder = temporaryFolder();
    writeFiles(folder, FILES);
    const first = await core.ask('archives.add', { folder, isSample: false });
    const second = await core.ask('archives.add', { folder: `${folder}/.`, isSample: false });
    expect(first).toMatchObject({ name: '港口', postCount: null, isPresent: true });
    expect(second.id).toBe(first.id);
    expect(await core.ask('archives.list', undefined)).toHaveLength(1);
  });

  test('a missing folder and a file are refused', async () => {
    const core = startCore();
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'file'), '');
    expect(
      await core.call('archives.add', { folder: join(folder, 'gone'), isSample: false }),
    ).toMatchObject({
      ok: false,
      error: { code: 'archive-missing', path: join(folder, 'gone') },
    });
    expect(
      await core.call('archives.add', { folder: join(folder, 'file'), isSample: false }),
    ).toMatchObject({
      ok: false,
      error: { code: 'archive-unreadable' },
    });
    expect(await core.ask('archives.list', undefined)).toEqual([]);
  });

  test('before its first index an archive is empty, not broken', async () => {
    const core = startCore();
    const folder = temporaryFolder();
    const archive = await core.ask('archives.add', { folder, isSample: false });
    const opened = await core.ask('archives.open', { archiveId: archive.id });
    expect(opened).toMatchObject({
      counts: { all: 0, unread: 0, bookmarked: 0, problems: 0 },
      view: defaultView,
    });
    expect(await core.ask('posts.search', everything(archive))).toMatchObject({
      total: 0,
      posts: [],
    });
    expect(await core.ask('problems.list', { archiveId: archive.id })).toEqual([]);
    expect(await core.call('posts.get', { archiveId: archive.id, path: 'a.md' })).toMatchObject({
      error: { code: 'not-found' },
    });
    await index(core.dataFolder, archive);
    writeFiles(folder, { 'a.md': postText('One') });
    await index(core.dataFolder, archive);
    expect(await core.ask('posts.search', everything(archive))).toMatchObject({ total: 1 });
  });

  test('opening an archive gives what was on screen and counts without pages', async () => {
    const { ask, archive } = await openArchive();
    const view = { ...defaultView, text: '灯塔', listScrollTop: 120 };
    await ask('views.save', { archiveId: archive.id, view });
    const opened = await ask('archives.open', { archiveId: archive.id });
    expect(opened.view).toEqual(view);
    expect(opened.counts).toEqual({ all: 2, unread: 2, bookmarked: 0, highlights: 0, problems: 0 });
    expect(opened.archive.lastOpenedAt).not.toBeNull();
  });

  test('removed and added again, an archive has its bookmarks but must be indexed anew', async () => {
    const { ask, archive, dataFolder, folder } = await openArchive();
    const { posts } = await ask('posts.search', everything(archive));
    const ids = posts.map(({ id }) => id);
    await ask('bookmarks.set', { archiveId: archive.id, ids, isBookmarked: true });
    await ask('archives.remove', { archiveId: archive.id });
    expect(await ask('archives.list', undefined)).toEqual([]);
    const again = await ask('archives.add', { folder, isSample: false });
    expect(again).toMatchObject({ id: archive.id, postCount: null });
    expect(await ask('posts.search', everything(again))).toMatchObject({ total: 0 });
    await index(dataFolder, again);
    expect(await ask('archives.counts', { archiveId: again.id })).toMatchObject({
      all: 2,
      bookmarked: 2,
    });
  });

  test('an archive that moved is located again with everything in it', async () => {
    const { ask, call, archive, folder } = await openArchive();
    const moved = `${folder}-moved`;
    renameSync(folder, moved);
    onTestFinished(() => {
      rmSync(moved, { recursive: true });
    });
    expect(await ask('archives.list', undefined)).toMatchObject([{ isPresent: false }]);
    const path = '_posts/2022-01-01-a.md';
    expect(await ask('posts.get', { archiveId: archive.id, path })).toMatchObject({
      isFilePresent: false,
    });
    expect(
      await call('archives.relocate', { archiveId: archive.id, folder: `${folder}-nowhere` }),
    ).toMatchObject({
      error: { code: 'archive-missing' },
    });
    await ask('archives.relocate', { archiveId: archive.id, folder: moved });
    expect(await ask('posts.get', { archiveId: archive.id, path })).toMatchObject({
      isFilePresent: true,
    });
  });

  test('a rebuilt index is taken up without opening the archive again', async () => {
    const { ask, archive, dataFolder, folder } = await openArchive();
    expect(await ask('posts.search', everything(archive))).toMatchObject({ total: 2 });
    writeFiles(folder, { '_posts/2022-01-03-c.md': postText('New') });
    await index(dataFolder, archive, 'rebuild');
    expect(await ask('posts.search', everything(archive))).toMatchObject({ total: 3 });
  });
});

describe('posts', () => {
  test('a post comes with HTML from its file, facts from the index, marks from the library', async () => {
    const { ask, archive } = await openArchive();
    const path = '_posts/2022-01-01-a.md';
    const { posts } = await ask('posts.search', { ...everything(archive), text: '灯塔' });
    const ids = posts.map(({ id }) => id);
    expect(ids).toHaveLength(1);
    expect(await ask('bookmarks.set', { archiveId: archive.id, ids, isBookmarked: true })).toEqual({
      changed: ids,
    });
    expect(await ask('bookmarks.set', { archiveId: archive.id, ids, isBookmarked: true })).toEqual({
      changed: [],
    });
    await ask('posts.setRead', { archiveId: archive.id, ids, isRead: true });
    const passage = { ahead: '灯塔亮了', behind: '夜里，' };
    await ask('posts.setPosition', { archiveId: archive.id, path, position: 0.5, passage });
    const post = await ask('posts.get', { archiveId: archive.id, path });
    expect(post).toMatchObject({
      id: ids[0],
      archiveId: archive.id,
      path,
      title: '灯塔',
      day: '2022-05-18',
      kind: 'post',
      isRead: true,
      isBookmarked: true,
      position: 0.5,
      passage,
      isFilePresent: true,
      problems: [],
    });
    expect(post.html).toContain('The lighthouse, 疫情.');
    expect(post.headings).toHaveLength(1);
    expect(Object.keys(post)).not.toContain('contentHash');
  });

  test('a file that is gone, or became a way out of the archive, leaves the indexed text', async () => {
    const { ask, archive, folder } = await openArchive();
    const path = '_posts/2022-01-02-b.md';
    const file = join(folder, path);
    rmSync(file);
    const away = await ask('posts.get', { archiveId: archive.id, path });
    expect(away).toMatchObject({ isFilePresent: false, title: 'Ferry' });
    expect(away.html).toContain('The ferry.');
    symlinkSync('/etc/passwd', file);
    const linked = await ask('posts.get', { archiveId: archive.id, path });
    expect(linked.isFilePresent).toBe(false);
    expect(linked.html).not.toContain('root:');
    rmSync(file);
    mkdirSync(file);
    expect(await ask('posts.get', { archiveId: archive.id, path })).toMatchObject({
      isFilePresent: false,
    });
  });

  test('a folder replaced by a link out of the archive is not read through', async () => {
    const { ask, archive, folder } = await openArchive();
    const outside = temporaryFolder();
    writeFiles(outside, { '2022-01-02-b.md': postText('Secret', 'A secret.') });
    rmSync(join(folder, '_posts'), { recursive: true });
    symlinkSync(outside, join(folder, '_posts'));
    const post = await ask('posts.get', { archiveId: archive.id, path: '_posts/2022-01-02-b.md' });
    expect(post.isFilePresent).toBe(false);
    expect(post.html).not.toContain('secret');
  });

  test('only posts of the index can be asked for', async () => {
    const { call, archive, folder } = await openArchive();
    writeFileSync(join(folder, 'picture.png'), 'x');
    for (const path of [
      '../etc/passwd',
      '/etc/passwd',
      '_config.yml',
      'picture.png',
      'nowhere.md',
    ]) {
      expect(await call('posts.get', { archiveId: archive.id, path })).toMatchObject({
        error: { code: 'not-found' },
      });
    }
  });

  test('several posts come in the order asked, with a reason for each that cannot', async () => {
    const { ask, archive } = await openArchive();
    const { posts } = await ask('posts.search', everything(archive));
    const [first, second] = posts;
    if (first === undefined || second === undefined) throw new Error('There should be two posts.');
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a row number that was never given
    const never = (first.id + 987_654) as typeof first.id;
    const outcomes = await ask('posts.getMany', {
      archiveId: archive.id,
      ids: [second.id, never, first.id],
    });
    expect(outcomes).toMatchObject([
      { outcome: 'post', post: { path: second.path } },
      { outcome: 'failed', id: never, path: null, message: expect.stringMatching(/\.$/) },
      { outcome: 'post', post: { path: first.path } },
    ]);
  });
});

describe('the border', () => {
  test('refuses what does not fit the channel, and never rejects', async () => {
    const { call, archive } = await openArchive();
    const wrong: readonly (readonly [CoreChannel, unknown])[] = [
      ['archives.open', { archiveId: '../../etc' }],
      ['archives.open', undefined],
      ['posts.search', { ...everything(archive), limit: 1e9 }],
      ['posts.search', { ...everything(archive), text: 5 }],
      ['posts.get', { archiveId: archive.id, path: '' }],
      [
        'bookmarks.set',
        { archiveId: archive.id, ids: ['1; DROP TABLE posts'], isBookmarked: true },
      ],
      ['settings.set', { ...defaultSettings, theme: 'pink' }],
      ['settings.get', { extra: true }],
    ];
    for (const [channel, input] of wrong) {
      expect(await call(channel, input)).toMatchObject({ ok: false, error: { code: 'bad-input' } });
    }
  });

  test('an archive that is not known is not found', async () => {
    const { call } = startCore();
    expect(await call('archives.open', { archiveId: '0'.repeat(16) })).toMatchObject({
      error: { code: 'not-found' },
    });
    expect(await call('archives.remove', { archiveId: '0'.repeat(16) })).toMatchObject({
      error: { code: 'not-found' },
    });
  });

  test('settings are kept for the next start', async () => {
    const dataFolder = temporaryFolder();
    const first = createCoreHandlers({ dataFolder });
    await callCore(first.handlers, 'settings.set', {
      ...defaultSettings,
      theme: 'sepia',
      readingSize: 19,
    });
    first.close();
    const { ask } = startCore(dataFolder);
    expect(await ask('settings.get', undefined)).toEqual({
      ...defaultSettings,
      theme: 'sepia',
      readingSize: 19,
    });
  });

  test('a library that cannot be read is set aside, and the window can say so', async () => {
    const dataFolder = temporaryFolder();
    writeFileSync(
      join(dataFolder, 'library.sqlite'),
      'this is no database, it is a text of some length'.repeat(200),
    );
    const core = createCoreHandlers({ dataFolder });
    onTestFinished(core.close);
    expect(await callCore(core.handlers, 'library.recovery', undefined)).toMatchObject({
      ok: true,
      value: { kind: 'empty', setAside: expect.stringContaining('set-aside') },
    });
    await callCore(core.handlers, 'library.recoverySeen', undefined);
    expect(await callCore(core.handlers, 'library.recovery', undefined)).toEqual({
      ok: true,
      value: null,
    });
  });

  test('a locked library is told as what it is, and the change was not made', async () => {
    const dataFolder = temporaryFolder();
    const core = createCoreHandlers({ dataFolder });
    onTestFinished(core.close);
    const other = new Database(join(dataFolder, 'library.sqlite'));
    onTestFinished(() => void other.close());
    other.exec('BEGIN IMMEDIATE');
    const outcome = await callCore(core.handlers, 'settings.set', defaultSettings);
    expect(outcome).toMatchObject({
      ok: false,
      error: { code: 'library-busy', path: dataFolder },
    });
  }, 15_000);
});
