import type { Highlight, PostNote } from '../../../shared/annotations.ts';
import { markdown, markdownLines } from '../../../shared/text/markdownText.ts';

/** What of the reader's own words follows the text of a post. */
export interface OwnWords {
  readonly note: PostNote | null;
  /** Those with a note, and those that could not be marked in the text; in order. */
  readonly highlights: readonly Highlight[];
}

/** The reader's words as a section at the end of a page, ended by a line break; '' when there are none. */
export function notesSection({ note, highlights }: OwnWords, heading: string): string {
  if (note === null && highlights.length === 0) return '';
  const parts = [
    `## ${markdown(heading)}`,
    ...(note === null ? [] : [linesOf(note.text)]),
    ...highlights.flatMap((highlight) => [
      quoted(highlight.quote),
      ...(highlight.note === null ? [] : [linesOf(highlight.note)]),
    ]),
  ];
  return `${parts.join('\n\n')}\n`;
}

function quoted(text: string): string {
  return markdownLines(text.trim())
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');
}

/** Lines as written: those of a paragraph end with a break. */
export function linesOf(text: string): string {
  return text
    .trim()
    .split(/\n[ \t\f\u3000]*\n\s*/u)
    .map((paragraph) => markdownLines(paragraph).join('\\\n'))
    .join('\n\n');
}
