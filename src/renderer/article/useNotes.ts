import { useCallback, useEffect, useState } from 'react';
import { noteBlock, noteMarkAt } from './notes.ts';

/** A note on screen. */
export interface ShownNote {
  /** The link that marks it. */
  readonly mark: HTMLAnchorElement;
  readonly block: HTMLElement;
  /** True when it was pressed, not only pointed at: then it takes the focus and stays. */
  readonly isPinned: boolean;
  /** Grows with every note shown. */
  readonly serial: number;
}

/** Milliseconds until a note shows when its mark is pointed at, and until it goes when the pointer left. */
const SHOW_AFTER = 250;
const HIDE_AFTER = 300;

/** Which note is shown: pointed at for a moment, or pressed. */
export function useNotes(paper: HTMLElement | null) {
  const [note, setNote] = useState<ShownNote | null>(null);
  const close = useCallback((): void => setNote(null), []);
  useEffect(() => {
    if (paper === null) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onOver = ({ target }: Event): void => {
      clearTimeout(timer);
      if (target instanceof Element && target.closest('.note-popover') !== null) return;
      const mark = noteMarkAt(target);
      timer =
        mark === null
          ? setTimeout(() => setNote((now) => (now?.isPinned === true ? now : null)), HIDE_AFTER)
          : setTimeout(() => {
              setNote((now) => hovered(now, mark));
            }, SHOW_AFTER);
    };
    const onClick = (event: MouseEvent): void => {
      const mark = event.button === 0 ? noteMarkAt(event.target) : null;
      if (mark === null) return;
      // The press would follow the link as well.
      event.preventDefault();
      event.stopPropagation();
      clearTimeout(timer);
      setNote((now) => shownAt(mark, { now, isPinned: true }));
    };
    paper.addEventListener('mouseover', onOver);
    paper.addEventListener('mouseleave', onOver);
    paper.addEventListener('click', onClick, true);
    return () => {
      clearTimeout(timer);
      paper.removeEventListener('mouseover', onOver);
      paper.removeEventListener('mouseleave', onOver);
      paper.removeEventListener('click', onClick, true);
    };
  }, [paper]);
  return { note, close };
}

/** What is pointed at, unless a note was pressed open or this one is shown already. */
const hovered = (now: ShownNote | null, mark: HTMLAnchorElement): ShownNote | null =>
  now !== null && (now.isPinned || now.mark === mark)
    ? now
    : shownAt(mark, { now, isPinned: false });

interface Showing {
  readonly now: ShownNote | null;
  readonly isPinned: boolean;
}

function shownAt(mark: HTMLAnchorElement, { now, isPinned }: Showing): ShownNote | null {
  const block = noteBlock(mark);
  return block === null ? null : { mark, block, isPinned, serial: (now?.serial ?? 0) + 1 };
}
