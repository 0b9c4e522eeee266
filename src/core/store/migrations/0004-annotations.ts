import type { Migration } from '../migrate.ts';

/**
 * What readers write into an archive, and the searches they keep. Rows name their post as bookmarks do and are marked as
 * removed, not deleted. A label belongs to the bookmark at its path and follows it. `left_paths` are paths that highlights,
 * notes or labels left for others: whoever asks what changed since then must look there too. A highlight's `checked` says
 * for which state of its post `is_orphan` was worked out; both can be made again. Recent searches are only a convenience
 * and are really deleted.
 */
export const addAnnotations: Migration = {
  version: 4,
  sql: `
CREATE TABLE highlights(
  id TEXT PRIMARY KEY,
  archive_id TEXT NOT NULL REFERENCES archives(id),
  path TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  source_id TEXT,
  title TEXT NOT NULL,
  day TEXT,
  source TEXT,
  quote TEXT NOT NULL,
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  quote_start INTEGER NOT NULL,
  quote_end INTEGER NOT NULL,
  rivals TEXT,
  pen TEXT NOT NULL,
  note TEXT,
  is_orphan INTEGER NOT NULL,
  checked TEXT NOT NULL,
  created_at TEXT NOT NULL,
  removed_at TEXT,
  changed_at TEXT NOT NULL,
  changed INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX highlights_path ON highlights(archive_id, path);
CREATE INDEX highlights_changed ON highlights(archive_id, changed);
CREATE TABLE post_notes(
  archive_id TEXT NOT NULL REFERENCES archives(id),
  path TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  source_id TEXT,
  title TEXT NOT NULL,
  day TEXT,
  text TEXT NOT NULL,
  created_at TEXT NOT NULL,
  removed_at TEXT,
  changed_at TEXT NOT NULL,
  changed INTEGER NOT NULL,
  PRIMARY KEY(archive_id, path)
) WITHOUT ROWID;
CREATE INDEX post_notes_changed ON post_notes(archive_id, changed);
CREATE TABLE bookmark_labels(
  archive_id TEXT NOT NULL REFERENCES archives(id),
  path TEXT NOT NULL,
  label TEXT NOT NULL,
  created_at TEXT NOT NULL,
  removed_at TEXT,
  changed_at TEXT NOT NULL,
  changed INTEGER NOT NULL,
  PRIMARY KEY(archive_id, path, label)
) WITHOUT ROWID;
CREATE INDEX bookmark_labels_changed ON bookmark_labels(archive_id, changed);
CREATE TABLE left_paths(
  archive_id TEXT NOT NULL REFERENCES archives(id),
  path TEXT NOT NULL,
  changed INTEGER NOT NULL,
  PRIMARY KEY(archive_id, path)
) WITHOUT ROWID;
CREATE INDEX left_paths_changed ON left_paths(archive_id, changed);
CREATE TABLE saved_searches(
  id TEXT PRIMARY KEY,
  archive_id TEXT NOT NULL REFERENCES archives(id),
  name TEXT NOT NULL,
  text TEXT NOT NULL,
  filters TEXT NOT NULL,
  sort TEXT NOT NULL,
  is_pinned INTEGER NOT NULL,
  place REAL NOT NULL,
  created_at TEXT NOT NULL,
  removed_at TEXT,
  changed_at TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX saved_searches_archive ON saved_searches(archive_id, place);
CREATE TABLE recent_searches(
  archive_id TEXT NOT NULL REFERENCES archives(id),
  text TEXT NOT NULL,
  searched INTEGER NOT NULL,
  PRIMARY KEY(archive_id, text)
) WITHOUT ROWID;
`,
};
