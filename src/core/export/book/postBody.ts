import { render } from 'dom-serializer';
import { isTag, Text, type Element, type AnyNode, type Document } from 'domhandler';
import { removeElement, textContent } from 'domutils';
import { parseDocument } from 'htmlparser2';
import { archiveAddress } from '../../../shared/archiveAddress.ts';
import type { Highlight } from '../../../shared/annotations.ts';
import type { LinkAnswer } from '../../../shared/linkModel.ts';
import type { Post } from '../../../shared/model.ts';
import { absenceNote, mediaName } from '../absenceNote.ts';
import { bareAddress } from './bookFacts.ts';
import { elementsLinkedTo, markPlaces } from '../linkedPlaceMarks.ts';
import { chapterId } from './bookModel.ts';
import { decodedPath, fragmentOf } from '../decodedPath.ts';
import type { ExportTexts } from '../exportText.ts';
import { markPost, type HitFinder, type MarkedPost } from '../marks/postMarks.ts';
import type { OutlineEntry } from '../pdf/pdfOutline.ts';
import type { TableRoom } from './tableSetting.ts';
import { shortenAddresses } from './printAddresses.ts';
import { setForPrint } from '../typesetting.ts';

/** What a post's HTML is turned into a chapter with. */
export interface BodyContext {
  /** Number of the post in the book, from 0; makes its ids unique. */
  readonly index: number;
  /** Numbers of all posts of the book by path and by address, so that links between them work inside the PDF. */
  readonly postOfPath: ReadonlyMap<string, number>;
  readonly postOfUrl: ReadonlyMap<string, number>;
  /** Where a link of the post leads that is none of these. */
  readonly follow: (postPath: string, href: string) => LinkAnswer;
  readonly texts: ExportTexts;
  /** Ids of the post that links in other posts of the archive name. */
  readonly linked: ReadonlySet<string>;
  /** Asked for after `annotate`. */
  readonly room: () => TableRoom;
  readonly hasPictures: boolean;
  /** To be marked in it; those that shall not be seen are left out. */
  readonly highlights: readonly Highlight[];
  readonly findHits: HitFinder | null;
  /** The id of a place in a post, by what a link names there; that of the post for nothing. */
  readonly placeOf: (post: number, fragment: string) => string;
  /** How a link to another post is written, by its id. */
  readonly addressOf: (id: string) => string;
  /** Puts notes into the tree beside what was marked; called before anything else is done with it. */
  readonly annotate: (marked: MarkedPost) => void;
}

/** A chapter's body and the headings in it. */
export interface ChapterBody {
  readonly html: string;
  /** Headings with words in them, in order; each has its id in the HTML. */
  readonly headings: readonly OutlineEntry[];
  /** Ids in the HTML that links in other posts may lead to. */
  readonly places: readonly string[];
}

/**
 * Turns a post's sanitised HTML into a chapter's body: highlights and hits marked, ids made unique, headings put below
 * the title (so that the PDF outline nests), pictures addressed through the archive protocol, remote ones named but not
 * loaded, and links kept only where they lead somewhere from a PDF: the web, mail, or another post of the same book.
 */
export function prepareBody(post: Post, context: BodyContext): ChapterBody {
  const tree = parseDocument(post.html, { decodeEntities: true });
  context.annotate(markPost(tree, context));
  shortenAddresses(tree);
  setForPrint(tree, { lang: post.lang, room: context.room() });
  const own = headingElements(tree);
  const shift = own.length === 0 ? 0 : 2 - Math.min(...own.map(({ level }) => level));
  const headings = own.map(({ element, level }, place) => ({
    level: Math.min(6, level + shift),
    title: headingText(element),
    id: `${chapterId(context.index)}.${place}`,
  }));
  const idOfHeading = new Map(
    own.map(({ element }, place) => [element, headings[place]?.id ?? '']),
  );
  const rewriting = { post, context, shift, idOfHeading, idOfAnchor: anchors(idOfHeading) };
  const linkedElements = elementsLinkedTo(tree.children, context.linked);
  const walk = (nodes: readonly AnyNode[]): void => {
    for (const node of nodes.toReversed()) {
      // What was put in has its ids and links already.
      if (!isTag(node) || node.attribs['data-book'] !== undefined) continue;
      walk(node.children);
      rewrite(node, rewriting);
    }
  };
  walk(tree.children);
  const places = markPlaces(linkedElements, context.index);
  return {
    html: render(tree, { encodeEntities: 'utf8' }),
    headings: headings.filter(({ title }) => title !== ''),
    places,
  };
}

/** The words of a heading without notes put into it. */
function headingText(element: Element): string {
  const words = (node: AnyNode): string => {
    if (!isTag(node)) return textContent(node);
    if (node.attribs['data-book'] !== undefined) return '';
    return node.children.map(words).join('');
  };
  return words(element).replace(/\s+/g, ' ').trim();
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
    becomeNote(element, mediaName(element));
  else if (element.name === 'details') element.attribs['open'] = '';
}

function rewriteImage(element: Element, { post, context }: Rewriting): void {
  if (!context.hasPictures) {
    removeElement(element);
    return;
  }
  const remote = element.attribs['data-src'];
  const local = element.attribs['src'];
  if (local !== undefined && local !== '') {
    if (!local.startsWith('data:'))
      element.attribs['src'] = archiveAddress(post.archiveId, decodedPath(local));
    // A lazy picture outside the first screen would be missing from the paper.
    delete element.attribs['loading'];
    return;
  }
  becomeNote(element, absenceNote(remote, context.texts));
}

function becomeNote(element: Element, note: string): void {
  if (note === '') {
    removeElement(element);
    return;
  }
  element.name = 'span';
  element.attribs = { class: 'absent' };
  element.children = [new Text(note)];
}

function rewriteLink(element: Element, { post, context, idOfAnchor }: Rewriting): void {
  const href = element.attribs['href'];
  if (href === undefined) return;
  // The renderer's own arrow back from a footnote is in no bundled face; this one is.
  if (element.attribs['class'] === 'footnote-backref') element.children = [new Text('↑')];
  if (href.startsWith('#')) {
    const anchor = idOfAnchor.get(decodedPath(href.slice(1)));
    element.attribs['href'] = `#${anchor ?? `${chapterId(context.index)}-${href.slice(1)}`}`;
    return;
  }
  const address = linkAddress(href, post.path, context);
  if (address === null) delete element.attribs['href'];
  else element.attribs['href'] = address;
}

const isWeb = (address: string): boolean => /^(?:https?:|mailto:)/iu.test(address);

/** A post of the book, else an address outside of it; null for none. */
function linkAddress(href: string, path: string, context: BodyContext): string | null {
  const { postOfUrl, postOfPath, addressOf, placeOf, follow } = context;
  const place = isWeb(href)
    ? postOfUrl.get(bareAddress(href))
    : postOfPath.get(resolvePath(path, href));
  if (place !== undefined) return addressOf(placeOf(place, fragmentOf(href)));
  const answer = follow(path, href);
  const found = answer.kind === 'post' ? postOfPath.get(answer.path) : undefined;
  if (answer.kind === 'post' && found !== undefined) {
    return addressOf(placeOf(found, answer.fragment ?? ''));
  }
  const outside = answer.kind === 'external' || answer.kind === 'missing' ? answer.url : null;
  if (outside !== null && isWeb(outside)) return outside;
  return isWeb(href) ? href : null;
}

/** Resolves a relative link of a post to a path of the archive; query and fragment dropped. */
function resolvePath(from: string, href: string): string {
  const bare = decodedPath(href.replace(/[?#].*$/s, ''));
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
      if (!isTag(node)) continue;
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
