import type Database from 'better-sqlite3';
import { LABEL_KINDS, POST_FLAGS } from './indexSchema.ts';
import { lazily } from './lazily.ts';

/** Values of one facet for all posts: those of post `id` are `ids[starts[id]]` up to `ids[starts[id + 1]]`. */
export interface LabelColumn {
  readonly starts: Uint32Array;
  readonly ids: Uint32Array;
}

/**
 * What a reader keeps in memory of every post, by row number; numbers without a post have `isThere` 0. Filters,
 * facets and orders over any result are loops over these arrays.
 */
export interface PostColumns {
  /** One more than the highest row number: the length of every array. */
  readonly size: number;
  readonly isThere: Uint8Array;
  readonly flags: Uint16Array;
  /** `yyyymmdd`; 0 without a date. */
  readonly days: Uint32Array;
  /** Wall-clock milliseconds; NaN without a date. */
  readonly wallMs: Float64Array;
  readonly sources: LabelColumn;
  readonly categories: LabelColumn;
  readonly tags: LabelColumn;
  /** Written value of each label by its number. */
  readonly labels: readonly string[];
  /** Row numbers, newest first; those without a date last; at the same time by path. */
  readonly newest: () => Uint32Array;
  /** Row numbers, oldest first; those without a date last; at the same time by path. */
  readonly oldest: () => Uint32Array;
}

/** Reads all columns. Called inside a read transaction, so that they agree with what else is read. */
export function loadColumns(database: Database.Database): PostColumns {
  const size =
    (database.prepare<[], number | null>('SELECT max(id) FROM posts').pluck().get() ?? 0) + 1;
  const isThere = new Uint8Array(size);
  const flags = new Uint16Array(size);
  const days = new Uint32Array(size);
  const wallMs = new Float64Array(size).fill(Number.NaN);
  const labels = [new LabelBuilder(size), new LabelBuilder(size), new LabelBuilder(size)] as const;
  const rows = database
    .prepare<[], Row>('SELECT post, flags, day, wall_ms, labels FROM columns ORDER BY post')
    .raw()
    .all();
  for (const [id, postFlags, day, milliseconds, labelText] of rows) {
    isThere[id] = 1;
    flags[id] = postFlags;
    days[id] = day;
    if (milliseconds !== null) wallMs[id] = milliseconds;
    addLabels(labels, id, labelText);
  }
  return {
    size,
    isThere,
    flags,
    days,
    wallMs,
    sources: labels[0].finish(),
    categories: labels[1].finish(),
    tags: labels[2].finish(),
    labels: loadLabels(database),
    ...loadOrders(database, wallMs),
  };
}

/** Label numbers of a kind in use are those of `labels` with that kind. */
export function labelIdsOf(
  database: Database.Database,
  kind: keyof typeof LABEL_KINDS,
): ReadonlyMap<string, number> {
  const rows = database
    .prepare<[number], { id: number; value: string }>('SELECT id, value FROM labels WHERE kind = ?')
    .all(LABEL_KINDS[kind]);
  return new Map(rows.map(({ id, value }) => [value, id]));
}

/** True when the post is a page. */
export function isPage(flags: number): boolean {
  return (flags & POST_FLAGS.page) !== 0;
}

type Row = [id: number, flags: number, day: number, wallMs: number | null, labels: string];

function loadLabels(database: Database.Database): readonly string[] {
  const labels: string[] = [];
  const rows = database
    .prepare<[], { id: number; value: string }>('SELECT id, value FROM labels')
    .all();
  for (const { id, value } of rows) labels[id] = value;
  return labels;
}

/** Sorts when an order is first asked for; the paths are read at once, with the state of the other columns. */
function loadOrders(
  database: Database.Database,
  wallMs: Float64Array,
): Pick<PostColumns, 'newest' | 'oldest'> {
  const byPath = Uint32Array.from(
    database.prepare<[], number>('SELECT id FROM posts ORDER BY path').pluck().all(),
  );
  const sorted = (before: (a: number, b: number) => number): Uint32Array => {
    const dated = byPath.filter((id) => !Number.isNaN(wallMs[id]));
    // Sorting typed arrays is stable: posts of the same time stay in the order of their paths.
    dated.sort((a, b) => before(wallMs[a] ?? 0, wallMs[b] ?? 0));
    const order = new Uint32Array(byPath.length);
    order.set(dated);
    order.set(
      byPath.filter((id) => Number.isNaN(wallMs[id])),
      dated.length,
    );
    return order;
  };
  return {
    newest: lazily(() => sorted((a, b) => b - a)),
    oldest: lazily(() => sorted((a, b) => a - b)),
  };
}

/** Reads `source;category,category;tag,tag` without making a string of every number. */
function addLabels(
  builders: readonly [LabelBuilder, LabelBuilder, LabelBuilder],
  post: number,
  text: string,
): void {
  let kind = 0;
  let label = 0;
  for (let at = 0; at <= text.length; at += 1) {
    const digit = text.charCodeAt(at) - 0x30;
    if (digit >= 0 && digit <= 9) {
      label = label * 10 + digit;
      continue;
    }
    if (label > 0) builders[kind]?.add(post, label);
    label = 0;
    if (text.charAt(at) === ';') kind += 1;
  }
}

/** Collects labels of posts in ascending order of their row numbers. */
class LabelBuilder {
  readonly #starts: Uint32Array;
  #ids = new Uint32Array(1_024);
  #length = 0;
  #filled = 0;

  constructor(size: number) {
    this.#starts = new Uint32Array(size + 1);
  }

  add(post: number, label: number): void {
    this.#fillTo(post);
    if (this.#length === this.#ids.length) {
      const larger = new Uint32Array(this.#length * 2);
      larger.set(this.#ids);
      this.#ids = larger;
    }
    this.#ids[this.#length] = label;
    this.#length += 1;
  }

  finish(): LabelColumn {
    this.#fillTo(this.#starts.length - 1);
    return { starts: this.#starts, ids: this.#ids.slice(0, this.#length) };
  }

  /** Posts up to and including `post` begin where the labels end now, unless they have begun already. */
  #fillTo(post: number): void {
    while (this.#filled < post) {
      this.#filled += 1;
      this.#starts[this.#filled] = this.#length;
    }
  }
}
