import type { QuoteAnchor, QuoteRivals } from '../annotations.ts';
import { foldWithMap } from '../text/fold.ts';
import { type Pattern, patternOf, reversedPatternOf } from './editCost.ts';
import { endPartsOf, sentenceEndOf, sentenceStartOf } from './sentences.ts';
import { BEGINNING, EDGE, ENDING, visibleOf } from './visibleText.ts';

/** Lengths of context, in units without white space: the next is taken while the one before tells too little. */
export const CONTEXTS = [64, 128, 256, 512] as const;

/** One side of a passage: what stood there. */
export interface Side {
  /** Read away from the passage. */
  readonly pattern: Pattern;
  readonly length: number;
  /** What belongs to the sentence that the passage stands in; read away from the passage, too. */
  readonly sentence: Pattern;
  /** Folded, as it stands in the text. */
  readonly text: string;
}

/** The first or the last sentence of a passage that has several. */
export interface EndSentence {
  /** What of it belongs to the passage; of the last one read backwards. */
  readonly part: Pattern;
  /** Most single edits of that. */
  readonly mostEdits: number;
  /** Length of the sentence as far as it is known, with what stands outside the passage. */
  readonly length: number;
  /** With fewer single edits it is this sentence: half the distance of the nearest other one. */
  readonly reach: number;
}

/** An anchor made ready: folded, without white space. */
export interface ReadAnchor {
  readonly anchor: QuoteAnchor;
  /** The words without white space, as they are and folded. */
  readonly visible: string;
  readonly quote: string;
  readonly before: Side;
  readonly after: Side;
  /** A place with fewer single edits is the passage: half the distance of its nearest rival. */
  readonly reach: number;
  /** The same for its sentence alone; 0 = unknown, its sentence proves nothing. */
  readonly sentenceReach: number;
  /** What the text was like besides it; null = unknown. */
  readonly rivals: QuoteRivals | null;
  /** The words begin a sentence: a place within another one is not theirs. */
  readonly beginsSentence: boolean;
  /** Most single edits of the words themselves. */
  readonly mostEdits: number;
  /** The sentences that a passage of several begins and ends in; null = it lies in one. */
  readonly ends: readonly [first: EndSentence, last: EndSentence] | null;
}

/**
 * With a sentence at most so many edits away among others much like those around it, a text is a list: what is deleted
 * makes room for what reads alike.
 */
const LIST = 4;

/** Single edits that may have been made in a list, and around it, less one. */
const NEXT_TO_NOTHING = 3;
const NOTHING = 1;

/** Share of an anchor that may differ when nothing is known of rivals. */
const UNKNOWN_SHARE = 0.2;

/** One single edit is believed where nothing is known of other sentences. */
const UNKNOWN_REACH = 2;

/** Makes an anchor ready. */
export function readAnchor(anchor: QuoteAnchor): ReadAnchor {
  const visible = visibleOf(anchor.quote);
  const prefix = visibleOf(anchor.prefix);
  const suffix = visibleOf(anchor.suffix);
  const { text, starts } = foldWithMap(prefix + visible + suffix);
  const from = lowerBound(starts, prefix.length);
  const to = lowerBound(starts, prefix.length + visible.length);
  const isOurs = anchor.rivals !== undefined;
  const quote = text.slice(from, to);
  const before = sideBefore(text.slice(0, from), anchor.prefix, isOurs);
  const after = sideAfter(text.slice(to), anchor, isOurs);
  const length = before.length + quote.length + after.length;
  const sentence = before.sentence.length + quote.length + after.sentence.length;
  const parts = endPartsOf(anchor.quote);
  const folded = (units: number): number => lowerBound(starts, prefix.length + units) - from;
  return {
    anchor,
    visible,
    quote,
    before,
    after,
    reach: reachOf(anchor.rivals, { letters: quote.length, length }),
    sentenceReach: Math.min(sentence, anchor.rivals?.sentence ?? 0) / 2,
    rivals: anchor.rivals ?? null,
    beginsSentence: sentenceEndOf(anchor.prefix).trim() === '',
    mostEdits: mostEditsOf(quote.length),
    ends:
      parts === null
        ? null
        : endsOf(
            [quote.slice(0, folded(parts.first)), quote.slice(folded(visible.length - parts.last))],
            [before.sentence.length, after.sentence.length],
            anchor.rivals?.ends,
          ),
  };
}

function endsOf(
  [first, last]: readonly [string, string],
  [before, after]: readonly [number, number],
  distances: QuoteRivals['ends'],
): readonly [EndSentence, EndSentence] {
  return [
    { part: patternOf(first), ...endOf(first, before, distances?.[0]) },
    { part: reversedPatternOf(last), ...endOf(last, after, distances?.[1]) },
  ];
}

function endOf(
  part: string,
  rest: number,
  distance: number | undefined,
): Omit<EndSentence, 'part'> {
  return {
    mostEdits: mostEditsOf(part.length),
    length: rest + part.length,
    reach: distance === undefined ? UNKNOWN_REACH : distance / 2,
  };
}

function reachOf(
  rivals: QuoteRivals | undefined,
  { letters, length }: { readonly letters: number; readonly length: number },
): number {
  if (rivals === undefined) return length * UNKNOWN_SHARE;
  const half = Math.min(length, rivals.distance) / 2;
  if (letters < 2) return Math.min(half, NEXT_TO_NOTHING);
  if (rivals.sentence >= LIST) return half;
  // Of two sentences that are the same among what is the same, one stays when the other is deleted.
  if (rivals.sentence === 0 && rivals.doubles > 0) return Math.min(half, NOTHING);
  // Where even what stands around it is there twice, next to nothing may differ.
  if (rivals.doubles > 0) return Math.min(half / 2, NEXT_TO_NOTHING);
  return rivals.distance < length / 2 ? half / 2 : half;
}

/** How many single edits words of this length may have had and still be the same words: a fifth; short ones none. */
function mostEditsOf(length: number): number {
  if (length < 6) return 0;
  return length < 10 ? 1 : Math.floor(length / 5);
}

/** The first place whose value is not below; the values ascend. */
export function lowerBound(values: Uint32Array, wanted: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

function sideBefore(folded: string, shown: string, isOurs: boolean): Side {
  const text = isOurs ? BEGINNING.repeat(edgeOf(shown)) + folded : folded;
  const own = visibleOf(sentenceEndOf(shown)).length;
  return {
    text,
    length: text.length,
    pattern: reversedPatternOf(text),
    sentence: reversedPatternOf(text.slice(Math.max(0, text.length - own))),
  };
}

function sideAfter(folded: string, { suffix, quote }: QuoteAnchor, isOurs: boolean): Side {
  const text = isOurs ? folded + ENDING.repeat(edgeOf(suffix)) : folded;
  const own = visibleOf(sentenceStartOf(suffix, quote)).length;
  return {
    text,
    length: text.length,
    pattern: patternOf(text),
    sentence: patternOf(text.slice(0, own)),
  };
}

/**
 * A context that is shorter than asked for reaches to the edge of its text. Counted as shown, for letters fold to more or
 * less; one unit more than asked for is the other half of a pair.
 */
function edgeOf(shown: string): number {
  const { length } = visibleOf(shown);
  const whole = CONTEXTS.find((each) => each >= length) ?? length;
  return CONTEXTS.some((each) => each === length - 1) ? 0 : Math.min(EDGE, whole - length);
}
