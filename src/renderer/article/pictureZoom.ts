/** Width and height, or a shift, in CSS pixels. */
export interface Extent {
  readonly width: number;
  readonly height: number;
}

/** How a picture lies in the view: its scale (1 = one picture pixel a CSS pixel) and the shift of its middle. */
export interface Zoom {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

/** The middle of the view, from where points of it are counted. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Smallest and largest scale, and the factor of one step. */
const LEAST = 0.05;
const MOST = 16;
export const ZOOM_STEP = 1.25;

/** The whole picture, never larger than it is. */
export function fitted(picture: Extent, view: Extent): Zoom {
  return { scale: fitScale(picture, view), x: 0, y: 0 };
}

/** The scale at which a picture just fits; 1 for one that is smaller than the view, or not measured yet. */
function fitScale(picture: Extent, view: Extent): number {
  if (picture.width <= 0 || picture.height <= 0) return 1;
  return Math.min(1, view.width / picture.width, view.height / picture.height);
}

/** One picture pixel a CSS pixel, the middle in the middle. */
export const actual: Zoom = { scale: 1, x: 0, y: 0 };

/** A larger or smaller scale; what lies under `at` (from the middle of the view) stays there. */
export function zoomedBy(zoom: Zoom, factor: number, at: Point): Zoom {
  const scale = Math.max(LEAST, Math.min(MOST, zoom.scale * factor));
  const ratio = scale / zoom.scale;
  return { scale, x: at.x - (at.x - zoom.x) * ratio, y: at.y - (at.y - zoom.y) * ratio };
}

/** Keeps the picture in view: it may be shifted only as far as it reaches beyond an edge. */
export function kept(zoom: Zoom, picture: Extent, view: Extent): Zoom {
  const most = (length: number, room: number): number =>
    Math.max(0, (length * zoom.scale - room) / 2);
  return {
    scale: zoom.scale,
    x: bound(zoom.x, most(picture.width, view.width)),
    y: bound(zoom.y, most(picture.height, view.height)),
  };
}

function bound(shift: number, limit: number): number {
  const bounded = Math.max(-limit, Math.min(limit, shift));
  return bounded === 0 ? 0 : bounded;
}
