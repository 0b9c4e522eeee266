import { type BlockPlace, eachBeginning, findEntry } from './blockFormat.ts';
import {
  addCounts,
  type ListBytes,
  MOST_COUNTED,
  type PlacedListBytes,
  type PostCounts,
} from './postingList.ts';
import type { PostWidths } from './positions.ts';
import type { SegmentStore } from './segmentStore.ts';

/** One list of a segment; its positions are read when asked for. */
export interface SegmentList extends ListBytes {
  readonly withPositions: () => PlacedListBytes;
}

/** Finds lists in one segment. Segments never change, so a reader holds as long as the segment is there. */
export interface SegmentReader {
  /** The list of a key; null when no post holds the token. */
  readonly list: (key: string) => SegmentList | null;
  /** All lists whose keys begin with this, in their order. */
  readonly listsFrom: (beginning: string) => readonly SegmentList[];
  /** Their posts in one, counts added up. */
  readonly countsFrom: (beginning: string) => PostCounts;
}

/** Opens a segment: its first keys are read once, when first needed. */
export function openSegment(store: SegmentStore, segment: number): SegmentReader {
  let firstKeys: readonly string[] | null = null;
  let widths: PostWidths | null = null;
  const keys = (): readonly string[] => (firstKeys ??= store.firstKeys(segment));

  const allWidths = (): PostWidths => (widths ??= readWidths(store, segment));

  const toList = (block: number, posts: Uint8Array, entry: BlockPlace): SegmentList => {
    const { postCount } = entry;
    const ownPosts = posts.subarray(entry.postsStart, entry.postsEnd);
    return {
      postCount,
      posts: ownPosts,
      withPositions: () => {
        const bytes = store.blockPositions(segment, block);
        const positions = { bytes, start: entry.positionsStart, widths: allWidths() };
        return { postCount, posts: ownPosts, positions };
      },
    };
  };

  const eachFrom = (
    beginning: string,
    visit: (block: number, posts: Uint8Array, place: BlockPlace) => void,
  ): void => {
    let block = Math.max(0, blockOf(keys(), beginning));
    for (let goesOn = true; goesOn && block < keys().length; block += 1) {
      const number = block;
      const posts = store.blockPosts(segment, number);
      goesOn = eachBeginning(posts, beginning, (place) => visit(number, posts, place));
    }
  };

  return {
    list: (key) => {
      const block = blockOf(keys(), key);
      if (block < 0) return null;
      const posts = store.blockPosts(segment, block);
      const entry = findEntry(posts, key);
      return entry === null ? null : toList(block, posts, entry);
    },
    listsFrom: (beginning) => {
      const lists: SegmentList[] = [];
      eachFrom(beginning, (block, posts, place) => void lists.push(toList(block, posts, place)));
      return lists;
    },
    countsFrom: (beginning) => {
      const { first, widths: range } = allWidths();
      const sums = new Uint32Array(range.length);
      eachFrom(beginning, (_block, posts, { postCount, postsStart }) => {
        addCounts({ posts, at: postsStart, postCount }, first, sums);
      });
      return gather(sums, first);
    },
  };
}

/** What was counted of each post, from the post `first` on. */
function gather(sums: Uint32Array, first: number): PostCounts {
  let distinct = 0;
  for (let at = 0; at < sums.length; at += 1) if (sums[at] !== 0) distinct += 1;
  const posts = new Uint32Array(distinct);
  const counts = new Uint16Array(distinct);
  let length = 0;
  for (let at = 0; at < sums.length; at += 1) {
    if (sums[at] === 0) continue;
    posts[length] = first + at;
    counts[length] = Math.min(sums[at] ?? 0, MOST_COUNTED);
    length += 1;
  }
  return { posts, counts };
}

/** The widths of a segment's posts by row number. */
export function readWidths(store: SegmentStore, segment: number): PostWidths {
  const posts = store.posts(segment);
  const packed = store.widths(segment);
  const first = posts[0] ?? 0;
  const widths = new Uint8Array((posts.at(-1) ?? 0) - first + 1);
  for (const [index, post] of posts.entries()) widths[post - first] = packed[index] ?? 1;
  return { first, widths };
}

/** The last block that begins at or before a key; -1 when the key is before all. */
function blockOf(firstKeys: readonly string[], key: string): number {
  let low = 0;
  let high = firstKeys.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((firstKeys[middle] ?? '') <= key) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
