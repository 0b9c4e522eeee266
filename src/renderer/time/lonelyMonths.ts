import { monthOrdinal } from './units.ts';

/** Posts of a month. */
interface CountedMonth {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly count: number;
}

/** As for the axis of the Trends page (timeAxis.ts): further from all others than this, in months, and fewer than one in `RARE`. */
const LONELY_MONTHS = 60;
const RARE = 50;

/**
 * Months without the few that stand years away from all others: a date like 1970-01-01 among posts of this century would
 * press everything else together. Months in any order; their order is kept.
 */
export function withoutLonely<M extends CountedMonth>(months: readonly M[]): readonly M[] {
  const groups: { readonly months: M[]; last: number; count: number }[] = [];
  const total = months.reduce((sum, { count }) => sum + count, 0);
  for (const each of months.toSorted((a, b) => (a.month < b.month ? -1 : 1))) {
    const place = monthOrdinal(each.month);
    const group = groups.at(-1);
    if (group === undefined || place - group.last > LONELY_MONTHS) {
      groups.push({ months: [each], last: place, count: each.count });
    } else {
      group.months.push(each);
      group.last = place;
      group.count += each.count;
    }
  }
  const first = groups.findIndex(({ count }) => count * RARE >= total);
  const last = groups.findLastIndex(({ count }) => count * RARE >= total);
  const kept = new Set(groups.slice(Math.max(0, first), last + 1).flatMap((group) => group.months));
  return months.filter((each) => kept.has(each));
}
