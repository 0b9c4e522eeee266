import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { querySentence } from './queryWords.ts';
import { useShownQuery } from './useShownQuery.ts';

/** The query of the answer on screen as a sentence; null without a query. */
export function useQuerySentence(): string | null {
  const { i18n } = useTranslation();
  const shown = useShownQuery();
  const language = i18n.language === 'zh' ? 'zh' : 'en';
  return useMemo(
    () =>
      shown === null || shown.query.parts.length === 0
        ? null
        : querySentence(shown.query, language),
    [shown, language],
  );
}
