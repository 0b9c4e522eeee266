import { render } from 'dom-serializer';
import type { AnyNode, Document, Element, ParentNode } from 'domhandler';
import { hasChildren, isTag, Text } from 'domhandler';
import { removeElement, replaceElement, textContent } from 'domutils';
import type { CopiedPost } from '../../../shared/copyCalls.ts';
import { markdown } from '../../../shared/text/markdownText.ts';
import { parseTree } from '../../post/parseTree.ts';
import { elementsOf, isBlock, isEmptyNode } from '../../post/treeQueries.ts';
import { visibleText } from '../../post/visibleText.ts';
import { escapeHtml } from '../exportText.ts';
import { htmlMarkdown } from './htmlMarkdown.ts';

/** What is copied, and what its addresses become. */
export interface CopyParts {
  /** Sanitised HTML of a post or of a part of it. */
  readonly html: string;
  /** Heads the copy; null for a part of a post. */
  readonly title: string | null;
  /** Source, author and day, those that are known, below the title; empty for a part of a post. */
  readonly facts: readonly string[];
  /** Address of the original below the copy; null for none. */
  readonly url: string | null;
  /** Where a link leads outside of the app; null where it leads nowhere there. */
  readonly webAddress: (href: string) => string | null;
  /** Local pictures as `data:` addresses, by their `src`; those that are missing leave their words. */
  readonly pictures: ReadonlyMap<string, string>;
}

/** Addresses (`src`) of the local pictures in HTML, each once, in order. */
export function localPictures(html: string): readonly string[] {
  const sources = elementsOf(parseTree(html))
    .filter(({ name }) => name === 'img')
    .map(({ attribs }) => attribs['src'] ?? '');
  return [...new Set(sources)].filter((src) => src !== '' && !src.startsWith('data:'));
}

/** PURE. A post as HTML, Markdown and plain text for the clipboard. */
export function copiedPost(parts: CopyParts): CopiedPost {
  return {
    html: copiedHtml(parts),
    markdown: copiedMarkdown(parts),
    text: joined([parts.title, lineOf(parts), plainText(parseTree(parts.html)), parts.url]),
  };
}

const joined = (blocks: readonly (string | null)[]): string =>
  blocks.filter((block) => block !== null && block !== '').join('\n\n');

/** Where a post is from, in one line that reads the same in every language. */
const lineOf = ({ facts }: Pick<CopyParts, 'facts'>): string => facts.join(' · ');

function copiedMarkdown({ html, title, facts, url, webAddress }: CopyParts): string {
  const body = htmlMarkdown(parseTree(html), {
    hasFootnotes: true,
    linked: new Set(),
    places: {
      // A file of the archive has no address that another program could follow.
      media: (address, isShown) => (!isShown && isOnWeb(address) ? address : null),
      link: (href) => webAddress(href) ?? '',
    },
  });
  const head = title === null ? null : `# ${markdown(title)}`;
  const line = markdown(lineOf({ facts }));
  return `${joined([head, line, body.trim(), url === null ? null : `<${url}>`])}\n`;
}

const isOnWeb = (address: string): boolean => /^https?:\/\//iu.test(address);

function copiedHtml(parts: CopyParts): string {
  const { title, url } = parts;
  const root = parseTree(parts.html);
  for (const element of elementsOf(root)) cleanElement(element, parts);
  const head = title === null ? '' : `<h1>${escapeHtml(title)}</h1>\n`;
  const line = parts.facts.length === 0 ? '' : `<p>${escapeHtml(lineOf(parts))}</p>\n`;
  const link = url === null ? '' : escapeHtml(url);
  const foot = link === '' ? '' : `\n<p><a href="${link}">${link}</a></p>`;
  return `${head}${line}${render(root, { encodeEntities: 'utf8' }).trim()}${foot}`;
}

const KEPT = new Set([
  'alt',
  'title',
  'width',
  'height',
  'colspan',
  'rowspan',
  'align',
  'start',
  'value',
  'reversed',
  'lang',
  'dir',
  'type',
  'checked',
  'disabled',
  'datetime',
  'open',
]);

function cleanElement(element: Element, parts: CopyParts): void {
  const { name, attribs } = element;
  element.attribs = Object.fromEntries(Object.entries(attribs).filter(([key]) => KEPT.has(key)));
  if (attribs['class'] === 'footnote-backref') return removeElement(element);
  // Colours of code are spans without their classes.
  if (name === 'pre') flattenCode(element);
  if (name === 'a') keepLink(element, attribs['href'], parts);
  if (name === 'img') keepPicture(element, attribs, parts);
  // Sound and film are files of the archive, or would be loaded from the web.
  if (name === 'video' || name === 'audio') replaceElement(element, new Text(''));
}

function flattenCode(pre: Element): void {
  const inner = pre.children.find((child) => isTag(child) && child.name === 'code');
  const holder = inner !== undefined && isTag(inner) ? inner : pre;
  const text = new Text(textContent(holder));
  text.parent = holder;
  holder.children = [text];
}

function keepLink(element: Element, href: string | undefined, { webAddress }: CopyParts): void {
  const address = href === undefined ? null : webAddress(href);
  if (address === null) element.name = 'span';
  else element.attribs['href'] = address;
}

/** A picture on the web becomes a link: no program loads anything because something was pasted. */
function keepPicture(
  element: Element,
  { src = '', alt = '', 'data-src': named = '' }: Element['attribs'],
  { pictures }: CopyParts,
): void {
  const shown = src.startsWith('data:') ? src : pictures.get(src);
  if (shown !== undefined) {
    element.attribs['src'] = shown;
    return;
  }
  if (!isOnWeb(named)) {
    replaceElement(element, new Text(alt));
    return;
  }
  element.name = 'a';
  element.attribs = { href: named };
  const words = new Text(alt === '' ? named : alt);
  words.parent = element;
  element.children = [words];
}

/** The text as one reads it: an empty line between blocks. */
function plainText(root: Document): string {
  const blocks: string[] = [];
  let line: AnyNode[] = [];
  const endLine = (): void => {
    const text = line
      .map((node) => visibleText(node))
      .join('')
      .trim();
    if (text !== '') blocks.push(text);
    line = [];
  };
  const visit = (parent: ParentNode): void => {
    for (const child of parent.children) {
      if (isBlock(child)) {
        endLine();
        if (isTag(child) && OPENED.test(child.name) && hasChildren(child)) visit(child);
        else if (!isEmptyNode(child)) blocks.push(blockText(child));
        endLine();
      } else line.push(child);
    }
  };
  visit(root);
  endLine();
  return blocks.filter((block) => block !== '').join('\n\n');
}

/** Code with its empty lines. */
function blockText(block: AnyNode): string {
  const isCode = isTag(block) && block.name === 'pre';
  return isCode ? textContent(block).replaceAll(/^\n+|\s+$/gu, '') : visibleText(block).trim();
}

/** Elements that only hold blocks. */
const OPENED = /^(?:div|blockquote|figure|details)$/u;
