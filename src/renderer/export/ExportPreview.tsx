import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/useFormat.ts';
import { IconButton } from '../ui/Button.tsx';
import type { ExportOrder } from './exportOrder.ts';
import { formatNames } from './formatOptions.ts';
import type { PdfPages } from './pdfReader.ts';
import { sheetBox, type SheetBox } from './sheetBox.ts';
import type { Preview } from './usePreview.ts';

interface Properties {
  readonly order: ExportOrder;
  readonly preview: Preview;
}

/** The first pages, or lines, of what the export would write. */
export function ExportPreview({ order, preview }: Properties) {
  const { t } = useTranslation('exporting');
  return (
    <section className="pv" aria-label={t('preview')} aria-busy={preview.isLate}>
      <PreviewBody order={order} preview={preview} />
    </section>
  );
}

function PreviewBody({ order, preview }: Properties) {
  const { t } = useTranslation('exporting');
  switch (preview.kind) {
    case 'pages':
      return <PagesPreview preview={preview} />;
    case 'text':
      return (
        <>
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard (WCAG 2.1.1) */}
          <pre className="lines" tabIndex={0} aria-label={t('firstLines')}>
            {preview.text}
          </pre>
          <div className="pgr">{t('firstLinesNote')}</div>
        </>
      );
    case 'failed':
      return <p className="empty">{t('previewFailed', { message: preview.message })}</p>;
    case 'making':
      return <p className="empty">{t('previewMaking')}</p>;
    default:
      return (
        <p className="empty">
          {order.ids.length === 0
            ? t('noPosts')
            : t('noPreview', { format: formatNames[order.options.format] })}
        </p>
      );
  }
}

interface PagesProps {
  readonly preview: Extract<Preview, { kind: 'pages' }>;
}

function PagesPreview({ preview }: PagesProps) {
  const { t } = useTranslation('exporting');
  const room = useRef<HTMLDivElement>(null);
  const size = useSize(room);
  const { pages, pageCount, isWhole, isLate } = preview;
  const layout = sheetBox(pages, size, pages.count);
  const [wanted, setWanted] = useState(1);
  const first = Math.max(1, Math.min(wanted, pages.count));
  const last = Math.min(first + layout.perView - 1, pages.count);
  const shown = Array.from({ length: last - first + 1 }, (_, place) => first + place);
  return (
    <>
      <div ref={room} className={`pages ${isLate ? 'late' : ''}`}>
        {size.width > 0 &&
          shown.map((page) => <Sheet key={page} pages={pages} page={page} box={layout} />)}
      </div>
      <div className="pgr">
        <IconButton
          isSmall
          icon={ChevronLeft}
          label={t('earlierPages')}
          isDisabled={first <= 1}
          onPress={() => setWanted(Math.max(1, first - layout.perView))}
        />
        <output>
          <PagesLine first={first} last={last} count={pageCount} isWhole={isWhole} />
        </output>
        <IconButton
          isSmall
          icon={ChevronRight}
          label={t('laterPages')}
          isDisabled={last >= pages.count}
          onPress={() => setWanted(last + 1)}
        />
      </div>
    </>
  );
}

interface PagesLineProps {
  readonly first: number;
  readonly last: number;
  readonly count: number;
  readonly isWhole: boolean;
}

function PagesLine({ first, last, count, isWhole }: PagesLineProps) {
  const { t } = useTranslation('exporting');
  const format = useFormat();
  const words = { from: first, to: last, all: format.number(count) };
  if (first === last) return isWhole ? t('pageOf', words) : t('pageOfAbout', words);
  return isWhole ? t('pagesOf', words) : t('pagesOfAbout', words);
}

interface SheetProps {
  readonly pages: PdfPages;
  readonly page: number;
  readonly box: SheetBox;
}

/** One page as a picture. */
function Sheet({ pages, page, box }: SheetProps) {
  const { t } = useTranslation('exporting');
  const canvas = useRef<HTMLCanvasElement>(null);
  const [failure, setFailure] = useState<PdfPages | null>(null);
  useEffect(() => {
    const at = canvas.current;
    if (at === null) return undefined;
    const run = { isWanted: true };
    // Drawn aside and put in place whole: a page half drawn, or none for a moment, would flicker with every change.
    const aside = document.createElement('canvas');
    const density = Math.max(1, window.devicePixelRatio);
    aside.width = Math.round(box.width * density);
    aside.height = Math.round(box.height * density);
    const show = (): void => {
      if (!run.isWanted) return;
      at.width = aside.width;
      at.height = aside.height;
      at.getContext('2d')?.drawImage(aside, 0, 0);
      at.dataset['drawn'] = String(page);
    };
    pages.draw(page, aside).then(show, () => {
      if (run.isWanted) setFailure(pages);
    });
    return () => {
      run.isWanted = false;
    };
  }, [pages, page, box.width, box.height]);
  return (
    <figure
      className="pg"
      aria-label={failure === pages ? t('pageFailed', { page }) : t('pageNumber', { page })}
      style={{ width: box.width, height: box.height }}
    >
      <canvas ref={canvas} aria-hidden />
    </figure>
  );
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
