import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import type { PostColumns } from '../../../src/core/store/columns.ts';
import { createColumnReader } from '../../../src/core/store/columnReader.ts';
import { COLUMN_SCHEMA, createColumnWriter } from '../../../src/core/store/columnStore.ts';
import { INDEX_SCHEMA } from '../../../src/core/store/indexSchema.ts';
import { createPathOrder, type PathOrder } from '../../../src/core/store/pathOrder.ts';
import { orderByDate, type ResultOrder } from '../../../src/core/store/resultOrder.ts';
import { orderByScore, withHead } from '../../../src/core/store/scoreOrder.ts';
import { Random } from '../../support/random.ts';
import { parsedPost } from './archiveFixture.ts';

interface Made {
  readonly columns: PostColumns;
  readonly paths: PathOrder;
  /** Path by row number. */
  readonly names: readonly string[];
}

const SECOND_MS = 1_000;

/** Posts of very few different times, so that most of them stand beside others of the same; some without a date. */
function madeOf(random: Random, count: number): Made {
  const database = new Database(':memory:');
  onTestFinished(() => void database.close());
  database.exec(INDEX_SCHEMA);
  database.exec(COLUMN_SCHEMA);
  const writer = createColumnWriter(database);
  const add = database.prepare(
    `INSERT INTO posts(path, kind, title, lang, is_draft, character_count, content_hash, tags, categories)
     VALUES (?, 'post', '', 'und', 0, 0, '', '[]', '[]')`,
  );
  const names = [''];
  const span = random.pick([1, 3, 40, 100_000]);
  for (let at = 0; at < count; at += 1) {
    const name = `${random.pick(['a', 'Z', '新', '𠮷', '\uff5e'])}${random.below(1_000)}-${at}.md`;
    const id = Number(add.run(name).lastInsertRowid);
    const wallMs = (random.below(span) - span / 2) * 86_400_000 + random.below(2) * SECOND_MS;
    const day = new Date(wallMs).toISOString().slice(0, 10);
    writer.put(id, parsedPost(random.is(0.1) ? {} : { day, wallMs }));
    names[id] = name;
  }
  return { columns: createColumnReader(database).at(1), paths: createPathOrder(database), names };
}

const bytes = (text: string): Buffer => Buffer.from(text, 'utf8');

/** The plain way: compare any two posts by everything. */
function sortedPlainly(
  { columns: { wallMs }, names }: Made,
  rows: Uint32Array,
  { direction = -1, score = () => 0 }: { direction?: number; score?: (row: number) => number },
): number[] {
  const time = (row: number): number => {
    const each = wallMs[row] ?? Number.NaN;
    return Number.isNaN(each) ? Number.POSITIVE_INFINITY : direction * each;
  };
  const compare = (a: number, b: number): number =>
    score(b) - score(a) ||
    (time(a) === time(b) ? 0 : time(a) - time(b)) ||
    Buffer.compare(bytes(names[a] ?? ''), bytes(names[b] ?? ''));
  return Array.from(rows).toSorted(compare);
}

function expectOrder(random: Random, order: ResultOrder, expected: readonly number[]): void {
  for (let asked = 0; asked < 8; asked += 1) {
    const offset = random.below(expected.length + 3);
    const limit = random.pick([0, 1, 7, 50, expected.length]);
    expect(Array.from(order.slice(offset, limit))).toEqual(expected.slice(offset, offset + limit));
  }
  expect(Array.from(order.slice(0, expected.length))).toEqual(expected);
}

function someOf(random: Random, { columns }: Made): Uint32Array {
  const share = random.pick([1, 0.7, 0.2, 0.005]);
  return Uint32Array.from(columns.isPost.keys()).filter(
    (id) => columns.isPost[id] === 1 && (share === 1 || random.is(share)),
  );
}

test.for(Array.from({ length: 30 }, (_, at) => at))(
  'pages of any size are cut from the whole order, by date as by score (seed %i)',
  (seed) => {
    const random = new Random(seed);
    const made = madeOf(random, 1 + random.below(random.pick([20, 600, 2_600])));
    for (let result = 0; result < 4; result += 1) {
      const rows = someOf(random, made);
      expectOrder(random, orderByDate(rows, 'newest', made), sortedPlainly(made, rows, {}));
      expectOrder(
        random,
        orderByDate(rows, 'oldest', made),
        sortedPlainly(made, rows, { direction: 1 }),
      );
      const different = random.pick([1, 2, 30, 1_000_000]);
      const scores = Float32Array.from(rows, () => (random.below(different) - 3) / 7);
      const scoreOf = new Map([...rows].map((row, at) => [row, scores[at] ?? 0]));
      expectOrder(
        random,
        orderByScore(rows, scores, made),
        sortedPlainly(made, rows, { score: (row) => scoreOf.get(row) ?? 0 }),
      );
    }
  },
);

test('a head stands in its own order before the rest, wherever a page is cut', () => {
  const random = new Random(7);
  const made = madeOf(random, 300);
  const rows = someOf(random, made);
  const order = orderByDate(rows, 'newest', made);
  const plain = sortedPlainly(made, rows, {});
  const count = Math.min(80, rows.length);
  const headed = withHead(() => order.slice(0, count).toReversed(), order);
  expectOrder(random, headed, [...plain.slice(0, count).toReversed(), ...plain.slice(count)]);
});
