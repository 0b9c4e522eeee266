import type { LabelCount } from '../../shared/annotations.ts';
import type { ArchiveId, PostId } from '../../shared/model.ts';
import { ADD_BOOKMARK, identityValues, markRows } from './bookmarks.ts';
import { nextChange } from './libraryChanges.ts';
import type { Library } from './openLibrary.ts';
import type { IndexReader } from './storeTypes.ts';

/** Labels for the bookmarks of some posts. */
export interface LabelsChange {
  readonly archiveId: ArchiveId;
  readonly ids: readonly PostId[];
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

const ADD = `
INSERT INTO bookmark_labels(archive_id, path, label, created_at, removed_at, changed_at, changed)
VALUES (:archiveId, :path, :label, :now, NULL, :now, :change)
ON CONFLICT(archive_id, path, label) DO UPDATE SET removed_at = NULL, changed_at = :now, changed = :change
WHERE removed_at IS NOT NULL`;

const REMOVE = `UPDATE bookmark_labels SET removed_at = :now, changed_at = :now, changed = :change
WHERE archive_id = :archiveId AND path = :path AND label = :label AND removed_at IS NULL`;

/** A label whose bookmark was taken away waits with it and is not counted. */
const LIVE = `FROM bookmark_labels AS l JOIN bookmarks AS b USING (archive_id, path)
WHERE l.archive_id = ? AND l.removed_at IS NULL AND b.removed_at IS NULL`;

/** Adds and removes labels; adding one bookmarks the post. Answers the posts that changed. */
export function setLabels(
  library: Library,
  index: IndexReader,
  { archiveId, ids, add, remove }: LabelsChange,
): readonly PostId[] {
  const { database } = library;
  const bookmark = database.prepare(ADD_BOOKMARK);
  const forget = database.prepare(
    `UPDATE bookmark_labels SET removed_at = :now, changed_at = :now, changed = :change WHERE archive_id = :archiveId
       AND path = :path AND removed_at IS NULL AND NOT EXISTS (SELECT 1 FROM bookmarks AS b
         WHERE b.archive_id = :archiveId AND b.path = bookmark_labels.path AND b.removed_at IS NULL)`,
  );
  const [put, take] = [database.prepare(ADD), database.prepare(REMOVE)];
  return database
    .transaction(() => {
      const moment = { archiveId, now: new Date().toISOString(), change: nextChange(library) };
      return markRows(index, ids, (row) => {
        const { path } = row;
        let changes = 0;
        if (add.length > 0) {
          // Labels of a bookmark that was taken away are not those of a new one.
          forget.run({ ...moment, path });
          changes += bookmark.run({ ...moment, ...identityValues(row), date: row.date }).changes;
        }
        for (const label of add) changes += put.run({ ...moment, path, label }).changes;
        for (const label of remove) changes += take.run({ ...moment, path, label }).changes;
        return changes > 0;
      });
    })
    .immediate();
}

/** Labels in use, by text. */
export function listLabels(library: Library, archiveId: ArchiveId): readonly LabelCount[] {
  return library.database
    .prepare<[string], LabelCount>(
      `SELECT l.label, count(*) AS count ${LIVE} GROUP BY l.label ORDER BY l.label`,
    )
    .all(archiveId);
}

/** Labels of the bookmark at a path, by text; empty when it has none or there is no bookmark. */
export function labelsOf(library: Library, archiveId: ArchiveId, path: string): readonly string[] {
  return library.database
    .prepare<[string, string], string>(`SELECT l.label ${LIVE} AND l.path = ? ORDER BY l.label`)
    .pluck()
    .all(archiveId, path);
}

/** All bookmarks that carry `from` carry `to` instead. Answers how many. */
export function renameLabel(
  library: Library,
  archiveId: ArchiveId,
  { from, to }: { readonly from: string; readonly to: string },
): number {
  if (from === to) return 0;
  const { database } = library;
  const [put, take] = [database.prepare(ADD), database.prepare(REMOVE)];
  return database
    .transaction(() => {
      const moment = { archiveId, now: new Date().toISOString(), change: nextChange(library) };
      const paths = pathsWith(library, archiveId, from);
      for (const path of paths) {
        put.run({ ...moment, path, label: to });
        take.run({ ...moment, path, label: from });
      }
      return paths.length;
    })
    .immediate();
}

/** Takes a label off all bookmarks. Answers how many. */
export function deleteLabel(library: Library, archiveId: ArchiveId, label: string): number {
  return library.database
    .transaction(() => {
      const moment = { archiveId, now: new Date().toISOString(), change: nextChange(library) };
      return library.database
        .prepare(
          `UPDATE bookmark_labels SET removed_at = :now, changed_at = :now, changed = :change
           WHERE archive_id = :archiveId AND label = :label AND removed_at IS NULL`,
        )
        .run({ ...moment, label }).changes;
    })
    .immediate();
}

/** Takes the last deletion of a label back. Answers how many bookmarks carry it again. */
export function restoreLabel(library: Library, archiveId: ArchiveId, label: string): number {
  return library.database
    .transaction(() => {
      const moment = { archiveId, now: new Date().toISOString(), change: nextChange(library) };
      return library.database
        .prepare(
          `UPDATE bookmark_labels SET removed_at = NULL, changed_at = :now, changed = :change
           WHERE archive_id = :archiveId AND label = :label AND removed_at IS NOT NULL AND changed =
             (SELECT max(changed) FROM bookmark_labels
              WHERE archive_id = :archiveId AND label = :label AND removed_at IS NOT NULL)`,
        )
        .run({ ...moment, label }).changes;
    })
    .immediate();
}

function pathsWith(library: Library, archiveId: ArchiveId, label: string): readonly string[] {
  return library.database
    .prepare<[string, string], string>(
      'SELECT path FROM bookmark_labels WHERE archive_id = ? AND label = ? AND removed_at IS NULL',
    )
    .pluck()
    .all(archiveId, label);
}
