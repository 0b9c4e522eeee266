/** How pages are shown in the preview. */
export interface SheetBox {
  /** Of one page, in CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** Pages in view at once. */
  readonly perView: 1 | 2;
  /** Two pages stand one above the other. */
  readonly isStacked: boolean;
}

interface Extent {
  readonly width: number;
  readonly height: number;
}

/** Between two pages, in CSS pixels. */
const GAP = 20;

/** A second page must not make the first one smaller than this either way, in CSS pixels: then there is one. */
const LEAST = 180;

/**
 * PURE. The largest pages that fit a room: two where there are two and both can be seen, beside each other or, of paper
 * that lies, one above the other.
 */
export function sheetBox(page: Extent, room: Extent, count: number): SheetBox {
  const shape = page.height / page.width;
  const fit = (width: number, height: number): number =>
    Math.max(0, Math.min(width, height / shape));
  const alone = fit(room.width, room.height);
  const beside = fit((room.width - GAP) / 2, room.height);
  const stacked = shape < 1 ? fit(room.width, (room.height - GAP) / 2) : 0;
  const paired = Math.max(beside, stacked);
  const isPair = count > 1 && (paired * Math.min(1, shape) >= LEAST || paired > alone * 0.7);
  const width = Math.floor(isPair ? paired : alone);
  return {
    width,
    height: Math.round(width * shape),
    perView: isPair ? 2 : 1,
    isStacked: isPair && stacked > beside,
  };
}
