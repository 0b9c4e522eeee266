import Database from 'better-sqlite3';
import { statSync } from 'node:fs';
import type { LibraryBackup } from '../../shared/libraryModel.ts';
import { type Backup, isWhole, listBackups } from './libraryBackups.ts';

/** The backups of a data folder as readers choose among them, newest first. */
export function describeBackups(dataFolder: string): readonly LibraryBackup[] {
  return listBackups(dataFolder).map((backup) => ({
    madeAt: backup.madeAt,
    sizeBytes: statSync(backup.file, { throwIfNoEntry: false })?.size ?? 0,
    bookmarkCount: bookmarksIn(backup),
  }));
}

/** Bookmarks that a backup holds; null when its bytes are not those it was written with. */
function bookmarksIn(backup: Backup): number | null {
  if (!isWhole(backup)) return null;
  const database = new Database(backup.file, { readonly: true, fileMustExist: true });
  try {
    const sql = 'SELECT count(*) FROM bookmarks WHERE removed_at IS NULL';
    return database.prepare<[], number>(sql).pluck().get() ?? null;
  } finally {
    database.close();
  }
}
