import { useTranslation } from 'react-i18next';
import type { ExportOptions } from '../../shared/exportModel.ts';
import { useFormat } from '../i18n/useFormat.ts';
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
    size: sizeOf(byteCount, numbers.number),
  };
  return isWhole ? t('estimate', words) : t('estimateAbout', words);
}

/** Bytes as people say them: `1.2 MB`, never less than a tenth. */
function sizeOf(bytes: number, shown: (value: number) => string): string {
  if (bytes < 950_000) return `${shown(Math.max(1, Math.round(bytes / 1000)))} kB`;
  return `${shown(Math.max(0.1, Math.round(bytes / 100_000) / 10))} MB`;
}
