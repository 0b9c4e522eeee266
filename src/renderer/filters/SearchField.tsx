import { Search, X } from 'lucide-react';
import { useState, type ChangeEvent, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { noFilters } from '../../shared/defaults.ts';
import { focusPane } from '../commands/panes.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { RecentSearches } from '../searches/RecentSearches.tsx';
import { SaveSearchButton } from '../searches/SaveSearchButton.tsx';
import { useRecentList, type RecentList } from '../searches/useRecentList.ts';
import { useActions, useAppContext, useSession } from '../state/store.ts';
import { IconButton } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { SearchHelp } from './SearchHelp.tsx';
import type { SearchDraft } from './useSearchDraft.ts';

/** Searches again for what was searched before; its fields become filters at once. */
function useSearchAgain(): (text: string) => void {
  const { store } = useAppContext();
  const { setQuery, settleQuery } = useActions();
  return (text) => {
    const list = store.getState().session?.filters.list ?? 'all';
    setQuery({ text, filters: { ...noFilters, list } });
    settleQuery();
  };
}

/** Keys of the field: Esc clears the words, then leaves; Enter and the down arrow go to the list. */
function useFieldKeys(draft: SearchDraft, recent: RecentList) {
  const { rememberSearch } = useActions();
  return (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) {
      // Esc takes back what is composed; a search field would clear itself of everything.
      if (event.key === 'Escape') event.preventDefault();
      return;
    }
    if (recent.takeKey(event)) {
      event.preventDefault();
      event.stopPropagation();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      if (draft.shown === '') focusPane('list');
      else draft.type('');
    } else if (event.key === 'Enter' || event.key === 'ArrowDown') {
      event.preventDefault();
      if (event.key === 'Enter') void rememberSearch();
      focusPane('list');
    }
  };
}

/**
 * The search field. Results follow the typing; while an input method composes, what it shows is not searched. It holds
 * the words of the query; fields typed into it become chips when it is left.
 */
export function SearchField({ draft }: { readonly draft: SearchDraft }) {
  const { t } = useTranslation('filters');
  const format = useFormat();
  const isSearching = useSession((session) => session.isSearching) ?? false;
  const all = useSession(({ counts }) => counts.all) ?? 0;
  /** What an input method shows before it is accepted; null while none composes. */
  const [composed, setComposed] = useState<string | null>(null);
  const searchAgain = useSearchAgain();
  const recent = useRecentList(draft.shown === '' && composed === null, searchAgain);
  const onKeyDown = useFieldKeys(draft, recent);
  const onChange = ({ target }: ChangeEvent<HTMLInputElement>): void => {
    if (target.value === '') recent.open();
    if (composed === null) draft.type(target.value);
    else setComposed(target.value);
  };
  const onBlur = (): void => {
    recent.close();
    // Another window has the focus: the reader comes back to this text.
    if (document.hasFocus()) draft.settle();
  };
  return (
    <search className="field search-field">
      {isSearching ? <output className="spin" aria-label={t('searching')} /> : <Icon of={Search} />}
      <input
        type="text"
        role="combobox"
        data-search
        aria-label={t('searchLabel')}
        aria-keyshortcuts="/"
        aria-autocomplete="none"
        aria-expanded={recent.isOpen}
        {...(recent.isOpen ? { 'aria-controls': recent.listId } : {})}
        {...(recent.active === null
          ? {}
          : { 'aria-activedescendant': recent.optionId(recent.active) })}
        placeholder={t('placeholder', { count: all, shown: format.number(all) })}
        value={composed ?? draft.shown}
        autoComplete="off"
        spellCheck={false}
        maxLength={10_000}
        onChange={onChange}
        onKeyDown={onKeyDown}
        onFocus={recent.open}
        onBlur={onBlur}
        onCompositionStart={(event) => setComposed(event.currentTarget.value)}
        onCompositionEnd={(event) => {
          setComposed(null);
          draft.type(event.currentTarget.value);
        }}
      />
      {draft.shown !== '' && (
        <IconButton
          isSmall
          className="at-work"
          icon={X}
          label={t('clearSearch')}
          onPress={() => draft.type('')}
        />
      )}
      <SearchHelp />
      <SaveSearchButton />
      <Kbd keys="/" />
      <RecentSearches list={recent} />
    </search>
  );
}
