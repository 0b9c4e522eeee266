import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { PdfPages } from './pdfReader.ts';
import { sheetBox, type SheetBox } from './sheetBox.ts';

/** Pages that stand side by side. */
interface Spread {
  readonly pages: PdfPages;
  readonly box: SheetBox;
  readonly sheets: readonly Drawn[];
}

interface Drawn {
  readonly page: number;
  /** Null for a page that could not be drawn. */
  readonly picture: HTMLCanvasElement | null;
}

interface Properties {
  readonly room: RefObject<HTMLDivElement | null>;
  readonly pages: PdfPages;
  readonly shown: readonly number[];
  readonly box: SheetBox;
  readonly isLate: boolean;
  /** Called when pages of this PDF are in view. */
  readonly onDrawn: (pages: PdfPages) => void;
}

/** Pages as pictures. They take the place of those before all at once, when they are drawn: nothing flickers. */
export function PageSpread({ room, pages, shown, box, isLate, onDrawn }: Properties) {
  const spread = useSpread(pages, shown, box);
  useEffect(() => {
    if (spread !== null) onDrawn(spread.pages);
  }, [spread, onDrawn]);
  return (
    <div
      ref={room}
      className={`pages ${isLate ? 'late' : ''} ${spread?.box.isStacked === true ? 'stacked' : ''}`}
    >
      {spread?.sheets.map((drawn, place) => (
        <Sheet key={place} drawn={drawn} box={spread.box} />
      ))}
    </div>
  );
}

/** The last pages that were drawn; null before the first. */
function useSpread(pages: PdfPages, shown: readonly number[], box: SheetBox): Spread | null {
  const [spread, setSpread] = useState<Spread | null>(null);
  const [first = 1, last = first] = [shown[0], shown.at(-1)];
  useEffect(() => {
    if (box.width <= 0) return undefined;
    const run = { isWanted: true };
    const draw = async (): Promise<void> => {
      const wanted = Array.from({ length: last - first + 1 }, (_, place) => first + place);
      const sheets = await Promise.all(wanted.map((page) => drawSheet(pages, page, box)));
      if (run.isWanted) setSpread({ pages, box, sheets });
    };
    void draw();
    return () => {
      run.isWanted = false;
    };
  }, [pages, first, last, box]);
  return spread;
}

async function drawSheet(pages: PdfPages, page: number, box: SheetBox): Promise<Drawn> {
  const picture = document.createElement('canvas');
  const density = Math.max(1, window.devicePixelRatio);
  picture.width = Math.round(box.width * density);
  picture.height = Math.round(box.height * density);
  try {
    await pages.draw(page, picture);
    // The figure around it has the words.
    picture.ariaHidden = 'true';
    picture.dataset['drawn'] = String(page);
    return { page, picture };
  } catch {
    return { page, picture: null };
  }
}

interface SheetProps {
  readonly drawn: Drawn;
  readonly box: SheetBox;
}

function Sheet({ drawn: { page, picture }, box }: SheetProps) {
  const { t } = useTranslation('exporting');
  const figure = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    figure.current?.replaceChildren(...(picture === null ? [] : [picture]));
  }, [picture]);
  return (
    <figure
      ref={figure}
      className="pg"
      aria-label={picture === null ? t('pageFailed', { page }) : t('pageNumber', { page })}
      style={{ width: box.width, height: box.height }}
    />
  );
}

/** The largest pages that fit a room; a new object only when they change. */
export function useBox(
  room: RefObject<HTMLElement | null>,
  { width, height, count }: PdfPages,
): SheetBox {
  const size = useSize(room);
  const now = sheetBox({ width, height }, size, count);
  const [kept, setKept] = useState(now);
  const isSame =
    kept.width === now.width &&
    kept.height === now.height &&
    kept.perView === now.perView &&
    kept.isStacked === now.isStacked;
  if (!isSame) setKept(now);
  return isSame ? kept : now;
}

/** The size of an element in CSS pixels, as it changes; 0 until it is there. */
function useSize(of: RefObject<HTMLElement | null>): { width: number; height: number } {
  const [size, setSize] = useState({ width: 0, height: 0 });
  useEffect(() => {
    const element = of.current;
    if (element === null) return undefined;
    const watch = new ResizeObserver(([entry]) => {
      if (entry === undefined) return;
      const { width, height } = entry.contentRect;
      setSize({ width: Math.floor(width), height: Math.floor(height) });
    });
    watch.observe(element);
    return () => watch.disconnect();
  }, [of]);
  return size;
}
