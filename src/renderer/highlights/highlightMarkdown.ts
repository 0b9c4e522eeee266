import type { ListedHighlight } from '../../shared/annotations.ts';

/** PURE. Characters that Markdown would take for marks where a line of text begins, or anywhere in it. */
const SPECIAL = /[\\`*_[\]<>]/gu;
const LINE_START = /^(?=[#>+\-=|~])/u;
const LIST_NUMBER = /^(\d+)(?=[.)])/u;

const escaped = (text: string): string =>
  text.replaceAll(SPECIAL, '\\$&').replace(LINE_START, '\\').replace(LIST_NUMBER, '$1\\');

const lines = (text: string): readonly string[] => text.split(/\r\n?|\n/u);

/**
 * Highlights for the clipboard: each a quotation with its post's title, source and day, the note below. The order is
 * the one given.
 */
export function highlightsMarkdown(highlights: readonly ListedHighlight[]): string {
  return highlights.map(oneMarkdown).join('\n\n');
}

function oneMarkdown({ quote, note, title, source, day }: ListedHighlight): string {
  const from = [`*${escaped(title)}*`, ...[source, day].flatMap((part) => part ?? [])];
  const quoted = [...lines(quote.trim()).map(escaped), '', `— ${from.join(', ')}`];
  const body = quoted.map((line) => (line === '' ? '>' : `> ${line}`)).join('\n');
  return note === null ? body : `${body}\n\n${lines(note.trim()).map(escaped).join('\n')}`;
}
