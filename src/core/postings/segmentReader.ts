import { type BlockPlace, findEntry, readEntries } from './blockFormat.ts';
import type { ListBytes, PlacedListBytes } from './postingList.ts';
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
  readonly listsFrom: (prefix: string) => Generator<SegmentList, void>;
}

/** Opens a segment: its first keys are read once, when first needed. */
export function openSegment(store: SegmentStore, segment: number): SegmentReader {
  let firstKeys: readonly string[] | null = null;
  let widths: PostWidths | null = null;
  const keys = (): readonly string[] => (firstKeys ??= store.firstKeys(segment));

  const toList = (block: number, posts: Uint8Array, entry: BlockPlace): SegmentList => {
    const { postCount } = entry;
    const ownPosts = posts.subarray(entry.postsStart, entry.postsEnd);
    return {
      postCount,
      posts: ownPosts,
      withPositions: () => {
        const bytes = store.blockPositions(segment, block);
        widths ??= readWidths(store, segment);
        const positions = { bytes, start: entry.positionsStart, widths };
        return { postCount, posts: ownPosts, positions };
      },
    };
  };

  return {
    list: (key) => {
      const block = blockOf(keys(), key);
      if (block < 0) return null;
      const posts = store.blockPosts(segment, block);
      const entry = findEntry(posts, key);
      return entry === null ? null : toList(block, posts, entry);
    },
    listsFrom: function* (prefix) {
      for (let block = Math.max(0, blockOf(keys(), prefix)); block < keys().length; block += 1) {
        const posts = store.blockPosts(segment, block);
        for (const entry of readEntries(posts)) {
          if (entry.key.startsWith(prefix)) yield toList(block, posts, entry);
          else if (entry.key > prefix) return;
        }
      }
    },
  };
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
