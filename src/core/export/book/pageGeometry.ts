import type { ExportOptions } from '../../../shared/exportModel.ts';
import { pageGeometry } from '../../../shared/exportLayout.ts';

/** The style sheet that sets paper, margins and type size; everything else is in `resources/print.css`. */
export function pageStyle(options: ExportOptions): string {
  const { width, height, margins } = pageGeometry(options);
  const { top, right, bottom, left } = margins;
  return [
    `@page { size: ${width}mm ${height}mm; margin: ${top}mm ${right}mm ${bottom}mm ${left}mm; }`,
    `:root { --print-size: ${options.sizePoints}pt; --print-leading: ${options.leading}; --print-width: ${width - left - right}mm; --print-height: ${height - top - bottom}mm; }`,
  ].join('\n');
}

/** The style sheet of the running heads and feet: whole pages, the lines standing in the margins. */
export function furnitureStyle(options: ExportOptions): string {
  const { width, height, margins } = pageGeometry(options);
  const { top, right, bottom, left } = margins;
  return [
    `@page { size: ${width}mm ${height}mm; margin: 0; }`,
    `:root { --page-width: ${width}mm; --page-height: ${height}mm; --page-top: ${top}mm; --page-right: ${right}mm; --page-bottom: ${bottom}mm; --page-left: ${left}mm; }`,
  ].join('\n');
}
