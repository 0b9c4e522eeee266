import type { TextRange } from '../../shared/model.ts';
import { sliceRanges, type NodeSlice, type NodeSpan } from '../../shared/text/textSlices.ts';

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

/** Marks hits of a text, in order and as many at a time as wanted: a long post may hold tens of thousands. */
export interface HitMarker {
  /** The elements of each hit; none for those that are not marked yet. */
  readonly hits: () => readonly (readonly HTMLElement[])[];
  /** Marks all hits before this number that are not marked yet. */
  readonly markBefore: (hit: number) => void;
  readonly isDone: () => boolean;
}

/**
 * Wraps each range in `mark.hit` elements, one per text node it touches; ranges without visible text are no hits. The
 * text nodes of `article` are cut up by this: read the text anew after `removeMarks`.
 */
export function createHitMarker(article: ArticleText, ranges: readonly TextRange[]): HitMarker {
  const slices = sliceRanges(ranges, article.spans).filter((ofRange) => ofRange.length > 0);
  const hits: (readonly HTMLElement[])[] = slices.map(() => []);
  /** What is left of a node behind its last mark, and where in the node that begins. */
  const rests = new Map<number, { readonly text: Text; readonly start: number }>();
  let done = 0;
  const mark = ({ node, start, end }: NodeSlice): readonly HTMLElement[] => {
    const whole = article.nodes[node];
    const rest = rests.get(node) ?? (whole === undefined ? undefined : { text: whole, start: 0 });
    if (rest === undefined) return [];
    const { element, behind } = wrap(rest.text, start - rest.start, end - rest.start);
    if (behind !== null) rests.set(node, { text: behind, start: end });
    return [element];
  };
  return {
    hits: () => hits,
    isDone: () => done === slices.length,
    markBefore: (hit) => {
      for (; done < Math.min(hit, slices.length); done += 1) {
        hits[done] = slices[done]?.flatMap(mark) ?? [];
      }
    },
  };
}

/** Puts a part of a text node into a mark; `behind` is the node of what follows it, null when nothing does. */
function wrap(
  text: Text,
  start: number,
  end: number,
): { element: HTMLElement; behind: Text | null } {
  const marked = start === 0 ? text : text.splitText(start);
  const behind = end - start < marked.length ? marked.splitText(end - start) : null;
  const element = text.ownerDocument.createElement('mark');
  element.className = 'hit';
  marked.replaceWith(element);
  element.append(marked);
  return { element, behind };
}

/** Takes the hit marks out of a rendered post again, in order and as many at a time as wanted. */
export interface MarkRemover {
  /** Takes so many out and joins the text nodes around them. */
  readonly remove: (count: number) => void;
  readonly isDone: () => boolean;
}

/** For the marks that are in a post now. */
export function createMarkRemover(root: Element): MarkRemover {
  const marks = [...root.querySelectorAll('mark.hit')];
  let done = 0;
  return {
    isDone: () => done >= marks.length,
    remove: (count) => {
      const parents = new Set<Node>();
      for (const mark of marks.slice(done, done + count)) {
        if (mark.parentNode !== null) parents.add(mark.parentNode);
        mark.replaceWith(...mark.childNodes);
      }
      done += count;
      for (const parent of parents) parent.normalize();
    },
  };
}

/** Takes all hit marks out of a rendered post and joins its text nodes again. */
export function removeMarks(root: Element): void {
  createMarkRemover(root).remove(Number.POSITIVE_INFINITY);
}
