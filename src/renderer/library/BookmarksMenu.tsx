import { Ellipsis, FileDown, FileUp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useActions, useSession } from '../state/store.ts';
import { IconButton } from '../ui/Button.tsx';
import { MenuButton } from '../ui/MenuButton.tsx';

/** What can be done with all bookmarks; in the list of bookmarks only. */
export function BookmarksMenu() {
  const { t } = useTranslation('library');
  const { exportLibrary, importLibrary } = useActions();
  const isBookmarks = useSession(({ filters }) => filters.list === 'bookmarked') ?? false;
  if (!isBookmarks) return null;
  return (
    <MenuButton
      label={t('bookmarksMenu')}
      placement="bottom end"
      groups={[
        {
          id: 'export',
          entries: [
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
          entries: [
            { id: 'import', text: t('importFile'), icon: FileUp, run: () => void importLibrary() },
          ],
        },
      ]}
    >
      <IconButton icon={Ellipsis} label={t('bookmarksMenu')} />
    </MenuButton>
  );
}
