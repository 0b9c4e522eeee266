import { useLayoutEffect, useRef, type RefObject } from 'react';
import { readArticleText } from './articleText.ts';

/** The words at the upper edge of the view, so that they are found again in a text that changed. */
interface KeptPassage {
  /** What follows the edge, and what stands before it, in its block. */
  readonly ahead: string;
  readonly behind: string;
  /** How far below the upper edge of the scroller it stood (pixels), and at what share of the whole. */
  readonly top: number;
  readonly share: number;
}

/** Words kept on each side, in UTF-16 units: enough to be found once, short enough to outlive an edit nearby. */
const LENGTH = 40;

/** Shorter passages stand in too many places. */
const SHORTEST = 6;

/** What a passage is looked for within. */
const BLOCKS = 'p, li, dd, td, pre, blockquote, h1, h2, h3, h4, h5, h6';

/** How far below the upper edge the passage is looked for (pixels). */
const DEPTH = 24;

/**
 * Keeps the reader's place when the open post is changed under them (its file was edited): the passage at the upper edge
 * stays there. Where its words are gone the scroller stays as it is. `html` is what is shown.
 */
export function useKeptPassage(paperRef: RefObject<HTMLElement | null>, html: string): void {
  const kept = useRef<KeptPassage | null>(null);
  useLayoutEffect(() => {
    const paper = paperRef.current;
    // A post without text has no place to keep.
    if (html === '') return undefined;
    if (kept.current !== null && paper !== null) showPassage(paper, kept.current);
    kept.current = null;
    return () => {
      // What was shown is still there: the new text comes with the effects that follow.
      kept.current = paper === null ? null : passageInView(paper);
    };
  }, [paperRef, html]);
}

function passageInView(paper: HTMLElement): KeptPassage | null {
  // Posts that are only flown past cost nothing.
  if (paper.scrollTop <= 1 || !paper.isConnected) return null;
  const body = paper.querySelector('.post-body');
  const caret = body === null ? null : caretAtEdge(paper, body);
  if (caret === null) return null;
  const block = caret.node.parentElement?.closest(BLOCKS) ?? caret.node;
  const range = document.createRange();
  range.setStart(block, 0);
  range.setEnd(caret.node, caret.offset);
  const behind = range.toString();
  return {
    ahead: (block.textContent ?? '').slice(behind.length, behind.length + LENGTH),
    behind: behind.slice(-LENGTH),
    top: DEPTH,
    share: paper.scrollTop / Math.max(1, paper.scrollHeight),
  };
}

/** The character at the upper edge of the view; null where no text of the post stands there. */
function caretAtEdge(paper: HTMLElement, body: Element): { node: Text; offset: number } | null {
  const left = body.getBoundingClientRect().left + 8;
  const caret = document.caretPositionFromPoint(left, paper.getBoundingClientRect().top + DEPTH);
  if (caret === null || !(caret.offsetNode instanceof Text)) return null;
  return body.contains(caret.offsetNode) ? { node: caret.offsetNode, offset: caret.offset } : null;
}

/** The place of some words in a text, the one nearest to a share of it; null when they are not in it. */
export function nearestPlace(text: string, words: string, share: number): number | null {
  if (words.trim().length < SHORTEST) return null;
  const wanted = share * text.length;
  let best: number | null = null;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    if (best === null || Math.abs(at - wanted) < Math.abs(best - wanted)) best = at;
  }
  return best;
}

function showPassage(paper: HTMLElement, { ahead, behind, top, share }: KeptPassage): void {
  const body = paper.querySelector('.post-body');
  if (body === null) return;
  const { text, nodes, spans } = readArticleText(body);
  const before = nearestPlace(text, behind, share);
  const place =
    nearestPlace(text, ahead, share) ?? (before === null ? null : before + behind.length - 1);
  if (place === null) return;
  const at = spans.findIndex(({ start, length }) => place < start + length);
  const node = nodes[at];
  const span = spans[at];
  if (node === undefined || span === undefined) return;
  const offset = Math.max(0, place - span.start);
  const range = document.createRange();
  range.setStart(node, Math.min(offset, node.length - 1));
  range.setEnd(node, Math.min(offset + 1, node.length));
  const [first] = range.getClientRects();
  if (first === undefined) return;
  // The line that the words stand in, not the point inside of it, was at the edge.
  const moved = first.top - paper.getBoundingClientRect().top - top;
  if (Math.abs(moved) > first.height) paper.scrollTop += moved + first.height / 2;
}
