import Database from 'better-sqlite3';
import { existsSync, lstatSync, mkdirSync } from 'node:fs';
import type { LibraryRecovery } from '../../shared/libraryModel.ts';
import { AppError } from '../../shared/result.ts';
import { listBackups, makeBackup } from './libraryBackups.ts';
import { findDamage, isLibraryDamage, isNewer, newestVersion } from './libraryCheck.ts';
import type { LibraryDatabase } from './libraryChanges.ts';
import { busyFailure, type LibraryLease, takeLease } from './libraryLease.ts';
import { besides, libraryFile } from './libraryPlaces.ts';
import { putBackMissing, restoreLibrary } from './libraryRecovery.ts';
import {
  breakSeal,
  isOnlyVersionBad,
  readSeal,
  type SealState,
  sealLibrary,
} from './librarySeal.ts';
import { migrate, newerFailure, versionOf } from './migrate.ts';
import { createLibrary } from './migrations/0001-library.ts';
import { addCharsetChoices } from './migrations/0002-charset-choices.ts';
import { addChangedAt } from './migrations/0003-changed-at.ts';
import { addAnnotations } from './migrations/0004-annotations.ts';
import { addPassages } from './migrations/0005-passages.ts';
import { storageFailure } from './storageFailure.ts';
import { removeDeadParts } from './wholeFile.ts';

/** How long a statement waits for another process's commit. */
const BUSY_TIMEOUT_MS = 5_000;

/** How long a start that found damage waits for the others to close the library. */
const ALONE_MS = 5_000;

/** Changes are copied from the log into the file this soon (in pages), so that a lost log costs little. */
const LOG_PAGES = 64;

/** Every step of the library's schema, oldest first. */
export const libraryMigrations = [
  createLibrary,
  addCharsetChoices,
  addChangedAt,
  addAnnotations,
  addPassages,
] as const;

/** The open library: archives, bookmarks, reading state and settings. Precious; nothing in it can be made again. */
export interface Library extends LibraryDatabase {
  /** What this start brought back; null when all was well. */
  readonly recovery: LibraryRecovery | null;
  /** Writes a backup when anything changed since the last one. Answers why it could not be written, else null. */
  readonly backUp: () => AppError | null;
  /** Closes the file; whoever closes it last seals it, so that the next start can tell whether a byte changed since. */
  readonly close: () => void;
}

/** How the library is opened. */
export interface OpenOptions {
  /** For a command that only reads: nothing is written unless the library needs repair. */
  readonly isReading?: boolean;
}

/**
 * Opens (or makes) the library of a data folder and brings it to the newest version, after a backup. The first to open
 * it checks it; a damaged one is set aside and the newest good backup, with all that can still be read of the damaged
 * file, takes its place (`Library.recovery`). See docs/library.md.
 *
 * @throws {AppError} `library-newer` when a newer Broadsheet wrote it (it is left untouched), `library-busy` when
 *   another process keeps it locked, `disk-full`, `folder-read-only`, `storage-failed` when the data folder cannot be
 *   used, `library-unreadable` when nothing helped
 */
export function openLibrary(dataFolder: string, options: OpenOptions = {}): Library {
  let lease: LibraryLease | null = null;
  try {
    mkdirSync(dataFolder, { recursive: true });
    lease = takeLease(dataFolder);
    const opening = { dataFolder, lease, isReading: options.isReading ?? false };
    const opened = openChecked(opening);
    if (lease.isAlone()) lease.share();
    return libraryOf(opening, opened);
  } catch (thrown) {
    lease?.release();
    throw openFailure(thrown, dataFolder);
  }
}

/** Whether a data folder has a library, or what one can be brought back from. */
export function hasLibrary(dataFolder: string): boolean {
  return existsSync(libraryFile(dataFolder)) || needsRestore(dataFolder);
}

interface Opening {
  readonly dataFolder: string;
  readonly lease: LibraryLease;
  readonly isReading: boolean;
}

interface Opened {
  readonly database: Database.Database;
  readonly recovery: LibraryRecovery | null;
}

/** The database; repaired first where that is needed. */
function openChecked(opening: Opening): Opened {
  try {
    return openSound(opening) ?? openRestored(opening);
  } catch (thrown) {
    if (!isLibraryDamage(thrown)) throw thrown;
    return openRestored(opening);
  }
}

/** The database as it stands, or with rows put back; null when it has to be restored. */
function openSound(opening: Opening): Opened | null {
  const { dataFolder, lease, isReading } = opening;
  if (lease.isAlone()) removeDeadParts(dataFolder);
  const seal = lease.isAlone() ? readSeal(dataFolder) : 'absent';
  if (needsRestore(dataFolder)) return null;
  const database = new Database(libraryFile(dataFolder), { timeout: BUSY_TIMEOUT_MS });
  try {
    if (!isUsable(database, opening, seal)) {
      database.close();
      return null;
    }
    const isOld = versionOf(database) < newestVersion(libraryMigrations);
    if (!isReading || isOld || seal !== 'intact') breakSeal(dataFolder);
    prepare(database, dataFolder);
    const recovery = mustCheck(lease, seal) ? putBack(database, dataFolder) : null;
    if (isReading) database.pragma('query_only = ON');
    return { database, recovery };
  } catch (thrown) {
    database.close();
    throw thrown;
  }
}

/**
 * Whether the file is a sound library.
 *
 * @throws {AppError} `library-newer`
 */
function isUsable(
  database: Database.Database,
  { dataFolder, lease }: Opening,
  seal: SealState,
): boolean {
  if (isNewer(database, libraryMigrations)) {
    const versions = libraryMigrations.map(({ version }) => version);
    if (seal === 'differs' && isOnlyVersionBad(dataFolder, versions)) return false;
    throw newerFailure(database, newestVersion(libraryMigrations));
  }
  if (isEmptyBesideBackups(database, dataFolder)) return false;
  return !mustCheck(lease, seal) || findDamage(database, libraryMigrations) === null;
}

/** The others that have it open have checked it. */
function mustCheck(lease: LibraryLease, seal: SealState): boolean {
  return lease.isAlone() && seal !== 'intact';
}

function openRestored({ dataFolder, lease }: Opening): Opened {
  if (!lease.isAlone() && !lease.waitAlone(ALONE_MS)) {
    lease.share();
    throw new AppError(
      'library-busy',
      `The library in ${dataFolder} is damaged, and another Broadsheet has it open: close that one and start again.`,
      { path: dataFolder },
    );
  }
  const recovery = restoreLibrary({ dataFolder, migrations: libraryMigrations });
  const database = new Database(libraryFile(dataFolder), { timeout: BUSY_TIMEOUT_MS });
  prepare(database, dataFolder);
  return { database, recovery };
}

/** True when what stands at the library's place is no file, or is gone while something says that there was one. */
function needsRestore(dataFolder: string): boolean {
  const file = libraryFile(dataFolder);
  const stats = lstatSync(file, { throwIfNoEntry: false });
  if (stats !== undefined) return !stats.isFile() && !stats.isSymbolicLink();
  return besides(file).some((each) => existsSync(each)) || listBackups(dataFolder).length > 0;
}

/** A library begins without tables; one that has backups did not begin just now. */
function isEmptyBesideBackups(database: Database.Database, dataFolder: string): boolean {
  if (versionOf(database) !== 0) return false;
  return listBackups(dataFolder).length > 0;
}

function prepare(database: Database.Database, dataFolder: string): void {
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  database.pragma(`wal_autocheckpoint = ${LOG_PAGES}`);
  const version = versionOf(database);
  if (version > 0 && version < newestVersion(libraryMigrations)) makeBackup(database, dataFolder);
  migrate(database, libraryMigrations);
}

function putBack(database: Database.Database, dataFolder: string): LibraryRecovery | null {
  return putBackMissing(database, { dataFolder, migrations: libraryMigrations });
}

function libraryOf(opening: Opening, { database, recovery }: Opened): Library {
  const { dataFolder, lease, isReading } = opening;
  const total = database.prepare<[], number>('SELECT total_changes()').pluck();
  // Whoever had it open before may have been killed before its backup; the same content gives no further one.
  let backedUpAt: number | undefined = -1;
  return {
    database,
    recovery,
    backUp: () => {
      try {
        const now = total.get();
        if (now === backedUpAt) return null;
        makeBackup(database, dataFolder);
        backedUpAt = now;
        return null;
      } catch (thrown) {
        const failure = storageFailure(thrown, dataFolder);
        if (failure !== null) return failure;
        throw thrown;
      }
    },
    close: () => {
      const isSound = isReading || isSoundAtEnd(database, lease);
      database.close();
      try {
        if (!isReading && isSound && lease.waitAlone(0)) sealLibrary(dataFolder);
      } catch {
        // Without a seal the next start looks closer; nothing else depends on it.
      } finally {
        lease.release();
      }
    },
  };
}

/** A file that went bad while it was open must not be sealed as it is. */
function isSoundAtEnd(database: Database.Database, lease: LibraryLease): boolean {
  try {
    return database.open && !lease.isAlone() && findDamage(database, libraryMigrations) === null;
  } catch {
    return false;
  }
}

function openFailure(thrown: unknown, dataFolder: string): AppError {
  if (thrown instanceof AppError) return thrown;
  if (thrown instanceof Database.SqliteError && thrown.code.startsWith('SQLITE_BUSY')) {
    return busyFailure(dataFolder, thrown);
  }
  const file = libraryFile(dataFolder);
  return (
    storageFailure(thrown, dataFolder) ??
    new AppError(
      'library-unreadable',
      `The library ${file} could not be opened (${reasonOf(thrown)}): nothing of it was changed.`,
      { cause: thrown, path: file },
    )
  );
}

function reasonOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
