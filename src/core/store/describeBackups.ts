import Database from 'better-sqlite3';
import { statSync } from 'node:fs';
import type { LibraryBackup, LibraryCounts } from '../../shared/libraryModel.ts';
import { countLibrary } from './countLibrary.ts';
import { type Backup, isWhole, listBackups } from './libraryBackups.ts';

/** The backups of a data folder as readers choose among them, newest first. */
export function describeBackups(dataFolder: string): readonly LibraryBackup[] {
  return listBackups(dataFolder).map((backup) => ({
    madeAt: backup.madeAt,
    sizeBytes: statSync(backup.file, { throwIfNoEntry: false })?.size ?? 0,
    counts: countsOf(backup),
  }));
}

/** What a backup holds; null when its bytes are not those it was written with. */
function countsOf(backup: Backup): LibraryCounts | null {
  if (!isWhole(backup)) return null;
  const database = new Database(backup.file, { readonly: true, fileMustExist: true });
  try {
    return countLibrary(database, null);
  } finally {
    database.close();
  }
}
