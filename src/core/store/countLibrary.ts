import type Database from 'better-sqlite3';
import type { LibraryCounts, LibraryKind } from '../../shared/libraryModel.ts';
import { hasTable } from './keptRows.ts';

const THERE = 'removed_at IS NULL';

/** Where each kind is kept, and which of its rows count. */
const COUNTED: Readonly<Record<LibraryKind, readonly [table: string, counts: string]>> = {
  bookmarks: ['bookmarks', THERE],
  labels: ['bookmark_labels', THERE],
  highlights: ['highlights', THERE],
  notes: ['post_notes', THERE],
  savedSearches: ['saved_searches', THERE],
  readingState: ['post_state', '(is_read = 1 OR position > 0)'],
};

/**
 * How many things of each kind a library of any version holds; of one archive, or of all (null). A table that is not there
 * counts as empty.
 */
export function countLibrary(database: Database.Database, archiveId: string | null): LibraryCounts {
  const count = (kind: LibraryKind): number => {
    const [table, counts] = COUNTED[kind];
    if (!hasTable(database, table)) return 0;
    const sql = `SELECT count(*) FROM ${table} WHERE ${counts} AND (:archiveId IS NULL OR archive_id = :archiveId)`;
    return database.prepare<object, number>(sql).pluck().get({ archiveId }) ?? 0;
  };
  return {
    bookmarks: count('bookmarks'),
    labels: count('labels'),
    highlights: count('highlights'),
    notes: count('notes'),
    savedSearches: count('savedSearches'),
    readingState: count('readingState'),
  };
}

/** PURE. What the second has more than the first; never below 0. */
export function countsGained(before: LibraryCounts, after: LibraryCounts): LibraryCounts {
  const gained = (kind: LibraryKind): number => Math.max(0, after[kind] - before[kind]);
  return {
    bookmarks: gained('bookmarks'),
    labels: gained('labels'),
    highlights: gained('highlights'),
    notes: gained('notes'),
    savedSearches: gained('savedSearches'),
    readingState: gained('readingState'),
  };
}
