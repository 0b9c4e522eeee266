import type { Highlight } from '../../../../shared/annotations.ts';
import type { ExportedPost, ExportOptions } from '../../../../shared/exportModel.ts';
import type { BookTexts } from '../../book/bookText.ts';
import type { MarkedPost } from '../../marks/postMarks.ts';
import { shortQuote } from '../../shortQuote.ts';
import { make, type ChapterNode } from './chapterNode.ts';

/** A note on a passage, with its number, from 1 within its post. */
export interface PassageNote {
  readonly number: number;
  readonly highlight: Highlight;
  readonly text: string;
}

type NoteOptions = Pick<ExportOptions, 'hasHighlights' | 'hasNotes'>;

/** Highlights that are to be marked: those shown, and those of notes that are. */
export function wantedHighlights(
  { annotations }: ExportedPost,
  { hasHighlights, hasNotes }: NoteOptions,
): readonly Highlight[] {
  return annotations.highlights.filter(({ note }) => hasHighlights || (hasNotes && note !== null));
}

/** Numbers the notes on passages, and has the last element of each passage carry its number (`data-note`). */
export function numberNotes(
  { highlights }: MarkedPost,
  { hasHighlights, hasNotes }: NoteOptions,
): readonly PassageNote[] {
  const notes: PassageNote[] = [];
  for (const { highlight, elements } of highlights) {
    if (!hasHighlights) for (const mark of elements) mark.attribs['class'] = 'quiet';
    const text = highlight.note?.trim() ?? '';
    if (!hasNotes || text === '') continue;
    const number = notes.length + 1;
    notes.push({ number, highlight, text });
    const last = elements.at(-1) ?? elements[0];
    last.attribs['data-note'] = String(number);
  }
  return notes;
}

const referenceId = (prefix: string, number: string): string => `${prefix}r${number}`;
const noteId = (prefix: string, number: string): string => `${prefix}n${number}`;

/** The number behind a passage; a link to the note, but inside another link. */
export function noteSign(
  prefix: string,
  number: string,
  isLinked: boolean,
): readonly ChapterNode[] {
  const id = referenceId(prefix, number);
  if (isLinked) return [make('sup', { class: 'note-sign', id }, [number])];
  const role = { 'epub:type': 'noteref', role: 'doc-noteref' };
  const link = make('a', { id, href: `#${noteId(prefix, number)}`, ...role }, [number]);
  return [make('sup', { class: 'note-sign' }, [link])];
}

/** What the reader wrote on a post, for the end of its chapter. */
export interface ChapterNotes {
  readonly prefix: string;
  readonly numbered: readonly PassageNote[];
  /** Passages that the text has no more. */
  readonly lost: readonly Highlight[];
  readonly options: NoteOptions;
  readonly texts: BookTexts;
}

/** Notes at the end of a chapter: each an aside, which readers of books show beside the passage. Empty when there are none. */
export function notesSection(notes: ChapterNotes): readonly ChapterNode[] {
  const { prefix, numbered, lost, options, texts } = notes;
  if (numbered.length === 0 && lost.length === 0) return [];
  const shown = numbered.map(({ number, highlight, text }) => {
    const back = `#${referenceId(prefix, String(number))}`;
    const role = { 'epub:type': 'backlink', role: 'doc-backlink' };
    const sign = make('a', { class: 'number', href: back, ...role }, [String(number)]);
    const words = [sign, ' ', quoted(highlight)];
    const attributes = {
      class: 'note',
      id: noteId(prefix, String(number)),
      'epub:type': 'footnote',
      role: 'doc-footnote',
    };
    return make('aside', attributes, [make('p', { class: 'passage' }, words), ...ownWords(text)]);
  });
  const gone = lost.map((highlight) =>
    make('div', { class: 'note' }, [
      make('p', { class: 'passage' }, [quoted(highlight)]),
      ...(options.hasNotes && highlight.note !== null ? ownWords(highlight.note) : []),
    ]),
  );
  const lostHead = make('p', { class: 'notes-head' }, [texts.lostHighlights]);
  return [
    make('section', { class: 'notes', 'epub:type': 'footnotes' }, [
      ...(shown.length === 0 ? [] : [make('p', { class: 'notes-head' }, [texts.notes]), ...shown]),
      ...(gone.length === 0 ? [] : [lostHead, ...gone]),
    ]),
  ];
}

/** The note on the post as a whole, for the head of its chapter; empty when there is none to show. */
export function postNote(
  { annotations }: ExportedPost,
  { hasNotes }: NoteOptions,
  texts: BookTexts,
): readonly ChapterNode[] {
  const text = annotations.note?.text.trim() ?? '';
  if (!hasNotes || text === '') return [];
  const head = make('p', { class: 'notes-head' }, [texts.noteOnPost]);
  return [make('div', { class: 'post-note' }, [head, ...ownWords(text)])];
}

/** The reader's words, a paragraph a line. */
function ownWords(text: string): readonly ChapterNode[] {
  return text
    .split(/\n+/u)
    .filter((line) => line.trim() !== '')
    .map((line) => make('p', { class: 'own', dir: 'auto' }, [line]));
}

const quoted = ({ quote, pen }: Highlight): ChapterNode =>
  make('mark', { class: `hl hl-${pen}` }, [shortQuote(quote)]);
