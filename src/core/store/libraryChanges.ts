import type Database from 'better-sqlite3';

/** Where the library's tables are. */
export interface LibraryDatabase {
  readonly database: Database.Database;
}

/**
 * The number for rows that change now; every change of a bookmark or of reading state takes one, so that readers can
 * ask what changed since they looked. Called inside the transaction of the change.
 */
export function nextChange({ database }: LibraryDatabase): number {
  return (
    database
      .prepare<[], number>('UPDATE changes SET last = last + 1 RETURNING last')
      .pluck()
      .get() ?? 0
  );
}
