import Database from 'better-sqlite3';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { listBackups } from '../../../src/core/store/libraryBackups.ts';
import { findDamage, newestVersion } from '../../../src/core/store/libraryCheck.ts';
import { readContents } from '../../../src/core/store/libraryContents.ts';
import { versionOf } from '../../../src/core/store/migrate.ts';
import { libraryMigrations, openLibrary } from '../../../src/core/store/openLibrary.ts';
import { nothingWritten } from '../../../src/core/store/writtenRows.ts';
import { temporaryFolder } from './archiveFixture.ts';

const LIBRARIES = resolve('test/core/store/libraries');
const versions = readdirSync(LIBRARIES).map((name) => Number(/^v(\d+)\.sql$/u.exec(name)?.[1]));

/** What the reader wrote in the library of version 4. */
const WRITTEN = {
  highlights: [
    {
      id: '00112233445566778899aabbccddeeff',
      quote: '渡轮停航',
      start: 5,
      rivals: { distance: 98, twins: 0 },
      note: '查证',
      removedAt: null,
    },
    { quote: 'old words', rivals: null, removedAt: '2024-04-02T00:00:00.000Z' },
  ],
  notes: [{ path: '_posts/a.md', text: `It's worth a call` }],
  labels: [{ path: '_posts/a.md', label: '调查/港口' }],
  savedSearches: [{ name: '港口', filters: { sources: ['江城新闻'] }, isPinned: true }],
};

function makeOld(version: number): string {
  const folder = temporaryFolder();
  const database = new Database(join(folder, 'library.sqlite'));
  database.pragma('journal_mode = WAL');
  database.exec(readFileSync(join(LIBRARIES, `v${version}.sql`), 'utf8'));
  database.close();
  return folder;
}

test('every version has its library here', () => {
  const known = libraryMigrations.map(({ version }) => version);
  expect(versions.toSorted((a, b) => a - b)).toEqual(known);
});

test.for(versions)('a library of version %i opens with everything in it', (version) => {
  const folder = makeOld(version);
  const library = openLibrary(folder);
  try {
    expect(library.recovery).toBeNull();
    expect(versionOf(library.database)).toBe(newestVersion(libraryMigrations));
    expect(findDamage(library.database, libraryMigrations)).toBeNull();
    const { archives, settings } = readContents(library.database);
    expect(settings.get('theme')).toBe('"sepia"');
    expect(archives).toMatchObject([
      {
        archive: { id: '0123456789abcdef', name: '江城新闻', removedAt: null },
        bookmarks: [
          {
            path: '_posts/a.md',
            title: '灯塔',
            removedAt: null,
            changedAt: '2024-03-01T00:00:00.000Z',
          },
          { path: '_posts/b.md', changedAt: '2024-03-02T00:00:00.000Z' },
        ],
        readingState: [
          {
            path: '_posts/a.md',
            isRead: true,
            position: 0.75,
            changedAt: '2024-03-01T01:00:00.000Z',
          },
          {
            path: '_posts/c.md',
            isRead: false,
            position: 0.25,
            passage: version < 5 ? null : { ahead: '渡轮停航，', behind: '大风来了，' },
          },
        ],
        readAs: version < 2 ? [] : [{ path: '_posts/old', isFolder: true, charset: 'gb18030' }],
        written: version < 4 ? nothingWritten : WRITTEN,
        view: '{"text":"灯塔"}',
      },
      { archive: { id: 'fedcba9876543210' }, bookmarks: [{ title: `It's "quoted"` }] },
    ]);
  } finally {
    library.close();
  }
  // What it was before it was brought to another version is kept.
  const [backup] = listBackups(folder);
  if (version === newestVersion(libraryMigrations)) return;
  const kept = new Database(backup?.file ?? '', { readonly: true });
  expect(versionOf(kept)).toBe(version);
  expect(findDamage(kept, libraryMigrations)).toBeNull();
  kept.close();
});

test.for(versions)('a backup of version %i stands in for a damaged library', (version) => {
  const folder = makeOld(version);
  openLibrary(folder).close();
  const library = openLibrary(folder);
  library.backUp();
  library.close();
  const database = new Database(join(folder, 'library.sqlite'));
  database.exec('DROP TABLE bookmarks');
  database.close();
  const again = openLibrary(folder);
  const { archives } = readContents(again.database);
  expect(archives[0]?.bookmarks).toHaveLength(2);
  expect(again.recovery).toMatchObject({ kind: 'restored', counts: { bookmarks: 2 } });
  again.close();
});
