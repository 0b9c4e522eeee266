import type { SampleText } from './floorPhases.ts';
import { below, seededRandom, type Random } from './random.ts';

/** One search. */
export interface Query {
  readonly text: string;
  readonly sources: readonly string[];
  /** First and last day, `YYYY-MM-DD`; null = open. */
  readonly from: string | null;
  readonly to: string | null;
}

/** Searches of one kind. */
export interface QueryClass {
  readonly name: string;
  readonly queries: readonly Query[];
}

/** The usual search. */
export const TWO_CHARACTERS = '2 characters';
export const BOOLEAN = 'five terms, boolean, two filters';

type Draw = (texts: readonly SampleText[], random: Random) => Query | null;

const DRAWS: readonly (readonly [string, Draw])[] = [
  ['1 character', hanQuery(1)],
  [TWO_CHARACTERS, hanQuery(2)],
  ['3 characters', hanQuery(3)],
  ['4 characters', hanQuery(4)],
  ['8 characters', hanQuery(8)],
  ['two terms', twoTerms],
  [BOOLEAN, fiveTerms],
  ['English word', englishWord],
];

/** Tries for each query wanted; a small archive may not have so many different ones. */
const TRIES = 40;

/**
 * Queries of every kind, up to `count` different ones each, cut from random places of random texts, so that a piece of
 * text is asked for as often as it is written. The same texts and seed give the same queries.
 */
export function drawQueries(
  texts: readonly SampleText[],
  { count, seed }: { count: number; seed: number },
): readonly QueryClass[] {
  return DRAWS.map(([name, draw], at) => {
    const random = seededRandom(seed * 1_000 + at);
    const queries = new Map<string, Query>();
    for (let left = count * TRIES; left > 0 && queries.size < count; left -= 1) {
      const query = draw(texts, random);
      if (query !== null) queries.set(query.text, query);
    }
    return { name, queries: [...queries.values()] };
  });
}

function hanQuery(length: number): Draw {
  return (texts, random) => unfiltered(hanPiece(pickText(texts, random).text, length, random));
}

function twoTerms(texts: readonly SampleText[], random: Random): Query | null {
  const { text } = pickText(texts, random);
  return unfiltered(
    joined([hanPiece(text, 2, random), hanPiece(text, 2, random)], ([a, b]) => `${a} ${b}`),
  );
}

/** Three terms of one text, two of another; the first text's source and the five years around it. */
function fiveTerms(texts: readonly SampleText[], random: Random): Query | null {
  const { text, source, year } = pickText(texts, random);
  const other = pickText(texts, random).text;
  const terms = [text, other, text, other, text].map((each) => hanPiece(each, 2, random));
  const typed = joined(terms, ([a, b, c, d, last]) => `(${a} OR ${b}) (${c} OR ${d}) ${last}`);
  if (typed === null || source === null || year === null) return null;
  const from = `${Number(year) - 2}-01-01`;
  const to = `${Number(year) + 2}-12-31`;
  return { text: typed, sources: [source], from, to };
}

function englishWord(texts: readonly SampleText[], random: Random): Query | null {
  const words = pickText(texts, random).text.match(/\b[a-z]{4,}\b/giu) ?? [];
  return unfiltered(words[below(random, Math.max(1, words.length))] ?? null);
}

function unfiltered(text: string | null): Query | null {
  return text === null ? null : { text, sources: [], from: null, to: null };
}

/** Null unless there are as many different terms as wanted. */
function joined(
  terms: readonly (string | null)[],
  join: (terms: readonly string[]) => string,
): string | null {
  const known = terms.filter((term) => term !== null);
  const isWhole = new Set(known).size === terms.length;
  return isWhole ? join(known) : null;
}

/** A run of Han characters of the wanted length from a random place of a text; null where there is none. */
function hanPiece(text: string, length: number, random: Random): string | null {
  for (let left = TRIES; left > 0; left -= 1) {
    const start = below(random, Math.max(1, text.length - length + 1));
    const piece = text.slice(start, start + length);
    if (piece.length === length && /^\p{Script=Han}+$/u.test(piece)) return piece;
  }
  return null;
}

function pickText(texts: readonly SampleText[], random: Random): SampleText {
  return texts[below(random, texts.length)] ?? { text: '', source: null, year: null };
}
