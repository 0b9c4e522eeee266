import {
  useCallback,
  useDeferredValue,
  useEffect,
  useLayoutEffect,
  useMemo,
  useState,
  type RefObject,
} from 'react';
import { flushSync } from 'react-dom';
import { entriesInView, entryOfRow, type ListLayout, type ListView } from '../state/listLayout.ts';
import { useActions, useSession } from '../state/store.ts';

/** Entries drawn beyond what is in view, on each side. */
const OVERSCAN = 6;
/** The list rests when it has not scrolled for so long, in milliseconds; where it rests is remembered. */
const REST = 150;

/** What of the list is to be drawn; entries are month heads and rows together, see `ListLayout`. */
interface ListWindow {
  /** First and last entry in view. */
  readonly inView: readonly [first: number, last: number];
  /** Entries to draw, ascending: those in view, some beside them, and the row of the keyboard. */
  readonly places: readonly number[];
}

/** What is to be drawn of a list. */
interface DrawWish {
  readonly inView: ListWindow['inView'];
  /** Entries of the list. */
  readonly count: number;
  /** Entry of the keyboard's row; always drawn, for screen readers. */
  readonly cursor: number | null;
  /** Entries beyond what is in view, on each side. */
  readonly beyond: number;
}

/** Entries to draw. */
function placesOf({ inView, count, cursor, beyond }: DrawWish): readonly number[] {
  const from = Math.max(0, inView[0] - beyond);
  const to = Math.min(count - 1, inView[1] + beyond);
  const places = Array.from({ length: Math.max(0, to - from + 1) }, (_, step) => from + step);
  if (cursor === null || (cursor >= from && cursor <= to)) return places;
  return cursor < from ? [cursor, ...places] : [...places, cursor];
}

/**
 * The window of the list. Every entry has a known height, so that of a hundred thousand nothing is computed but what is
 * in view. Called after whatever scrolls the list for the state, so that it sees where the list stands then.
 */
export function useListWindow(
  layout: ListLayout,
  scroller: RefObject<HTMLElement | null>,
): ListWindow {
  const [view, setView] = useState<ListView>({ top: 0, height: 0 });
  const look = useCallback((): void => {
    const element = scroller.current;
    if (element === null) return;
    const now = { top: element.scrollTop, height: element.clientHeight };
    // oxlint-disable-next-line react/set-state-in-effect -- where the list stands is known to the element alone
    setView((before) => (showsTheSame(layout, before, now) ? before : now));
  }, [layout, scroller]);
  const wish = useSession((session) => session.scroll);
  useLayoutEffect(look, [look, wish]);
  useFollowedScrolling(scroller, look);
  useRestingPlace(scroller);
  const cursor = useSession((session) => session.cursor);
  const cursorEntry = cursor !== null && cursor < layout.total ? entryOfRow(layout, cursor) : null;
  const [first, last] = entriesInView(layout, view);
  // Of another result what is seen comes first, and what is beside it after the next frame.
  const beyond = useDeferredValue(layout) === layout ? OVERSCAN : 0;
  return useMemo(
    () => ({
      inView: [first, last],
      places: placesOf({
        inView: [first, last],
        count: layout.entryCount,
        cursor: cursorEntry,
        beyond,
      }),
    }),
    [first, last, layout, cursorEntry, beyond],
  );
}

function showsTheSame(layout: ListLayout, left: ListView, right: ListView): boolean {
  const [first, last] = entriesInView(layout, left);
  const [otherFirst, otherLast] = entriesInView(layout, right);
  return first === otherFirst && last === otherLast;
}

/** Looks again whenever the list scrolls or its size changes. */
function useFollowedScrolling(scroller: RefObject<HTMLElement | null>, look: () => void): void {
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    // Before the frame is painted: a list must never stand where its rows are not drawn.
    const onScroll = (): void => flushSync(look);
    const sizes = new ResizeObserver(look);
    sizes.observe(element);
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      sizes.disconnect();
      element.removeEventListener('scroll', onScroll);
    };
  }, [scroller, look]);
}

/** Remembers where the list comes to rest. */
function useRestingPlace(scroller: RefObject<HTMLElement | null>): void {
  const { setListScrollTop } = useActions();
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    let rest: ReturnType<typeof setTimeout> | undefined;
    const onScroll = (): void => {
      clearTimeout(rest);
      rest = setTimeout(() => setListScrollTop(Math.round(element.scrollTop)), REST);
    };
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      clearTimeout(rest);
      element.removeEventListener('scroll', onScroll);
    };
  }, [scroller, setListScrollTop]);
}
