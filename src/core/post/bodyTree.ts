import { Document, Element, Text } from 'domhandler';
import { appendChild, textContent } from 'domutils';
import type { PageFacts } from './htmlPage.ts';
import { isWholePage, readPageFacts } from './htmlPage.ts';
import { reduceToContent } from './mainContent.ts';
import { MAX_MARKDOWN, renderMarkdown } from './markdown.ts';
import { parseTree } from './parseTree.ts';
import { resolveTags } from './resolveTags.ts';
import { HEAD_NAMES } from './shownElements.ts';
import type { TagPlace } from './tagPlace.ts';
import { escapeHtml } from './templateTags.ts';
import { resolveWordpressTags } from './wordpressTags.ts';
import { elementsOf, isEmptyNode, pruneTree } from './treeQueries.ts';
import type { MarkupKind } from './unclosedElements.ts';
import { withoutUnclosed } from './unclosedElements.ts';

/** The tree of a body; text, headings, images and HTML all come from it. */
export interface BodyTree {
  readonly root: Document;
  /** What a whole HTML page says of itself; null for everything else. */
  readonly page: PageFacts | null;
  /** True when the body was too large or too deep for its own format and is shown as plain text. */
  readonly isDegraded: boolean;
  /** True for HTML that holds something, but neither words nor pictures: its script or its frames would bring them. */
  readonly isBlank: boolean;
}

/** How a body is written, by the file's ending. */
export type BodyFormat = 'markdown' | 'html' | 'text';

/** HTML longer than this is shown as plain text. */
const MAX_HTML = 30_000_000;

/** Makes the tree of a body. Never throws: what cannot be parsed in bounds is taken as plain text. */
export function makeBodyTree(body: string, format: BodyFormat, place: TagPlace): BodyTree {
  if (format === 'text') {
    return { root: textTree(body), page: null, isDegraded: false, isBlank: false };
  }
  if (body.length > (format === 'html' ? MAX_HTML : MAX_MARKDOWN)) return degraded(body);
  try {
    return parseBody(resolveWordpressTags(resolveTags(body, format, place), format), format);
  } catch {
    // TooDeepError, or a RangeError out of a parser: hostile input, which must still be a post.
    return degraded(body);
  }
}

function degraded(body: string): BodyTree {
  const plain = body.includes('<') ? body.replaceAll(/<[/!a-z][^<>]{0,2000}>/giu, ' ') : body;
  return { root: textTree(plain), page: null, isDegraded: true, isBlank: false };
}

function parseBody(body: string, format: 'markdown' | 'html'): BodyTree {
  const isPage = isWholePage(format === 'html' ? body : body.trimStart().slice(0, 20));
  const kind = kindOf(format, isPage);
  if (kind === 'markdown') return treeOf(renderMarkdown(body), kind);
  const tree = treeOf(body, kind);
  if (!tree.isBlank) return tree;
  const spare = body.replaceAll(SPARE_TAG, '<$<end>div>');
  return spare === body ? tree : treeOf(spare, kind);
}

/** What stands for a page where there are no frames or scripts, and the frames themselves. */
const SPARE_TAG = /<(?<end>\/?)(?:noframes|noscript|frameset)(?=[\s>])[^<>]{0,2000}>/giu;

function treeOf(html: string, kind: MarkupKind): BodyTree {
  const root = parseTree(withAddresses(html), kind);
  const page = kind === 'page' ? readPageFacts(withoutUnclosed(html, kind)) : null;
  if (page !== null) reduceToContent(root, page.title);
  pruneTree(root, (element) => HEAD_NAMES.has(element.name) || isGutter(element));
  const isBlank = kind !== 'markdown' && html.trim() !== '' && showsNothing(root);
  return { root, page, isDegraded: false, isBlank };
}

const PICTURES = new Set(['img', 'video', 'audio', 'input', 'math']);

function showsNothing(root: Document): boolean {
  return (
    root.children.every(isEmptyNode) && !elementsOf(root).some(({ name }) => PICTURES.has(name))
  );
}

function kindOf(format: 'markdown' | 'html', isPage: boolean): MarkupKind {
  if (isPage) return 'page';
  return format === 'html' ? 'fragment' : 'markdown';
}

/** Classes in which generators and highlighters put the numbers of lines beside code. */
const GUTTER =
  /(?:^|[\s-])(?:gutter|linenos?|line-numbers?|lineno|lnt|lntd|ln|blob-num|hljs-ln-numbers)(?:\s|$)/u;

/** Numbers of lines are no text of the post. */
function isGutter({ attribs, children }: Element): boolean {
  const classes = attribs['class'];
  if (classes === undefined || !GUTTER.test(classes)) return false;
  return /^\s*\d[\s\d]*$/u.test(textContent(children));
}

/** `<http://…>` inside HTML is no element: it is the address that somebody wrote. */
function withAddresses(html: string): string {
  if (!html.includes('<http')) return html;
  return html.replaceAll(/<(?<url>https?:\/\/[^\s<>"]{1,2000})>/gu, (_whole, url: string) => {
    const safe = escapeHtml(url.replaceAll('&amp;', '&'));
    return `<a href="${safe}">${safe}</a>`;
  });
}

/** Paragraphs at blank lines, line breaks kept. */
export function textTree(text: string): Document {
  const root = new Document([]);
  for (const written of text.split(/\n[ \t\f\u3000]*\n\s*/u)) {
    const lines = written.trim().split('\n');
    if (lines.length === 1 && lines[0] === '') continue;
    const paragraph = new Element('p', {});
    for (const [at, line] of lines.entries()) {
      if (at > 0) appendChild(paragraph, new Element('br', {}));
      appendChild(paragraph, new Text(line));
    }
    appendChild(root, paragraph);
  }
  return root;
}
