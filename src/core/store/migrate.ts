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
 * @throws {AppError} `library-unreadable` when the file was written by a newer Broadsheet
 */
export function migrate(database: Database.Database, migrations: readonly Migration[]): void {
  const newest = migrations.at(-1)?.version ?? 0;
  const found = versionOf(database);
  if (found > newest) {
    throw new AppError(
      'library-unreadable',
      `The library was written by a newer Broadsheet (version ${found} of its format, this one knows ${newest}): update Broadsheet.`,
      { path: database.name },
    );
  }
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

function versionOf(database: Database.Database): number {
  return Number(database.pragma('user_version', { simple: true }));
}
