import type Database from 'better-sqlite3';
import type { ParsedPost } from '../post/parsedPost.ts';
import {
  CHUNK_ROWS,
  type ColumnRow,
  GONE_ROW,
  packChunk,
  rowOfChunk,
  unpackChunk,
} from './columnChunk.ts';
import { LABEL_KINDS, POST_FLAGS } from './indexSchema.ts';

/**
 * Tables of the columns. A row number's values stand in its chunk, unless `columns` has a newer row for it: there every
 * change begins. As soon as all numbers of a chunk are given, its rows are packed into a blob; rows that changed after
 * that are packed again when many have gathered. `revision` is that of the commit that wrote the row or chunk, so that a
 * reader which knows an earlier one reads only what is newer. A post that is removed leaves a row that says so.
 */
export const COLUMN_SCHEMA = `
CREATE TABLE columns(
  post INTEGER PRIMARY KEY,
  revision INTEGER NOT NULL,
  flags INTEGER NOT NULL,
  day INTEGER NOT NULL,
  wall_ms REAL,
  title_length INTEGER NOT NULL,
  body_length INTEGER NOT NULL,
  labels BLOB NOT NULL
);
CREATE TABLE column_chunks(
  chunk INTEGER PRIMARY KEY,
  revision INTEGER NOT NULL,
  packed BLOB NOT NULL
);
`;

/** Changed rows of packed chunks that are left in `columns` at least; and one in so many of all rows. */
const MIN_LOOSE_ROWS = 8_192;
const LOOSE_SHARE = 32;

/** The revision that the commit under way will have. */
const NEXT_REVISION = `(SELECT CAST(value AS INTEGER) + 1 FROM meta WHERE key = 'revision')`;

/** Writes the columns; every call belongs to the transaction that the caller has open and that raises the revision. */
export interface ColumnWriter {
  readonly put: (id: number, post: ParsedPost) => void;
  readonly drop: (id: number) => void;
  /** Packs what is due. The last thing before the revision is raised. */
  readonly pack: () => void;
  /** After a transaction was rolled back. */
  readonly forget: () => void;
}

/** Prepares the writer's statements on a database with the index's tables. */
export function createColumnWriter(database: Database.Database): ColumnWriter {
  const labels = new LabelNumbers(database);
  const packer = createPacker(database);
  const insert = database.prepare(
    `INSERT OR REPLACE INTO columns(post, revision, flags, day, wall_ms, title_length, body_length, labels)
     VALUES (?, ${NEXT_REVISION}, ?, ?, ?, ?, ?, ?)`,
  );
  const write = (id: number, row: ColumnRow): void => {
    const { flags, day, wallMs, titleLength, bodyLength } = row;
    const milliseconds = Number.isNaN(wallMs) ? null : wallMs;
    insert.run(id, flags, day, milliseconds, titleLength, bodyLength, bytesOf(row.labels));
  };
  return {
    put: (id, post) => write(id, rowOf(post, labels.numbersOf(post))),
    drop: (id) => write(id, GONE_ROW),
    pack: () => packer(),
    forget: () => labels.forget(),
  };
}

/** A row of `columns` as it is read. */
export type StoredColumnRow = [
  post: number,
  flags: number,
  day: number,
  wallMs: number | null,
  titleLength: number,
  bodyLength: number,
  labels: Uint8Array,
];

/** What `rowOfStored` takes, in its order. */
export const COLUMN_NAMES = 'post, flags, day, wall_ms, title_length, body_length, labels';

/** A row of `columns` as it was written. */
export function rowOfStored(stored: StoredColumnRow): ColumnRow {
  const [, flags, day, wallMs, titleLength, bodyLength, labels] = stored;
  return {
    flags,
    day,
    wallMs: wallMs ?? Number.NaN,
    titleLength,
    bodyLength,
    labels: new Uint32Array(new Uint8Array(labels).buffer),
  };
}

/** Packs chunks whose row numbers are all given; and, when many rows of packed chunks changed, those chunks again. */
function createPacker(database: Database.Database): () => void {
  const lastPost = database.prepare<[], number | null>('SELECT max(post) FROM columns').pluck();
  const chunkCount = database
    .prepare<[], number>('SELECT coalesce(max(chunk) + 1, 0) FROM column_chunks')
    .pluck();
  const looseCount = database
    .prepare<[number], number>('SELECT count(*) FROM columns WHERE post < ?')
    .pluck();
  const looseChunks = database
    .prepare<[number], number>(
      `SELECT DISTINCT post / ${CHUNK_ROWS} FROM columns WHERE post < ? ORDER BY 1`,
    )
    .pluck();
  const packed = database
    .prepare<[number], Uint8Array>('SELECT packed FROM column_chunks WHERE chunk = ?')
    .pluck();
  const rows = database
    .prepare<[number, number], StoredColumnRow>(
      `SELECT ${COLUMN_NAMES} FROM columns WHERE post >= ? AND post < ?`,
    )
    .raw();
  const dropRows = database.prepare('DELETE FROM columns WHERE post >= ? AND post < ?');
  const putChunk = database.prepare(
    `INSERT OR REPLACE INTO column_chunks(chunk, revision, packed) VALUES (?, ${NEXT_REVISION}, ?)`,
  );

  const packOne = (chunk: number): void => {
    const first = chunk * CHUNK_ROWS;
    const before = packed.get(chunk);
    const known = before === undefined ? null : unpackChunk(before);
    const packing = Array.from({ length: CHUNK_ROWS }, (_, at) =>
      known === null ? GONE_ROW : rowOfChunk(known, at),
    );
    for (const stored of rows.all(first, first + CHUNK_ROWS)) {
      packing[stored[0] - first] = rowOfStored(stored);
    }
    putChunk.run(chunk, packChunk(packing));
    dropRows.run(first, first + CHUNK_ROWS);
  };

  return () => {
    let count = chunkCount.get() ?? 0;
    const last = lastPost.get() ?? 0;
    for (; last + 1 >= (count + 1) * CHUNK_ROWS; count += 1) packOne(count);
    const packedRows = count * CHUNK_ROWS;
    const most = Math.max(MIN_LOOSE_ROWS, Math.floor(packedRows / LOOSE_SHARE));
    if ((looseCount.get(packedRows) ?? 0) <= most) return;
    for (const chunk of looseChunks.all(packedRows)) packOne(chunk);
  };
}

/** Numbers of facet values, made when a value is met for the first time. */
class LabelNumbers {
  readonly #add: Database.Statement<[number, string]>;
  readonly #find: Database.Statement<[number, string], number>;
  readonly #known = new Map<string, number>();

  constructor(database: Database.Database) {
    this.#add = database.prepare('INSERT OR IGNORE INTO labels(kind, value) VALUES (?, ?)');
    this.#find = database
      .prepare<[number, string], number>('SELECT id FROM labels WHERE kind = ? AND value = ?')
      .pluck();
  }

  /** Of source, categories and tags, each once: a number stands for one value of one kind. */
  numbersOf(post: ParsedPost): Uint32Array {
    const numbers = new Set<number>();
    if (post.source !== null) numbers.add(this.#numberOf(LABEL_KINDS.source, post.source));
    for (const value of post.categories) numbers.add(this.#numberOf(LABEL_KINDS.category, value));
    for (const value of post.tags) numbers.add(this.#numberOf(LABEL_KINDS.tag, value));
    return Uint32Array.from(numbers);
  }

  /** After a transaction was rolled back: numbers made in it are gone. */
  forget(): void {
    this.#known.clear();
  }

  #numberOf(kind: number, value: string): number {
    const key = `${kind}:${value}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    this.#add.run(kind, value);
    const label = this.#find.get(kind, value) ?? 0;
    this.#known.set(key, label);
    return label;
  }
}

function rowOf(post: ParsedPost, labels: Uint32Array): ColumnRow {
  return {
    flags: flagsOf(post),
    day: dayNumber(post.day),
    wallMs: post.wallMs ?? Number.NaN,
    titleLength: Math.min(0xffff, post.title.replaceAll(/\s+/g, '').length),
    bodyLength: Math.min(0xffff_ffff, post.characterCount),
    labels,
  };
}

function bytesOf({ buffer, byteOffset, byteLength }: Uint32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

function flagsOf(post: ParsedPost): number {
  const flags: readonly (readonly [boolean, number])[] = [
    [post.kind === 'page', POST_FLAGS.page],
    [post.isDraft, POST_FLAGS.draft],
    [post.hasImage, POST_FLAGS.image],
    [post.hasCode, POST_FLAGS.code],
    [post.hasTable, POST_FLAGS.table],
    [post.url !== null, POST_FLAGS.url],
    [post.author !== null, POST_FLAGS.author],
    [post.title !== '', POST_FLAGS.title],
    [post.characterCount > 0, POST_FLAGS.body],
  ];
  return flags.reduce((sum, [isSet, bit]) => (isSet ? sum + bit : sum), 0);
}

/** `yyyymmdd`; 0 without a date. */
function dayNumber(day: string | null): number {
  return day === null ? 0 : Number(day.replaceAll('-', '')) || 0;
}
