import { MAX_CONTEXT_LENGTH, type QuoteAnchor, type QuoteRivals } from '../annotations.ts';
import type { TextRange } from '../model.ts';
import {
  changedPlaces,
  exactPlaces,
  isDouble,
  type QuotePlace,
  sentenceCost,
} from './findPlaces.ts';
import { CONTEXTS, lowerBound, type ReadAnchor, readAnchor } from './readAnchor.ts';
import { endPartsOf, sentenceEndOf, sentenceStartOf } from './sentences.ts';
import { EDGE, type PreparedText, prepareText, thinned, visibleOf } from './visibleText.ts';

/** With the nearest rival at least this far away, more context is not needed. */
const FAR = 12;

/** Share of a passage's length up to which other words count as rivals of it. */
const RIVAL_SHARE = 0.3;

/**
 * PURE. What is kept of a passage so that it is found again: its words, what stands around them (more of it where they
 * stand elsewhere too), its place, and how far away the nearest other place is that it could be taken for.
 *
 * @param range in UTF-16 units of the text; white space at its ends does not belong to the passage
 * @throws {RangeError} when the range holds nothing but white space
 */
export function anchorOf(text: string | PreparedText, range: TextRange): QuoteAnchor {
  const prepared = typeof text === 'string' ? prepareText(text) : text;
  const place = placeOf(prepared, range);
  let made: QuoteAnchor | null = null;
  for (const length of CONTEXTS) {
    const bare = withContext(prepared, place, length);
    made = { ...bare, rivals: { ...rivalsOf(prepared, bare), ...endsOf(prepared, bare) } };
    const isWhole = bare.prefix.length + bare.suffix.length === prepared.text.length;
    if ((made.rivals?.distance ?? 0) >= FAR || isWhole) return made;
  }
  // The list of lengths is not empty.
  return made ?? withContext(prepared, place, EDGE);
}

/** Places of the passage in the text without white space, and as shown. */
interface Place {
  readonly start: number;
  readonly end: number;
}

function placeOf({ text, origins, visible }: PreparedText, [from, to]: TextRange): Place {
  const places = origins();
  const start = lowerBound(places, from);
  const end = lowerBound(places, to);
  if (start >= end || end > visible.length) {
    throw new RangeError(`There is nothing to mark from ${from} to ${to} of ${text.length}.`);
  }
  return { start, end };
}

function withContext(
  { text, origins }: PreparedText,
  { start, end }: Place,
  length: number,
): QuoteAnchor {
  const places = origins();
  const from = places[start] ?? 0;
  const to = (places[end - 1] ?? 0) + 1;
  const first = wholeCharacterFrom(text, places[Math.max(0, start - length)] ?? 0);
  const last = (places[Math.min(places.length, end + length) - 1] ?? 0) + 1;
  return {
    quote: text.slice(from, to),
    prefix: withinLimit(text.slice(first, from)),
    suffix: withinLimit(text.slice(to, wholeCharacterTo(text, Math.max(to, last)))),
    position: [start, end],
  };
}

/** Verse and code are indented: what is kept of white space may be less, for nothing is found by it. */
function withinLimit(context: string): string {
  return context.length > MAX_CONTEXT_LENGTH ? thinned(context) : context;
}

/** Never half a surrogate pair. */
function wholeCharacterFrom(text: string, at: number): number {
  return isLow(text, at) ? at - 1 : at;
}

function wholeCharacterTo(text: string, at: number): number {
  return isLow(text, at) ? at + 1 : at;
}

function isLow(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff;
}

const NONE: QuoteRivals = { distance: 0, sentence: 0, twins: 0, doubles: 0 };

/** The other places of a text that a passage of it could be taken for. */
function rivalsOf(prepared: PreparedText, bare: QuoteAnchor): QuoteRivals {
  const read = readAnchor({ ...bare, rivals: NONE });
  const { ground, exact, changed } = othersOf(prepared, bare, read);
  const length = read.before.length + read.quote.length + read.after.length;
  const likely = [...exact, ...changed.filter(({ quoteCost }) => quoteCost <= read.mostEdits)];
  const all = [...exact, ...changed];
  const sentences = all.map((place) => sentenceCost(ground, read, place).cost + place.quoteCost);
  return {
    distance: all.reduce((least, { cost }) => Math.min(least, cost), length),
    sentence: sentences.reduce(
      (least, cost) => Math.min(least, cost),
      read.before.sentence.length + read.quote.length + read.after.sentence.length,
    ),
    twins: likely.length,
    doubles: likely.filter((place) => isDouble(read, place)).length,
  };
}

/** Other places with the words of a passage, and with almost the same. */
function othersOf(prepared: PreparedText, bare: QuoteAnchor, read: ReadAnchor): Others {
  const own = ownPlace(prepared, bare, read);
  const ground = prepared.ground();
  const most = Math.max(
    read.mostEdits,
    read.quote.length < 3 ? 0 : 1,
    Math.floor(read.quote.length * RIVAL_SHARE),
  );
  return {
    ground,
    exact: exactPlaces(ground, read).filter(({ start }) => start !== own[0]),
    // Where it ends is only known to a letter or two: what lies mostly beside the passage is another place.
    changed: changedPlaces(ground, read, most).filter(
      ({ start, end }) => Math.min(end, own[1]) - Math.max(start, own[0]) < (own[1] - own[0]) / 2,
    ),
  };
}

interface Others {
  readonly ground: string;
  readonly exact: readonly QuotePlace[];
  readonly changed: readonly QuotePlace[];
}

/** How far away other sentences are from the first and the last one of a passage that has several. */
function endsOf(
  prepared: PreparedText,
  { quote, prefix, suffix, position: [start, end] }: QuoteAnchor,
): Pick<QuoteRivals, 'ends'> {
  const parts = endPartsOf(quote);
  if (parts === null) return {};
  const before = visibleOf(sentenceEndOf(prefix)).length;
  const after = visibleOf(sentenceStartOf(suffix, quote)).length;
  const nearest = (place: Place): number => {
    const bare = withContext(prepared, place, EDGE);
    const read = readAnchor({ ...bare, rivals: NONE });
    const { exact, changed } = othersOf(prepared, bare, read);
    if (exact.length > 0) return 0;
    return Math.min(read.quote.length, ...changed.map(({ quoteCost }) => quoteCost));
  };
  return {
    ends: [
      nearest({ start: start - before, end: start + parts.first }),
      nearest({ start: end - parts.last, end: end + after }),
    ],
  };
}

/** The passage's own place in the folded text with its edges. */
function ownPlace(
  prepared: PreparedText,
  { position: [start] }: QuoteAnchor,
  { quote }: ReadAnchor,
): TextRange {
  const from = lowerBound(prepared.foldMap().starts, start) + EDGE;
  return [from, from + quote.length];
}
