import { CircleAlert, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/useFormat.ts';
import { assertNever } from '../../shared/result.ts';
import type { Toast } from '../state/model.ts';
import { useActions, useApp } from '../state/store.ts';
import { Button, IconButton } from './Button.tsx';
import { failureText } from './failureText.ts';
import { Icon } from './Icon.tsx';
import { useToldText } from './useToldText.ts';

function useToastText(): (content: Toast['content']) => string {
  const { t } = useTranslation(['common', 'posts', 'highlights', 'library']);
  const format = useFormat();
  const textOfTold = useToldText();
  return (content) => {
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
      case 'highlights-removed':
        return t('highlights:removed', {
          count: content.count,
          shown: format.number(content.count),
        });
      case 'label-added':
        return t('library:labelAdded', {
          label: content.label,
          count: content.count,
          shown: format.number(content.count),
        });
      case 'label-renamed':
        return t('library:labelRenamed', { from: content.from, to: content.to });
      case 'label-deleted':
        return t('library:labelDeleted', { label: content.label });
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

/** Short lines at the foot of the window. */
export function Toasts() {
  const { t } = useTranslation('common');
  const textOf = useToastText();
  const { dismissToast } = useActions();
  const toasts = useApp((state) => state.toasts);
  return (
    <output className="toasts">
      {toasts.map(({ id, content, undo }) => (
        <div key={id} className={`toast ${content.kind === 'failure' ? 'danger' : ''}`}>
          {content.kind === 'failure' && <Icon of={CircleAlert} />}
          <span>{textOf(content)}</span>
          {undo !== null && (
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
