import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/useFormat.ts';
import { IconButton } from '../ui/Button.tsx';
import { aboutNumber } from './aboutNumber.ts';
import type { ExportOrder } from './exportOrder.ts';
import { formatNames } from '../../shared/formatOptions.ts';
import { PageSpread, useBox } from './PageSpread.tsx';
import type { PdfPages } from './pdfReader.ts';
import { useFailureWords } from './useFailureWords.ts';
import type { Preview } from './usePreview.ts';

interface Properties {
  readonly order: ExportOrder;
  readonly preview: Preview;
}

/** The first pages, or lines, of what the export would write. Busy until what it says of them is in view. */
export function ExportPreview({ order, preview }: Properties) {
  const { t } = useTranslation('exporting');
  const [drawn, setDrawn] = useState<PdfPages | null>(null);
  const isBusy = preview.isLate || (preview.kind === 'pages' && preview.pages !== drawn);
  return (
    <section className="pv" aria-label={t('preview')} aria-busy={isBusy}>
      <PreviewBody order={order} preview={preview} onDrawn={setDrawn} />
    </section>
  );
}

type BodyProps = Properties & Pick<PagesProps, 'onDrawn'>;

function PreviewBody({ order, preview, onDrawn }: BodyProps) {
  const { t } = useTranslation('exporting');
  const words = useFailureWords();
  switch (preview.kind) {
    case 'pages':
      return <PagesPreview preview={preview} onDrawn={onDrawn} />;
    case 'text':
      return (
        <>
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard (WCAG 2.1.1) */}
          <pre className="lines" tabIndex={0} aria-label={t('firstLines')}>
            {preview.text}
          </pre>
          <div className="pgr">
            <span className="note">
              {preview.file === null
                ? t('firstLinesNote')
                : t('firstFileNote', { file: preview.file })}
            </span>
          </div>
        </>
      );
    case 'failed':
      return <p className="empty">{t('previewFailed', { message: words(preview.message) })}</p>;
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
  readonly onDrawn: (pages: PdfPages) => void;
}

function PagesPreview({ preview, onDrawn }: PagesProps) {
  const { t } = useTranslation('exporting');
  const room = useRef<HTMLDivElement>(null);
  const { pages, pageCount, isWhole, isLate } = preview;
  const box = useBox(room, pages);
  const [wanted, setWanted] = useState(1);
  const first = Math.max(1, Math.min(wanted, pages.count));
  const last = Math.min(first + box.perView - 1, pages.count);
  const shown = Array.from({ length: last - first + 1 }, (_, place) => first + place);
  return (
    <>
      <PageSpread
        room={room}
        pages={pages}
        shown={shown}
        box={box}
        isLate={isLate}
        onDrawn={onDrawn}
      />
      <div className="pgr">
        <IconButton
          isSmall
          icon={ChevronLeft}
          label={t('earlierPages')}
          isDisabled={first <= 1}
          onPress={() => setWanted(Math.max(1, first - box.perView))}
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
  const words = { from: first, to: last, all: format.number(isWhole ? count : aboutNumber(count)) };
  if (first === last) return isWhole ? t('pageOf', words) : t('pageOfAbout', words);
  return isWhole ? t('pagesOf', words) : t('pagesOfAbout', words);
}
