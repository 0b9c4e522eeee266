import { CheckCheck, Ellipsis, FileDown, FileUp, Share } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useActions, useSession } from '../state/store.ts';
import { IconButton } from '../ui/Button.tsx';
import { MenuButton } from '../ui/MenuButton.tsx';
import type { MenuEntry, MenuGroup } from '../ui/MenuList.tsx';

/** What can be done with all bookmarks: to a file, from a file. */
function useBookmarkGroups(): readonly MenuGroup[] {
  const { t } = useTranslation('library');
  const { exportLibrary, importLibrary } = useActions();
  const exportEntry = (format: 'html' | 'markdown' | 'json', text: string): MenuEntry => ({
    id: format,
    text,
    icon: FileDown,
    run: () => void exportLibrary(format),
  });
  return [
    {
      id: 'export',
      entries: [
        exportEntry('html', t('exportHtml')),
        exportEntry('markdown', t('exportMarkdown')),
        exportEntry('json', t('exportJson')),
      ],
    },
    {
      id: 'import',
      entries: [
        { id: 'import', text: t('importFile'), icon: FileUp, run: () => void importLibrary() },
      ],
    },
  ];
}

/** What can be done with a whole list; in the list of bookmarks also with all of them. */
export function BookmarksMenu() {
  const { t } = useTranslation(['library', 'places', 'exporting']);
  const { askMarkAllRead, exportFrom } = useActions();
  const total = useSession(({ result }) => result?.head.total ?? 0) ?? 0;
  const isBookmarks = useSession(({ filters }) => filters.list === 'bookmarked') ?? false;
  const bookmarkGroups = useBookmarkGroups();
  const label = isBookmarks ? t('bookmarksMenu') : t('places:listMenu');
  const readGroup: MenuGroup = {
    id: 'read',
    entries: [
      {
        id: 'mark-all-read',
        text: t('places:markAllMenu'),
        icon: CheckCheck,
        isDisabled: total === 0,
        run: askMarkAllRead,
      },
    ],
  };
  const exportGroup: MenuGroup = {
    id: 'export-list',
    entries: [
      {
        id: 'export-list',
        text: t('exporting:exportList'),
        icon: Share,
        isDisabled: total === 0,
        run: () => exportFrom({ kind: 'result' }),
      },
    ],
  };
  return (
    <MenuButton
      label={label}
      placement="bottom end"
      groups={[readGroup, exportGroup, ...(isBookmarks ? bookmarkGroups : [])]}
    >
      <IconButton icon={Ellipsis} label={label} />
    </MenuButton>
  );
}
