import Database from 'better-sqlite3';
import {
  copyFileSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import * as v from 'valibot';
import type { ImportCounts, LibraryCounts, LibraryRecovery } from '../../shared/libraryModel.ts';
import { countLibrary, countsGained } from './countLibrary.ts';
import { type Backup, isWhole, listBackups } from './libraryBackups.ts';
import { findDamage, isNewer } from './libraryCheck.ts';
import { type LibraryContents, readContents } from './libraryContents.ts';
import { besides, libraryFile, recoveryFile, setAsideFolder, stampOf } from './libraryPlaces.ts';
import { breakSeal } from './librarySeal.ts';
import { type ArchiveMerge, mergeContents } from './mergeContents.ts';
import type { Migration } from './migrate.ts';
import { migrate } from './migrate.ts';
import { finishPart, partFile, syncFolder, writeWholeFile } from './wholeFile.ts';

/** Damaged libraries kept for whoever wants to look into them. */
const MAX_SET_ASIDE = 5;

/** What a restore works on; the lease is held alone. */
export interface RestoreRequest {
  readonly dataFolder: string;
  readonly migrations: readonly Migration[];
}

/**
 * Puts a sound library in the place of a damaged or missing one: what is there is set aside under a dated name, the
 * newest backup that proves whole is copied, and what can still be read of the damaged file is merged into it. Without
 * a backup a new library takes what could be read. The file appears under its name when it is complete; ended
 * on the way, the next start begins again. Answers what was brought back; also kept for the reader (`readRecovery`).
 */
export function restoreLibrary(request: RestoreRequest): LibraryRecovery {
  const { dataFolder, migrations } = request;
  const setAside = putAside(dataFolder);
  breakSeal(dataFolder);
  const part = partFile(dataFolder);
  const backup = copyNewestGood(request, part);
  const salvaged = setAside === null ? null : readDamaged(setAside);
  const database = new Database(part);
  let recovery: LibraryRecovery;
  try {
    migrate(database, migrations);
    const before = countLibrary(database, null);
    if (salvaged !== null) mergeContents({ database }, salvaged);
    const after = countLibrary(database, null);
    recovery = {
      kind:
        backup === null && Object.values(after).every((count) => count === 0)
          ? 'empty'
          : 'restored',
      at: new Date().toISOString(),
      backupAt: backup?.madeAt ?? null,
      counts: after,
      salvaged: countsGained(before, after),
      setAside,
    };
  } finally {
    database.close();
  }
  keepRecovery(dataFolder, recovery);
  finishPart(part, libraryFile(dataFolder));
  return recovery;
}

/**
 * Puts back from the newest good backup what a sound library has not, though it must: no row is ever deleted and the
 * counter of changes never falls, so a library that lacks some lost them (its log was removed, or bytes of a key went
 * bad). Answers null when nothing was missing.
 */
export function putBackMissing(
  database: Database.Database,
  { dataFolder, migrations }: RestoreRequest,
): LibraryRecovery | null {
  const backup = listBackups(dataFolder).find((each) => isGood(each, migrations));
  if (backup === undefined || !lacks(database, backup.file)) return null;
  const before = countLibrary(database, null);
  const merged = mergeContents({ database }, readFile(backup.file));
  if (!merged.some(bringsBack)) return null;
  const after = countLibrary(database, null);
  const recovery: LibraryRecovery = {
    kind: 'completed',
    at: new Date().toISOString(),
    backupAt: backup.madeAt,
    counts: after,
    salvaged: countsGained(before, after),
    setAside: null,
  };
  keepRecovery(dataFolder, recovery);
  return recovery;
}

/** Whether a merge brought back anything of the reader's. */
function bringsBack({ bookmarksBack, readingState, written }: ArchiveMerge): boolean {
  const counts: readonly ImportCounts[] = [readingState, ...Object.values(written)];
  return bookmarksBack > 0 || counts.some(({ added }) => added > 0);
}

const countsSchema: v.GenericSchema<unknown, LibraryCounts> = v.object({
  bookmarks: v.number(),
  labels: v.number(),
  highlights: v.number(),
  notes: v.number(),
  savedSearches: v.number(),
  readingState: v.number(),
});

const recoverySchema: v.GenericSchema<unknown, LibraryRecovery> = v.object({
  kind: v.picklist(['restored', 'completed', 'empty']),
  at: v.string(),
  backupAt: v.nullable(v.string()),
  counts: countsSchema,
  salvaged: countsSchema,
  setAside: v.nullable(v.string()),
});

/** What was brought back and not yet seen by the reader; null when nothing. */
export function readRecovery(dataFolder: string): LibraryRecovery | null {
  try {
    const raw: unknown = JSON.parse(readFileSync(recoveryFile(dataFolder), 'utf8'));
    const parsed = v.safeParse(recoverySchema, raw);
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

/** The reader has seen it. */
export function forgetRecovery(dataFolder: string): void {
  rmSync(recoveryFile(dataFolder), { force: true });
}

/** Whether anything stands where the library or its log should. */
function hasRemains(dataFolder: string): boolean {
  return [libraryFile(dataFolder), ...besides(libraryFile(dataFolder))].some(isThere);
}

function keepRecovery(dataFolder: string, recovery: LibraryRecovery): void {
  writeWholeFile(recoveryFile(dataFolder), [`${JSON.stringify(recovery, null, 2)}\n`]);
}

/**
 * Moves the library with its log into a dated folder; null when there was nothing. The log goes last: one left beside a
 * restored library would be taken for its own.
 */
function putAside(dataFolder: string): string | null {
  if (!hasRemains(dataFolder)) return null;
  const folder = join(setAsideFolder(dataFolder), `library-${stampOf(new Date())}`);
  mkdirSync(folder, { recursive: true });
  const file = libraryFile(dataFolder);
  for (const each of [file, ...besides(file)]) {
    if (isThere(each)) renameSync(each, join(folder, basename(each)));
  }
  syncFolder(folder);
  syncFolder(dataFolder);
  dropOldest(setAsideFolder(dataFolder));
  return folder;
}

function dropOldest(folder: string): void {
  const names = readdirSync(folder).filter((name) => name.startsWith('library-'));
  for (const name of names.toSorted().slice(0, -MAX_SET_ASIDE)) {
    rmSync(join(folder, name), { recursive: true, force: true });
  }
}

function copyNewestGood({ dataFolder, migrations }: RestoreRequest, part: string): Backup | null {
  const backup = listBackups(dataFolder).find((each) => isGood(each, migrations)) ?? null;
  if (backup !== null) copyFileSync(backup.file, part);
  return backup;
}

function isGood(backup: Backup, migrations: readonly Migration[]): boolean {
  let database: Database.Database | null = null;
  try {
    if (!isWhole(backup)) return false;
    database = new Database(backup.file, { readonly: true, fileMustExist: true });
    return !isNewer(database, migrations) && findDamage(database, migrations) === null;
  } catch {
    return false;
  } finally {
    database?.close();
  }
}

/** What can be read of a library that was set aside; null when nothing can. A copy is read, for reading a log changes it. */
function readDamaged(folder: string): LibraryContents | null {
  const copy = join(folder, 'reading');
  let database: Database.Database | null = null;
  try {
    mkdirSync(copy, { recursive: true });
    for (const name of readdirSync(folder)) {
      if (name !== 'reading') copyFileSync(join(folder, name), join(copy, name));
    }
    database = new Database(join(copy, 'library.sqlite'), { fileMustExist: true });
    return readContents(database, true);
  } catch {
    return null;
  } finally {
    database?.close();
    rmSync(copy, { recursive: true, force: true });
  }
}

function readFile(file: string): LibraryContents {
  const database = new Database(file, { readonly: true, fileMustExist: true });
  try {
    return readContents(database);
  } finally {
    database.close();
  }
}

/** Tables whose rows are never deleted, with what names a row. */
const KEPT_TABLES: readonly (readonly [table: string, ...key: string[]])[] = [
  ['bookmarks', 'archive_id', 'path'],
  ['post_state', 'archive_id', 'path'],
  ['highlights', 'id'],
  ['post_notes', 'archive_id', 'path'],
  ['bookmark_labels', 'archive_id', 'path', 'label'],
  ['saved_searches', 'id'],
];

const missingIn = ([table, ...key]: readonly [string, ...string[]]): string =>
  `EXISTS (SELECT 1 FROM backup.${table} AS b WHERE NOT EXISTS
    (SELECT 1 FROM main.${table} AS m WHERE ${key.map((name) => `m.${name} = b.${name}`).join(' AND ')}))`;

/** A backup of an earlier version has fewer tables. */
function lacksSql(database: Database.Database): string {
  const tables = database
    .prepare<[], string>(`SELECT name FROM backup.sqlite_schema WHERE type = 'table'`)
    .pluck()
    .all();
  const known = KEPT_TABLES.filter(([table]) => tables.includes(table)).map(missingIn);
  const counters = '(SELECT last FROM main.changes) < (SELECT last FROM backup.changes)';
  return `SELECT ${[counters, ...known].join(' OR ')}`;
}

/** Cheap, so that it can be asked after every start that was not a clean one. */
function lacks(database: Database.Database, backupFile: string): boolean {
  database.prepare('ATTACH ? AS backup').run(backupFile);
  try {
    return database.prepare<[], number>(lacksSql(database)).pluck().get() !== 0;
  } finally {
    database.exec('DETACH backup');
  }
}

function isThere(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false }) !== undefined;
}
