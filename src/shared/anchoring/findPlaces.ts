import { eachCost, leastCost, type Pattern, patternOf, reversedPatternOf } from './editCost.ts';
import type { ReadAnchor, Side } from './readAnchor.ts';

/** A place where an anchor's words stand, or almost, in the folded text with its edges. Costs are single edits. */
export interface QuotePlace {
  readonly start: number;
  readonly end: number;
  /** Of the words themselves. */
  readonly quoteCost: number;
  /** Of what stands before and after them. */
  readonly beforeCost: number;
  readonly afterCost: number;
  readonly cost: number;
}

/** A side that is at least this long can tell that two places were alike on that side. */
const TELLING = 16;

/** Share of a side that may differ while it still counts as the same. */
const ALIKE = 0.25;

/** Further text looked at beside a context, for what was put in. */
const SLACK = 32;

/** Most places looked at closely; of more, those with the longest run of the same words around them. */
const MOST_PLACES = 150;

/** Longer passages are only found with all their words: what else would take seconds. */
const MOST_LETTERS = 4_000;

/** In a text up to this many steps the words are looked for everywhere; in a longer one around pieces of the anchor. */
const MOST_STEPS = 3_000_000;

/** All places where the words stand exactly, weighed; most alike first. */
export function exactPlaces(ground: string, read: ReadAnchor): readonly QuotePlace[] {
  const starts: number[] = [];
  for (let at = ground.indexOf(read.quote); at >= 0; at = ground.indexOf(read.quote, at + 1)) {
    starts.push(at);
  }
  const { length } = read.quote;
  return nearest(ground, read, starts)
    .map((start) => weigh(ground, read, { start, end: start + length, quoteCost: 0 }))
    .toSorted(byCost);
}

/** Places where the words stand almost, with at most `mostEdits` single edits, weighed; most alike first. */
export function changedPlaces(
  ground: string,
  read: ReadAnchor,
  mostEdits: number,
): readonly QuotePlace[] {
  if (mostEdits === 0 || read.quote.length > MOST_LETTERS) return [];
  const pattern = patternOf(read.quote);
  const backwards = reversedPatternOf(read.quote);
  const weighed = [...endsIn(ground, read, { pattern, mostEdits })]
    .slice(0, MOST_PLACES)
    .map((ends) => bestPlace(ground, read, { ends, backwards, mostEdits }));
  return weighed.flatMap((place) => place ?? []).toSorted(byCost);
}

/** Whether a place has the same text before it, or after it, as the passage had. */
export function isDouble({ before, after }: ReadAnchor, place: QuotePlace): boolean {
  return isAlike(before, place.beforeCost) || isAlike(after, place.afterCost);
}

/** Whether what stands on one side is long enough to tell something, and is what stood there. */
export function isAlike({ length }: Side, cost: number): boolean {
  return length >= TELLING && cost <= length * ALIKE;
}

/** Single edits within what belongs to the sentence around the words, and the length of that. */
export function sentenceCost(
  ground: string,
  { before, after }: ReadAnchor,
  { start, end }: QuotePlace,
): { readonly cost: number; readonly length: number } {
  return {
    cost:
      costAt(before.sentence, { ground, at: start, step: -1 }) +
      costAt(after.sentence, { ground, at: end, step: 1 }),
    length: before.sentence.length + after.sentence.length,
  };
}

/** A place to read from: on, or back. */
interface Spot {
  readonly ground: string;
  readonly at: number;
  readonly step: 1 | -1;
}

/** Single edits between a pattern and what stands right there. */
export function costAt(pattern: Pattern, { ground, at, step }: Spot): number {
  return leastCost(pattern, { text: ground, at, step, length: pattern.length + SLACK });
}

function weigh(
  ground: string,
  { before, after }: ReadAnchor,
  { start, end, quoteCost }: Pick<QuotePlace, 'start' | 'end' | 'quoteCost'>,
): QuotePlace {
  const beforeCost = costAt(before.pattern, { ground, at: start, step: -1 });
  const afterCost = costAt(after.pattern, { ground, at: end, step: 1 });
  return { start, end, quoteCost, beforeCost, afterCost, cost: quoteCost + beforeCost + afterCost };
}

const byCost = (a: QuotePlace, b: QuotePlace): number => a.cost - b.cost || a.start - b.start;

/** Of very many places, those with the longest run of the same text around them. */
function nearest(
  ground: string,
  { before, after, quote }: ReadAnchor,
  starts: readonly number[],
): readonly number[] {
  if (starts.length <= MOST_PLACES) return starts;
  const runs = starts.map((start) => {
    let run = 0;
    for (let at = 1; at <= before.length; at += 1) {
      if (ground[start - at] !== before.text[before.length - at]) break;
      run += 1;
    }
    const end = start + quote.length;
    for (let at = 0; at < after.length && ground[end + at] === after.text[at]; at += 1) run += 1;
    return { start, run };
  });
  return runs
    .toSorted((a, b) => b.run - a.run || a.start - b.start)
    .slice(0, MOST_PLACES)
    .map(({ start }) => start);
}

interface Search {
  readonly pattern: Pattern;
  readonly mostEdits: number;
}

/** Ends of places that lie next to each other, the least costs among them; none where the words stand exactly. */
function* endsIn(
  ground: string,
  read: ReadAnchor,
  search: Search,
): Generator<readonly number[], void> {
  for (const [from, to] of stretchesOf(ground, read, search)) {
    const ends: { readonly end: number; readonly cost: number }[] = [];
    eachCost(
      search.pattern,
      { text: ground, at: from, step: 1, length: to - from },
      {
        isFree: true,
        visit: (length, cost) => {
          if (cost <= search.mostEdits) ends.push({ end: from + length, cost });
        },
      },
    );
    yield* clustersOf(ends);
  }
}

function* clustersOf(
  ends: readonly { readonly end: number; readonly cost: number }[],
): Generator<readonly number[], void> {
  for (let from = 0; from < ends.length;) {
    let to = from + 1;
    while (to < ends.length && (ends[to]?.end ?? 0) === (ends[to - 1]?.end ?? 0) + 1) to += 1;
    const cluster = ends.slice(from, to);
    const least = Math.min(...cluster.map(({ cost }) => cost));
    if (least > 0) {
      yield cluster.filter(({ cost }) => cost <= least + 1).map(({ end }) => end);
    }
    from = to;
  }
}

interface Ending {
  readonly ends: readonly number[];
  readonly backwards: Pattern;
  readonly mostEdits: number;
}

/** Where exactly a place begins and ends: where its words and what stands around them cost least together. */
function bestPlace(
  ground: string,
  read: ReadAnchor,
  { ends, backwards, mostEdits }: Ending,
): QuotePlace | null {
  let best: QuotePlace | null = null;
  for (const end of ends) {
    for (const { start, quoteCost } of startsOf(ground, end, { backwards, mostEdits })) {
      const place = weigh(ground, read, { start, end, quoteCost });
      if (best === null || byCost(place, best) < 0) best = place;
    }
  }
  return best;
}

function startsOf(
  ground: string,
  end: number,
  { backwards, mostEdits }: Pick<Ending, 'backwards' | 'mostEdits'>,
): readonly Pick<QuotePlace, 'start' | 'quoteCost'>[] {
  const found: Pick<QuotePlace, 'start' | 'quoteCost'>[] = [];
  const length = backwards.length + mostEdits;
  const visit = (taken: number, quoteCost: number): void => {
    if (quoteCost <= mostEdits && taken > 0) found.push({ start: end - taken, quoteCost });
  };
  eachCost(backwards, { text: ground, at: end, step: -1, length }, { isFree: false, visit });
  const least = Math.min(...found.map(({ quoteCost }) => quoteCost));
  return found.filter(({ quoteCost }) => quoteCost <= least + 1);
}

/** Length of the pieces that lead to places in a long text, and how often one may occur and still lead anywhere. */
const PIECE = 8;
const MOST_LEADS = 50;
const MOST_PIECES = 32;

/** Where to look: everywhere, or in a long text only around pieces of the passage and its context. */
function stretchesOf(
  ground: string,
  { before, quote, after }: ReadAnchor,
  { pattern, mostEdits }: Search,
): readonly (readonly [from: number, to: number])[] {
  if (ground.length * pattern.blocks <= MOST_STEPS) return [[0, ground.length]];
  const whole = before.text + quote + after.text;
  const found: (readonly [number, number])[] = [];
  const step = Math.max(PIECE, Math.floor(whole.length / MOST_PIECES));
  for (let piece = 0; piece + PIECE <= whole.length; piece += step) {
    const words = whole.slice(piece, piece + PIECE);
    const offset = before.length - piece;
    let leads = 0;
    for (let at = ground.indexOf(words); at >= 0; at = ground.indexOf(words, at + 1)) {
      leads += 1;
      if (leads > MOST_LEADS) break;
      const start = at + offset;
      found.push([start - SLACK - mostEdits, start + quote.length + SLACK + mostEdits]);
    }
  }
  return united(found, ground.length);
}

function united(
  stretches: readonly (readonly [number, number])[],
  length: number,
): readonly (readonly [from: number, to: number])[] {
  const inOrder = stretches
    .map(([from, to]) => [Math.max(0, from), Math.min(length, to)] as const)
    .filter(([from, to]) => from < to)
    .toSorted((a, b) => a[0] - b[0]);
  const joined: [number, number][] = [];
  for (const [from, to] of inOrder) {
    const last = joined.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined;
}
