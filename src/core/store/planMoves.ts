import type { ArchiveId } from '../../shared/model.ts';
import type { LibraryDatabase } from './libraryChanges.ts';
import type { IndexReader, PostIdentity } from './storeTypes.ts';

/** What rows are compared with. */
export interface PlanSource {
  readonly index: IndexReader;
  /** Every post of the index by what identifies it; made when a row first needs it. */
  readonly candidates: () => Candidates;
}

/** What was done to the reader's rows after an indexing run. */
export interface ReconcileSummary {
  /** Rows that followed their post to a new path. */
  readonly moved: number;
  /** Rows whose post changed at its path. */
  readonly refreshed: number;
  /** Rows whose post is not in the index now; they are kept and tried again after the next run. */
  readonly orphaned: number;
}

/** One archive's rows and the index they are compared with. */
export interface ReconcileWork extends PlanSource {
  readonly archiveId: ArchiveId;
}

/** Brings one kind of row up to date. Called in a transaction of the library and of the index. */
export type Reconciling = (library: LibraryDatabase, work: ReconcileWork) => ReconcileSummary;

/** A plan in numbers. */
export function summaryOf({ moves, refreshed, orphaned }: Plan): ReconcileSummary {
  return { moved: moves.length, refreshed: refreshed.length, orphaned };
}

/** A row, and the post it follows. */
export interface Move {
  readonly oldPath: string;
  readonly found: PostIdentity;
}

/** What becomes of the rows; each move may be done in this order without overwriting a row that still has to go. */
export interface Plan {
  readonly moves: readonly Move[];
  /** All moves, those of posts that changed places among themselves included; to be done at once. */
  readonly all: readonly Move[];
  /** Rows that stay where they are and take over what the post is now. */
  readonly refreshed: readonly PostIdentity[];
  readonly orphaned: number;
}

/** Finds for each row the post that it belongs to now. */
export function planRows(rows: readonly PostIdentity[], { index, candidates }: PlanSource): Plan {
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
  return { moves, all: wanted, refreshed: [...refreshed, ...inPlace], orphaned };
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
export interface Candidates {
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
export function candidatesOf(index: IndexReader): Candidates {
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
