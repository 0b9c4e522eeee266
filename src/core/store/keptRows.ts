import type Database from 'better-sqlite3';
import * as v from 'valibot';

/** A table and what is read of it. */
export interface TableQuery {
  readonly table: string;
  readonly key: string;
  readonly columns: string;
}

/** A row as SQLite gives it. */
export type Row = Readonly<Record<string, unknown>>;

/** Numbers that stand for true and false, as such. */
export function withFlags(row: Row): Row {
  const flags = Object.entries(row).flatMap(([name, value]) =>
    name.startsWith('is') ? [[name, value === 1]] : [],
  );
  return { ...row, ...Object.fromEntries(flags) };
}

/** Rows that make sense, by the archive they belong to. */
export function byArchive<S extends v.GenericSchema>(
  rows: readonly Row[],
  schema: S,
): ReadonlyMap<string, readonly v.InferOutput<S>[]> {
  const found = new Map<string, v.InferOutput<S>[]>();
  for (const row of rows) {
    const parsed = v.safeParse(schema, withFlags(row));
    const archiveId = row['archiveId'];
    if (!parsed.success || typeof archiveId !== 'string') continue;
    const known = found.get(archiveId);
    if (known === undefined) found.set(archiveId, [parsed.output]);
    else known.push(parsed.output);
  }
  return found;
}

/** Whether a database has a table; false of one whose schema cannot be read. */
export function hasTable(database: Database.Database, table: string): boolean {
  try {
    const count = database
      .prepare<[string], number>('SELECT count(*) FROM sqlite_schema WHERE name = ?')
      .pluck();
    return count.get(table) === 1;
  } catch {
    // A schema that cannot be read has no rows to give either.
    return false;
  }
}

/** Whether a table has a column; false in a database whose schema cannot be read. */
export function hasColumn(database: Database.Database, table: string, column: string): boolean {
  try {
    const count = database
      .prepare<[string, string], number>('SELECT count(*) FROM pragma_table_info(?) WHERE name = ?')
      .pluck();
    return count.get(table, column) === 1;
  } catch {
    // A schema that cannot be read has no rows to give either.
    return false;
  }
}
