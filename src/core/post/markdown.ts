import MarkdownIt from 'markdown-it';
import type { StateCore, StateInline, Token } from 'markdown-it';
import deflist from 'markdown-it-deflist';
import footnote from 'markdown-it-footnote';
import { TooDeepError } from './parseTree.ts';
import { renderSimpleMarkdown } from './simpleMarkdown.ts';

/** Markdown longer than this is shown as plain text: nobody wrote it by hand, and inline parsing of it takes too long. */
export const MAX_MARKDOWN = 3_000_000;

/** Elements that are closed by their own tag and hold blocks; used to see whether HTML is still open. */
const CONTAINER_TAG =
  /<(?<close>\/?)(?:div|section|article|main|center|table|tbody|thead|tr|td|th|ul|ol|li|dl|dd|blockquote|figure|details|aside|header|footer|form|font)\b[^>]{0,2000}>/giu;
const MARKDOWN_LINE =
  /^ {0,3}(?:\[[^\]\n]{1,60}\]\([^)\n]{0,300}\)|<https?:[^\s<>]{1,2000}>|<>\s*$)/u;

/**
 * Renders Markdown (CommonMark with GFM tables and strikethrough, footnotes, definition lists, task lists as disabled
 * boxes, kramdown's `{: …}` and `{#id}`) mixed with HTML into unsafe HTML. The result must go through the tree and the
 * sanitiser. Nothing is linked that was not written as a link.
 * @throws {TooDeepError} when quotes or lists are nested beyond reason.
 */
export function renderMarkdown(body: string): string {
  const prepared = withKramdown(separateClosingLines(body));
  return renderSimpleMarkdown(prepared, renderAnyMarkdown) ?? renderAnyMarkdown(prepared);
}

/**
 * What `renderMarkdown` gives for a body without kramdown's lines, by markdown-it throughout.
 * @throws {TooDeepError} when quotes or lists are nested beyond reason.
 */
export function renderAnyMarkdown(body: string): string {
  return markdown.render(body);
}

const markdown = makeMarkdown();

function makeMarkdown(): InstanceType<typeof MarkdownIt> {
  const made = new MarkdownIt({ html: true, linkify: false, typographer: false });
  made.use(footnote).use(deflist);
  made.core.ruler.after('block', 'nesting_limit', refuseDeepNesting);
  made.core.ruler.after('block', 'html_inside_html', keepNestedHtml);
  made.core.ruler.after('inline', 'task_boxes', drawTaskBoxes);
  made.core.ruler.after('inline', 'attribute_lists', takeAttributeLists);
  made.inline.ruler.before('escape', 'display_math', keepMath);
  return made;
}

/**
 * markdown-it leaves out, in silence, what is nested deeper than its limit; such a file is better shown as plain text.
 * @throws {TooDeepError} when the limit was reached.
 */
function refuseDeepNesting(state: StateCore): void {
  const limit = state.md.options.maxNesting ?? 100;
  if (state.tokens.some(({ level }) => level >= limit - 1)) {
    throw new TooDeepError('Blocks are nested too deep.');
  }
}

/**
 * Scrapers write the closing links straight under a line of HTML. CommonMark then takes them for HTML, while kramdown
 * (and so the site itself) shows links: a blank line between the two gives what the site showed.
 */
function separateClosingLines(body: string): string {
  const tailStart = body.lastIndexOf('\n', Math.max(0, body.length - 3000)) + 1;
  const parts: string[] = [];
  let from = 0;
  for (let end = body.indexOf('\n', tailStart); end !== -1; end = body.indexOf('\n', end + 1)) {
    if (!isUnderHtml(body, { end, tailStart })) continue;
    parts.push(body.slice(from, end + 1), '\n');
    from = end + 1;
  }
  return from === 0 ? body : parts.join('') + body.slice(from);
}

/** Whether a closing line in Markdown begins behind `end`, where a line of HTML ends. */
function isUnderHtml(
  body: string,
  { end, tailStart }: { readonly end: number; readonly tailStart: number },
): boolean {
  let at = end + 1;
  while (at < end + 4 && body.charAt(at) === ' ') at += 1;
  // Nearly all lines are told by their first characters.
  const first = body.charAt(at);
  if (first !== '[' && (first !== '<' || !'h>'.includes(body.charAt(at + 1)))) return false;
  const next = body.indexOf('\n', at);
  const line = body.slice(end + 1, next === -1 ? body.length : next);
  const lineStart = Math.max(tailStart, body.lastIndexOf('\n', end - 1) + 1);
  return MARKDOWN_LINE.test(line) && />\s*$/u.test(body.slice(lineStart, end));
}

/** Takes out kramdown's options and attribute lists that stand on lines of their own, and its table of contents. */
function withKramdown(body: string): string {
  if (!body.includes('{:')) return body;
  return body
    .replaceAll(
      /^[ \t]{0,3}(?:[*+-]|\d+\.)[ \t]+\S[^\n]{0,80}\n[ \t]*\{:\s?toc[^\n}]{0,80}\}[ \t]*$/gmu,
      '',
    )
    .replaceAll(/^[ \t]*\{:{1,2}[^\n{}]{0,300}\/?\}[ \t]*$/gmu, '');
}

/**
 * A line indented by four spaces after a blank line is code for CommonMark, but inside an element that is still open
 * it is HTML that somebody laid out: taken as HTML again.
 */
function keepNestedHtml(state: StateCore): void {
  let open = 0;
  for (const token of state.tokens) {
    if (token.type === 'code_block' && open > 0 && /^\s*<[/!a-z]/iu.test(token.content)) {
      token.type = 'html_block';
    }
    if (token.type === 'html_block') open = Math.max(0, open + balance(token.content));
  }
}

function balance(html: string): number {
  let open = 0;
  for (const tag of html.matchAll(CONTAINER_TAG)) open += tag.groups?.['close'] === '/' ? -1 : 1;
  return open;
}

/** GFM task list items: `[ ]` and `[x]` at the start of a list item's first paragraph. */
function drawTaskBoxes(state: StateCore): void {
  for (const [at, token] of state.tokens.entries()) {
    const isItemStart = state.tokens[at - 2]?.type === 'list_item_open' && token.type === 'inline';
    const mark = isItemStart ? /^\[(?<mark>[ xX])\]\s/u.exec(token.content) : null;
    const first = token.children?.[0];
    if (mark && first?.type === 'text') {
      const box = new state.Token('html_inline', '', 0);
      box.content = `<input type="checkbox" disabled${mark[0].startsWith('[ ]') ? '' : ' checked'}>`;
      first.content = first.content.slice(3);
      token.children?.unshift(box);
      state.tokens[at - 2]?.attrJoin('class', 'task-list-item');
    }
  }
}

const TRAILING_ID = /\s*\{:?\s*#(?<id>[\w\u0080-\uFFFF:.-]{1,100})[^{}]{0,200}\}\s*$/u;
const TRAILING_LIST = /\s*\{:[^{}]{0,300}\}\s*$/u;

/** `## Heading {#id}` gives the heading its id; `{: .class}` at the end of a block is left out. */
function takeAttributeLists(state: StateCore): void {
  for (const [at, token] of state.tokens.entries()) {
    if (token.type !== 'inline' || !token.content.trimEnd().endsWith('}')) continue;
    const last = lastText(token);
    if (last === undefined) continue;
    const opening = state.tokens[at - 1];
    const id = TRAILING_ID.exec(last.content)?.groups?.['id'];
    if (opening?.type === 'heading_open' && id !== undefined) {
      opening.attrSet('id', id);
      last.content = last.content.replace(TRAILING_ID, '');
    }
    last.content = last.content.replace(TRAILING_LIST, '');
  }
}

function lastText(token: Token): Token | undefined {
  const last = token.children?.at(-1);
  return last?.type === 'text' ? last : undefined;
}

/** `$$ a_1 \\ b_1 $$` keeps its underscores and backslashes: math stays readable as it is written. */
function keepMath(state: StateInline, isSilent: boolean): boolean {
  if (!state.src.startsWith('$$', state.pos)) return false;
  const end = state.src.slice(0, state.pos + 5000).indexOf('$$', state.pos + 2);
  if (end === -1) return false;
  if (!isSilent) state.push('text', '', 0).content = state.src.slice(state.pos, end + 2);
  state.pos = end + 2;
  return true;
}
