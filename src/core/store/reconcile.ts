import type { ArchiveId } from '../../shared/model.ts';
import { lazily } from './lazily.ts';
import { type LibraryDatabase, nextChange } from './libraryChanges.ts';
import type { Library } from './openLibrary.ts';
import { moveHighlights, moveLabels, moveNotes } from './moveAnnotations.ts';
import {
  candidatesOf,
  planRows,
  type Reconciling,
  type ReconcileSummary,
  type ReconcileWork,
  summaryOf,
} from './planMoves.ts';
import type { IndexReader, PostIdentity } from './storeTypes.ts';

/**
 * Brings bookmarks with their labels, reading state, highlights and notes up to date with the index. A row whose path is gone follows its post to a path
 * with the same content, else to the one with the same publisher's id, else the same title and day; when several would
 * fit, or the row there is taken, it stays where it is. Where another post took the path, the row follows the same
 * content only. No row is ever deleted.
 */
export function reconcile(
  library: Library,
  index: IndexReader,
  archiveId: ArchiveId,
): ReconcileSummary {
  return library.database
    .transaction(() => {
      const summary = { moved: 0, refreshed: 0, orphaned: 0 };
      const candidates = lazily(() => candidatesOf(index));
      const work = { archiveId, index, candidates };
      for (const act of [reconcileBookmarks, reconcileStates, moveHighlights, moveNotes]) {
        const result = index.together(() => act(library, work));
        summary.moved += result.moved;
        summary.refreshed += result.refreshed;
        summary.orphaned += result.orphaned;
      }
      return summary;
    })
    .immediate();
}

/** The statements for one kind of row; rows that say nothing (removed, unread at the beginning) are left alone. */
interface MarkTable {
  readonly rows: string;
  readonly refresh: string;
  /** Makes the row at the new path from the one at the old path. */
  readonly copy: string;
  /** Leaves nothing marked at the old path; readers learn of it by `changed`. */
  readonly retire: string;
}

const IDENTITY = 'path, content_hash AS contentHash, source_id AS sourceId, title, day';
const SET_IDENTITY = `content_hash = :contentHash, source_id = :sourceId, title = :title, day = :day`;

const BOOKMARKS: MarkTable = {
  rows: `SELECT ${IDENTITY} FROM bookmarks WHERE archive_id = ? AND removed_at IS NULL`,
  refresh: `UPDATE bookmarks SET ${SET_IDENTITY} WHERE archive_id = :archiveId AND path = :path`,
  copy: `INSERT OR REPLACE INTO bookmarks(archive_id, path, content_hash, source_id, title, day, date, created_at,
      removed_at, changed_at, changed)
    SELECT archive_id, :path, :contentHash, :sourceId, :title, :day, date, created_at, NULL, changed_at, :change
    FROM bookmarks WHERE archive_id = :archiveId AND path = :oldPath`,
  retire: `UPDATE bookmarks SET removed_at = :now, changed_at = :now, changed = :change
    WHERE archive_id = :archiveId AND path = :oldPath`,
};

const POST_STATE: MarkTable = {
  rows: `SELECT ${IDENTITY} FROM post_state WHERE archive_id = ? AND (is_read <> 0 OR position > 0)`,
  refresh: `UPDATE post_state SET ${SET_IDENTITY} WHERE archive_id = :archiveId AND path = :path`,
  copy: `INSERT OR REPLACE INTO post_state(archive_id, path, content_hash, source_id, title, day, is_read, read_at,
      position, passage, changed_at, changed)
    SELECT archive_id, :path, :contentHash, :sourceId, :title, :day, is_read, read_at, position, passage, changed_at, :change
    FROM post_state WHERE archive_id = :archiveId AND path = :oldPath`,
  retire: `UPDATE post_state SET is_read = 0, read_at = NULL, position = 0, passage = NULL, changed_at = :now, changed = :change
    WHERE archive_id = :archiveId AND path = :oldPath`,
};

const reconcileBookmarks: Reconciling = (library, work) => reconcileTable(library, BOOKMARKS, work);

const reconcileStates: Reconciling = (library, work) => reconcileTable(library, POST_STATE, work);

function reconcileTable(
  library: LibraryDatabase,
  table: MarkTable,
  work: ReconcileWork,
): ReconcileSummary {
  const { archiveId } = work;
  const { database } = library;
  const rows = database.prepare<[string], PostIdentity>(table.rows).all(archiveId);
  const plan = planRows(rows, work);
  const refresh = database.prepare(table.refresh);
  const copy = database.prepare(table.copy);
  const retire = database.prepare(table.retire);
  for (const here of plan.refreshed) refresh.run({ ...here, archiveId });
  const now = new Date().toISOString();
  for (const { oldPath, found } of plan.moves) {
    const place = { archiveId, oldPath, change: nextChange(library) };
    copy.run({ ...found, ...place });
    retire.run({ ...place, now });
  }
  if (table === BOOKMARKS) moveLabels(library, archiveId, plan.all);
  return summaryOf(plan);
}
