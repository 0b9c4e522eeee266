import { linkHighlights } from '../core/library/exportHighlights.ts';
import { highlightsPage, type LinkedHighlight } from '../core/library/highlightPage.ts';
import type { CliIo } from './io.ts';
import type { Invocation } from './invocation.ts';
import { jsonText, printable } from './printable.ts';
import type { Reading } from './reading.ts';

const WORDS = {
  title: 'Highlights',
  pens: { yellow: 'yellow', green: 'green', blue: 'blue', pink: 'pink' },
  orphan: 'no longer in the text',
  original: 'original',
};

/** `highlights`: what was highlighted in an archive, for people, as a page of Markdown or for programs. */
export async function highlightsCommand(
  { query, format }: Extract<Invocation, { command: 'highlights' }>,
  { archive, library, reader }: Reading,
  io: CliIo,
): Promise<number> {
  const choice = { archiveId: archive.id, ids: null, order: 'post', text: query } as const;
  const highlights = linkHighlights(library, reader, choice);
  if (format === 'json') {
    await io.write(`${jsonText(highlights.map(highlightJson))}\n`);
    return 0;
  }
  if (format === 'markdown') {
    // Waits for the reader of the output.
    for (const piece of highlightsPage(highlights, WORDS)) await io.write(piece);
    return 0;
  }
  if (highlights.length === 0) await io.write('No highlights.\n');
  for (const each of highlights) await io.write(highlightText(each));
  return 0;
}

function highlightJson(highlight: LinkedHighlight) {
  const { path, title, day, source, pen, quote, note, isOrphan, createdAt } = highlight;
  const { fileAddress, webAddress } = highlight;
  const facts = { path, title, day, source, pen, quote, note, isOrphan, createdAt };
  return { ...facts, file: fileAddress, url: webAddress };
}

function highlightText({ path, pen, quote, note, isOrphan }: LinkedHighlight): string {
  const state = isOrphan ? `${pen}, ${WORDS.orphan}` : pen;
  const lines = [`${printable(path)} (${state})`, `  ${printable(oneLine(quote))}`];
  return `${[...lines, ...(note === null ? [] : [`  Note: ${printable(oneLine(note))}`])].join('\n')}\n`;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}
