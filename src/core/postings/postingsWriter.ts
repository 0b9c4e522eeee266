import type Database from 'better-sqlite3';
import { mergeSegments } from './mergeSegments.ts';
import { createPendingPosts, type FoldedPost } from './pendingPosts.ts';
import { createSegmentStore, type SegmentRow } from './segmentStore.ts';
import type { PostTokens } from './tokenise.ts';

/** Sizes that decide about segments; tests take small ones. */
export interface PostingsLimits {
  /** Segments of one level that are merged into one. */
  readonly fanOut: number;
  /** Segments below this size, in bytes, are of level 0; each level is `fanOut` times as large. */
  readonly firstLevelBytes: number;
  /** Levels that are merged; what is larger stays as it is. */
  readonly mergedLevels: number;
}

/** Changes the postings. `put`, `remove` and `commit` belong into the caller's transaction; `merge` makes its own. */
export interface PostingsWriter {
  /** Adds a post. One that was there before has to be removed first. */
  readonly put: (post: number, texts: FoldedPost | PostTokens) => void;
  readonly remove: (post: number) => void;
  /** Writes what was put and removed; called once at the end of the transaction. */
  readonly commit: () => void;
  /** Forgets what was put and removed in a transaction that was rolled back. */
  readonly rollBack: () => void;
  /**
   * Merges segments where that is due, until the time is up; answers false when nothing is due. `onMerge` is called in
   * the transaction of each merge.
   */
  readonly merge: (isTimeUp: () => boolean, onMerge: () => void) => boolean;
  /** Merges what is left over of a run, so that few segments remain; `onMerge` as above. */
  readonly settle: (onMerge: () => void) => void;
}

const LIMITS: PostingsLimits = { fanOut: 8, firstLevelBytes: 65_536, mergedLevels: 4 };

/** A segment is rewritten when more than one in three of its posts is dead. */
const MAX_DEAD_SHARE = 1 / 3;

/** Prepares writing on a database with `POSTINGS_SCHEMA`; one writer at a time. */
export function createPostingsWriter(
  database: Database.Database,
  limits: PostingsLimits = LIMITS,
): PostingsWriter {
  const store = createSegmentStore(database);
  const pending = createPendingPosts(store);
  const mergeAll = (segments: readonly number[], onMerge: () => void): void => {
    database.transaction(() => {
      mergeSegments(store, segments);
      onMerge();
    })();
    pending.forgetHomes();
  };

  return {
    put: pending.put,
    remove: pending.remove,
    commit: pending.commit,
    rollBack: pending.rollBack,
    merge: (isTimeUp, onMerge) => {
      for (;;) {
        const due = dueForMerge(store.rows(), limits);
        if (due.length === 0) return false;
        if (isTimeUp()) return true;
        mergeAll(due, onMerge);
      }
    },
    settle: (onMerge) => {
      const rest = leftOver(store.rows(), limits);
      if (rest.length > 1) mergeAll(rest, onMerge);
    },
  };
}

/** The next segments to merge: one with many dead posts alone, or the smallest level that is full. */
function dueForMerge(rows: readonly SegmentRow[], limits: PostingsLimits): readonly number[] {
  const worn = rows.find(({ postCount, deadCount }) => deadCount > postCount * MAX_DEAD_SHARE);
  if (worn !== undefined) return [worn.id];
  for (let level = 0; level < limits.mergedLevels; level += 1) {
    const members = rows.filter((row) => levelOf(row, limits) === level);
    if (members.length >= limits.fanOut) return members.map(({ id }) => id);
  }
  return [];
}

/**
 * Small segments worth merging at the end of a run: the first ones, by size, of which each is at most half as large
 * again as all chosen before it. So a large archive is not rewritten for a few changed posts.
 */
function leftOver(rows: readonly SegmentRow[], limits: PostingsLimits): readonly number[] {
  const merged = rows.filter((row) => levelOf(row, limits) < limits.mergedLevels);
  let chosen: number[] = [];
  let total = 0;
  for (const { id, bytes } of merged.toSorted((a, b) => a.bytes - b.bytes)) {
    if (bytes > total * 1.5) {
      if (chosen.length > 1) break;
      [chosen, total] = [[], 0];
    }
    chosen.push(id);
    total += bytes;
  }
  return chosen;
}

function levelOf({ bytes }: SegmentRow, { fanOut, firstLevelBytes }: PostingsLimits): number {
  let level = 0;
  for (let limit = firstLevelBytes; bytes >= limit; limit *= fanOut) level += 1;
  return level;
}
