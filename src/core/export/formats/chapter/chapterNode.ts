/** A piece of a book's document, in what HTML and XHTML have in common; written out by `writeXml` or `writeHtml`. */
export type ChapterNode = string | ChapterElement;

/** An element. `epub:…` and `xml:…` attributes are written in XML only. */
export interface ChapterElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly ChapterNode[];
}

/** Makes an element; attributes that are null or undefined are left out. */
export function make(
  name: string,
  attributes: Readonly<Record<string, string | null | undefined>>,
  children: readonly ChapterNode[] = [],
): ChapterElement {
  const kept = Object.entries(attributes).filter(
    (pair): pair is [string, string] => typeof pair[1] === 'string',
  );
  return { name, attributes: Object.fromEntries(kept), children };
}

const VOID = new Set(['br', 'wbr', 'hr', 'img', 'col', 'meta', 'link']);

/** What XML cannot hold (XML 1.0, 2.2) or should not, and halves of characters, which UTF-8 cannot. */
const NO_TEXT =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u0084\u0086-\u009F]|\p{Noncharacter_Code_Point}/gu;

/** Text without characters that no document may hold, its lines ended by `\n`. */
export function documentText(text: string): string {
  return text.toWellFormed().replaceAll(NO_TEXT, '').replaceAll(/\r\n?/gu, '\n');
}

/** Text as it stands between tags or in quotes, in XML and in HTML. */
export function escapeText(text: string): string {
  return documentText(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Nodes as XHTML. */
export const writeXml = (nodes: readonly ChapterNode[]): string => writeAll(nodes, true);

/** Nodes as HTML. */
export const writeHtml = (nodes: readonly ChapterNode[]): string => writeAll(nodes, false);

function writeAll(nodes: readonly ChapterNode[], isXml: boolean): string {
  return nodes
    .map((node) => (typeof node === 'string' ? escapeText(node) : writeElement(node, isXml)))
    .join('');
}

function writeElement({ name, attributes, children }: ChapterElement, isXml: boolean): string {
  const written = Object.entries(attributes)
    .filter(([key]) => isXml || !key.includes(':'))
    .map(([key, value]) => ` ${key}="${escapeText(value)}"`)
    .join('');
  if (VOID.has(name)) return `<${name}${written}${isXml ? '/' : ''}>`;
  const inner = writeAll(children, isXml);
  // HTML takes a line break behind this tag away.
  const lead = !isXml && name === 'pre' && inner.startsWith('\n') ? '\n' : '';
  return `<${name}${written}>${lead}${inner}</${name}>`;
}

/** The text of nodes, blocks not apart. */
export function textOf(nodes: readonly ChapterNode[]): string {
  return nodes.map((node) => (typeof node === 'string' ? node : textOf(node.children))).join('');
}
