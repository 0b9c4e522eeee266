import type { FacetValue, Filters } from '../../shared/searchModel.ts';

/** The filter of time: a post passes when it is of one of the years, of one of the months, or in the range. */
type TimeFilter = Pick<Filters, 'years' | 'months' | 'from' | 'to'>;

/** What the filter of time has chosen. */
export interface ChosenTime {
  readonly month: (month: string) => 'on' | 'mixed' | 'off';
  readonly day: (day: string) => boolean;
}

const lastDayOf = (month: string): string => {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const end = new Date(0);
  end.setUTCFullYear(year, number, 0);
  return `${month}-${String(end.getUTCDate()).padStart(2, '0')}`;
};

/** First and last day of the range; null without one. */
function rangeOf({ from, to }: TimeFilter): { readonly from: string; readonly to: string } | null {
  if (from === null && to === null) return null;
  return {
    from: from === null ? '0000-01-01' : from.padEnd(10, '-01'),
    to: to === null ? '9999-12-31' : to.length === 7 ? lastDayOf(to) : to,
  };
}

/** Reads the filter of time for months and days. */
export function chosenTime(filter: TimeFilter): ChosenTime {
  const { years, months } = filter;
  const range = rangeOf(filter);
  const isWhole = (month: string): boolean =>
    years.includes(month.slice(0, 4)) || months.includes(month);
  return {
    month: (month) => {
      if (isWhole(month)) return 'on';
      const [first, last] = [`${month}-01`, lastDayOf(month)];
      if (range === null || range.to < first || range.from > last) return 'off';
      return range.from <= first && range.to >= last ? 'on' : 'mixed';
    },
    day: (day) =>
      isWhole(day.slice(0, 7)) || (range !== null && range.from <= day && day <= range.to),
  };
}

/** Months with posts, so that a choice can be put in months where it cannot be said otherwise. */
type Months = readonly Pick<FacetValue, 'value'>[];

/** Chooses nothing but this year, month or day; a decade (`201`) as its years. */
export function onlyTime(value: string, months: Months): TimeFilter {
  if (value.length === 10) return { years: [], months: [], from: value, to: value };
  if (value.length === 7) return { years: [], months: [value], from: null, to: null };
  return { years: yearsIn(value, months), months: [], from: null, to: null };
}

/** A year alone, or the years of a decade that have posts. */
const yearsIn = (value: string, months: Months): readonly string[] =>
  value.length === 4
    ? [value]
    : [...new Set(months.map((month) => month.value.slice(0, 4)))].filter((year) =>
        year.startsWith(value),
      );

/** Adds a year, month, day or decade to what is chosen. Of days only one range can be: another day takes its place. */
export function withTime<F extends TimeFilter>(filter: F, value: string, months: Months): F {
  if (value.length === 10) return { ...filter, ...daysWith(filter, value) };
  if (value.length === 7) return { ...filter, months: [...filter.months, value] };
  const years = yearsIn(value, months);
  return {
    ...filter,
    years: [...new Set([...filter.years, ...years])],
    months: filter.months.filter((month) => !years.includes(month.slice(0, 4))),
  };
}

const DAY_MS = 86_400_000;

const dayBeside = (day: string, step: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + step * DAY_MS).toISOString().slice(0, 10);

/** The day beside a range of days makes it longer. */
function daysWith({ from, to }: TimeFilter, day: string): Pick<TimeFilter, 'from' | 'to'> {
  if (from?.length === 10 && to?.length === 10) {
    if (dayBeside(from, -1) === day) return { from: day, to };
    if (dayBeside(to, 1) === day) return { from, to: day };
  }
  return { from: day, to: day };
}

/** Takes a year, month, day or decade away from what is chosen; what is left of a larger choice is said in months. */
export function withoutTime<F extends TimeFilter>(filter: F, value: string, months: Months): F {
  if (value.length === 10) return { ...filter, ...withoutDay(filter, value) };
  const isGone = (month: string): boolean => month.startsWith(value);
  const chosen = chosenTime({ ...filter, years: [], months: [] });
  const isCut =
    (filter.from !== null || filter.to !== null) &&
    months.some((month) => isGone(month.value) && chosen.month(month.value) !== 'off');
  const cutYears = filter.years.filter((year) => isGone(`${year}-`) || value.startsWith(year));
  const left = months
    .map((month) => month.value)
    .filter(
      (month) =>
        !isGone(month) &&
        (cutYears.includes(month.slice(0, 4)) || (isCut && chosen.month(month) !== 'off')),
    );
  return {
    ...filter,
    years: filter.years.filter((year) => !cutYears.includes(year)),
    months: [...new Set([...filter.months.filter((month) => !isGone(month)), ...left])],
    ...(isCut ? { from: null, to: null } : {}),
  };
}

/** A day at an end of the range makes it shorter; any other choice that holds it is narrowed to that day alone. */
function withoutDay({ from, to, years, months }: TimeFilter, day: string): TimeFilter {
  const isRangeOfDays = from?.length === 10 && to?.length === 10;
  if (isRangeOfDays && from === day && to === day) return { years, months, from: null, to: null };
  if (isRangeOfDays && from === day) return { years, months, from: dayBeside(day, 1), to };
  if (isRangeOfDays && to === day) return { years, months, from, to: dayBeside(day, -1) };
  return {
    years: years.filter((year) => !day.startsWith(year)),
    months: months.filter((month) => !day.startsWith(month)),
    from: day,
    to: day,
  };
}

/** What asks for posts without a date in the query. */
const UNDATED = '-date:*';

/** Whether the query asks for posts without a date. */
export const asksUndated = (text: string): boolean => text.split(/\s+/u).includes(UNDATED);

/** The query with that asked for, or not any more. */
export function askUndated(text: string, isAsked: boolean): string {
  const words = text.split(/\s+/u).filter((word) => word !== '' && word !== UNDATED);
  return (isAsked ? [...words, UNDATED] : words).join(' ');
}
