import { useTranslation } from 'react-i18next';
import { createFormat, type Format } from './format.ts';

/** One set of formats per language for the whole window: `Intl` objects are slow to make. */
const formats = { en: createFormat('en'), zh: createFormat('zh') } as const;

/** Numbers and dates in the language of the window. */
export function useFormat(): Format {
  const { i18n } = useTranslation();
  return i18n.language === 'zh' ? formats.zh : formats.en;
}
