import { useTranslation } from 'react-i18next';
import type { PostSummary } from '../../shared/model.ts';
import type { Actions } from '../state/actions.ts';
import { useActions, useSession } from '../state/store.ts';
import { ContextMenu, type MenuPoint } from '../ui/ContextMenu.tsx';
import type { MenuEntry, MenuGroup } from '../ui/MenuList.tsx';

interface RowMenuProps {
  /** Null = closed. */
  readonly menu: {
    readonly at: MenuPoint;
    readonly index: number;
    readonly post: PostSummary;
  } | null;
  readonly onClose: () => void;
}

/** What can be done with a row, or with all ticked rows when it is one of them. */
function useRowGroups(menu: RowMenuProps['menu']): readonly MenuGroup[] {
  const { t } = useTranslation(['posts', 'charsets', 'common', 'places']);
  const actions = useActions();
  const ticked = useSession((session) => session.ticked);
  if (menu === null) return [];
  const { post, index } = menu;
  const isTicked = ticked?.has(post.id) ?? false;
  const many = async () => (isTicked ? actions.actedOn() : [post.id]);
  return [
    { id: 'open', entries: openEntries(post, t, { actions, index }) },
    {
      id: 'mark',
      entries: [
        {
          id: 'bookmark',
          text: t(post.isBookmarked ? 'menuUnbookmark' : 'menuBookmark'),
          shortcut: 'B',
          run: () => void many().then((ids) => actions.setBookmarked(ids, !post.isBookmarked)),
        },
        {
          id: 'labels',
          text: t('menuLabels'),
          shortcut: 'L',
          run: () => void many().then((ids) => actions.openDialog({ kind: 'labels', ids })),
        },
        {
          id: 'read',
          text: t(post.isRead ? 'menuUnread' : 'menuRead'),
          shortcut: 'M',
          run: () => void many().then((ids) => actions.setRead(ids, !post.isRead)),
        },
        {
          id: 'tick',
          text: t(isTicked ? 'menuUnselect' : 'menuSelect'),
          shortcut: 'X',
          run: () => void actions.toggleTickAt(index),
        },
      ],
    },
    {
      id: 'export',
      entries: [
        {
          id: 'export',
          text: t('menuExport'),
          run: () => void many().then((ids) => actions.openExport(ids)),
        },
      ],
    },
    { id: 'file', entries: fileEntries(post, t, actions) },
  ];
}

type Words = ReturnType<typeof useTranslation<['posts', 'charsets', 'common', 'places']>>['t'];

/** Where the post of one row can be read. */
function openEntries(
  { path }: PostSummary,
  t: Words,
  { actions, index }: { readonly actions: Actions; readonly index: number },
): readonly MenuEntry[] {
  return [
    { id: 'open', text: t('menuOpen'), run: () => void actions.openRow(index) },
    { id: 'window', text: t('places:openInWindow'), run: () => void actions.openInWindow(path) },
  ];
}

/** What can be done with the file of one row. */
function fileEntries(
  { path, title }: PostSummary,
  t: Words,
  { showInFolder, openReadAs, copyText }: Actions,
): readonly MenuEntry[] {
  return [
    { id: 'folder', text: t('menuShowInFolder'), run: () => void showInFolder(path) },
    { id: 'read-as', text: t('charsets:readAs'), run: () => openReadAs(path) },
    { id: 'title', text: t('menuCopyTitle'), run: () => void copyText(title) },
    { id: 'path', text: t('menuCopyPath'), run: () => void copyText(path) },
  ];
}

/** The context menu of a row. */
export function RowMenu({ menu, onClose }: RowMenuProps) {
  const { t } = useTranslation('posts');
  const groups = useRowGroups(menu);
  // Not even a closed popover is drawn: the list draws itself anew with every scroll.
  if (menu === null) return null;
  return <ContextMenu at={menu.at} label={t('rowMenu')} groups={groups} onClose={onClose} />;
}
