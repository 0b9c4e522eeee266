import type { Migration } from '../migrate.ts';

/**
 * When a bookmark or a reading state last changed, as an ISO instant, so that of two libraries that are merged the later
 * change wins. Rows from before have the latest instant they name; reading state that names none is older than any.
 */
export const addChangedAt: Migration = {
  version: 3,
  sql: `
ALTER TABLE bookmarks ADD COLUMN changed_at TEXT NOT NULL DEFAULT '1970-01-01T00:00:00.000Z';
UPDATE bookmarks SET changed_at = coalesce(removed_at, created_at);
ALTER TABLE post_state ADD COLUMN changed_at TEXT NOT NULL DEFAULT '1970-01-01T00:00:00.000Z';
UPDATE post_state SET changed_at = read_at WHERE read_at IS NOT NULL;
`,
};
