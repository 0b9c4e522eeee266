import { useQuery } from '@tanstack/react-query';
import { ChevronRight } from 'lucide-react';
import { memo, useDeferredValue, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Mention } from '../../shared/linkModel.ts';
import type { Post } from '../../shared/model.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { queryKeys } from '../state/queryKeys.ts';
import { useActions, useAppContext, useSession } from '../state/store.ts';
import { Icon } from '../ui/Icon.tsx';
import { MarkedText } from '../ui/MarkedText.tsx';

/** Mentions shown at once; the rest on request. */
const FIRST = 10;

/** At the end of a post: which posts link to it. Nothing when none does. */
export const Mentions = memo(function Mentions({ post }: { readonly post: Post }) {
  const { t } = useTranslation('article');
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const [isWhole, setWhole] = useState(false);
  const listId = useId();
  const mentions = useMentions(post);
  if (mentions.length === 0) return null;
  const shown = isWhole ? mentions : mentions.slice(0, FIRST);
  const words = { count: mentions.length, shown: format.number(mentions.length) };
  return (
    <section className="mentions" aria-label={t('mentions')}>
      <button
        type="button"
        className="mentions-head"
        aria-expanded={isOpen}
        aria-controls={listId}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon of={ChevronRight} />
        {t('mentionedBy', words)}
      </button>
      {isOpen && (
        <ul id={listId}>
          {shown.map((mention) => (
            <MentionRow key={mention.path} mention={mention} />
          ))}
        </ul>
      )}
      {isOpen && shown.length < mentions.length && (
        <button type="button" className="mentions-head rest" onClick={() => setWhole(true)}>
          {t('mentionsAll', words)}
        </button>
      )}
    </section>
  );
});

function MentionRow({ mention }: { readonly mention: Mention }) {
  const { t } = useTranslation('article');
  const format = useFormat();
  const { goTo } = useActions();
  const { path, title, day, source, sentence } = mention;
  const facts = [source, day === null ? t('noDate') : format.fullDay(day)].filter(
    (fact) => fact !== null,
  );
  return (
    <li>
      <button
        type="button"
        className="mention"
        onClick={() => goTo({ kind: 'post', path, fragment: null })}
      >
        <span className="mention-title">{title}</span>
        <span className="mention-facts">{facts.join(' · ')}</span>
        {sentence.text !== '' && (
          <span className="mention-sentence">
            <MarkedText text={sentence.text} marks={sentence.marks} />
          </span>
        )}
      </button>
    </li>
  );
}

/** Asked after the post itself is on screen. */
function useMentions({ archiveId, path }: Post): readonly Mention[] {
  const { api } = useAppContext();
  const revision = useSession((session) => session.revision) ?? 0;
  const isShown = useDeferredValue(true, false);
  const { data: mentions } = useQuery({
    queryKey: queryKeys.mentions(archiveId, path, revision),
    queryFn: () => api.ask('links.mentions', { archiveId, path }),
    enabled: isShown,
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: (before: readonly Mention[] | undefined) => before,
  });
  return mentions ?? [];
}
