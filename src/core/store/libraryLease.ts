import Database from 'better-sqlite3';
import { rmSync } from 'node:fs';
import { AppError } from '../../shared/result.ts';
import { leaseFile } from './libraryPlaces.ts';

/** How long a start waits for another process that is checking or restoring the library. */
const SHARE_MS = 15_000;

/** The right to have the library open. Shared by processes; what repairs the library must be alone. Ends with the process. */
export interface LibraryLease {
  /** Whether no other process or thread has the library open. */
  readonly isAlone: () => boolean;
  /** Lets others in again. */
  readonly share: () => void;
  /** Waits up to so many milliseconds until nobody else has it open; answers whether that came about. */
  readonly waitAlone: (waitMs: number) => boolean;
  readonly release: () => void;
}

/**
 * Takes the lease, alone when nobody has one. It is a lock on a file of its own (a shared one is SQLite's read lock, see
 * https://sqlite.org/lockingv3.html), which the system drops when the process ends in whatever way.
 *
 * @throws {AppError} `library-busy` when another process keeps it to itself for longer than fifteen seconds
 */
export function takeLease(dataFolder: string): LibraryLease {
  const database = openLeaseFile(leaseFile(dataFolder));
  let isAlone = false;
  const leave = (): void => {
    if (database.inTransaction) database.exec('ROLLBACK');
    isAlone = false;
  };
  const waitAlone = (waitMs: number): boolean => {
    leave();
    database.pragma(`busy_timeout = ${waitMs}`);
    isAlone = tryBegin(database, 'BEGIN EXCLUSIVE');
    return isAlone;
  };
  const share = (): void => {
    leave();
    database.pragma(`busy_timeout = ${SHARE_MS}`);
    if (!tryBegin(database, 'BEGIN; SELECT count(*) FROM sqlite_schema'))
      throw busyFailure(dataFolder);
  };
  try {
    if (!waitAlone(0)) share();
  } catch (thrown) {
    database.close();
    throw thrown;
  }
  return { isAlone: () => isAlone, share, waitAlone, release: () => void database.close() };
}

/** What is told when another process does not let go of the library. */
export function busyFailure(dataFolder: string, cause?: unknown): AppError {
  return new AppError(
    'library-busy',
    `Another program is using the library in ${dataFolder}: wait until it is done, or end it, and try again.`,
    { path: dataFolder, cause },
  );
}

function tryBegin(database: Database.Database, sql: string): boolean {
  try {
    database.exec(sql);
    return true;
  } catch (thrown) {
    if (database.inTransaction) database.exec('ROLLBACK');
    if (thrown instanceof Database.SqliteError && thrown.code.startsWith('SQLITE_BUSY'))
      return false;
    throw thrown;
  }
}

/** The file holds nothing; one that became garbage is made anew. */
function openLeaseFile(file: string): Database.Database {
  const first = new Database(file, { timeout: 0 });
  try {
    first.prepare('SELECT count(*) FROM sqlite_schema').get();
    return first;
  } catch (thrown) {
    if (!(thrown instanceof Database.SqliteError)) throw thrown;
    if (thrown.code.startsWith('SQLITE_BUSY')) return first;
    first.close();
    if (thrown.code !== 'SQLITE_NOTADB' && !thrown.code.startsWith('SQLITE_CORRUPT')) throw thrown;
    rmSync(file, { force: true });
    return new Database(file, { timeout: 0 });
  }
}
