import type { QuoteAnchor } from '../annotations.ts';
import type { TextRange } from '../model.ts';
import { hasOwnEnds, SAME_SENTENCE } from './endSentences.ts';
import {
  changedPlaces,
  exactPlaces,
  isDouble,
  type QuotePlace,
  sentenceCost,
} from './findPlaces.ts';
import { type ReadAnchor, readAnchor } from './readAnchor.ts';
import { endPartsOf } from './sentences.ts';
import { EDGE, originRange, type PreparedText, prepareText, visibleOf } from './visibleText.ts';

/** Where a passage stands. */
export interface PlacedQuote {
  /** In UTF-16 units of the text as it was given; without white space at its ends. */
  readonly range: TextRange;
  /**
   * `exact` = its words with all that stood around them; `moved` = its words, among others than then; `changed` = its
   * words were changed a little.
   */
  readonly kind: 'exact' | 'moved' | 'changed';
}

/** Share of each side that may differ where the words themselves changed. */
const MOST_CHANGED = 0.35;

/** The same where the words stand elsewhere now, where they did not. */
const MOST_BESIDE_TWINS = 0.15;

/** Share of the context that may differ while one edit next to short words is still believed. */
const ALMOST_ALL = 0.1;

/** So few single edits in all may stand right before the beginning of a sentence and not make it a part of another one. */
const TYPED = 4;

/**
 * PURE. Where a passage stands in a text; null when that cannot be proved, so that no other sentence is ever taken for it.
 * The rules, with what they rest on, are in docs/annotations.md.
 *
 * @param text the visible text of the post, whatever its white space; prepare it once for many passages
 */
export function placeQuote(text: string | PreparedText, anchor: QuoteAnchor): PlacedQuote | null {
  const prepared = typeof text === 'string' ? prepareText(text) : text;
  const visible = visibleOf(anchor.quote);
  if (visible === '') return null;
  if (stoodStill(prepared, anchor, visible)) {
    const [start, end] = anchor.position;
    return { range: originRange(prepared, start, end), kind: 'exact' };
  }
  const shifted = placeShifted(prepared.visible, anchor, visible);
  if (shifted !== null) {
    return { range: originRange(prepared, shifted, shifted + visible.length), kind: 'exact' };
  }
  const read = readAnchor(anchor);
  const ground = prepared.ground();
  const places = [
    ...exactPlaces(ground, read),
    ...changedPlaces(ground, read, read.mostEdits),
  ].toSorted((a, b) => a.cost - b.cost);
  const [found, ...more] = places.filter((place) => isProved(prepared, read, place));
  if (found === undefined || more.length > 0 || isDoubtful(read, found, places)) return null;
  if (isTorn(prepared, read, found)) return null;
  return { range: rangeOf(prepared, found), kind: kindOf(prepared, read, found) };
}

/** Whether the words stand where they stood, with all that was around them: no other place needs to be looked at. */
function stoodStill({ visible }: PreparedText, anchor: QuoteAnchor, quote: string): boolean {
  const [start, end] = anchor.position;
  if (anchor.rivals === undefined && visible.indexOf(quote) !== visible.lastIndexOf(quote)) {
    return false;
  }
  if (end - start !== quote.length || !visible.startsWith(quote, start)) return false;
  const [prefix, suffix] = [visibleOf(anchor.prefix), visibleOf(anchor.suffix)];
  // A short suffix says that the text ended there.
  const isEnd = suffix.length >= EDGE || end + suffix.length === visible.length;
  return (
    (isEnd || anchor.rivals === undefined) &&
    isAround(visible, prefix, start - prefix.length) &&
    isAround(visible, suffix, end)
  );
}

/**
 * Where the words stand with all that was around them, in one place only and nowhere else without it, but for the places
 * there were before; null when they do not, and every place has to be looked at.
 */
function placeShifted(visible: string, anchor: QuoteAnchor, quote: string): number | null {
  const { prefix, suffix, rivals } = anchor;
  const [before, after] = [visibleOf(prefix), visibleOf(suffix)];
  // Where the text began or ended, something may have been put in that is not looked at here.
  if (rivals === undefined || before.length < EDGE || after.length < EDGE) return null;
  const whole = before + quote + after;
  const first = visible.indexOf(whole);
  if (first < 0 || visible.indexOf(whole, first + 1) >= 0) return null;
  let left = rivals.twins + 1;
  for (let at = visible.indexOf(quote); at >= 0; at = visible.indexOf(quote, at + 1)) {
    left -= 1;
    if (left < 0) return null;
  }
  return first + before.length;
}

function isAround(visible: string, context: string, at: number): boolean {
  return at >= 0 && visible.startsWith(context, at);
}

/** Whether what stands at a place cannot be another one than the passage. */
function isProved(prepared: PreparedText, read: ReadAnchor, place: QuotePlace): boolean {
  const { before, after, rivals } = read;
  if (rivals === null && before.length + after.length === 0) return false;
  if (place.quoteCost > 0 && !isBetweenItsOwn(read, place)) return false;
  const isMoved = place.cost > TYPED;
  if (isMoved && read.beginsSentence && isWithinSentence(prepared.ground(), read, place))
    return false;
  if (!hasNeighbours(prepared.ground(), read, place)) return false;
  return (
    isOwnSentence(prepared.ground(), read, place) && hasOwnEnds(prepared.ground(), read, place)
  );
}

/**
 * Whether what stood on one side still stands there, or enough of both; words of a few letters want their next neighbours
 * besides. Very many words are their own context.
 */
function hasNeighbours(ground: string, read: ReadAnchor, place: QuotePlace): boolean {
  const { before, after, quote } = read;
  if (quote.length < FEW && !hasNextLetters(ground, read, place)) return false;
  if (before.length + after.length === 0 || quote.length >= MANY) return true;
  return isDouble(read, place) || isBetweenItsOwn(read, place);
}

function hasNextLetters(ground: string, { before, after }: ReadAnchor, place: QuotePlace): boolean {
  const { start, end } = place;
  return (
    before.text.endsWith(ground.slice(start - SEEN, start)) ||
    after.text.startsWith(ground.slice(end, end + SEEN))
  );
}

/** Words of fewer letters are everywhere; so many stand together once. */
const FEW = 6;
const MANY = 100;

/** Whether the sentence at a place is the passage's own: enough of it is the same, and no other one was as near. */
function isOwnSentence(ground: string, read: ReadAnchor, place: QuotePlace): boolean {
  const { before, after, quote, rivals } = read;
  const around = sentenceCost(ground, read, place);
  const cost = around.cost + place.quoteCost;
  // Words that changed are believed sooner to be those of another sentence.
  const isNearest = cost < (place.quoteCost > 0 ? read.sentenceReach / 2 : read.sentenceReach);
  if (cost > 0 && !isNearest && rivals !== null) return false;
  if (place.cost >= read.reach && !(isNearest && isDouble(read, place))) return false;
  const length = around.length + (place.quoteCost > 0 ? quote.length : 0);
  const isLittle = place.cost <= (before.length + after.length) * ALMOST_ALL;
  return cost <= Math.max(isLittle ? 1 : 0, Math.floor(length * SAME_SENTENCE));
}

/** Whether a letter or digit stands before a place: not one that stood there before (of a heading, for instance). */
function isWithinSentence(ground: string, { before }: ReadAnchor, { start }: QuotePlace): boolean {
  const last = ground.slice(start - SEEN, start);
  return /[\p{L}\p{N}]$/u.test(last) && !before.text.endsWith(last);
}

/** So many letters say that the same stands before a place. */
const SEEN = 4;

/** Words that changed are believed between what stood on both sides of them. */
function isBetweenItsOwn(
  { before, after }: ReadAnchor,
  place: QuotePlace,
  share = MOST_CHANGED,
): boolean {
  return place.beforeCost <= before.length * share && place.afterCost <= after.length * share;
}

/**
 * Whether another place could be it as well: a nearer one; or one that was not there then, unless this one has kept what
 * stood on both sides of it and the other has neither.
 */
function isDoubtful(read: ReadAnchor, found: QuotePlace, places: readonly QuotePlace[]): boolean {
  const others = places.filter((place) => place !== found);
  if (others.some(({ cost }) => cost <= found.cost)) return true;
  const { twins, doubles } = read.rivals ?? NO_RIVALS;
  if (others.length > twins && !isBetweenItsOwn(read, found, MOST_BESIDE_TWINS)) return true;
  return others.filter((place) => isDouble(read, place)).length > doubles;
}

const NO_RIVALS = { twins: 0, doubles: 0 };

/** Whether words of one sentence that changed would now lie in two, or begin with the mark that ends the one before. */
function isTorn(prepared: PreparedText, { ends, anchor }: ReadAnchor, place: QuotePlace): boolean {
  if (place.quoteCost === 0) return false;
  const words = prepared.text.slice(...rangeOf(prepared, place));
  if (ends === null && endPartsOf(words) !== null) return true;
  return CLOSING.test(words) && !CLOSING.test(anchor.quote.trimStart());
}

/** What ends a sentence, or closes behind it, at the beginning. */
const CLOSING = /^[。！？!?…．.”’」』）)\]]/u;

function rangeOf(prepared: PreparedText, { start, end }: QuotePlace): TextRange {
  const { starts, ends } = prepared.foldMap();
  const from = starts[Math.max(0, start - EDGE)] ?? prepared.visible.length;
  const to = ends[Math.min(ends.length, end - EDGE) - 1] ?? from;
  return originRange(prepared, from, Math.max(to, from + 1));
}

function kindOf(prepared: PreparedText, read: ReadAnchor, place: QuotePlace): PlacedQuote['kind'] {
  const [from, to] = rangeOf(prepared, place);
  if (visibleOf(prepared.text.slice(from, to)) !== read.visible) return 'changed';
  return place.cost === 0 ? 'exact' : 'moved';
}
