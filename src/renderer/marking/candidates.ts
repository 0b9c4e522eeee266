import { foldWithMap } from '../../shared/text/fold.ts';
import { originRange, prepareText, visibleOf } from '../../shared/anchoring/visibleText.ts';
import type { QuoteAnchor } from '../../shared/annotations.ts';
import type { TextRange } from '../../shared/model.ts';

/** Most passages offered, and the least share of pairs of characters that one has in common with the old words. */
const MOST = 3;
const LEAST_ALIKE = 0.4;

/** Units of context that must still stand on both sides of words that were written anew. */
const CONTEXT = 10;

/** Longest text (without white space) that is looked through: beyond it the window would be held up. */
const LONGEST = 400_000;

/**
 * PURE. Passages of a text that a highlight without a place may belong to, the likeliest first: for a person to choose
 * from, never to be taken by themselves. Alike are passages with many of the same pairs of characters, and what stands
 * now between the old context. Ranges in UTF-16 units of the text.
 */
export function candidatesFor(text: string, anchor: QuoteAnchor): readonly TextRange[] {
  const prepared = prepareText(text);
  const folded = foldWithMap(prepared.visible);
  if (folded.text.length > LONGEST) return [];
  const quote = foldWithMap(visibleOf(anchor.quote)).text;
  if (quote.length === 0) return [];
  const found: Scored[] = [
    ...betweenContext(folded.text, quote, anchor),
    ...alikePassages(folded.text, quote),
  ];
  const chosen: Scored[] = [];
  for (const one of found.toSorted((a, b) => b.score - a.score || a.start - b.start)) {
    if (chosen.every((other) => one.end <= other.start || other.end <= one.start)) chosen.push(one);
    if (chosen.length === MOST) break;
  }
  return chosen.map(({ start, end }) =>
    originRange(prepared, folded.starts[start] ?? 0, folded.ends[end - 1] ?? 0),
  );
}

interface Scored {
  readonly start: number;
  readonly end: number;
  readonly score: number;
}

/** Where the ends of the old context stand, with about as much between them as there was. */
function betweenContext(text: string, quote: string, anchor: QuoteAnchor): readonly Scored[] {
  const before = foldWithMap(visibleOf(anchor.prefix)).text.slice(-CONTEXT);
  const after = foldWithMap(visibleOf(anchor.suffix)).text.slice(0, CONTEXT);
  if (before.length < CONTEXT || after.length < CONTEXT) return [];
  const found: Scored[] = [];
  for (let at = text.indexOf(before); at >= 0; at = text.indexOf(before, at + 1)) {
    const start = at + before.length;
    const end = text.indexOf(after, start);
    if (end <= start) continue;
    if (end - start <= quote.length * 3 + 20) found.push({ start, end, score: 1 });
  }
  return found;
}

/** Passages as long as the words, with the most pairs of characters in common with them where they are most alike. */
function alikePassages(text: string, quote: string): readonly Scored[] {
  const { length } = quote;
  if (length < 4 || text.length < length) return [];
  const wanted = new Map<string, number>();
  for (let at = 0; at + 1 < length; at += 1) add(wanted, quote.slice(at, at + 2), 1);
  const pairs = length - 1;
  const open = new Map(wanted);
  let common = 0;
  const take = (pair: string): void => {
    const left = open.get(pair);
    if (left === undefined) return;
    if (left > 0) common += 1;
    open.set(pair, left - 1);
  };
  const give = (pair: string): void => {
    const left = open.get(pair);
    if (left === undefined) return;
    if (left >= 0) common -= 1;
    open.set(pair, left + 1);
  };
  const found: Scored[] = [];
  for (let end = 2; end <= text.length; end += 1) {
    take(text.slice(end - 2, end));
    const start = end - length;
    if (start < 0) continue;
    if (common / pairs >= LEAST_ALIKE) keepBest(found, { start, end, score: common / pairs });
    give(text.slice(start, start + 2));
  }
  return found;
}

const add = (counts: Map<string, number>, pair: string, step: number): void => {
  counts.set(pair, (counts.get(pair) ?? 0) + step);
};

/** Of passages that overlap the one found last, the most alike stays. */
function keepBest(found: Scored[], one: Scored): void {
  const last = found.at(-1);
  if (last === undefined || last.end <= one.start) found.push(one);
  else if (one.score > last.score) found[found.length - 1] = one;
}
