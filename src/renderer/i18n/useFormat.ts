import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { createFormat, type Format } from './format.ts';

/** Numbers and dates in the language of the window. */
export function useFormat(): Format {
  const { i18n } = useTranslation();
  const language = i18n.language === 'zh' ? 'zh' : 'en';
  return useMemo(() => createFormat(language), [language]);
}
