import type { ByteWriter } from './byteWriter.ts';
import type { ListCursor } from './listCursor.ts';

/**
 * Parts of posts as the segment builder numbers them. A place is a number of 32 bits: a slot, then a position within
 * it. A post takes one slot, and one more for each further million positions.
 */
export interface Slots {
  /** Row number of the post, by slot. */
  readonly posts: Uint32Array;
  /** Position in the post of the slot's first. */
  readonly bases: Uint32Array;
  /** Bits of a position of the post. */
  readonly widths: Uint8Array;
}

/** Bits of a place that are the position within its slot. */
export const POSITION_BITS = 20;

const POSITION_MASK = 2 ** POSITION_BITS - 1;

/** Up to so many bytes a loop copies faster than a view is made. */
const FEW_BYTES = 48;

/**
 * Writes lists (postingList.ts) to the end of two byte strings, as fast as it goes: no object is made for a list or a
 * post of it. After `begin` either `packPosts`, `packPlaces` or any number of `append`; then `end`.
 */
export class ListPacker {
  readonly #posts: ByteWriter;
  readonly #positions: ByteWriter;
  #lastPost = 0;
  #bits = 0;
  #filled = 0;
  /** Posts of the list so far. */
  postCount = 0;

  constructor(posts: ByteWriter, positions: ByteWriter) {
    this.#posts = posts;
    this.#positions = positions;
  }

  begin(): void {
    this.#lastPost = 0;
    this.#bits = 0;
    this.#filled = 0;
    this.postCount = 0;
  }

  /** Fills the last byte of the positions. */
  end(): void {
    for (; this.#filled > 0; this.#filled -= 8) {
      this.#positions.byte(this.#bits & 0xff);
      this.#bits >>>= 8;
    }
  }

  /** A list without positions: the posts of the places from `start` to `end`, each counted once. */
  packPosts({ posts }: Slots, places: Uint32Array, [start, end]: readonly [number, number]): void {
    for (let at = start; at < end; at += 1) {
      this.#addPost(posts[(places[at] ?? 0) >>> POSITION_BITS] ?? 0, 1);
    }
  }

  /** A list of the places from `start` to `end`, which ascend. */
  packPlaces(slots: Slots, places: Uint32Array, [start, end]: readonly [number, number]): void {
    const { posts, bases, widths } = slots;
    const writer = this.#positions;
    writer.reserve((end - start) * 4 + 8);
    const { bytes } = writer;
    let { length } = writer;
    let bits = 0;
    let filled = 0;
    let post = 0;
    let count = 0;
    let slot = -1;
    let width = 1;
    let base = 0;
    for (let at = start; at < end; at += 1) {
      const place = places[at] ?? 0;
      if (place >>> POSITION_BITS !== slot) {
        slot = place >>> POSITION_BITS;
        width = widths[slot] ?? 1;
        base = bases[slot] ?? 0;
        const itsPost = posts[slot] ?? 0;
        if (itsPost !== post && count > 0) {
          this.#addPost(post, count);
          count = 0;
        }
        post = itsPost;
      }
      count += 1;
      const position = base + (place & POSITION_MASK);
      if (width > 16) {
        bits |= (position & 0xffff) << filled;
        bytes[length] = bits;
        bytes[length + 1] = bits >>> 8;
        length += 2;
        // As many bits as before are left over: the first sixteen are two bytes.
        bits = (bits >>> 16) | ((position >>> 16) << filled);
        filled += width - 16;
      } else {
        bits |= position << filled;
        filled += width;
      }
      while (filled >= 8) {
        bytes[length++] = bits;
        bits >>>= 8;
        filled -= 8;
      }
    }
    this.#addPost(post, count);
    writer.length = length;
    this.#bits = bits;
    this.#filled = filled;
  }

  /** The list that a cursor stands at, as it is; the only one. */
  copy(list: ListCursor): void {
    appendPart(this.#posts, list.posts, [list.postsStart, list.postsEnd]);
    appendPart(this.#positions, list.positions, [list.positionsStart, list.positionsEnd]);
    this.postCount = list.postCount;
  }

  /**
   * The list that a cursor stands at, whose posts are all above those before. Only its first distance changes; its
   * positions are moved as bits.
   */
  append(list: ListCursor, hasPositions: boolean): void {
    const { posts: bytes, postCount, postsStart, postsEnd } = list;
    const { first: firstPost, widths } = list.widths;
    let post = 0;
    let bitCount = 0;
    let at = postsStart;
    let rest = postsStart;
    for (let left = postCount; left > 0; left -= 1) {
      let value = bytes[at++] ?? 0;
      if (value >= 0x80) {
        value &= 0x7f;
        for (let shift = 7, more = 0x80; more >= 0x80; shift += 7) {
          more = bytes[at++] ?? 0;
          value |= (more & 0x7f) << shift;
        }
        value >>>= 0;
      }
      if (left === postCount) {
        this.#posts.varint(value - this.#lastPost * 4);
        rest = at;
      }
      post += value >>> 2;
      let count = (value & 3) + 1;
      if (count === 4) {
        let more = 0x80;
        for (let shift = 0; more >= 0x80; shift += 7) {
          more = bytes[at++] ?? 0;
          count += (more & 0x7f) << shift;
        }
      }
      bitCount += count * (widths[post - firstPost] ?? 1);
    }
    appendPart(this.#posts, bytes, [rest, postsEnd]);
    this.#lastPost = post;
    this.postCount += postCount;
    if (hasPositions) this.#appendBits(list.positions, list.positionsStart, bitCount);
  }

  #appendBits(source: Uint8Array, start: number, bitCount: number): void {
    const whole = Math.floor(bitCount / 8);
    const rest = bitCount - whole * 8;
    const writer = this.#positions;
    let filled = this.#filled;
    let bits = this.#bits;
    if (filled === 0) {
      appendPart(writer, source, [start, start + whole]);
    } else {
      writer.reserve(whole);
      const { bytes } = writer;
      let { length } = writer;
      for (let at = start; at < start + whole; at += 1) {
        bits |= (source[at] ?? 0) << filled;
        bytes[length++] = bits & 0xff;
        bits >>>= 8;
      }
      writer.length = length;
    }
    bits |= ((source[start + whole] ?? 0) & ((1 << rest) - 1)) << filled;
    filled += rest;
    if (filled >= 8) {
      writer.byte(bits & 0xff);
      bits >>>= 8;
      filled -= 8;
    }
    this.#bits = bits;
    this.#filled = filled;
  }

  #addPost(post: number, count: number): void {
    const value = (post - this.#lastPost) * 4 + (count > 3 ? 3 : count - 1);
    this.#lastPost = post;
    this.postCount += 1;
    const writer = this.#posts;
    if (value < 0x80 && writer.length < writer.bytes.length) writer.bytes[writer.length++] = value;
    else writer.varint(value);
    if (count >= 4) writer.varint(count - 4);
  }
}

function appendPart(
  writer: ByteWriter,
  source: Uint8Array,
  [start, end]: readonly [number, number],
): void {
  if (end - start > FEW_BYTES) {
    writer.append(source.subarray(start, end));
    return;
  }
  writer.reserve(end - start);
  const { bytes } = writer;
  let { length } = writer;
  for (let at = start; at < end; at += 1) bytes[length++] = source[at] ?? 0;
  writer.length = length;
}
