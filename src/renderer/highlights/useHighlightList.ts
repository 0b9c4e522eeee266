import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useLayoutEffect, useRef } from 'react';
import type { HighlightPage } from '../../shared/annotations.ts';
import { useActions, useAppContext, useSession } from '../state/store.ts';

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
  const moveTo = (index: number): void => {
    const place = Math.max(0, Math.min(head.total - 1, index));
    setHighlightsView({ cursor: place });
    virtualizer.scrollToIndex(place, { align: 'auto' });
  };
  return { virtualizer, cursor, moveTo };
}
