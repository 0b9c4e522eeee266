import type { ExportOptions } from '../../shared/exportModel.ts';
import { pageGeometry } from '../../shared/exportLayout.ts';

/** CSS pixels of a millimetre and of a point (CSS Values 4, absolute lengths). */
const PX_PER_MM = 96 / 25.4;
const PX_PER_PT = 96 / 72;

/** Room for one sheet in the preview, in CSS pixels. */
const ROOM = { width: 244, height: 440 } as const;

/** A sheet of the preview, in CSS pixels; everything but the box is in the size of the real page. */
export interface PreviewSheet {
  /** The drawn box. */
  readonly boxWidth: number;
  readonly boxHeight: number;
  readonly scale: number;
  readonly width: number;
  readonly height: number;
  readonly margin: number;
  readonly fontSize: number;
}

/** The page of these options, scaled into the preview; a lone sheet may be twice as wide. */
export function previewSheet(options: ExportOptions, sheets: 1 | 2): PreviewSheet {
  const page = pageGeometry(options);
  const width = page.width * PX_PER_MM;
  const height = page.height * PX_PER_MM;
  const room = sheets === 1 ? ROOM.width * 1.5 : ROOM.width;
  const scale = Math.min(room / width, ROOM.height / height);
  return {
    boxWidth: Math.round(width * scale),
    boxHeight: Math.round(height * scale),
    scale,
    width,
    height,
    margin: page.margins.top * PX_PER_MM,
    fontSize: options.sizePoints * PX_PER_PT,
  };
}
