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
  /** Occurrences, parallel to `posts`. */
  readonly counts: Uint32Array;
}

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
  const counts = new Uint32Array(postCount);
  const reader = new ByteReader(bytes);
  let post = 0;
  for (let index = 0; index < postCount; index += 1) {
    const value = reader.varint();
    const repeats = value & 3;
    post += value >>> 2;
    posts[index] = post;
    counts[index] = repeats < 3 ? repeats + 1 : reader.varint() + 4;
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
  const { posts, counts } = readPosts(list);
  const starts = new Uint32Array(posts.length + 1);
  let total = 0;
  for (let index = 0; index < posts.length; index += 1) {
    total += counts[index] ?? 0;
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

/** What of `found` also stands in a list: posts, and in them places that are positions of the list less `offset`. */
export function narrow(found: PostPlaces, list: PlacedListBytes, offset: number): PostPlaces {
  const matcher = new PlaceMatcher(found, list, offset);
  const posts = new Uint32Array(found.posts.length);
  const starts = new Uint32Array(found.posts.length + 1);
  let kept = 0;
  while (matcher.next()) {
    const before = matcher.length;
    matcher.keep();
    if (matcher.length === before) continue;
    posts[kept] = matcher.post;
    kept += 1;
    starts[kept] = matcher.length;
  }
  return {
    posts: posts.subarray(0, kept),
    starts: starts.subarray(0, kept + 1),
    places: matcher.places.subarray(0, matcher.length),
  };
}

/** Marks the places of `found`, by their number, that are positions of a list less `offset`. */
export function markCommon(
  found: PostPlaces,
  list: PlacedListBytes,
  { offset, isMarked }: { readonly offset: number; readonly isMarked: Uint8Array },
): void {
  const matcher = new PlaceMatcher(found, list, offset);
  while (matcher.next()) {
    const before = matcher.length;
    matcher.keep();
    let place = found.starts[matcher.index] ?? 0;
    for (let at = before; at < matcher.length; at += 1) {
      while (found.places[place] !== matcher.places[at]) place += 1;
      isMarked[place] = 1;
    }
  }
}

/**
 * Goes through the posts that stand both among those found and in a list, and collects the places they have in common.
 * Everything is kept in fields and plain numbers: it runs a hundred thousand times for a phrase of frequent tokens.
 */
class PlaceMatcher {
  readonly #found: PostPlaces;
  readonly #offset: number;
  readonly #posts: ByteReader;
  readonly #reader: PositionReader;
  /** By place: the stamp of the post that has it. */
  readonly #marks: Uint32Array;
  #stamp = 0;
  #left: number;
  #width = 0;
  /** Where the positions of the post begin, and those of the next, in bits of the list. */
  #bit = 0;
  #nextBit = 0;
  /** The post it stands at, and its index among those found. */
  post = 0;
  index = 0;
  /** Places collected so far. */
  readonly places: Int32Array;
  length = 0;

  constructor(found: PostPlaces, list: PlacedListBytes, offset: number) {
    this.#found = found;
    this.#offset = offset;
    this.#posts = new ByteReader(list.posts);
    this.#reader = new PositionReader(list.positions);
    this.#left = list.postCount;
    this.places = new Int32Array(found.places.length);
    this.#marks = new Uint32Array(highestOf(found.places) + 1);
  }

  /** Goes to the next post that stands in both; false when there is none. */
  next(): boolean {
    const wanted = this.#found.posts;
    const posts = this.#posts;
    let { post, index } = this;
    let next = wanted[index] ?? -1;
    let bit = this.#nextBit;
    for (; this.#left > 0; this.#left -= 1) {
      const value = posts.varint();
      const repeats = value & 3;
      const count = repeats < 3 ? repeats + 1 : posts.varint() + 4;
      post += value >>> 2;
      const width = this.#reader.width(post);
      while (next < post) {
        index += 1;
        if (index >= wanted.length) return false;
        next = wanted[index] ?? 0;
      }
      if (next !== post) {
        bit += count * width;
        continue;
      }
      this.#left -= 1;
      this.post = post;
      this.index = index;
      this.#width = width;
      this.#bit = bit;
      this.#nextBit = bit + count * width;
      return true;
    }
    return false;
  }

  /**
   * Collects the places of the post that are positions of the list less the offset. Places are marked and the
   * positions looked up among the marks: merging both would cost a mispredicted branch for nearly each.
   */
  keep(): void {
    const { starts, places } = this.#found;
    const marks = this.#marks;
    const reader = this.#reader;
    const width = this.#width;
    const shift = PLACE_SHIFT - this.#offset;
    const stamp = (this.#stamp += 1);
    const last = starts[this.index + 1] ?? 0;
    for (let at = starts[this.index] ?? 0; at < last; at += 1) marks[places[at] ?? 0] = stamp;
    let { length } = this;
    const end = this.#nextBit;
    for (let bit = this.#bit; bit < end; bit += width) {
      const place = reader.at(bit, width) + shift;
      if (place < marks.length && marks[place] === stamp) {
        this.places[length] = place;
        length += 1;
      }
    }
    this.length = length;
  }
}

function highestOf(places: Int32Array): number {
  let highest = 0;
  for (let at = 0; at < places.length; at += 1) highest = Math.max(highest, places[at] ?? 0);
  return highest;
}

/** Number of places of each post. */
export function countPlaces({ posts, starts }: PostPlaces): PostCounts {
  const counts = new Uint32Array(posts.length);
  for (let index = 0; index < counts.length; index += 1) {
    counts[index] = (starts[index + 1] ?? 0) - (starts[index] ?? 0);
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
