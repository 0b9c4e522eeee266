import Database from 'better-sqlite3';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listBackups, makeBackup, surplus } from '../../../src/core/store/libraryBackups.ts';
import { readRecovery } from '../../../src/core/store/libraryRecovery.ts';
import { openLibrary } from '../../../src/core/store/openLibrary.ts';
import { describeBackups } from '../../../src/core/store/describeBackups.ts';
import { readContents } from '../../../src/core/store/libraryContents.ts';
import { mergeContents } from '../../../src/core/store/mergeContents.ts';
import { readLibraryFile } from '../../../src/core/library/libraryFile.ts';
import { Random } from '../../support/random.ts';
import { amount, seeds } from '../../support/scale.ts';
import { openIndexReader, openIndexWriter } from '../../../src/core/store/openIndex.ts';
import { ARCHIVE, temporaryFolder } from './archiveFixture.ts';
import { addBookmarks, bookmarksOf, flipBit, makeLibrary } from './libraryFixture.ts';

const FILE = 'library.sqlite';
const EARLY = '2024-02-01T00:00:00.000Z';

/** Opens, looks and closes. */
function reopen(folder: string) {
  const library = openLibrary(folder);
  try {
    return { bookmarks: bookmarksOf(library), recovery: library.recovery };
  } finally {
    library.close();
  }
}

/** What lies in the data folder besides what belongs there. */
function strays(folder: string): string[] {
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => /\.part|journal|reading/u.test(name));
}

describe('a damaged library', () => {
  const damages: readonly (readonly [string, (file: string) => void])[] = [
    ['truncated', (file) => truncateSync(file, Math.floor(statSync(file).size / 2))],
    ['cut within a page', (file) => truncateSync(file, statSync(file).size - 1_000)],
    ['of no length', (file) => truncateSync(file, 0)],
    ['not a database', (file) => writeFileSync(file, 'not a database, but words '.repeat(400))],
    ['gone', (file) => rmSync(file)],
    [
      'a folder',
      (file) => {
        rmSync(file);
        mkdirSync(join(file, 'inside'), { recursive: true });
      },
    ],
    ['beside a foreign log', (file) => writeFileSync(`${file}-wal`, 'no log '.repeat(9_000))],
    [
      'with its tables emptied by something else',
      (file) => {
        const database = new Database(file);
        database.exec('DELETE FROM bookmarks');
        database.close();
      },
    ],
    [
      'with a table of another shape',
      (file) => {
        const database = new Database(file);
        database.exec('DROP TABLE bookmarks; CREATE TABLE bookmarks(words)');
        database.close();
      },
    ],
  ];
  test.for(damages)('one that is %s comes back with all bookmarks', ([, damage]) => {
    const folder = temporaryFolder();
    const before = makeLibrary(folder, 300);
    damage(join(folder, FILE));
    const { bookmarks, recovery } = reopen(folder);
    expect(bookmarks).toEqual(before);
    const isNoDamage = recovery === null && existsSync(join(folder, FILE));
    expect(isNoDamage || recovery?.counts.bookmarks === 300).toBe(true);
    expect(reopen(folder)).toEqual({ bookmarks: before, recovery: null });
    expect(strays(folder)).toEqual([]);
  });

  test.for(seeds(2, 12))('bits flipped anywhere cost no bookmark (seed %i)', (seed) => {
    const random = new Random(seed);
    for (let round = 0; round < amount(12, 60); round += 1) {
      const folder = temporaryFolder();
      const before = makeLibrary(folder, 150);
      const file = join(folder, FILE);
      const places = Array.from({ length: random.pick([1, 1, 2, 30]) }, () =>
        flipBit(file, random),
      );
      const { bookmarks } = reopen(folder);
      const missing = before.filter((each) => !bookmarks.includes(each));
      expect(missing, `round ${round}, bits at ${places.join(', ')}`).toEqual([]);
      rmSync(folder, { recursive: true });
    }
  });

  test('what was added after the last backup is read from the damaged file', () => {
    const folder = temporaryFolder();
    const before = makeLibrary(folder, 400);
    const library = openLibrary(folder);
    const archiveId = before[0]?.split(' ')[0] ?? '';
    addBookmarks(library, archiveId, ['a-late-one.md', 'zz-a-later-one.md']);
    library.close();
    // The root page of the settings: the file is broken, most of it is not.
    const database = new Database(join(folder, FILE));
    const page = Number(
      database.prepare(`SELECT rootpage FROM sqlite_schema WHERE name = 'settings'`).pluck().get(),
    );
    database.close();
    const bytes = readFileSync(join(folder, FILE));
    bytes.fill(0xa5, (page - 1) * 4_096, page * 4_096);
    writeFileSync(join(folder, FILE), bytes);
    const { bookmarks, recovery } = reopen(folder);
    expect(bookmarks).toHaveLength(402);
    expect(recovery).toMatchObject({
      kind: 'restored',
      counts: { bookmarks: 402 },
      salvaged: { bookmarks: 2 },
    });
    expect(recovery?.backupAt).toBe(listBackups(folder).at(-1)?.madeAt);
    expect(readFileSync(join(recovery?.setAside ?? '', FILE))).toEqual(bytes);
    expect(readRecovery(folder)).toEqual(recovery);
  });

  test('a backup that went bad is passed over for the next', () => {
    const folder = temporaryFolder();
    const before = makeLibrary(folder, 40);
    const library = openLibrary(folder);
    addBookmarks(library, before[0]?.split(' ')[0] ?? '', ['new.md']);
    expect(library.backUp()).toBeNull();
    library.close();
    const [newest, older] = listBackups(folder);
    flipBit(newest?.file ?? '', new Random(1), 200);
    writeFileSync(join(folder, FILE), 'words');
    const { bookmarks, recovery } = reopen(folder);
    expect(bookmarks).toEqual(before);
    expect(recovery?.backupAt).toBe(older?.madeAt);
  });

  test('without backups a new library begins, the old file is kept and it is said', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, FILE), 'words');
    const { bookmarks, recovery } = reopen(folder);
    expect(bookmarks).toEqual([]);
    expect(recovery).toMatchObject({ kind: 'empty', backupAt: null });
    expect(readFileSync(join(recovery?.setAside ?? '', FILE), 'utf8')).toBe('words');
  });

  test('a log that was removed after a crash: what the backup has is put back', () => {
    const folder = temporaryFolder();
    const before = makeLibrary(folder, 10);
    const library = openLibrary(folder);
    addBookmarks(library, before[0]?.split(' ')[0] ?? '', ['only-in-the-log.md']);
    expect(library.backUp()).toBeNull();
    const crashed = temporaryFolder();
    writeFileSync(join(crashed, FILE), readFileSync(join(folder, FILE)));
    library.close();
    mkdirSync(join(crashed, 'backups'));
    for (const { file } of listBackups(folder)) {
      writeFileSync(join(crashed, file.slice(folder.length + 1)), readFileSync(file));
    }
    const { bookmarks, recovery } = reopen(crashed);
    expect(bookmarks).toHaveLength(11);
    expect(recovery).toMatchObject({
      kind: 'completed',
      salvaged: { bookmarks: 1 },
      setAside: null,
    });
  });

  test('what came back is told by kind: highlights, notes, labels, searches, reading', () => {
    const folder = temporaryFolder();
    makeLibrary(folder, 3);
    const library = openLibrary(folder);
    const { archives } = readContents(library.database);
    const moment = { createdAt: EARLY, removedAt: null, changedAt: EARLY };
    const rows = {
      highlights: [
        { path: 'a.md', id: '0'.repeat(32), quote: '灯塔', start: 0, end: 2, pen: 'green' },
      ],
      notes: [{ path: 'a.md', text: 'Call them' }],
      labels: [{ path: 'a.md', label: '港口' }],
      savedSearches: [{ id: '1'.repeat(32), name: '港口', text: '灯塔' }],
    };
    const file = JSON.stringify({
      format: 'broadsheet-library',
      version: 1,
      archives: archives.map(({ archive }) => ({
        ...archive,
        readingState: [{ path: 'a.md', isRead: true, changedAt: EARLY }],
        ...Object.fromEntries(
          Object.entries(rows).map(([kind, all]) => [
            kind,
            all.map((row) => ({ ...row, ...moment })),
          ]),
        ),
      })),
    });
    mergeContents(library, readLibraryFile(file, 'library.json').contents);
    expect(library.backUp()).toBeNull();
    library.close();
    writeFileSync(join(folder, FILE), 'words');
    const counts = {
      bookmarks: 3,
      labels: 1,
      highlights: 1,
      notes: 1,
      savedSearches: 1,
      readingState: 1,
    };
    const none = Object.fromEntries(Object.keys(counts).map((kind) => [kind, 0]));
    expect(reopen(folder).recovery).toMatchObject({ counts, salvaged: none });
    expect(readRecovery(folder)).toMatchObject({ counts, salvaged: none });
    expect(describeBackups(folder)[0]?.counts).toEqual(counts);
  });

  test('a new library that never had a backup simply begins', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, FILE), '');
    expect(reopen(folder)).toEqual({ bookmarks: [], recovery: null });
  });
});

test('one of a newer Broadsheet is refused and left as it is', () => {
  const folder = temporaryFolder();
  makeLibrary(folder, 4);
  const database = new Database(join(folder, FILE));
  database.exec('CREATE TABLE later(x); PRAGMA user_version = 90');
  database.close();
  const bytes = readFileSync(join(folder, FILE));
  const names = readdirSync(folder);
  expect(() => openLibrary(folder)).toThrow(expect.objectContaining({ code: 'library-newer' }));
  expect(readFileSync(join(folder, FILE))).toEqual(bytes);
  expect(readdirSync(folder)).toEqual(names);
});

test('a version number that went bad is no newer Broadsheet', () => {
  const folder = temporaryFolder();
  const before = makeLibrary(folder, 4);
  const bytes = readFileSync(join(folder, FILE));
  bytes.writeUInt8(64, 63);
  writeFileSync(join(folder, FILE), bytes);
  expect(reopen(folder)).toMatchObject({ bookmarks: before, recovery: { kind: 'restored' } });
});

describe('backups', () => {
  test('at most five, each whole; the same content gives no further one', () => {
    const folder = temporaryFolder();
    const [first = ''] = makeLibrary(folder, 3);
    for (let round = 0; round < 9; round += 1) {
      const library = openLibrary(folder);
      addBookmarks(library, first.split(' ')[0] ?? '', [`${round}.md`]);
      expect(library.backUp()).toBeNull();
      expect(library.backUp()).toBeNull();
      library.close();
      const names = listBackups(folder);
      const again = openLibrary(folder);
      expect(again.backUp()).toBeNull();
      again.close();
      expect(listBackups(folder)).toEqual(names);
    }
    const backups = listBackups(folder);
    expect(backups).toHaveLength(5);
    expect(readdirSync(join(folder, 'backups'))).toHaveLength(5);
    const database = new Database(backups[0]?.file ?? '', { readonly: true });
    expect(bookmarksOf({ database })).toHaveLength(12);
    database.close();
  });

  test('they spread over time', () => {
    const now = new Date('2026-11-22T12:00:00Z');
    const made = (daysAgo: number) => {
      const madeAt = new Date(now.getTime() - daysAgo * 86_400_000).toISOString();
      return { file: `${daysAgo}`, madeAt, digest: '' };
    };
    const gone = (days: readonly number[]) => surplus(days.map(made), now).map(({ file }) => file);
    expect(gone([0, 1, 2, 3])).toEqual([]);
    expect(gone([0, 0.1, 0.2, 0.3, 5, 20, 40, 90])).toEqual(['0.2', '0.3', '90']);
    expect(gone([0, 0.1, 0.2, 0.3, 0.4, 0.5])).toEqual(['0.5']);
  });

  test('one that cannot be written leaves nothing and says why', () => {
    const folder = temporaryFolder();
    makeLibrary(folder, 3);
    rmSync(join(folder, 'backups'), { recursive: true });
    writeFileSync(join(folder, 'backups'), 'a file where the folder should be');
    const library = openLibrary(folder);
    addBookmarks(library, idOf(library), ['x.md']);
    expect(library.backUp()).toMatchObject({ code: 'storage-failed' });
    expect(bookmarksOf(library)).toHaveLength(4);
    library.close();
  });

  test('a copy made while changes are under way is one state of them', () => {
    const folder = temporaryFolder();
    makeLibrary(folder, 5);
    const library = openLibrary(folder);
    const other = new Database(join(folder, FILE));
    other.exec('BEGIN IMMEDIATE; DELETE FROM bookmarks');
    makeBackup(library.database, folder);
    other.exec('ROLLBACK');
    other.close();
    library.close();
    const database = new Database(listBackups(folder)[0]?.file ?? '', { readonly: true });
    expect(bookmarksOf({ database })).toHaveLength(5);
    database.close();
  });
});

function idOf({ database }: { readonly database: Database.Database }): string {
  return database.prepare<[], string>('SELECT id FROM archives').pluck().get() ?? '';
}

test('an index whose maker died while it made the file is no index to readers, and is made anew', () => {
  const folder = temporaryFolder();
  const half = join(folder, 'half.sqlite');
  const database = new Database(half);
  database.pragma('cache_size = 1');
  database.exec('CREATE TABLE words(word); BEGIN');
  const put = database.prepare('INSERT INTO words VALUES (?)');
  for (let at = 0; at < 500; at += 1) put.run('w'.repeat(2_000));
  mkdirSync(join(folder, 'index'));
  const file = join(folder, 'index', `${ARCHIVE}.sqlite`);
  // As a killed process leaves it: pages written, the journal that takes them back beside it.
  for (const end of ['', '-journal']) writeFileSync(`${file}${end}`, readFileSync(`${half}${end}`));
  database.close();
  expect(openIndexReader(folder, ARCHIVE)).toBeNull();
  let isMadeAnew = false;
  const writer = openIndexWriter(folder, ARCHIVE, {
    onMadeAnew: () => {
      isMadeAnew = true;
    },
  });
  writer.close();
  expect(isMadeAnew).toBe(true);
  const reader = openIndexReader(folder, ARCHIVE);
  expect(reader?.problems()).toEqual([]);
  reader?.close();
});
