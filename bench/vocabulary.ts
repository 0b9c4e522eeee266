import { everydayHan, rareHan } from './gbk.ts';
import { ADVERBS, OBJECTS, SUBJECTS, TOPICS, VERBS } from './lexicon.ts';
import { below, pick, seededRandom, shuffled } from './random.ts';
import type { Random } from './random.ts';

/** Different words of generated Chinese text. */
const WORD_COUNT = 9_000;

/** The commonest words of Chinese prose, one character each, in about their order. */
const FUNCTION_WORDS = Array.from(
  '的了在是和有不为也与将对中上这等到被从以及其并而就都后已还可由把向于让但或更最很多大小新个年月日地',
);

/** A known word stands at every third rank from here on, so that common terms are real ones. */
const KNOWN_WORD_STEP = 3;

/** Shift of the Zipf-Mandelbrot law (Mandelbrot 1953), f(rank) = 1 / (rank + shift): flattens the very top. */
const WORD_SHIFT = 2.7;
const CHARACTER_SHIFT = 40;

/** Draws numbers below a bound, each with its own weight, in constant time. */
interface WeightedDraw {
  readonly draw: (random: Random) => number;
}

const CHARACTERS = [...shuffled(seededRandom(19950101), everydayHan()), ...rareHan()];
const drawCharacter = zipfDraw(CHARACTERS.length, CHARACTER_SHIFT);
const WORDS = makeWords();
const drawWord = zipfDraw(WORDS.length, WORD_SHIFT);

/**
 * A Chinese word of one to four characters. Words follow Zipf's law, and so do the characters that the invented ones
 * are made of; some six thousand characters occur. Pairs of characters inside words are therefore common, those across
 * words rare and ever new, as in real text.
 */
export function chineseWord(random: Random): string {
  return WORDS[drawWord.draw(random)] ?? '';
}

/** `count` Chinese words on end, without punctuation. */
function chineseWords(random: Random, count: number): string {
  let text = '';
  for (let left = count; left > 0; left -= 1) text += WORDS[drawWord.draw(random)] ?? '';
  return text;
}

/** Tags: words of the archive's subject matter, the early ones common. */
export const TAGS: readonly string[] = WORDS.filter((word) => word.length > 1).slice(0, 1_500);

function makeWords(): readonly string[] {
  const random = seededRandom(20_260_101);
  const known = shuffled(random, [
    ...new Set([...SUBJECTS, ...ADVERBS, ...VERBS, ...OBJECTS, ...TOPICS]),
  ]);
  const words = new Set<string>(FUNCTION_WORDS);
  let nextKnown = 0;
  while (words.size < WORD_COUNT) {
    const isKnownTurn = words.size % KNOWN_WORD_STEP === 0 && nextKnown < known.length;
    if (isKnownTurn) {
      words.add(known[nextKnown] ?? '');
      nextKnown += 1;
    }
    words.add(inventedWord(random));
  }
  return [...words];
}

/** Two characters mostly, as Chinese words are; some three, some four. */
function inventedWord(random: Random): string {
  const chance = random();
  let length = 4;
  if (chance < 0.74) length = 2;
  else if (chance < 0.88) length = 3;
  let word = '';
  for (let left = length; left > 0; left -= 1) {
    word += CHARACTERS[drawCharacter.draw(random)] ?? pick(random, CHARACTERS);
  }
  return word;
}

/** Ranks under Zipf's law by the alias method (Vose 1991). */
function zipfDraw(size: number, shift: number): WeightedDraw {
  const weights = Float64Array.from({ length: size }, (_, rank) => 1 / (rank + shift));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const scaled = weights.map((weight) => (weight * size) / sum);
  const alias = new Uint32Array(size);
  const share = new Float64Array(size).fill(1);
  const small: number[] = [];
  const large: number[] = [];
  scaled.forEach((weight, rank) => (weight < 1 ? small : large).push(rank));
  for (;;) {
    const less = small.pop();
    const more = large.pop();
    if (less === undefined || more === undefined) break;
    const lessWeight = scaled[less] ?? 0;
    share[less] = lessWeight;
    alias[less] = more;
    const rest = (scaled[more] ?? 0) + lessWeight - 1;
    scaled[more] = rest;
    (rest < 1 ? small : large).push(more);
  }
  return {
    draw: (random) => {
      const at = random() * size;
      const rank = Math.floor(at);
      return at - rank < (share[rank] ?? 1) ? rank : (alias[rank] ?? 0);
    },
  };
}

/** Between `least` and `most` words, both included. */
export function someWords(random: Random, least: number, most: number): string {
  return chineseWords(random, least + below(random, most - least + 1));
}
