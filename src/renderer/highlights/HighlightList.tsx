import { useMemo, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { HighlightPage, ListedHighlight } from '../../shared/annotations.ts';
import { focusPane } from '../commands/panes.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { useActions, useApp } from '../state/store.ts';
import { cardHead } from './cardHead.ts';
import { cardId, HighlightCard, type CardActions } from './HighlightCard.tsx';
import { readHighlightKey, type HighlightKey } from './highlightKeys.ts';
import { useCardActions } from './useCardActions.ts';
import { useHighlightList } from './useHighlightList.ts';
import { useHighlightRows, type HighlightsAsked } from './useHighlightPages.ts';
import type { Ticks } from './useTicks.ts';

interface HighlightListProps {
  readonly asked: HighlightsAsked;
  readonly head: HighlightPage;
  readonly ticks: Ticks;
}

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
}

/** Height that Page up and down count a card as, in CSS pixels. */
const PAGE_CARD = 96;

function useListHandlers({ ticks, cards, cursor, total, rowAt, moveTo }: Handling) {
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
  const onClick = (event: MouseEvent): void => {
    if (!(event.target instanceof Element) || event.target.closest('button, textarea')) return;
    const card = event.target.closest<HTMLElement>('[data-index]');
    const index = Number(card?.dataset['index'] ?? Number.NaN);
    const highlight = Number.isNaN(index) ? null : rowAt(index);
    if (highlight === null) return;
    moveTo(index);
    const isTick = event.target.closest('[data-act="tick"]') !== null;
    if (event.shiftKey) void ticks.extend(cursor, index);
    else if (isTick || event.ctrlKey || event.metaKey) ticks.toggle(index, highlight);
    else cards.open(highlight);
  };
  return { onKeyDown, onClick };
}

/** The highlights: a virtual grid of cards. */
export function HighlightList({ asked, head, ticks }: HighlightListProps) {
  const { t } = useTranslation(['highlights', 'common']);
  const format = useFormat();
  const words = useMemo(() => ({ t, format }), [t, format]);
  const scroller = useRef<HTMLDivElement>(null);
  const [editing, setEditing] = useState<ListedHighlight['id'] | null>(null);
  const { virtualizer, cursor, moveTo } = useHighlightList(head, scroller);
  const drawn = virtualizer.getVirtualItems();
  const rowAt = useHighlightRows(asked, head, [drawn[0]?.index ?? 0, drawn.at(-1)?.index ?? 0]);
  const cards = useCardActions({
    edit: setEditing,
    focusList: () => scroller.current?.focus(),
  });
  const { total } = head;
  const handlers = useListHandlers({ ticks, cards, cursor, total, rowAt, moveTo });
  const above = (index: number) => (index === 0 ? null : rowAt(index - 1));
  return (
    <div
      ref={scroller}
      className="hc-list"
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a table cannot be drawn only where in view
      role="grid"
      tabIndex={0}
      data-pane-focus
      aria-label={t('title')}
      aria-multiselectable
      aria-rowcount={total}
      aria-activedescendant={total > 0 ? cardId(cursor) : undefined}
      {...handlers}
    >
      <div role="presentation" className="hc-inner" style={{ height: virtualizer.getTotalSize() }}>
        {drawn.map(({ index, start }) => {
          const highlight = rowAt(index);
          return (
            <HighlightCard
              key={index}
              measure={virtualizer.measureElement}
              words={words}
              actions={cards}
              highlight={highlight}
              head={highlight === null ? null : cardHead(highlight, above(index), asked.order)}
              hasPost={asked.order !== 'post'}
              index={index}
              top={start}
              isCursor={index === cursor}
              isTicked={highlight !== null && ticks.ticked.has(highlight.id)}
              isEditing={highlight !== null && highlight.id === editing}
            />
          );
        })}
      </div>
    </div>
  );
}
