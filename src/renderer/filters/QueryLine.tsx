import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { splitQuery } from '../../shared/query/queryBox.ts';
import { parseQuery } from '../../shared/query/parseQuery.ts';
import { useApp, useSession } from '../state/store.ts';
import { saysAll } from './queryWords.ts';
import { useAsked } from './useAsked.ts';
import { useQuerySentence } from './useQuerySentence.ts';

/**
 * One quiet line below the search field: that a part of the query was taken as plain text; else what is asked, where more
 * is typed than words (fields say it as chips) or the reader wants it always.
 */
export function QueryLine() {
  const { t } = useTranslation('filters');
  const hint = useSession((session) => session.result?.head.hints[0]) ?? null;
  const hasFailed = useSession(({ searchFailure }) => searchFailure !== null) ?? false;
  const isAlways = useApp(({ settings }) => settings.explainsSearches);
  const sentence = useQuerySentence();
  const text = useAsked()?.text ?? '';
  const isWords = useMemo(() => saysAll(parseQuery(splitQuery(text).words)), [text]);
  if (hint !== null && !hasFailed) {
    return <output className="hint">{t(`hint.${hint.code}`, { part: hint.part })}</output>;
  }
  if (sentence === null || hasFailed || (isWords && !isAlways)) return null;
  return (
    <p className="hint says" title={sentence}>
      {sentence}
    </p>
  );
}
