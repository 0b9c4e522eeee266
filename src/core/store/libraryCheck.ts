import Database from 'better-sqlite3';
import { type Migration, migrate, versionOf } from './migrate.ts';

/** A larger number is no version that anybody will write: the header is damaged. */
const HIGHEST_VERSION = 1_000_000;

/** After so many milliseconds no further table is checked. */
const CHECK_MS = 2_000;

/** What is written by people comes first, should the time not suffice. */
const ORDER = [
  'highlights',
  'bookmarks',
  'post_notes',
  'bookmark_labels',
  'archives',
  'saved_searches',
  'settings',
  'post_state',
];

/** SQLite's answers to a file that is no sound database (https://sqlite.org/rescode.html). */
export function isLibraryDamage(thrown: unknown): boolean {
  if (thrown instanceof RangeError) return true;
  if (!(thrown instanceof Database.SqliteError)) return false;
  return (
    /^SQLITE_(?:CORRUPT.*|NOTADB|IOERR_SHORT_READ|NOMEM|TOOBIG|FORMAT|MISMATCH)$/u.test(
      thrown.code,
    ) || /unsupported file format|malformed/u.test(thrown.message)
  );
}

/** True when the version is one that only a later Broadsheet can have written. */
export function isNewer(database: Database.Database, migrations: readonly Migration[]): boolean {
  const version = versionOf(database);
  return version > newestVersion(migrations) && version <= HIGHEST_VERSION;
}

/** The version the given steps lead to. */
export function newestVersion(migrations: readonly Migration[]): number {
  return migrations.at(-1)?.version ?? 0;
}

/**
 * What is wrong with a library of a known version, in words for a log; null when nothing was found. Its tables must be
 * those of its version, and SQLite must find their pages and indexes in order; a library that is too large to be
 * checked within two seconds is checked as far as that goes.
 */
export function findDamage(
  database: Database.Database,
  migrations: readonly Migration[],
): string | null {
  try {
    return strangeSchema(database, migrations) ?? brokenTable(database);
  } catch (thrown) {
    if (isLibraryDamage(thrown) && thrown instanceof Error) return thrown.message;
    throw thrown;
  }
}

interface SchemaRow {
  readonly name: string;
  readonly sql: string | null;
}

const SCHEMA = `SELECT name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`;

function strangeSchema(
  database: Database.Database,
  migrations: readonly Migration[],
): string | null {
  const version = versionOf(database);
  const known = migrations.filter((step) => step.version <= version);
  if (version > 0 && known.at(-1)?.version !== version) return `There is no version ${version}.`;
  const found = new Map(schemaOf(database).map(({ name, sql }) => [name, sql]));
  if (version === 0) return found.size === 0 ? null : 'There are tables, but no version.';
  const model = new Database(':memory:');
  try {
    migrate(model, known);
    const strange = schemaOf(model).find(({ name, sql }) => found.get(name) !== sql);
    return strange === undefined ? null : `${strange.name} is not what version ${version} has.`;
  } finally {
    model.close();
  }
}

function schemaOf(database: Database.Database): readonly SchemaRow[] {
  return database.prepare<[], SchemaRow>(SCHEMA).all();
}

function brokenTable(database: Database.Database): string | null {
  const tables = database
    .prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table'`)
    .pluck()
    .all();
  const endsAt = performance.now() + CHECK_MS;
  for (const table of tables.toSorted((a, b) => rank(a) - rank(b))) {
    if (performance.now() > endsAt) return null;
    const quoted = `"${table.replaceAll('"', '""')}"`;
    const said = String(database.pragma(`integrity_check(${quoted})`, { simple: true }));
    if (said !== 'ok') return said;
  }
  return null;
}

function rank(table: string): number {
  const at = ORDER.indexOf(table);
  return at === -1 ? ORDER.length : at;
}
