import Database from 'better-sqlite3';
import { crc32 } from 'node:zlib';

/**
 * CRC-32 of what a row holds: SQLite itself does not notice a changed bit. `seed` is whatever else belongs to it, such as
 * the row's own number, so that a row read in the place of another is noticed too.
 */
export function checkOf(content: string | Uint8Array, seed = 0): number {
  // An empty value comes from SQLite without any memory, for which zlib answers 0 whatever the seed.
  return content.length === 0 ? seed >>> 0 : crc32(content, seed >>> 0);
}

/** Whether a column that should hold text does: a damaged row may give a value of another type. */
export function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/** The same of a column of bytes. */
export function isBytes(value: unknown): value is Uint8Array {
  return value instanceof Uint8Array;
}

/** What SQLite throws for a damaged file; whoever meets it marks the index to be made anew (`isDamage`). */
export function damagedRow(table: string): Error {
  return new Database.SqliteError(`A row of ${table} is damaged.`, 'SQLITE_CORRUPT');
}
