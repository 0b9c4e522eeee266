import { type LibraryDatabase, nextChange } from './libraryChanges.ts';
import { type Move, planRows, type Reconciling, summaryOf } from './planMoves.ts';
import type { PostIdentity } from './storeTypes.ts';

const IDENTITY = 'content_hash AS contentHash, source_id AS sourceId, title, day';
const SET_IDENTITY =
  'content_hash = :contentHash, source_id = :sourceId, title = :title, day = :day';

/** Of several highlights of a post, the one that was last brought up to date says which post it was. */
const HIGHLIGHTED = `SELECT path, contentHash, sourceId, title, day FROM (
  SELECT path, ${IDENTITY}, row_number() OVER (PARTITION BY path ORDER BY changed DESC, id) AS place
  FROM highlights WHERE archive_id = ? AND removed_at IS NULL) WHERE place = 1`;

/** Highlights follow their posts, those that were taken away too, so that they come back to where their post is. */
export const moveHighlights: Reconciling = (library, work) => {
  const { archiveId } = work;
  const { database } = library;
  const plan = planRows(database.prepare<[string], PostIdentity>(HIGHLIGHTED).all(archiveId), work);
  const refresh = database.prepare(
    `UPDATE highlights SET ${SET_IDENTITY} WHERE archive_id = :archiveId AND path = :path`,
  );
  for (const here of plan.refreshed) refresh.run({ ...here, archiveId });
  const idsAt = database
    .prepare<[string, string], string>(
      'SELECT id FROM highlights WHERE archive_id = ? AND path = ?',
    )
    .pluck();
  const put = database.prepare(
    `UPDATE highlights SET path = :path, ${SET_IDENTITY}, changed = :change WHERE id = :id`,
  );
  // All are looked up before the first one moves: posts may have changed places.
  const leaving = plan.all.map((move) => ({ move, ids: idsAt.all(archiveId, move.oldPath) }));
  for (const { move, ids } of leaving) {
    const change = leave(library, archiveId, move.oldPath);
    for (const id of ids) put.run({ ...move.found, id, change });
  }
  return summaryOf(plan);
};

interface NoteRow {
  readonly text: string;
  readonly createdAt: string;
  readonly changedAt: string;
}

/** Notes follow their posts. */
export const moveNotes: Reconciling = (library, work) => {
  const { archiveId } = work;
  const { database } = library;
  const rows = database
    .prepare<[string], PostIdentity>(
      `SELECT path, ${IDENTITY} FROM post_notes WHERE archive_id = ? AND removed_at IS NULL`,
    )
    .all(archiveId);
  const plan = planRows(rows, work);
  const refresh = database.prepare(
    `UPDATE post_notes SET ${SET_IDENTITY} WHERE archive_id = :archiveId AND path = :path`,
  );
  for (const here of plan.refreshed) refresh.run({ ...here, archiveId });
  const noteAt = database.prepare<[string, string], NoteRow>(
    `SELECT text, created_at AS createdAt, changed_at AS changedAt FROM post_notes
     WHERE archive_id = ? AND path = ? AND removed_at IS NULL`,
  );
  const put = database.prepare(
    `INSERT OR REPLACE INTO post_notes(archive_id, path, content_hash, source_id, title, day, text, created_at, removed_at,
       changed_at, changed)
     VALUES (:archiveId, :path, :contentHash, :sourceId, :title, :day, :text, :createdAt, NULL, :changedAt, :change)`,
  );
  const retire = database.prepare(
    `UPDATE post_notes SET removed_at = :now, changed_at = :now, changed = :change
     WHERE archive_id = :archiveId AND path = :oldPath`,
  );
  const leaving = plan.all.map((move) => ({ move, note: noteAt.get(archiveId, move.oldPath) }));
  const now = new Date().toISOString();
  for (const { move } of leaving) {
    retire.run({ archiveId, oldPath: move.oldPath, now, change: nextChange(library) });
  }
  for (const { move, note } of leaving) {
    if (note !== undefined)
      put.run({ ...move.found, ...note, archiveId, change: nextChange(library) });
  }
  return summaryOf(plan);
};

interface LabelRow {
  readonly label: string;
  readonly createdAt: string;
  readonly changedAt: string;
}

/** Labels follow their bookmarks. What a bookmark that was taken away left at the new path is not theirs. */
export function moveLabels(
  library: LibraryDatabase,
  archiveId: string,
  moves: readonly Move[],
): void {
  const { database } = library;
  const labelsAt = database.prepare<[string, string], LabelRow>(
    `SELECT label, created_at AS createdAt, changed_at AS changedAt FROM bookmark_labels
     WHERE archive_id = ? AND path = ? AND removed_at IS NULL`,
  );
  const retire = database.prepare(
    `UPDATE bookmark_labels SET removed_at = :now, changed_at = :now, changed = :change
     WHERE archive_id = :archiveId AND path = :path AND removed_at IS NULL`,
  );
  const put = database.prepare(
    `INSERT OR REPLACE INTO bookmark_labels(archive_id, path, label, created_at, removed_at, changed_at, changed)
     VALUES (:archiveId, :path, :label, :createdAt, NULL, :changedAt, :change)`,
  );
  const leaving = moves.map((move) => ({ move, labels: labelsAt.all(archiveId, move.oldPath) }));
  const now = new Date().toISOString();
  for (const { move } of leaving) {
    for (const path of [move.oldPath, move.found.path]) {
      retire.run({ archiveId, path, now, change: nextChange(library) });
    }
  }
  for (const { move, labels } of leaving) {
    const place = { archiveId, path: move.found.path, change: nextChange(library) };
    for (const label of labels) put.run({ ...place, ...label });
  }
}

/** Notes that something left a path; answers the number of the change. */
function leave(library: LibraryDatabase, archiveId: string, path: string): number {
  const change = nextChange(library);
  library.database
    .prepare('INSERT OR REPLACE INTO left_paths(archive_id, path, changed) VALUES (?, ?, ?)')
    .run(archiveId, path, change);
  return change;
}
