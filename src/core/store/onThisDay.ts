import type { OnThisDay, PostOnDay, YearOnDay } from '../../shared/timeModel.ts';
import type { PostColumns } from './columns.ts';
import type { PostRows } from './postRows.ts';

/** Posts named of one year, and of all years together; the numbers beside them count all. */
const MOST_OF_YEAR = 20;
const MOST = 400;

/** A day of the calendar in any year. */
export interface CalendarDay {
  readonly month: number;
  readonly day: number;
  /** Left out; null = no year is. */
  readonly exceptYear: string | null;
}

/** Posts (no pages) of a calendar day, newest year first, within it by time. */
export function postsOnDay(
  { month, day, exceptYear }: CalendarDay,
  columns: PostColumns,
  rows: Pick<PostRows, 'row'>,
): OnThisDay {
  const wanted = month * 100 + day;
  const except = exceptYear === null ? -1 : Number(exceptYear);
  const byYear = new Map<number, number[]>();
  let total = 0;
  for (let id = 0; id < columns.size; id += 1) {
    const date = columns.days[id] ?? 0;
    if (date % 10_000 !== wanted || columns.isPost[id] !== 1) continue;
    const year = Math.floor(date / 10_000);
    if (year === except) continue;
    total += 1;
    const known = byYear.get(year);
    if (known === undefined) byYear.set(year, [id]);
    else known.push(id);
  }
  return { total, years: namedYears(byYear, columns, rows) };
}

function namedYears(
  byYear: ReadonlyMap<number, readonly number[]>,
  { wallMs }: PostColumns,
  rows: Pick<PostRows, 'row'>,
): readonly YearOnDay[] {
  let left = MOST;
  return [...byYear]
    .toSorted(([a], [b]) => b - a)
    .map(([year, ids]) => {
      const first = ids
        .toSorted((a, b) => (wallMs[a] ?? 0) - (wallMs[b] ?? 0) || a - b)
        .slice(0, Math.min(left, MOST_OF_YEAR));
      left -= first.length;
      return {
        year: String(year).padStart(4, '0'),
        count: ids.length,
        posts: first.flatMap((id) => named(id, rows)),
      };
    });
}

function named(id: number, rows: Pick<PostRows, 'row'>): readonly PostOnDay[] {
  const row = rows.row(id);
  if (row === null || row.day === null) return [];
  const { path, title, day, source } = row;
  return [{ id: row.id, path, title, day, source }];
}
