import { Element, isTag, type AnyNode } from 'domhandler';
import { prepend, prependChild } from 'domutils';
import { linkedPlaceId } from './book/bookModel.ts';
import { ID_PREFIX } from '../../shared/htmlPolicy.ts';

/** Elements of a post's HTML that links in other posts name, with the names; of two with one id the first. */
export function elementsLinkedTo(
  nodes: readonly AnyNode[],
  linked: ReadonlySet<string>,
  found = new Map<string, Element>(),
): ReadonlyMap<string, Element> {
  if (linked.size === 0) return found;
  for (const node of nodes) {
    if (!isTag(node)) continue;
    const id = node.attribs['id'];
    if (id !== undefined && linked.has(id) && !found.has(id)) found.set(id, node);
    elementsLinkedTo(node.children, linked, found);
  }
  return found;
}

/** Elements that words and what stands among them may begin. */
const HOLDING =
  /^(?:h[1-6]|p|li|td|th|dd|dt|div|blockquote|figure|figcaption|a|span|strong|em|b|i|pre|code|sup|sub|mark)$/u;

/**
 * Puts a place before what each of the elements holds, or before the element; answers their ids. They have ids of their
 * own besides, by which the outline and the post's own links find them.
 */
export function markPlaces(
  elements: ReadonlyMap<string, Element>,
  post: number,
): readonly string[] {
  const places = new Set<string>();
  for (const [name, element] of elements) {
    const id = linkedPlaceId(post, name.slice(ID_PREFIX.length));
    if (places.has(id)) continue;
    places.add(id);
    const mark = new Element('span', { id, 'data-book': '' });
    if (HOLDING.test(element.name)) prependChild(element, mark);
    else prepend(element, mark);
  }
  return [...places];
}
