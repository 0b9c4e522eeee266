import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedSearch, SavedSearchId } from '../../shared/savedSearches.ts';
import { useActions } from '../state/store.ts';
import { IconButton } from '../ui/Button.tsx';
import { movedBy, movedTo } from './searchOrder.ts';
import { SavedSearchRow } from './SavedSearchRow.tsx';
import { useChosenSearch, useIsBlank, useSavedSearches } from './useSavedSearches.ts';
import { useSearchCounts } from './useSearchCounts.ts';
import './searches.css';

/** Saved searches in the sidebar: pinned ones first, each with the number of its posts now. */
export function SavedSearches() {
  const { t } = useTranslation('searches');
  const { openDialog, orderSavedSearches } = useActions();
  const searches = useSavedSearches();
  const counts = useSearchCounts(searches);
  const chosen = useChosenSearch();
  const isBlank = useIsBlank();
  const [renaming, setRenaming] = useState<SavedSearchId | null>(null);
  const order = (wanted: readonly SavedSearch[] | null): void => {
    if (wanted !== null) void orderSavedSearches(wanted.map(({ id }) => id));
  };
  return (
    <section aria-label={t('title')} className="saved">
      <div className="sh">
        <h2>{t('title')}</h2>
        <span className="sp" />
        <IconButton
          isSmall
          icon={Plus}
          label={t('saveThis')}
          isDisabled={isBlank}
          onPress={() => openDialog({ kind: 'save-search' })}
        />
      </div>
      {searches.length === 0 ? (
        <p className="dim none">{t('none')}</p>
      ) : (
        <ul className="nav" aria-label={t('title')}>
          {searches.map((search) => (
            <SavedSearchRow
              key={search.id}
              search={search}
              count={counts.get(search.id) ?? null}
              state={chosen?.search.id !== search.id ? 'other' : chosen.isEdited ? 'edited' : 'on'}
              isRenaming={renaming === search.id}
              onRename={(isOn) => setRenaming(isOn ? search.id : null)}
              onMove={(step) => order(movedBy(searches, search.id, step))}
              onDrop={(id) => order(movedTo(searches, id, search.id))}
            />
          ))}
        </ul>
      )}
    </section>
  );
}
