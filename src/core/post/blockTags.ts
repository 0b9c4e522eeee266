import type { Step } from './codeSpans.ts';
import { findEnd } from './tagContext.ts';
import type { TagContext } from './tagContext.ts';
import { codeBlock, escapeHtml, link, quoteClosing, quoteOpening } from './templateTags.ts';
import type { TagFormat } from './templateTags.ts';

/** Tags that stand round code. */
const CODE_TAGS = new Set(['highlight', 'codeblock', 'code', 'mermaid', 'plantuml', 'prism']);
/** Tags that stand round text that is left as it is. */
const VERBATIM_TAGS = new Set(['raw', 'rawblock', 'verbatim']);
/** Tags that stand round a quotation. */
const QUOTE_TAGS = new Set(['blockquote', 'quote', 'pullquote', 'cq', 'centerquote', 'epigraph']);

/** A tag that stands round code, or round text that is left as it is; null for others. */
export function readAround(context: TagContext, { name, written, after }: PlacedTag): Step | null {
  const isVerbatim = VERBATIM_TAGS.has(name);
  if (!isVerbatim && !CODE_TAGS.has(name) && name !== 'comment') return null;
  const close = findEnd(context, after, `end${name}`);
  if (close === null) return { text: '', after };
  const text = context.body.slice(after, close.at);
  if (isVerbatim) return { text, after: close.after };
  if (name === 'comment') return { text: '', after: close.after };
  return { text: taggedCode(text, { name, written }, context.format), after: close.after };
}

/** A tag by its name, and what is written behind that. */
interface Tag {
  readonly name: string;
  readonly written: string;
}

/** A tag, and the place behind it. */
interface PlacedTag extends Tag {
  readonly after: number;
}

/** Jekyll: `highlight ruby linenos`; Hexo: `codeblock [title] [lang:x] [url] [link text]`. */
function taggedCode(code: string, { name, written }: Tag, format: TagFormat): string {
  const named = /(?:^|\s)lang(?:uage)?[:=]"?(?<lang>[\w+#.-]{1,30})/u.exec(written)?.groups?.[
    'lang'
  ];
  if (name === 'highlight') {
    const first = written.replaceAll(/["']/gu, '').split(/\s+/u)[0] ?? '';
    return codeBlock(code, named ?? first, format);
  }
  if (name !== 'codeblock' && name !== 'code') return codeBlock(code, name, format);
  const title = written
    .replaceAll(/(?:^|\s)(?:lang|language|line_number|highlight|first_line|mark|wrap)[:=]\S+/gu, '')
    .trim();
  const caption = title === '' ? '' : `\n\n<p>${sourceOf(title)}</p>`;
  return `${caption}${codeBlock(code, named ?? '', format)}`;
}

/** A tag that begins or ends a quotation; null for others, and for one that never ends. */
export function readQuote(context: TagContext, { name, written, after }: PlacedTag): Step | null {
  if (!QUOTE_TAGS.has(name.replace(/^end/u, ''))) return null;
  if (name.startsWith('end')) {
    const open = context.quotes.at(-1);
    if (open === undefined || `end${open.name}` !== name) return null;
    context.quotes.pop();
    return { text: quoteClosing(open.source), after };
  }
  if (findEnd(context, after, `end${name}`) === null) return null;
  const source = name === 'pullquote' ? '' : sourceOf(written);
  context.quotes.push({ name, source });
  return { text: quoteOpening, after };
}

/** `David Levithan, Wide Awake` or `Seth Godin https://… Title of the page`, as HTML. */
function sourceOf(written: string): string {
  const text = written.trim().replaceAll(/^["']|["']$/gu, '');
  const groups = /^(?<name>.*?)\s*(?<url>https?:\/\/\S+)(?:\s+(?<title>.*))?$/su.exec(text)?.groups;
  if (!groups) return escapeHtml(text);
  const { name = '', url = '', title = '' } = groups;
  const address = link(url, title === '' ? url : title);
  return name === '' ? address : `${escapeHtml(name)} ${address}`;
}
