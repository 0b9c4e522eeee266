import type { KeyboardEvent, MouseEvent } from 'react';
import type { ListedHighlight } from '../../shared/annotations.ts';
import { focusPane } from '../commands/panes.ts';
import { useActions, useApp } from '../state/store.ts';
import type { MenuPoint } from '../ui/ContextMenu.tsx';
import { cardId, type CardActions } from './HighlightCard.tsx';
import { readHighlightKey, type HighlightKey } from './highlightKeys.ts';
import type { Ticks } from './useTicks.ts';

/** What a key of the list works with. */
interface KeyTarget {
  readonly cursor: number;
  readonly total: number;
  readonly highlight: ListedHighlight | null;
  readonly moveTo: (index: number) => void;
}

/** Does what a key means; one function, so that the keys of the list stand together. */
function useObey(ticks: Ticks, cards: CardActions) {
  const { changeHighlight, removeHighlights, showSurface } = useActions();
  const move = (key: Extract<HighlightKey, { kind: 'move' | 'go' }>, target: KeyTarget): void => {
    const last = target.total - 1;
    const edge = key.kind === 'go' && key.to === 'first' ? 0 : last;
    const wanted = key.kind === 'go' ? edge : target.cursor + key.by;
    const place = Math.max(0, Math.min(last, wanted));
    if (key.isExtending) void ticks.extend(target.cursor, place);
    target.moveTo(place);
  };
  const remove = ({ highlight }: KeyTarget): void => {
    const ids = ticks.ticked.size > 0 ? [...ticks.ticked.keys()] : [];
    const gone = ids.length === 0 && highlight !== null ? [highlight.id] : ids;
    ticks.drop(gone);
    void removeHighlights(gone);
  };
  const escape = (): void => {
    if (ticks.ticked.size > 0) return ticks.clear();
    showSurface('post');
    requestAnimationFrame(() => focusPane('article'));
  };
  return (key: HighlightKey, target: KeyTarget): void => {
    const { highlight, cursor, total } = target;
    if (key.kind === 'move' || key.kind === 'go') return move(key, target);
    if (key.kind === 'escape') return escape();
    if (key.kind === 'tick-all') return void ticks.tickAll(total);
    if (key.kind === 'remove') return remove(target);
    if (highlight === null) return;
    if (key.kind === 'open') cards.open(highlight);
    else if (key.kind === 'tick') ticks.toggle(cursor, highlight);
    else if (key.kind === 'note') cards.edit(highlight);
    else void changeHighlight(highlight.id, { pen: key.pen });
  };
}

/** What keys and clicks of the list need. */
interface Handling {
  readonly ticks: Ticks;
  readonly cards: CardActions;
  readonly cursor: number;
  readonly total: number;
  readonly rowAt: (index: number) => ListedHighlight | null;
  readonly moveTo: (index: number) => void;
  readonly openMenu: (menu: OpenMenu) => void;
}

/** The menu of a card, and where it is open. */
export interface OpenMenu {
  readonly at: MenuPoint;
  readonly highlight: ListedHighlight;
}

/** The lower left corner of a button or card. */
function pointUnder(element: Element | null): MenuPoint {
  const button = element?.closest('button') ?? element;
  const box = button?.getBoundingClientRect();
  return { x: box?.left ?? 0, y: box?.bottom ?? 0 };
}

/** Height that Page up and down count a card as, in CSS pixels. */
const PAGE_CARD = 96;

/** Keys, clicks and the context menu of the list; one listener each for all cards. */
export function useListHandlers(handling: Handling) {
  const { ticks, cards, cursor, total, rowAt, moveTo, openMenu } = handling;
  const obey = useObey(ticks, cards);
  const hasSingleKeys = useApp(({ settings }) => settings.hasSingleKeys);
  const isMac = useApp(({ app }) => app.platform === 'mac');
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    // Buttons of a card have keys of their own.
    if (event.target !== event.currentTarget || event.nativeEvent.isComposing) return;
    const pageRows = Math.floor(event.currentTarget.clientHeight / PAGE_CARD);
    const key = readHighlightKey(event, { pageRows, hasSingleKeys, isMac });
    if (key === null) return;
    event.preventDefault();
    obey(key, { cursor, total, highlight: rowAt(cursor), moveTo });
  };
  const placeOf = (target: EventTarget) => {
    if (!(target instanceof Element)) return null;
    const index = Number(target.closest<HTMLElement>('[data-index]')?.dataset['index'] ?? 'none');
    const highlight = Number.isNaN(index) ? null : rowAt(index);
    const act = target.closest<HTMLElement>('[data-act]')?.dataset['act'] ?? null;
    return highlight === null ? null : { index, highlight, act, target };
  };
  const onClick = (event: MouseEvent): void => {
    const place = placeOf(event.target);
    if (place === null) return;
    const { index, highlight, act, target } = place;
    if (act === null && target.closest('button, textarea') !== null) return;
    moveTo(index);
    if (act === 'note') cards.edit(highlight);
    else if (act === 'menu') openMenu({ at: pointUnder(target), highlight });
    else if (event.shiftKey) void ticks.extend(cursor, index);
    else if (act === 'tick' || event.ctrlKey || event.metaKey) ticks.toggle(index, highlight);
    else cards.open(highlight);
  };
  const onContextMenu = (event: MouseEvent<HTMLElement>): void => {
    event.preventDefault();
    // From the keyboard the event comes from the list itself; then the row of the keyboard is meant.
    const isByKey = event.target === event.currentTarget;
    const highlight = isByKey ? rowAt(cursor) : (placeOf(event.target)?.highlight ?? null);
    const card = event.currentTarget.querySelector(`#${cardId(cursor)}`);
    if (highlight === null) return;
    const at = isByKey ? pointUnder(card) : { x: event.clientX, y: event.clientY };
    openMenu({ at, highlight });
  };
  return { onKeyDown, onClick, onContextMenu };
}
