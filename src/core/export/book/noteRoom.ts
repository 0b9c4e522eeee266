import type { MarkedHighlight } from '../marks/postMarks.ts';

/** Lines of the text that notes stand beside, and of the notes. */
export interface NoteRoom {
  /** Characters as wide as high in a line of the text, and of a note. */
  readonly textLine: number;
  readonly noteLine: number;
  /** Height of a line of a note, and of the space between two notes, in lines of the text. */
  readonly noteHeight: number;
  readonly noteGap: number;
}

/** A note may stand so many lines below its words, and be so long, and reach so far below the text. */
const FARTHEST = 16;
const LONGEST = 26;
const FARTHEST_BELOW = 6;

/**
 * PURE. Whether the notes of a post have room beside its words, about: many on one paragraph push each other down, past
 * the words they belong to and past the end of the text. Pictures, which only give more room, are not counted.
 *
 * @param text the visible text of the post
 */
export function notesFit(
  notes: readonly MarkedHighlight[],
  text: string,
  { textLine, noteLine, noteHeight, noteGap }: NoteRoom,
): boolean {
  const lines = text.split('\n').map((line) => Math.ceil(widthOf(line) / textLine));
  const end = lines.reduce((sum, count) => sum + count, 0);
  const length = Math.max(1, text.replaceAll(/\s/gu, '').length);
  let below = 0;
  for (const { highlight } of notes) {
    const note = highlight.note ?? '';
    const noteLines = note.split('\n').map((line) => Math.ceil(widthOf(line) / noteLine));
    const height = noteLines.reduce((sum, count) => sum + Math.max(1, count), 0) * noteHeight;
    const words = (highlight.position[0] / length) * end;
    const top = Math.max(below, words);
    below = top + height + noteGap;
    if (top - words > FARTHEST || height > LONGEST) return false;
  }
  return below - noteGap <= end + FARTHEST_BELOW;
}

const WIDE = /[\u2e80-\uffef]/u;

/** Characters as wide as high, roughly. */
export const widthOf = (text: string): number =>
  Array.from(text).reduce((sum, each) => sum + (WIDE.test(each) ? 1 : 0.55), 0);
