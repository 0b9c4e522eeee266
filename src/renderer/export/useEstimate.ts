import { useTranslation } from 'react-i18next';
import type { ExportOptions } from '../../shared/exportModel.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { sizeText } from './sizeText.ts';
import type { Preview } from './usePreview.ts';

/** What an export will be, as far as it is known: pages and size of a PDF that was laid out already. */
export function useEstimate({ format, layout }: ExportOptions, preview: Preview): string {
  const { t } = useTranslation('exporting');
  const numbers = useFormat();
  if (format !== 'pdf') return t('chooseNext');
  if (layout === 'separate' || preview.kind !== 'pages') return t('embedded');
  const { pageCount, byteCount, isWhole } = preview;
  const words = {
    pages: t('pages', { count: pageCount, shown: numbers.number(pageCount) }),
    size: sizeText(byteCount, numbers.number),
  };
  return isWhole ? t('estimate', words) : t('estimateAbout', words);
}
