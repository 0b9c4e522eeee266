/** Raised with every change of the index's tables or of what is stored in them; other versions are rebuilt. */
export const INDEX_VERSION = 10;

/** What a label is; the numbers stand in the index file. */
export const LABEL_KINDS = { source: 1, category: 2, tag: 3 } as const;

/** Bits of `columns.flags`; the numbers stand in the index file. */
export const POST_FLAGS = {
  page: 1,
  draft: 2,
  image: 4,
  code: 8,
  table: 16,
  url: 32,
  author: 64,
  title: 128,
  body: 256,
} as const;

/**
 * The index file. `posts` is what a row of the list shows. The texts of the posts (postTexts.ts), the columns that a
 * reader keeps in memory (columnStore.ts) and the postings (core/postings) have tables of their own. Row numbers are
 * never given twice, so that whatever is kept by number stays true while posts come and go.
 */
export const INDEX_SCHEMA = `
CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE facts(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE files(
  path TEXT PRIMARY KEY,
  size_bytes REAL NOT NULL,
  mtime_ms REAL NOT NULL,
  content_hash TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE problems(
  path TEXT NOT NULL,
  position INTEGER NOT NULL,
  path_hex TEXT,
  code TEXT NOT NULL,
  severity TEXT NOT NULL,
  message TEXT NOT NULL,
  size_bytes REAL,
  details TEXT,
  PRIMARY KEY(path, position)
) WITHOUT ROWID;
CREATE TABLE labels(
  id INTEGER PRIMARY KEY,
  kind INTEGER NOT NULL,
  value TEXT NOT NULL,
  UNIQUE(kind, value)
);
CREATE TABLE posts(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  path TEXT NOT NULL UNIQUE,
  path_hex TEXT,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  date TEXT,
  day TEXT,
  source TEXT,
  author TEXT,
  url TEXT,
  source_id TEXT,
  lang TEXT NOT NULL,
  is_draft INTEGER NOT NULL,
  character_count INTEGER NOT NULL,
  content_hash TEXT NOT NULL,
  tags TEXT NOT NULL,
  categories TEXT NOT NULL,
  -- CRC-32 of the values above but the row number (postRows.ts)
  row_check INTEGER NOT NULL DEFAULT 0
);
-- Counting posts and pages must not read all rows.
CREATE INDEX posts_by_kind ON posts(kind);
INSERT INTO meta(key, value) VALUES ('revision', '1');
`;
