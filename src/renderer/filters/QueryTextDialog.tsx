import { useState, type FormEvent, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { noFilters } from '../../shared/defaults.ts';
import { absorbFilters } from '../../shared/query/absorbFilters.ts';
import { wholeText } from '../../shared/query/filterText.ts';
import { parseQuery } from '../../shared/query/parseQuery.ts';
import { askedOf } from '../state/askedQuery.ts';
import { useActions, useApp, useAppContext } from '../state/store.ts';
import { Button } from '../ui/Button.tsx';
import { DialogFrame } from '../ui/DialogFrame.tsx';
import { querySentence } from './queryWords.ts';
import './search.css';

/** Longest line that can be edited, in UTF-16 units: some thousand ticked values. */
const LONGEST = 200_000;

/** The query and its filters as one line of text, to be read, changed, copied or pasted. */
export function QueryTextDialog() {
  const isOpen = useApp(({ dialog }) => dialog.kind === 'query-text');
  return isOpen ? <QueryTextForm /> : null;
}

/** The line, what it asks in words, and the search for it. */
function useQueryLine() {
  const { i18n } = useTranslation();
  const { store } = useAppContext();
  const { closeDialog, setQuery } = useActions();
  const [typed, setTyped] = useState(() => {
    const { session } = store.getState();
    if (session === null) return '';
    const asked = askedOf(session);
    return wholeText(asked.text, asked.filters);
  });
  const query = parseQuery(typed, { isLong: true });
  const language = i18n.language === 'zh' ? 'zh' : 'en';
  return {
    typed,
    setTyped,
    sentence: query.parts.length === 0 ? null : querySentence(query, language),
    search: (): void => {
      closeDialog();
      const { session } = store.getState();
      if (session === null) return;
      // The list is a place of the sidebar: it stays, since no text says it.
      const { list } = session.filters;
      const text = typed.replaceAll(/\s*\n\s*/g, ' ');
      setQuery(absorbFilters({ text, filters: { ...noFilters, list } }, () => null));
    },
  };
}

function QueryTextForm() {
  const { t } = useTranslation(['query', 'common']);
  const { closeDialog } = useActions();
  const { typed, setTyped, sentence, search } = useQueryLine();
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    search();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    search();
  };
  return (
    <DialogFrame isOpen title={t('asText')} className="query-text" onClose={closeDialog}>
      <form onSubmit={onSubmit}>
        <div className="text-box">
          <textarea
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog is this one field (ARIA practices)
            autoFocus
            aria-label={t('asTextLabel')}
            aria-describedby="query-sentence"
            rows={6}
            maxLength={LONGEST}
            spellCheck={false}
            value={typed}
            onFocus={({ target }) =>
              target.setSelectionRange(target.value.length, target.value.length)
            }
            onChange={({ target }) => setTyped(target.value)}
            onKeyDown={onKeyDown}
          />
          <p id="query-sentence" className="dim cjk">
            {sentence ?? t('asTextEmpty')}
          </p>
        </div>
        <footer>
          <span className="sp" />
          <Button onPress={closeDialog}>{t('common:cancel')}</Button>
          <button type="submit" className="btn pri">
            {t('common:search')}
          </button>
        </footer>
      </form>
    </DialogFrame>
  );
}
