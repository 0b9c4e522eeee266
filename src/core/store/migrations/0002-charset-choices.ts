import type { Migration } from '../migrate.ts';

/**
 * What the reader chose to read files as, where the guess was wrong: for one file, or for all files below a folder
 * (`path` empty = the whole archive).
 */
export const addCharsetChoices: Migration = {
  version: 2,
  sql: `
CREATE TABLE charset_choices(
  archive_id TEXT NOT NULL REFERENCES archives(id),
  path TEXT NOT NULL,
  is_folder INTEGER NOT NULL,
  charset TEXT NOT NULL,
  chosen_at TEXT NOT NULL,
  PRIMARY KEY(archive_id, path, is_folder)
) WITHOUT ROWID;
`,
};
