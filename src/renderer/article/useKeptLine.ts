import { useEffect, type RefObject } from 'react';

/** A place in the text and how far below the upper edge of its scroller it stood (pixels). */
interface KeptLine {
  readonly node: Node;
  readonly offset: number;
  /** The block around it, for when the text node is cut up meanwhile. */
  readonly block: Element;
  readonly blockTop: number;
  readonly top: number;
}

/** How far below the upper edge the line that is kept is looked for (pixels). */
const DEPTH = 12;

/**
 * Keeps the line in view where it is while the post is laid out anew: another width of the window, another size or
 * typeface, a picture above it that has arrived. The browser's own anchoring knows blocks only, not lines.
 */
export function useKeptLine(
  paperRef: RefObject<HTMLElement | null>,
  sheetRef: RefObject<HTMLElement | null>,
): void {
  useEffect(() => {
    const paper = paperRef.current;
    const sheet = sheetRef.current;
    if (paper === null || sheet === null) return undefined;
    let kept: KeptLine | null = null;
    let frame = 0;
    /** Where the scroller stood when the line was noted or put back: an event there tells of no other scrolling. */
    let stood = 0;
    const note = (): void => {
      frame = 0;
      stood = paper.scrollTop;
      kept = lineInView(paper);
    };
    const onScroll = (): void => {
      if (frame === 0 && paper.scrollTop !== stood) frame = requestAnimationFrame(note);
    };
    const watcher = new ResizeObserver(() => {
      if (kept === null || paper.scrollTop <= 1) return;
      const moved = topOf(kept, paper) - kept.top;
      if (Math.abs(moved) < 1) return;
      paper.scrollTop += moved;
      stood = paper.scrollTop;
    });
    note();
    watcher.observe(sheet);
    paper.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      watcher.disconnect();
      paper.removeEventListener('scroll', onScroll);
    };
  }, [paperRef, sheetRef]);
}

/** The line at the upper edge of the view; null above the text. */
function lineInView(paper: HTMLElement): KeptLine | null {
  const body = paper.querySelector('.post-body');
  const view = paper.getBoundingClientRect();
  if (body === null || paper.scrollTop <= 1) return null;
  const left = body.getBoundingClientRect().left;
  const caret = document.caretPositionFromPoint(left + 8, view.top + DEPTH);
  if (caret === null || !body.contains(caret.offsetNode)) return null;
  const { offsetNode: node, offset } = caret;
  const block = node instanceof Element ? node : node.parentElement;
  if (block === null) return null;
  const found = { node, offset, block, blockTop: 0, top: 0 };
  return {
    ...found,
    top: topOf(found, paper),
    blockTop: block.getBoundingClientRect().top - view.top,
  };
}

/** How far below the scroller's upper edge a kept line stands now. */
function topOf(line: KeptLine, paper: HTMLElement): number {
  const { node, offset, block, blockTop, top } = line;
  const edge = paper.getBoundingClientRect().top;
  if (node.isConnected && node instanceof Text && offset <= node.length) {
    const range = document.createRange();
    range.setStart(node, Math.min(offset, Math.max(0, node.length - 1)));
    range.setEnd(node, Math.min(offset + 1, node.length));
    const [first] = range.getClientRects();
    if (first !== undefined) return first.top - edge;
  }
  return block.isConnected ? block.getBoundingClientRect().top - edge + top - blockTop : top;
}
