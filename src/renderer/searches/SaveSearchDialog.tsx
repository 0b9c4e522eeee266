import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuerySentence } from '../filters/useQuerySentence.ts';
import { splitQuery } from '../../shared/query/queryBox.ts';
import { askedOf } from '../state/askedQuery.ts';
import type { Session } from '../state/model.ts';
import { useActions, useApp, useAppContext } from '../state/store.ts';
import { Button } from '../ui/Button.tsx';
import { DialogFrame } from '../ui/DialogFrame.tsx';
import { offeredName } from './offeredName.ts';

/** A name for what is on screen. */
function nameOf(session: Session): string {
  const { text, filters } = askedOf(session);
  const name = offeredName(splitQuery(text).words, filters);
  return name === '' ? text : name;
}

/** Asks for the name of a search to be kept. */
export function SaveSearchDialog() {
  const isOpen = useApp(({ dialog }) => dialog.kind === 'save-search');
  return isOpen ? <SaveSearchForm /> : null;
}

function SaveSearchForm() {
  const { t } = useTranslation(['searches', 'common']);
  const { store } = useAppContext();
  const { closeDialog, saveSearch } = useActions();
  const sentence = useQuerySentence();
  const [name, setName] = useState(() => {
    const { session } = store.getState();
    return session === null ? '' : nameOf(session);
  });
  const save = (event: FormEvent): void => {
    event.preventDefault();
    if (name.trim() === '') return;
    closeDialog();
    void saveSearch(name.trim());
  };
  return (
    <DialogFrame isOpen title={t('saveTitle')} className="sv-dlg" onClose={closeDialog}>
      <form onSubmit={save}>
        <div className="sv-form">
          <label htmlFor="saved-search-name">{t('name')}</label>
          <div className="field">
            <input
              id="saved-search-name"
              // oxlint-disable-next-line jsx-a11y/no-autofocus -- a dialog that asks one thing begins there (ARIA practices)
              autoFocus
              value={name}
              maxLength={200}
              onFocus={({ target }) => target.select()}
              onChange={({ target }) => setName(target.value)}
            />
          </div>
          {sentence !== null && <p className="dim cjk">{sentence}</p>}
        </div>
        <footer>
          <span className="sp" />
          <Button onPress={closeDialog}>{t('common:cancel')}</Button>
          <button type="submit" className="btn pri" disabled={name.trim() === ''}>
            {t('saveConfirm')}
          </button>
        </footer>
      </form>
    </DialogFrame>
  );
}
