import { useQueryClient } from '@tanstack/react-query';
import {
  Copy,
  ExternalLink,
  FileCode,
  FileText,
  FileType,
  FolderOpen,
  Languages,
  Link,
  Printer,
  RotateCw,
  TextCursor,
} from 'lucide-react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { copyKinds } from '../../shared/copyCalls.ts';
import type { Post } from '../../shared/model.ts';
import { useShortcut } from '../commands/useShortcut.ts';
import type { Actions } from '../state/actions.ts';
import { queryKeys } from '../state/queryKeys.ts';
import { useActions } from '../state/store.ts';
import type { MenuEntry, MenuGroup } from '../ui/MenuList.tsx';

function readAsEntry(
  { path, isFilePresent }: Post,
  text: string,
  { openReadAs }: Pick<Actions, 'openReadAs'>,
): MenuEntry {
  const run = (): void => openReadAs(path);
  return { id: 'read-as', text, icon: Languages, isDisabled: !isFilePresent, run };
}

const COPY_ICONS = { markdown: FileCode, rich: FileType, text: FileText } as const;

/** What the menu "More" of the article's head holds for a post; nothing without one. */
export function useMoreGroups(post: Post | null): readonly MenuGroup[] {
  const { t } = useTranslation('article');
  const { t: tc } = useTranslation('common');
  const { t: tr } = useTranslation('charsets');
  const { t: tp } = useTranslation('places');
  const { t: tcommands } = useTranslation('commands');
  const { shortcut } = useShortcut('print-post');
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
        {
          id: 'print',
          text: tcommands('print-post'),
          icon: Printer,
          shortcut,
          run: () => void actions.printOpen(),
        },
      ],
    },
    {
      id: 'copy',
      entries: [
        ...copyKinds.map((kind) => ({
          id: `copy-${kind}`,
          text: tp(`copyAs.${kind}`),
          icon: COPY_ICONS[kind],
          run: () => void actions.copyAs(kind, null),
        })),
        { id: 'title', text: t('copyTitle'), icon: TextCursor, run: copy(title) },
        { id: 'path', text: t('copyPath'), icon: Copy, run: copy(path) },
        ...(url === null ? [] : [{ id: 'link', text: t('copyLink'), icon: Link, run: copy(url) }]),
      ],
    },
    { id: 'original', entries: [originalEntry(post, t, actions)] },
  ];
}

/** The way to the original; a post without an address says so. */
function originalEntry(
  { url }: Post,
  t: TFunction<'article'>,
  { openLink }: Pick<Actions, 'openLink'>,
): MenuEntry {
  const entry = { id: 'open', text: t('openOriginal'), icon: ExternalLink };
  return url === null
    ? { ...entry, note: t('noAddress'), isDisabled: true, run: () => undefined }
    : { ...entry, note: url, run: () => void openLink(url) };
}
