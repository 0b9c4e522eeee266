import Database from 'better-sqlite3';
import { existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ArchiveId } from '../../shared/model.ts';
import { AppError } from '../../shared/result.ts';
import { DamagedPostings } from '../postings/segmentStore.ts';

/** How long a writer waits for another one before it says so. */
const LOCK_TIMEOUT_MS = 5_000;

/** Absolute path of an archive's index file. */
export function indexFile(dataFolder: string, archiveId: ArchiveId): string {
  return join(dataFolder, 'index', `${archiveId}.sqlite`);
}

/** The right to write an index; held until `release`, or until the process ends. */
export interface IndexLock {
  readonly release: () => void;
}

/**
 * Takes the write lock of an archive's index: an exclusive transaction on a file of its own, which the system drops
 * when the process ends in whatever way.
 *
 * @throws {AppError} `index-busy` when another process holds it for longer than five seconds
 */
export function lockIndex(dataFolder: string, archiveId: ArchiveId): IndexLock {
  mkdirSync(join(dataFolder, 'index'), { recursive: true });
  const file = join(dataFolder, 'index', `${archiveId}.lock.sqlite`);
  const database = new Database(file, { timeout: LOCK_TIMEOUT_MS });
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (cause) {
    database.close();
    if (!isBusy(cause)) throw cause;
    throw new AppError(
      'index-busy',
      'Another Broadsheet is indexing this archive: wait until it is done, or end it, and try again.',
      { cause },
    );
  }
  return { release: () => database.close() };
}

/** Removes an index file with everything beside it. The caller holds the lock. */
export function removeIndexFiles(dataFolder: string, archiveId: ArchiveId): void {
  const file = indexFile(dataFolder, archiveId);
  // A journal left beside a new file of the same name would be rolled back into it.
  const besides = [`${file}-wal`, `${file}-shm`, `${file}-journal`];
  for (const each of [...besides, damageMark(file), file]) {
    rmSync(each, { force: true });
  }
}

/** Notes that a file was found damaged while it was in use; the next writer builds it anew. */
export function markDamaged(file: string): void {
  if (existsSync(file)) writeFileSync(damageMark(file), '');
}

/** True when the file was found damaged earlier. */
export function isMarkedDamaged(file: string): boolean {
  return existsSync(damageMark(file));
}

/** What tells one file from its successor at the same path; null when there is none. */
export function fileIdentity(file: string): string | null {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats === undefined ? null : `${stats.dev}:${stats.ino}:${stats.birthtimeMs}`;
}

/**
 * True for SQLite's answers to a file that is no sound database (https://sqlite.org/rescode.html), and for what is thrown
 * where stored JSON or packed numbers are none: nothing else is parsed while an index is read or written.
 */
export function isDamage(thrown: unknown): boolean {
  if (thrown instanceof DamagedPostings || thrown instanceof SyntaxError) return true;
  if (thrown instanceof RangeError) return true;
  if (!(thrown instanceof Database.SqliteError)) return false;
  return (
    thrown.code.startsWith('SQLITE_CORRUPT') ||
    thrown.code === 'SQLITE_NOTADB' ||
    thrown.code === 'SQLITE_IOERR_SHORT_READ' ||
    // A garbled record may claim to be larger than any memory.
    thrown.code === 'SQLITE_NOMEM' ||
    thrown.code === 'SQLITE_TOOBIG'
  );
}

function isBusy(thrown: unknown): boolean {
  return thrown instanceof Database.SqliteError && thrown.code.startsWith('SQLITE_BUSY');
}

function damageMark(file: string): string {
  return `${file}.damaged`;
}
