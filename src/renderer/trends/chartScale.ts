import type { TimeGrain } from '../../shared/timeModel.ts';
import { monthOrdinal, unitAt } from '../time/units.ts';

/** A mark under the time axis. */
export interface TimeTick {
  readonly place: number;
  readonly unit: string;
  /** The first unit of a year (of a month, for days): it is named instead of the unit. */
  readonly isMajor: boolean;
}

const STEPS: Readonly<Record<TimeGrain, readonly number[]>> = {
  day: [1, 2, 5, 10, 15, 31],
  month: [1, 3, 6, 12, 24, 36, 60, 120, 240],
  year: [1, 2, 5, 10, 20, 25, 50, 100, 200],
};

/** Marks at round dates, at most so many: every quarter, every tenth year. */
export function timeTicks(
  axis: { readonly first: string; readonly grain: TimeGrain; readonly units: number },
  most: number,
): readonly TimeTick[] {
  const { first, grain, units } = axis;
  const steps = STEPS[grain];
  const all = Array.from({ length: units }, (_, place) => ({
    place,
    unit: unitAt(first, grain, place),
  }));
  for (const step of steps) {
    const ticks = all.filter(({ unit }) => isRound(unit, step));
    if (ticks.length <= Math.max(1, most) || step === steps.at(-1)) {
      return ticks.map((tick) => ({ ...tick, isMajor: isMajor(tick.unit) }));
    }
  }
  return [];
}

function isRound(unit: string, step: number): boolean {
  if (unit.length === 4) return Number(unit) % step === 0;
  if (unit.length === 7) return monthOrdinal(unit) % step === 0;
  const before = Number(unit.slice(8)) - 1;
  // The last one of a month gives way to the first of the next.
  return before % step === 0 && (before === 0 || before + step / 2 < 29);
}

function isMajor(unit: string): boolean {
  return unit.length === 4 || unit.endsWith('-01');
}

/** Values that lines are drawn at, from 0 up to one that no value is above; steps of 1, 2, 4 or 5 and their tens. */
export function valueTicks(largest: number, isWhole: boolean): readonly number[] {
  if (!(largest > 0)) return [0, 1];
  const rough = largest / 4;
  const magnitude = 10 ** Math.floor(Math.log10(rough));
  const step =
    [1, 2, 4, 5, 10].map((factor) => factor * magnitude).find((each) => each >= rough) ??
    10 * magnitude;
  const whole = isWhole ? Math.max(1, Math.round(step)) : step;
  const count = Math.ceil(largest / whole - 1e-9);
  // Multiplied, not added up: 0.1 three times is not 0.3.
  return Array.from({ length: count + 1 }, (_, at) => Number((at * whole).toPrecision(12)));
}

/**
 * Moves labels apart that would stand on each other: each as near to where it belongs as the others let it, in their
 * order, at least `gap` from the next and between the bounds (below the lower one only when there is no room for all).
 */
export function placeLabels(
  wanted: readonly number[],
  gap: number,
  bounds: { readonly top: number; readonly bottom: number },
): readonly number[] {
  const order = wanted
    .map((y, label) => ({ y, label }))
    .toSorted((a, b) => a.y - b.y || a.label - b.label);
  // Labels that touch move as one group, to the middle of where they belong.
  const groups: { readonly labels: number[]; sum: number; top: number }[] = [];
  const settle = (group: (typeof groups)[number]): void => {
    const height = (group.labels.length - 1) * gap;
    const middle = group.sum / group.labels.length;
    const lowest = Math.max(bounds.top, bounds.bottom - height);
    group.top = Math.min(lowest, Math.max(bounds.top, middle - height / 2));
  };
  for (const { y, label } of order) {
    let group = { labels: [label], sum: y, top: y };
    settle(group);
    let before = groups.at(-1);
    while (before !== undefined && before.top + before.labels.length * gap > group.top) {
      groups.pop();
      group = {
        labels: [...before.labels, ...group.labels],
        sum: before.sum + group.sum,
        top: 0,
      };
      settle(group);
      before = groups.at(-1);
    }
    groups.push(group);
  }
  const placed = wanted.map(() => 0);
  for (const { labels, top } of groups) {
    labels.forEach((label, at) => {
      placed[label] = top + at * gap;
    });
  }
  return placed;
}
