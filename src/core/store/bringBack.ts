import Database from 'better-sqlite3';
import { AppError } from '../../shared/result.ts';
import { type Backup, isWhole, listBackups } from './libraryBackups.ts';
import { type ArchiveContents, type LibraryContents, readContents } from './libraryContents.ts';
import { mergeContents } from './mergeContents.ts';
import type { Library } from './openLibrary.ts';

/** Which backup is brought back. */
export interface BringBackRequest {
  readonly dataFolder: string;
  /** ISO instant of the backup. */
  readonly madeAt: string;
}

/**
 * Makes bookmarks, reading state, highlights, notes, labels and saved searches what they were when a backup was made. The
 * library as it is now is backed up first, so that this can be taken back the same way. No row is deleted: what the
 * backup has not is marked as removed, and every row counts as changed now, so that it wins in later merges. Settings
 * and the charsets of files stay as they are. Answers the archives concerned.
 *
 * @throws {AppError} `not-found` when the backup is gone or not as it was written; as the disk does when no backup of
 *   now can be made
 */
export function bringBack(library: Library, request: BringBackRequest): readonly string[] {
  // Read first: the backup of now may take the place of this one.
  const then = readBackup(request);
  const failure = library.backUp();
  if (failure !== null) throw failure;
  return library.database
    .transaction(() => {
      const now = readContents(library.database);
      const at = instantAfter([...now.archives, ...then.archives]);
      const archives = now.archives.map((each) => {
        const before = then.archives.find(({ archive }) => archive.id === each.archive.id);
        return asBefore(each, before ?? emptied(each), at);
      });
      const unknown = then.archives.filter(
        ({ archive }) => !now.archives.some((each) => each.archive.id === archive.id),
      );
      const contents: LibraryContents = {
        archives: [...archives, ...unknown],
        settings: new Map(),
      };
      mergeContents(library, contents);
      return contents.archives.map(({ archive }) => archive.id);
    })
    .immediate();
}

function readBackup({ dataFolder, madeAt }: BringBackRequest): LibraryContents {
  const backup = listBackups(dataFolder).find((each) => each.madeAt === madeAt);
  if (backup === undefined || !isWhole(backup)) {
    throw new AppError('not-found', 'This backup is gone or damaged: choose another one.');
  }
  return contentsOf(backup);
}

function contentsOf({ file }: Backup): LibraryContents {
  const database = new Database(file, { readonly: true, fileMustExist: true });
  try {
    return readContents(database);
  } finally {
    database.close();
  }
}

interface Changed {
  readonly changedAt: string;
}

/** An instant later than every change, also when the clock was set back since. */
function instantAfter(archives: readonly ArchiveContents[]): string {
  const changes: Changed[] = archives.flatMap(({ bookmarks, readingState, written }) => [
    ...bookmarks,
    ...readingState,
    ...written.highlights,
    ...written.notes,
    ...written.labels,
    ...written.savedSearches,
  ]);
  const last = changes.reduce(
    (latest, { changedAt }) => (changedAt > latest ? changedAt : latest),
    '',
  );
  return new Date(Math.max(Date.now(), Date.parse(last) + 1 || 0)).toISOString();
}

/** An archive that the backup did not know: nothing was written in it. */
function emptied({ archive }: ArchiveContents): ArchiveContents {
  const written = { highlights: [], notes: [], labels: [], savedSearches: [] };
  return { archive, bookmarks: [], readingState: [], readAs: [], view: null, written };
}

interface Removable extends Changed {
  readonly removedAt: string | null;
}

/** The rows of then, and those of now that were not there, as removed; all changed at one instant. */
function rowsAsBefore<R extends Removable>(
  now: readonly R[],
  then: readonly R[],
  { at, keyOf }: { readonly at: string; readonly keyOf: (row: R) => string },
): readonly R[] {
  const known = new Set(then.map(keyOf));
  const later = now.filter((row) => row.removedAt === null && !known.has(keyOf(row)));
  return [
    ...then.map((row) => ({ ...row, changedAt: at })),
    ...later.map((row) => ({ ...row, removedAt: at, changedAt: at })),
  ];
}

const pathOf = ({ path }: { readonly path: string }): string => path;
const idOf = ({ id }: { readonly id: string }): string => id;

function asBefore(now: ArchiveContents, then: ArchiveContents, at: string): ArchiveContents {
  const { written: wrote } = then;
  const read = new Set(then.readingState.map(pathOf));
  return {
    ...now,
    bookmarks: rowsAsBefore(now.bookmarks, then.bookmarks, { at, keyOf: pathOf }),
    readingState: [
      ...then.readingState.map((row) => ({ ...row, changedAt: at })),
      ...now.readingState
        .filter((row) => !read.has(row.path))
        .map((row) => ({
          ...row,
          isRead: false,
          readAt: null,
          position: 0,
          passage: null,
          changedAt: at,
        })),
    ],
    written: {
      highlights: rowsAsBefore(now.written.highlights, wrote.highlights, { at, keyOf: idOf }),
      notes: rowsAsBefore(now.written.notes, wrote.notes, { at, keyOf: pathOf }),
      labels: rowsAsBefore(now.written.labels, wrote.labels, {
        at,
        keyOf: ({ path, label }) => JSON.stringify([path, label]),
      }),
      savedSearches: rowsAsBefore(now.written.savedSearches, wrote.savedSearches, {
        at,
        keyOf: idOf,
      }),
    },
  };
}
