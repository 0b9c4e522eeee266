import type { MarkdownIt, StateCore, Token } from 'markdown-it';

/** Attributes as kramdown, Pandoc, Hugo and markdown-it-attrs write them: `#id`, `.class`, `key=value`. */
const SHORT = String.raw`[#.][\p{L}\p{N}_:-]{1,100}`;
const PAIR = String.raw`[\w:@-]{1,50}=(?:"[^"\n]{0,300}"|'[^'\n]{0,300}'|[^\s"'{}=]{1,300})`;
/** Each one begins in its own way or behind a space, so that a list can be read in one way only. */
const INNER = String.raw`(?:${SHORT}|${PAIR})(?:[ \t]*${SHORT}|[ \t]+${PAIR}){0,19}`;
const LIST = String.raw`\{:?[ \t]*(?:${INNER}|-)[ \t]*\}`;
const LEADING = new RegExp(`^${LIST}`, 'u');
/** kramdown's own, whatever stands in it. */
const TRAILING_KRAMDOWN = /[ \t]*\{:[^{}]{0,300}\}\s*$/u;
const LEADING_KRAMDOWN = /^\{:[^{}]{0,300}\}/u;

/**
 * Takes attribute lists out of the text: at the end of a heading or paragraph (`## Head {#id}`, `text {: .lead}`) and
 * right behind a picture, link, emphasis or code (`![x](y){width=300}`). Ids and the sizes of pictures are kept, all
 * else of them is style. What only looks like one (`{name}` in a sentence) stays.
 */
export function takeAttributes(md: MarkdownIt): void {
  md.core.ruler.after('inline', 'attribute_lists', (state) => {
    if (!state.src.includes('{')) return;
    takeFromBlocks(state);
  });
}

function takeFromBlocks(state: StateCore): void {
  for (const [at, token] of state.tokens.entries()) {
    if (token.type !== 'inline' || !token.content.includes('{')) continue;
    takeBehindInlines(token.children ?? []);
    for (let count = 0; count < MAX_LISTS && token.content.trimEnd().endsWith('}'); count += 1) {
      if (!takeTrailing(token, state.tokens[at - 1])) break;
    }
  }
}

/** Lists one behind the other at the end of a block. */
const MAX_LISTS = 3;

/** Takes one list off the end of a block's text; false when there is none. */
function takeTrailing(token: Token, opening: Token | undefined): boolean {
  const last = token.children?.at(-1);
  if (last?.type !== 'text') return false;
  const list = trailingList(last.content.slice(-500), opening?.type === 'heading_open');
  if (list === null) return false;
  const id = idOf(list);
  if (id !== null && opening?.type.endsWith('_open') === true) opening.attrSet('id', id);
  last.content = last.content.slice(0, last.content.length - list.length).trimEnd();
  if (last.content === '') dropEmptyLine(token.children ?? []);
  return true;
}

/** A list that stood on a line of its own takes that line with it. */
function dropEmptyLine(children: Token[]): void {
  if (children.at(-2)?.type === 'softbreak') children.splice(-2);
}

function trailingList(text: string, isHeading: boolean): string | null {
  for (const pattern of isHeading ? HEADING_LIST : BLOCK_LIST) {
    const found = pattern.exec(text);
    if (found !== null) return found[0];
  }
  return null;
}

/** Where braces alone may be a word of the text, the list has to begin like one of attributes. */
const BLOCK_LIST = [
  TRAILING_KRAMDOWN,
  new RegExp(String.raw`(?<=^|\s)\{[ \t]*(?=[#.])${INNER}[ \t]*\}\s*$`, 'u'),
] as const;
const HEADING_LIST = [TRAILING_KRAMDOWN, new RegExp(String.raw`${LIST}\s*$`, 'u')] as const;

function idOf(list: string): string | null {
  return /[\s{:]#(?<id>[\p{L}\p{N}_:-]{1,100})/u.exec(list)?.groups?.['id'] ?? null;
}

const CLOSED = new Set([
  'image',
  'link_close',
  'em_close',
  'strong_close',
  'code_inline',
  's_close',
]);

function takeBehindInlines(children: readonly Token[]): void {
  for (const [at, child] of children.entries()) {
    const before = children[at - 1];
    if (child.type !== 'text' || before === undefined || !CLOSED.has(before.type)) continue;
    const start = child.content.slice(0, 500);
    const found = LEADING_KRAMDOWN.exec(start) ?? LEADING.exec(start);
    if (found === null) continue;
    child.content = child.content.slice(found[0].length);
    if (before.type === 'image') setSize(before, found[0]);
  }
}

function setSize(image: Token, list: string): void {
  for (const { groups } of list.matchAll(
    /\b(?<name>width|height)=["']?(?<size>\d{1,4})(?:px)?["'\s}]/gu,
  )) {
    if (groups?.['name'] !== undefined) image.attrSet(groups['name'], groups['size'] ?? '');
  }
}

/** A line that opens or closes a code block. */
const FENCE = /^[ \t>]*(?:[-*+][ \t]+|\d{1,9}[.)][ \t]+)?(?<run>`{3,}|~{3,})/u;
const LIST_LINE = /^[ \t]*\{:{1,2}[^\n{}]{0,300}\/?\}[ \t]*$/u;
const TABLE_OF_CONTENTS = /^[ \t]{0,3}(?:[*+-]|\d+\.)[ \t]+\S[^\n]{0,80}$/u;

/**
 * Takes kramdown's lists that stand on lines of their own to the end of what they belong to, and leaves out its
 * options and its table of contents (`* TOC` over `{:toc}`). Code is left as it is.
 */
export function withKramdown(body: string): string {
  if (!body.includes('{:')) return body;
  const kept: string[] = [];
  let fence = '';
  for (const line of withoutComments(body).split('\n')) {
    fence = fenceAfter(line, fence);
    const isList = fence === '' && LIST_LINE.test(line) && !isIndentedCode(line, kept);
    if (isList) takeLine(line, kept);
    else kept.push(line);
  }
  return kept.join('\n');
}

/** The marks of the code block that is open behind a line; empty outside of one. */
function fenceAfter(line: string, open: string): string {
  const run = FENCE.exec(line)?.groups?.['run'] ?? '';
  if (open === '') return run;
  return run.startsWith(open) && line.trim() === run ? '' : open;
}

function isIndentedCode(line: string, before: readonly string[]): boolean {
  const above = before.at(-1) ?? '';
  return /^(?: {4}|\t)/u.test(line) && (above.trim() === '' || /^(?: {4}|\t)/u.test(above));
}

/** What a line of attributes does to the line above it. */
function takeLine(line: string, kept: string[]): void {
  const above = kept.at(-1) ?? '';
  if (/\{:\s?toc\b/u.test(line) && TABLE_OF_CONTENTS.test(above)) kept.pop();
  const id = /^[ \t]*\{:(?!:)/u.test(line) ? idOf(line) : null;
  if (id === null || above.trim() === '') return;
  // The attributes of an underlined heading belong to the line of its words.
  const at = /^\s*(?:=+|-+)\s*$/u.test(above) ? kept.length - 2 : kept.length - 1;
  const owner = kept[at] ?? '';
  if (owner.trim() !== '' && !/^\s*[|<]|\}\s*$/u.test(owner)) {
    kept[at] = `${owner.trimEnd()} {: #${id}}`;
  }
}

const MARKDOWN_ELEMENT =
  /^(?<open>[ \t]{0,3}<(?<name>[a-z][a-z\d]{0,20})\s[^<>\n]{0,500}?\bmarkdown=["']?(?:1|block|span)["']?[^<>\n]{0,500}>)[ \t]*$/imu;

/** kramdown's `<div markdown="1">`: the blank lines that make CommonMark read Markdown inside the element too. */
export function withMarkdownInHtml(body: string): string {
  if (!body.includes('markdown=')) return body;
  const names = new Set<string>();
  const lines = body.split('\n').map((line) => {
    const name = MARKDOWN_ELEMENT.exec(line)?.groups?.['name'];
    if (name !== undefined) names.add(name);
    return name === undefined ? line : `${line}\n`;
  });
  return lines
    .map((line) => {
      const name = /^[ \t]{0,3}<\/(?<name>[a-z][a-z\d]{0,20})>/iu.exec(line)?.groups?.['name'];
      return name !== undefined && names.has(name) ? `\n${line}` : line;
    })
    .join('\n');
}

const COMMENT = '{::comment}';

/** `{::comment}` leaves with what it holds, `{::nomarkdown}` and other options without. */
function withoutComments(body: string): string {
  if (!body.includes('{::') && !body.includes('{:/')) return body;
  const kept: string[] = [];
  let from = 0;
  for (let at = body.indexOf(COMMENT); at !== -1; at = body.indexOf(COMMENT, from)) {
    const end = body.indexOf('{:/', at);
    const close = end === -1 ? -1 : body.indexOf('}', end);
    if (close === -1) break;
    kept.push(body.slice(from, at));
    from = close + 1;
  }
  return [...kept, body.slice(from)]
    .join('')
    .replaceAll(/\{:(?::(?:nomarkdown|options)\b[^\n{}]{0,300}|\/(?:nomarkdown|comment)?)\}/gu, '');
}
