import type { PostId } from '../../shared/model.ts';
import type { IndexReader, PostRow } from './storeTypes.ts';

type Facts = Pick<PostRow, 'path' | 'day' | 'date' | 'source'>;

/** After every date and every source there is. */
const LAST = '\uffff';

/**
 * Posts in the order of an export: by day and time (those without a date last), or by source (those without one last)
 * and then by day; the same ones by path. Posts that are not in the index any more come last.
 *
 * @throws {AppError} `index-renewed` for ids of an index that was there before
 */
export function inOrder(
  reader: Pick<IndexReader, 'rowById'>,
  ids: readonly PostId[],
  order: 'date' | 'source',
): readonly PostId[] {
  const rows = ids.map((id) => ({ id, facts: factsOf(reader.rowById(id)) }));
  const compare = order === 'date' ? byDate : bySource;
  return rows.toSorted((a, b) => compare(a.facts, b.facts)).map(({ id }) => id);
}

/**
 * Posts of one source or month behind each other, sources and months in the order in which they first come; within one,
 * the posts keep theirs.
 *
 * @throws {AppError} `index-renewed` for ids of an index that was there before
 */
export function inParts(
  reader: Pick<IndexReader, 'rowById'>,
  ids: readonly PostId[],
  by: 'source' | 'month',
): readonly PostId[] {
  const parts = new Map<string, PostId[]>();
  for (const id of ids) {
    const { source, day } = factsOf(reader.rowById(id));
    const key = (by === 'source' ? source : day?.slice(0, 7)) ?? '';
    const part = parts.get(key) ?? [];
    part.push(id);
    parts.set(key, part);
  }
  return [...parts.values()].flat();
}

/** Only what is compared is kept: an export may have 100,000 posts. */
function factsOf(row: PostRow | null): Facts {
  return row === null
    ? { path: LAST, day: null, date: null, source: null }
    : { path: row.path, day: row.day, date: row.date, source: row.source };
}

const byDate = (a: Facts, b: Facts): number =>
  compareText(a.date ?? LAST, b.date ?? LAST) || compareText(a.path, b.path);

const bySource = (a: Facts, b: Facts): number =>
  compareText(a.source ?? LAST, b.source ?? LAST) || byDate(a, b);

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
