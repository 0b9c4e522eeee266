import type Database from 'better-sqlite3';
import { AppError } from '../../shared/result.ts';

/** One step of the library's schema: SQL, run once, in order. Append only; never change one that was released. */
export interface Migration {
  readonly version: number;
  readonly sql: string;
}

/**
 * Brings a library to the newest version, each step and its version in one transaction, so that a failure leaves the
 * last version that worked.
 *
 * @throws {AppError} `library-newer` when the file was written by a newer Broadsheet
 */
export function migrate(database: Database.Database, migrations: readonly Migration[]): void {
  const newest = migrations.at(-1)?.version ?? 0;
  if (versionOf(database) > newest) throw newerFailure(database, newest);
  for (const migration of migrations) {
    // Immediate: of two processes that start at once, the second waits and then finds the step done.
    database
      .transaction(() => {
        if (versionOf(database) >= migration.version) return;
        database.exec(migration.sql);
        database.pragma(`user_version = ${migration.version}`);
      })
      .immediate();
  }
}

/** What is told of a library that a later Broadsheet wrote. */
export function newerFailure(database: Database.Database, newest: number): AppError {
  return new AppError(
    'library-newer',
    `The library was written by a newer Broadsheet (version ${versionOf(database)} of its format, this one knows ${newest}): update Broadsheet. Nothing was changed.`,
    { path: database.name },
  );
}

/** The version a library says it has; 0 = it is new. */
export function versionOf(database: Database.Database): number {
  return Number(database.pragma('user_version', { simple: true }));
}
