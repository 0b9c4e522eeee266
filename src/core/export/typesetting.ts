import { getElementsByTagName, textContent } from 'domutils';
import { Element, Text, type AnyNode, type Document } from 'domhandler';

/** A wholly bold paragraph longer than this that ends like a sentence is emphasised text, not a subhead. */
const LONGEST_BOLD_SENTENCE = 40;

/** Columns from which a table is set smaller, most first: type of a page holds no more words beside each other. */
const wideTables = [
  [16, 'widest'],
  [10, 'wider'],
  [7, 'wide'],
] as const;

/**
 * Classes what the style sheet of a book cannot tell by itself: paragraphs that are subheads (`subhead`, which stay
 * with what follows), pictures that stand alone in their paragraph (`alone`, the others stay in their line), and
 * tables of many columns (`wide`, `wider`, `widest`).
 */
export function classForPrint(tree: Document): void {
  for (const paragraph of getElementsByTagName('p', tree)) {
    const parts = paragraph.children.filter((node) => !isBlank(node));
    if (isSubhead(parts)) addClass(paragraph, 'subhead');
  }
  for (const picture of getElementsByTagName('img', tree)) {
    if (standsAlone(picture)) addClass(picture, 'alone');
  }
  for (const table of getElementsByTagName('table', tree)) {
    const columns = columnsOf(table);
    const found = wideTables.find(([least]) => columns >= least);
    if (found !== undefined) addClass(table, found[1]);
  }
}

function isBlank(node: AnyNode): boolean {
  if (node instanceof Element) return node.name === 'br';
  return !(node instanceof Text) || node.data.trim() === '';
}

const isBold = (node: AnyNode): boolean =>
  node instanceof Element && (node.name === 'strong' || node.name === 'b');

function isSubhead(parts: readonly AnyNode[]): boolean {
  if (parts.length === 0 || !parts.every(isBold)) return false;
  const line = parts
    .map((node) => textContent(node))
    .join('')
    .replace(/\s+/g, '');
  const isSentence = /[。！？…；.!?;][”’」』"'）)]*$/u.test(line);
  return line !== '' && !(isSentence && Array.from(line).length > LONGEST_BOLD_SENTENCE);
}

/** A link around a picture belongs to it. */
function standsAlone(picture: Element): boolean {
  let at: AnyNode = picture;
  while (at.parent instanceof Element && isInline(at.parent)) at = at.parent;
  const beside = at.parent === null ? [] : at.parent.children;
  return beside.every((node) => node === at || isBlank(node) || isPicture(node));
}

const isInline = ({ name }: Element): boolean => /^(a|span|em|strong|b|i)$/.test(name);

const isPicture = (node: AnyNode): boolean => node instanceof Element && node.name === 'img';

function columnsOf(table: Element): number {
  const rows = getElementsByTagName('tr', table);
  return Math.max(
    0,
    ...rows.slice(0, 20).map((row) => row.children.filter((cell) => isCell(cell)).length),
  );
}

const isCell = (node: AnyNode): boolean =>
  node instanceof Element && (node.name === 'td' || node.name === 'th');

function addClass(element: Element, name: string): void {
  const own = element.attribs['class'];
  element.attribs['class'] = own === undefined || own === '' ? name : `${own} ${name}`;
}
