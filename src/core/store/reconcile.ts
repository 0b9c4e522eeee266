import type { ArchiveId } from '../../shared/model.ts';
import { lazily } from './lazily.ts';
import { type Library, nextChange } from './openLibrary.ts';
import type { IndexReader, PostIdentity } from './storeTypes.ts';

/** What was done to bookmarks and reading state after an indexing run. */
export interface ReconcileSummary {
  /** Rows that followed their post to a new path. */
  readonly moved: number;
  /** Rows whose post changed at its path. */
  readonly refreshed: number;
  /** Rows whose post is not in the index now; they are kept and tried again after the next run. */
  readonly orphaned: number;
}

/**
 * Brings bookmarks and reading state up to date with the index. A row whose path is gone follows its post to the one
 * path with the same content, else the same publisher's id, else the same title and day; when several would fit, or
 * the row there is taken, it stays where it is. No row is ever deleted.
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
      for (const table of [BOOKMARKS, POST_STATE]) {
        const result = index.together(() =>
          reconcileTable(library, table, { archiveId, index, candidates }),
        );
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
      removed_at, changed)
    SELECT archive_id, :path, :contentHash, :sourceId, :title, :day, date, created_at, NULL, :change
    FROM bookmarks WHERE archive_id = :archiveId AND path = :oldPath`,
  retire: `UPDATE bookmarks SET removed_at = :now, changed = :change
    WHERE archive_id = :archiveId AND path = :oldPath`,
};

const POST_STATE: MarkTable = {
  rows: `SELECT ${IDENTITY} FROM post_state WHERE archive_id = ? AND (is_read <> 0 OR position > 0)`,
  refresh: `UPDATE post_state SET ${SET_IDENTITY} WHERE archive_id = :archiveId AND path = :path`,
  copy: `INSERT OR REPLACE INTO post_state(archive_id, path, content_hash, source_id, title, day, is_read, read_at,
      position, changed)
    SELECT archive_id, :path, :contentHash, :sourceId, :title, :day, is_read, read_at, position, :change
    FROM post_state WHERE archive_id = :archiveId AND path = :oldPath`,
  retire: `UPDATE post_state SET is_read = 0, read_at = NULL, position = 0, changed = :change
    WHERE archive_id = :archiveId AND path = :oldPath`,
};

interface TableWork {
  readonly archiveId: ArchiveId;
  readonly index: IndexReader;
  readonly candidates: () => Candidates;
}

function reconcileTable(library: Library, table: MarkTable, work: TableWork): ReconcileSummary {
  const { archiveId, index, candidates } = work;
  const database = library.database;
  const rows = database.prepare<[string], PostIdentity>(table.rows).all(archiveId);
  const taken = new Set(rows.map(({ path }) => path));
  const statements = {
    refresh: database.prepare(table.refresh),
    copy: database.prepare(table.copy),
    retire: database.prepare(table.retire),
  };
  const summary = { moved: 0, refreshed: 0, orphaned: 0 };
  for (const row of rows) {
    const here = index.identityOf(row.path);
    if (here !== null) {
      if (isSame(row, here)) continue;
      statements.refresh.run({ ...here, archiveId });
      summary.refreshed += 1;
      continue;
    }
    const found = candidates().find(row);
    if (found === null || taken.has(found.path)) {
      summary.orphaned += 1;
      continue;
    }
    const place = { archiveId, oldPath: row.path, change: nextChange(library) };
    statements.copy.run({ ...found, ...place });
    statements.retire.run(
      table === BOOKMARKS ? { ...place, now: new Date().toISOString() } : place,
    );
    taken.add(found.path);
    summary.moved += 1;
  }
  return summary;
}

function isSame(a: PostIdentity, b: PostIdentity): boolean {
  return (
    a.contentHash === b.contentHash &&
    a.sourceId === b.sourceId &&
    a.title === b.title &&
    a.day === b.day
  );
}

/** Finds the one post that a row may mean. */
interface Candidates {
  readonly find: (row: PostIdentity) => PostIdentity | null;
}

/** Every post of the index by what identifies it; null where two posts share it. */
function candidatesOf(index: IndexReader): Candidates {
  const byHash = new Map<string, PostIdentity | null>();
  const bySourceId = new Map<string, PostIdentity | null>();
  const byTitle = new Map<string, PostIdentity | null>();
  for (const post of index.identities()) {
    addOnce(byHash, hashKey(post), post);
    addOnce(bySourceId, post.sourceId, post);
    addOnce(byTitle, titleKey(post), post);
  }
  return {
    find: (row) => {
      for (const [posts, key] of [
        [byHash, hashKey(row)],
        [bySourceId, row.sourceId],
        [byTitle, titleKey(row)],
      ] as const) {
        const found = key === null ? undefined : posts.get(key);
        // Two posts with the same content: the next trait would not tell them apart either.
        if (found !== undefined) return found;
      }
      return null;
    },
  };
}

function addOnce(
  posts: Map<string, PostIdentity | null>,
  key: string | null,
  post: PostIdentity,
): void {
  if (key !== null) posts.set(key, posts.has(key) ? null : post);
}

function hashKey(post: PostIdentity): string | null {
  return post.contentHash === '' ? null : post.contentHash;
}

function titleKey(post: PostIdentity): string | null {
  return post.title === '' || post.day === null ? null : `${post.day} ${post.title}`;
}
