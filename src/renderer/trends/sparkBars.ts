import type { UnitSpan } from './useCrosshair.ts';

/** One bar of a small picture 152 wide and 24 high. */
export interface SparkBar {
  readonly x: number;
  readonly width: number;
  readonly height: number;
  readonly isChosen: boolean;
}

/** More bars than this are drawn several units to a bar, as high as the highest of them. */
const MOST_BARS = 76;

/** The bars of a line. A bar is chosen when any of its units is. */
export function sparkBars(
  values: readonly (number | null)[],
  chosen: readonly UnitSpan[],
): readonly SparkBar[] {
  const step = Math.max(1, Math.ceil(values.length / MOST_BARS));
  const count = Math.ceil(values.length / step);
  const largest = Math.max(Number.MIN_VALUE, ...values.map((value) => value ?? 0));
  const pitch = 152 / Math.max(1, count);
  return Array.from({ length: count }, (_, bar) => {
    const from = bar * step;
    const inside = values.slice(from, from + step);
    const top = Math.max(0, ...inside.map((value) => value ?? 0));
    return {
      x: Math.round(bar * pitch * 100) / 100,
      width: Math.max(1, Math.min(6, pitch * 0.75)),
      height: 1 + (22 * top) / largest,
      isChosen: chosen.some(({ first, last }) => first < from + step && last >= from),
    };
  });
}
