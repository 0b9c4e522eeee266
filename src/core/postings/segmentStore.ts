import type Database from 'better-sqlite3';
import { crc32 } from 'node:zlib';
import { ByteReader } from './byteReader.ts';
import { ByteWriter } from './byteWriter.ts';

/**
 * Tables of the postings. A segment is written once, in one transaction, and never changed but for `dead`: the posts in
 * it that were changed or removed since. Its blocks are numbered from `id << 24` on; `first_keys` is a JSON array of
 * their first keys; the checks are CRC-32 of a block's bytes, as SQLite itself would not notice a changed one; `widths` has one byte for each of its posts (positions.ts). `posts` and `dead` are ascending row numbers as varints, each the distance from the one before.
 */
export const POSTINGS_SCHEMA = `
CREATE TABLE postings_segments(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  bytes INTEGER NOT NULL,
  post_count INTEGER NOT NULL,
  dead_count INTEGER NOT NULL,
  first_keys TEXT NOT NULL,
  posts BLOB NOT NULL,
  widths BLOB NOT NULL,
  dead BLOB NOT NULL
);
CREATE TABLE postings_blocks(
  id INTEGER PRIMARY KEY,
  posts_check INTEGER NOT NULL,
  positions_check INTEGER NOT NULL,
  posts BLOB NOT NULL,
  positions BLOB NOT NULL
);
`;

/** Blocks of a segment are numbered within this. */
const BLOCK_NUMBERS = 2 ** 24;

/** What is kept of a segment besides its blocks. */
export interface SegmentRow {
  readonly id: number;
  /** Size of its blocks in bytes. */
  readonly bytes: number;
  /** Posts written to it, dead ones included. */
  readonly postCount: number;
  readonly deadCount: number;
}

/** The posts of a segment. */
export interface SegmentPosts {
  /** Row numbers, ascending. */
  readonly posts: readonly number[];
  /** Bits of a position of each post. */
  readonly widths: readonly number[];
}

/** A segment to be written. */
interface NewSegment extends SegmentPosts {
  readonly firstKeys: readonly string[];
  readonly bytes: number;
}

/** Reads and writes segments; what is called together belongs into one transaction. */
export interface SegmentStore {
  readonly rows: () => readonly SegmentRow[];
  readonly firstKeys: (segment: number) => readonly string[];
  readonly posts: (segment: number) => readonly number[];
  readonly widths: (segment: number) => Uint8Array;
  readonly dead: (segment: number) => readonly number[];
  readonly blockPosts: (segment: number, block: number) => Uint8Array;
  readonly blockPositions: (segment: number, block: number) => Uint8Array;
  /** Number of the next segment; its blocks may be put before the segment itself. */
  readonly nextId: () => number;
  readonly putBlock: (
    place: { readonly segment: number; readonly block: number },
    posts: Uint8Array,
    positions: Uint8Array,
  ) => void;
  readonly putSegment: (id: number, segment: NewSegment) => void;
  readonly setDead: (segment: number, dead: readonly number[]) => void;
  readonly drop: (segment: number) => void;
}

/** Prepares the statements on a database with `POSTINGS_SCHEMA`. */
export function createSegmentStore(database: Database.Database): SegmentStore {
  const rows = database.prepare<[], SegmentRow>(
    `SELECT id, bytes, post_count AS postCount, dead_count AS deadCount FROM postings_segments ORDER BY id`,
  );
  const firstKeys = textOf(database, 'first_keys');
  const posts = blobOf(database, 'posts');
  const widths = blobOf(database, 'widths');
  const dead = blobOf(database, 'dead');
  const blockPosts = checkedBlob(database, 'posts');
  const blockPositions = checkedBlob(database, 'positions');
  const next = database
    .prepare<[], number>(
      `SELECT coalesce(max(seq), 0) + 1 FROM sqlite_sequence WHERE name = 'postings_segments'`,
    )
    .pluck();
  const putBlock = blockWriter(database);
  const putSegment = database.prepare(
    `INSERT INTO postings_segments(id, bytes, post_count, dead_count, first_keys, posts, widths, dead)
     VALUES (?, ?, ?, 0, ?, ?, ?, x'')`,
  );
  const setDead = database.prepare(
    'UPDATE postings_segments SET dead = ?, dead_count = ? WHERE id = ?',
  );
  const dropBlocks = database.prepare('DELETE FROM postings_blocks WHERE id >= ? AND id < ?');
  const dropSegment = database.prepare('DELETE FROM postings_segments WHERE id = ?');
  return {
    rows: () => rows.all(),
    firstKeys: (segment) => stringList(firstKeys.get(segment) ?? '[]'),
    posts: (segment) => readNumbers(found(posts.get(segment), segment)),
    widths: (segment) => found(widths.get(segment), segment),
    dead: (segment) => readNumbers(found(dead.get(segment), segment)),
    blockPosts: (segment, block) => checked(blockPosts.get(blockId(segment, block)), segment),
    blockPositions: (segment, block) =>
      checked(blockPositions.get(blockId(segment, block)), segment),
    nextId: () => next.get() ?? 1,
    putBlock,
    putSegment: (id, segment) =>
      void putSegment.run(
        id,
        segment.bytes,
        segment.posts.length,
        JSON.stringify(segment.firstKeys),
        writeNumbers(segment.posts),
        Uint8Array.from(segment.widths),
      ),
    setDead: (segment, numbers) => void setDead.run(writeNumbers(numbers), numbers.length, segment),
    drop: (segment) => {
      dropBlocks.run(blockId(segment, 0), blockId(segment + 1, 0));
      dropSegment.run(segment);
    },
  };
}

function blockId(segment: number, block: number): number {
  return segment * BLOCK_NUMBERS + block;
}

function textOf(database: Database.Database, column: 'first_keys') {
  return database
    .prepare<[number], string>(`SELECT ${column} FROM postings_segments WHERE id = ?`)
    .pluck();
}

function blobOf(database: Database.Database, column: 'posts' | 'widths' | 'dead') {
  return database
    .prepare<[number], Uint8Array>(`SELECT ${column} FROM postings_segments WHERE id = ?`)
    .pluck();
}

function blockWriter(database: Database.Database): SegmentStore['putBlock'] {
  const put = database.prepare(
    `INSERT INTO postings_blocks(id, posts_check, positions_check, posts, positions) VALUES (?, ?, ?, ?, ?)`,
  );
  return ({ segment, block }, posts, positions) =>
    void put.run(blockId(segment, block), crc32(posts), crc32(positions), posts, positions);
}

function checkedBlob(database: Database.Database, column: 'posts' | 'positions') {
  return database
    .prepare<[number], [Uint8Array, number]>(
      `SELECT ${column}, ${column}_check FROM postings_blocks WHERE id = ?`,
    )
    .raw();
}

function checked(row: [Uint8Array, number] | undefined, segment: number): Uint8Array {
  if (row === undefined || crc32(row[0]) !== row[1]) throw new DamagedPostings(segment);
  return row[0];
}

function found(bytes: Uint8Array | undefined, segment: number): Uint8Array {
  if (bytes === undefined) throw new DamagedPostings(segment);
  return bytes;
}

/** Thrown when a segment lacks a part: the index has to be made anew. */
export class DamagedPostings extends Error {
  constructor(segment: number) {
    super(`Segment ${segment} of the search index is damaged.`);
    this.name = 'DamagedPostings';
  }
}

function stringList(json: string): readonly string[] {
  const parsed: unknown = JSON.parse(json);
  return Array.isArray(parsed) ? parsed.filter((value) => typeof value === 'string') : [];
}

function writeNumbers(ascending: readonly number[]): Uint8Array {
  const writer = new ByteWriter(ascending.length + 8);
  let last = 0;
  for (const number of ascending) {
    writer.varint(number - last);
    last = number;
  }
  return writer.copy();
}

function readNumbers(bytes: Uint8Array): readonly number[] {
  const reader = new ByteReader(bytes);
  const numbers: number[] = [];
  let last = 0;
  while (reader.at < bytes.length) {
    last += reader.varint();
    numbers.push(last);
  }
  return numbers;
}
