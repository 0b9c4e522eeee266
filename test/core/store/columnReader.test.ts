import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import type { PostColumns } from '../../../src/core/store/columns.ts';
import { createColumnReader } from '../../../src/core/store/columnReader.ts';
import { CHUNK_ROWS } from '../../../src/core/store/columnChunk.ts';
import { COLUMN_SCHEMA, createColumnWriter } from '../../../src/core/store/columnStore.ts';
import { INDEX_SCHEMA } from '../../../src/core/store/indexSchema.ts';
import type { ParsedPost } from '../../../src/core/post/parsedPost.ts';
import { Random } from '../../support/random.ts';
import { parsedPost } from './archiveFixture.ts';

/** What one row says, in plain values. */
function rowAt(columns: PostColumns, id: number) {
  const { starts, pool } = columns.labelRuns;
  const start = starts[id] ?? 0;
  const labels = [...pool.subarray(start + 1, start + 1 + (pool[start] ?? 0))];
  return {
    isThere: columns.isThere[id],
    isPost: columns.isPost[id],
    flags: columns.flags[id],
    day: columns.days[id],
    month: columns.months[id],
    wallMs: columns.wallMs[id],
    lengths: [columns.titleLengths[id], columns.bodyLengths[id]],
    labels: new Set(labels.map((label) => columns.labels.texts[label])),
  };
}

const rowsOf = (columns: PostColumns) =>
  Array.from({ length: columns.size }, (_, id) => rowAt(columns, id));

function randomPost(random: Random): ParsedPost {
  const day = random.is(0.1) ? null : `20${10 + random.below(15)}-0${1 + random.below(9)}-11`;
  return parsedPost({
    day,
    title: '题'.repeat(random.below(9)),
    text: '文'.repeat(random.below(30)),
    kind: random.is(0.05) ? 'page' : 'post',
    source: random.is(0.3) ? null : `s${random.below(5)}`,
    categories: [`c${random.below(8)}`],
    tags: Array.from({ length: random.below(5) }, () => `t${random.below(40)}`),
    isDraft: random.is(0.1),
  });
}

/** Columns in a database of their own: the last row number grows, other rows change or go. */
class Archive {
  readonly database = new Database(':memory:');
  readonly #writer;
  readonly #raise;
  last = 0;
  revision = 1;

  constructor() {
    this.database.exec(INDEX_SCHEMA);
    this.database.exec(COLUMN_SCHEMA);
    this.#writer = createColumnWriter(this.database);
    this.#raise = this.database.prepare(
      `UPDATE meta SET value = CAST(value AS INTEGER) + 1 WHERE key = 'revision'`,
    );
    onTestFinished(() => void this.database.close());
  }

  commit(random: Random, { added, changed }: { added: number; changed: number }): void {
    this.database.transaction(() => {
      for (let at = 0; at < added; at += 1) this.#writer.put((this.last += 1), randomPost(random));
      for (let at = 0; at < changed; at += 1) {
        const id = 1 + random.below(this.last);
        if (random.is(0.3)) this.#writer.drop(id);
        else this.#writer.put(id, randomPost(random));
      }
      this.#writer.pack();
      this.#raise.run();
    })();
    this.revision += 1;
  }
}

test('a reader that takes up commit after commit knows what one knows that reads all at once', () => {
  const random = new Random(3);
  const archive = new Archive();
  const reader = createColumnReader(archive.database);
  const steps = [
    { added: 5, changed: 0 },
    { added: 90, changed: 40 },
    { added: CHUNK_ROWS, changed: 200 },
    { added: 0, changed: 500 },
    { added: CHUNK_ROWS * 2 + 7, changed: 0 },
    // More than are left loose: their chunks are packed again.
    { added: 3, changed: 25_000 },
    { added: 0, changed: 1 },
  ];
  for (const step of steps) {
    archive.commit(random, step);
    const columns = reader.at(archive.revision);
    const fresh = createColumnReader(archive.database).at(archive.revision);
    expect(rowsOf(columns)).toEqual(rowsOf(fresh));
    expect(columns.totals()).toEqual(fresh.totals());
    const times = [...columns.dates.newest()].map((id) => columns.wallMs[id]);
    expect(times).toEqual([...fresh.dates.newest()].map((id) => fresh.wallMs[id]));
    expect(columns.dates.datedCount()).toBe(fresh.dates.datedCount());
    const there = [...columns.isThere.keys()].filter((id) => columns.isThere[id] === 1);
    expect([...columns.dates.oldest()].toSorted((a, b) => a - b)).toEqual(there);
  }
  const left = archive.database.prepare('SELECT count(*) FROM columns').pluck().get();
  expect(left).toBeLessThan(CHUNK_ROWS);
});

test('a chunk that was cut short is told as damage of the file', () => {
  const archive = new Archive();
  archive.commit(new Random(1), { added: CHUNK_ROWS, changed: 0 });
  archive.database.exec('UPDATE column_chunks SET packed = substr(packed, 1, 1000)');
  expect(() => createColumnReader(archive.database).at(2)).toThrow(
    expect.objectContaining({ code: 'SQLITE_CORRUPT' }),
  );
});
