import type { ListedHighlight } from '../../shared/annotations.ts';
import { markdown, markdownLines } from '../../shared/text/markdownText.ts';

/**
 * PURE. Highlights for the clipboard: each a quotation with its post's title, source and day, the note below. The order is
 * the one given.
 */
export function highlightsMarkdown(highlights: readonly ListedHighlight[]): string {
  return highlights.map(oneMarkdown).join('\n\n');
}

function oneMarkdown({ quote, note, title, source, day }: ListedHighlight): string {
  const from = [
    `*${markdown(title)}*`,
    ...[source, day].flatMap((part) => (part === null ? [] : [markdown(part)])),
  ];
  const quoted = [...markdownLines(quote.trim()), '', `— ${from.join(', ')}`];
  const body = quoted.map((line) => (line === '' ? '>' : `> ${line}`)).join('\n');
  return note === null ? body : `${body}\n\n${markdownLines(note.trim()).join('\n')}`;
}
