import type { PlacedSnippet, Snippet, TextRange } from '../../shared/model.ts';
import { type PreparedTerm, textHoldsTerm } from '../../shared/text/matchText.ts';
import { edgeAt, skipSpace, skipSpaceBack, wordEdgeAfter, wordEdgeBefore } from './cutPlaces.ts';

/**
 * Lengths in Han characters; of narrow letters twice as many fit. A row of the list shows two lines, at its usual width
 * 50 Han characters: the first hit stands on the first line, and the hits of one window on these two.
 */
const LEAD = 18;
const SPAN = 30;
const SHORTEST = 44;
const LONGEST = 66;

/** Half the units looked at to tell wide text from narrow. */
const SAMPLE = 32;

/** More terms than bits of a number are not told apart; nobody types so many and reads excerpts by them. */
const MOST_TERMS = 31;

/**
 * The best window of a text around its hits: most different terms, then most hits, then the closest, then the first.
 * Cut where a sentence or clause ends, from the text as it stands; line feeds become spaces, and `…` stands where a
 * sentence is cut in two. Without hits: the beginning.
 *
 * @param hits in order, without overlap
 * @param terms what was looked for, to tell hits of different terms apart
 */
export function cutSnippet(
  text: string,
  hits: readonly TextRange[],
  terms: readonly PreparedTerm[] = [],
): Snippet {
  const whole = { from: 0, to: text.length };
  const source = { text, hits, masks: masksOf(text, hits, terms) };
  const cut = cutAround(source, bestWindow(source, whole), whole);
  const { text: shown, marks } = excerptOf(source, cut);
  return { text: shown, marks };
}

/**
 * Up to `limit` windows of a text as `cutSnippet` chooses them, the best ones, in the order of the text, none
 * overlapping another. Empty without hits.
 */
export function cutSnippets(
  text: string,
  hits: readonly TextRange[],
  { terms, limit }: { readonly terms: readonly PreparedTerm[]; readonly limit: number },
): readonly PlacedSnippet[] {
  const source = { text, hits, masks: masksOf(text, hits, terms) };
  const found: PlacedSnippet[] = [];
  let open = withWindows(source, [{ from: 0, to: text.length }]);
  while (found.length < limit) {
    const best = open.toSorted((one, other) => compareWindows(one.window, other.window))[0];
    if (best === undefined) break;
    const { stretch, window } = best;
    const cut = cutAround(source, window, stretch);
    found.push(excerptOf(source, cut));
    const rest = [
      { from: stretch.from, to: cut.start },
      { from: cut.end, to: stretch.to },
    ];
    open = [...open.filter((other) => other !== best), ...withWindows(source, rest)];
  }
  return found.toSorted((one, other) => one.start - other.start);
}

/** A part of the text that no excerpt took yet. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A text, its hits, and which terms each hit stands for (bits); null = one term, nothing to tell apart. */
interface Source {
  readonly text: string;
  readonly hits: readonly TextRange[];
  readonly masks: Uint32Array | null;
}

/** Hits that one excerpt can show. */
interface Window {
  readonly start: number;
  readonly end: number;
  readonly termCount: number;
  readonly hitCount: number;
}

function withWindows(source: Source, stretches: readonly Stretch[]) {
  return stretches.flatMap((stretch) => {
    const window = bestWindow(source, stretch);
    return window === null ? [] : [{ stretch, window }];
  });
}

/** Negative when the first is the better one. */
const compareWindows = (one: Window, other: Window): number =>
  other.termCount - one.termCount ||
  other.hitCount - one.hitCount ||
  one.end - one.start - (other.end - other.start) ||
  one.start - other.start;

/** How many hits of a sliding window are of how many different terms. */
function termCounter(masks: Uint32Array | null) {
  const counts = new Uint32Array(MOST_TERMS);
  let different = 0;
  return {
    different: () => different,
    /** A hit comes in (1) or goes out (-1). */
    count: (hit: number, step: 1 | -1): void => {
      for (let mask = masks?.[hit] ?? 1; mask !== 0; mask &= mask - 1) {
        const term = 31 - Math.clz32(mask & -mask);
        const after = (counts[term] ?? 0) + step;
        counts[term] = after;
        if (after === (step === 1 ? 1 : 0)) different += step;
      }
    },
  };
}

/** The best window inside a stretch; null when no hit lies in it. One pass, whatever the number of hits. */
function bestWindow({ text, hits, masks }: Source, { from, to }: Stretch): Window | null {
  const { count, different } = termCounter(masks);
  const span = SPAN * scaleAt(text, hits[0]?.[0] ?? 0);
  const endOf = (hit: number): number => hits[hit]?.[1] ?? Number.POSITIVE_INFINITY;
  let best: Window | null = null;
  let first = hits.findIndex(([start]) => start >= from);
  if (first < 0) return null;
  for (let last = first; first < hits.length; first += 1) {
    const start = hits[first]?.[0] ?? 0;
    const furthest = Math.min(to, Math.max(endOf(first), start + span));
    for (; endOf(last) <= furthest; last += 1) count(last, 1);
    if (last <= first) break;
    const end = endOf(last - 1);
    const window = { start, end, termCount: different(), hitCount: last - first };
    if (best === null || compareWindows(window, best) < 0) best = window;
    count(first, -1);
  }
  return best;
}

/** Which terms each hit holds, as bits. Joined hits hold several; the same words are looked at once. */
function masksOf(
  text: string,
  hits: readonly TextRange[],
  terms: readonly PreparedTerm[],
): Uint32Array | null {
  if (terms.length < 2 || hits.length < 2) return null;
  const told = terms.slice(0, MOST_TERMS);
  const known = new Map<string, number>();
  return Uint32Array.from(hits, ([start, end]) => {
    const hit = text.slice(start, end);
    const before = known.get(hit);
    if (before !== undefined) return before;
    const mask = told.reduce(
      (bits, term, place) => (textHoldsTerm(hit, term) ? bits | (1 << place) : bits),
      0,
    );
    known.set(hit, mask);
    return mask;
  });
}

/** A part of the text to show, and whether its ends cut a sentence in two. */
interface Cut {
  readonly start: number;
  readonly end: number;
  readonly isOpenBefore: boolean;
  readonly isOpenAfter: boolean;
}

function cutAround({ text, hits }: Source, window: Window | null, { from, to }: Stretch): Cut {
  const scale = scaleAt(text, window?.start ?? from);
  const place = { hit: window?.start ?? from, from, lead: Math.round(LEAD * scale) };
  let start = window === null ? skipSpace(text, from) : startFor(text, place, 'nearest');
  const longest = start + Math.round(LONGEST * scale);
  const shortest = start + Math.round(SHORTEST * scale);
  const lastHit = Math.min(window?.end ?? start, longest);
  const bounds = { shortest: Math.max(shortest, lastHit), longest, to };
  const end = outsideHits(hits, endFor(text, bounds), bounds.shortest);
  // Where the text ends before the lines are full, more of what is before the hit fits.
  if (window !== null && longest >= to && end < shortest) start = startFor(text, place, 'furthest');
  return {
    start,
    end,
    isOpenBefore: !isSentenceStart(text, start),
    isOpenAfter: edgeAt(text, end) !== 'sentence',
  };
}

function isSentenceStart(text: string, start: number): boolean {
  const before = skipSpaceBack(text, start, Math.max(0, start - SAMPLE));
  return edgeAt(text, before) === 'sentence';
}

/** The end itself, or the beginning of the hit that it would cut in two, if that is not too early. */
function outsideHits(hits: readonly TextRange[], end: number, earliest: number): number {
  const cut = hits.find(([, to]) => to > end);
  return cut !== undefined && cut[0] < end && cut[0] >= earliest ? cut[0] : end;
}

interface StartPlace {
  readonly hit: number;
  readonly from: number;
  /** Most units before the hit. */
  readonly lead: number;
}

/** The start of the sentence (the nearest or the furthest one) or of the clause before the hit, else of a word. */
function startFor(text: string, place: StartPlace, wanted: 'nearest' | 'furthest'): number {
  const { hit, from } = place;
  const earliest = Math.max(from, hit - place.lead);
  let sentence = -1;
  let clause = -1;
  for (let at = hit; at >= earliest; at -= 1) {
    const edge = edgeAt(text, at);
    if (edge === 'sentence') sentence = at;
    if (edge === 'clause') clause = at;
    if (sentence >= 0 && wanted === 'nearest') break;
  }
  if (sentence < 0) sentence = clause;
  if (sentence < 0) sentence = earliest === from ? from : wordEdgeAfter(text, earliest, hit);
  return Math.min(skipSpace(text, sentence), hit);
}

interface EndBounds {
  readonly shortest: number;
  readonly longest: number;
  readonly to: number;
}

/** The last end of a sentence between the bounds, else of a clause, else of a word; no white space before it. */
function endFor(text: string, { shortest, longest, to }: EndBounds): number {
  if (longest >= to) return skipSpaceBack(text, to, 0);
  let clause = -1;
  for (let at = longest; at >= shortest; at -= 1) {
    const edge = edgeAt(text, at);
    if (edge === 'sentence') return skipSpaceBack(text, at, 0);
    if (edge === 'clause' && clause < 0) clause = at;
  }
  if (clause >= 0) return clause;
  const lowest = Math.max(0, shortest - 1);
  return skipSpaceBack(text, wordEdgeBefore(text, lowest, longest), lowest);
}

/** The excerpt of a cut with its hits. Line ends and tabs become spaces one for one, so that the places stay. */
function excerptOf({ text, hits }: Source, cut: Cut): PlacedSnippet {
  const { start, end } = cut;
  const before = cut.isOpenBefore ? '…' : '';
  const shift = before.length - start;
  const marks: TextRange[] = [];
  for (const [from, to] of hits) {
    if (to > start && from < end) {
      marks.push([Math.max(from, start) + shift, Math.min(to, end) + shift]);
    }
  }
  const shown = text.slice(start, end).replace(/[\n\r\t\u2028\u2029]/g, ' ');
  return { text: `${before}${shown}${cut.isOpenAfter ? '…' : ''}`, marks, start, end };
}

/** How many units fit where one Han character does: 1 in wide text, 2 in narrow, between them in mixed. */
function scaleAt(text: string, at: number): number {
  const from = Math.max(0, at - SAMPLE);
  const to = Math.min(text.length, at + SAMPLE);
  let narrow = 0;
  for (let index = from; index < to; index += 1) if (text.charCodeAt(index) < 0x1100) narrow += 1;
  return to === from ? 1 : 1 + narrow / (to - from);
}
