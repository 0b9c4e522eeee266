import type { MonthRun } from '../../shared/model.ts';
import type { PostColumns } from './columns.ts';
import type { PostSet } from './postSet.ts';

/** The members of a set in a given order of all posts. */
export function inOrder(posts: PostSet, order: Uint32Array, total: number): Uint32Array {
  const ordered = new Uint32Array(total);
  let length = 0;
  for (const id of order) {
    if (posts[id] !== 1) continue;
    ordered[length] = id;
    length += 1;
  }
  return ordered;
}

/** The members by score, best first; the same score newest first, then by path (the order of `newest`). */
export function byScore(newest: Uint32Array, scores: Float64Array): Uint32Array {
  const score = (id: number): number => scores[id] ?? 0;
  // Stable: equal scores keep the order they come in.
  return Uint32Array.from(Array.from(newest).toSorted((a, b) => score(b) - score(a)));
}

/** Posts of one month standing together, in the order of the result. */
export function monthRunsOf(ordered: Uint32Array, columns: PostColumns): readonly MonthRun[] {
  const runs: { month: string | null; count: number }[] = [];
  let last = -1;
  for (const id of ordered) {
    const month = Math.floor((columns.days[id] ?? 0) / 100);
    const run = runs.at(-1);
    if (run !== undefined && month === last) run.count += 1;
    else runs.push({ month: monthText(month), count: 1 });
    last = month;
  }
  return runs;
}

function monthText(month: number): string | null {
  if (month === 0) return null;
  const digits = String(month).padStart(6, '0');
  return `${digits.slice(0, 4)}-${digits.slice(4)}`;
}
