import Database from 'better-sqlite3';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../shared/result.ts';
import { migrate } from './migrate.ts';
import { createLibrary } from './migrations/0001-library.ts';
import { addCharsetChoices } from './migrations/0002-charset-choices.ts';
import { storageFailure } from './storageFailure.ts';

/** How long a statement waits for another process's commit. */
const BUSY_TIMEOUT_MS = 5_000;

/** Every step of the library's schema, oldest first. */
export const libraryMigrations = [createLibrary, addCharsetChoices] as const;

/** The open library: archives, bookmarks, reading state and settings. Precious; nothing in it can be made again. */
export interface Library {
  readonly database: Database.Database;
  readonly close: () => void;
}

/**
 * Opens (or makes) the library of a data folder and brings it to the newest version.
 *
 * @throws {AppError} `library-unreadable` when the file is damaged or of a newer Broadsheet (it is left as it is),
 *   `storage-failed` when the data folder cannot be written
 */
export function openLibrary(dataFolder: string): Library {
  const file = join(dataFolder, 'library.sqlite');
  let database: Database.Database | null = null;
  try {
    mkdirSync(dataFolder, { recursive: true });
    database = new Database(file, { timeout: BUSY_TIMEOUT_MS });
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.pragma('foreign_keys = ON');
    migrate(database, libraryMigrations);
    const opened = database;
    return { database: opened, close: () => void opened.close() };
  } catch (thrown) {
    database?.close();
    if (thrown instanceof AppError) throw thrown;
    const stored = storageFailure(thrown, dataFolder);
    if (stored !== null) throw stored;
    throw new AppError(
      'library-unreadable',
      `The library ${file} could not be opened (${reasonOf(thrown)}): restore it from a backup, or move it away to start with an empty one.`,
      { cause: thrown, path: file },
    );
  }
}

/**
 * The number for rows that change now; every change of a bookmark or of reading state takes one, so that readers can
 * ask what changed since they looked. Called inside the transaction of the change.
 */
export function nextChange(library: Library): number {
  return (
    library.database
      .prepare<[], number>('UPDATE changes SET last = last + 1 RETURNING last')
      .pluck()
      .get() ?? 0
  );
}

function reasonOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
