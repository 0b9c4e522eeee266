import type { AnyNode, Document, Element, ParentNode } from 'domhandler';
import { hasChildren, isTag, isText } from 'domhandler';
import type * as hast from 'hast';
import { ID_PREFIX } from '../../../shared/htmlPolicy.ts';
import { elementsOf, isBlock } from '../../post/treeQueries.ts';
import type { Footnotes } from './footnotes.ts';

/** Names of elements that only stand between a post's HTML and its Markdown. */
export const RAW = 'raw-html';
export const MARK = 'note-mark';
export const NOTE = 'note-text';
/** A paragraph that makes no list of lines a list of paragraphs. */
export const LINE = 'bare-line';

/** What the tree of Markdown is made from. */
export interface HtmlParts {
  readonly footnotes: Footnotes;
  /** Ids, without their prefix, that links lead to and that Markdown gives nothing by itself. */
  readonly anchors: ReadonlySet<string>;
  /** An element as HTML that stands in Markdown. */
  readonly htmlOf: (element: Element) => string;
}

/**
 * A post's tree as unified's tools read it. What Markdown has no signs for stays HTML: tables whose cells span others or
 * hold more than a line, line breaks in cells, targets of links within the post.
 */
export function htmlTree(root: Document, parts: HtmlParts): hast.Root {
  return { type: 'root', children: blocksOf(root, parts) };
}

/** Elements that hold blocks: a line among them is a paragraph. */
const HOLDERS =
  /^(?:div|blockquote|li|figure|figcaption|details|dd|dt|address|article|section|main)$/u;

/** The children of an element that holds blocks, each run of what stands within a line as a paragraph. */
function blocksOf(parent: ParentNode, parts: HtmlParts): hast.ElementContent[] {
  const made: hast.ElementContent[] = [];
  let line: hast.ElementContent[] = [];
  const endLine = (): void => {
    if (line.length > 0) made.push(element(LINE, { properties: {}, children: line }));
    line = [];
  };
  for (const child of parent.children) {
    if (isEmptyText(child) && line.length === 0) continue;
    const nodes = nodesOf(child, parts, false);
    if (isBlockHolding(child)) {
      endLine();
      made.push(...nodes);
    } else line.push(...nodes);
  }
  endLine();
  return made;
}

const isEmptyText = (node: AnyNode): boolean => isText(node) && node.data.trim() === '';

const isBlockHolding = (node: AnyNode): boolean =>
  isBlock(node) || (isTag(node) && node.children.some(isBlockHolding));

function childrenOf(
  parent: ParentNode,
  parts: HtmlParts,
  isInCell: boolean,
): hast.ElementContent[] {
  return parent.children.flatMap((child) => nodesOf(child, parts, isInCell));
}

function nodesOf(node: AnyNode, parts: HtmlParts, isInCell: boolean): hast.ElementContent[] {
  if (isText(node)) return [{ type: 'text', value: node.data }];
  if (!isTag(node)) return hasChildren(node) ? childrenOf(node, parts, isInCell) : [];
  const { marks, notes, dropped } = parts.footnotes;
  const label = marks.get(node) ?? notes.get(node);
  if (label !== undefined) return [footnote(node, label, parts)];
  if (dropped.has(node) || node.name === 'caption') return [];
  if (node.name === 'br' && isInCell) return [raw('<br>')];
  if (node.name !== 'table') return elementNodes(node, parts, isInCell);
  if (isComplex(node)) return [raw(parts.htmlOf(node))];
  return [...captionOf(node, parts), ...elementNodes(node, parts, isInCell)];
}

function elementNodes(node: Element, parts: HtmlParts, isInCell: boolean): hast.ElementContent[] {
  const isCell = isInCell || node.name === 'td' || node.name === 'th';
  const isHolder = HOLDERS.test(node.name) && !isCell;
  const children = isHolder ? blocksOf(node, parts) : childrenOf(node, parts, isCell);
  const made = element(node.name, { properties: propertiesOf(node), children });
  const id = node.attribs['id']?.slice(ID_PREFIX.length) ?? '';
  return parts.anchors.has(id) ? withAnchor(made, id) : [made];
}

/** A table's caption as a paragraph above it. */
function captionOf(table: Element, parts: HtmlParts): hast.ElementContent[] {
  const caption = table.children.find((child) => isTag(child) && child.name === 'caption');
  if (caption === undefined || !hasChildren(caption)) return [];
  return [element(LINE, { properties: {}, children: childrenOf(caption, parts, false) })];
}

function footnote(node: Element, label: string, parts: HtmlParts): hast.Element {
  const isMark = parts.footnotes.marks.has(node);
  const children = isMark ? [] : blocksOf(node, parts);
  return element(isMark ? MARK : NOTE, { properties: { label }, children });
}

/** The anchor stands in its element, where there can be one: an item of a list or a paragraph stays what it is. */
function withAnchor(made: hast.Element, id: string): hast.ElementContent[] {
  const anchor = raw(`<a id="${escapeAttribute(id)}"></a>`);
  const isHolding = /^(?:h[1-6]|p|li|td|th|dd|dt|a|span|sup|sub|em|strong)$/u.test(made.tagName);
  return isHolding ? [{ ...made, children: [anchor, ...made.children] }] : [anchor, made];
}

function raw(html: string): hast.Element {
  return element(RAW, { properties: { html }, children: [] });
}

function element(
  tagName: string,
  { properties, children }: Pick<hast.Element, 'properties' | 'children'>,
): hast.Element {
  return { type: 'element', tagName, properties, children };
}

function propertiesOf({ name, attribs }: Element): hast.Properties {
  const properties: hast.Properties = {};
  for (const [key, value] of Object.entries(attribs)) {
    if (key === 'class') properties['className'] = value.split(/\s+/u);
    else properties[key] = value === '' && name === 'input' ? true : value;
  }
  return properties;
}

const CELL_BLOCKS =
  /^(?:table|ul|ol|dl|pre|blockquote|hr|h[1-6]|figure|details|video|audio|div|p)$/u;

/** Whether a table says more than rows of lines: spans, blocks in a cell, another table. */
function isComplex(table: Element): boolean {
  return elementsOf(table).some((inner) => {
    if (inner.name === 'table') return true;
    if (inner.name !== 'td' && inner.name !== 'th') return false;
    const { colspan, rowspan } = inner.attribs;
    if (Number(colspan ?? 1) > 1 || Number(rowspan ?? 1) > 1) return true;
    const blocks = inner.children.filter((child) => isTag(child) && CELL_BLOCKS.test(child.name));
    return blocks.length > (isLoneParagraph(blocks[0]) ? 1 : 0);
  });
}

const isLoneParagraph = (node: AnyNode | undefined): boolean =>
  node !== undefined && isTag(node) && (node.name === 'p' || node.name === 'div');

/** Text as it stands between double quotation marks. */
export function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

/** Text as it stands in HTML. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
