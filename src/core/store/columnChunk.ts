import { checkOf, damagedRow } from './rowCheck.ts';

/** Rows of one packed chunk: large enough that a million posts are 245 blobs, small enough to be repacked for one change. */
export const CHUNK_ROWS = 4_096;

/** Bytes of a row beside its labels. */
const ROW_BYTES = 24;

/** A CRC-32 of all that is before it ends a chunk. */
const CHECK_BYTES = 4;

/**
 * The columns of the row numbers `chunk * CHUNK_ROWS` up to the next chunk. The arrays have `CHUNK_ROWS` members, but for
 * `pool`: the labels of row `at` are the `pool[labelStarts[at]]` numbers that follow that one.
 */
export interface ColumnChunk {
  readonly wallMs: Float64Array;
  readonly days: Uint32Array;
  readonly bodyLengths: Uint32Array;
  readonly labelStarts: Uint32Array;
  readonly flags: Uint16Array;
  readonly titleLengths: Uint16Array;
  readonly pool: Uint32Array;
}

/** One row as a chunk and the `columns` table keep it. */
export interface ColumnRow {
  /** POST_FLAGS; GONE alone where there is no post (any more). */
  readonly flags: number;
  /** `yyyymmdd`; 0 without a date. */
  readonly day: number;
  /** Wall-clock milliseconds; NaN without a date. */
  readonly wallMs: number;
  /** Characters without white space; at most 65,535. */
  readonly titleLength: number;
  /** Characters without white space; at most 4,294,967,295. */
  readonly bodyLength: number;
  /** Label numbers, each once. */
  readonly labels: Uint32Array;
}

/** Bit of `ColumnRow.flags` that no POST_FLAGS has: the row number has no post. */
export const GONE = 0x8000;

/** What a row number without a post has. */
export const GONE_ROW: ColumnRow = {
  flags: GONE,
  day: 0,
  wallMs: Number.NaN,
  titleLength: 0,
  bodyLength: 0,
  labels: new Uint32Array(0),
};

/** Packs rows into a blob: the arrays of `ColumnChunk` one after another, in this machine's byte order, and its check. */
export function packChunk(rows: readonly ColumnRow[]): Uint8Array {
  const poolLength = rows.reduce((sum, { labels }) => sum + labels.length + 1, 0);
  const packed = new Uint8Array(CHUNK_ROWS * ROW_BYTES + poolLength * 4 + CHECK_BYTES);
  const chunk = viewsOf(packed);
  let end = 0;
  rows.forEach((row, at) => {
    chunk.wallMs[at] = row.wallMs;
    chunk.days[at] = row.day;
    chunk.bodyLengths[at] = row.bodyLength;
    chunk.flags[at] = row.flags;
    chunk.titleLengths[at] = row.titleLength;
    chunk.labelStarts[at] = end;
    chunk.pool[end] = row.labels.length;
    chunk.pool.set(row.labels, end + 1);
    end += row.labels.length + 1;
  });
  new DataView(packed.buffer).setUint32(packed.length - CHECK_BYTES, checkOf(withoutCheck(packed)));
  return packed;
}

/** Throws what SQLite throws for a damaged file when the blob is none that `packChunk` made. */
export function unpackChunk(blob: Uint8Array): ColumnChunk {
  const poolBytes = blob.length - CHECK_BYTES - CHUNK_ROWS * ROW_BYTES;
  if (poolBytes < CHUNK_ROWS * 4 || poolBytes % 4 !== 0) throw damagedRow('column_chunks');
  const content = withoutCheck(blob);
  const check = new DataView(blob.buffer, blob.byteOffset + content.length).getUint32(0);
  if (checkOf(content) !== check) throw damagedRow('column_chunks');
  // A copy begins at an even address, as views of wider numbers need.
  return viewsOf(new Uint8Array(content));
}

/** One row of a chunk. */
export function rowOfChunk(chunk: ColumnChunk, at: number): ColumnRow {
  const start = chunk.labelStarts[at] ?? 0;
  return {
    flags: chunk.flags[at] ?? GONE,
    day: chunk.days[at] ?? 0,
    wallMs: chunk.wallMs[at] ?? Number.NaN,
    titleLength: chunk.titleLengths[at] ?? 0,
    bodyLength: chunk.bodyLengths[at] ?? 0,
    labels: chunk.pool.subarray(start + 1, start + 1 + (chunk.pool[start] ?? 0)),
  };
}

function withoutCheck(packed: Uint8Array): Uint8Array {
  return packed.subarray(0, packed.length - CHECK_BYTES);
}

function viewsOf({ buffer }: Uint8Array): ColumnChunk {
  const n = CHUNK_ROWS;
  return {
    wallMs: new Float64Array(buffer, 0, n),
    days: new Uint32Array(buffer, n * 8, n),
    bodyLengths: new Uint32Array(buffer, n * 12, n),
    labelStarts: new Uint32Array(buffer, n * 16, n),
    flags: new Uint16Array(buffer, n * 20, n),
    titleLengths: new Uint16Array(buffer, n * 22, n),
    pool: new Uint32Array(buffer, n * ROW_BYTES),
  };
}
