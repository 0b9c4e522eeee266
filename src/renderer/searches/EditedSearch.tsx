import { useTranslation } from 'react-i18next';
import { useActions } from '../state/store.ts';
import { useChosenSearch } from './useSavedSearches.ts';
import './searches.css';

/** Says that what is on screen began as a saved search and is another one by now, and what can be done. */
export function EditedSearch() {
  const { t } = useTranslation('searches');
  const { updateSavedSearch, showSavedSearch, openDialog } = useActions();
  const chosen = useChosenSearch();
  if (chosen?.isEdited !== true) return null;
  const { search } = chosen;
  return (
    <section className="sv-edited" aria-label={t('editedOf', { name: search.name })}>
      <b className="cjk trunc">{search.name}</b>
      <span className="dim nowrap">{t('edited')}</span>
      <span className="sp" />
      <button type="button" className="lnk" onClick={() => void updateSavedSearch(search)}>
        {t('updateShort')}
      </button>
      <button type="button" className="lnk" onClick={() => openDialog({ kind: 'save-search' })}>
        {t('saveAsNew')}
      </button>
      <button type="button" className="lnk" onClick={() => showSavedSearch(search)}>
        {t('revert')}
      </button>
    </section>
  );
}
