import { intersect, type PostSet } from './postSet.ts';
import type { EvaluationContext } from './queryContext.ts';

type DuplicateContext = Pick<EvaluationContext, 'database' | 'columns'>;

/** Posts (pages are none) that another post equals: in the publisher's id, or in every byte of the file. */
export function findDuplicates(context: DuplicateContext): PostSet {
  const found = new Uint8Array(context.columns.size);
  for (const column of ['content_hash', 'source_id'] as const) markEqual(column, found, context);
  return found;
}

/** Posts whose file has a row in the list of problems. */
export function findProblems({ database, columns }: DuplicateContext): PostSet {
  const found = new Uint8Array(columns.size);
  const ids = database
    .prepare<[], number>('SELECT id FROM posts WHERE path IN (SELECT path FROM problems)')
    .pluck();
  for (const id of ids.iterate()) found[id] = 1;
  return intersect(found, columns.isThere);
}

/**
 * Marks posts with the same text in a column. Sorting numbers made of the texts leaves few to be compared as texts: at a
 * million posts a table of all of them would take hundreds of megabytes.
 */
function markEqual(
  column: 'content_hash' | 'source_id',
  found: PostSet,
  { database, columns }: DuplicateContext,
): void {
  const rows = database
    .prepare<[], [number, string]>(
      `SELECT id, ${column} FROM posts WHERE kind = 'post' AND ${column} <> ''`,
    )
    .raw();
  const ids = new Uint32Array(columns.size);
  const numbers = new Float64Array(columns.size);
  let count = 0;
  for (const [id, text] of rows.iterate()) {
    ids[count] = id;
    numbers[count] = numberOf(text);
    count += 1;
  }
  const twice = numbersThatRepeat(numbers.slice(0, count));
  if (twice.size === 0) return;
  const textOf = database
    .prepare<[number], string>(`SELECT ${column} FROM posts WHERE id = ?`)
    .pluck();
  const first = new Map<string, number>();
  for (let at = 0; at < count; at += 1) {
    if (!twice.has(numbers[at] ?? 0)) continue;
    const id = ids[at] ?? 0;
    const text = textOf.get(id) ?? '';
    const earlier = first.get(text);
    if (earlier === undefined) first.set(text, id);
    else found[earlier] = found[id] = 1;
  }
}

function numbersThatRepeat(numbers: Float64Array): ReadonlySet<number> {
  const sorted = numbers.toSorted();
  const twice = new Set<number>();
  for (let at = 1; at < sorted.length; at += 1) {
    const number = sorted[at];
    if (number !== undefined && number === sorted[at - 1]) twice.add(number);
  }
  return twice;
}

/** 53 bits made of a text by two rounds of FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/). */
function numberOf(text: string): number {
  let low = 0x811c9dc5;
  let high = 0xcbf29ce4;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit ^ (low >>> 15), 0x85ebca6b);
  }
  return (high >>> 11) * 0x1_0000_0000 + (low >>> 0);
}
