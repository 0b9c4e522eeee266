import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { parseQuery } from '../../shared/query/parseQuery.ts';
import { wholeText } from '../../shared/query/filterText.ts';
import { useAsked } from './useAsked.ts';
import { querySentence } from './queryWords.ts';

/** What is asked, filters and all, as a sentence; null when nothing is. */
export function useQuerySentence(): string | null {
  const { i18n } = useTranslation();
  const asked = useAsked();
  const language = i18n.language === 'zh' ? 'zh' : 'en';
  return useMemo(() => {
    if (asked === null) return null;
    const query = parseQuery(wholeText(asked.text, asked.filters));
    return query.parts.length === 0 ? null : querySentence(query, language);
  }, [asked, language]);
}
