import { useLayoutEffect, useRef, type RefObject } from 'react';
import type { Passage } from '../../shared/model.ts';
import { passageInView, shareAbove, showPassage } from './passageInView.ts';

/**
 * Keeps the reader's place when the open post is changed under them (its file was edited): the passage at the upper edge
 * stays there. Where its words are gone the scroller stays as it is. `html` is what is shown.
 */
export function useKeptPassage(paperRef: RefObject<HTMLElement | null>, html: string): void {
  const kept = useRef<{ readonly passage: Passage; readonly share: number } | null>(null);
  useLayoutEffect(() => {
    const paper = paperRef.current;
    // A post without text has no place to keep.
    if (html === '') return undefined;
    if (kept.current !== null && paper !== null) {
      showPassage(paper, kept.current.passage, kept.current.share);
    }
    kept.current = null;
    return () => {
      // What was shown is still there: the new text comes with the effects that follow.
      const passage = paper === null ? null : passageInView(paper);
      kept.current =
        paper === null || passage === null ? null : { passage, share: shareAbove(paper) };
    };
  }, [paperRef, html]);
}
