import type { BookFacts } from './bookFacts.ts';
import { escapeHtml } from '../exportText.ts';

/** A line of dots from a name to its number: a drawing, for dots of text would be read with the words. */
export const LEADER =
  '<svg class="leader" aria-hidden="true"><line x1="0" x2="100%" y1="0" y2="0"/></svg>';

/** A whole document of the book around what it shows, with the classes that the options turn into a look. */
export function bookPage({ input, options, title, lang }: BookFacts, body: string): string {
  const links = input.bookStyles.map(
    (href) => `<link rel="stylesheet" href="${escapeHtml(href)}">`,
  );
  const classes = [
    'book',
    options.typeface,
    ...(options.columns === 2 ? ['two-columns'] : []),
    ...(options.starts === 'running' ? ['running'] : []),
    ...(options.ink === 'saving' ? ['ink-saving'] : []),
  ];
  return (
    `<!doctype html><html lang="${escapeHtml(lang)}"><head><meta charset="utf-8">` +
    `<title>${escapeHtml(title)}</title>${links.join('')}</head>\n` +
    `<body class="${classes.join(' ')}">${body}</body></html>`
  );
}
