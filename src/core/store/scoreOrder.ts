import { lazily } from './lazily.ts';
import { sortedByKey } from './radixSort.ts';
import { type OrderContext, orderByDate, type ResultOrder } from './resultOrder.ts';

/** Posts that deeper pages than this are sorted as a whole for. */
const TOP = 1_000;

/**
 * Posts by score, best first; of the same score the newest first, then by path. `scores[at]` belongs to `rows[at]`; they
 * are single floats, so that sorting all posts and choosing the best of them cannot disagree.
 */
export function orderByScore(
  rows: Uint32Array,
  scores: Float32Array,
  context: OrderContext,
): ResultOrder {
  let best: Uint32Array | null = null;
  let whole: Uint32Array | null = null;
  return {
    slice: (offset, limit) => {
      const to = offset + limit;
      if (whole === null && to <= TOP) {
        if (best === null || best.length < Math.min(to, rows.length)) {
          best = bestOf(rows, scores, { count: to, context });
        }
        return best.slice(offset, to);
      }
      whole ??= sortedByScore(rows, scores, context);
      return whole.slice(offset, to);
    },
  };
}

/** An order whose first posts stand in an order of their own, which is made when it is first needed. */
export function withHead(makeHead: () => Uint32Array, order: ResultOrder): ResultOrder {
  const headOf = lazily(makeHead);
  return {
    slice: (offset, limit) => {
      const head = headOf();
      const first = head.subarray(offset, offset + limit);
      if (first.length === limit) return first.slice();
      const behind = order.slice(Math.max(offset, head.length), limit - first.length);
      const both = new Uint32Array(first.length + behind.length);
      both.set(first);
      both.set(behind, first.length);
      return both;
    },
  };
}

/** The best posts in their order, without sorting the others. */
function bestOf(
  rows: Uint32Array,
  scores: Float32Array,
  { count, context }: { readonly count: number; readonly context: OrderContext },
): Uint32Array {
  const wanted = Math.min(count, rows.length);
  if (wanted === 0) return new Uint32Array(0);
  const least = leastOfBest(scores, wanted);
  const above: number[] = [];
  const equal: number[] = [];
  for (let at = 0; at < rows.length; at += 1) {
    const score = scores[at] ?? 0;
    if (score > least) above.push(at);
    else if (score === least) equal.push(rows[at] ?? 0);
  }
  const better = sortedByScore(
    Uint32Array.from(above, (at) => rows[at] ?? 0),
    Float32Array.from(above, (at) => scores[at] ?? 0),
    context,
  );
  const best = new Uint32Array(wanted);
  best.set(better);
  const last = orderByDate(Uint32Array.from(equal), 'newest', context);
  best.set(last.slice(0, wanted - better.length), better.length);
  return best;
}

/** The lowest of the `count` highest scores: a heap of that size with the lowest on top takes in what is higher. */
function leastOfBest(scores: Float32Array, count: number): number {
  const heap = scores.subarray(0, count).toSorted();
  let top = heap[0] ?? 0;
  for (let at = count; at < scores.length; at += 1) {
    const score = scores[at] ?? 0;
    if (score <= top) continue;
    replaceTop(heap, score);
    top = heap[0] ?? 0;
  }
  return top;
}

function replaceTop(heap: Float32Array, score: number): void {
  let place = 0;
  for (;;) {
    let child = place * 2 + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && (heap[child + 1] ?? 0) < (heap[child] ?? 0)) child += 1;
    if ((heap[child] ?? 0) >= score) break;
    heap[place] = heap[child] ?? 0;
    place = child;
  }
  heap[place] = score;
}

/** All posts by score, those of the same score in the order by date: the sort keeps the order of equal keys. */
function sortedByScore(
  rows: Uint32Array,
  scores: Float32Array,
  context: OrderContext,
): Uint32Array {
  const byDate = orderByDate(rows, 'newest', context).slice(0, rows.length);
  if (byDate.length <= FEW) {
    const known = new Map<number, number>();
    rows.forEach((row, at) => known.set(row, scores[at] ?? 0));
    return byDate.toSorted((a, b) => (known.get(b) ?? 0) - (known.get(a) ?? 0));
  }
  const scoreOf = scoresByRow(rows, scores);
  const score = new Float32Array(1);
  const bits = new Uint32Array(score.buffer);
  const keys = new Float64Array(byDate.length);
  for (let place = 0; place < byDate.length; place += 1) {
    // Bits of a float ascend with its value, but those of negative ones descend (IEEE 754); + 0 makes a 0 of -0.
    score[0] = (scoreOf[byDate[place] ?? 0] ?? 0) + 0;
    const raw = bits[0] ?? 0;
    keys[place] = raw >= SIGN ? raw : SIGN - 1 - raw;
  }
  return sortedByKey(byDate, keys);
}

/** So many posts are sorted sooner by comparing them than by counting digits. */
const FEW = 2_000;

/** The bit that negative floats have. */
const SIGN = 0x8000_0000;

function scoresByRow(rows: Uint32Array, scores: Float32Array): Float32Array {
  let last = 0;
  for (let at = 0; at < rows.length; at += 1) last = Math.max(last, rows[at] ?? 0);
  const byRow = new Float32Array(last + 1);
  for (let at = 0; at < rows.length; at += 1) byRow[rows[at] ?? 0] = scores[at] ?? 0;
  return byRow;
}
