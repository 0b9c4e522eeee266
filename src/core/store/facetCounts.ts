import type { PostColumns, PostCounts } from './columns.ts';
import { DRAFT_SHIFT, type FacetContext, STATE_COUNT } from './filterMisses.ts';
import { POST_FLAGS } from './indexSchema.ts';
import type { LabelRuns } from './labelRuns.ts';
import { LABELLED, STATE_MARKS } from './postMarks.ts';
import { type FoundPosts, rowsOf, subtract } from './postSet.ts';

/*
 * The loops that every search runs over all its posts. One thing each, over typed arrays, without a call or a branch that
 * depends on the post: half a million posts take some milliseconds. `before` are counts to go on from; it stays as it is.
 */

/** Counts of all that is there. */
export function countPosts(columns: PostColumns): PostCounts {
  return countRows(rowsOf(columns.isThere), columns);
}

/** Counts of a whole result: of most posts, as those of all less the others. */
export function countResult({ rows, set }: FoundPosts, columns: PostColumns): PostCounts {
  if (rows.length * 2 < columns.size) return countRows(rows, columns);
  const all = columns.counts();
  const others = countRows(rowsOf(subtract(columns.isThere, set())), columns);
  return { labels: less(all.labels, others.labels), months: less(all.months, others.months) };
}

/** Counts of some posts. */
export function countRows(rows: Uint32Array, columns: PostColumns): PostCounts {
  return { labels: countLabels(rows, columns), months: countMonths(rows, columns) };
}

function less(all: Uint32Array, others: Uint32Array): Uint32Array {
  const counts = all.slice();
  for (let value = 0; value < counts.length; value += 1) {
    counts[value] = (counts[value] ?? 0) - (others[value] ?? 0);
  }
  return counts;
}

/** Posts by label number, of all facets together. */
export function countLabels(
  rows: Uint32Array,
  { labelRuns: { starts, pool }, labels }: PostColumns,
  before?: Uint32Array,
): Uint32Array {
  const counts = countsFrom(before, labels.size);
  if (pool.length < rows.length) {
    countRuns(rows, { starts, pool }, counts);
    return counts;
  }
  for (let at = 0; at < rows.length; at += 1) {
    const start = starts[rows[at] ?? 0] ?? 0;
    const end = start + (pool[start] ?? 0);
    for (let place = start + 1; place <= end; place += 1) {
      const label = pool[place] ?? 0;
      counts[label] = (counts[label] ?? 0) + 1;
    }
  }
  return counts;
}

/** Where many posts share few runs of labels, the posts of each run are counted first. */
function countRuns(rows: Uint32Array, { starts, pool }: LabelRuns, counts: Uint32Array): void {
  const posts = new Uint32Array(pool.length);
  for (let at = 0; at < rows.length; at += 1) {
    const start = starts[rows[at] ?? 0] ?? 0;
    posts[start] = (posts[start] ?? 0) + 1;
  }
  for (let start = 0; start < pool.length; start += 1) {
    const count = posts[start] ?? 0;
    if (count === 0) continue;
    const end = start + (pool[start] ?? 0);
    for (let place = start + 1; place <= end; place += 1) {
      const label = pool[place] ?? 0;
      counts[label] = (counts[label] ?? 0) + count;
    }
  }
}

/** Posts by `monthNumber`; 0 = without a date. */
export function countMonths(
  rows: Uint32Array,
  { months, lastMonth }: PostColumns,
  before?: Uint32Array,
): Uint32Array {
  const counts = countsFrom(before, lastMonth + 1);
  for (let at = 0; at < rows.length; at += 1) {
    const month = months[rows[at] ?? 0] ?? 0;
    counts[month] = (counts[month] ?? 0) + 1;
  }
  return counts;
}

/** Posts by state: bits STATE_MARKS and DRAFT. */
export function countStates(
  rows: Uint32Array,
  { columns: { flags }, marks: { bits } }: FacetContext,
  before?: Uint32Array,
): Uint32Array {
  const counts = countsFrom(before, STATE_COUNT);
  for (let at = 0; at < rows.length; at += 1) {
    const id = rows[at] ?? 0;
    const draft = ((flags[id] ?? 0) & POST_FLAGS.draft) << DRAFT_SHIFT;
    const state = ((bits[id] ?? 0) & STATE_MARKS) | draft;
    counts[state] = (counts[state] ?? 0) + 1;
  }
  return counts;
}

/** Posts by label of their bookmark. */
export function countReadersLabels(
  rows: readonly Uint32Array[],
  { bits, labels }: FacetContext['marks'],
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  if (labels.size === 0) return counts;
  for (const some of rows) {
    for (let at = 0; at < some.length; at += 1) {
      const id = some[at] ?? 0;
      if (((bits[id] ?? 0) & LABELLED) === 0) continue;
      for (const label of labels.get(id) ?? []) counts.set(label, (counts.get(label) ?? 0) + 1);
    }
  }
  return counts;
}

function countsFrom(before: Uint32Array | undefined, size: number): Uint32Array {
  const counts = new Uint32Array(Math.max(size, before?.length ?? 0));
  if (before !== undefined) counts.set(before);
  return counts;
}
