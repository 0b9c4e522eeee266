import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedSearch } from '../../shared/savedSearches.ts';
import { useActions } from '../state/store.ts';

interface RenameSearchProps {
  readonly search: SavedSearch;
  readonly onEnd: () => void;
}

/** The name of a saved search as a field in its place. Enter and leaving keep it, Esc does not. */
export function RenameSearch({ search, onEnd }: RenameSearchProps) {
  const { t } = useTranslation('searches');
  const { changeSavedSearch } = useActions();
  const [typed, setTyped] = useState(search.name);
  const field = useRef<HTMLInputElement>(null);
  /** Set once the name was kept or not: losing the focus by that must not decide again. */
  const isDone = useRef(false);
  // After the menu that asked for it has given the focus back.
  useEffect(() => {
    const frame = requestAnimationFrame(() => field.current?.focus());
    return () => cancelAnimationFrame(frame);
  }, []);
  const end = (isKept: boolean, isByKey: boolean): void => {
    if (isDone.current) return;
    isDone.current = true;
    const name = typed.trim();
    if (isKept && name !== '' && name !== search.name) void changeSavedSearch(search, { name });
    onEnd();
    if (isByKey) focusRow(search);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') end(true, true);
    else if (event.key === 'Escape') end(false, true);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="field s sv-edit">
      <input
        ref={field}
        aria-label={t('name')}
        value={typed}
        maxLength={200}
        onFocus={({ target }) => target.select()}
        onChange={({ target }) => setTyped(target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => end(true, false)}
      />
    </div>
  );
}

/** The row is drawn again after the field; then the keyboard goes on from it. */
const focusRow = ({ id }: SavedSearch): void => {
  requestAnimationFrame(() =>
    document.querySelector<HTMLElement>(`[data-saved="${id}"] > a`)?.focus(),
  );
};
