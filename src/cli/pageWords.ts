import type { ExportOptions } from '../shared/exportModel.ts';
import { readLength } from '../shared/text/length.ts';
import { UsageError } from './readArguments.ts';

/** PURE. Paper and margins as they are written on a command line. */

const PAPERS = ['A4', 'A5', 'B5', 'Letter'] as const;

/** Millimetres, as the options allow them. */
const SIDES = { least: 60, most: 1200 } as const;
const MARGINS = { least: 0, most: 100 } as const;

/** `A5`, or width and height: `170x240` in millimetres, `6x9in`, `17 x 24 cm`. Throws `UsageError`. */
export function paperOf(written: string, option: string): Partial<ExportOptions> {
  const pageSize = PAPERS.find((paper) => paper.toLowerCase() === written.toLowerCase());
  if (pageSize !== undefined) return { pageSize };
  const sides = written.split(/[x×*]/iu).map((side) => side.trim());
  // `6x9in`: the unit behind both is of both.
  const unit = /[^\d.\s]*$/u.exec(sides.at(-1) ?? '')?.[0] ?? '';
  const [width, height] = sides.map((side) =>
    readLength(/^[\d.]+$/u.test(side) ? side + unit : side),
  );
  if (sides.length !== 2 || !isWithin(width, SIDES) || !isWithin(height, SIDES)) {
    throw new UsageError(
      `${option} must be one of ${PAPERS.join(', ')}, or WIDTHxHEIGHT from ${SIDES.least} to ${SIDES.most} mm (6x9in counts too), not ${written}.`,
    );
  }
  return { pageSize: 'custom', customWidth: width, customHeight: height };
}

const NAMED_MARGINS = ['narrow', 'normal', 'wide'] as const;

/**
 * `narrow`, `normal` or `wide`, or lengths: one for all sides, two for top and bottom and for the sides, or top, right,
 * bottom and left. Throws `UsageError`.
 */
export function pageMargins(written: string, option: string): Partial<ExportOptions> {
  const margins = NAMED_MARGINS.find((name) => name === written);
  if (margins !== undefined) return { margins };
  const lengths = written
    .split(',')
    .map((length) => readLength(length))
    .filter((length) => isWithin(length, MARGINS));
  const isWhole =
    lengths.length === written.split(',').length && [1, 2, 4].includes(lengths.length);
  const [top, right = top, bottom = top, left = right] = lengths;
  if (!isWhole || top === undefined || right === undefined) throw wrongMargins(written, option);
  if (bottom === undefined || left === undefined) throw wrongMargins(written, option);
  return { margins: 'custom', customMargins: { top, right, bottom, left } };
}

const wrongMargins = (written: string, option: string): UsageError =>
  new UsageError(
    `${option} must be one of ${NAMED_MARGINS.join(', ')}, or lengths from ${MARGINS.least} to ${MARGINS.most} mm: all, or TOP,SIDE, or TOP,RIGHT,BOTTOM,LEFT; not ${written}.`,
  );

const isWithin = (
  length: number | null | undefined,
  { least, most }: { readonly least: number; readonly most: number },
): length is number => typeof length === 'number' && length >= least && length <= most;
