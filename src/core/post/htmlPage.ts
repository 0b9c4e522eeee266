import type { Document, Element, ParentNode } from 'domhandler';
import { elementsOf, findByName, isEmptyNode, lineOf, pruneTree } from './treeQueries.ts';

/** What a whole HTML page says of itself in its head. Every value is text as written; null when missing. */
export interface PageFacts {
  readonly title: string | null;
  readonly date: string | null;
  readonly author: string | null;
  readonly source: string | null;
  readonly keywords: string | null;
  readonly url: string | null;
}

/** `name`, `property` or `itemprop` of `meta`, in the order in which they are believed. */
const META = {
  date: [
    'article:published_time',
    'date',
    'pubdate',
    'publishdate',
    'publish-date',
    'og:published_time',
    'datepublished',
    'dc.date',
    'dc.date.issued',
    'dcterms.created',
    'article:create_at',
    'weibo: article:create_at',
  ],
  author: ['author', 'article:author', 'dc.creator'],
  source: ['source', 'mediaid', 'dc.source', 'og:site_name', 'publisher'],
  keywords: ['keywords', 'news_keywords', 'article:tag'],
  url: ['og:url'],
  title: ['og:title'],
} as const;

/** Parts of a page that are not the post. */
const FURNITURE = new Set(['nav', 'header', 'footer', 'aside']);

/** True for HTML that is a whole page, not a fragment. */
export function isWholePage(html: string): boolean {
  return /<(?:!doctype\s+html|html|head|body)[\s>]/iu.test(html.slice(0, 5000));
}

/**
 * Reads the head of a page and reduces the tree, in place, to its main content: `<main>`, a lone `<article>` or
 * `role="main"`; else the body without `nav`, `header`, `footer` and `aside`. A page that would be left empty stays whole.
 */
export function reduceToContent(root: Document): PageFacts {
  const facts = readHead(root);
  const content = mainContent(root);
  if (content !== null) {
    root.children = content.children;
    for (const child of root.children) child.parent = root;
    return facts;
  }
  const body = findByName(root, ['body']) ?? root;
  if (!isOnlyFurniture(body)) pruneTree(root, ({ name }) => FURNITURE.has(name));
  return facts;
}

function mainContent(root: ParentNode): Element | null {
  const elements = elementsOf(root);
  const articles = elements.filter(({ name }) => name === 'article');
  const main = elements.find(({ name, attribs }) => name === 'main' || attribs['role'] === 'main');
  const candidate = articles.length === 1 ? articles[0] : main;
  return candidate === undefined || isEmptyNode(candidate) ? null : candidate;
}

function isOnlyFurniture(body: ParentNode): boolean {
  return body.children.every(
    (child) => isEmptyNode(child) || ('name' in child && FURNITURE.has(child.name)),
  );
}

function readHead(root: ParentNode): PageFacts {
  const elements = elementsOf(root);
  const metas = readMetas(elements);
  const first = (keys: readonly string[]): string | null =>
    keys.map((key) => metas.get(key)).find((value) => value !== undefined) ?? null;
  return {
    title: titleOf(elements) ?? first(META.title),
    date: first(META.date),
    author: first(META.author),
    source: first(META.source),
    keywords: first(META.keywords),
    url: canonicalOf(elements) ?? first(META.url),
  };
}

/** Contents of `meta` by lower-case name; the first of a name counts. */
function readMetas(elements: readonly Element[]): ReadonlyMap<string, string> {
  const metas = new Map<string, string>();
  for (const { name, attribs } of elements) {
    const key = (attribs['name'] ?? attribs['property'] ?? attribs['itemprop'])?.toLowerCase();
    const content = name === 'meta' ? (attribs['content'] ?? '').trim() : '';
    if (key !== undefined && content !== '' && !metas.has(key)) metas.set(key, content);
  }
  return metas;
}

function canonicalOf(elements: readonly Element[]): string | null {
  const canonical = elements.find(
    ({ name, attribs }) => name === 'link' && attribs['rel']?.toLowerCase() === 'canonical',
  );
  return canonical?.attribs['href']?.trim() ?? null;
}

function titleOf(elements: readonly Element[]): string | null {
  const title = elements.find(({ name }) => name === 'title');
  if (title === undefined) return null;
  // `title` shows nothing in the page, so its text is asked of its children.
  const text = title.children.map(lineOf).join(' ').trim();
  return text === '' ? null : text;
}
