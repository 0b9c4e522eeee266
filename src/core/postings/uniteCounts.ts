import { MOST_COUNTED, NO_POSTS, type PostCounts } from './postingList.ts';

/**
 * The posts of several lists in one, counts added up. Segments mostly follow one another, as row numbers grow with time:
 * lists are joined to chains of such, and chains merged, the shortest first.
 */
export function uniteCounts(lists: readonly PostCounts[]): PostCounts {
  const chains: PostCounts[][] = [];
  const byFirst = lists.filter(({ posts }) => posts.length > 0).toSorted(compareFirst);
  for (const list of byFirst) {
    const before = chains.find((chain) => lastOf(chain) < (list.posts[0] ?? 0));
    if (before === undefined) chains.push([list]);
    else before.push(list);
  }
  const joined = chains.map(concatenate);
  joined.sort((a, b) => a.posts.length - b.posts.length);
  return joined.reduce(mergeTwo, NO_POSTS);
}

function compareFirst(a: PostCounts, b: PostCounts): number {
  return (a.posts[0] ?? 0) - (b.posts[0] ?? 0);
}

function lastOf(chain: readonly PostCounts[]): number {
  return chain.at(-1)?.posts.at(-1) ?? 0;
}

function concatenate(lists: readonly PostCounts[]): PostCounts {
  const [only] = lists;
  if (only !== undefined && lists.length === 1) return only;
  const joined = roomFor(lists.reduce((sum, { posts }) => sum + posts.length, 0));
  let at = 0;
  for (const { posts, counts } of lists) {
    joined.posts.set(posts, at);
    joined.counts.set(counts, at);
    at += posts.length;
  }
  return joined;
}

function mergeTwo(a: PostCounts, b: PostCounts): PostCounts {
  if (a.posts.length === 0) return b;
  const merged = roomFor(a.posts.length + b.posts.length);
  let inA = 0;
  let inB = 0;
  let length = 0;
  while (inA < a.posts.length || inB < b.posts.length) {
    const postA = a.posts[inA] ?? Number.POSITIVE_INFINITY;
    const postB = b.posts[inB] ?? Number.POSITIVE_INFINITY;
    let count = 0;
    if (postA <= postB) count += a.counts[inA++] ?? 0;
    if (postB <= postA) count += b.counts[inB++] ?? 0;
    merged.posts[length] = Math.min(postA, postB);
    merged.counts[length] = Math.min(count, MOST_COUNTED);
    length += 1;
  }
  return { posts: merged.posts.subarray(0, length), counts: merged.counts.subarray(0, length) };
}

function roomFor(length: number): PostCounts {
  return { posts: new Uint32Array(length), counts: new Uint16Array(length) };
}
