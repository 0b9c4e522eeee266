import { useId, useState, type KeyboardEvent } from 'react';
import { useActions } from '../state/store.ts';
import { useRecentSearches } from './useRecentSearches.ts';

/** Searches shown under the field. */
const MOST_SHOWN = 10;

/** The list of searches of before under the search field (WAI-ARIA combobox with a listbox). */
export interface RecentList {
  readonly isOpen: boolean;
  readonly searches: readonly string[];
  /** The line of the keyboard; null = the field itself. */
  readonly active: number | null;
  readonly listId: string;
  readonly optionId: (place: number) => string;
  readonly choose: (text: string) => void;
  readonly open: () => void;
  readonly close: () => void;
  /** Takes a key of the field; true when it was one of the list's. */
  readonly takeKey: (event: KeyboardEvent) => boolean;
}

/** Opens while the field has the focus and is empty, and with Alt and the down arrow. */
export function useRecentList(isEmpty: boolean, onChoose: (text: string) => void): RecentList {
  const { forgetSearch } = useActions();
  const searches = useRecentSearches().slice(0, MOST_SHOWN);
  const listId = useId();
  const [wish, setWish] = useState<'auto' | 'open' | 'closed'>('closed');
  const [line, setLine] = useState<number | null>(null);
  const isOpen = searches.length > 0 && (wish === 'open' || (wish === 'auto' && isEmpty));
  const active = isOpen && line !== null && line < searches.length ? line : null;
  const close = (): void => {
    setWish('closed');
    setLine(null);
  };
  const choose = (text: string): void => {
    close();
    onChoose(text);
  };
  const keys: Readonly<Record<string, (chosen: string | null) => boolean>> = {
    ArrowDown: () => {
      setLine(active === null ? 0 : (active + 1) % searches.length);
      return true;
    },
    ArrowUp: () => {
      setLine(active === null ? searches.length - 1 : active === 0 ? null : active - 1);
      return true;
    },
    Enter: (chosen) => {
      if (chosen !== null) choose(chosen);
      return chosen !== null;
    },
    Delete: (chosen) => {
      if (chosen !== null) void forgetSearch(chosen);
      return chosen !== null;
    },
    Escape: () => {
      close();
      return true;
    },
  };
  return {
    isOpen,
    searches,
    active,
    listId,
    optionId: (place) => `${listId}-${place}`,
    choose,
    open: () => setWish('auto'),
    close,
    takeKey: (event) => {
      if (!isOpen && event.altKey && event.key === 'ArrowDown') {
        setWish('open');
        return true;
      }
      return (
        isOpen && (keys[event.key]?.(active === null ? null : (searches[active] ?? null)) ?? false)
      );
    },
  };
}
