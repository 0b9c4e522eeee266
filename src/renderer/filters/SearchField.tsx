import { Search, X } from 'lucide-react';
import { useState, type ChangeEvent, type CompositionEvent, type KeyboardEvent } from 'react';
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

/** What an input method shows before it is accepted, and the handlers of the field that need to know. */
function useFieldText(draft: SearchDraft, recent: Pick<RecentList, 'open' | 'close'>) {
  /** Null while none composes. */
  const [composed, setComposed] = useState<string | null>(null);
  return {
    value: composed ?? draft.shown,
    onChange: ({ target }: ChangeEvent<HTMLInputElement>): void => {
      if (target.value === '') recent.open();
      if (composed === null) draft.type(target.value);
      else setComposed(target.value);
    },
    onFocus: recent.open,
    onBlur: (): void => {
      recent.close();
      // Another window has the focus: the reader comes back to this text.
      if (document.hasFocus()) draft.settle();
    },
    onCompositionStart: ({ currentTarget }: CompositionEvent<HTMLInputElement>): void =>
      setComposed(currentTarget.value),
    onCompositionEnd: ({ currentTarget }: CompositionEvent<HTMLInputElement>): void => {
      setComposed(null);
      draft.type(currentTarget.value);
    },
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
  const searchAgain = useSearchAgain();
  const recent = useRecentList(draft.shown === '', searchAgain);
  const onKeyDown = useFieldKeys(draft, recent);
  const field = useFieldText(draft, recent);
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
        aria-controls={recent.listId}
        {...(recent.active === null
          ? {}
          : { 'aria-activedescendant': recent.optionId(recent.active) })}
        placeholder={t('placeholder', { count: all, shown: format.number(all) })}
        autoComplete="off"
        spellCheck={false}
        maxLength={10_000}
        onKeyDown={onKeyDown}
        {...field}
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
