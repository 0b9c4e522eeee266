import {
  ArrowLeft,
  ChevronDown,
  ChevronUp,
  Copy,
  Ellipsis,
  ExternalLink,
  FolderOpen,
  Languages,
  Link,
  RotateCw,
  Search,
  Share,
  Star,
  TextCursor,
} from 'lucide-react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Post } from '../../shared/model.ts';
import type { Actions } from '../state/actions.ts';
import { queryKeys } from '../state/queryKeys.ts';
import { useActions, useSession } from '../state/store.ts';
import { IconButton, ToggleIconButton } from '../ui/Button.tsx';
import { MenuButton } from '../ui/MenuButton.tsx';
import type { MenuEntry, MenuGroup } from '../ui/MenuList.tsx';
import { TypePopover } from './TypePopover.tsx';
import { useShortcut } from '../commands/useShortcut.ts';

interface Properties {
  readonly post: Post | null;
  readonly isFindOpen: boolean;
  readonly onCloseFind: () => void;
}

/** The head of the article pane; it also drags the window. */
export function ArticleToolbar({ post, isFindOpen, onCloseFind }: Properties) {
  const { t } = useTranslation('article');
  const actions = useActions();
  const keys = {
    previous: useShortcut('previous-post'),
    next: useShortcut('next-post'),
    bookmark: useShortcut('bookmark'),
    find: useShortcut('find-in-post'),
    export: useShortcut('export-selection'),
  };
  const isAway = post === null;
  const hasTicks = useSession(({ ticked }) => ticked.size > 0) ?? false;
  const exportPosts = async (): Promise<void> => actions.openExport(await actions.actedOn());
  return (
    <div className="top" role="toolbar" aria-label={t('tools')}>
      <BackButton />
      <IconButton
        icon={ChevronUp}
        label={t('previousPost')}
        {...keys.previous}
        onPress={() => void actions.moveBy(-1)}
      />
      <IconButton
        icon={ChevronDown}
        label={t('nextPost')}
        {...keys.next}
        onPress={() => void actions.moveBy(1)}
      />
      <span className="vr" />
      <ToggleIconButton
        icon={Star}
        className="star"
        label={t('bookmark')}
        {...keys.bookmark}
        isOn={post?.isBookmarked ?? false}
        isDisabled={isAway}
        onChange={() => void actions.toggleOpenBookmark()}
      />
      <span className="vr" />
      <TypePopover />
      <ToggleIconButton
        icon={Search}
        label={t('find')}
        {...keys.find}
        isOn={isFindOpen}
        isDisabled={isAway}
        onChange={(isOn) => (isOn ? actions.find('focus') : onCloseFind())}
      />
      <span className="sp" />
      <IconButton
        icon={Share}
        label={t('export')}
        {...keys.export}
        isDisabled={isAway && !hasTicks}
        onPress={() => void exportPosts()}
      />
      <MoreMenu post={post} />
    </div>
  );
}

/** Only there after a link was followed: nobody else asks for the way back. */
function BackButton() {
  const { t } = useTranslation('article');
  const { goBack } = useActions();
  const keys = useShortcut('go-back');
  const hasBack = useSession(({ trail }) => trail.back.length > 0) ?? false;
  if (!hasBack) return null;
  return <IconButton icon={ArrowLeft} label={t('back')} {...keys} onPress={goBack} />;
}

function MoreMenu({ post }: { readonly post: Post | null }) {
  const { t } = useTranslation('article');
  const { t: tc } = useTranslation('common');
  const groups = useMoreGroups(post);
  return (
    <MenuButton label={t('more')} groups={groups} placement="bottom end">
      <IconButton icon={Ellipsis} label={tc('more')} isDisabled={post === null} />
    </MenuButton>
  );
}

function readAsEntry(
  { path, isFilePresent }: Post,
  text: string,
  { openReadAs }: Pick<Actions, 'openReadAs'>,
): MenuEntry {
  const run = (): void => openReadAs(path);
  return { id: 'read-as', text, icon: Languages, isDisabled: !isFilePresent, run };
}

function useMoreGroups(post: Post | null): readonly MenuGroup[] {
  const { t } = useTranslation('article');
  const { t: tc } = useTranslation('common');
  const { t: tr } = useTranslation('charsets');
  const actions = useActions();
  const queryClient = useQueryClient();
  if (post === null) return [];
  const { url, title, path, archiveId } = post;
  const copy = (text: string) => (): void => {
    void actions.copyText(text);
    actions.notify({ kind: 'text', text: t('copied') });
  };
  const reload = (): void => {
    void queryClient.invalidateQueries({ queryKey: queryKeys.postAtAnyTime(archiveId, path) });
  };
  return [
    {
      id: 'file',
      entries: [
        {
          id: 'folder',
          text: tc('showInFolder'),
          icon: FolderOpen,
          isDisabled: !post.isFilePresent,
          run: () => void actions.showInFolder(path),
        },
        { id: 'reload', text: t('reload'), icon: RotateCw, run: reload },
        readAsEntry(post, tr('readAs'), actions),
      ],
    },
    {
      id: 'copy',
      entries: [
        { id: 'title', text: t('copyTitle'), icon: TextCursor, run: copy(title) },
        { id: 'path', text: t('copyPath'), icon: Copy, run: copy(path) },
        ...(url === null ? [] : [{ id: 'link', text: t('copyLink'), icon: Link, run: copy(url) }]),
      ],
    },
    {
      id: 'original',
      entries:
        url === null
          ? []
          : [
              {
                id: 'open',
                text: t('openOriginal'),
                note: url,
                icon: ExternalLink,
                run: () => void actions.openLink(url),
              },
            ],
    },
  ];
}
