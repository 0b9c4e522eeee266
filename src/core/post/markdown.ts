import MarkdownIt from 'markdown-it';
import type { StateCore, Token } from 'markdown-it';
import cjkFriendly from 'markdown-it-cjk-friendly';
import deflist from 'markdown-it-deflist';
import footnote from 'markdown-it-footnote';
import { linkAddresses } from './markdownAutolinks.ts';
import { takeAttributes, withKramdown, withMarkdownInHtml } from './markdownAttributes.ts';
import { withCallouts } from './markdownCallouts.ts';
import { settleBlocks } from './markdownBlocks.ts';
import { keepMath } from './markdownMath.ts';
import { keepNotes } from './markdownNotes.ts';
import { shieldUnclosed, unshielded, withEscapes } from './markdownShield.ts';
import { TooDeepError } from './shownElements.ts';
import { renderSimpleMarkdown } from './simpleMarkdown.ts';

/** Markdown longer than this is shown as plain text: nobody wrote it by hand, and inline parsing of it takes too long. */
export const MAX_MARKDOWN = 3_000_000;

/** Elements that are closed by their own tag and hold blocks; used to see whether HTML is still open. */
const CONTAINER_TAG =
  /<(?<close>\/?)(?:div|section|article|main|center|table|tbody|thead|tr|td|th|ul|ol|li|dl|dd|blockquote|figure|details|aside|header|footer|form|font)\b[^>]{0,2000}>/giu;
const MARKDOWN_LINE =
  /^ {0,3}(?:\[[^\]\n]{1,60}\]\([^)\n]{0,300}\)|<https?:[^\s<>]{1,2000}>|<>\s*$)/u;

/** The end of a line: a tag, or an address in angle brackets. */
const TAG = /^<(?:\/?[a-z][a-z\d-]*(?:\s[^<>]*)?\/?|https?:[^<>\s]*|)>\s*$/iu;

/**
 * Renders Markdown (CommonMark with GFM's tables, strikethrough, task lists as disabled boxes and extended autolinks,
 * footnotes, definition lists, attribute lists, formulas as their source) mixed with HTML into unsafe HTML. The result
 * must go through the tree and the sanitiser.
 * @throws {TooDeepError} when quotes or lists are nested beyond reason.
 */
export function renderMarkdown(body: string): string {
  const written = withCallouts(body);
  const shielded = shieldUnclosed(written);
  const prepared = withKramdown(withMarkdownInHtml(separateClosingLines(shielded)));
  const html = renderSimpleMarkdown(prepared, renderAnyMarkdown) ?? renderAnyMarkdown(prepared);
  return shielded === written ? html : unshielded(html);
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
  made.use(footnote).use(deflist).use(cjkFriendly);
  made.core.ruler.after('block', 'nesting_limit', refuseDeepNesting);
  made.core.ruler.after('block', 'html_inside_html', keepNestedHtml);
  made.core.ruler.push('escaped_angles', ({ tokens }: StateCore) => unescapeText(tokens));
  made.use(settleBlocks).use(keepNotes).use(keepMath).use(linkAddresses).use(takeAttributes);
  return made;
}

/** A backslash before `<` is no part of a text; in code and in HTML it is. */
function unescapeText(tokens: readonly Token[]): void {
  for (const token of tokens) {
    if (token.type === 'text') token.content = withEscapes(token.content);
    if (token.children !== null) unescapeText(token.children);
  }
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
  return MARKDOWN_LINE.test(line) && endsWithTag(body.slice(lineStart, end));
}

function endsWithTag(line: string): boolean {
  return TAG.test(line.slice(line.lastIndexOf('<'))) || line.trimEnd().endsWith('-->');
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
