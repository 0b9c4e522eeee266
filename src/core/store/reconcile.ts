import type { ArchiveId } from '../../shared/model.ts';
import { lazily } from './lazily.ts';
import { nextChange } from './libraryChanges.ts';
import type { Library } from './openLibrary.ts';
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
 * Brings bookmarks and reading state up to date with the index. A row whose path is gone follows its post to a path
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
      position, changed_at, changed)
    SELECT archive_id, :path, :contentHash, :sourceId, :title, :day, is_read, read_at, position, changed_at, :change
    FROM post_state WHERE archive_id = :archiveId AND path = :oldPath`,
  retire: `UPDATE post_state SET is_read = 0, read_at = NULL, position = 0, changed_at = :now, changed = :change
    WHERE archive_id = :archiveId AND path = :oldPath`,
};

interface TableWork {
  readonly archiveId: ArchiveId;
  readonly index: IndexReader;
  readonly candidates: () => Candidates;
}

function reconcileTable(library: Library, table: MarkTable, work: TableWork): ReconcileSummary {
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
  return {
    moved: plan.moves.length,
    refreshed: plan.refreshed.length,
    orphaned: plan.orphaned,
  };
}

interface Move {
  readonly oldPath: string;
  readonly found: PostIdentity;
}

/** What becomes of the rows; each move may be done in this order without overwriting a row that still has to go. */
interface Plan {
  readonly moves: readonly Move[];
  /** Rows that stay where they are and take over what the post is now. */
  readonly refreshed: readonly PostIdentity[];
  readonly orphaned: number;
}

function planRows(rows: readonly PostIdentity[], { index, candidates }: TableWork): Plan {
  const refreshed: PostIdentity[] = [];
  const taken = new Set<string>();
  const leaving: { readonly row: PostIdentity; readonly here: PostIdentity | null }[] = [];
  for (const row of rows) {
    const here = index.identityOf(row.path);
    if (here === null || isReplaced(row, here)) {
      leaving.push({ row, here });
      continue;
    }
    taken.add(row.path);
    if (!isSame(row, here)) refreshed.push(here);
  }
  const wanted: Move[] = [];
  let orphaned = 0;
  for (const { row, here } of leaving) {
    const found = candidates().find(row, here === null, taken);
    if (found !== null) {
      taken.add(found.path);
      wanted.push({ oldPath: row.path, found });
    } else if (here !== null) refreshed.push(here);
    else orphaned += 1;
  }
  const { moves, circular } = orderMoves(wanted);
  // Posts that changed places among themselves are all marked, before and after.
  const inPlace = circular.flatMap(({ oldPath }) => index.identityOf(oldPath) ?? []);
  return { moves, refreshed: [...refreshed, ...inPlace], orphaned };
}

/**
 * A move to a path that another row leaves comes after that row's own move. No two moves have one target, so they form
 * chains, which are done from their ends, and circles.
 */
function orderMoves(wanted: readonly Move[]): {
  readonly moves: readonly Move[];
  readonly circular: readonly Move[];
} {
  const byOldPath = new Map(wanted.map((move) => [move.oldPath, move]));
  const seen = new Set<Move>();
  const moves: Move[] = [];
  const circular: Move[] = [];
  for (const start of wanted) {
    const chain: Move[] = [];
    let next: Move | undefined = start;
    while (next !== undefined && !seen.has(next)) {
      seen.add(next);
      chain.push(next);
      next = byOldPath.get(next.found.path);
    }
    if (next === start && chain.length > 0) circular.push(...chain);
    else moves.push(...chain.toReversed());
  }
  return { moves, circular };
}

/** Whether another post stands at the path now, not this one with new words: nothing that tells posts apart is left. */
function isReplaced(row: PostIdentity, here: PostIdentity): boolean {
  if (row.contentHash === here.contentHash) return false;
  if (row.sourceId !== null && row.sourceId === here.sourceId) return false;
  return row.title !== here.title || row.day !== here.day;
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
  /** `isGone` false: something else stands at the row's path, so that only the very same content counts. */
  readonly find: (
    row: PostIdentity,
    isGone: boolean,
    taken: ReadonlySet<string>,
  ) => PostIdentity | null;
}

/**
 * Every post of the index by what identifies it. Of several with the same content the last indexed is meant: they read
 * alike, and a post that moved is new. Where two share a lesser trait neither is meant (null).
 */
function candidatesOf(index: IndexReader): Candidates {
  const byHash = new Map<string, PostIdentity[]>();
  const bySourceId = new Map<string, PostIdentity | null>();
  const byTitle = new Map<string, PostIdentity | null>();
  for (const post of index.identities()) {
    const same = byHash.get(post.contentHash);
    if (same === undefined) byHash.set(post.contentHash, [post]);
    else same.push(post);
    addOnce(bySourceId, post.sourceId, post);
    addOnce(byTitle, titleKey(post), post);
  }
  return {
    find: (row, isGone, taken) => {
      const same = row.contentHash === '' ? undefined : byHash.get(row.contentHash);
      const free = same?.findLast(({ path }) => !taken.has(path));
      if (same !== undefined || !isGone) return free ?? null;
      for (const [posts, key] of [
        [bySourceId, row.sourceId],
        [byTitle, titleKey(row)],
      ] as const) {
        const found = key === null ? undefined : posts.get(key);
        if (found !== undefined) return found === null || taken.has(found.path) ? null : found;
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

function titleKey(post: PostIdentity): string | null {
  return post.title === '' || post.day === null ? null : `${post.day} ${post.title}`;
}
