/** Where a caret in a text goes. Places are in UTF-16 units. */

/** What a caret steps over. */
export type CaretStep = 'character' | 'word';

/**
 * The next place of a caret that way: over one character as readers see it (a grapheme cluster), or to the next
 * beginning of a word (going back: the beginning of this or the previous one), by the rules of the text's language. A
 * run of white space counts as one character, as it is shown as one. Stays at the ends of the text.
 */
export function stepCaret(
  text: string,
  place: number,
  { step, way, lang }: { readonly step: CaretStep; readonly way: 1 | -1; readonly lang: string },
): number {
  const [from, to] = windowAround(text, place, way);
  const segments = [
    ...new Intl.Segmenter(lang === '' ? undefined : lang, {
      granularity: step === 'word' ? 'word' : 'grapheme',
    }).segment(text.slice(from, to)),
  ].map(({ index, segment, isWordLike }) => ({
    start: from + index,
    isStop: step === 'word' ? isWordLike === true : !isSpaceRun(text, from + index, segment),
  }));
  const stops = segments.filter(({ isStop }) => isStop).map(({ start }) => start);
  if (way === 1) return stops.find((start) => start > place) ?? lastPlace(text, to, place);
  return stops.findLast((start) => start < place) ?? (from === 0 ? 0 : from);
}

/** White space that follows other white space: no place for a caret to stop at. */
const isSpaceRun = (text: string, start: number, segment: string): boolean =>
  start > 0 && segment.trim() === '' && text.charAt(start - 1).trim() === '';

/** Behind the last character that is no white space, once; the end of what is looked at while more follows. */
function lastPlace(text: string, to: number, place: number): number {
  if (to < text.length) return to;
  return Math.max(place, text.trimEnd().length);
}

/** Longest stretch looked at: no word is longer, and a long post is not cut into words for one key press. */
const REACH = 400;

/** The stretch that a step is looked for in; begins and ends between lines where there are any. */
function windowAround(text: string, place: number, way: 1 | -1): readonly [number, number] {
  const before = way === -1 ? REACH : REACH / 4;
  const after = way === 1 ? REACH : REACH / 4;
  const from = wholeCharacter(text, Math.max(0, place - before));
  const to = wholeCharacter(text, Math.min(text.length, place + after));
  return [from, to];
}

/** The place, moved before a surrogate pair that it would cut. */
function wholeCharacter(text: string, place: number): number {
  const unit = text.charCodeAt(place);
  return unit >= 0xdc00 && unit <= 0xdfff ? place - 1 : place;
}
