import type { TextRange } from '../../shared/model.ts';
import { sliceRanges, type NodeSpan } from './hitRanges.ts';

/** The visible text of a rendered post and the nodes it is made of. Blocks are separated by one line break. */
export interface ArticleText {
  readonly text: string;
  readonly nodes: readonly Text[];
  /** Where each node stands in `text`. */
  readonly spans: readonly NodeSpan[];
}

/** Attribute of elements that the window adds to a post (placeholders): their words are not the post's. */
export const CHROME_ATTRIBUTE = 'data-chrome';

const BLOCK =
  /^(ADDRESS|ARTICLE|ASIDE|BLOCKQUOTE|BR|CAPTION|DD|DETAILS|DIV|DL|DT|FIGCAPTION|FIGURE|FOOTER|H[1-6]|HEADER|HR|LI|MAIN|NAV|OL|P|PRE|SECTION|SUMMARY|TABLE|TBODY|TD|TFOOT|TH|THEAD|TR|UL)$/u;

/** Reads the text of a rendered post, so that hits can be looked for across the borders of inline elements. */
export function readArticleText(root: Element): ArticleText {
  const nodes: Text[] = [];
  const spans: NodeSpan[] = [];
  const parts: string[] = [];
  let length = 0;
  let isLineStart = true;
  const add = (part: string): void => {
    parts.push(part);
    length += part.length;
    isLineStart = part.endsWith('\n');
  };
  const visit = (parent: Element): void => {
    for (const child of parent.childNodes) {
      if (child instanceof Text) {
        if (child.length === 0) continue;
        nodes.push(child);
        spans.push({ start: length, length: child.length });
        add(child.data);
      } else if (child instanceof HTMLElement && !isOutside(child)) {
        const isBlock = BLOCK.test(child.tagName);
        if (isBlock && !isLineStart) add('\n');
        visit(child);
        if (isBlock && !isLineStart) add('\n');
      }
    }
  };
  visit(root);
  return { text: parts.join(''), nodes, spans };
}

function isOutside(element: HTMLElement): boolean {
  return element.hasAttribute('hidden') || element.hasAttribute(CHROME_ATTRIBUTE);
}

/**
 * Wraps each range in `mark.hit` elements, one per text node it touches, and returns them per range, in order. The text
 * nodes of `article` are cut up by this: read the text anew after `removeMarks`.
 */
export function markRanges(
  article: ArticleText,
  ranges: readonly TextRange[],
): readonly (readonly HTMLElement[])[] {
  const slices = sliceRanges(ranges, article.spans);
  // From the end, because cutting a node keeps its beginning: offsets before the cut stay true.
  return slices
    .toReversed()
    .map((ofRange) =>
      ofRange
        .toReversed()
        .flatMap(({ node, start, end }) => {
          const text = article.nodes[node];
          return text === undefined ? [] : [wrap(text, start, end)];
        })
        .toReversed(),
    )
    .toReversed();
}

function wrap(text: Text, start: number, end: number): HTMLElement {
  const rest = start === 0 ? text : text.splitText(start);
  if (end - start < rest.length) rest.splitText(end - start);
  const mark = text.ownerDocument.createElement('mark');
  mark.className = 'hit';
  rest.replaceWith(mark);
  mark.append(rest);
  return mark;
}

/** Takes all hit marks out of a rendered post and joins its text nodes again. */
export function removeMarks(root: Element): void {
  const parents = new Set<Node>();
  for (const mark of root.querySelectorAll('mark.hit')) {
    if (mark.parentNode !== null) parents.add(mark.parentNode);
    mark.replaceWith(...mark.childNodes);
  }
  for (const parent of parents) parent.normalize();
}
