import type { TFunction } from 'i18next';
import { CircleAlert, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/useFormat.ts';
import { assertNever } from '../../shared/result.ts';
import type { Toast } from '../state/toastModel.ts';
import { useActions, useApp } from '../state/store.ts';
import { Button, IconButton } from './Button.tsx';
import { failureText } from './failureText.ts';
import { Icon } from './Icon.tsx';
import { useMarkNewsText } from './useMarkNewsText.ts';
import { useToldText } from './useToldText.ts';

/** What happened to a saved search. */
type SearchNews = Extract<Toast['content'], { kind: 'search-removed' | 'search-updated' }>;

const isSearchNews = (content: Toast['content']): content is SearchNews =>
  ['search-removed', 'search-updated'].includes(content.kind);

function searchNewsText(news: SearchNews, t: TFunction<['common', 'posts', 'searches']>): string {
  switch (news.kind) {
    case 'search-removed':
      return t('searches:removed', { name: news.name });
    case 'search-updated':
      return t('searches:updated', { name: news.name });
    default:
      return assertNever(news.kind);
  }
}

function useToastText(): (content: Toast['content']) => string {
  const { t } = useTranslation(['common', 'posts', 'searches']);
  const format = useFormat();
  const textOfTold = useToldText();
  const textOfNews = useMarkNewsText();
  return (content) => {
    if (isSearchNews(content)) return searchNewsText(content, t);
    switch (content.kind) {
      case 'text':
        return content.text;
      case 'failure':
        return failureText(content.failure, t);
      case 'index-rebuilt':
        return t('common:indexRebuilt');
      case 'library-exported':
        return t('common:libraryExported', {
          count: content.written.bookmarkCount,
          shown: format.number(content.written.bookmarkCount),
          file: content.written.file,
        });
      case 'bookmarks-removed':
        return t('posts:bookmarkRemoved', {
          count: content.count,
          shown: format.number(content.count),
        });
      case 'mark-news':
        return textOfNews(content.news);
      case 'core-died':
        return t(content.isRestarted ? 'coreRestarted' : 'coreLeft');
      case 'told':
        return textOfTold(content.told);
      case 'link-missing':
        return t('linkMissing', { path: content.path });
      default:
        return assertNever(content);
    }
  };
}

type MissingLink = Extract<Toast['content'], { kind: 'link-missing' }>;

/** What can be done about a link into the archive that found nothing. */
function MissingLinkButtons({
  id,
  content,
}: {
  readonly id: number;
  readonly content: MissingLink;
}) {
  const { t } = useTranslation('common');
  const { dismissToast, openLink, searchAll } = useActions();
  const { words, url } = content;
  return (
    <>
      {words !== '' && (
        <Button
          variant="ghost"
          className="lnk"
          onPress={() => {
            searchAll(words);
            dismissToast(id);
          }}
        >
          {t('linkSearch')}
        </Button>
      )}
      {url !== null && (
        <Button
          variant="ghost"
          className="lnk"
          onPress={() => {
            void openLink(url);
            dismissToast(id);
          }}
        >
          {t('linkOutside')}
        </Button>
      )}
    </>
  );
}

/** Ids of toasts whose step can be taken back now: those of another archive wait until that one is open again. */
function useUndoable(): ReadonlySet<number | null> {
  const steps = useApp(({ undoSteps }) => undoSteps);
  const archiveId = useApp(({ session }) => session?.archiveId ?? null);
  return new Set(
    steps.filter((step) => step.archiveId === archiveId).map(({ toastId }) => toastId),
  );
}

/** Short lines at the foot of the window. */
export function Toasts() {
  const { t } = useTranslation('common');
  const textOf = useToastText();
  const { dismissToast } = useActions();
  const toasts = useApp((state) => state.toasts);
  const undoable = useUndoable();
  return (
    <output className="toasts">
      {toasts.map(({ id, content, undo }) => (
        <div key={id} className={`toast ${content.kind === 'failure' ? 'danger' : ''}`}>
          {content.kind === 'failure' && <Icon of={CircleAlert} />}
          <span>{textOf(content)}</span>
          {undo !== null && undoable.has(id) && (
            <Button
              variant="ghost"
              className="lnk"
              onPress={() => {
                undo();
                dismissToast(id);
              }}
            >
              {t('undo')}
            </Button>
          )}
          {content.kind === 'link-missing' && <MissingLinkButtons id={id} content={content} />}
          <IconButton isSmall icon={X} label={t('dismiss')} onPress={() => dismissToast(id)} />
        </div>
      ))}
    </output>
  );
}
