import { Bookmark } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useActions } from '../state/store.ts';
import { ToggleIconButton } from '../ui/Button.tsx';
import { useChosenSearch, useIsBlank } from './useSavedSearches.ts';

/** The bookmark in the search field: keeps the search, or takes the saved one away; filled while it is saved. */
export function SaveSearchButton() {
  const { t } = useTranslation('searches');
  const { openDialog, removeSavedSearch } = useActions();
  const chosen = useChosenSearch();
  const isBlank = useIsBlank();
  const isSaved = chosen !== null && !chosen.isEdited;
  return (
    <ToggleIconButton
      icon={Bookmark}
      className="sm save"
      label={t('save')}
      isOn={isSaved}
      isDisabled={isBlank && !isSaved}
      onChange={(isOn) => {
        if (isOn) openDialog({ kind: 'save-search' });
        else if (chosen !== null) void removeSavedSearch(chosen.search);
      }}
    />
  );
}
