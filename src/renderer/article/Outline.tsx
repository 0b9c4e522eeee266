import { useLayoutEffect, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { OutlineEntry, OutlineStore } from './outline.ts';
import { showHeading } from './showPlace.ts';

interface Properties {
  readonly store: OutlineStore;
  readonly onClose: () => void;
}

/** The headings of the post, to go to: arrows, Home and End move, the one being read is marked. */
export function Outline({ store, onClose }: Properties) {
  const { t } = useTranslation('reading');
  const entries = useStore(store, (state) => state.entries);
  const current = useStore(store, (state) => state.current);
  const list = useRef<HTMLOListElement>(null);
  useLayoutEffect(() => {
    const buttons = buttonsOf(list.current);
    const start = buttons[store.getState().current ?? 0];
    start?.focus();
    start?.scrollIntoView({ block: 'center' });
  }, [store]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const buttons = buttonsOf(list.current);
    const place = buttons.findIndex((button) => button === document.activeElement);
    const next = targetOf(event.key, place, buttons.length);
    if (next === null) return;
    event.preventDefault();
    buttons[next]?.focus();
  };
  const go = (entry: OutlineEntry): void => {
    onClose();
    // The popover gives the focus back to its button first.
    requestAnimationFrame(() => showHeading(entry.element));
  };
  return (
    <nav aria-label={t('outline')} className="outline">
      <ol ref={list}>
        {entries.map((entry, place) => (
          // Headings may be equal, and their order is what they are.
          <li key={place}>
            <button
              type="button"
              style={{ paddingInlineStart: `${12 + Math.min(entry.depth, 5) * 16}px` }}
              {...(place === current ? { 'aria-current': 'location' } : {})}
              onClick={() => go(entry)}
              onKeyDown={onKeyDown}
            >
              <span className="cjk">{entry.text}</span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

const buttonsOf = (list: HTMLElement | null): readonly HTMLButtonElement[] =>
  Array.from(list?.querySelectorAll('button') ?? []);

/** Where a key leads among so many entries; null = it is no key of the list. */
function targetOf(key: string, place: number, count: number): number | null {
  if (key === 'ArrowDown') return Math.min(count - 1, place + 1);
  if (key === 'ArrowUp') return Math.max(0, place - 1);
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : null;
}
