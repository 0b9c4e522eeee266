import type { SiteConfig } from './parsedPost.ts';

/** Liquid tags that stand round text which stays. Everything else (`include`, `assign` …) leaves nothing. */
const VERBATIM_ENDS: ReadonlyMap<string, string> = new Map([
  ['raw', 'endraw'],
  ['highlight', 'endhighlight'],
  ['codeblock', 'endcodeblock'],
  ['code', 'endcode'],
  ['comment', 'endcomment'],
]);
/** Liquid, Nunjucks and Hexo names; elsewhere `{% x %}` may be the text itself. */
const KNOWN_TAG =
  /^-?\s*(?:end)?(?:raw|highlight|codeblock|code|comment|include\w*|render|if|elsif|else|unless|for|case|when|assign|capture|cycle|increment|decrement|break|continue|tablerow|post_url|post_link|post_path|link|asset_\w+|img|youtube|vimeo|gist|blockquote|quote|pullquote|note|tabs?|iframe|figure|image|video|seo|feed_meta|layout|extends|block|set|macro|import|raw|more)\b/u;
const SITE_OUTPUT =
  /^-?\s*(?:site|page|post|include|layout|paginator|content|forloop|theme|config)\b/u;

/**
 * Resolves the template tags in a body: `raw` and `comment` markers go (the comment with its text), `highlight` becomes
 * a code block, `{{ "/x.png" | relative_url }}` its path, Hugo's `figure` an HTML figure, and other tags nothing.
 * What stands in Markdown code is left alone. Linear in the length of the body.
 */
export function resolveTemplateTags(body: string, site: SiteConfig): string {
  if (!body.includes('{%') && !body.includes('{{')) return body;
  const context: Context = { body, site, absent: new Set() };
  const out: string[] = [];
  let at = 0;
  while (at < body.length) {
    const next = nextMark(body, at);
    if (next === -1) break;
    out.push(body.slice(at, next));
    const step = body.startsWith('{', next) ? readTag(context, next) : readCode(body, next);
    out.push(step.text);
    at = step.after;
  }
  out.push(body.slice(at));
  return out.join('');
}

interface Step {
  readonly text: string;
  readonly after: number;
}

/** Longest template tag looked for. */
const MAX_TAG = 2000;
/** Words like `endraw` looked at before a block is taken to have no end. */
const MAX_TRIES = 50;
/** Longest code span looked for; keeps a body full of lone backticks linear. */
const MAX_SPAN = 2000;
const MARK = /\{[%{]|`+|^ {0,3}~~~+/gmu;

function nextMark(body: string, from: number): number {
  MARK.lastIndex = from;
  return MARK.exec(body)?.index ?? -1;
}

/** Copies a code span or fence whole; a lone run of backticks is copied as it is. */
function readCode(body: string, at: number): Step {
  const fence = /^\s*(?<run>`+|~+)/u.exec(body.slice(at, at + 200))?.groups?.['run'] ?? '`';
  const from = body.indexOf(fence, at) + fence.length;
  const isBlock =
    fence.length >= 3 && /(?:^|\n)[ \t>*-]*$/u.test(body.slice(Math.max(0, at - 20), at));
  const close = isBlock
    ? closingFence(body, from, fence)
    : closingRun(body.slice(0, from + MAX_SPAN), from, fence);
  if (close === -1) {
    const after = isBlock ? body.length : from;
    return { text: body.slice(at, after), after };
  }
  return { text: body.slice(at, close), after: close };
}

function closingFence(body: string, from: number, fence: string): number {
  const at = body.indexOf(`\n${fence}`, from);
  return at === -1 ? -1 : at + 1 + fence.length;
}

function closingRun(body: string, from: number, run: string): number {
  let at = body.indexOf(run, from);
  while (at !== -1) {
    let end = at + run.length;
    while (body.charAt(end) === '`') end += 1;
    if (end - at === run.length) return end;
    at = body.indexOf(run, end);
  }
  return -1;
}

/** A body on its way through. `absent` holds the endings that do not come any more. */
interface Context {
  readonly body: string;
  readonly site: SiteConfig;
  readonly absent: Set<string>;
}

function readTag(context: Context, at: number): Step {
  const { body, site } = context;
  const isOutput = body.startsWith('{{', at);
  const close = isOutput ? '}}' : '%}';
  // Only so far: a body full of marks that are never closed must not be searched to its end from each of them.
  const window = body.slice(at + 2, at + MAX_TAG);
  const length = window.indexOf(close);
  if (length === -1) return { text: body.slice(at, at + 2), after: at + 2 };
  const inner = window.slice(0, length);
  const after = at + 2 + length + 2;
  const whole = body.slice(at, after);
  if (!isOutput) return readLiquid(context, { inner, after, whole });
  if (inner.startsWith('<') || inner.startsWith('%')) return readShortcode(inner, after);
  return { text: readOutput(inner, whole, site), after };
}

interface Tag {
  readonly inner: string;
  readonly after: number;
  readonly whole: string;
}

function readLiquid(context: Context, { inner, after, whole }: Tag): Step {
  const { body, site } = context;
  const isTemplateSite = site.generator === 'jekyll' || site.generator === 'hexo';
  if (!isTemplateSite && !KNOWN_TAG.test(inner)) return { text: whole, after };
  const [name = '', first = ''] = inner.replace(/^-|-$/gu, '').trim().split(/\s+/u, 2);
  const ending = VERBATIM_ENDS.get(name);
  if (ending === undefined) return { text: name === 'post_url' ? postAddress(first) : '', after };
  const close = findEnd(context, after, ending);
  if (close === null) return { text: '', after };
  const text = body.slice(after, close.at);
  if (name === 'raw') return { text, after: close.after };
  if (name === 'comment') return { text: '', after: close.after };
  return { text: codeBlock(text, first), after: close.after };
}

/** Where `{% endraw %}` stands; null when there is none, or only words that look like it. */
function findEnd(
  context: Context,
  from: number,
  ending: string,
): { readonly at: number; readonly after: number } | null {
  if (context.absent.has(ending)) return null;
  let name = context.body.indexOf(ending, from);
  for (let tries = 0; name !== -1 && tries < MAX_TRIES; tries += 1) {
    const open = /\{%-?\s*$/u.exec(context.body.slice(Math.max(from, name - 50), name));
    const close = /^\s*-?%\}/u.exec(context.body.slice(name + ending.length).slice(0, 50));
    if (open && close) {
      return { at: name - open[0].length, after: name + ending.length + close[0].length };
    }
    name = context.body.indexOf(ending, name + ending.length);
  }
  // What is missing from here on is missing everywhere after; asking once keeps the walk linear.
  context.absent.add(ending);
  return null;
}

function codeBlock(code: string, language: string): string {
  const fence = code.includes('```') ? '~~~~~~' : '```';
  const name = /^[\w+#-]{1,30}$/u.test(language) ? language : '';
  return `\n\n${fence}${name}\n${code.replace(/^\n/u, '').trimEnd()}\n${fence}\n\n`;
}

/** `{% post_url 2022-05-18-name %}` -> `2022-05-18-name.md`: a relative address that names the post's file. */
function postAddress(name: string): string {
  return /^[^\s<>"'()]{1,200}$/u.test(name) ? `${name}.md` : '';
}

function readOutput(inner: string, whole: string, site: SiteConfig): string {
  const literal = /^-?\s*(?:"(?<double>[^"]*)"|'(?<single>[^']*)')\s*(?<filters>\|[^\n]*)?$/u.exec(
    inner,
  );
  if (literal?.groups) return literal.groups['double'] ?? literal.groups['single'] ?? '';
  if (/^\s*site\.url\s*$/u.test(inner)) return site.url ?? '';
  const isTemplateSite = site.generator === 'jekyll' || site.generator === 'hexo';
  return isTemplateSite || SITE_OUTPUT.test(inner) ? '' : whole;
}

function readShortcode(inner: string, after: number): Step {
  const call = inner.slice(1).replace(/[>%]$/u, '').trim();
  const name = /^[\w-]+/u.exec(call)?.[0] ?? '';
  if (name === 'figure' || name === 'img') return { text: figure(call), after };
  if (name === 'ref' || name === 'relref') {
    return { text: /["'](?<path>[^"']+)["']/u.exec(call)?.groups?.['path'] ?? '', after };
  }
  return { text: '', after };
}

function figure(call: string): string {
  const value = (key: string): string =>
    new RegExp(`\\b${key}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"']+))`, 'u')
      .exec(call)
      ?.slice(1)
      .find((part) => part !== undefined) ?? '';
  const caption = [value('title'), value('caption')].filter((part) => part !== '').join(' ');
  const below = caption === '' ? '' : `<figcaption>${escapeHtml(caption)}</figcaption>`;
  const image = `<img src="${escapeHtml(value('src'))}" alt="${escapeHtml(value('alt'))}">`;
  return `<figure>${image}${below}</figure>`;
}

/** Text as HTML that shows it. */
export function escapeHtml(text: string): string {
  if (!/["&<>]/u.test(text)) return text;
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
