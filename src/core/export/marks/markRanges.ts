import { Element, type AnyNode, Text } from 'domhandler';
import { replaceElement } from 'domutils';
import type { TextRange } from '../../../shared/model.ts';
import { sliceRanges } from '../../../shared/text/textSlices.ts';
import type { TreeText } from './treeText.ts';

/** Something to mark in a text. */
export interface TextMark {
  /** Half-open, in UTF-16 units of the tree's text. */
  readonly range: TextRange;
  /** Attributes of its `mark` elements. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** A stretch of one text node that a mark covers. */
interface Cover {
  readonly start: number;
  readonly end: number;
  readonly mark: number;
}

/**
 * Puts ranges of a tree's text into `mark` elements, one for each stretch of a text node, and answers the elements of each
 * mark, in order; none where it holds nothing visible. Where marks overlap, the first of the list is outermost. The tree
 * is changed, and `tree` is out of date after it.
 */
export function markRanges(
  tree: TreeText,
  marks: readonly TextMark[],
): readonly (readonly Element[])[] {
  const elements = marks.map((): Element[] => []);
  for (const [node, covers] of coversOf(tree, marks)) {
    const text = tree.nodes[node];
    // White space between the rows of a table must stay where it is.
    if (text === undefined || text.data.trim() === '') continue;
    const pieces = cut(text.data, covers).map(({ words, marked }) =>
      marked.toReversed().reduce<AnyNode>((inner, mark) => {
        const element = new Element('mark', { ...marks[mark]?.attributes }, [inner]);
        inner.parent = element;
        elements[mark]?.push(element);
        return element;
      }, new Text(words)),
    );
    replaceWith(text, pieces);
  }
  return elements;
}

/** What covers each text node, by its place; nodes in order. */
function coversOf(
  tree: TreeText,
  marks: readonly TextMark[],
): readonly (readonly [node: number, covers: readonly Cover[]])[] {
  const inOrder = marks
    .map(({ range }, mark) => ({ range, mark }))
    .toSorted((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1]);
  const slices = sliceRanges(
    inOrder.map(({ range }) => range),
    tree.spans,
  );
  const covers = new Map<number, Cover[]>();
  for (const [place, { mark }] of inOrder.entries()) {
    for (const { node, start, end } of slices[place] ?? []) {
      const ofNode = covers.get(node) ?? [];
      ofNode.push({ start, end, mark });
      covers.set(node, ofNode);
    }
  }
  return [...covers].toSorted(([a], [b]) => a - b);
}

interface Piece {
  readonly words: string;
  /** Numbers of the marks over it, ascending. */
  readonly marked: readonly number[];
}

function cut(words: string, covers: readonly Cover[]): readonly Piece[] {
  const edges = new Set([0, words.length]);
  for (const { start, end } of covers) edges.add(start).add(end);
  const places = [...edges].toSorted((a, b) => a - b);
  const waiting = covers.toSorted((a, b) => a.start - b.start);
  let open: readonly Cover[] = [];
  let next = 0;
  return places.slice(0, -1).map((start, at) => {
    open = open.filter(({ end }) => end > start);
    for (; (waiting[next]?.start ?? Infinity) <= start; next += 1) {
      open = [...open, ...waiting.slice(next, next + 1)];
    }
    const marked = open.map(({ mark }) => mark).toSorted((a, b) => a - b);
    return { words: words.slice(start, places[at + 1]), marked };
  });
}

/** Puts nodes in the place of a text, in order; for none of them, or a text without a parent, it stays. */
export function replaceWith(text: Text, [first, ...rest]: readonly AnyNode[]): void {
  if (first === undefined) return;
  replaceElement(text, first);
  insertAfter(first, rest);
}

/**
 * Puts nodes behind another one, inside the same parent, in order; does nothing for one without a parent. All at once: a
 * text of a megabyte may be cut into a hundred thousand, and one by one each would be looked for among those before.
 */
export function insertAfter(node: AnyNode, added: readonly AnyNode[]): void {
  const { parent } = node;
  if (parent === null || added.length === 0) return;
  const { children } = parent;
  const at = children.indexOf(node) + 1;
  const next = children[at] ?? null;
  // Not by `splice`: so many nodes are more arguments than a call may have.
  parent.children = children.slice(0, at).concat(added, children.slice(at));
  let before = node;
  for (const each of added) {
    each.parent = parent;
    each.prev = before;
    before.next = each;
    before = each;
  }
  before.next = next;
  if (next !== null) next.prev = before;
}
