import { escapeHtml } from './templateTags.ts';

/**
 * Elements whose tag at the beginning of a line makes everything up to the next blank line HTML (CommonMark 0.31, HTML
 * blocks, kind 6); those that scraped posts are made of.
 */
const HTML_BLOCK =
  /<\/?(?:p|div|center|section|article|blockquote|table|tbody|thead|tr|td|th|ul|ol|li|h[1-6]|figure|figcaption|hr)(?=[\s>]|\/>)/iuy;
const HEADING = /(?<marks>#{1,6}) (?=[^\s#])/uy;
/** An address whose every character stands for itself, so that nothing has to be encoded. */
const HOST = '(?!xn--)[a-z0-9](?:[a-z0-9-]|\\.(?!xn--)){0,50}[a-z0-9]';
const ADDRESS = `https?://${HOST}(?:/[\\w./-]{0,500}(?:\\?[\\w./=&-]{0,500})?)?`;
const AUTOLINK = new RegExp(`<(?<url>${ADDRESS})>`, 'uy');
const LINK = new RegExp(
  `\\[(?<label>[^\\]]{1,200})\\]\\((?<url>${ADDRESS}|//${HOST}/[\\w./-]{0,500}|(?:\\.\\.?/|/(?!/))[\\w./-]{0,500})\\)`,
  'uy',
);

const SPECIAL = 0;
const PLAIN = 1;
/** Text inside a line, but at its beginning it may start a list, a table or a heading. */
const INNER = 2;
const ESCAPED = 3;
const CLASSES = makeClasses();

/**
 * Renders Markdown whose chunks (what stands between blank lines) are blocks of HTML, headings and quotes of one line,
 * or paragraphs of plain text, written addresses and plain links: what a scraper writes. A chunk that is more than that
 * (emphasis, lists, tables, pictures …) is given to `renderOther`, together with those like it around it, where nothing
 * in it can reach beyond it. Gives exactly what `renderOther` gives for the whole, in a tenth of its time; null as soon
 * as that cannot be told (references, footnotes, code, HTML inside a line, indents, tabs …).
 */
export function renderSimpleMarkdown(
  body: string,
  renderOther: (chunks: string) => string,
): string | null {
  const out: string[] = [];
  /** Where the chunks for `renderOther` began; -1 when there are none just now. */
  let othersFrom = -1;
  for (let chunk = nextChunk(body, 0); chunk !== null; chunk = nextChunk(body, chunk.end)) {
    const { lineStart, start, end } = chunk;
    const html = renderChunk(body, chunk);
    if (html === null && !isClosed(body.slice(lineStart, end))) return null;
    // What is indented may belong to a list above it.
    if (start !== lineStart && (html === null || othersFrom !== -1)) return null;
    if (html === null) {
      othersFrom = othersFrom === -1 ? start : othersFrom;
      continue;
    }
    if (othersFrom !== -1) out.push(renderOther(body.slice(othersFrom, start)));
    othersFrom = -1;
    out.push(html);
  }
  if (othersFrom !== -1) out.push(renderOther(body.slice(othersFrom)));
  return out.join('');
}

/**
 * True for a chunk that neither changes what other chunks mean nor goes on behind a blank line that a chunk at the
 * margin follows: no fences, HTML, definitions of links, footnotes or terms, or attributes. (A formula ends with its chunk.)
 */
function isClosed(chunk: string): boolean {
  return !/[<`~^{\t]|\]:|^:/u.test(chunk);
}

const LINE_FEED = 0x0a;
const TAB = 0x09;
const SPACE = 0x20;
const QUOTATION = 0x22;
const OPENING_ANGLE = 0x3c;
const OPENING_BRACKET = 0x5b;
const COLON = 0x3a;
const AT = 0x40;

/** What stands between blank lines. */
interface Chunk {
  /** Where its first line begins, and where that line's text does. */
  readonly lineStart: number;
  readonly start: number;
  /** Behind its last line feed. */
  readonly end: number;
}

function nextChunk(body: string, from: number): Chunk | null {
  for (let lineStart = from; lineStart < body.length;) {
    const start = firstInLine(body, lineStart);
    if (start < body.length && body.charCodeAt(start) !== LINE_FEED) {
      return { lineStart, start, end: chunkEnd(body, start) };
    }
    lineStart = start + 1;
  }
  return null;
}

/** Where a line has its first character that is no space. */
function firstInLine(body: string, lineStart: number): number {
  let at = lineStart;
  while (body.charCodeAt(at) === SPACE) at += 1;
  return at;
}

/** Where the blank line after a chunk begins, or the end of the body. */
function chunkEnd(body: string, from: number): number {
  for (let next = body.indexOf('\n', from); next !== -1; next = body.indexOf('\n', next + 1)) {
    let at = next + 1;
    while (body.charCodeAt(at) === SPACE || body.charCodeAt(at) === TAB) at += 1;
    if (at >= body.length || body.charCodeAt(at) === LINE_FEED) return next + 1;
  }
  return body.length;
}

function renderChunk(body: string, { lineStart, start, end }: Chunk): string | null {
  if (start - lineStart > 3) return null;
  HTML_BLOCK.lastIndex = start;
  if (HTML_BLOCK.test(body)) return isTable(body, start) ? null : body.slice(lineStart, end);
  const text = body.slice(start, body.charCodeAt(end - 1) === LINE_FEED ? end - 1 : end);
  if (text.includes('\n')) return renderLines(text);
  const marks = headingMarks(text);
  if (marks > 0) {
    const line = text.endsWith('#') ? null : renderLine(text.slice(marks + 1));
    return line === null ? null : `<h${marks}>${line}</h${marks}>\n`;
  }
  const isQuote = text.startsWith('> ');
  const line = renderLine(isQuote ? text.slice(2) : text);
  if (line === null) return null;
  return isQuote ? `<blockquote>\n<p>${line}</p>\n</blockquote>\n` : `<p>${line}</p>\n`;
}

/** Whether the second line of a chunk could make the first the head of a table, whatever that begins with. */
function isTable(body: string, start: number): boolean {
  const lineEnd = body.indexOf('\n', start);
  return lineEnd !== -1 && '|-:'.includes(body.charAt(firstInLine(body, lineEnd + 1)) || ' ');
}

/** A paragraph of several lines; the spaces before its later lines are no part of it. */
function renderLines(text: string): string | null {
  const rendered: string[] = [];
  for (const line of text.split('\n')) {
    const html = renderLine(line.slice(firstInLine(line, 0)));
    if (html === null) return null;
    rendered.push(html);
  }
  return `<p>${rendered.join('\n')}</p>\n`;
}

function headingMarks(text: string): number {
  HEADING.lastIndex = 0;
  return HEADING.exec(text)?.groups?.['marks']?.length ?? 0;
}

/** One line of a paragraph; null unless it is plain. */
function renderLine(line: string): string | null {
  if (!isLineStart(line) || line.endsWith(' ') || line.includes('www.')) return null;
  let html = '';
  let from = 0;
  let at = 0;
  let isEscaped = false;
  while (at < line.length) {
    const kind = CLASSES[line.charCodeAt(at)] ?? SPECIAL;
    if (kind === SPECIAL) {
      if (isHarmless(line, at)) {
        at += 1;
        continue;
      }
      const link = readLink(line, at);
      if (link === null) return null;
      html += escaped(line.slice(from, at), isEscaped) + link.html;
      from = link.after;
      at = from;
      isEscaped = false;
    } else {
      isEscaped ||= kind === ESCAPED;
      at += 1;
    }
  }
  const rest = escaped(line.slice(from), isEscaped);
  return from === 0 ? rest : html + rest;
}

/** A colon that is not of an address, an `@` that is not of an e-mail address. */
function isHarmless(line: string, at: number): boolean {
  const mark = line.charCodeAt(at);
  if (mark === COLON) return !line.startsWith('//', at + 1);
  return (
    mark === AT && !(isNameUnit(line.charCodeAt(at - 1)) && isNameUnit(line.charCodeAt(at + 1)))
  );
}

/** What an e-mail address may hold on either side of its `@`; NaN, before or behind the line, is none. */
function isNameUnit(unit: number): boolean {
  return unit < 0x80 && unit > SPACE;
}

/** No blank, no mark that begins a block, no number of a list. */
function isLineStart(line: string): boolean {
  const first = line.charCodeAt(0);
  const kind = CLASSES[first];
  if (kind === SPECIAL) return first === OPENING_BRACKET || first === OPENING_ANGLE;
  if (kind === ESCAPED) return first === QUOTATION;
  return kind === PLAIN && !/^\d{1,9}[.)]/u.test(line);
}

function escaped(text: string, isNeeded: boolean): string {
  return isNeeded ? escapeHtml(text) : text;
}

interface Link {
  readonly html: string;
  readonly after: number;
}

function readLink(line: string, at: number): Link | null {
  const isWritten = line.charCodeAt(at) === OPENING_ANGLE;
  const pattern = isWritten ? AUTOLINK : LINK;
  // `![` is a picture.
  if (!isWritten && line.charAt(at - 1) === '!') return null;
  pattern.lastIndex = at;
  const groups = pattern.exec(line)?.groups;
  if (!groups) return null;
  const { url = '', label = url } = groups;
  if (!isWritten && !isPlainLabel(label)) return null;
  const html = `<a href="${escapeHtml(url)}">${escapeHtml(label)}</a>`;
  return { html, after: pattern.lastIndex };
}

function isPlainLabel(label: string): boolean {
  for (let at = 0; at < label.length; at += 1) {
    if ((CLASSES[label.charCodeAt(at)] ?? SPECIAL) === SPECIAL) return false;
  }
  return true;
}

/** Everything but ASCII is plain; so are ASCII letters, digits and the marks that Markdown has no use for. */
function makeClasses(): Uint8Array {
  const classes = new Uint8Array(0x10000).fill(PLAIN, 0x80);
  // The stand-in for an escaped `<` (markdownShield.ts).
  classes[0xfdd1] = SPECIAL;
  classes.fill(PLAIN, 0x30, 0x3a).fill(PLAIN, 0x41, 0x5b).fill(PLAIN, 0x61, 0x7b);
  for (const mark of "'%(),./;?") classes[mark.charCodeAt(0)] = PLAIN;
  for (const mark of ' !#+-=|') classes[mark.charCodeAt(0)] = INNER;
  for (const mark of '">') classes[mark.charCodeAt(0)] = ESCAPED;
  return classes;
}
