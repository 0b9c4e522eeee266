import { useState, type DragEvent, type MouseEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PostSummary } from '../../shared/model.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { startPostDrag } from '../labels/postDrag.ts';
import { useActions, useAppContext } from '../state/store.ts';
import type { MenuPoint } from '../ui/ContextMenu.tsx';
import { RowMenu } from './RowMenu.tsx';

/** The row that an event happened in, and the pointer target inside it. */
function placeOf(
  target: EventTarget,
): { readonly index: number; readonly act: string | null } | null {
  if (!(target instanceof Element)) return null;
  const row = target.closest<HTMLElement>('[data-row]');
  const index = Number(row?.dataset['row'] ?? Number.NaN);
  if (row === null || Number.isNaN(index)) return null;
  return { index, act: target.closest<HTMLElement>('[data-act]')?.dataset['act'] ?? null };
}

/** Where the menu of a row opens: at the pointer, or inside the row when a key asked for it. */
function pointOf(event: MouseEvent<HTMLElement>, index: number): MenuPoint {
  if (event.target !== event.currentTarget) return { x: event.clientX, y: event.clientY };
  const box = event.currentTarget.querySelector(`[data-row="${index}"]`)?.getBoundingClientRect();
  return { x: (box?.left ?? 0) + 48, y: (box?.top ?? 0) + 32 };
}

interface OpenMenu {
  readonly at: MenuPoint;
  readonly index: number;
  readonly post: PostSummary;
}

/** Mouse, drag and context menu of the list; one listener for all rows. */
export function useListPointer(rowAtIndex: (index: number) => PostSummary | null): {
  readonly handlers: {
    readonly onClick: (event: MouseEvent) => void;
    readonly onContextMenu: (event: MouseEvent<HTMLElement>) => void;
    readonly onDragStart: (event: DragEvent) => void;
  };
  readonly menu: ReactNode;
} {
  const { t } = useTranslation('common');
  const format = useFormat();
  const { store } = useAppContext();
  const actions = useActions();
  const [menu, setMenu] = useState<OpenMenu | null>(null);

  const onClick = (event: MouseEvent): void => {
    const place = placeOf(event.target);
    if (place === null) return;
    const post = rowAtIndex(place.index);
    if (place.act === 'star' && post !== null) {
      void actions.setBookmarked([post.id], !post.isBookmarked);
    } else if (event.shiftKey) void actions.tickTo(place.index);
    else if (place.act === 'tick' || event.ctrlKey || event.metaKey) {
      void actions.toggleTickAt(place.index);
    } else void actions.openRow(place.index);
  };

  const onContextMenu = (event: MouseEvent<HTMLElement>): void => {
    event.preventDefault();
    // From the keyboard the event comes from the list itself; then the row of the keyboard is meant.
    const index = placeOf(event.target)?.index ?? store.getState().session?.cursor ?? null;
    const post = index === null ? null : rowAtIndex(index);
    if (index !== null && post !== null) setMenu({ at: pointOf(event, index), index, post });
  };

  const onDragStart = (event: DragEvent): void => {
    const place = placeOf(event.target);
    const post = place === null ? null : rowAtIndex(place.index);
    if (post === null) return event.preventDefault();
    const ticked = store.getState().session?.ticked ?? new Set();
    const ids = ticked.has(post.id) ? [...ticked] : [post.id];
    startPostDrag(event, ids, t('posts', { count: ids.length, shown: format.number(ids.length) }));
  };

  return {
    handlers: { onClick, onContextMenu, onDragStart },
    menu: <RowMenu menu={menu} onClose={() => setMenu(null)} />,
  };
}
