/**
 * What template tags become. HTML in both kinds of bodies, because Markdown takes it anywhere; code in Markdown is a fence,
 * so that nothing in it is read.
 */

/** How a body is written that tags stand in. */
export type TagFormat = 'markdown' | 'html';

/** Text as HTML that shows it. */
export function escapeHtml(text: string): string {
  if (!/["&<>]/u.test(text)) return text;
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** A block of code. `language` other than a plain word is left out. */
export function codeBlock(code: string, language: string, format: TagFormat): string {
  const name = /^[\w+#.-]{1,30}$/u.test(language) ? language.toLowerCase() : '';
  const text = code.replace(/^[ \t]*\n/u, '').trimEnd();
  if (format === 'html') {
    const label = name === '' ? '' : ` class="language-${name}"`;
    return `<pre><code${label}>${escapeHtml(text)}</code></pre>`;
  }
  const longest = Math.max(2, ...[...text.matchAll(/`+/gu)].map(([run]) => run.length));
  const fence = '`'.repeat(Math.min(longest + 1, 200));
  return `\n\n${fence}${name}\n${text}\n${fence}\n\n`;
}

/** A picture with what stands below it. */
export interface Figure {
  readonly src: string;
  readonly alt: string;
  readonly caption: string;
}

/** An HTML figure; without an address only its caption, as text. */
export function figure({ src, alt, caption }: Figure): string {
  if (src === '') return escapeHtml(caption);
  const below = caption === '' ? '' : `<figcaption>${escapeHtml(caption)}</figcaption>`;
  return `<figure><img src="${escapeHtml(src)}" alt="${escapeHtml(alt)}">${below}</figure>`;
}

/** A picture within a line. */
export function image(src: string, alt: string): string {
  return `<img src="${escapeHtml(src)}" alt="${escapeHtml(alt)}">`;
}

/** A link; its words alone when it leads nowhere. */
export function link(href: string, text: string): string {
  const words = escapeHtml(text === '' ? href : text);
  return href === '' ? words : `<a href="${escapeHtml(href)}">${words}</a>`;
}

/** Text that a tag holds as an argument, as a block of its own. */
export function paragraph(text: string): string {
  return text === '' ? '' : `\n\n<p>${escapeHtml(text)}</p>\n\n`;
}

/** The ends of a quotation round text that is read as any other. */
export const quoteOpening = '\n\n<blockquote>\n\n';

/** Closes a quotation; `source` (HTML) is who said it. */
export function quoteClosing(source: string): string {
  return source === '' ? '\n\n</blockquote>\n\n' : `\n\n<p>— ${source}</p>\n\n</blockquote>\n\n`;
}
