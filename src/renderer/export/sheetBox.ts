/** How pages are shown in the preview. */
export interface SheetBox {
  /** Of one page, in CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** Pages side by side. */
  readonly perView: 1 | 2;
}

interface Extent {
  readonly width: number;
  readonly height: number;
}

/** Between two pages, in CSS pixels. */
const GAP = 20;

/** A second page must not make the first one smaller than this, in CSS pixels: then there is one. */
const LEAST_WIDTH = 180;

/** PURE. The largest pages that fit a room: two beside each other where there are two and both can be seen. */
export function sheetBox(page: Extent, room: Extent, count: number): SheetBox {
  const fit = (width: number): number =>
    Math.max(0, Math.min(width, (room.height * page.width) / page.height));
  const alone = fit(room.width);
  const paired = fit((room.width - GAP) / 2);
  const isPair = count > 1 && (paired >= LEAST_WIDTH || paired > alone * 0.7);
  const width = Math.floor(isPair ? paired : alone);
  return {
    width,
    height: Math.round((width * page.height) / page.width),
    perView: isPair ? 2 : 1,
  };
}
