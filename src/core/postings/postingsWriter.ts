import type Database from 'better-sqlite3';
import { mergeSegments } from './mergeSegments.ts';
import { SegmentBuilder } from './segmentBuilder.ts';
import { createSegmentStore, type SegmentRow, type SegmentStore } from './segmentStore.ts';
import { Tokeniser } from './tokenise.ts';

/** Sizes that decide about segments; tests take small ones. */
export interface PostingsLimits {
  /** Segments of one level that are merged into one. */
  readonly fanOut: number;
  /** Segments below this size, in bytes, are of level 0; each level is `fanOut` times as large. */
  readonly firstLevelBytes: number;
  /** Levels that are merged; what is larger stays as it is. */
  readonly mergedLevels: number;
}

/** Folded texts of a post. */
interface FoldedPost {
  readonly title: string;
  readonly body: string;
}

/** Changes the postings. `put`, `remove` and `commit` belong into the caller's transaction; `merge` makes its own. */
export interface PostingsWriter {
  /** Adds a post. One that was there before has to be removed first. */
  readonly put: (post: number, texts: FoldedPost) => void;
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
  const pending = new Map<number, FoldedPost>();
  const removed = new Set<number>();
  let homes: Homes | null = null;
  const write = segmentWriter(store, (id, posts) => {
    if (homes !== null) for (const post of posts) homes.set(post, id);
  });

  const mergeAll = (segments: readonly number[], onMerge: () => void): void => {
    database.transaction(() => {
      mergeSegments(store, segments);
      onMerge();
    })();
    homes = null;
  };

  return {
    put: (post, texts) => void pending.set(post, texts),
    remove: (post) => {
      pending.delete(post);
      removed.add(post);
    },
    commit: () => {
      if (removed.size > 0) markDead(store, (homes ??= loadHomes(store)), removed);
      write(pending);
      pending.clear();
      removed.clear();
    },
    rollBack: () => {
      pending.clear();
      removed.clear();
      homes = null;
    },
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

/** Writes posts as segments, one unless there are very many; tells the posts of each. */
function segmentWriter(
  store: SegmentStore,
  onWritten: (segment: number, posts: readonly number[]) => void,
): (pending: ReadonlyMap<number, FoldedPost>) => void {
  const tokenisers = { title: new Tokeniser(), body: new Tokeniser() };
  const builder = new SegmentBuilder();
  const flush = (): void => {
    const { id, posts } = putSegment(store, builder);
    onWritten(id, posts);
  };
  return (pending) => {
    for (const [post, texts] of [...pending].toSorted(([a], [b]) => a - b)) {
      const title = tokenisers.title.tokens(texts.title);
      builder.add(post, { title, body: tokenisers.body.tokens(texts.body) });
      if (builder.isFull()) flush();
    }
    if (!builder.isEmpty()) flush();
  };
}

function putSegment(
  store: SegmentStore,
  builder: SegmentBuilder,
): { readonly id: number; readonly posts: readonly number[] } {
  const id = store.nextId();
  const firstKeys: string[] = [];
  let bytes = 0;
  const added = builder.finish((block) => {
    store.putBlock({ segment: id, block: firstKeys.length }, block.posts, block.positions);
    firstKeys.push(block.firstKey);
    bytes += block.posts.length + block.positions.length;
  });
  store.putSegment(id, { firstKeys, bytes, ...added });
  return { id, posts: added.posts };
}

/** The segment that each post lives in, by row number. */
class Homes {
  #segments: Uint32Array;

  constructor(size: number) {
    this.#segments = new Uint32Array(size);
  }

  /** 0 = in none. */
  get(post: number): number {
    return this.#segments[post] ?? 0;
  }

  set(post: number, segment: number): void {
    if (post >= this.#segments.length) {
      const larger = new Uint32Array((post + 1) * 2);
      larger.set(this.#segments);
      this.#segments = larger;
    }
    this.#segments[post] = segment;
  }
}

function loadHomes(store: SegmentStore): Homes {
  const homes = new Homes(1_024);
  for (const { id, deadCount } of store.rows()) {
    for (const post of store.posts(id)) homes.set(post, id);
    if (deadCount === 0) continue;
    for (const post of store.dead(id)) if (homes.get(post) === id) homes.set(post, 0);
  }
  return homes;
}

function markDead(store: SegmentStore, homes: Homes, removed: ReadonlySet<number>): void {
  const bySegment = new Map<number, number[]>();
  for (const post of removed) {
    const home = homes.get(post);
    if (home === 0) continue;
    homes.set(post, 0);
    const posts = bySegment.get(home) ?? [];
    posts.push(post);
    bySegment.set(home, posts);
  }
  for (const [segment, posts] of bySegment) {
    const dead = new Set([...store.dead(segment), ...posts]);
    store.setDead(
      segment,
      [...dead].toSorted((a, b) => a - b),
    );
  }
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
