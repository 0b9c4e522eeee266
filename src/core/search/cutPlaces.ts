import { isPlainAt } from '../../shared/text/fold.ts';

/**
 * Where a text may be cut so that an excerpt reads well: at the end of a sentence, else of a clause, else of a word,
 * and never inside a character as a reader sees it (Unicode Standard Annex 29, as `Intl.Segmenter` has it).
 */

/** What ends at a place of a text. A paragraph ends its last sentence. */
export type Edge = 'sentence' | 'clause' | 'none';

/** End a sentence, or a clause, wherever they stand. */
const STOPS = '。！？；…‥︒｡।॥';
const CLAUSE_STOPS = '，、：､';
/** End one only where a new word certainly follows: not in `3.5`, `1,000`, `10:30` or `page?id=1`. */
const LATIN_STOPS = '.!?;';
const LATIN_CLAUSE_STOPS = ',:';
/** Closing marks belong to what they close: a cut stands after them. */
const CLOSERS = '”’」』）】》〉〕"\')]}';
const ANY_MARK = `${STOPS}${CLAUSE_STOPS}${LATIN_STOPS}${LATIN_CLAUSE_STOPS}${CLOSERS}`;

/** What a full stop merely shortens: initials, and common words in front of names and numbers. */
const SHORTENED = /(?:^|[^\p{L}])(?:\p{L}|Mr|Mrs|Ms|Dr|Prof|St|Nos?|Fig|vs|Jr|Sr|Co)$/u;
const LONGEST_SHORTENED = 6;

/** Closing marks in a row that are looked through; a wall of them is nobody's sentence. */
const MOST_CLOSERS = 8;

/** How far back the beginning of a character is looked for: flags and joined emoji stand in rows. */
const LONGEST_CHARACTER = 512;

/** How far a slice for the segmenter reaches past the places asked for, so that its words are whole. */
const MARGIN = 48;

const WHITE = /\s/;
const LINE_END = /[\n\r\u2028\u2029]/;

const words = new Intl.Segmenter('und', { granularity: 'word' });
const characters = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** What ends at `at`: right after the mark and whatever it closes, before any white space. */
export function edgeAt(text: string, at: number): Edge {
  if (at <= 0 || at >= text.length) return 'sentence';
  const next = text.charAt(at);
  if (LINE_END.test(next)) return 'sentence';
  // Marks that stand together (`？！`, `……`, `。”`) are not parted.
  if (ANY_MARK.includes(next)) return 'none';
  let stop = at - 1;
  const furthest = Math.max(0, stop - MOST_CLOSERS);
  while (stop > furthest && CLOSERS.includes(text.charAt(stop))) stop -= 1;
  return edgeOfMark(text, stop, isApart(text, at));
}

function edgeOfMark(text: string, stop: number, isBeforeWord: boolean): Edge {
  const mark = text.charAt(stop);
  if (STOPS.includes(mark)) return 'sentence';
  if (CLAUSE_STOPS.includes(mark)) return 'clause';
  if (!isBeforeWord) return 'none';
  if (LATIN_CLAUSE_STOPS.includes(mark)) return 'clause';
  if (!LATIN_STOPS.includes(mark)) return 'none';
  const before = text.slice(Math.max(0, stop - LONGEST_SHORTENED), stop);
  return mark === '.' && SHORTENED.test(before) ? 'none' : 'sentence';
}

/** Whether a new word certainly begins at or after `at`: white space, or a script written without spaces. */
const isApart = (text: string, at: number): boolean =>
  text.charCodeAt(at) >= 0x2e80 || WHITE.test(text.charAt(at));

/** The first place at or after `from` that is not white space. */
export function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && WHITE.test(text.charAt(at))) at += 1;
  return at;
}

/** The last place at or before `from`, and not before `lowest`, that has no white space in front of it. */
export function skipSpaceBack(text: string, from: number, lowest: number): number {
  let at = from;
  while (at > lowest && WHITE.test(text.charAt(at - 1))) at -= 1;
  return at;
}

/** The last place in `(from, to]` that parts two words, else two characters; `to` for one huge character. */
export function wordEdgeBefore(text: string, from: number, to: number): number {
  const start = characterStart(text, from);
  const slice = text.slice(start, to + MARGIN);
  for (const segmenter of [words, characters]) {
    let last = -1;
    for (const { index } of segmenter.segment(slice)) {
      if (start + index > to) break;
      if (start + index > from) last = start + index;
    }
    if (last > 0) return last;
  }
  return wholeUnit(text, to);
}

/** The first place in `[from, to)` that parts two words, else two characters; `to` when there is none. */
export function wordEdgeAfter(text: string, from: number, to: number): number {
  const start = characterStart(text, Math.max(0, from - MARGIN));
  const slice = text.slice(start, to);
  for (const segmenter of [words, characters]) {
    for (const { index } of segmenter.segment(slice)) {
      // The slice itself may begin inside a word.
      if (index > 0 && start + index >= from) return start + index;
    }
  }
  return to;
}

/** A place at or a little before `at` where a character certainly begins. */
function characterStart(text: string, at: number): number {
  const lowest = Math.max(0, at - LONGEST_CHARACTER);
  let start = at;
  while (start > lowest && !isPlainAt(text, start)) start -= 1;
  return start;
}

/** The place itself, or one unit earlier when it would part a surrogate pair. */
function wholeUnit(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  const before = text.charCodeAt(at - 1);
  const isInPair = unit >= 0xdc00 && unit <= 0xdfff && before >= 0xd800 && before <= 0xdbff;
  return isInPair ? at - 1 : at;
}
