import type { ExportOptions } from '../../shared/jobModel.ts';
import { pageGeometry } from '../../shared/exportLayout.ts';

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
