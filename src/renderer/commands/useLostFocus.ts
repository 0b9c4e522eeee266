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
  // Null while there is no list to go to: before the first answer, and while the first posts are read.
  const layout = useSession(({ archiveId, surface, comparedPath, result }) =>
    result === null || result.head.total === 0
      ? null
      : `${archiveId} ${surface} ${comparedPath === null}`,
  );
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
    if (layout === null) return undefined;
    // What comes in its place may take the focus itself: that goes first.
    const frame = requestAnimationFrame(() => {
      if (document.activeElement === document.body) focusPaneOr(pane.current, 'article');
    });
    return () => cancelAnimationFrame(frame);
  }, [layout]);
}
