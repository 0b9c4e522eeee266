import type { TextRange } from '../../shared/model.ts';
import { readArticleText, type ArticleText } from '../article/articleText.ts';
import { trimRange } from './segments.ts';

/** A passage that the reader selected. */
export interface SelectedPassage {
  /** In the text of the article on screen, without white space at its ends. */
  readonly range: TextRange;
  /** The whole text it stands in. */
  readonly text: string;
}

/** What a range of the page covers of an article's text, in UTF-16 units; null when it covers none of it. */
function rangeInText({ nodes, spans }: ArticleText, range: Range): TextRange | null {
  let from: number | null = null;
  let to = 0;
  for (const [place, node] of nodes.entries()) {
    if (!range.intersectsNode(node)) {
      if (from === null) continue;
      break;
    }
    const start = spans[place]?.start ?? 0;
    const first = node === range.startContainer ? range.startOffset : 0;
    const last = node === range.endContainer ? range.endOffset : node.length;
    if (last <= first && !range.collapsed) continue;
    from ??= start + first;
    to = start + last;
  }
  return from === null ? null : [from, to];
}

/** A place in the page. */
interface PagePoint {
  readonly node: Text;
  readonly offset: number;
}

/**
 * The place in the page of a place in the text; null when the text is empty. `isEnd`: of the end of something, so that
 * it stays in the node before.
 */
function pointAt({ nodes, spans }: ArticleText, place: number, isEnd = false): PagePoint | null {
  let low = 0;
  let high = nodes.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    const span = spans[middle];
    const end = span === undefined ? 0 : span.start + span.length;
    if (end < place || (end === place && !isEnd && isInside(spans[middle + 1]?.start, place)))
      low = middle + 1;
    else high = middle;
  }
  const node = nodes[low];
  const span = spans[low];
  if (node === undefined || span === undefined) return null;
  return { node, offset: Math.min(Math.max(0, place - span.start), node.length) };
}

const isInside = (start: number | undefined, place: number): boolean =>
  start !== undefined && start <= place;

/** The range of the page that a range of the text covers; null when there is no text. */
export function pageRange(article: ArticleText, [start, end]: TextRange): Range | null {
  const from = pointAt(article, start);
  const to = pointAt(article, end, true);
  if (from === null || to === null) return null;
  const range = from.node.ownerDocument.createRange();
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset);
  return range;
}

/**
 * The passage selected in an article's body; null when there is none, only white space is selected, or the selection
 * begins before the body (in the headline, say) or belongs to a field.
 */
export function selectedPassage(body: HTMLElement | null): SelectedPassage | null {
  const selection = window.getSelection();
  if (body === null || selection === null || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (range.collapsed || !body.contains(range.startContainer)) return null;
  const article = readArticleText(body);
  const covered = rangeInText(article, range);
  const trimmed = covered === null ? null : trimRange(article.text, covered);
  return trimmed === null ? null : { range: trimmed, text: article.text };
}

/** Where the selection stands in a body, so that it can be put back after the body's nodes changed; null = not in it. */
export function keepSelection(body: HTMLElement): (() => void) | null {
  const selection = window.getSelection();
  if (selection === null || selection.rangeCount === 0) return null;
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
  if (anchorNode === null || focusNode === null) return null;
  if (!body.contains(anchorNode) || !body.contains(focusNode)) return null;
  const article = readArticleText(body);
  const anchor = placeOf(article, anchorNode, anchorOffset);
  const focus = placeOf(article, focusNode, focusOffset);
  if (anchor === null || focus === null) return null;
  return () => selectInText(body, anchor, focus);
}

/** The place in the text of a place in the page; null when it is not in the text. */
export function placeOf(article: ArticleText, node: Node, offset: number): number | null {
  const range = node.ownerDocument?.createRange();
  if (range === undefined) return null;
  range.setStart(node, offset);
  range.collapse(true);
  const direct = node instanceof Text ? article.nodes.indexOf(node) : -1;
  if (direct >= 0) return (article.spans[direct]?.start ?? 0) + offset;
  // Between elements: the beginning of the first text behind it, else the end of all.
  for (const [place, text] of article.nodes.entries()) {
    if (range.comparePoint(text, 0) >= 0) return article.spans[place]?.start ?? 0;
  }
  return article.nodes.length === 0 ? null : article.text.trimEnd().length;
}

/** Selects from one place of the text to another; a caret where they are the same. */
export function selectInText(body: HTMLElement, anchor: number, focus: number): void {
  const article = readArticleText(body);
  const from = pointAt(article, anchor, anchor > focus);
  const to = pointAt(article, focus, focus > anchor);
  if (from === null || to === null) return;
  window.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
}
