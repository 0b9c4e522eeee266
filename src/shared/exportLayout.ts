import type { ExportOptions, PageMargins } from './exportModel.ts';

/** Paper in millimetres, upright. ISO 216, JIS B5 (what Chinese and Japanese printers call B5), ANSI Letter. */
const papers: Readonly<
  Record<Exclude<ExportOptions['pageSize'], 'custom'>, readonly [width: number, height: number]>
> = {
  A4: [210, 297],
  A5: [148, 210],
  B5: [182, 257],
  Letter: [215.9, 279.4],
};

const marginWidths: Readonly<Record<Exclude<ExportOptions['margins'], 'custom'>, number>> = {
  narrow: 14,
  normal: 20,
  wide: 28,
};

/** A page in millimetres. */
export interface PageGeometry {
  readonly width: number;
  readonly height: number;
  readonly margins: PageMargins;
}

/** What margins leave at least for the text, across and down, in millimetres. */
const LEAST_TEXT = 30;

/**
 * Paper, orientation and margins of an export, in millimetres. Margins that leave no room for text are made smaller by the
 * same share on both sides.
 */
export function pageGeometry(options: ExportOptions): PageGeometry {
  const { pageSize, customWidth, customHeight } = options;
  const [short, long] = pageSize === 'custom' ? [customWidth, customHeight] : papers[pageSize];
  const isUpright = options.orientation === 'portrait';
  const [width, height] = isUpright ? [short, long] : [long, short];
  const wanted = pageMargins(options);
  const across = fitting(wanted.left + wanted.right, width);
  const down = fitting(wanted.top + wanted.bottom, height);
  const margins = {
    top: rounded(wanted.top * down),
    right: rounded(wanted.right * across),
    bottom: rounded(wanted.bottom * down),
    left: rounded(wanted.left * across),
  };
  return { width, height, margins };
}

/** The share of two margins together that a page of that length has room for, at most 1. */
const fitting = (both: number, length: number): number =>
  both === 0 ? 1 : Math.min(1, Math.max(0, length - LEAST_TEXT) / both);

/** Down to a hundredth of a millimetre, so that the text is never short of room. */
const rounded = (length: number): number => Math.floor(length * 100 + 1e-6) / 100;

/** Whether the page has no room for margins as wide as wanted, so that {@link pageGeometry} makes them smaller. */
export function hasNarrowedMargins(options: ExportOptions): boolean {
  const wanted = pageMargins(options);
  const { margins } = pageGeometry(options);
  const sides = ['top', 'right', 'bottom', 'left'] as const;
  return sides.some((side) => margins[side] < wanted[side]);
}

function pageMargins({ margins, customMargins }: ExportOptions): PageMargins {
  if (margins === 'custom') return customMargins;
  const width = marginWidths[margins];
  return { top: width, right: width, bottom: width, left: width };
}

/** Whether a book opens with contents: one of several posts does, a post alone does not need them. */
export function hasContentsPage(options: ExportOptions, postCount: number): boolean {
  return options.layout === 'merged' && options.hasContents && postCount > 1;
}
