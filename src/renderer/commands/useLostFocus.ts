import { useEffect, useRef } from 'react';
import type { Pane } from '../state/model.ts';
import { useSession } from '../state/store.ts';
import { focusedPane, focusPaneOr } from './panes.ts';

/**
 * Gives the focus a place again when what had it went away with a change of the window: an archive opens from the
 * welcome screen, a page takes the place of another, the second pane closes. It goes to the pane it was in, else to the
 * article; a focus that is somewhere stays there.
 */
export function useLostFocus(): void {
  const hasRows = useSession(({ result }) => (result?.head.total ?? 0) > 0) ?? false;
  const layout = useSession(
    ({ archiveId, surface, comparedPath }) => `${archiveId} ${surface} ${comparedPath === null}`,
  );
  /** While the first posts are read there is no list to go to yet; later a list goes when nothing is found. */
  const hadRows = useRef(false);
  const pane = useRef<Pane>('list');
  useEffect(() => {
    const onFocus = ({ target }: FocusEvent): void => {
      const isInPane = target instanceof Element && target.closest('[data-pane]') !== null;
      if (isInPane) pane.current = focusedPane();
    };
    window.addEventListener('focusin', onFocus);
    return () => window.removeEventListener('focusin', onFocus);
  }, []);
  useEffect(() => {
    hadRows.current ||= hasRows;
    if (layout === null || !hadRows.current) return undefined;
    // What comes in its place may take the focus itself: that goes first.
    const frame = requestAnimationFrame(() => {
      if (document.activeElement === document.body) focusPaneOr(pane.current, 'article');
    });
    return () => cancelAnimationFrame(frame);
  }, [layout, hasRows]);
}
