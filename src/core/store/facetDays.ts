import type { FacetValue } from '../../shared/searchModel.ts';
import type { PostColumns } from './columns.ts';

/** Days of a month (`YYYY-MM`) that some of these posts are of, `YYYY-MM-DD`, ascending, with their numbers of posts. */
export function daysOfMonth(
  rows: Uint32Array,
  month: string,
  { days }: PostColumns,
): readonly FacetValue[] {
  const base = Number(month.slice(0, 4)) * 10_000 + Number(month.slice(5, 7)) * 100;
  const counts = new Uint32Array(32);
  for (let at = 0; at < rows.length; at += 1) {
    const day = (days[rows[at] ?? 0] ?? 0) - base;
    if (day > 0 && day < 32) counts[day] = (counts[day] ?? 0) + 1;
  }
  const values: FacetValue[] = [];
  counts.forEach((count, day) => {
    if (count > 0) values.push({ value: `${month}-${String(day).padStart(2, '0')}`, count });
  });
  return values;
}
