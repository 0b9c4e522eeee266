import type { Highlight, HighlightId } from '../../shared/annotations.ts';
import { CHROME_ATTRIBUTE, readArticleText } from '../article/articleText.ts';
import { sliceRanges, type NodeSlice } from '../../shared/text/textSlices.ts';
import { segmentsOf, type PlacedHighlight } from './segments.ts';
import { keepSelection } from './textPlaces.ts';

/** The elements of each highlight on screen, in the order of the text. */
export type HighlightElements = ReadonlyMap<HighlightId, readonly HTMLElement[]>;

const noElements: HighlightElements = new Map();

/** What a screen reader is told of a highlight beside its words. */
export type Describe = (highlight: Highlight) => string;

/** Attribute with the ids of the highlights that an element belongs to, the one drawn on top first. */
const IDS = 'data-highlights';

/**
 * Shows highlights in a rendered post that holds no hit marks: each stretch is wrapped in `mark.hl`, one per text node.
 * An inline element without padding at its sides neither moves nor reshapes the text. The first element of each
 * highlight is a stop of the Tab key. What is selected stays selected.
 */
export function paintHighlights(
  body: HTMLElement,
  placed: readonly PlacedHighlight[],
  describe: Describe,
): HighlightElements {
  // Most posts hold none; asking for the selection would lay the post out once more.
  if (placed.length === 0 && body.querySelector('mark.hl') === null) return noElements;
  const restore = keepSelection(body);
  const focused = focusedHighlight(body);
  clearHighlights(body);
  const elements = wrapAll(body, placed);
  for (const { highlight } of placed) {
    const first = elements.get(highlight.id)?.[0];
    if (first === undefined) continue;
    makeStop(first, describe(highlight));
    if (highlight.id === focused) first.focus({ preventScroll: true });
  }
  restore?.();
  return elements;
}

function wrapAll(body: HTMLElement, placed: readonly PlacedHighlight[]): HighlightElements {
  const article = readArticleText(body);
  const elements = new Map<HighlightId, HTMLElement[]>();
  const segments = segmentsOf(placed);
  const slices = sliceRanges(
    segments.map(({ range }) => range),
    article.spans,
  );
  const pieces = segments.flatMap(({ highlights }, place) =>
    (slices[place] ?? []).map((slice) => ({ slice, highlights })),
  );
  // From the end of a node to its beginning, so that what is still to be cut keeps its place.
  for (const { slice, highlights } of pieces.toReversed()) {
    const text = article.nodes[slice.node];
    if (text === undefined || isGap(text)) continue;
    const mark = wrap(text, slice, highlights);
    for (const { id } of highlights) elements.set(id, [mark, ...(elements.get(id) ?? [])]);
  }
  return elements;
}

/** Id of the highlight that has the focus; null when none has. */
export function focusedHighlight(body: HTMLElement): string | null {
  const { activeElement } = body.ownerDocument;
  return activeElement !== null && body.contains(activeElement) && activeElement.matches('mark.hl')
    ? (highlightIdsAt(activeElement)[0] ?? null)
    : null;
}

/** Takes all highlights out of a rendered post and joins its text nodes again. */
function clearHighlights(body: HTMLElement): void {
  const parents = new Set<Node>();
  for (const mark of body.querySelectorAll('mark.hl')) {
    if (mark.parentNode !== null) parents.add(mark.parentNode);
    mark.replaceWith(...mark.childNodes);
  }
  for (const parent of parents) parent.normalize();
}

/** White space between blocks: nothing to see there, and an element would be a line of its own. */
function isGap(text: Text): boolean {
  if (text.data.trim() !== '' || text.parentElement?.closest('pre') !== null) return false;
  return [text.previousElementSibling, text.nextElementSibling].some(
    (neighbour) => neighbour !== null && !isInline(neighbour),
  );
}

const INLINE =
  /^(A|ABBR|B|BDI|BDO|CITE|CODE|DEL|DFN|EM|I|IMG|INS|KBD|MARK|Q|RUBY|S|SAMP|SMALL|SPAN|STRONG|SUB|SUP|TIME|U|VAR|WBR)$/u;

const isInline = (element: Element): boolean => INLINE.test(element.tagName);

function wrap(
  text: Text,
  { start, end }: NodeSlice,
  highlights: readonly Highlight[],
): HTMLElement {
  const marked = start === 0 ? text : text.splitText(start);
  if (end - start < marked.length) marked.splitText(end - start);
  const element = text.ownerDocument.createElement('mark');
  element.className = 'hl';
  element.setAttribute(IDS, highlights.map(({ id }) => id).join(' '));
  const [top, under] = highlights;
  if (top !== undefined) element.dataset['pen'] = top.pen;
  if (under !== undefined) element.dataset['under'] = under.pen;
  marked.replaceWith(element);
  element.append(marked);
  return element;
}

/** Two highlights may begin at the same place: one stop says both. */
function makeStop(element: HTMLElement, description: string): void {
  const before = element.getAttribute('aria-description');
  element.tabIndex = 0;
  element.setAttribute(
    'aria-description',
    before === null ? description : `${before} ${description}`,
  );
}

/** Ids of the highlights at an element of the article, the one drawn on top first; empty when there are none. */
export function highlightIdsAt(target: EventTarget | null): readonly string[] {
  if (!(target instanceof Element)) return [];
  // A note under a passage is no part of it.
  if (target.closest(`[${CHROME_ATTRIBUTE}]`) !== null) return [];
  const mark = target.closest(`mark.hl[${IDS}]`);
  return mark?.getAttribute(IDS)?.split(' ') ?? [];
}

/** Where the note on a passage stands in the text: after the block that its last element is in. */
export function placeOfNote(body: HTMLElement, last: HTMLElement): Element | null {
  const box = last.closest('.scroll-box, table, pre');
  const block = last.closest(
    'p, li, dt, dd, h1, h2, h3, h4, h5, h6, figcaption, blockquote, summary',
  );
  const found = box !== null && body.contains(box) ? box : block;
  if (found !== null && body.contains(found) && found !== body) return found;
  // Text that stands directly in the body: the nearest ancestor that is a child of it.
  let element: Element = last;
  while (element.parentElement !== null && element.parentElement !== body) {
    element = element.parentElement;
  }
  return element.parentElement === body ? element : null;
}
