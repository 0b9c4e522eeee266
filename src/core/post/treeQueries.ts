import type { AnyNode, Element, ParentNode } from 'domhandler';
import { hasChildren, isTag, isText } from 'domhandler';
import { isBlockName, visibleText } from './visibleText.ts';

/** Elements that are content although they hold no text. */
const MEDIA = new Set(['img', 'video', 'audio', 'picture', 'input', 'hr', 'math']);
/** Elements that only hold other blocks, so that the first or last block may stand inside them. */
const WRAPPERS = new Set([
  'html',
  'body',
  'div',
  'section',
  'article',
  'main',
  'center',
  'header',
  'footer',
  'font',
  'span',
]);

/** All elements under `root`, in document order. */
export function elementsOf(root: ParentNode): readonly Element[] {
  const found: Element[] = [];
  collect(root, found);
  return found;
}

function collect(parent: ParentNode, found: Element[]): void {
  for (const child of parent.children) {
    if (isTag(child)) found.push(child);
    if (hasChildren(child)) collect(child, found);
  }
}

/** Takes every element that `isUnwanted` names out of a tree, in place and in one pass over it. */
export function pruneTree(parent: ParentNode, isUnwanted: (element: Element) => boolean): void {
  const kept = parent.children.filter((child) => !isTag(child) || !isUnwanted(child));
  if (kept.length < parent.children.length) {
    parent.children = kept;
    for (const [at, child] of kept.entries()) {
      child.prev = kept[at - 1] ?? null;
      child.next = kept[at + 1] ?? null;
    }
  }
  for (const child of kept) if (hasChildren(child)) pruneTree(child, isUnwanted);
}

/** The first element under `root` that has one of these names; null when there is none. */
export function findByName(root: ParentNode, names: readonly string[]): Element | null {
  for (const child of root.children) {
    if (isTag(child)) {
      if (names.includes(child.name)) return child;
      const found = findByName(child, names);
      if (found !== null) return found;
    }
  }
  return null;
}

/** True for nodes that show nothing: white space, empty paragraphs and spans, line breaks. */
export function isEmptyNode(node: AnyNode): boolean {
  if (isText(node)) return node.data.trim() === '';
  if (!isTag(node)) return true;
  if (MEDIA.has(node.name)) return false;
  return node.children.every(isEmptyNode);
}

/** True for an element that stands on lines of its own. */
export function isBlock(node: AnyNode): boolean {
  return isTag(node) && isBlockName(node.name);
}

/** True for an element that may hold the last block of a post without being that block. */
export function isWrapper(node: AnyNode): node is Element {
  return isTag(node) && WRAPPERS.has(node.name);
}

/** The first thing that a reader sees, looked for inside wrappers; null in an empty tree. */
export function firstBlock(root: ParentNode): Element | null {
  const first = root.children.find((child) => !isEmptyNode(child));
  if (first === undefined || !isTag(first)) return null;
  return isWrapper(first) ? (firstBlock(first) ?? first) : first;
}

/** Visible text on one line. */
export function lineOf(node: AnyNode | ParentNode): string {
  return visibleText(node).replaceAll(/\s+/gu, ' ').trim();
}
