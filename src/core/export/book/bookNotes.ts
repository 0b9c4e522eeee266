import { Element, isTag, Text, type AnyNode } from 'domhandler';
import { prepend } from 'domutils';
import type { Highlight, Pen } from '../../../shared/annotations.ts';
import type { ExportedPost } from '../../../shared/exportModel.ts';
import type { BookFacts, NotesPlace } from './bookFacts.ts';
import { chapterId, placeAddress } from './bookModel.ts';
import { escapeHtml } from '../exportText.ts';
import { insertAfter } from '../marks/markRanges.ts';
import type { MarkedHighlight, MarkedPost } from '../marks/postMarks.ts';
import { shortQuote } from '../shortQuote.ts';
import { notesFit } from './noteRoom.ts';

/** A note with its number, from 1 within its post. */
interface NumberedNote {
  readonly number: number;
  /** The words it is on; null = on the post as a whole. */
  readonly quote: string | null;
  readonly pen: Pen | null;
  readonly text: string;
}

/** What the reader wrote on a post, on its way to the places where it is printed. */
export interface ChapterNotes {
  /** Highlights to be marked in the post: those seen, and those of notes. */
  readonly highlights: readonly Highlight[];
  /** To be called with what came of marking. */
  readonly annotate: (marked: MarkedPost) => void;
  /** Whether notes stand in the margin; after `annotate`. */
  readonly hasMargin: () => boolean;
  /** Below the title, or a reference there; call the others after `annotate`. */
  readonly head: () => string;
  /** Behind the text; empty for nothing. */
  readonly foot: () => string;
  /** For the end of the book; null for nothing. */
  readonly endNote: () => string | null;
  /** Ids that the end of the book leads back to. */
  readonly places: () => readonly string[];
}

/** The id of a note's reference in the text, and of the note at the end. */
const referenceId = (post: number, number: number): string => `${chapterId(post)}-note${number}`;
const noteId = (post: number, number: number): string => `note-${chapterId(post)}-${number}`;

/** Prepares the notes of one post for the place that the book has for them. */
export function chapterNotes(post: number, exported: ExportedPost, facts: BookFacts): ChapterNotes {
  const { options } = facts;
  const { annotations } = exported;
  let { notesPlace } = facts;
  const numbered: NumberedNote[] = [];
  let lost: readonly Highlight[] = [];
  let besideCount = 0;
  const onPost = options.hasNotes ? (annotations.note?.text.trim() ?? '') : '';
  // Behind everything else a note on the post is number one: its reference stands at the title.
  if (onPost !== '' && notesPlace === 'book')
    numbered.push({ number: 1, quote: null, pen: null, text: onPost });
  return {
    highlights: annotations.highlights.filter(
      ({ note }) => options.hasHighlights || (options.hasNotes && note !== null),
    ),
    annotate: (marked) => {
      lost = marked.lost;
      if (notesPlace === 'margin' && options.hasNotes) {
        const noted = marked.highlights.filter(({ highlight }) => highlight.note !== null);
        if (!notesFit(noted, exported.text, facts.noteRoom)) notesPlace = 'post';
      }
      for (const each of marked.highlights) {
        if (!options.hasHighlights)
          for (const mark of each.elements) mark.attribs['class'] = 'quiet';
        const { note } = each.highlight;
        if (options.hasNotes && note !== null) {
          if (notesPlace === 'margin') {
            putBeside(each, note);
            besideCount += 1;
          } else
            numbered.push(
              putReference(each, { post, number: numbered.length + 1, note, notesPlace }),
            );
        }
      }
    },
    hasMargin: () => besideCount > 0,
    head: () => (onPost === '' ? '' : headNote(post, onPost, facts)),
    foot: () => footNotes(post, { numbered: notesPlace === 'post' ? numbered : [], lost, facts }),
    endNote: () =>
      notesPlace === 'book' && numbered.length > 0
        ? `<ol class="notes">${numbered.map((note) => noteLine(post, note, true)).join('')}</ol>`
        : null,
    places: () =>
      notesPlace === 'book' ? numbered.map(({ number }) => referenceId(post, number)) : [],
  };
}

/** Elements whose insides are no place for what stands in the margin: it goes before them. */
const CLOSED = /^(?:table|pre|figure|ruby|details|dl|center)$/u;

function putBeside({ highlight, elements }: MarkedHighlight, note: string): void {
  const aside = added('span', { class: `side-note ${highlight.pen}` }, note);
  let closed: Element | null = null;
  let at: AnyNode | null = elements[0];
  while (at !== null) {
    if (isTag(at) && CLOSED.test(at.name)) closed = at;
    at = at.parent;
  }
  // Before the words: a float is no higher than the line it stands in.
  prepend(closed ?? elements[0], aside);
}

interface Reference {
  readonly post: number;
  readonly number: number;
  readonly note: string;
  readonly notesPlace: NotesPlace;
}

function putReference(
  { highlight, elements }: MarkedHighlight,
  { post, number, note, notesPlace }: Reference,
): NumberedNote {
  const link = new Element(
    'a',
    { id: referenceId(post, number), href: noteAddress(post, number, notesPlace) },
    [new Text(String(number))],
  );
  const sign = new Element('sup', { class: 'note-sign', 'data-book': '' }, [link]);
  insertAfter(elements.at(-1) ?? elements[0], [sign]);
  return { number, quote: highlight.quote, pen: highlight.pen, text: note };
}

function noteAddress(post: number, number: number, notesPlace: NotesPlace): string {
  const id = noteId(post, number);
  return notesPlace === 'book' ? placeAddress(id) : `#${id}`;
}

function added(name: string, attributes: Readonly<Record<string, string>>, text: string): Element {
  return new Element(name, { ...attributes, 'data-book': '' }, [new Text(text)]);
}

function headNote(post: number, text: string, facts: BookFacts): string {
  if (facts.notesPlace === 'book') {
    return (
      `<p class="post-note-sign">${escapeHtml(facts.texts.noteOnPost)} <a id="${referenceId(post, 1)}" ` +
      `href="${noteAddress(post, 1, 'book')}">1</a></p>`
    );
  }
  const label = `<b>${escapeHtml(facts.texts.noteOnPost)}</b>`;
  return `<aside class="post-note">${label}<span>${escapeHtml(text)}</span></aside>`;
}

interface FootNotes {
  readonly numbered: readonly NumberedNote[];
  readonly lost: readonly Highlight[];
  readonly facts: BookFacts;
}

function footNotes(post: number, { numbered, lost, facts }: FootNotes): string {
  const { texts, options } = facts;
  const notes =
    numbered.length === 0
      ? ''
      : `<p class="notes-head">${escapeHtml(texts.notes)}</p><ol class="notes">` +
        `${numbered.map((note) => noteLine(post, note, false)).join('')}</ol>`;
  const gone =
    lost.length === 0
      ? ''
      : `<p class="notes-head">${escapeHtml(texts.lostHighlights)}</p><ul class="notes lost">` +
        `${lost.map((highlight) => lostLine(highlight, options.hasNotes)).join('')}</ul>`;
  return notes + gone === '' ? '' : `<aside class="post-notes">${notes}${gone}</aside>`;
}

function noteLine(
  post: number,
  { number, quote, pen, text }: NumberedNote,
  isAway: boolean,
): string {
  const back = referenceId(post, number);
  const address = isAway ? placeAddress(back) : `#${back}`;
  const words =
    quote === null ? '' : `<q class="${pen ?? ''}">${escapeHtml(shortQuote(quote))}</q>`;
  return (
    `<li id="${noteId(post, number)}"><a class="number" href="${address}">${number}</a>` +
    `<div>${words}<span class="own">${escapeHtml(text)}</span></div></li>`
  );
}

function lostLine({ quote, note, pen }: Highlight, hasNotes: boolean): string {
  const own = hasNotes && note !== null ? `<span class="own">${escapeHtml(note)}</span>` : '';
  return `<li><div><q class="${pen}">${escapeHtml(shortQuote(quote))}</q>${own}</div></li>`;
}

/** Ids of the notes of a list that `endNote` gave, so that references find them. */
export function noteIdsIn(html: string): readonly string[] {
  return [...html.matchAll(/<li id="(?<id>note-[^"]+)"/gu)].flatMap(
    ({ groups }) => groups?.['id'] ?? [],
  );
}
