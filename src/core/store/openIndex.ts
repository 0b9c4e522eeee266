import Database from 'better-sqlite3';
import { existsSync } from 'node:fs';
import type { ArchiveId } from '../../shared/model.ts';
import { POSTINGS_SCHEMA } from '../postings/segmentStore.ts';
import { COLUMN_SCHEMA } from './columnStore.ts';
import {
  fileIdentity,
  indexFile,
  isDamage,
  isMarkedDamaged,
  lockIndex,
  markDamaged,
  removeIndexFiles,
} from './indexFiles.ts';
import { createIndexReader } from './indexReader.ts';
import { INDEX_SCHEMA, INDEX_VERSION } from './indexSchema.ts';
import { createIndexWriter, type WriterOptions } from './indexWriter.ts';
import { LINK_SCHEMA } from './linkStore.ts';
import { setGeneration } from './postIds.ts';
import { TEXT_SCHEMA } from './postTexts.ts';
import type { IndexReader, IndexWriter } from './storeTypes.ts';
import { watchDamage } from './watchDamage.ts';

/** How long a statement waits for the other connection's commit. */
const BUSY_TIMEOUT_MS = 5_000;

/** Large pages: the lists of the postings and the texts of posts fill them better, and are read in fewer steps. */
const PAGE_BYTES = 16_384;

/** Pages of the write-ahead log before SQLite copies them back (32 MB); the default would do so in every commit. */
const WAL_PAGES = 2_000;

/** How an index is opened for writing. */
export interface OpenWriterOptions extends Omit<WriterOptions, 'release'> {
  /** Told when the index was made anew; `wasThere` = a file was there and could not be used. */
  readonly onMadeAnew?: (wasThere: boolean) => void;
}

/**
 * Opens an archive's index for writing and takes its lock. An index that is missing, damaged or of another version is
 * made anew: it only holds what the archive's files say.
 *
 * @throws {AppError} `index-busy` when another process writes it
 */
export function openIndexWriter(
  dataFolder: string,
  archiveId: ArchiveId,
  options: OpenWriterOptions = {},
): IndexWriter {
  const lock = lockIndex(dataFolder, archiveId);
  try {
    const file = indexFile(dataFolder, archiveId);
    const wasThere = existsSync(file);
    let database = isMarkedDamaged(file) ? null : openSound(file, false);
    if (database === null) {
      removeIndexFiles(dataFolder, archiveId);
      database = createIndex(file);
      options.onMadeAnew?.(wasThere);
    }
    return openWriter(database, { ...options, release: () => lock.release() });
  } catch (thrown) {
    lock.release();
    throw thrown;
  }
}

/** A writer; damage met while it is made is noted, so that the next one begins anew. */
function openWriter(database: Database.Database, options: WriterOptions): IndexWriter {
  try {
    setWriterPragmas(database);
    return watchDamage(createIndexWriter(database, options), database.name);
  } catch (thrown) {
    database.close();
    if (isDamage(thrown)) markDamaged(database.name);
    throw thrown;
  }
}

/** Opens an archive's index for reading; null when there is none that can be used. */
export function openIndexReader(dataFolder: string, archiveId: ArchiveId): IndexReader | null {
  const file = indexFile(dataFolder, archiveId);
  const open = (): Database.Database | null =>
    isMarkedDamaged(file) ? null : openSound(file, true);
  const identity = fileIdentity(file);
  const database = open();
  if (database === null) return null;
  try {
    return createIndexReader({ file, identity, database, reopen: open });
  } catch (thrown) {
    database.close();
    if (!isDamage(thrown)) throw thrown;
    markDamaged(file);
    return null;
  }
}

/** Why an index cannot be read, where `openIndexReader` gives none. */
export function whyNoReader(
  dataFolder: string,
  archiveId: ArchiveId,
): 'missing' | 'other-version' | 'damaged' {
  const file = indexFile(dataFolder, archiveId);
  if (!existsSync(file)) return 'missing';
  try {
    const database = new Database(file, { readonly: true, fileMustExist: true });
    try {
      const version = database.pragma('user_version', { simple: true });
      return version === INDEX_VERSION || version === 0 ? 'damaged' : 'other-version';
    } finally {
      database.close();
    }
  } catch {
    return 'damaged';
  }
}

/**
 * Deletes an archive's index. Readers that have it open go on with what they read until they refresh.
 *
 * @throws {AppError} `index-busy` when a process is writing it
 */
export function deleteIndex(dataFolder: string, archiveId: ArchiveId): void {
  const lock = lockIndex(dataFolder, archiveId);
  try {
    removeIndexFiles(dataFolder, archiveId);
  } finally {
    lock.release();
  }
}

/** The database, if it is there, of this version and passes a quick look; else null. */
function openSound(file: string, isReader: boolean): Database.Database | null {
  if (!existsSync(file)) return null;
  let database: Database.Database | null = null;
  try {
    database = new Database(file, {
      readonly: isReader,
      fileMustExist: true,
      timeout: BUSY_TIMEOUT_MS,
    });
    if (looksSound(database)) return database;
  } catch (thrown) {
    if (!isDamage(thrown) && !isMissing(thrown)) {
      database?.close();
      throw thrown;
    }
  }
  database?.close();
  return null;
}

/**
 * Version, tables and the last row of the big ones. A full check would read the whole file; damage elsewhere is
 * noticed when it is met, and the index is then rebuilt (see `markDamaged`).
 */
function looksSound(database: Database.Database): boolean {
  if (database.pragma('user_version', { simple: true }) !== INDEX_VERSION) return false;
  database.prepare('SELECT max(post), length(text) FROM texts').get();
  database.prepare('SELECT max(id), path FROM posts').get();
  database.prepare('SELECT max(post), labels FROM columns').get();
  database.prepare('SELECT max(chunk), length(packed) FROM column_chunks').get();
  database.prepare('SELECT max(id), post_count FROM postings_segments').get();
  database.prepare('SELECT max(id), length(posts), length(positions) FROM postings_blocks').get();
  return true;
}

function isMissing(thrown: unknown): boolean {
  return (
    thrown instanceof Database.SqliteError &&
    (thrown.code === 'SQLITE_CANTOPEN' ||
      // Its writer died before it was complete, and only a writer may roll that back.
      thrown.code === 'SQLITE_READONLY_ROLLBACK' ||
      thrown.code === 'SQLITE_READONLY_RECOVERY' ||
      /no such table/.test(thrown.message))
  );
}

function createIndex(file: string): Database.Database {
  const database = new Database(file, { timeout: BUSY_TIMEOUT_MS });
  // Both have to be set before the first table is made.
  database.pragma(`page_size = ${PAGE_BYTES}`);
  database.pragma('auto_vacuum = INCREMENTAL');
  database.pragma('journal_mode = WAL');
  database.transaction(() => {
    database.exec(INDEX_SCHEMA);
    database.exec(COLUMN_SCHEMA);
    database.exec(TEXT_SCHEMA);
    database.exec(POSTINGS_SCHEMA);
    database.exec(LINK_SCHEMA);
    database.prepare(`UPDATE meta SET value = ? WHERE key = 'revision'`).run(String(Date.now()));
    setGeneration(database);
    database.pragma(`user_version = ${INDEX_VERSION}`);
  })();
  return database;
}

/** The index can be made again, so a commit need not reach the disk at once; it must only stay consistent. */
function setWriterPragmas(database: Database.Database): void {
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = NORMAL');
  database.pragma(`wal_autocheckpoint = ${WAL_PAGES}`);
  database.pragma('cache_size = -65536');
  database.pragma('temp_store = MEMORY');
}
