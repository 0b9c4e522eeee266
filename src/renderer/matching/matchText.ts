import type { TextRange } from '../../shared/model.ts';
import { bitOf, foldCharacter, type MatchKeys } from './matchKeys.ts';
import { bestWay, type TypedWord } from './matchWays.ts';

/** What was typed, made ready: words of folded characters, in the order typed. */
export interface MatchQuery {
  readonly words: readonly TypedWord[];
  readonly bits: number;
}

/** How well a text answers a query. */
export interface Match {
  /** Higher is better; only to be compared among answers to the same query. */
  readonly score: number;
  /** Parts of the text to mark, in UTF-16 units, in order, apart from each other. */
  readonly marks: readonly TextRange[];
}

/** Most characters of a query that are looked at. */
const MOST_TYPED = 60;

/** Makes typed text ready. Without words (only white space) every text answers it equally. */
export function matchQueryOf(typed: string): MatchQuery {
  const words = typed
    .trim()
    .slice(0, MOST_TYPED)
    .split(/\s+/u)
    .map((word) => Array.from(word, foldCharacter).filter((char) => char !== ''))
    .filter((word) => word.length > 0)
    .map((chars): TypedWord => ({ chars, bits: chars.map(bitOf) }));
  // Pinyin letters are typed for Han characters, so that all of a query's bits must be in a text's.
  const bits = words.flatMap((word) => word.bits).reduce((all, bit) => all | bit, 0);
  return { words, bits };
}

const everything: Match = { score: 0, marks: [] };

/** Joins places of single characters (indexes of units) to ranges of the text. */
function marksOf({ units }: MatchKeys, places: readonly number[]): readonly TextRange[] {
  const ranges: TextRange[] = [];
  for (const place of [...new Set(places)].toSorted((left, right) => left - right)) {
    const unit = units[place];
    if (unit === undefined) continue;
    const last = ranges.at(-1);
    if (last?.[1] === unit.start) ranges[ranges.length - 1] = [last[0], unit.end];
    else ranges.push([unit.start, unit.end]);
  }
  return ranges;
}

/** Each character more that a text has costs a little, so that of two alike the shorter one comes first. */
const LENGTH_COST = 0.2;
/** The whole text is what was typed. */
const WHOLE = 20;

/** Matches a text; null when it does not answer the query. Every word of the query must be found. */
export function matchText(query: MatchQuery, keys: MatchKeys): Match | null {
  if (query.words.length === 0) return everything;
  if ((query.bits & ~keys.bits) !== 0) return null;
  let score = -keys.units.length * LENGTH_COST;
  const places: number[] = [];
  for (const word of query.words) {
    const way = bestWay(word, keys.units);
    if (way === null) return null;
    score += way.score;
    places.push(...way.places);
  }
  if (new Set(places).size === keys.units.length) score += WHOLE;
  return { score, marks: marksOf(keys, places) };
}
