import type Database from 'better-sqlite3';
import { CHUNK_ROWS, type ColumnRow, GONE, unpackChunk } from './columnChunk.ts';
import { isPage, monthNumber, type PostColumns, type PostTotals } from './columns.ts';
import { COLUMN_NAMES, rowOfStored, type StoredColumnRow } from './columnStore.ts';
import { GrowingDateOrder } from './dateOrder.ts';
import { GrowingLabelRuns } from './labelRuns.ts';
import { GrowingLabelTable } from './labelTable.ts';
import { countPosts } from './facetCounts.ts';
import { lazily } from './lazily.ts';

/** Keeps the columns of an open index file in memory and up with its commits. */
export interface ColumnReader {
  /**
   * The columns at a revision. Reads what is newer than the revision given last: rows that changed, and chunks that were
   * packed. Called inside the read transaction that the revision was read in. What it gave before is then not to be used.
   */
  readonly at: (revision: number) => PostColumns;
}

/** A reader that has read nothing yet. */
export function createColumnReader(database: Database.Database): ColumnReader {
  const sql = prepare(database);
  const dates = new GrowingDateOrder();
  const labels = new GrowingLabelTable(database);
  const columns = new GrowingColumns();
  let seen = -1;
  const viewNow = (): PostColumns => columns.view({ labels, dates, counts });
  let counts = lazily(() => countPosts(viewNow()));

  return {
    at: (revision) => {
      if (revision === seen) return viewNow();
      const size = Math.max(sql.lastRow.get() ?? 0, sql.lastChunkRow.get() ?? 0) + 1;
      columns.reserve(size);
      for (const [chunk, packed] of sql.chunks.all(seen)) columns.setChunk(chunk, packed);
      // After the chunks: where both have a post, the row is the newer one.
      for (const stored of sql.rows.all(seen)) columns.setRow(stored[0], rowOfStored(stored));
      labels.update();
      const changed = columns.takeChanged();
      if (changed.length > 0) counts = lazily(() => countPosts(viewNow()));
      const view = viewNow();
      dates.update(view, changed);
      seen = revision;
      return view;
    },
  };
}

function prepare(database: Database.Database) {
  return {
    lastRow: database.prepare<[], number | null>('SELECT max(post) FROM columns').pluck(),
    lastChunkRow: database
      .prepare<[], number | null>(`SELECT (max(chunk) + 1) * ${CHUNK_ROWS} - 1 FROM column_chunks`)
      .pluck(),
    chunks: database
      .prepare<[number], [chunk: number, packed: Uint8Array]>(
        'SELECT chunk, packed FROM column_chunks WHERE revision > ? ORDER BY chunk',
      )
      .raw(),
    rows: database
      .prepare<[number], StoredColumnRow>(
        `SELECT ${COLUMN_NAMES} FROM columns WHERE revision > ? ORDER BY post`,
      )
      .raw(),
  };
}

const NO_TOTALS: PostTotals = { postCount: 0, titleCharacters: 0, bodyCharacters: 0 };

/** The arrays, with room to grow. */
class GrowingColumns {
  #size = 1;
  #isThere = new Uint8Array(1);
  #isPost = new Uint8Array(1);
  #flags = new Uint16Array(1);
  #days = new Uint32Array(1);
  #months = new Uint32Array(1);
  #lastMonth = 0;
  #wallMs = new Float64Array([Number.NaN]);
  #titleLengths = new Uint16Array(1);
  #bodyLengths = new Uint32Array(1);
  readonly #labelRuns = new GrowingLabelRuns();
  #totals: () => PostTotals = () => NO_TOTALS;
  #changed: number[] = [];

  /** Makes room for row numbers below `size`. */
  reserve(size: number): void {
    this.#size = Math.max(size, this.#size);
    const known = this.#isThere.length;
    if (size <= known) return;
    // The first time as many as are needed; later a quarter more, so that a growing archive is not copied every time.
    const capacity =
      Math.ceil(size / CHUNK_ROWS + (known > 1 ? size / CHUNK_ROWS / 4 : 0)) * CHUNK_ROWS;
    this.#isThere = grown(new Uint8Array(capacity), this.#isThere);
    this.#isPost = grown(new Uint8Array(capacity), this.#isPost);
    this.#flags = grown(new Uint16Array(capacity), this.#flags);
    this.#days = grown(new Uint32Array(capacity), this.#days);
    this.#months = grown(new Uint32Array(capacity), this.#months);
    this.#wallMs = grown(new Float64Array(capacity).fill(Number.NaN), this.#wallMs);
    this.#titleLengths = grown(new Uint16Array(capacity), this.#titleLengths);
    this.#bodyLengths = grown(new Uint32Array(capacity), this.#bodyLengths);
    this.#labelRuns.reserve(capacity);
  }

  setRow(id: number, row: ColumnRow): void {
    this.#setFlags(id, row.flags);
    this.#days[id] = row.day;
    this.#setMonth(id, row.day);
    this.#wallMs[id] = row.wallMs;
    this.#titleLengths[id] = row.titleLength;
    this.#bodyLengths[id] = row.bodyLength;
    this.#labelRuns.set(id, row.labels);
    this.#changed.push(id);
  }

  setChunk(number: number, packed: Uint8Array): void {
    const chunk = unpackChunk(packed);
    const first = number * CHUNK_ROWS;
    this.#days.set(chunk.days, first);
    this.#wallMs.set(chunk.wallMs, first);
    this.#titleLengths.set(chunk.titleLengths, first);
    this.#bodyLengths.set(chunk.bodyLengths, first);
    this.#labelRuns.setAll(first, chunk.labelStarts, chunk.pool);
    for (let at = 0; at < CHUNK_ROWS; at += 1) {
      this.#setFlags(first + at, chunk.flags[at] ?? GONE);
      this.#setMonth(first + at, chunk.days[at] ?? 0);
      this.#changed.push(first + at);
    }
  }

  /** Rows set since the last call. */
  takeChanged(): readonly number[] {
    const changed = this.#changed;
    this.#changed = [];
    if (changed.length > 0) this.#totals = lazily(() => this.#sum());
    return changed;
  }

  view(kept: Pick<PostColumns, 'labels' | 'dates' | 'counts'>): PostColumns {
    const size = this.#size;
    return {
      size,
      totals: this.#totals,
      isThere: this.#isThere.subarray(0, size),
      isPost: this.#isPost.subarray(0, size),
      flags: this.#flags.subarray(0, size),
      days: this.#days.subarray(0, size),
      months: this.#months.subarray(0, size),
      lastMonth: this.#lastMonth,
      wallMs: this.#wallMs.subarray(0, size),
      titleLengths: this.#titleLengths.subarray(0, size),
      bodyLengths: this.#bodyLengths.subarray(0, size),
      labelRuns: this.#labelRuns.view(size),
      ...kept,
    };
  }

  #sum(): PostTotals {
    let postCount = 0;
    let titleCharacters = 0;
    let bodyCharacters = 0;
    for (let id = 0; id < this.#size; id += 1) {
      const isPost = this.#isPost[id] ?? 0;
      postCount += isPost;
      titleCharacters += isPost * (this.#titleLengths[id] ?? 0);
      bodyCharacters += isPost * (this.#bodyLengths[id] ?? 0);
    }
    return { postCount, titleCharacters, bodyCharacters };
  }

  #setMonth(id: number, day: number): void {
    const month = monthNumber(day);
    this.#months[id] = month;
    if (month > this.#lastMonth) this.#lastMonth = month;
  }

  #setFlags(id: number, flags: number): void {
    const isThere = (flags & GONE) === 0;
    this.#isThere[id] = isThere ? 1 : 0;
    this.#isPost[id] = isThere && !isPage(flags) ? 1 : 0;
    this.#flags[id] = isThere ? flags : 0;
  }
}

/** A longer array that begins as the shorter one does. */
function grown<T extends Uint8Array | Uint16Array | Uint32Array | Float64Array>(
  longer: T,
  shorter: T,
): T {
  longer.set(shorter);
  return longer;
}
