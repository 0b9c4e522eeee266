import { KEY_UNITS } from './blockFormat.ts';
import { ByteReader } from './byteReader.ts';
import type { PostWidths } from './positions.ts';
import type { SegmentStore } from './segmentStore.ts';
import { SYMBOL_UNIT } from './tokenKeys.ts';

/** Units of a key that are compared as one number. */
const HEAD_UNITS = 3;

/**
 * Goes through the lists of a segment in the order of their keys. Its fields describe the list that it stands at; no
 * object or string is made for a list, as a large segment has half a million of them.
 */
export class ListCursor {
  readonly #store: SegmentStore;
  readonly #segment: number;
  readonly #blockCount: number;
  /** Widths of the segment's posts. */
  readonly widths: PostWidths;
  #block = -1;
  #reader = new ByteReader(new Uint8Array(0));
  #left = 0;
  /** The block that the list stands in. */
  posts: Uint8Array = new Uint8Array(0);
  positions: Uint8Array = new Uint8Array(0);
  /** Its key: the first `unitCount` units. */
  readonly units = new Uint16Array(KEY_UNITS);
  unitCount = 0;
  /** The first units of the key as a number that sorts as they do; infinite at the end. */
  head = 0;
  postCount = 0;
  /** Where its posts stand in `posts`, and its positions in `positions`. */
  postsStart = 0;
  postsEnd = 0;
  positionsStart = 0;
  positionsEnd = 0;

  constructor(store: SegmentStore, segment: number, widths: PostWidths) {
    this.#store = store;
    this.#segment = segment;
    this.#blockCount = store.firstKeys(segment).length;
    this.widths = widths;
    this.next();
  }

  /** True when the list has no positions. */
  get isSymbol(): boolean {
    return this.unitCount > 1 && this.units[1] === SYMBOL_UNIT;
  }

  next(): void {
    while (this.#left === 0) {
      this.#block += 1;
      if (this.#block >= this.#blockCount) {
        this.head = Number.POSITIVE_INFINITY;
        return;
      }
      this.#openBlock();
    }
    this.#left -= 1;
    const reader = this.#reader;
    const shared = reader.varint();
    const unitCount = shared + reader.varint();
    const { units } = this;
    for (let at = shared; at < unitCount; at += 1) units[at] = reader.varint();
    this.unitCount = unitCount;
    const second = unitCount > 1 ? (units[1] ?? 0) : 0;
    const third = unitCount > 2 ? (units[2] ?? 0) : 0;
    this.head = ((units[0] ?? 0) * 0x1_00_00 + second) * 0x1_00_00 + third;
    this.postCount = reader.varint();
    this.postsStart = this.postsEnd;
    this.postsEnd += reader.varint();
    this.positionsStart = this.positionsEnd;
    this.positionsEnd += reader.varint();
  }

  #openBlock(): void {
    this.posts = viewOf(this.#store.blockPosts(this.#segment, this.#block));
    this.positions = viewOf(this.#store.blockPositions(this.#segment, this.#block));
    this.#reader = new ByteReader(this.posts);
    this.#left = this.#reader.varint();
    const headBytes = this.#reader.varint();
    this.postsEnd = this.#reader.at + headBytes;
    this.positionsEnd = 0;
  }
}

/** A plain view: `subarray` of a Buffer costs several times as much. */
function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

/** Orders two cursors by their keys, by UTF-16 units; neither is at its end. */
export function compareKeys(a: ListCursor, b: ListCursor): number {
  if (a.head !== b.head) return a.head - b.head;
  const shorter = Math.min(a.unitCount, b.unitCount);
  for (let at = HEAD_UNITS; at < shorter; at += 1) {
    const difference = (a.units[at] ?? 0) - (b.units[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.unitCount - b.unitCount;
}
