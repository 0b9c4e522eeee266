import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { Marking } from './marking.ts';
import { caretRect } from './useCaret.ts';

/** The caret, drawn: the page shows none outside of fields. */
export function Caret({
  marking,
  paper,
}: {
  readonly marking: Marking;
  readonly paper: HTMLElement;
}) {
  const hasCaret = useStore(marking.store, (state) => state.hasCaret);
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = line.current;
    if (!hasCaret || element === null) return undefined;
    const draw = (): void => {
      const rect = caretRect();
      const frame = paper.getBoundingClientRect();
      element.hidden = rect === null || rect.bottom < frame.top || rect.top > frame.bottom;
      if (rect === null) return;
      element.style.left = `${rect.left - frame.left}px`;
      element.style.top = `${rect.top - frame.top}px`;
      element.style.height = `${rect.height}px`;
      // From its beginning, so that a caret that moves is seen.
      for (const animation of element.getAnimations()) animation.currentTime = 0;
    };
    draw();
    const watcher = new ResizeObserver(draw);
    watcher.observe(paper);
    document.addEventListener('selectionchange', draw);
    paper.addEventListener('scroll', draw, { passive: true });
    return () => {
      watcher.disconnect();
      document.removeEventListener('selectionchange', draw);
      paper.removeEventListener('scroll', draw);
    };
  }, [hasCaret, paper]);
  return hasCaret ? <div ref={line} className="text-caret" aria-hidden /> : null;
}
