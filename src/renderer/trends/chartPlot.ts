/** Where a chart draws what; all in CSS pixels. */
export interface Plot {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly units: number;
  /** The middle of a unit; one and a half is the border between two. Kept inside of the plot. */
  readonly x: (unit: number) => number;
  readonly y: (value: number) => number;
  /** The unit nearest to a distance from the left. */
  readonly unitAt: (x: number) => number;
}

/** What a plot is made for. */
export interface PlotSize {
  readonly width: number;
  readonly height: number;
  /** Room for the numbers at the left and the names at the right. */
  readonly before: number;
  readonly behind: number;
  readonly units: number;
  /** The value at the top. */
  readonly largest: number;
}

const ABOVE = 12;
const BELOW = 28;

/** Lays a chart out. */
export function plotOf({ width, height, before, behind, units, largest }: PlotSize): Plot {
  const left = before;
  const right = Math.max(left + 40, width - behind);
  const top = ABOVE;
  const bottom = Math.max(top + 40, height - BELOW);
  const step = units > 1 ? (right - left) / (units - 1) : 0;
  const inside = (x: number): number => Math.max(left, Math.min(right, x));
  return {
    width,
    height,
    left,
    right,
    top,
    bottom,
    units,
    x: (unit) => (units > 1 ? inside(left + unit * step) : inside((left + right) / 2 + unit * 80)),
    y: (value) => bottom - ((bottom - top) * value) / Math.max(largest, Number.MIN_VALUE),
    unitAt: (x) =>
      units > 1 ? Math.max(0, Math.min(units - 1, Math.round((x - left) / step))) : 0,
  };
}

/** About as wide as a text of 12 pixels is: Han characters fill a square, others half of one. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += (character.codePointAt(0) ?? 0) > 0x2e7f ? 12 : 7;
  return width;
}

/** A text of 12 pixels cut to fit into a room, with an ellipsis where it is. */
export function cutToFit(text: string, room: number): string {
  if (textWidth(text) <= room) return text;
  let kept = '';
  for (const character of text) {
    if (textWidth(`${kept}${character}…`) > room) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

/** Two decimals are more than a screen shows. */
const short = (number: number): string => String(Math.round(number * 100) / 100);

/** The path of a line through some units; a lone unit becomes a point that round caps make visible. */
export function pathOf(
  runs: readonly (readonly (readonly [unit: number, value: number])[])[],
  { x, y }: Pick<Plot, 'x' | 'y'>,
): string {
  return runs
    .map((run) => {
      const steps = run.map(
        ([unit, value], at) => `${at === 0 ? 'M' : 'L'}${short(x(unit))} ${short(y(value))}`,
      );
      return run.length === 1 ? `${steps.join('')}h0.01` : steps.join('');
    })
    .join('');
}
