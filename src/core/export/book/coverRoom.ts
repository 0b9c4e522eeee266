import { pageGeometry } from '../../../shared/exportLayout.ts';
import type { ExportOptions } from '../../../shared/exportModel.ts';
import { widthOf } from './noteRoom.ts';

/** Sizes of the nameplate by the width of the page's lines: those of `resources/print.css`. */
const nameSizes = {
  'name-largest': 0.16,
  'name-large': 0.1,
  'name-middle': 0.072,
  'name-small': 0.052,
  'name-smallest': 0.036,
} as const;

/** The class that gives a nameplate its size by its length. */
export function nameClass(title: string): keyof typeof nameSizes {
  const width = widthOf(title);
  if (width <= 5) return 'name-largest';
  if (width <= 9) return 'name-large';
  if (width <= 20) return 'name-middle';
  return width <= 45 ? 'name-small' : 'name-smallest';
}

/** Millimetres of a typographic point. */
const POINT = 25.4 / 72;

/** What stands above the sources on a cover. */
export interface CoverFacts {
  readonly options: ExportOptions;
  readonly title: string;
  readonly hasSearch: boolean;
}

/**
 * PURE. How many of these sources have room between title and seal on this paper, by the measures of
 * `resources/print.css`, about: what the page would cut off cannot be told from what is not there.
 */
export function sourcesThatFit(
  sources: readonly string[],
  { options, title, hasSearch }: CoverFacts,
): number {
  const { width, height, margins } = pageGeometry(options);
  const wide = width - margins.left - margins.right;
  const high = height - margins.top - margins.bottom;
  const size = wide * nameSizes[nameClass(title)];
  const plate =
    linesOf(title, wide / size) * size * 1.25 +
    linesOf(options.subtitle.trim(), 32) * wide * 0.05 +
    high * 0.07;
  // The strip of facts grows with the type on wide paper, and breaks its lines on narrow.
  const facts = 7 + wide * (wide < 90 ? 0.1 : 0.06);
  const above = 8 + high * 0.14 + plate + facts + (hasSearch ? 8 : 0) + high * 0.055;
  const type = Math.max(8.5 * POINT, wide * 0.0215);
  const row = type * 1.5 + 1.4;
  // The seal with the space above it, and the line that says how many more there are.
  let room = high - above - 20 - row;
  const end = sources.findIndex((name) => {
    room -= row + (linesOf(name, (wide * 0.64) / type - 5) - 1) * type * 1.5;
    return room < 0;
  });
  return end < 0 ? sources.length : end;
}

/** Lines of so many characters that a text takes; none of an empty one. */
const linesOf = (text: string, line: number): number => Math.ceil(widthOf(text) / line);
