import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import { scrollTopFor, type ListLayout } from '../state/listLayout.ts';
import type { Session } from '../state/model.ts';
import { useActions, useSession } from '../state/store.ts';

/** Height of the row of new matches in CSS pixels (`.newbar`). */
const NEW_MATCHES_HEIGHT = 28;

/** Where the list stands, and how much of it is in view, in CSS pixels. */
interface Standing {
  readonly top: number;
  readonly height: number;
  /** False while the list is drawn for the first time: then it stands nowhere yet. */
  readonly isDrawn: boolean;
}

/** `known` = where it stood before it was drawn anew: what got shorter than that has been cut off there by now. */
function standingOf(element: HTMLElement, known: number | null): Standing {
  const { scrollTop, scrollHeight, clientHeight } = element;
  const isCutOff = known !== null && known > scrollHeight - clientHeight;
  return { top: isCutOff ? known : scrollTop, height: clientHeight, isDrawn: known !== null };
}

/** Where a wish leads, in pixels from the top. */
function topOf(
  { to }: NonNullable<Session['scroll']>,
  layout: ListLayout,
  standing: Standing,
): number {
  if (to.kind === 'offset') return to.top;
  if (to.kind === 'shift') return standing.isDrawn ? standing.top + to.by : to.top;
  return scrollTopFor(layout, to.index, standing);
}

/**
 * Scrolls the list: it obeys each wish of the state once, and when the row of new matches comes above it or goes, the
 * posts that are being read stay where they are.
 */
export function useListScroll(layout: ListLayout, scroller: RefObject<HTMLElement | null>): void {
  const scroll = useSession((session) => session.scroll);
  const hasBar = useSession((session) => (session.waiting?.added ?? 0) > 0) ?? false;
  const { setListScrollTop } = useActions();
  const stood = useRef<number | null>(null);
  const obeyed = useRef(0);
  const hadBar = useRef(hasBar);

  useEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const onScroll = (): void => {
      stood.current = element.scrollTop;
    };
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => element.removeEventListener('scroll', onScroll);
  }, [scroller]);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const standing = standingOf(element, stood.current);
    stood.current = element.scrollTop;
    const wish = scroll?.request === obeyed.current ? null : scroll;
    let top = wish === null ? standing.top : topOf(wish, layout, standing);
    // At its top the list begins with its first post, row of new matches or not.
    if (hasBar !== hadBar.current && top > 0) {
      top += hasBar ? NEW_MATCHES_HEIGHT : -NEW_MATCHES_HEIGHT;
    }
    obeyed.current = scroll?.request ?? 0;
    hadBar.current = hasBar;
    if (Math.abs(top - element.scrollTop) <= 0.5) return;
    element.scrollTo({ top });
    stood.current = element.scrollTop;
    setListScrollTop(Math.round(element.scrollTop));
  }, [layout, scroll, hasBar, scroller, setListScrollTop]);
}
