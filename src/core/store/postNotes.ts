import type { PostNote } from '../../shared/annotations.ts';
import type { ArchiveId } from '../../shared/model.ts';
import { AppError } from '../../shared/result.ts';
import { nextChange } from './libraryChanges.ts';
import type { Library } from './openLibrary.ts';
import type { IndexReader } from './storeTypes.ts';

/** A note for a post; `text` null takes it away. */
export interface NoteChange {
  readonly archiveId: ArchiveId;
  readonly path: string;
  readonly text: string | null;
}

const PUT = `
INSERT INTO post_notes(archive_id, path, content_hash, source_id, title, day, text, created_at, removed_at, changed_at,
  changed)
VALUES (:archiveId, :path, :contentHash, :sourceId, :title, :day, :text, :now, NULL, :now, :change)
ON CONFLICT(archive_id, path) DO UPDATE SET content_hash = :contentHash, source_id = :sourceId, title = :title,
  day = :day, text = :text, created_at = CASE WHEN removed_at IS NULL THEN created_at ELSE :now END, removed_at = NULL,
  changed_at = :now, changed = :change
WHERE removed_at IS NOT NULL OR text <> :text`;

const REMOVE = `UPDATE post_notes SET removed_at = :now, changed_at = :now, changed = :change
WHERE archive_id = :archiveId AND path = :path AND removed_at IS NULL`;

/**
 * Writes or takes away the note on a post; answers it as it is now.
 *
 * @throws {AppError} `not-found` when the index has no post at the path; an old note can be taken away all the same
 */
export function setNote(
  library: Library,
  index: IndexReader | null,
  { archiveId, path, text }: NoteChange,
): PostNote | null {
  const identity = text === null ? null : (index?.identityOf(path) ?? null);
  if (text !== null && identity === null) {
    throw new AppError('not-found', `There is no post ${path} in the index.`, { path });
  }
  return library.database
    .transaction(() => {
      const moment = { archiveId, now: new Date().toISOString(), change: nextChange(library) };
      if (identity === null) library.database.prepare(REMOVE).run({ ...moment, path });
      else library.database.prepare(PUT).run({ ...moment, ...identity, text });
      return getNote(library, archiveId, path);
    })
    .immediate();
}

/** The note on the post at a path; null when there is none. */
export function getNote(library: Library, archiveId: ArchiveId, path: string): PostNote | null {
  const found = library.database
    .prepare<[string, string], PostNote>(
      `SELECT text, created_at AS createdAt, changed_at AS changedAt FROM post_notes
       WHERE archive_id = ? AND path = ? AND removed_at IS NULL`,
    )
    .get(archiveId, path);
  return found ?? null;
}
