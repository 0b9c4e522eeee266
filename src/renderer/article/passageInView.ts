import { PASSAGE_LENGTH, placeOfPassage } from '../../shared/anchoring/keptPassage.ts';
import { visibleOf } from '../../shared/anchoring/visibleText.ts';
import type { Passage } from '../../shared/model.ts';
import { readArticleText } from './articleText.ts';

/** What a passage is looked for within. */
const BLOCKS = 'p, li, dd, td, pre, blockquote, h1, h2, h3, h4, h5, h6';

/** How far below the upper edge words are looked for (pixels): a picture may stand there, or the space between blocks. */
const DEPTHS = [24, 56, 96, 152, 232];

/** How far below the upper edge a passage is brought. */
const TOP = 24;

/** The words at the upper edge of the view; null at the head of a post, and where no text of it is near. */
export function passageInView(paper: HTMLElement): Passage | null {
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
    ahead: (block.textContent ?? '').slice(behind.length, behind.length + PASSAGE_LENGTH),
    behind: behind.slice(-PASSAGE_LENGTH),
  };
}

/** Share of the post above the upper edge of the view, 0 to 1. */
export function shareAbove(paper: HTMLElement): number {
  return paper.scrollTop / Math.max(1, paper.scrollHeight);
}

/**
 * Brings the line with a passage to the upper edge of the view, unless it is there already; of equal words the nearest to a
 * share of the post. False when its words are gone: then nothing moves.
 */
export function showPassage(paper: HTMLElement, passage: Passage, share: number): boolean {
  // A text may say the same again and again: where its words are at the edge, no other place of them is better.
  if (isSamePassage(passageInView(paper), passage)) return true;
  const line = lineOf(paper, passage, share);
  if (line === null) return false;
  const moved = line.top - paper.getBoundingClientRect().top - TOP;
  // The line that the words stand in, not the point inside of it, was at the edge.
  if (Math.abs(moved) > line.height) paper.scrollTop += moved + line.height / 2;
  return true;
}

/** Whether the line with a passage stands at the upper edge of the view, give or take one. */
export function isAtEdge(paper: HTMLElement, passage: Passage, share: number): boolean {
  const line = lineOf(paper, passage, share);
  if (line === null) return false;
  return Math.abs(line.top - paper.getBoundingClientRect().top - TOP) <= line.height;
}

function isSamePassage(left: Passage | null, right: Passage): boolean {
  return (
    left !== null &&
    visibleOf(left.ahead) === visibleOf(right.ahead) &&
    visibleOf(left.behind) === visibleOf(right.behind)
  );
}

/** The character nearest below the upper edge of the view; null where no text of the post stands there. */
function caretAtEdge(paper: HTMLElement, body: Element): { node: Text; offset: number } | null {
  const left = body.getBoundingClientRect().left + 8;
  const top = paper.getBoundingClientRect().top;
  for (const depth of DEPTHS) {
    const caret = document.caretPositionFromPoint(left, top + depth);
    if (caret === null || !(caret.offsetNode instanceof Text)) continue;
    if (body.contains(caret.offsetNode)) return { node: caret.offsetNode, offset: caret.offset };
  }
  return null;
}

/** The line that a passage begins in; null when its words are gone. */
function lineOf(paper: HTMLElement, passage: Passage, share: number): DOMRect | null {
  const body = paper.querySelector('.post-body');
  if (body === null) return null;
  const { text, nodes, spans } = readArticleText(body);
  const place = placeOfPassage(text, passage, share);
  if (place === null) return null;
  const at = spans.findIndex(({ start, length }) => place < start + length);
  const node = nodes[at];
  const span = spans[at];
  if (node === undefined || span === undefined) return null;
  const offset = Math.max(0, place - span.start);
  const range = document.createRange();
  range.setStart(node, Math.min(offset, node.length - 1));
  range.setEnd(node, Math.min(offset + 1, node.length));
  return range.getClientRects()[0] ?? null;
}
