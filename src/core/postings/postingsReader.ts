import type Database from 'better-sqlite3';
import { findPhrase, type Phrase } from './findPhrase.ts';
import type { PostCounts } from './postingList.ts';
import { FIELD_MARKS, type PostField } from './segmentBuilder.ts';
import { openSegment, type SegmentReader } from './segmentReader.ts';
import { createSegmentStore, type SegmentRow, type SegmentStore } from './segmentStore.ts';
import { uniteCounts } from './uniteCounts.ts';

/** Asks the postings. Every call belongs into a read transaction of the caller. */
export interface PostingsReader {
  /** Posts whose field holds the phrase, ascending, and how often. */
  readonly find: (phrase: Phrase, field: PostField) => PostCounts;
  /** Takes up what a writer committed. */
  readonly refresh: () => void;
}

interface OpenSegment {
  readonly reader: SegmentReader;
  readonly deadCount: number;
  /** Marks dead posts, by row number less `firstDead`; null when all live. */
  readonly dead: DeadPosts | null;
}

interface DeadPosts {
  readonly first: number;
  readonly marks: Uint8Array;
}

/** Prepares reading on a database with `POSTINGS_SCHEMA`. */
export function createPostingsReader(database: Database.Database): PostingsReader {
  const store = createSegmentStore(database);
  let segments = new Map<number, OpenSegment>();

  const refresh = (): void => {
    const kept = segments;
    segments = new Map(
      store.rows().map((row) => [row.id, openOrKeep(store, row, kept.get(row.id))]),
    );
  };
  refresh();

  return {
    find: (phrase, field) => {
      const mark = FIELD_MARKS[field];
      const found = [...segments.values()].map(({ reader, dead }) =>
        withoutDead(findPhrase(reader, mark, phrase), dead),
      );
      return uniteCounts(found);
    },
    refresh,
  };
}

function openOrKeep(
  store: SegmentStore,
  { id, deadCount }: SegmentRow,
  kept: OpenSegment | undefined,
): OpenSegment {
  if (kept?.deadCount === deadCount) return kept;
  const reader = kept?.reader ?? openSegment(store, id);
  return { reader, deadCount, dead: deadCount === 0 ? null : deadPosts(store.dead(id)) };
}

function deadPosts(ascending: readonly number[]): DeadPosts {
  const first = ascending[0] ?? 0;
  const marks = new Uint8Array((ascending.at(-1) ?? 0) - first + 1);
  for (const post of ascending) marks[post - first] = 1;
  return { first, marks };
}

function withoutDead(found: PostCounts, dead: DeadPosts | null): PostCounts {
  if (dead === null) return found;
  const { first, marks } = dead;
  const { posts, counts } = found;
  const kept = { posts: new Uint32Array(posts.length), counts: new Uint16Array(posts.length) };
  let length = 0;
  for (let index = 0; index < posts.length; index += 1) {
    const post = posts[index] ?? 0;
    if (marks[post - first] === 1) continue;
    kept.posts[length] = post;
    kept.counts[length] = counts[index] ?? 0;
    length += 1;
  }
  return { posts: kept.posts.subarray(0, length), counts: kept.counts.subarray(0, length) };
}
