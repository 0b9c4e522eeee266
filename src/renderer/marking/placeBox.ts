/** A rectangle in CSS pixels of one frame of reference. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What a small bar is placed at. */
export interface BoxPlace {
  /** First and last line of what it belongs to. */
  readonly first: Box;
  readonly last: Box;
  readonly width: number;
  readonly height: number;
  /** What it must stay in. */
  readonly frame: Box;
}

/** Between a bar and what it belongs to, and to the edges of the frame. */
const GAP = 6;
const EDGE = 8;

/**
 * Where a bar goes: over the first line, else under the last one, else (both out of view) at the top edge; never over
 * the sides of the frame. Null when what it belongs to is out of view.
 */
export function placeBox(place: BoxPlace): { readonly left: number; readonly top: number } | null {
  const { first, last, width, height, frame } = place;
  if (last.bottom < frame.top || first.top > frame.bottom) return null;
  const middle = (first.left + first.right) / 2;
  const most = frame.right - width - EDGE;
  const left = Math.max(frame.left + EDGE, Math.min(middle - width / 2, most));
  const over = first.top - GAP - height;
  if (over >= frame.top) return { left, top: over };
  const under = last.bottom + GAP;
  if (under + height <= frame.bottom) return { left, top: under };
  return { left, top: frame.top + EDGE };
}
