import { Search, X } from 'lucide-react';
import { useState, type ChangeEvent, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { focusPane } from '../commands/panes.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { useActions, useSession } from '../state/store.ts';
import { IconButton } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { SearchHelp } from './SearchHelp.tsx';

/**
 * The search field. Results follow the typing; while an input method composes, what it shows is not searched. Esc
 * clears the text, then leaves; Enter goes to the list.
 */
export function SearchField() {
  const { t } = useTranslation('filters');
  const format = useFormat();
  const { setText } = useActions();
  const text = useSession((session) => session.text) ?? '';
  const isSearching = useSession((session) => session.isSearching) ?? false;
  const all = useSession(({ counts }) => counts.all) ?? 0;
  /** What an input method shows before it is accepted; null while none composes. */
  const [composed, setComposed] = useState<string | null>(null);

  const onChange = ({ target }: ChangeEvent<HTMLInputElement>): void => {
    if (composed === null) setText(target.value);
    else setComposed(target.value);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) {
      // Esc takes back what is composed; a search field would clear itself of everything.
      if (event.key === 'Escape') event.preventDefault();
      return;
    }
    if (event.key === 'Escape') {
      event.preventDefault();
      if (text === '') focusPane('list');
      else setText('');
    } else if (event.key === 'Enter' || event.key === 'ArrowDown') {
      event.preventDefault();
      focusPane('list');
    }
  };

  return (
    <search className="field">
      {isSearching ? <output className="spin" aria-label={t('searching')} /> : <Icon of={Search} />}
      <input
        type="search"
        data-search
        aria-label={t('searchLabel')}
        aria-keyshortcuts="/"
        placeholder={t('placeholder', { count: all, shown: format.number(all) })}
        value={composed ?? text}
        autoComplete="off"
        spellCheck={false}
        maxLength={10_000}
        onChange={onChange}
        onKeyDown={onKeyDown}
        onCompositionStart={(event) => setComposed(event.currentTarget.value)}
        onCompositionEnd={(event) => {
          setComposed(null);
          setText(event.currentTarget.value);
        }}
      />
      {text === '' ? (
        <Kbd keys="/" />
      ) : (
        <IconButton isSmall icon={X} label={t('clearSearch')} onPress={() => setText('')} />
      )}
      <SearchHelp />
    </search>
  );
}
