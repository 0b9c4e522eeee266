import { ByteReader } from './byteReader.ts';
import { ByteWriter } from './byteWriter.ts';
import { type PositionBytes, PositionReader, PositionWriter } from './positions.ts';

/*
 * A posting list: which posts hold a token, how often, and where. Two byte strings:
 * - posts: for each post, ascending, `varint(distance * 4 + min(count - 1, 3))`, the distance being from the post before
 *   (from 0 for the first); where the count is 4 or more, `varint(count - 4)` follows;
 * - positions (positions.ts), for each post in the same order as many as it was counted. Symbols have none.
 * Posts alone are enough for sets, totals and scores of a single token, hence the two strings.
 */

/** Posts with the number of occurrences in each. */
export interface PostCounts {
  /** Row numbers, ascending. */
  readonly posts: Uint32Array;
  /** Occurrences, parallel to `posts`; larger numbers stand as `MOST_COUNTED`. */
  readonly counts: Uint16Array;
}

/** Nothing found. */
export const NO_POSTS: PostCounts = { posts: new Uint32Array(0), counts: new Uint16Array(0) };

/** Occurrences in one post beyond which nothing is told apart. */
export const MOST_COUNTED = 0xffff;

/** Posts with the places of the occurrences. */
export interface PostPlaces {
  /** Row numbers, ascending. */
  readonly posts: Uint32Array;
  /** `places[starts[i]]` to `places[starts[i + 1] - 1]` are those of `posts[i]`; one longer than `posts`. */
  readonly starts: Uint32Array;
  /** Ascending within each post. */
  readonly places: Int32Array;
}

/** A place in a phrase is a position less the token's offset, and this more, so that none is negative. */
export const PLACE_SHIFT = 1_024;

/** The bytes of one list. */
export interface ListBytes {
  readonly postCount: number;
  readonly posts: Uint8Array;
}

/** As `ListBytes`, with the positions. */
export interface PlacedListBytes extends ListBytes {
  readonly positions: PositionBytes;
}

/** Reads the posts of a list. */
export function readPosts({ posts: bytes, postCount }: ListBytes): PostCounts {
  const posts = new Uint32Array(postCount);
  const counts = new Uint16Array(postCount);
  const reader = new ByteReader(bytes);
  let post = 0;
  for (let index = 0; index < postCount; index += 1) {
    const value = reader.varint();
    const repeats = value & 3;
    post += value >>> 2;
    posts[index] = post;
    counts[index] = repeats < 3 ? repeats + 1 : Math.min(reader.varint() + 4, MOST_COUNTED);
  }
  return { posts, counts };
}

/** Where the posts of a list begin in the posts of its block. */
export interface ListPlace {
  readonly posts: Uint8Array;
  readonly at: number;
  readonly postCount: number;
}

/** Adds the counts of a list to `sums`, which begins with the post `first`. */
export function addCounts(
  { posts, at, postCount }: ListPlace,
  first: number,
  sums: Uint32Array,
): void {
  const reader = new ByteReader(posts, at);
  let place = -first;
  for (let left = postCount; left > 0; left -= 1) {
    const value = reader.varint();
    const repeats = value & 3;
    place += value >>> 2;
    sums[place] = (sums[place] ?? 0) + (repeats < 3 ? repeats + 1 : reader.varint() + 4);
  }
}

/** Reads a list with its positions; each place is a position and `shift` more. */
export function readPlaces(list: PlacedListBytes, shift: number): PostPlaces {
  const posts = new Uint32Array(list.postCount);
  const starts = new Uint32Array(list.postCount + 1);
  const heads = new ByteReader(list.posts);
  let post = 0;
  let total = 0;
  for (let index = 0; index < posts.length; index += 1) {
    const value = heads.varint();
    const repeats = value & 3;
    post += value >>> 2;
    posts[index] = post;
    total += repeats < 3 ? repeats + 1 : heads.varint() + 4;
    starts[index + 1] = total;
  }
  const reader = new PositionReader(list.positions);
  const places = new Int32Array(total);
  let bit = 0;
  let at = 0;
  for (let index = 0; index < posts.length; index += 1) {
    const width = reader.width(posts[index] ?? 0);
    const end = starts[index + 1] ?? 0;
    for (; at < end; at += 1) {
      places[at] = reader.at(bit, width) + shift;
      bit += width;
    }
  }
  return { posts, starts, places };
}

/** Number of places of each post. */
export function countPlaces({ posts, starts }: PostPlaces): PostCounts {
  const counts = new Uint16Array(posts.length);
  for (let index = 0; index < counts.length; index += 1) {
    counts[index] = Math.min((starts[index + 1] ?? 0) - (starts[index] ?? 0), MOST_COUNTED);
  }
  return { posts, counts };
}

/** Writes lists, one after the other; keeps its memory. */
export class ListWriter {
  readonly #posts = new ByteWriter(4_096);
  readonly #positions = new PositionWriter();
  #postCount = 0;
  #lastPost = 0;

  clear(): void {
    this.#posts.clear();
    this.#positions.clear();
    this.#postCount = 0;
    this.#lastPost = 0;
  }

  /** Adds a post above those before, found `count` times (at least once). */
  addPost(post: number, count: number): void {
    this.#posts.varint((post - this.#lastPost) * 4 + Math.min(count - 1, 3));
    if (count >= 4) this.#posts.varint(count - 4);
    this.#lastPost = post;
    this.#postCount += 1;
  }

  /** Where the positions of the post come from; see `PositionWriter`. */
  get positions(): PositionWriter {
    return this.#positions;
  }

  /** The list; its bytes are views that the next use makes invalid. */
  list(): {
    readonly postCount: number;
    readonly posts: Uint8Array;
    readonly positions: Uint8Array;
  } {
    return {
      postCount: this.#postCount,
      posts: this.#posts.view(),
      positions: this.#positions.view(),
    };
  }
}
