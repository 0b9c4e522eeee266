import * as fc from 'fast-check';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { exportLibrary } from '../../../src/core/library/exportLibrary.ts';
import { importLibrary } from '../../../src/core/library/importLibrary.ts';
import { libraryFileText, readLibraryFile } from '../../../src/core/library/libraryFile.ts';
import { addArchive } from '../../../src/core/store/archives.ts';
import { listBookmarks, setBookmarks } from '../../../src/core/store/bookmarks.ts';
import { readContents } from '../../../src/core/store/libraryContents.ts';
import type { ArchiveContents, LibraryContents } from '../../../src/core/store/libraryContents.ts';
import { mergeContents } from '../../../src/core/store/mergeContents.ts';
import { openIndexReader, openIndexWriter } from '../../../src/core/store/openIndex.ts';
import { openLibrary } from '../../../src/core/store/openLibrary.ts';
import type { Library } from '../../../src/core/store/openLibrary.ts';
import type { WrittenRows } from '../../../src/core/store/writtenRows.ts';
import { getSettings, setSettings } from '../../../src/core/store/settings.ts';
import { defaultSettings } from '../../../src/shared/defaults.ts';
import type { LibraryCounts } from '../../../src/shared/libraryModel.ts';
import { parsedPost, record, temporaryFolder } from '../store/archiveFixture.ts';
import { propertyRuns, TEST_TIMEOUT_MS } from '../../support/scale.ts';

vi.setConfig({ testTimeout: TEST_TIMEOUT_MS });

const text = fc.string({ unit: 'grapheme', maxLength: 12 });
const instant = fc
  .date({ min: new Date('1999-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const postPath = fc
  .array(
    fc.oneof(
      fc.constantFrom('_posts', '新闻', 'a b', '100%', 'x#y?z', '.hidden', '"quoted"', '\u202Ertl'),
      text.map((part) => part.replaceAll('/', '-')),
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((parts) => parts.join('/'))
  .filter((each) => each !== '' && !each.startsWith('/') && !each.split('/').includes('..'));
const identity = {
  contentHash: text,
  sourceId: fc.option(text),
  title: text,
  day: fc.option(fc.constant('2022-05-18')),
};

const moments = { createdAt: instant, removedAt: fc.option(instant), changedAt: instant };
const rowId = fc.stringMatching(/^[0-9a-f]{32}$/u);
const someWords = text.map((each) => `w${each}`);

/** What a reader wrote. */
const writtenRows: fc.Arbitrary<WrittenRows> = fc.record({
  highlights: fc.uniqueArray(
    fc.record({
      id: rowId,
      path: postPath,
      ...identity,
      source: fc.option(text),
      quote: someWords,
      prefix: text,
      suffix: text,
      start: fc.nat(1_000),
      end: fc.nat(1_000),
      rivals: fc.option(
        fc.record({
          distance: fc.nat(99),
          sentence: fc.nat(99),
          twins: fc.nat(9),
          doubles: fc.nat(9),
        }),
      ),
      pen: fc.constantFrom('yellow', 'pink', 'violet'),
      note: fc.option(someWords),
      ...moments,
    }),
    { selector: (row) => row.id, maxLength: 4 },
  ),
  notes: fc.uniqueArray(fc.record({ path: postPath, ...identity, text: someWords, ...moments }), {
    selector: (row) => row.path,
    maxLength: 4,
  }),
  labels: fc.uniqueArray(fc.record({ path: postPath, label: someWords, ...moments }), {
    selector: (row) => `${row.path}\n${row.label}`,
    maxLength: 4,
  }),
  savedSearches: fc.uniqueArray(
    fc.record({
      id: rowId,
      name: text,
      text,
      filters: fc.constant({ list: 'bookmarked', labels: ['a'] }),
      sort: fc.constant('newest'),
      isPinned: fc.boolean(),
      place: fc.nat(9),
      ...moments,
    }),
    { selector: (row) => row.id, maxLength: 3 },
  ),
});

const contents: fc.Arbitrary<LibraryContents> = fc
  .uniqueArray(
    fc.record({
      archive: fc.record({
        id: fc.stringMatching(/^[0-9a-f]{16}$/u),
        name: text,
        folder: text.map((each) => `/nowhere/${each}`),
        isSample: fc.boolean(),
        addedAt: instant,
        lastOpenedAt: fc.option(instant),
        removedAt: fc.option(instant),
      }),
      bookmarks: fc.uniqueArray(
        fc.record({
          path: postPath,
          ...identity,
          date: fc.option(instant),
          createdAt: instant,
          removedAt: fc.option(instant),
          changedAt: instant,
        }),
        { selector: (row) => row.path, maxLength: 6 },
      ),
      readingState: fc.uniqueArray(
        fc.record({
          path: postPath,
          ...identity,
          isRead: fc.boolean(),
          readAt: fc.option(instant),
          position: fc.double({ min: 0, max: 1, noNaN: true }),
          passage: fc.option(fc.record({ ahead: fc.string(), behind: fc.string() })),
          changedAt: instant,
        }),
        { selector: (row) => row.path, maxLength: 6 },
      ),
      readAs: fc.uniqueArray(
        fc.record({
          path: postPath,
          isFolder: fc.boolean(),
          charset: fc.constantFrom('gb18030', 'big5'),
          chosenAt: instant,
        }),
        { selector: (row) => row.path, maxLength: 3 },
      ),
      written: writtenRows,
      view: fc.option(fc.constant('{"text":"灯塔"}')),
    }),
    { selector: ({ archive }) => archive.id, maxLength: 3 },
  )
  .map((archives) => ({ archives, settings: new Map([['theme', '"dark"']]) }));

const STAMP = { now: new Date('2026-11-22T00:00:00Z'), writtenBy: 'test' };

/** The same in whatever order rows were read. */
function sorted({ archives, settings }: LibraryContents) {
  const byPath = <R extends { readonly path: string }>(rows: readonly R[]): readonly R[] =>
    rows.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const byId = <R extends { readonly id: string }>(rows: readonly R[]): readonly R[] =>
    rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return {
    settings: [...settings],
    archives: archives
      .map((each) => ({
        ...each,
        bookmarks: byPath(each.bookmarks),
        readingState: byPath(each.readingState),
        readAs: byPath(each.readAs),
        written: {
          highlights: byId(each.written.highlights),
          notes: byPath(each.written.notes),
          labels: each.written.labels.toSorted((a, b) =>
            `${a.path}\n${a.label}` < `${b.path}\n${b.label}` ? -1 : 1,
          ),
          savedSearches: byId(each.written.savedSearches),
        },
      }))
      .toSorted((a, b) => a.archive.id.localeCompare(b.archive.id)),
  };
}

function withLibrary<T>(act: (library: Library, folder: string) => T): T {
  const folder = temporaryFolder();
  const library = openLibrary(folder);
  try {
    return act(library, folder);
  } finally {
    library.close();
  }
}

const there = (rows: readonly { readonly removedAt: string | null }[]): number =>
  rows.filter(({ removedAt }) => removedAt === null).length;

const NOTHING: LibraryCounts = {
  bookmarks: 0,
  labels: 0,
  highlights: 0,
  notes: 0,
  savedSearches: 0,
  readingState: 0,
};

/** What a reader would count in an archive. */
function countsOf({ bookmarks, readingState, written }: ArchiveContents): LibraryCounts {
  return {
    bookmarks: there(bookmarks),
    labels: there(written.labels),
    highlights: there(written.highlights),
    notes: there(written.notes),
    savedSearches: there(written.savedSearches),
    readingState: readingState.filter(({ isRead, position }) => isRead || position > 0).length,
  };
}

describe('round trip', () => {
  test('what is written is what is read, whatever it holds', () => {
    fc.assert(
      fc.property(contents, (before) => {
        const written = [...libraryFileText(before, STAMP)].join('');
        const { contents: after, unknownFields } = readLibraryFile(written, 'library.json');
        expect(after).toEqual(before);
        expect(unknownFields).toEqual([]);
      }),
      propertyRuns(300, 20_000),
    );
  });

  test('through two libraries nothing is lost, and a second import changes nothing', () => {
    fc.assert(
      fc.property(contents, (before) => {
        withLibrary((library, folder) => {
          mergeContents(library, before);
          const first = readContents(library.database);
          expect(sorted(first)).toEqual(sorted(before));
          const file = join(folder, 'library.json');
          exportLibrary(library, { dataFolder: folder, file, format: 'json' });
          withLibrary((other, otherFolder) => {
            const told = importLibrary(other, { dataFolder: otherFolder, file });
            for (const { archiveId, before: had, after: has } of told.archives) {
              const given = before.archives.find(({ archive }) => archive.id === archiveId);
              expect(had).toEqual(NOTHING);
              expect(has).toEqual(given === undefined ? NOTHING : countsOf(given));
            }
            const { archives } = readContents(other.database);
            expect(sorted({ archives, settings: new Map() })).toEqual(
              sorted({ archives: first.archives, settings: new Map() }),
            );
            const again = importLibrary(other, { dataFolder: otherFolder, file });
            for (const {
              match,
              bookmarks,
              readingState,
              before: had,
              after: has,
            } of again.archives) {
              expect(has).toEqual(had);
              expect(match).toBe('id');
              expect(bookmarks).toMatchObject({ added: 0, updated: 0 });
              expect(readingState).toMatchObject({ added: 0, updated: 0 });
            }
          });
        });
      }),
      propertyRuns(25, 1000),
    );
  });

  test('two libraries merged into each other are alike, whichever comes first', () => {
    const marks = fc.tuple(contents, contents);
    fc.assert(
      fc.property(marks, ([one, two]) => {
        // The same archive on both sides, with its own marks on each.
        const [first] = one.archives;
        const [second] = two.archives;
        if (first === undefined || second === undefined) return;
        const left = { archives: [first], settings: new Map() };
        const right = { archives: [{ ...second, archive: first.archive }], settings: new Map() };
        const merge = (...parts: readonly LibraryContents[]) =>
          withLibrary((library) => {
            for (const part of parts) mergeContents(library, part);
            const { archives } = readContents(library.database);
            return archives.map(({ bookmarks, readingState }) => ({
              bookmarks: bookmarks.map((row) => [row.path, row.removedAt, row.changedAt]),
              readingState: readingState.map((row) => [row.path, row.isRead, row.changedAt]),
            }));
          });
        expect(merge(left, right)).toEqual(merge(right, left));
        expect(merge(left, right, left)).toEqual(merge(left, right));
      }),
      propertyRuns(25, 1000),
    );
  });
});

/** An indexed archive of some posts; each bookmarked. */
function archiveWith(dataFolder: string, library: Library, names: readonly string[]) {
  const folder = join(dataFolder, 'posts');
  mkdirSync(folder, { recursive: true });
  const { id } = addArchive(library, { folder, name: '新闻', isSample: false });
  const writer = openIndexWriter(dataFolder, id);
  writer.put(names.map((name) => record(name, parsedPost({ title: name }), `hash of ${name}`)));
  writer.close();
  const index = openIndexReader(dataFolder, id);
  if (index === null) throw new Error('no index');
  const ids = names.map((name) => index.get(name)?.id ?? expect.fail(name));
  return { id, index, ids };
}

describe('import', () => {
  test('an archive on another computer is recognised by its posts, also where they moved', () => {
    const names = ['a.md', 'b.md', 'c.md'];
    withLibrary((library, folder) => {
      const { id, index, ids } = archiveWith(folder, library, names);
      setBookmarks(library, index, { archiveId: id, ids, isBookmarked: true });
      index.close();
      const file = join(folder, 'library.json');
      exportLibrary(library, { dataFolder: folder, file, format: 'json' });
      withLibrary((other, otherFolder) => {
        const here = archiveWith(otherFolder, other, ['a.md', 'c.md']);
        here.index.close();
        const writer = openIndexWriter(otherFolder, here.id);
        writer.remove(['a.md']);
        writer.put([record('moved/a.md', parsedPost({ title: 'a.md' }), 'hash of a.md')]);
        writer.close();
        const { archives } = importLibrary(other, { dataFolder: otherFolder, file });
        expect(archives).toMatchObject([
          { archiveId: here.id, match: 'content', bookmarks: { added: 3 }, waiting: 1 },
        ]);
        const paths = listBookmarks(other, here.id).map((bookmark) => bookmark.path);
        expect(paths.toSorted()).toEqual(['b.md', 'c.md', 'moved/a.md']);
      });
    });
  });

  test('an archive that is not here joins the list and its marks wait', () => {
    withLibrary((library, folder) => {
      const { id, index, ids } = archiveWith(folder, library, ['a.md']);
      setBookmarks(library, index, { archiveId: id, ids, isBookmarked: true });
      index.close();
      const file = join(folder, 'library.json');
      exportLibrary(library, { dataFolder: folder, file, format: 'json' });
      withLibrary((other, otherFolder) => {
        const { archives } = importLibrary(other, { dataFolder: otherFolder, file });
        expect(archives).toMatchObject([{ archiveId: id, match: 'new', waiting: 1 }]);
        expect(listBookmarks(other, id)).toHaveLength(1);
      });
    });
  });

  test('a setting changed here stays, one never changed is taken', () => {
    withLibrary((library, folder) => {
      setSettings(library, { ...defaultSettings, theme: 'dark', readingSize: 21 });
      const file = join(folder, 'library.json');
      exportLibrary(library, { dataFolder: folder, file, format: 'json' });
      withLibrary((other, otherFolder) => {
        setSettings(other, { ...defaultSettings, theme: 'sepia' });
        const { settingsTaken } = importLibrary(other, { dataFolder: otherFolder, file });
        expect(settingsTaken).toEqual(['readingSize']);
        expect(getSettings(other)).toMatchObject({ theme: 'sepia', readingSize: 21 });
      });
    });
  });

  const row = { path: 'a.md', createdAt: '2022-01-01', changedAt: '2022-01-01' };
  const archive = { id: '0123456789abcdef', name: 'n', folder: '/f', addedAt: '2022-01-01' };
  const file = (change: object): string =>
    JSON.stringify({ format: 'broadsheet-library', version: 1, archives: [archive], ...change });
  test.for<readonly [string, string, RegExp]>([
    ['no JSON', '{"format": ', /is not JSON/u],
    ['other JSON', '[]', /format/u],
    ['a later version', file({ version: 2 }), /newer Broadsheet/u],
    ['no archive list', file({ archives: {} }), /at archives /u],
    [
      'a bookmark out of the archive',
      file({ archives: [{ ...archive, bookmarks: [row, { ...row, path: '../../etc/passwd' }] }] }),
      /archives\.0\.bookmarks\.1\.path.*relative path/u,
    ],
    [
      'a wrong date',
      file({ archives: [{ ...archive, bookmarks: [{ ...row, createdAt: 'yesterday' }] }] }),
      /archives\.0\.bookmarks\.0\.createdAt/u,
    ],
    ['one archive twice', file({ archives: [archive, archive] }), /twice/u],
  ])('a file with %s is refused, says where, and nothing of it is taken', ([, written, reason]) => {
    withLibrary((library, folder) => {
      const path = join(folder, 'wrong.json');
      writeFileSync(path, written);
      const before = readContents(library.database);
      expect(() => importLibrary(library, { dataFolder: folder, file: path })).toThrow(
        expect.objectContaining({
          code: 'library-file-invalid',
          path,
          message: expect.stringMatching(reason),
        }),
      );
      expect(readContents(library.database)).toEqual(before);
    });
  });

  test('fields of a later version are told', () => {
    const later = file({
      archives: [{ ...archive, drawings: [], bookmarks: [{ ...row, colour: 'red' }] }],
      voices: [],
    });
    expect(readLibraryFile(later, 'x').unknownFields).toEqual([
      'archives[].bookmarks[].colour',
      'archives[].drawings',
      'voices',
    ]);
  });

  test('a file name in place of which there is nothing, or a folder', () => {
    withLibrary((library, folder) => {
      for (const place of [join(folder, 'nothing.json'), folder]) {
        expect(() => importLibrary(library, { dataFolder: folder, file: place })).toThrow(
          expect.objectContaining({ code: 'library-file-invalid' }),
        );
      }
    });
  });
});

describe('bookmarks as pages', () => {
  test('titles are text, addresses are of the web or of the file, nothing else', () => {
    withLibrary((library, folder) => {
      const posts = join(folder, 'posts');
      mkdirSync(posts);
      const { id } = addArchive(library, { folder: posts, name: '<b>新闻</b>', isSample: false });
      const writer = openIndexWriter(folder, id);
      const title = '"><script>alert(1)</script> [x](y) *z*\n# h';
      writer.put([
        record('a.md', parsedPost({ title, url: 'https://example.com/a?b=1&c="2"' })),
        record('100% b.md', parsedPost({ title: '乙', url: 'javascript:alert(1)' })),
      ]);
      writer.close();
      const index = openIndexReader(folder, id);
      const ids = ['a.md', '100% b.md'].map((each) => index?.get(each)?.id ?? expect.fail(each));
      if (index === null) throw new Error('no index');
      setBookmarks(library, index, { archiveId: id, ids, isBookmarked: true });
      index.close();
      const html = join(folder, 'b.html');
      const markdown = join(folder, 'b.md');
      exportLibrary(library, { dataFolder: folder, file: html, format: 'html' });
      exportLibrary(library, { dataFolder: folder, file: markdown, format: 'markdown' });
      const page = readFileSync(html, 'utf8');
      expect(page).toMatch(/^<!DOCTYPE NETSCAPE-Bookmark-file-1>\n/u);
      expect(page).not.toMatch(/<script|javascript:/u);
      expect(page).toContain('HREF="https://example.com/a?b=1&amp;c=%222%22"');
      expect(page).toContain('/posts/100%25%20b.md"');
      const list = readFileSync(markdown, 'utf8');
      expect(list).toContain('](<https://example.com/a?b=1&c=%222%22>)');
      expect(list).not.toMatch(/javascript:|\n# h/u);
      expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
    });
  });

  test('a file that cannot be written says why and leaves nothing', () => {
    withLibrary((library, folder) => {
      const file = join(folder, 'gone', 'library.json');
      expect(() => exportLibrary(library, { dataFolder: folder, file, format: 'json' })).toThrow(
        expect.objectContaining({ code: 'export-failed', path: file }),
      );
    });
  });
});
