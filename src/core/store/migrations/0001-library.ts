import type { Migration } from '../migrate.ts';

/**
 * Archives, bookmarks, reading state, settings. Rows that people made are marked as removed, not deleted, so that they
 * come back with an archive and so that readers can be told what changed: `changed` is the value of the one counter in
 * `changes` when the row last changed. Bookmarks and reading state name a post by its path and keep what is needed to
 * find it again when the path changed.
 */
export const createLibrary: Migration = {
  version: 1,
  sql: `
CREATE TABLE changes(only_row INTEGER PRIMARY KEY CHECK (only_row = 1), last INTEGER NOT NULL);
INSERT INTO changes(only_row, last) VALUES (1, 0);
CREATE TABLE archives(
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  folder TEXT NOT NULL,
  is_sample INTEGER NOT NULL,
  post_count INTEGER,
  added_at TEXT NOT NULL,
  last_opened_at TEXT,
  removed_at TEXT
);
CREATE TABLE bookmarks(
  archive_id TEXT NOT NULL REFERENCES archives(id),
  path TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  source_id TEXT,
  title TEXT NOT NULL,
  day TEXT,
  date TEXT,
  created_at TEXT NOT NULL,
  removed_at TEXT,
  changed INTEGER NOT NULL,
  PRIMARY KEY(archive_id, path)
) WITHOUT ROWID;
CREATE INDEX bookmarks_changed ON bookmarks(archive_id, changed);
CREATE TABLE post_state(
  archive_id TEXT NOT NULL REFERENCES archives(id),
  path TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  source_id TEXT,
  title TEXT NOT NULL,
  day TEXT,
  is_read INTEGER NOT NULL,
  read_at TEXT,
  position REAL NOT NULL,
  changed INTEGER NOT NULL,
  PRIMARY KEY(archive_id, path)
) WITHOUT ROWID;
CREATE INDEX post_state_changed ON post_state(archive_id, changed);
CREATE TABLE settings(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE archive_views(
  archive_id TEXT PRIMARY KEY REFERENCES archives(id),
  view TEXT NOT NULL
) WITHOUT ROWID;
`,
};
