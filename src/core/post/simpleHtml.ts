/** Takes what a parser of HTML finds, in the order of the text; the same calls that htmlparser2 makes. */
export interface HtmlSink {
  readonly onopentag: (name: string, attributes: Record<string, string>) => void;
  readonly onclosetag: () => void;
  readonly ontext: (text: string) => void;
}

/** Elements that may stand anywhere and close nothing by beginning. */
const INLINE = new Set(
  'a b strong em i u s del ins span font small sub sup mark code label br img'.split(' '),
);
/** Elements of their own lines. Inside `p` or a heading they would close it, which is left to the whole parser. */
const BLOCK = new Set(
  'p div center section article blockquote figure figcaption h1 h2 h3 h4 h5 h6 ul ol hr table'.split(
    ' ',
  ),
);
/** Parts of lists and tables, which stand in these only; elsewhere they might close one another. */
const PARTS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['li', new Set(['ul', 'ol'])],
  ['thead', new Set(['table'])],
  ['tbody', new Set(['table'])],
  ['tr', new Set(['table', 'thead', 'tbody'])],
  ['th', new Set(['tr'])],
  ['td', new Set(['tr'])],
]);
const VOID = new Set(['br', 'img', 'hr']);
const CLOSED_BY_BLOCKS = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['nbsp', '\u00A0'],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['lsquo', '‘'],
  ['rsquo', '’'],
  ['mdash', '—'],
  ['hellip', '…'],
  ['middot', '·'],
]);
/** Deeper nesting is left to the whole parser, which has rules for it. */
const MAX_OPEN = 50;

/**
 * Reads HTML as most posts hold it: known elements in lower case that are all closed in their order, attributes in
 * double quotes, comments, the commonest entities. Makes the same calls as htmlparser2 (texts may come in other pieces)
 * in a third of its time. False as soon as anything else turns up; the calls made until then are to be forgotten.
 */
export function readSimpleHtml(html: string, sink: HtmlSink): boolean {
  const open: string[] = [];
  for (let at = 0; at < html.length;) {
    const next = html.indexOf('<', at);
    const text = decoded(next === -1 ? html.slice(at) : html.slice(at, next));
    if (text === null) return false;
    if (text !== '') sink.ontext(text);
    if (next === -1) break;
    const after = readMarkup({ html, sink, open }, next + 1);
    if (after === -1) return false;
    at = after;
  }
  return open.length === 0;
}

/** What is read and what is open, the innermost last. */
interface Reading {
  readonly html: string;
  readonly sink: HtmlSink;
  readonly open: string[];
}

const EXCLAMATION = 0x21;
const SLASH = 0x2f;
const CLOSING_ANGLE = 0x3e;
const SPACE = 0x20;

/** Reads what stands behind `<`; where the text goes on, or -1. */
function readMarkup(reading: Reading, at: number): number {
  const { html, sink, open } = reading;
  const first = html.charCodeAt(at);
  if (first === EXCLAMATION) return readComment(html, at);
  if (first !== SLASH) return readOpening(reading, at);
  const end = html.indexOf('>', at);
  if (end === -1 || open.pop() !== html.slice(at + 1, end)) return -1;
  sink.onclosetag();
  return end + 1;
}

function readComment(html: string, at: number): number {
  if (!html.startsWith('!--', at)) return -1;
  const end = html.indexOf('--', at + 3);
  // `<!-->`, `<!--->` and `--!>` end comments too.
  if (end === -1 || html.charCodeAt(end + 2) !== CLOSING_ANGLE) return -1;
  return /[->]/u.test(html.charAt(at + 3)) ? -1 : end + 3;
}

function readOpening({ html, sink, open }: Reading, start: number): number {
  let at = start;
  while (isNameUnit(html.charCodeAt(at))) at += 1;
  const name = html.slice(start, at);
  if (!mayOpen(name, open)) return -1;
  const attributes: Record<string, string> = {};
  at = readAttributes(html, at, attributes);
  if (at === -1) return -1;
  sink.onopentag(name, attributes);
  if (html.charCodeAt(at) === SLASH) {
    if (!VOID.has(name)) return -1;
    at += 1;
  }
  if (html.charCodeAt(at) !== CLOSING_ANGLE) return -1;
  if (VOID.has(name)) sink.onclosetag();
  else open.push(name);
  return at + 1;
}

/** Whether an element is known and closes none of those that are open by beginning here. */
function mayOpen(name: string, open: readonly string[]): boolean {
  if (open.length >= MAX_OPEN) return false;
  const parent = open.at(-1);
  if (INLINE.has(name)) return name !== 'a' || parent !== 'a';
  if (BLOCK.has(name)) return parent === undefined || !CLOSED_BY_BLOCKS.has(parent);
  return parent !== undefined && PARTS.get(name)?.has(parent) === true;
}

/** Reads ` name="value"` as often as it comes; where `>` or `/>` has to follow, or -1. */
function readAttributes(html: string, from: number, attributes: Record<string, string>): number {
  let at = from;
  while (html.charCodeAt(at) === SPACE) {
    const start = at + 1;
    at = start;
    while (isNameUnit(html.charCodeAt(at))) at += 1;
    // A space before `/>`.
    if (at === start) return html.charCodeAt(at) === SLASH ? at : -1;
    const name = html.slice(start, at);
    const end = html.startsWith('="', at) ? html.indexOf('"', at + 2) : -1;
    const value = end === -1 ? null : decoded(html.slice(at + 2, end));
    if (value === null || Object.hasOwn(attributes, name)) return -1;
    attributes[name] = value;
    at = end + 1;
  }
  return at;
}

/** ASCII letters in lower case, digits and the hyphen. */
function isNameUnit(unit: number): boolean {
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39) || unit === 0x2d;
}

/** The text with its entities replaced; null when one is not among the commonest. */
function decoded(text: string): string | null {
  if (!text.includes('&')) return text;
  const parts = text.split('&');
  let whole = parts[0] ?? '';
  for (const part of parts.slice(1)) {
    const end = part.indexOf(';');
    const character = end === -1 ? undefined : ENTITIES.get(part.slice(0, end));
    if (character === undefined) return null;
    whole += character + part.slice(end + 1);
  }
  return whole;
}
