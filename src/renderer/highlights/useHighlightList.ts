import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import type { HighlightPage } from '../../shared/annotations.ts';
import { useActions, useAppContext, useSession } from '../state/store.ts';
import { cardId } from './HighlightCard.tsx';

/** Height of a card before it is measured, in CSS pixels: one line of words, one of where they stand. */
const ESTIMATE = 96;

/** The window over the list: which cards to draw, and the row of the keyboard, which always is among them. */
export function useHighlightList(
  head: HighlightPage,
  scroller: React.RefObject<HTMLDivElement | null>,
) {
  const { store } = useAppContext();
  const { setHighlightsView } = useActions();
  const view = useSession((session) => session.highlightsView);
  const cursor = Math.max(0, Math.min(view?.cursor ?? 0, head.total - 1));
  const hadTop = useRef(view?.scrollTop ?? 0);
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoised by a compiler
  const virtualizer = useVirtualizer({
    count: head.total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ESTIMATE,
    getItemKey: useCallback((index: number) => index, []),
    overscan: 6,
    initialOffset: hadTop.current,
    onChange: (instance, isScrolling) => {
      if (isScrolling) return;
      const scrollTop = Math.max(0, Math.round(instance.scrollOffset ?? 0));
      if (store.getState().session?.highlightsView.scrollTop !== scrollTop) {
        setHighlightsView({ scrollTop });
      }
    },
  });
  // The list as it was left; afterwards it stands where the reader puts it.
  useLayoutEffect(() => {
    scroller.current?.scrollTo({ top: hadTop.current });
  }, [scroller]);
  const follow = useFollowedCursor(scroller, cursor);
  const moveTo = (index: number): void => {
    const place = Math.max(0, Math.min(head.total - 1, index));
    setHighlightsView({ cursor: place });
    follow();
    virtualizer.scrollToIndex(place, { align: 'auto' });
  };
  return { virtualizer, cursor, moveTo };
}

/**
 * Keeps the row of the keyboard in view while cards get their heights (they are estimated before their words are
 * here), until the reader scrolls. Answers what begins it.
 */
function useFollowedCursor(
  scroller: React.RefObject<HTMLDivElement | null>,
  cursor: number,
): () => void {
  const isFollowing = useRef(false);
  useEffect(() => {
    const element = scroller.current;
    const stop = (): void => {
      isFollowing.current = false;
    };
    const events = ['wheel', 'pointerdown', 'touchstart'] as const;
    for (const name of events) element?.addEventListener(name, stop, { passive: true });
    return () => {
      for (const name of events) element?.removeEventListener(name, stop);
    };
  }, [scroller]);
  // With every picture: any card may have got its height.
  useLayoutEffect(() => {
    if (!isFollowing.current) return;
    const card = scroller.current?.querySelector(`#${cardId(cursor)}`);
    card?.scrollIntoView({ block: 'nearest' });
  });
  return () => {
    isFollowing.current = true;
  };
}
