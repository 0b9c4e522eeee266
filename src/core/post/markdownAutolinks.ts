import type { MarkdownIt, StateCore, StateInline, Token } from 'markdown-it';

/**
 * GFM's extended autolinks (GFM spec, 6.9): `https://…`, `http://…`, `ftp://…`, `www.…` and e-mail addresses become
 * links as they stand. One rule is our own: in a text without spaces between words, a full-width mark ends an address,
 * and so do Chinese, Japanese or Korean characters, unless they follow a `/` or `=` and so may be a part of its path.
 */
export function linkAddresses(md: MarkdownIt): void {
  // Inside a line already, so that the underscores and stars of an address are no emphasis.
  md.inline.ruler.before('escape', 'scheme_links', linkScheme);
  md.core.ruler.after('inline', 'word_links', linkWords);
}

const SCHEME_END = /(?<before>^|[^\p{ASCII}]|[\s*_~("'[\]>:;,|])(?<scheme>https?|ftp)$/iu;
const COLON = 0x3a;

function linkScheme(state: StateInline, isSilent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== COLON || state.linkLevel > 0) return false;
  if (!state.src.startsWith('://', state.pos)) return false;
  const scheme = SCHEME_END.exec(state.src.slice(Math.max(0, state.pos - 6), state.pos))?.groups?.[
    'scheme'
  ];
  // What is pending is looked at only where it has to be: its text is put together anew at each look.
  if (scheme === undefined || state.pending.length < scheme.length) return false;
  const start = state.pos - scheme.length;
  const address = addressAt(state.src, start, state.pos + 3);
  if (address === null) return false;
  const href = state.md.normalizeLink(address.replaceAll('&amp;', '&'));
  if (!state.md.validateLink(href)) return false;
  if (!isSilent) {
    state.pending = state.pending.slice(0, -scheme.length);
    pushLink(state, href, address.replaceAll('&amp;', '&'));
  }
  state.pos = start + address.length;
  return true;
}

function pushLink(state: StateInline, href: string, text: string): void {
  state.push('link_open', 'a', 1).attrs = [['href', href]];
  state.push('text', '', 0).content = text;
  state.push('link_close', 'a', -1);
}

/** Longest address made a link; a longer one stays text. */
const MAX_ADDRESS = 2000;
/** What ends an address: white space, `<`, controls, and full-width marks and quotes. */
const ADDRESS_END = /[\s<>\u0000-\u0020"`\u2018-\u201D\u2026\u3000-\u303F\uFF00-\uFFEF]/u;
const WIDE_LETTERS =
  /(?<![/=\u3040-\u30FF\u3400-\u4DBF\u4E00-\u9FFF\uAC00-\uD7AF])[\u3040-\u30FF\u3400-\u4DBF\u4E00-\u9FFF\uAC00-\uD7AF]/u;
const DOMAIN = /^(?:[\p{L}\p{N}_-]+\.)*[\p{L}\p{N}_-]+/u;

/** The address that begins at `start`, whose host begins at `host`; null when there is none. */
function addressAt(source: string, start: number, host: number): string | null {
  const window = source.slice(host, host + MAX_ADDRESS);
  const run = window.slice(0, endOf(window, ADDRESS_END));
  const asciiHost = run.slice(0, endOf(run, /[^\w.-]/u));
  // A host of other letters is taken whole; after one in ASCII such letters are the sentence going on.
  const hostText = asciiHost === '' ? (DOMAIN.exec(run)?.[0] ?? '') : asciiHost;
  const rest = run.slice(hostText.length);
  const path = rest.slice(0, endOf(rest, WIDE_LETTERS));
  const whole = trimEnd(`${hostText}${/^[/?#:@]/u.test(path) ? path : ''}`);
  const domain = DOMAIN.exec(whole)?.[0] ?? '';
  if (domain === '' || hasUnderscore(domain)) return null;
  return source.slice(start, host) + whole;
}

function endOf(text: string, pattern: RegExp): number {
  const at = text.search(pattern);
  return at === -1 ? text.length : at;
}

/** No underscore may stand in the last two parts of a domain (GFM). */
function hasUnderscore(domain: string): boolean {
  return domain.split('.').slice(-2).join('').includes('_');
}

/** Takes off what belongs to the sentence: closing marks, a bracket never opened, an entity (GFM, 6.9). */
function trimEnd(address: string): string {
  let end = address.length;
  const opened = address.split('(').length - 1;
  let closed = address.split(')').length - 1;
  for (;;) {
    const last = address.charAt(end - 1);
    const entity =
      last === ';' ? /&[a-z\d]{1,30};$/iu.exec(address.slice(0, end).slice(-32)) : null;
    if (entity !== null) end -= entity[0].length;
    else if (last === ')' && closed > opened) {
      end -= 1;
      closed -= 1;
    } else if (last !== '' && '?!.,:*_~\'"'.includes(last)) end -= 1;
    else return address.slice(0, end);
  }
}

/** `www.` addresses and e-mail addresses, in the texts of a line outside its links. */
function linkWords(state: StateCore): void {
  for (const token of state.tokens) {
    if (token.type !== 'inline' || token.children === null) continue;
    if (!token.content.includes('@') && !token.content.includes('www.')) continue;
    token.children = withWords(state, token.children);
  }
}

function withWords(state: StateCore, tokens: readonly Token[]): Token[] {
  const linked: Token[] = [];
  let open = 0;
  for (const token of tokens) {
    open += depthChange(token);
    if (open > 0 || token.type !== 'text') linked.push(token);
    else linked.push(...cutUp(state, token));
  }
  return linked;
}

function depthChange({ type, content }: Token): number {
  if (type === 'link_open' || type === 'math_open') return 1;
  if (type === 'link_close' || type === 'math_close') return -1;
  if (type !== 'html_inline') return 0;
  if (/^<a[\s>]/iu.test(content)) return 1;
  return /^<\/a\s*>/iu.test(content) ? -1 : 0;
}

interface Word {
  readonly start: number;
  readonly text: string;
  readonly href: string;
}

function cutUp(state: StateCore, token: Token): readonly Token[] {
  const parts: Token[] = [];
  let from = 0;
  for (const { start, text, href } of wordsIn(token.content)) {
    if (start < from || !state.md.validateLink(href)) continue;
    const opening = new state.Token('link_open', 'a', 1);
    opening.attrs = [['href', state.md.normalizeLink(href)]];
    parts.push(textToken(state, token.content.slice(from, start)), opening);
    parts.push(textToken(state, text), new state.Token('link_close', 'a', -1));
    from = start + text.length;
  }
  if (from === 0) return [token];
  return [...parts, textToken(state, token.content.slice(from))].filter(
    ({ type, content }) => type !== 'text' || content !== '',
  );
}

function textToken(state: StateCore, content: string): Token {
  const token = new state.Token('text', '', 0);
  token.content = content;
  return token;
}

/** All `www.` and e-mail addresses of a text, in order. */
function wordsIn(text: string): readonly Word[] {
  const words: Word[] = [];
  for (const { index } of text.matchAll(/(?<![\w/.@-])www\.(?=[a-z\d])/gu)) {
    const address = addressAt(text, index, index);
    if (address !== null && /^www\.[^.]/u.test(address)) {
      words.push({ start: index, text: address, href: `http://${address}` });
    }
  }
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    const word = emailAround(text, at);
    if (word !== null) words.push(word);
  }
  return words.toSorted((one, other) => one.start - other.start);
}

/** The e-mail address around an `@`. Looks no further than such addresses are long, so that a text of `@`s is linear. */
function emailAround(text: string, at: number): Word | null {
  const name = /(?:(?:mailto|xmpp):)?[\w.+-]+$/iu.exec(text.slice(Math.max(0, at - 72), at))?.[0];
  const found = /^[a-z\d_-]+(?:\.[a-z\d_-]+)+/iu.exec(text.slice(at + 1, at + 255))?.[0];
  if (name === undefined || found === undefined) return null;
  const host = found.replace(/\.+$/u, '');
  if (/[-_]$/u.test(host) || !host.includes('.')) return null;
  const hasScheme = /^(?:mailto|xmpp):/iu.test(name);
  const address = `${name}@${host}`;
  if (/^\.|^mailto:\./u.test(name)) return null;
  // `xmpp:` opens nothing here.
  if (hasScheme && !/^mailto:/iu.test(name)) return null;
  return {
    start: at - name.length,
    text: address,
    href: hasScheme ? address : `mailto:${address}`,
  };
}
