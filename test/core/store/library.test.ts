import { mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import {
  addArchive,
  findArchiveByFolder,
  listArchives,
  relocateArchive,
  removeArchive,
  setPostCount,
  touchArchive,
} from '../../../src/core/store/archives.ts';
import { listBookmarks, setBookmarks } from '../../../src/core/store/bookmarks.ts';
import { marksOf } from '../../../src/core/store/marks.ts';
import { migrate } from '../../../src/core/store/migrate.ts';
import { openIndexReader, openIndexWriter } from '../../../src/core/store/openIndex.ts';
import {
  type Library,
  libraryMigrations,
  openLibrary,
} from '../../../src/core/store/openLibrary.ts';
import { getState, setPosition, setRead } from '../../../src/core/store/readState.ts';
import { reconcile } from '../../../src/core/store/reconcile.ts';
import { getSettings, getView, saveView, setSettings } from '../../../src/core/store/settings.ts';
import { defaultSettings, defaultView, noFilters } from '../../../src/shared/defaults.ts';
import type { ArchiveId } from '../../../src/shared/model.ts';
import { parsedPost, record, request, temporaryFolder } from './archiveFixture.ts';
import { storageFailure } from '../../../src/core/store/storageFailure.ts';

function open(): { folder: string; library: Library; archiveId: ArchiveId; posts: string } {
  const folder = temporaryFolder();
  const library = openLibrary(join(folder, 'app'));
  onTestFinished(() => library.close());
  const posts = join(folder, 'posts');
  mkdirSync(posts);
  return {
    folder,
    library,
    posts,
    archiveId: addArchive(library, { folder: posts, name: null, isSample: false }).id,
  };
}

function openWithPosts(paths: readonly string[]) {
  const opened = open();
  const writer = openIndexWriter(opened.folder, opened.archiveId);
  writer.put(
    paths.map((path) =>
      record(path, parsedPost({ title: `标题 ${path}`, day: '2022-05-18', text: '文' })),
    ),
  );
  const index = openIndexReader(opened.folder, opened.archiveId);
  if (index === null) throw new Error('no index');
  onTestFinished(() => {
    index.close();
    writer.close();
  });
  const idOf = (path: string) => index.get(path)?.id ?? expect.fail(`no post at ${path}`);
  const marks = marksOf(opened.library, opened.archiveId);
  const listed = (list: 'unread' | 'bookmarked') =>
    index
      .search(request('', { filters: { ...noFilters, list } }), marks)
      .posts.map(({ path }) => path)
      .toSorted();
  return { ...opened, writer, index, idOf, marks, listed };
}

/** The words at which a post was left. */
const PASSAGE = { ahead: '渡轮停航', behind: '' };

describe('the library file', () => {
  test('a data folder that is a file, or stands on a full disk, is told as what it is', () => {
    const file = join(temporaryFolder(), 'notes.txt');
    writeFileSync(file, 'words');
    expect(() => openLibrary(file)).toThrow(
      expect.objectContaining({ code: 'storage-failed', path: file }),
    );
    const full = storageFailure(new Database.SqliteError('full', 'SQLITE_FULL'), '/shelf');
    expect(full?.message).toMatch(/^The disk that holds \/shelf is full: /u);
    expect(storageFailure(new Error('a bug'), '/shelf')).toBeNull();
  });

  test('one of a newer Broadsheet is refused', () => {
    const folder = temporaryFolder();
    openLibrary(folder).close();
    const database = new Database(join(folder, 'library.sqlite'));
    database.pragma('user_version = 1000');
    database.close();
    expect(() => openLibrary(folder)).toThrow(/newer Broadsheet/);
  });

  test('a step that fails leaves the version before it, with its rows', () => {
    const database = new Database(':memory:');
    onTestFinished(() => void database.close());
    migrate(database, libraryMigrations);
    database.exec(`INSERT INTO settings(key, value) VALUES ('theme', '"dark"')`);
    const before = libraryMigrations.at(-1)?.version ?? 0;
    const version = before + 1;
    const broken = { version, sql: 'CREATE TABLE added(id); INSERT INTO nowhere VALUES (1);' };
    expect(() => migrate(database, [...libraryMigrations, broken])).toThrow(/nowhere/);
    expect(database.pragma('user_version', { simple: true })).toBe(before);
    migrate(database, [...libraryMigrations, { version, sql: 'CREATE TABLE added(id)' }]);
    expect(
      database.prepare('SELECT value FROM settings, (SELECT count(*) FROM added)').pluck().get(),
    ).toBe('"dark"');
  });
});

describe('archives', () => {
  test('the same folder, also through a link, is the same archive', () => {
    const { folder, library, posts, archiveId } = open();
    symlinkSync(posts, join(folder, 'link'));
    expect(
      addArchive(library, { folder: join(folder, 'link'), name: 'Other', isSample: false }).id,
    ).toBe(archiveId);
    expect(listArchives(library)).toMatchObject([
      {
        id: archiveId,
        name: 'posts',
        seal: 'P',
        postCount: null,
        lastOpenedAt: null,
      },
    ]);
  });

  test('a removed archive leaves the list and comes back as itself', () => {
    const { library, posts, archiveId } = open();
    setPostCount(library, archiveId, 7);
    removeArchive(library, archiveId);
    expect(listArchives(library)).toEqual([]);
    expect(findArchiveByFolder(library, posts)?.id).toBe(archiveId);
    expect(addArchive(library, { folder: posts, name: null, isSample: false })).toMatchObject({
      id: archiveId,
      postCount: 7,
    });
    expect(listArchives(library)).toHaveLength(1);
  });

  test('one that moved is located again; another archive cannot be located there', () => {
    const { folder, library, posts, archiveId } = open();
    renameSync(posts, join(folder, 'moved'));
    expect(relocateArchive(library, archiveId, join(folder, 'moved')).id).toBe(archiveId);
    const other = addArchive(library, { folder, name: 'Other', isSample: false });
    expect(() => relocateArchive(library, other.id, join(folder, 'moved'))).toThrow(
      expect.objectContaining({ code: 'bad-input' }),
    );
  });

  test('the last opened stands first', () => {
    const { folder, library, archiveId } = open();
    const other = addArchive(library, { folder, name: '江城', isSample: true });
    touchArchive(library, archiveId);
    expect(listArchives(library).map(({ id }) => id)).toEqual([archiveId, other.id]);
    expect(other).toMatchObject({ seal: '江', isSample: true });
  });
});

describe('bookmarks and reading state', () => {
  test('changes name exactly the posts that changed, and lists follow at once', () => {
    const { library, index, archiveId, idOf, listed } = openWithPosts(['a.md', 'b.md', 'c.md']);
    const ids = ['a.md', 'b.md'].map(idOf);
    expect(setBookmarks(library, index, { archiveId, ids, isBookmarked: true })).toEqual(ids);
    expect(
      setBookmarks(library, index, {
        archiveId,
        ids: [idOf('b.md'), idOf('c.md')],
        isBookmarked: true,
      }),
    ).toEqual([idOf('c.md')]);
    expect(listed('bookmarked')).toEqual(['a.md', 'b.md', 'c.md']);
    expect(
      setBookmarks(library, index, { archiveId, ids: [idOf('a.md')], isBookmarked: false }),
    ).toEqual([idOf('a.md')]);
    expect(listed('bookmarked')).toEqual(['b.md', 'c.md']);
    expect(setRead(library, index, { archiveId, ids: [idOf('a.md')], isRead: true })).toEqual([
      idOf('a.md'),
    ]);
    expect(setRead(library, index, { archiveId, ids: [idOf('a.md')], isRead: true })).toEqual([]);
    expect(setRead(library, index, { archiveId, ids: [idOf('b.md')], isRead: false })).toEqual([]);
    expect(listed('unread')).toEqual(['b.md', 'c.md']);
    setPosition(library, index, { archiveId, path: 'c.md', position: 0.25, passage: null });
    expect(getState(library, archiveId, 'c.md')).toEqual({
      isRead: false,
      isBookmarked: true,
      position: 0.25,
      passage: null,
    });
  });

  test('they follow a post that was moved, and one whose content changed in place', () => {
    const { library, index, archiveId, idOf, listed, writer } = openWithPosts(['a.md', 'b.md']);
    setBookmarks(library, index, {
      archiveId,
      ids: ['a.md', 'b.md'].map(idOf),
      isBookmarked: true,
    });
    setRead(library, index, { archiveId, ids: [idOf('a.md')], isRead: true });
    setPosition(library, index, { archiveId, path: 'a.md', position: 0.5, passage: PASSAGE });
    const [before] = listBookmarks(library, archiveId);
    writer.remove(['a.md']);
    writer.put([
      record('new/a.md', parsedPost({ title: '标题 a.md', text: '文' }), 'hash of a.md'),
      record('b.md', parsedPost({ title: '改了', text: '改' }), 'new hash'),
    ]);
    expect(reconcile(library, index, archiveId)).toEqual({ moved: 2, refreshed: 1, orphaned: 0 });
    expect(listed('bookmarked')).toEqual(['b.md', 'new/a.md']);
    expect(listed('unread')).toEqual(['b.md']);
    expect(getState(library, archiveId, 'new/a.md')).toEqual({
      isRead: true,
      isBookmarked: true,
      position: 0.5,
      passage: PASSAGE,
    });
    expect(
      listBookmarks(library, archiveId).find(({ path }) => path === 'new/a.md')?.createdAt,
    ).toBe(before?.createdAt);
    // b.md is known by its new content now.
    writer.remove(['b.md']);
    writer.put([record('c.md', parsedPost({ title: '又', text: '又' }), 'new hash')]);
    reconcile(library, index, archiveId);
    expect(listed('bookmarked')).toEqual(['c.md', 'new/a.md']);
  });

  test('they follow posts whose paths were given to others', () => {
    const { library, index, archiveId, idOf, listed, writer } = openWithPosts(['a.md', 'b.md']);
    setBookmarks(library, index, {
      archiveId,
      ids: ['a.md', 'b.md'].map(idOf),
      isBookmarked: true,
    });
    const copyOf = (from: string, to: string) =>
      record(to, parsedPost({ title: `标题 ${from}`, text: '文' }), `hash of ${from}`);
    // a moved to b, b to c, and something new is a now.
    writer.put([
      copyOf('a.md', 'b.md'),
      copyOf('b.md', 'c.md'),
      record('a.md', parsedPost({ title: '新', text: '新' }), 'hash of the new'),
    ]);
    expect(reconcile(library, index, archiveId)).toMatchObject({ moved: 2, orphaned: 0 });
    expect(listed('bookmarked')).toEqual(['b.md', 'c.md']);
    // b and c change places: both are bookmarked before and after.
    writer.put([copyOf('b.md', 'b.md'), copyOf('a.md', 'c.md')]);
    reconcile(library, index, archiveId);
    expect(listed('bookmarked')).toEqual(['b.md', 'c.md']);
    // Known by what they are now.
    writer.remove(['c.md']);
    writer.put([copyOf('a.md', 'd.md')]);
    reconcile(library, index, archiveId);
    expect(listed('bookmarked')).toEqual(['b.md', 'd.md']);
  });

  test('a post that was edited in place keeps its marks, though a copy of its old words is elsewhere', () => {
    const { library, index, archiveId, idOf, listed, writer } = openWithPosts(['a.md']);
    setBookmarks(library, index, { archiveId, ids: [idOf('a.md')], isBookmarked: true });
    writer.put([
      record('backup.md', parsedPost({ title: '标题 a.md', text: '文' }), 'hash of a.md'),
      record('a.md', parsedPost({ title: '标题 a.md', day: '2022-05-18', text: '改' }), 'edited'),
    ]);
    reconcile(library, index, archiveId);
    expect(listed('bookmarked')).toEqual(['a.md']);
  });

  test('of posts that read alike, the one that is new is the one that moved', () => {
    const { library, index, archiveId, idOf, listed, writer } = openWithPosts([]);
    const same = (path: string) => record(path, parsedPost({ title: '同', text: '同' }), 'same');
    writer.put([same('a.md'), same('b.md')]);
    setBookmarks(library, index, { archiveId, ids: [idOf('b.md')], isBookmarked: true });
    writer.remove(['b.md']);
    writer.put([same('c.md')]);
    reconcile(library, index, archiveId);
    expect(listed('bookmarked')).toEqual(['c.md']);
  });

  test('a post that is gone keeps its bookmark for the day it returns', () => {
    const { library, index, archiveId, idOf, listed, writer } = openWithPosts(['a.md']);
    setBookmarks(library, index, { archiveId, ids: [idOf('a.md')], isBookmarked: true });
    writer.remove(['a.md']);
    expect(reconcile(library, index, archiveId)).toEqual({ moved: 0, refreshed: 0, orphaned: 1 });
    expect(listed('bookmarked')).toEqual([]);
    expect(listBookmarks(library, archiveId)).toHaveLength(1);
    writer.put([record('a.md', parsedPost({ title: '标题 a.md', day: '2022-05-18', text: '文' }))]);
    expect(listed('bookmarked')).toEqual(['a.md']);
  });

  test('where two posts may be meant, the bookmark goes to neither', () => {
    const { library, index, archiveId, idOf, listed, writer } = openWithPosts(['a.md']);
    setBookmarks(library, index, { archiveId, ids: [idOf('a.md')], isBookmarked: true });
    writer.remove(['a.md']);
    writer.put(
      ['x.md', 'y.md'].map((path) =>
        record(path, parsedPost({ title: '标题 a.md', day: '2022-05-18', text: '别' })),
      ),
    );
    expect(reconcile(library, index, archiveId).orphaned).toBe(1);
    expect(listed('bookmarked')).toEqual([]);
    writer.remove(['y.md']);
    expect(reconcile(library, index, archiveId).moved).toBe(1);
    expect(listed('bookmarked')).toEqual(['x.md']);
  });

  test('a new index finds the marks of the old one', () => {
    const { folder, library, index, archiveId, idOf, writer, marks } = openWithPosts([
      'a.md',
      'b.md',
    ]);
    setBookmarks(library, index, { archiveId, ids: [idOf('b.md')], isBookmarked: true });
    writer.close();
    const again = openIndexWriter(folder, archiveId);
    again.put(['0.md', 'b.md'].map((path) => record(path, parsedPost({ text: '文' }))));
    again.remove(['b.md']);
    again.put([record('b.md', parsedPost({ text: '文' }))]);
    again.close();
    expect(index.counts(marks)).toMatchObject({ bookmarked: 1 });
    expect(index.search(request('is:bookmarked'), marks).posts).toMatchObject([
      { path: 'b.md', isBookmarked: true },
    ]);
  });
});

describe('settings and views', () => {
  test('a damaged value falls back to its default, the others stay', () => {
    const { library } = open();
    setSettings(library, { ...defaultSettings, theme: 'dark', readingSize: 20, language: 'zh' });
    library.database.exec(
      `UPDATE settings SET value = '"neon"' WHERE key = 'theme'; UPDATE settings SET value = '{' WHERE key = 'language'; INSERT INTO settings VALUES ('old', '1');`,
    );
    expect(getSettings(library)).toEqual({ ...defaultSettings, readingSize: 20 });
  });

  test('the view of an archive is shown again; nothing is kept for an unknown one', () => {
    const { library, archiveId } = open();
    expect(getView(library, archiveId)).toEqual(defaultView);
    const view = { ...defaultView, text: '芯片', openPath: 'a.md', listScrollTop: 120.5 };
    saveView(library, archiveId, view);
    expect(getView(library, archiveId)).toEqual(view);
    library.database.exec(`UPDATE archive_views SET view = '{"text":1}'`);
    expect(getView(library, archiveId)).toEqual(defaultView);
  });
});
