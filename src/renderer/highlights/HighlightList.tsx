import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HighlightPage, ListedHighlight } from '../../shared/annotations.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { ContextMenu } from '../ui/ContextMenu.tsx';
import { cardHead } from './cardHead.ts';
import { cardId, HighlightCard } from './HighlightCard.tsx';
import { useCardActions, useCardMenu } from './useCardActions.ts';
import { useHighlightList } from './useHighlightList.ts';
import { useHighlightRows, type HighlightsAsked } from './useHighlightPages.ts';
import { useListHandlers, type OpenMenu } from './useListHandlers.ts';
import type { Ticks } from './useTicks.ts';

interface HighlightListProps {
  readonly asked: HighlightsAsked;
  readonly head: HighlightPage;
  readonly ticks: Ticks;
}

/** The highlights: a virtual grid of cards. */
export function HighlightList({ asked, head, ticks }: HighlightListProps) {
  const { t } = useTranslation(['highlights', 'common']);
  const format = useFormat();
  const words = useMemo(() => ({ t, format }), [t, format]);
  const scroller = useRef<HTMLDivElement>(null);
  const [editing, setEditing] = useState<ListedHighlight['id'] | null>(null);
  const [menu, openMenu] = useState<OpenMenu | null>(null);
  const { virtualizer, cursor, moveTo } = useHighlightList(head, scroller);
  const drawn = virtualizer.getVirtualItems();
  const rowAt = useHighlightRows(asked, head, [drawn[0]?.index ?? 0, drawn.at(-1)?.index ?? 0]);
  const cards = useCardActions({ edit: setEditing, focusList: () => scroller.current?.focus() });
  const menuOf = useCardMenu(cards);
  const { total } = head;
  const handlers = useListHandlers({ ticks, cards, cursor, total, rowAt, moveTo, openMenu });
  const cardOf = ({ index, start }: { readonly index: number; readonly start: number }) => {
    const highlight = rowAt(index);
    const above = index === 0 ? null : rowAt(index - 1);
    return (
      <HighlightCard
        key={index}
        measure={virtualizer.measureElement}
        words={words}
        actions={cards}
        highlight={highlight}
        head={highlight === null ? null : cardHead(highlight, above, asked.order)}
        hasPost={asked.order !== 'post'}
        index={index}
        top={start}
        isCursor={index === cursor}
        isTicked={highlight !== null && ticks.ticked.has(highlight.id)}
        isEditing={highlight !== null && highlight.id === editing}
      />
    );
  };
  return (
    <>
      <div
        ref={scroller}
        className="hc-list"
        // A table cannot be drawn only where in view.
        role="grid"
        tabIndex={0}
        data-pane-focus
        aria-label={t('title')}
        aria-multiselectable
        aria-rowcount={total}
        aria-activedescendant={total > 0 ? cardId(cursor) : undefined}
        {...handlers}
      >
        <div
          role="presentation"
          className="hc-inner"
          style={{ height: virtualizer.getTotalSize() }}
        >
          {drawn.map(cardOf)}
        </div>
      </div>
      <CardMenu menu={menu} groups={menuOf} onClose={() => openMenu(null)} />
    </>
  );
}

interface CardMenuProps {
  readonly menu: OpenMenu | null;
  readonly groups: ReturnType<typeof useCardMenu>;
  readonly onClose: () => void;
}

/** The menu of one card, at its button or at the pointer. */
function CardMenu({ menu, groups, onClose }: CardMenuProps) {
  const { t } = useTranslation('highlights');
  if (menu === null) return null;
  return (
    <ContextMenu
      at={menu.at}
      label={t('cardMenu')}
      groups={groups(menu.highlight)}
      onClose={onClose}
    />
  );
}
