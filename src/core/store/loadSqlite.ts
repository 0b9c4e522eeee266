import Database from 'better-sqlite3';

/** Loads SQLite into this thread, which is done with the first database otherwise. */
export function loadSqlite(): void {
  new Database(':memory:').close();
}
