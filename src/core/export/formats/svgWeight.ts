import { isTag, type AnyNode, type Element } from 'domhandler';

const DEEPEST = 1_000;

/**
 * How many elements a drawing has once every `use` stands for what it names: nine lines of copies of copies are a thousand
 * million shapes, over which a reader of books hangs. Copies of themselves count for nothing, as they do when drawn.
 * Counting ends at `most`; what goes deeper than a thousand levels, copies and all, is taken for so many.
 */
export function svgWeight(root: Element, most: number): number {
  const named = new Map<string, Element>();
  nameAll(root, named, DEEPEST);
  const known = new Map<Element, number>();
  const weigh = (node: AnyNode, depth: number): number => {
    if (!isTag(node)) return 0;
    if (depth > DEEPEST) return most;
    const before = known.get(node);
    if (before !== undefined) return before;
    // While it is being counted, it holds nothing.
    known.set(node, 0);
    let weight = 1;
    const target = node.name === 'use' ? named.get(targetOf(node)) : undefined;
    for (const inner of target === undefined ? node.children : [...node.children, target]) {
      weight += weigh(inner, depth + 1);
      if (weight >= most) break;
    }
    known.set(node, weight);
    return weight;
  };
  return weigh(root, 0);
}

const targetOf = ({ attribs }: Element): string =>
  (attribs['xlink:href'] ?? attribs['href'] ?? '').replace(/^#/u, '');

/** The first element of each id. */
function nameAll(element: Element, named: Map<string, Element>, levels: number): void {
  const { id } = element.attribs;
  if (id !== undefined && !named.has(id)) named.set(id, element);
  if (levels === 0) return;
  for (const child of element.children) if (isTag(child)) nameAll(child, named, levels - 1);
}
