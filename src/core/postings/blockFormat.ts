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

/** What a block says of one list. */
interface BlockEntry {
  readonly key: string;
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

/** Where one list stands in a block. */
export type BlockPlace = Omit<BlockEntry, 'key'>;

/** Reads the entries of a block's posts. */
export function readEntries(posts: Uint8Array): readonly BlockEntry[] {
  const entries: BlockEntry[] = [];
  const reader = new ByteReader(posts);
  let left = reader.varint();
  const headBytes = reader.varint();
  const place = { posts: reader.at + headBytes, positions: 0 };
  let key = '';
  for (; left > 0; left -= 1) {
    key = key.slice(0, reader.varint());
    for (let units = reader.varint(); units > 0; units -= 1) {
      key += String.fromCharCode(reader.varint());
    }
    entries.push({ key, ...readPlace(reader, place) });
  }
  return entries;
}

/**
 * Finds one key in a block without making strings of the others. `common` units of the wanted key begin the key before,
 * which is less than it. A key that shares more with the one before is less too; one that shares fewer is greater.
 */
export function findEntry(posts: Uint8Array, wanted: string): BlockPlace | null {
  const reader = new ByteReader(posts);
  let left = reader.varint();
  const headBytes = reader.varint();
  const place = { posts: reader.at + headBytes, positions: 0 };
  let common = 0;
  for (; left > 0; left -= 1) {
    const shared = reader.varint();
    const units = reader.varint();
    if (shared < common) return null;
    if (shared > common) {
      reader.skip(units);
    } else {
      let same = 0;
      let unit = -1;
      while (same < units) {
        unit = reader.varint();
        if (unit !== wanted.charCodeAt(common + same)) break;
        same += 1;
      }
      const isWholeKey = same === units;
      const isWholeWanted = common + same === wanted.length;
      if (isWholeKey && isWholeWanted) return readPlace(reader, place);
      if (!isWholeKey && (isWholeWanted || unit > wanted.charCodeAt(common + same))) return null;
      if (!isWholeKey) reader.skip(units - same - 1);
      common += same;
    }
    passPlace(reader, place);
  }
  return null;
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
