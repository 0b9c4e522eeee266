import type { ChildNode, Document, ParentNode } from 'domhandler';
import { DomHandler, isTag } from 'domhandler';
import { Parser } from 'htmlparser2';
import type { HtmlSink } from './simpleHtml.ts';
import { DROPPED_NAMES, isHidden, MAX_OPEN, TooDeepError } from './shownElements.ts';
import { readSimpleHtml } from './simpleHtml.ts';
import type { MarkupKind } from './unclosedElements.ts';
import { withoutUnclosed } from './unclosedElements.ts';

/** Elements nested deeper than this are left out; what they hold stays, one level up. */
const MAX_DEPTH = 120;
/**
 * Parses HTML into a tree without comments and without what a browser does not show (scripts, styles, `hidden`,
 * `display:none`, `visibility:hidden`). Depth is capped, so that walks over the tree may recurse.
 * What is never closed hides nothing behind it.
 *
 * @param kind what the HTML is; see `withoutUnclosed`
 * @throws {TooDeepError} when elements are opened without end.
 */
export function parseTree(html: string, kind: MarkupKind = 'fragment'): Document {
  const simple = new DomHandler();
  // Only a page that keeps the sources of its formulas can do without what was drawn of them.
  const hasTex = html.includes('application/x-tex') || html.includes('math/tex');
  if (!readSimpleHtml(html, shownOnly(simple, hasTex))) {
    return parseWhole(withoutUnclosed(html, kind), hasTex);
  }
  simple.onend();
  return simple.root;
}

function parseWhole(html: string, hasTex: boolean): Document {
  const handler = new DomHandler();
  new Parser(shownOnly(handler, hasTex), { decodeEntities: true }).end(html);
  handler.onend();
  if (hasTex) keepSources(handler.root);
  return handler.root;
}

/** MathML that comes with its source is shown by that alone. */
function keepSources(parent: ParentNode): void {
  for (const child of parent.children) {
    if (!isTag(child)) continue;
    const source = child.name === 'semantics' ? child.children.find(isSource) : undefined;
    if (source !== undefined) child.children = [source];
    keepSources(child);
  }
}

function isSource(node: ChildNode): boolean {
  return isTag(node) && node.name === 'span' && node.attribs['class'] === 'math';
}

/** Hands on to `handler` what is shown, in bounds. */
function shownOnly(handler: DomHandler, hasTex: boolean): HtmlSink {
  let open = 0;
  let kept = 0;
  /** Value of `open` at which a dropped element began; -1 outside of one. */
  let droppedAt = -1;
  /** The source of a formula that is being read; null outside of one. It holds no elements. */
  let formula: string | null = null;
  const flattened: boolean[] = [];
  return {
    onopentag(name, attributes) {
      open += 1;
      if (open > MAX_OPEN) throw new TooDeepError('Elements are nested too deep.');
      if (droppedAt !== -1) return;
      const isFormula = isTex(name, attributes);
      if (!isFormula && isDropped(name, attributes, hasTex)) {
        droppedAt = open;
        return;
      }
      if (isFormula) formula = '';
      const isFlat = kept >= MAX_DEPTH && name !== 'br' && name !== 'img';
      flattened.push(isFlat);
      if (isFlat) handler.ontext('\n');
      else {
        kept += 1;
        if (isFormula) handler.onopentag('span', { class: 'math' });
        else handler.onopentag(name, attributes);
      }
    },
    onclosetag() {
      open -= 1;
      if (droppedAt !== -1) {
        if (open < droppedAt) droppedAt = -1;
        return;
      }
      if (formula !== null) {
        handler.ontext(withMarks(formula));
        formula = null;
      }
      if (flattened.pop() === true) return;
      kept -= 1;
      handler.onclosetag();
    },
    ontext(text) {
      if (formula !== null) formula += text;
      else if (droppedAt === -1) handler.ontext(text);
    },
  };
}

/**
 * True for the source of a formula, as MathJax 2 (`<script type="math/tex">`) and KaTeX, Wikipedia and others (an
 * annotation of MathML) keep it in a page.
 */
function isTex(name: string, attributes: Readonly<Record<string, string>>): boolean {
  if (name === 'script') return attributes['type']?.startsWith('math/tex') === true;
  return name === 'annotation' && attributes['encoding'] === 'application/x-tex';
}

/** Marks by which it is known for a formula, as in Markdown. */
function withMarks(source: string): string {
  const tex = source.trim();
  return tex === '' ? '' : `$${tex}$`;
}

/** What draws a formula once more beside its source: KaTeX's layout, MathJax 2's preview and layout. */
const DRAWN =
  /(?:^|\s)(?:katex-html|MathJax_Preview|MathJax|MathJax_Display|MathJax_SVG|MathJax_CHTML)(?:\s|$)/u;

function isDropped(
  name: string,
  attributes: Readonly<Record<string, string>>,
  hasTex: boolean,
): boolean {
  return DROPPED_NAMES.has(name) || isHidden(name, attributes) || (hasTex && isDrawn(attributes));
}

function isDrawn({ class: classes }: Readonly<Record<string, string>>): boolean {
  return classes !== undefined && DRAWN.test(classes);
}
