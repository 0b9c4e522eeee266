import { useTranslation } from 'react-i18next';
import { useSession } from '../state/store.ts';
import { saysAll } from './queryWords.ts';
import { useQuerySentence } from './useQuerySentence.ts';
import { useShownQuery } from './useShownQuery.ts';

/**
 * One quiet line below the search field: that a part of the query was taken as plain text, else, when there is more to
 * the query than its words, what it asks.
 */
export function QueryLine() {
  const { t } = useTranslation('filters');
  const hint = useSession((session) => session.result?.head.hints[0]) ?? null;
  const sentence = useQuerySentence();
  const shown = useShownQuery();
  if (hint !== null) {
    return <output className="hint">{t(`hint.${hint.code}`, { part: hint.part })}</output>;
  }
  if (shown === null || sentence === null || saysAll(shown.query)) return null;
  return (
    <p className="hint says" title={sentence}>
      {sentence}
    </p>
  );
}
