import type { Filters } from '../../shared/searchModel.ts';
import { monthRangeText } from '../filters/monthRange.ts';

/** Longest name offered, in characters; the sidebar shows about twenty. */
const OFFERED = 60;
/** Values named besides the words. */
const MOST_VALUES = 3;

const monthNumber = (month: string): number =>
  Number(month.slice(0, -3)) * 12 + Number(month.slice(-2));

/** Months (`YYYY-MM`) with those that follow each other as one span. */
export function monthSpans(months: readonly string[]): readonly string[] {
  const runs: { readonly first: string; readonly last: string }[] = [];
  for (const month of months.toSorted((a, b) => monthNumber(a) - monthNumber(b))) {
    const run = runs.at(-1);
    if (run !== undefined && monthNumber(month) - monthNumber(run.last) <= 1) {
      runs.splice(-1, 1, { first: run.first, last: month });
    } else runs.push({ first: month, last: month });
  }
  return runs.map(({ first, last }) => monthRangeText(first, last));
}

/** A name for a search: its words, else the first values of its filters; dates say which time it is about. */
export function offeredName(words: string, filters: Filters): string {
  const { sources, categories, tags, labels, years, months, from, to } = filters;
  const values = [...sources, ...categories, ...tags, ...labels].slice(0, MOST_VALUES);
  const times = [
    ...years,
    ...monthSpans(months),
    ...(from === null && to === null ? [] : [monthRangeText(from, to)]),
  ].slice(0, MOST_VALUES);
  const name = [words.trim(), ...values, ...times].filter((part) => part !== '').join(', ');
  return Array.from(name).slice(0, OFFERED).join('');
}
