import { useTranslation } from 'react-i18next';
import type { ExportOptions } from '../../shared/exportModel.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { aboutNumber } from './aboutNumber.ts';
import { sizeText } from './sizeText.ts';
import type { Preview } from './usePreview.ts';

/** As measured for a book of 1,000 posts on two cores (docs/pdf.md). */
const SECONDS_A_PAGE = 0.025;

/** Minutes that are worth a word before, and from which on they are told as hours. */
const LEAST_MINUTES = 2;
const MOST_MINUTES = 100;

/** What an export will be, as far as it is known: pages and size of a PDF that was laid out already. */
export function useEstimate({ format, layout }: ExportOptions, preview: Preview): string {
  const { t } = useTranslation('exporting');
  const numbers = useFormat();
  if (format !== 'pdf') return t('chooseNext');
  if (layout === 'separate' || preview.kind !== 'pages') return t('embedded');
  const { byteCount, isWhole } = preview;
  const pageCount = isWhole ? preview.pageCount : aboutNumber(preview.pageCount);
  const words = {
    pages: t('pages', { count: pageCount, shown: numbers.number(pageCount) }),
    size: sizeText(byteCount, numbers.number),
  };
  const minutes = Math.round((pageCount * SECONDS_A_PAGE) / 60);
  if (minutes < LEAST_MINUTES) return isWhole ? t('estimate', words) : t('estimateAbout', words);
  const isLong = minutes >= MOST_MINUTES;
  const count = isLong ? Math.round(minutes / 60) : minutes;
  const time = t(isLong ? 'takesHours' : 'takesMinutes', { count, shown: numbers.number(count) });
  return t('estimateLong', { ...words, time });
}
