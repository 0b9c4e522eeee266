import { Pin, Plus, Search } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/useFormat.ts';
import { useActions } from '../state/store.ts';
import { IconButton } from '../ui/Button.tsx';
import { MenuButton } from '../ui/MenuButton.tsx';
import { useChosenSearch, useIsBlank, useSavedSearches } from './useSavedSearches.ts';
import { useSearchCounts } from './useSearchCounts.ts';

/** The saved searches as a menu, where the sidebar is a rail. */
export function SavedSearchesMenu() {
  const { t } = useTranslation('searches');
  const format = useFormat();
  const { showSavedSearch, openDialog } = useActions();
  const searches = useSavedSearches();
  const counts = useSearchCounts(searches);
  const chosen = useChosenSearch();
  const isBlank = useIsBlank();
  return (
    <MenuButton
      label={t('title')}
      placement="right top"
      groups={[
        {
          id: 'searches',
          head: t('title'),
          entries: searches.map((search) => {
            const count = counts.get(search.id);
            return {
              id: search.id,
              text: search.name,
              icon: search.isPinned ? Pin : Search,
              ...(chosen === null
                ? {}
                : { isChecked: chosen.search.id === search.id && !chosen.isEdited }),
              ...(count === undefined ? {} : { shortcut: format.number(count) }),
              run: () => showSavedSearch(search),
            };
          }),
        },
        {
          id: 'save',
          entries: [
            {
              id: 'save',
              text: t('saveThis'),
              icon: Plus,
              isDisabled: isBlank,
              run: () => openDialog({ kind: 'save-search' }),
            },
          ],
        },
      ]}
    >
      <IconButton icon={Search} label={t('title')} isOn={chosen?.isEdited === false} />
    </MenuButton>
  );
}
