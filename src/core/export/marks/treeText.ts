import { type AnyNode, hasChildren, isTag, isText, type ParentNode, type Text } from 'domhandler';
import type { NodeSpan } from '../../../shared/text/textSlices.ts';

/** The visible text of a tree as the window reads it of a post, and the text nodes it is made of. */
export interface TreeText {
  /** White space as written; blocks are apart by one line break. */
  readonly text: string;
  readonly nodes: readonly Text[];
  /** Where each node stands in `text`. */
  readonly spans: readonly NodeSpan[];
}

const BLOCK =
  /^(?:address|article|aside|blockquote|br|caption|dd|details|div|dl|dt|figcaption|figure|footer|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)$/u;

/**
 * PURE. Reads the text of a post's HTML in the very order in which the window does, so that passages marked there and
 * words found there stand at the same places. Read it before anything is put into the tree.
 */
export function readTreeText(root: ParentNode): TreeText {
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
  const visit = (node: AnyNode): void => {
    if (isText(node)) {
      if (node.data === '') return;
      nodes.push(node);
      spans.push({ start: length, length: node.data.length });
      add(node.data);
      return;
    }
    if (!hasChildren(node) || (isTag(node) && node.attribs['hidden'] !== undefined)) return;
    const isBlock = isTag(node) && BLOCK.test(node.name);
    if (isBlock && !isLineStart) add('\n');
    for (const child of node.children) visit(child);
    if (isBlock && !isLineStart) add('\n');
  };
  for (const child of root.children) visit(child);
  return { text: parts.join(''), nodes, spans };
}
