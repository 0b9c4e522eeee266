import { ByteReader } from './byteReader.ts';
import { ByteWriter } from './byteWriter.ts';
import { POSITIONS_PADDING } from './positions.ts';

/*
 * A block holds the lists of neighbouring tokens of a segment, in the order of their keys (by UTF-16 units). Its posts:
 *   varint number of entries, varint bytes of all entries
 *   per entry: varint units shared with the key before, varint further units, these as varints,
 *              varint posts of the list, varint bytes of its posts, varint bytes of its positions
 *   the posts of all lists, one after the other
 * Its positions are those of all lists, one after the other, and a little padding. A list that would fill a block alone has one of its own.
 */

/** Where one list stands in a block. */
export interface BlockPlace {
  readonly postCount: number;
  /** Where its posts stand in the block's posts. */
  readonly postsStart: number;
  readonly postsEnd: number;
  /** Where its positions stand in the block's positions. */
  readonly positionsStart: number;
  readonly positionsEnd: number;
}

/** A block to be stored. */
export interface Block {
  readonly firstKey: string;
  readonly posts: Uint8Array;
  readonly positions: Uint8Array;
}

/** Units that the longest key has room in. */
export const KEY_UNITS = 128;

/** Bytes of posts after which a block ends: a few lists' worth to read for one, few rows to keep. */
const BLOCK_BYTES = 24_576;

/** Lists after which a block ends: each costs a little when the block is read. */
const BLOCK_LISTS = 512;

const PADDING = new Uint8Array(POSITIONS_PADDING);

/**
 * Cuts a sequence of lists, given in the order of their keys, into blocks. Each is written to the end of `posts` and
 * `positions`, then `endList` is called.
 */
export class BlockWriter {
  readonly #emit: (block: Block) => void;
  readonly #heads = new ByteWriter(8_192);
  readonly posts = new ByteWriter(65_536);
  readonly positions = new ByteWriter(65_536);
  readonly #out = { posts: new ByteWriter(65_536), positions: new ByteWriter(65_536) };
  #postsEnd = 0;
  #positionsEnd = 0;
  #firstKey = '';
  #lastKey = new Uint16Array(KEY_UNITS);
  #lastLength = 0;
  #count = 0;

  /** `emit` is given each block; its bytes are views that are valid only until it returns. */
  constructor(emit: (block: Block) => void) {
    this.#emit = emit;
  }

  /** Says of the list just written what its key is (the first `unitCount` units) and how many posts it has. */
  endList(key: Uint16Array, unitCount: number, postCount: number): void {
    if (this.#count > 0 && this.posts.length > BLOCK_BYTES) this.flush();
    if (this.#count === 0) this.#firstKey = stringOf(key, unitCount);
    this.#addKey(key, unitCount);
    this.#heads.varint(postCount);
    this.#heads.varint(this.posts.length - this.#postsEnd);
    this.#heads.varint(this.positions.length - this.#positionsEnd);
    this.#postsEnd = this.posts.length;
    this.#positionsEnd = this.positions.length;
    this.#count += 1;
    if (this.posts.length > BLOCK_BYTES || this.#count === BLOCK_LISTS) this.flush();
  }

  /** Ends the block under way; a list that was not ended becomes the first of the next. */
  flush(): void {
    if (this.#count === 0) return;
    const { posts, positions } = this.#out;
    posts.clear();
    posts.varint(this.#count);
    posts.varint(this.#heads.length);
    posts.append(this.#heads.view());
    posts.append(this.posts.bytes.subarray(0, this.#postsEnd));
    positions.clear();
    positions.append(this.positions.bytes.subarray(0, this.#positionsEnd));
    positions.append(PADDING);
    this.#emit({
      firstKey: this.#firstKey,
      posts: posts.view(),
      positions: positions.view(),
    });
    this.#heads.clear();
    this.posts.drop(this.#postsEnd);
    this.positions.drop(this.#positionsEnd);
    this.#postsEnd = 0;
    this.#positionsEnd = 0;
    this.#lastLength = 0;
    this.#count = 0;
  }

  #addKey(key: Uint16Array, unitCount: number): void {
    const last = this.#lastKey;
    const most = Math.min(this.#lastLength, unitCount);
    let shared = 0;
    while (shared < most && last[shared] === key[shared]) shared += 1;
    this.#heads.varint(shared);
    this.#heads.varint(unitCount - shared);
    for (let at = shared; at < unitCount; at += 1) {
      this.#heads.varint(key[at] ?? 0);
      last[at] = key[at] ?? 0;
    }
    this.#lastLength = unitCount;
  }
}

function stringOf(units: Uint16Array, count: number): string {
  return String.fromCharCode(...units.subarray(0, count));
}

/** Finds one key in a block. */
export function findEntry(posts: Uint8Array, wanted: string): BlockPlace | null {
  const heads = new HeadScan(posts, wanted);
  for (;;) {
    const relation = heads.next();
    if (relation === BEGINS && heads.isWhole) return heads.take();
    if (relation !== LESS) return null;
    heads.pass();
  }
}

/** Visits the lists whose keys begin with `wanted`, in their order; false when the last one is in this block. */
export function eachBeginning(
  posts: Uint8Array,
  wanted: string,
  visit: (place: BlockPlace) => void,
): boolean {
  const heads = new HeadScan(posts, wanted);
  for (;;) {
    const relation = heads.next();
    if (relation === BEGINS) visit(heads.take());
    else if (relation === LESS) heads.pass();
    else return relation === AT_END;
  }
}

/** How a key stands to the wanted one: less, begun by it (or the same), greater; or there is none any more. */
const LESS = 0;
const BEGINS = 1;
const GREATER = 2;
const AT_END = 3;

/**
 * Goes through the keys of a block without making strings of them. `common` units of the wanted key begin the key it
 * stands at, which is less than it or begins with it. A key that shares more with the one before is on the same side;
 * one that shares fewer is greater.
 */
class HeadScan {
  readonly #reader: ByteReader;
  readonly #wanted: string;
  readonly #place: NextPlace;
  #left: number;
  #common = 0;
  /** True when the key that begins with the wanted one is no longer than it. */
  isWhole = false;

  constructor(posts: Uint8Array, wanted: string) {
    this.#reader = new ByteReader(posts);
    this.#wanted = wanted;
    this.#left = this.#reader.varint();
    const headBytes = this.#reader.varint();
    this.#place = { posts: this.#reader.at + headBytes, positions: 0 };
  }

  next(): number {
    if (this.#left === 0) return AT_END;
    this.#left -= 1;
    this.isWhole = false;
    const shared = this.#reader.varint();
    const units = this.#reader.varint();
    if (shared < this.#common) return GREATER;
    if (shared === this.#common && shared < this.#wanted.length) return this.#compare(units);
    this.#reader.skip(units);
    return this.#common === this.#wanted.length ? BEGINS : LESS;
  }

  /** The list of the key; called once, or `pass` instead. */
  take(): BlockPlace {
    return readPlace(this.#reader, this.#place);
  }

  pass(): void {
    passPlace(this.#reader, this.#place);
  }

  /** Compares the further units of a key with those of the wanted one. */
  #compare(units: number): number {
    const wanted = this.#wanted;
    for (let left = units; left > 0; left -= 1) {
      const unit = this.#reader.varint();
      const own = wanted.charCodeAt(this.#common);
      if (unit !== own) {
        this.#reader.skip(left - 1);
        return unit > own ? GREATER : LESS;
      }
      this.#common += 1;
      if (this.#common < wanted.length) continue;
      this.isWhole = left === 1;
      this.#reader.skip(left - 1);
      return BEGINS;
    }
    return LESS;
  }
}

/** Where the next lists begin. */
interface NextPlace {
  posts: number;
  positions: number;
}

function readPlace(reader: ByteReader, next: NextPlace): BlockPlace {
  const { posts: postsStart, positions: positionsStart } = next;
  const postCount = passPlace(reader, next);
  return {
    postCount,
    postsStart,
    postsEnd: next.posts,
    positionsStart,
    positionsEnd: next.positions,
  };
}

/** Moves `next` behind a list; answers the number of its posts. */
function passPlace(reader: ByteReader, next: NextPlace): number {
  const postCount = reader.varint();
  next.posts += reader.varint();
  next.positions += reader.varint();
  return postCount;
}
