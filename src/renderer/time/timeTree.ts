import type { FacetValue, Filters } from '../../shared/searchModel.ts';
import { chosenTime, type ChosenTime } from './chosenTime.ts';

/** What a line of the tree stands for. */
type TimeKind = 'decade' | 'year' | 'month' | 'day';

/** A line of the tree of dates. */
export interface TimeNode {
  readonly kind: TimeKind;
  /** `201` for the 2010s, `2019`, `2019-03`, `2019-03-18`. */
  readonly value: string;
  /** From 1. */
  readonly level: number;
  readonly count: number;
  /** The largest count among its siblings: the full bar. */
  readonly most: number;
  readonly check: 'on' | 'mixed' | 'off';
  /** Null for a day, which has nothing inside. */
  readonly isOpen: boolean | null;
  /** Place among its siblings, from 1, and how many they are. */
  readonly position: number;
  readonly siblings: number;
}

/** What the tree is made from. */
export interface TimeTreeParts {
  /** Years and months that have posts or are chosen. */
  readonly years: readonly FacetValue[];
  readonly months: readonly FacetValue[];
  /** Days of a month; null while they are being counted. */
  readonly daysOf: (month: string) => readonly FacetValue[] | null;
  readonly filters: Pick<Filters, 'years' | 'months' | 'from' | 'to'>;
  /** Values of the lines that are open. */
  readonly open: ReadonlySet<string>;
}

/** More years than this are gathered by decade. */
const MOST_YEARS = 30;

/** Lines that are to be seen, newest first at every level. */
export function timeNodes(parts: TimeTreeParts): readonly TimeNode[] {
  const chosen = chosenTime(parts.filters);
  const walk = { ...parts, chosen, years: withMissing(parts.years, parts.filters.years) };
  return walk.years.length > MOST_YEARS ? decades(walk) : yearNodes(walk, walk.years, 1);
}

interface Walk extends TimeTreeParts {
  readonly chosen: ChosenTime;
}

/** Chosen values stay in the tree when nothing matches them, so that they can be unticked. */
function withMissing(
  values: readonly FacetValue[],
  chosen: readonly string[],
): readonly FacetValue[] {
  const known = new Set(values.map(({ value }) => value));
  const missing = chosen.filter((value) => !known.has(value));
  return [...values, ...missing.map((value) => ({ value, count: 0 }))];
}

const newestFirst = (a: FacetValue, b: FacetValue): number => (a.value < b.value ? 1 : -1);

interface Level {
  readonly kind: TimeKind;
  readonly level: number;
  readonly values: readonly FacetValue[];
  readonly checkOf: (value: string) => TimeNode['check'];
  /** What lies inside an open line; null for days. */
  readonly inside: ((value: string) => readonly TimeNode[]) | null;
}

/** Lines of one level, each followed by what is open in it. */
function nodesOf({ kind, level, values, checkOf, inside }: Level, open: ReadonlySet<string>) {
  const most = Math.max(1, ...values.map(({ count }) => count));
  return values.toSorted(newestFirst).flatMap(({ value, count }, at): readonly TimeNode[] => {
    const isOpen = inside === null ? null : open.has(value);
    const node: TimeNode = {
      kind,
      value,
      level,
      count,
      most,
      check: checkOf(value),
      isOpen,
      position: at + 1,
      siblings: values.length,
    };
    return inside !== null && isOpen === true ? [node, ...inside(value)] : [node];
  });
}

function decades(walk: Walk): readonly TimeNode[] {
  const byDecade = new Map<string, FacetValue[]>();
  for (const year of walk.years) {
    const decade = year.value.slice(0, -1);
    byDecade.set(decade, [...(byDecade.get(decade) ?? []), year]);
  }
  const values = [...byDecade].map(([value, years]) => ({
    value,
    count: years.reduce((sum, { count }) => sum + count, 0),
  }));
  const yearsOf = (decade: string): readonly FacetValue[] => byDecade.get(decade) ?? [];
  return nodesOf(
    {
      kind: 'decade',
      level: 1,
      values,
      checkOf: (decade) => together(yearsOf(decade).map(({ value }) => yearCheck(walk, value))),
      inside: (decade) => yearNodes(walk, yearsOf(decade), 2),
    },
    walk.open,
  );
}

function yearNodes(walk: Walk, years: readonly FacetValue[], level: number): readonly TimeNode[] {
  return nodesOf(
    {
      kind: 'year',
      level,
      values: years,
      checkOf: (year) => yearCheck(walk, year),
      inside: (year) => monthNodes(walk, year, level + 1),
    },
    walk.open,
  );
}

function monthNodes(walk: Walk, year: string, level: number): readonly TimeNode[] {
  return nodesOf(
    {
      kind: 'month',
      level,
      values: monthsOf(walk, year),
      checkOf: walk.chosen.month,
      inside: (month) =>
        nodesOf(
          {
            kind: 'day',
            level: level + 1,
            values: walk.daysOf(month) ?? [],
            checkOf: (day) => (walk.chosen.day(day) ? 'on' : 'off'),
            inside: null,
          },
          walk.open,
        ),
    },
    walk.open,
  );
}

const monthsOf = ({ months, filters }: TimeTreeParts, year: string): readonly FacetValue[] =>
  withMissing(months, filters.months).filter(({ value }) => value.startsWith(`${year}-`));

function yearCheck(walk: Walk, year: string): TimeNode['check'] {
  if (walk.filters.years.includes(year)) return 'on';
  return together(monthsOf(walk, year).map(({ value }) => walk.chosen.month(value)));
}

function together(checks: readonly TimeNode['check'][]): TimeNode['check'] {
  if (checks.length > 0 && checks.every((check) => check === 'on')) return 'on';
  return checks.some((check) => check !== 'off') ? 'mixed' : 'off';
}

/** The line that another lies in, among those to be seen; null at the top. */
export function parentOf(nodes: readonly TimeNode[], at: number): number | null {
  const level = nodes[at]?.level ?? 1;
  for (let place = at - 1; place >= 0; place -= 1) {
    if ((nodes[place]?.level ?? 0) < level) return place;
  }
  return null;
}
