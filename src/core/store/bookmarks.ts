import type { ArchiveId, PostId } from '../../shared/model.ts';
import { AppError } from '../../shared/result.ts';
import { nextChange } from './libraryChanges.ts';
import type { Library } from './openLibrary.ts';
import type { IndexReader, PostRow } from './storeTypes.ts';

/** Posts of one archive to be marked. */
export interface BookmarkChange {
  readonly archiveId: ArchiveId;
  readonly ids: readonly PostId[];
  readonly isBookmarked: boolean;
}

/** A bookmark of one archive, also one whose post is gone for now. */
export interface Bookmark {
  readonly path: string;
  readonly title: string;
  readonly date: string | null;
  /** ISO instant. */
  readonly createdAt: string;
}

/** Adds one bookmark, or brings it back. */
export const ADD_BOOKMARK = `
INSERT INTO bookmarks(archive_id, path, content_hash, source_id, title, day, date, created_at, removed_at, changed_at,
  changed)
VALUES (:archiveId, :path, :contentHash, :sourceId, :title, :day, :date, :now, NULL, :now, :change)
ON CONFLICT(archive_id, path) DO UPDATE SET content_hash = :contentHash, source_id = :sourceId, title = :title,
  day = :day, date = :date, removed_at = NULL, changed_at = :now, changed = :change
WHERE removed_at IS NOT NULL`;

const REMOVE = `UPDATE bookmarks SET removed_at = :now, changed_at = :now, changed = :change
WHERE archive_id = :archiveId AND path = :path AND removed_at IS NULL`;

/** Adds or removes bookmarks; answers the posts whose state changed, so that undo restores exactly those. */
export function setBookmarks(
  library: Library,
  index: IndexReader,
  { archiveId, ids, isBookmarked }: BookmarkChange,
): readonly PostId[] {
  const add = library.database.prepare(ADD_BOOKMARK);
  const remove = library.database.prepare(REMOVE);
  const now = new Date().toISOString();
  const act = (row: PostRow, change: number): number =>
    isBookmarked
      ? add.run({ archiveId, now, change, ...identityValues(row), date: row.date }).changes
      : remove.run({ archiveId, now, change, path: row.path }).changes;
  return library.database
    .transaction(() => {
      const change = nextChange(library);
      return markRows(index, ids, (row) => act(row, change) > 0);
    })
    .immediate();
}

/** All bookmarks of an archive, oldest first. */
export function listBookmarks(library: Library, archiveId: ArchiveId): readonly Bookmark[] {
  return library.database
    .prepare<[string], Bookmark>(
      `SELECT path, title, date, created_at AS createdAt FROM bookmarks
       WHERE archive_id = ? AND removed_at IS NULL ORDER BY created_at, path`,
    )
    .all(archiveId);
}

/**
 * Marks posts one by one; answers those that `mark` says it changed. Single ones may be gone by now.
 *
 * @throws {AppError} `not-found` when the index has none of them (any more); `index-renewed` when they are of another index
 */
export function markRows(
  index: IndexReader,
  ids: readonly PostId[],
  mark: (row: PostRow) => boolean,
): readonly PostId[] {
  return index.together(() => {
    let isAnyThere = ids.length === 0;
    const changed = ids.filter((id) => {
      const row = index.rowById(id);
      if (row !== null) isAnyThere = true;
      return row !== null && mark(row);
    });
    if (!isAnyThere) {
      throw new AppError('not-found', 'These posts are not in the index any more.');
    }
    return changed;
  });
}

/** What is kept of a post so that it is found again after its path changed. */
export function identityValues(row: PostRow): {
  readonly path: string;
  readonly contentHash: string;
  readonly sourceId: string | null;
  readonly title: string;
  readonly day: string | null;
} {
  const { path, contentHash, sourceId, title, day } = row;
  return { path, contentHash, sourceId, title, day };
}
