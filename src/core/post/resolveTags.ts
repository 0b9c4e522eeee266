import { assertNever } from '../../shared/result.ts';
import { readAround, readQuote } from './blockTags.ts';
import { finder, indentedCode, readCode, readHtmlCode } from './codeSpans.ts';
import type { Step } from './codeSpans.ts';
import { liquidText } from './liquidTags.ts';
import { outputText } from './liquidOutput.ts';
import { readShortcode } from './shortcodes.ts';
import type { ShortcodeText } from './shortcodes.ts';
import { findEnd } from './tagContext.ts';
import type { Ending, TagContext } from './tagContext.ts';
import type { TagPlace } from './tagPlace.ts';
import { codeBlock, link, escapeHtml, quoteClosing, quoteOpening } from './templateTags.ts';
import type { TagFormat } from './templateTags.ts';

/** Liquid, Nunjucks and Hexo names; elsewhere `{% x %}` may be the text itself. */
const KNOWN_TAG =
  /^-?\s*(?:end)?(?:raw|rawblock|highlight|codeblock|code|comment|include\w*|render|if|elsif|else|unless|for|case|when|assign|capture|cycle|increment|decrement|break|continue|tablerow|post_url|post_link|post_path|link|asset_\w+|img|youtube|vimeo|gist|tweet|blockquote|quote|pullquote|note|tabs?|iframe|figure|image|picture|video|seo|feed_meta|layout|extends|block|set|macro|import|raw|more|jsfiddle)\b/u;

/**
 * Resolves the template tags in a body: `raw` and `comment` markers go (the comment with its text), `highlight` and
 * `codeblock` become code, quotations, pictures and addresses what they are, films and the like a link; of all others
 * stays what is written for readers. Code of Markdown and HTML is left alone, but for Jekyll's `raw` and Hugo's escapes,
 * which the site itself did not show. Linear in the length of the body.
 */
export function resolveTags(body: string, format: TagFormat, place: TagPlace): string {
  if (!body.includes('{%') && !body.includes('{{')) return body;
  if (place.isLiteral) return body;
  const context: TagContext = {
    body,
    format,
    place,
    absent: new Set(),
    quotes: [],
    find: finder(body),
    assigned: assignedNames(body),
    isInCode: indentedCode(body),
  };
  const marks =
    format === 'html' ? /\{[%{]|<(?:pre|code|script|style|textarea)\b/giu : MARKDOWN_MARKS;
  const out: string[] = [];
  let at = 0;
  while (at < body.length) {
    marks.lastIndex = at;
    const next = marks.exec(body)?.index ?? -1;
    if (next === -1) break;
    out.push(body.slice(at, next));
    const step = readMark(context, next);
    out.push(step.text);
    at = step.after;
  }
  out.push(body.slice(at));
  return out.join('');
}

const MARKDOWN_MARKS = /\{[%{]|`+|^ {0,3}~~~+|<(?:pre|code|script|style|textarea)\b/gimu;

/** Longest template tag looked for. */
const MAX_TAG = 2000;

function readMark(context: TagContext, at: number): Step {
  const { body, format, place } = context;
  if (body.startsWith('<', at)) return unescaped(readHtmlCode(body, at, context.find), place);
  if (!body.startsWith('{', at)) return unescaped(readCode(body, at), place);
  if (format === 'markdown' && context.isInCode(at)) {
    const end = body.indexOf('\n', at);
    const after = end === -1 ? body.length : end;
    return unescaped({ text: body.slice(at, after), after }, place);
  }
  return body.startsWith('{{', at) ? readBraces(context, at) : readLiquid(context, at);
}

/** What the site itself takes off code: Jekyll fills in tags before it reads Markdown, Hugo unescapes shortcodes. */
function unescaped({ text, after }: Step, { site }: TagPlace): Step {
  if (site.generator === 'jekyll' && text.includes('raw')) {
    return { text: text.replaceAll(/\{%-?\s*(?:end)?raw\s*-?%\}/gu, ''), after };
  }
  if (site.generator === 'hugo' && text.includes('/*')) {
    return { text: text.replaceAll(HUGO_ESCAPED, '{{$<open>$<inner>$<close>}}'), after };
  }
  return { text, after };
}

const HUGO_ESCAPED = /\{\{(?<open>[<%])\/\*(?<inner>.{0,2000}?)\*\/(?<close>[>%])\}\}/gsu;

function assignedNames(body: string): ReadonlySet<string> {
  const tags = body.matchAll(
    /\{%-?\s{0,20}(?:assign|capture|for|set|increment|decrement)\s{1,20}(?<name>[\w-]{1,100})/gu,
  );
  return new Set(Array.from(tags, ({ groups }) => groups?.['name'] ?? ''));
}

function asIs(body: string, at: number): Step {
  return { text: body.slice(at, at + 2), after: at + 2 };
}

/** `{{< … >}}`, `{{% … %}}` of Hugo, `{{ … }}` of Liquid, Nunjucks and Zola. */
function readBraces(context: TagContext, at: number): Step {
  const { body, place, format, assigned } = context;
  const mark = body.charAt(at + 2);
  if (mark === '<' || mark === '%') {
    const close = context.find(mark === '<' ? '>}}' : '%}}', at + 3);
    if (close === -1 || close > at + MAX_TAG) return asIs(body, at);
    return readCall(context, { inner: body.slice(at + 3, close), after: close + 3, mark });
  }
  const end = outputEnd(context, at + 2);
  if (end === -1) return asIs(body, at);
  const inner = body.slice(at + 2, end);
  const after = end + 2;
  if (place.site.generator === 'zola')
    return readZola(context, { inner, after, at, isBlock: false });
  return { text: outputText({ inner, after, at }, body, { place, format, assigned }), after };
}

/** Where `}}` stands outside quotation marks, else the first; -1 when that is too far away. */
function outputEnd({ body, find }: TagContext, from: number): number {
  const close = find('}}', from);
  // Only so far: a body full of marks that are never closed must not be searched to its end from each of them.
  if (close === -1 || close > from + MAX_TAG) return -1;
  const window = body.slice(from, from + MAX_TAG);
  const quoted = /^-?\s*(?:"[^"\n]*"|'[^'\n]*')[^}"']{0,500}\}\}/u.exec(window);
  return quoted ? from + quoted[0].length - 2 : close;
}

interface Call {
  readonly inner: string;
  readonly after: number;
  readonly mark: string;
}

function readCall(context: TagContext, { inner, after, mark }: Call): Step {
  const { body } = context;
  const call = inner.trim().replace(/\s*\/$/u, '');
  if (inner.startsWith('/*')) {
    const shown = `{{${mark}${inner.replace(/^\/\*/u, '').replace(/\*\/$/u, '')}${mark === '<' ? '>' : '%'}}}`;
    return { text: escapeHtml(shown), after };
  }
  if (call.startsWith('/')) return { text: '', after };
  const name = /^[\w./-]+/u.exec(call)?.[0] ?? '';
  const made = readShortcode(name, call.slice(name.length));
  if (made.kind === 'text') return { text: onOwnLine(made.text, body, after), after };
  return around(context, made, { after, close: findClosing(context, after, name) });
}

interface Span {
  /** Where the text between the tags begins. */
  readonly after: number;
  /** Null when it never ends. */
  readonly close: Ending | null;
}

/** What stands between the tags of a shortcode, as that makes it. */
function around(context: TagContext, made: AroundText, { after, close }: Span): Step {
  const { body, format, place } = context;
  if (close === null) return { text: made.kind === 'link' ? made.text : '', after };
  const text = body.slice(after, close.at);
  const step = (written: string): Step => ({ text: written, after: close.after });
  switch (made.kind) {
    case 'hidden':
      return step('');
    case 'verbatim':
      return step(text);
    case 'code':
      return step(codeBlock(text, made.language, format));
    case 'link':
      return step(link(made.href, text.trim()));
    case 'quote': {
      const inner = resolveTags(text.trim(), format, place);
      return step(`${quoteOpening}${inner}${quoteClosing(escapeHtml(made.source))}`);
    }
    default:
      return assertNever(made);
  }
}

type AroundText = Exclude<ShortcodeText, { readonly kind: 'text' }>;

/** Where `{{< /name >}}` stands. */
function findClosing(context: TagContext, from: number, name: string): Ending | null {
  const key = `/${name}`;
  if (context.absent.has(key)) return null;
  const close = new RegExp(`\\{\\{[<%]\\s*/\\s*${escapePattern(name)}\\s*[>%]\\}\\}`, 'gu');
  close.lastIndex = from;
  const found = close.exec(context.body);
  if (found === null) context.absent.add(key);
  return found === null ? null : { at: found.index, after: found.index + found[0].length };
}

function escapePattern(name: string): string {
  return name.replaceAll(/[.*+?^${}()|[\]\\/-]/gu, '\\$&');
}

interface ZolaTag {
  readonly inner: string;
  readonly after: number;
  readonly at: number;
  /** `{% name() %}` with text up to `{% end %}`. */
  readonly isBlock: boolean;
}

/** Zola fills in nothing but calls of shortcodes: `{{ name(key="value") }}`. */
function readZola(context: TagContext, tag: ZolaTag): Step {
  const { inner, after, at, isBlock } = tag;
  const whole = context.body.slice(at, after);
  if (/^\s*\/\*.*\*\/\s*$/su.test(inner)) {
    return { text: whole.replace('/*', '').replace('*/', ''), after };
  }
  const call = /^-?\s*(?<name>[\w:]+)\((?<values>.*)\)\s*-?$/su.exec(inner)?.groups;
  if (call)
    return readZolaCall(context, tag, readShortcode(call['name'] ?? '', call['values'] ?? ''));
  const isEnd = isBlock && /^-?\s*end\s*-?$/u.test(inner);
  return { text: isEnd ? '' : whole, after };
}

function readZolaCall(context: TagContext, { after, isBlock }: ZolaTag, made: ShortcodeText): Step {
  const { body } = context;
  if (made.kind === 'text') return { text: onOwnLine(made.text, body, after), after };
  const close = isBlock ? findEnd(context, after, 'end') : null;
  return around(context, made, { after, close });
}

/** A figure that ends its line ends its block of HTML there too, so that the next line is Markdown again. */
function onOwnLine(text: string, body: string, after: number): string {
  const isLast = body.charAt(after) === '\n' || after >= body.length;
  return text.endsWith('</figure>') && isLast ? `${text}\n` : text;
}

function readLiquid(context: TagContext, at: number): Step {
  const { body, place } = context;
  const end = context.find('%}', at + 2);
  if (end === -1 || end > at + MAX_TAG) return asIs(body, at);
  const inner = body.slice(at + 2, end);
  const after = end + 2;
  const { generator } = place.site;
  if (generator === 'zola') return readZola(context, { inner, after, at, isBlock: true });
  const isTemplateSite = generator === 'jekyll' || generator === 'hexo';
  const isTag = isTemplateSite || KNOWN_TAG.test(inner) || isLoneTag(context, { inner, at, after });
  if (!isTag) return { text: body.slice(at, after), after };
  const call = inner.replaceAll(/^-|-$/gu, '').trim();
  const name = /^[\w-]*/u.exec(call)?.[0] ?? '';
  const written = call.slice(name.length).trim();
  const made =
    readQuote(context, { name, written, after }) ?? readAround(context, { name, written, after });
  return made ?? { text: onOwnLine(liquidText(name, written, place), body, after), after };
}

/** In a plain folder, a tag on a line of its own is one of a generator that nobody told of. */
function isLoneTag({ body, place }: TagContext, { inner, at, after }: PlacedText): boolean {
  if (place.site.generator !== 'none' || !/^-?\s*[a-z]\w*(?:\s[^\n]*)?$/iu.test(inner))
    return false;
  const before = body.slice(Math.max(0, at - 100), at);
  return /(?:^|\n)[ \t]*$/u.test(before) && /^[ \t]*(?:\n|$)/u.test(body.slice(after, after + 100));
}

interface PlacedText {
  readonly inner: string;
  readonly at: number;
  readonly after: number;
}
