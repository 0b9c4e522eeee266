import type { ExportOptions } from '../../shared/model.ts';

/** Paper in millimetres, upright. ISO 216, JIS B5 (what Chinese and Japanese printers call B5), ANSI Letter. */
const papers: Readonly<
  Record<ExportOptions['pageSize'], readonly [width: number, height: number]>
> = {
  A4: [210, 297],
  A5: [148, 210],
  B5: [182, 257],
  Letter: [215.9, 279.4],
};

const marginWidths: Readonly<Record<ExportOptions['margins'], number>> = {
  narrow: 14,
  normal: 20,
  wide: 28,
};

/** A page in millimetres. */
export interface PageGeometry {
  readonly width: number;
  readonly height: number;
  readonly margin: number;
}

/** Paper, orientation and margins of an export, in millimetres. */
export function pageGeometry(options: ExportOptions): PageGeometry {
  const [short, long] = papers[options.pageSize];
  const isUpright = options.orientation === 'portrait';
  return {
    width: isUpright ? short : long,
    height: isUpright ? long : short,
    margin: marginWidths[options.margins],
  };
}

/** The style sheet that sets paper, margins and type size; everything else is in `resources/print.css`. */
export function pageStyle(options: ExportOptions): string {
  const { width, height, margin } = pageGeometry(options);
  return [
    `@page { size: ${width}mm ${height}mm; margin: ${margin}mm; }`,
    `:root { --print-size: ${options.sizePoints}pt; --print-width: ${width - 2 * margin}mm; --print-height: ${height - 2 * margin}mm; }`,
  ].join('\n');
}

/** The style sheet of the running heads and feet: whole pages, the lines standing in the margins. */
export function furnitureStyle(options: ExportOptions): string {
  const { width, height, margin } = pageGeometry(options);
  return [
    `@page { size: ${width}mm ${height}mm; margin: 0; }`,
    `:root { --page-width: ${width}mm; --page-height: ${height}mm; --page-margin: ${margin}mm; }`,
  ].join('\n');
}
