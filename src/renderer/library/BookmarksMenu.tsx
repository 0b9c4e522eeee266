import { CheckCheck, Ellipsis, FileDown, FileUp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useActions, useSession } from '../state/store.ts';
import { IconButton } from '../ui/Button.tsx';
import { MenuButton } from '../ui/MenuButton.tsx';

/** What can be done with a whole list; in the list of bookmarks also with all of them. */
export function BookmarksMenu() {
  const { t } = useTranslation(['library', 'places']);
  const { exportLibrary, importLibrary, askMarkAllRead } = useActions();
  const total = useSession(({ result }) => result?.head.total ?? 0) ?? 0;
  const isBookmarks = useSession(({ filters }) => filters.list === 'bookmarked') ?? false;
  const label = isBookmarks ? t('bookmarksMenu') : t('places:listMenu');
  return (
    <MenuButton
      label={label}
      placement="bottom end"
      groups={[
        {
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
        },
        {
          id: 'export',
          entries: !isBookmarks
            ? []
            : [
                {
                  id: 'html',
                  text: t('exportHtml'),
                  icon: FileDown,
                  run: () => void exportLibrary('html'),
                },
                {
                  id: 'markdown',
                  text: t('exportMarkdown'),
                  icon: FileDown,
                  run: () => void exportLibrary('markdown'),
                },
                {
                  id: 'json',
                  text: t('exportJson'),
                  icon: FileDown,
                  run: () => void exportLibrary('json'),
                },
              ],
        },
        {
          id: 'import',
          entries: !isBookmarks
            ? []
            : [
                {
                  id: 'import',
                  text: t('importFile'),
                  icon: FileUp,
                  run: () => void importLibrary(),
                },
              ],
        },
      ]}
    >
      <IconButton icon={Ellipsis} label={label} />
    </MenuButton>
  );
}
