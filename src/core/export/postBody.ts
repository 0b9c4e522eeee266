import { render } from 'dom-serializer';
import { Element, Text, type AnyNode, type Document } from 'domhandler';
import { textContent } from 'domutils';
import { parseDocument } from 'htmlparser2';
import { archiveAddress } from '../../shared/archiveAddress.ts';
import type { Post } from '../../shared/model.ts';
import type { ExportTexts } from './exportText.ts';
import type { OutlineEntry } from './pdfOutline.ts';
import { classForPrint } from './typesetting.ts';

/** What a post's HTML is turned into a chapter with. */
export interface BodyContext {
  /** Place of the post in the book, from 0; makes its ids unique. */
  readonly index: number;
  /** Places of all posts of the book by path, so that links between them work inside the PDF. */
  readonly placeOfPath: ReadonlyMap<string, number>;
  readonly texts: ExportTexts;
}

/** The id a post's chapter carries in the book; links and page numbers are found by it. */
export const chapterId = (index: number): string => `p${index}`;

/** A chapter's body and the headings in it. */
export interface ChapterBody {
  readonly html: string;
  /** Headings with words in them, in order; each has its id in the HTML. */
  readonly headings: readonly OutlineEntry[];
}

/**
 * Turns a post's sanitised HTML into a chapter's body: ids made unique, headings put below the title (so that the PDF
 * outline nests), pictures addressed through the archive protocol, remote ones named but not loaded, and links kept
 * only where they lead somewhere from a PDF: the web, mail, or another post of the same book.
 */
export function prepareBody(post: Post, context: BodyContext): ChapterBody {
  const tree = parseDocument(post.html, { decodeEntities: true });
  classForPrint(tree);
  const own = headingElements(tree);
  const shift = own.length === 0 ? 0 : 2 - Math.min(...own.map(({ level }) => level));
  const headings = own.map(({ element, level }, place) => ({
    level: Math.min(6, level + shift),
    title: textContent(element).replace(/\s+/g, ' ').trim(),
    id: `${chapterId(context.index)}.${place}`,
  }));
  const idOfHeading = new Map(
    own.map(({ element }, place) => [element, headings[place]?.id ?? '']),
  );
  const rewriting = { post, context, shift, idOfHeading, idOfAnchor: anchors(idOfHeading) };
  const walk = (nodes: readonly AnyNode[]): void => {
    for (const node of nodes) {
      if (!(node instanceof Element)) continue;
      walk(node.children);
      rewrite(node, rewriting);
    }
  };
  walk(tree.children);
  return {
    html: render(tree, { encodeEntities: 'utf8' }),
    headings: headings.filter(({ title }) => title !== ''),
  };
}

/** The id in the book by the heading's own id; of two the same, the first counts, as everywhere in HTML. */
function anchors(idOfHeading: ReadonlyMap<Element, string>): ReadonlyMap<string, string> {
  const own = [...idOfHeading].map(([element, id]) => [element.attribs['id'] ?? '', id] as const);
  return new Map(own.toReversed());
}

interface Rewriting {
  readonly post: Post;
  readonly context: BodyContext;
  /** How many levels headings move down, so that the highest is an h2 below the chapter's h1. */
  readonly shift: number;
  /** A heading gets an id of its own in place of the one it had, which may stand twice in a post. */
  readonly idOfHeading: ReadonlyMap<Element, string>;
  readonly idOfAnchor: ReadonlyMap<string, string>;
}

function rewrite(element: Element, rewriting: Rewriting): void {
  const { context, shift } = rewriting;
  const id = element.attribs['id'];
  if (id !== undefined) element.attribs['id'] = `${chapterId(context.index)}-${id}`;
  const headingId = rewriting.idOfHeading.get(element);
  if (headingId !== undefined) element.attribs['id'] = headingId;
  const level = headingLevel(element);
  if (level !== null) element.name = `h${Math.min(6, level + shift)}`;
  if (element.name === 'img') rewriteImage(element, rewriting);
  else if (element.name === 'a') rewriteLink(element, rewriting);
  else if (element.name === 'audio' || element.name === 'video')
    becomeNote(element, element.attribs['src'] ?? '');
  else if (element.name === 'details') element.attribs['open'] = '';
}

function rewriteImage(element: Element, { post, context }: Rewriting): void {
  const remote = element.attribs['data-src'];
  const local = element.attribs['src'];
  if (local !== undefined && local !== '') {
    if (!local.startsWith('data:'))
      element.attribs['src'] = archiveAddress(post.archiveId, safeDecode(local));
    // A lazy picture outside the first screen would be missing from the paper.
    delete element.attribs['loading'];
    return;
  }
  becomeNote(element, absenceNote(remote, context.texts));
}

function absenceNote(
  address: string | undefined,
  { remoteImage, largeImage, missingImage }: ExportTexts,
): string {
  if (address === undefined) return missingImage;
  if (address.startsWith('./')) return `${missingImage} ${address.slice('./'.length)}`;
  return address.startsWith('data:')
    ? `${largeImage} ${address.slice('data:'.length)}`
    : `${remoteImage} ${address}`;
}

function safeDecode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function becomeNote(element: Element, note: string): void {
  element.name = 'span';
  element.attribs = { class: 'absent' };
  element.children = [new Text(note)];
}

function rewriteLink(element: Element, { post, context, idOfAnchor }: Rewriting): void {
  const href = element.attribs['href'];
  if (href === undefined || /^(https?:|mailto:)/i.test(href)) return;
  if (href.startsWith('#')) {
    const anchor = idOfAnchor.get(safeDecode(href.slice(1)));
    element.attribs['href'] = `#${anchor ?? `${chapterId(context.index)}-${href.slice(1)}`}`;
    return;
  }
  const place = context.placeOfPath.get(resolvePath(post.path, href));
  if (place === undefined) delete element.attribs['href'];
  else element.attribs['href'] = `#${chapterId(place)}`;
}

/** Resolves a relative link of a post to a path of the archive; query and fragment dropped. */
function resolvePath(from: string, href: string): string {
  const bare = safeDecode(href.replace(/[?#].*$/s, ''));
  const base = bare.startsWith('/') ? [] : from.split('/').slice(0, -1);
  const parts = [...base];
  for (const part of bare.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

/** The headings of a post in order, with the levels they were written at. */
function headingElements(
  tree: Document,
): readonly { readonly element: Element; readonly level: number }[] {
  const found: { readonly element: Element; readonly level: number }[] = [];
  const walk = (nodes: readonly AnyNode[]): void => {
    for (const node of nodes) {
      if (!(node instanceof Element)) continue;
      const level = headingLevel(node);
      if (level !== null) found.push({ element: node, level });
      walk(node.children);
    }
  };
  walk(tree.children);
  return found;
}

function headingLevel(element: Element): number | null {
  const match = /^h([1-6])$/.exec(element.name);
  return match === null ? null : Number(match[1]);
}
