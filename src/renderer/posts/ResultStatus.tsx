import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isRefused } from '../../shared/query/refusal.ts';
import { saysAll } from '../filters/queryWords.ts';
import { useQuerySentence } from '../filters/useQuerySentence.ts';
import { useShownQuery } from '../filters/useShownQuery.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { indexedPosts } from '../indexing/indexedPosts.ts';
import { useApp, useSession } from '../state/store.ts';

/** An answer is announced when it rests for this long (ms), so that typing is not talked over. */
const REST = 1000;

/** What there is to say of the answer on screen; null before the first. */
function useStatus(): string | null {
  const { t } = useTranslation('posts');
  const format = useFormat();
  const count = useSession((session) => session.result?.head.total ?? null);
  const wasRefused = useSession(({ result }) => isRefused(result?.head.hints ?? [])) ?? false;
  const shown = useShownQuery();
  const sentence = useQuerySentence();
  const run = useApp(({ session, indexing }) =>
    session === null ? undefined : indexing[session.archiveId],
  );
  if (count === null) return null;
  if (wasRefused) return t('emptyRefused');
  const words = { count, shown: format.number(count) };
  const indexed = run === undefined ? null : indexedPosts(run);
  const total =
    indexed === null
      ? t('announce', words)
      : t('announceSoFar', {
          ...words,
          done: format.number(indexed.done),
          all: format.number(indexed.all),
        });
  return shown === null || sentence === null || saysAll(shown.query)
    ? total
    : `${total}. ${sentence}`;
}

/**
 * Tells screen readers, once a result rests, how many posts there are, of how many indexed ones, and how a query that
 * is more than words was understood. Progress alone says nothing here: only another query or another total does.
 */
export function ResultStatus() {
  const words = useStatus();
  const answer = useSession(({ result }) => `${result?.head.total} ${result?.key.text}`) ?? '';
  const newest = useRef({ answer, words });
  const [said, setSaid] = useState<string | null>(null);
  useEffect(() => {
    newest.current = { answer, words };
  }, [answer, words]);
  useEffect(() => {
    const timer = setTimeout(() => {
      if (newest.current.answer === answer) setSaid(newest.current.words);
    }, REST);
    return () => clearTimeout(timer);
  }, [answer]);
  return <output className="sr">{said}</output>;
}
