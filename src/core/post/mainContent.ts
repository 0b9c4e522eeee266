import { Readability } from '@mozilla/readability';
import JSDOMParser from '@mozilla/readability/JSDOMParser.js';
import { render } from 'dom-serializer';
import type { Document, Element, ParentNode } from 'domhandler';
import { Element as ElementNode, isTag, isText } from 'domhandler';
import { prependChild, removeElement, textContent } from 'domutils';
import { HEAD_NAMES } from './shownElements.ts';
import { elementsOf, findByName, isBlock, isEmptyNode, lineOf, pruneTree } from './treeQueries.ts';

/** Parts of a page that are not the post, by element and by role. */
export const FURNITURE: ReadonlySet<string> = new Set(['nav', 'aside']);
const ROLES =
  /^(?:navigation|banner|contentinfo|complementary|search|dialog|alertdialog|menu|menubar|toolbar)$/u;
/** Words in classes and ids of banners that ask for consent. */
const CONSENT = /(?:^|[-_\s])(?:cookies?|consent|gdpr|ccpa|onetrust|didomi|cmp)(?:[-_\s]|$)/iu;
/** Words in classes and ids of what is no part of an article. */
const JUNK =
  /(?:^|[-_\s])(?:share|shares|sharing|sharedaddy|social|related|recommend(?:ed|ations?)?|promos?|newsletter|subscribe|signup|cookies?|consent|breadcrumbs?|pagination|pager|ads?|adverts?|advertisements?|adsbygoogle|sponsor(?:ed)?|banner|sidebar|widgets?|comments?|respond|disqus|outbrain|taboola|popup|modal|toolbar|menu|nav|navbar|navigation|footer|skip|print|login)(?:[-_\s]|$)/iu;
/** Words of what is an advertisement or a call to subscribe even where the library takes it for a paragraph. */
const INSERTED =
  /(?:^|[-_\s])(?:ads?|adverts?|advertisements?|adsbygoogle|sponsored|newsletter|outbrain|taboola|sharedaddy)(?:[-_\s]|$)/iu;
/** Longer than any advertisement. */
const MAX_INSERTED = 500;
/** The library is asked about pages of up to so many elements; larger ones keep all that is no furniture. */
const MAX_ELEMENTS = 20_000;
const MAX_LENGTH = 3_000_000;
/** Share of the text that the library has to keep to be believed. */
const LEAST_SHARE = 0.5;
/** Share of a block's text inside links above which it is a list of links. */
const LINKED_SHARE = 0.5;

/** Blocks that hold other blocks; other blocks hold the words of the article themselves. */
const SECTIONS = new Set(['div', 'section', 'article', 'header', 'footer', 'form', 'center']);

/**
 * Reduces the tree of a whole page, in place, to its main content. What is furniture by its element or role goes; then
 * Mozilla's Readability says which blocks are the article, and of the rest what is named or built like a menu, an
 * advertisement or a list of other posts goes too. Nothing is rewritten: what stays, stays as it was. A page that
 * would lose most of its text stays whole. `title` is the page's own, to find the heading that says it.
 */
export function reduceToContent(root: Document, title: string | null): void {
  const heading = titleHeading(root, title);
  const body = findByName(root, ['body']);
  // A stray `<body>` inside a text is no page's: what stands before it stays.
  if (
    body !== null &&
    !hasTextOutside(root, (element) => element === body || HEAD_NAMES.has(element.name))
  ) {
    adopt(root, body);
  }
  dropFurniture(root);
  const content = loneContent(root);
  if (content !== null) adopt(root, content);
  keepArticle(root);
  if (heading !== null) restore(root, heading);
}

function adopt(root: Document, { children }: Element): void {
  if (children.every(isEmptyNode)) return;
  root.children = children;
  for (const child of children) child.parent = root;
}

/** The `h1` or `h2` whose words the page's title holds, the longest of them; else the first `h1`. */
function titleHeading(root: ParentNode, title: string | null): Element | null {
  const headings = elementsOf(root).filter(({ name }) => name === 'h1' || name === 'h2');
  const wanted = squeeze(title ?? '');
  let best: Element | null = null;
  let length = 1;
  for (const heading of headings.slice(0, 200)) {
    const words = squeeze(lineOf(heading));
    if (words.length <= length || !wanted.includes(words)) continue;
    best = heading;
    length = words.length;
  }
  return best ?? headings.find((one) => one.name === 'h1' && !isEmptyNode(one)) ?? null;
}

function squeeze(text: string): string {
  return text.replaceAll(/\s+/gu, '').toLowerCase();
}

/** The heading of the post, wherever it stood, goes to the top, where the post's title is looked for. */
function restore(root: Document, heading: Element): void {
  heading.name = 'h1';
  removeElement(heading);
  prependChild(root, heading);
}

/** `<main>`, a lone `<article>` or `role="main"`; null when there is none with text. */
function loneContent(root: ParentNode): Element | null {
  const elements = elementsOf(root);
  const articles = elements.filter(({ name }) => name === 'article');
  const main = elements.find(({ name, attribs }) => name === 'main' || attribs['role'] === 'main');
  const candidate = articles.length === 1 ? articles[0] : main;
  return candidate === undefined || isEmptyNode(candidate) ? null : candidate;
}

/** Takes furniture out, unless the page is nothing else. */
function dropFurniture(root: Document): void {
  const inArticle = new Set<Element>();
  for (const { name, children } of elementsOf(root)) {
    const isArticle = name === 'article' || name === 'main';
    if (isArticle) for (const part of children.filter(isTag)) inArticle.add(part);
  }
  const isFurniture = (element: Element): boolean => {
    if (FURNITURE.has(element.name) || ROLES.test(element.attribs['role'] ?? '')) return true;
    if (element.name === 'header' || element.name === 'footer') return !inArticle.has(element);
    return CONSENT.test(namesOf(element)) && textContent(element).length < MAX_CONSENT;
  };
  if (hasTextOutside(root, isFurniture)) pruneTree(root, isFurniture);
}

/** Elements that a whole article may stand in. */
const LAYOUT = new Set([...SECTIONS, 'main', 'body', 'table', 'tbody', 'tr', 'td', 'font', 'span']);

/** Longer than any banner: such a text is about cookies. */
const MAX_CONSENT = 3000;

function namesOf({ attribs }: Element): string {
  return `${attribs['id'] ?? ''} ${attribs['class'] ?? ''}`;
}

function hasTextOutside(parent: ParentNode, isLeftOut: (element: Element) => boolean): boolean {
  return parent.children.some((child) => {
    if (!isTag(child)) return isText(child) && child.data.trim() !== '';
    return child.name === 'img' || (!isLeftOut(child) && hasTextOutside(child, isLeftOut));
  });
}

/** Reduces the tree to what the library takes for the article, where it is to be believed. */
function keepArticle(root: Document): void {
  const holder = new ElementNode('div', {}, root.children);
  const kept = elementsOf(root).length > MAX_ELEMENTS ? null : askLibrary(holder);
  if (kept !== null) narrow(holder, kept);
  adopt(root, holder);
}

/** Name of the attribute by which elements are known again in the library's answer. */
const MARK = 'data-broadsheet-at';

/** The elements with words or pictures that Readability takes for the article; null when it is not to be believed. */
function askLibrary(holder: Element): ReadonlySet<Element> | null {
  const elements = [holder, ...elementsOf(holder)];
  for (const [at, element] of elements.entries()) element.attribs[MARK] = String(at);
  const answer = readability(render(holder, { xmlMode: true, encodeEntities: 'utf8' }));
  for (const element of elements) delete element.attribs[MARK];
  const kept = new Set<Element>();
  for (const { groups } of answer.matchAll(/ data-broadsheet-at="(?<at>\d+)"/gu)) {
    const element = elements[Number(groups?.['at'])];
    if (element !== undefined && hasOwnContent(element)) kept.add(element);
  }
  return weightOf(holder, kept) < weightOf(holder, null) * LEAST_SHARE ? null : kept;
}

function hasOwnContent({ name, children }: Element): boolean {
  return name === 'img' || children.some((child) => isText(child) && child.data.trim() !== '');
}

/** The article as HTML; empty when the library finds none. */
function readability(page: string): string {
  if (page.length > MAX_LENGTH) return '';
  try {
    const parser = new JSDOMParser();
    const tree = parser.parse(`<html><head><title></title></head><body>${page}</body></html>`);
    const options = { keepClasses: true, maxElemsToParse: MAX_ELEMENTS * 2, charThreshold: 200 };
    return new Readability(tree, options).parse()?.content ?? '';
  } catch {
    // A page that it cannot read keeps all its text.
    return '';
  }
}

/** Characters of text, those in links counting a quarter: of all, or only of those that stand in `counted`. */
function weightOf(element: Element, counted: ReadonlySet<Element> | null): number {
  const factor = element.name === 'a' ? 0.25 : 1;
  const isCounted = counted === null || counted.has(element);
  let weight = 0;
  for (const child of element.children) {
    if (isTag(child)) weight += weightOf(child, counted);
    else if (isText(child) && isCounted) weight += child.data.trim().length;
  }
  return weight * factor;
}

/** Reduces the tree to the block that all of `kept` stands in, less what is furniture there. */
function narrow(holder: Element, kept: ReadonlySet<Element>): void {
  const holding = new Set<ParentNode>();
  for (const element of kept) {
    let at: ParentNode | null = element;
    while (at !== null && !holding.has(at)) {
      holding.add(at);
      at = at.parent;
    }
  }
  let content = holder;
  for (let next = onlyHolding(content, holding); next !== null && !kept.has(content);) {
    content = next;
    next = onlyHolding(content, holding);
  }
  holder.children = content.children;
  for (const child of holder.children) child.parent = holder;
  pruneTree(holder, (element) => isInserted(element) || (!holding.has(element) && isJunk(element)));
}

/** The one child that holds all that is kept and may hold a whole article; null when there is none such. */
function onlyHolding(parent: Element, holding: ReadonlySet<ParentNode>): Element | null {
  const found = parent.children.filter(isTag).filter((child) => holding.has(child));
  const [only] = found;
  return only !== undefined && found.length === 1 && LAYOUT.has(only.name) ? only : null;
}

/** True for a block that the library left out and that is named or built as no part of an article is. */
function isJunk(element: Element): boolean {
  if (!isBlock(element)) return false;
  if (JUNK.test(namesOf(element))) return true;
  return SECTIONS.has(element.name) && linkedShare(element) > LINKED_SHARE;
}

function isInserted(element: Element): boolean {
  if (!SECTIONS.has(element.name) || !INSERTED.test(namesOf(element))) return false;
  return textContent(element).length < MAX_INSERTED;
}

function linkedShare(element: Element): number {
  const whole = textContent(element).trim().length;
  // What stands in links counts a quarter of what it counts elsewhere.
  return whole === 0 ? 0 : (whole - weightOf(element, null)) / (whole * 0.75);
}
