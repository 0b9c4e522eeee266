import type { MatchUnit } from './matchKeys.ts';

/** The best way to read a typed word in a text. */
interface Way {
  readonly score: number;
  /** Indexes of the characters it goes through, ascending. */
  readonly places: readonly number[];
}

/** What one step of a way is worth: a character itself says most, a full reading more than its first letter. */
const LITERAL = 16;
const READING = 7;
const READING_LETTER = 4;
const INITIAL = 9;
/** Going on in the next character, starting at a word's start, starting at the text's start. */
const ADJACENT = 14;
const WORD_START = 8;
const TEXT_START = 12;
/** Going on at a later word's start: good, but less than what stands together. */
const NEXT_WORD = 2;
/** Starting again inside of a word after a gap, and each character left out. */
const BROKEN = 18;
const SKIPPED = 0.6;

/** Initials of two letters; typed alone they stand for their characters as one letter does. */
const LONG_INITIALS = ['zh', 'ch', 'sh'];

/** Steps from one character: how many typed characters each takes and what it is worth. Reused between characters. */
interface Steps {
  readonly taken: number[];
  readonly worth: number[];
}

/** All ways to take a character by what is typed from `from` on. */
function stepsAt(word: readonly string[], from: number, unit: MatchUnit): Steps {
  const steps: Steps = { taken: [], worth: [] };
  const typed = word[from];
  if (typed === unit.char) {
    steps.taken.push(1);
    steps.worth.push(LITERAL);
  }
  for (const reading of unit.readings) {
    if (reading[0] === typed) addReading(steps, { word, from, reading });
  }
  return steps;
}

/** The letters typed for one reading: its initial, all of it, or at the end of what is typed any beginning of it. */
function addReading(
  steps: Steps,
  {
    word,
    from,
    reading,
  }: { readonly word: readonly string[]; readonly from: number; readonly reading: string },
): void {
  let common = 0;
  while (common < reading.length && word[from + common] === reading[common]) common += 1;
  const isAtEnd = from + common === word.length;
  for (let taken = 1; taken <= common; taken += 1) {
    const isInitial = taken === 1 || (taken === 2 && LONG_INITIALS.includes(reading.slice(0, 2)));
    const isWhole = taken === reading.length;
    if (!isWhole && !isInitial && !(isAtEnd && taken === common)) continue;
    steps.taken.push(taken);
    steps.worth.push(
      isWhole ? READING + taken * READING_LETTER : INITIAL + (taken - 1) * READING_LETTER,
    );
  }
}

/** A place that a way has reached: how much of the word is read, and where it read last. */
interface Reached {
  readonly score: number;
  readonly place: number;
  /** Times that it began inside of a word: after a gap, or at all where words have spaces between. */
  readonly breaks: number;
  /** Times that it left characters out. */
  readonly gaps: number;
  /** Characters read; a Han character typed itself counts twice, since it says so much more than a letter. */
  readonly length: number;
  readonly before: Reached | null;
}

/** One character taken: where, and by what. */
interface Step {
  readonly place: number;
  readonly unit: MatchUnit;
  readonly worth: number;
}

/** What going on from a place to another character costs or earns. */
function joint(before: Reached | null, { place, unit }: Step): number {
  if (before === null) {
    const start = place === 0 ? TEXT_START : unit.isStart ? WORD_START : 0;
    return start - Math.min(place, 20) * SKIPPED;
  }
  if (before.place === place - 1) return ADJACENT;
  const skipped = (place - before.place - 1) * SKIPPED;
  return (unit.isStart ? NEXT_WORD : -BROKEN) - skipped;
}

/** Before the first character. */
const nowhere = { score: 0, breaks: 0, gaps: 0, length: 0 };

const goOn = (before: Reached | null, step: Step): Reached => {
  const { place, unit, worth } = step;
  const isAfterGap = before !== null && before.place !== place - 1;
  const isBreak = !unit.isStart && (isAfterGap || (before === null && !unit.isHan));
  const { score, breaks, gaps, length } = before ?? nowhere;
  return {
    score: score + worth + joint(before, step),
    place,
    breaks: breaks + (isBreak ? 1 : 0),
    gaps: gaps + (isAfterGap ? 1 : 0),
    length: length + (unit.isHan && worth === LITERAL ? 2 : 1),
    before,
  };
};

/** Few breaks are allowed: letters strewn over a long title are no answer. What stands together always is one. */
const isAnswer = ({ breaks, gaps, length }: Reached): boolean =>
  gaps === 0 || breaks <= Math.floor(length / 3);

/** A typed word, folded, with the bit of each character (see `bitOf`). */
export interface TypedWord {
  readonly chars: readonly string[];
  readonly bits: readonly number[];
}

/** For each number of typed characters, the best way that has read so many; missing = none has. */
type Ways = (Reached | undefined)[];

/** Puts a way in when it is better than the one that has read as much: only that one may still win. */
function keep(ways: Ways, read: number, found: Reached | undefined): void {
  const held = ways[read];
  if (found !== undefined && (held === undefined || found.score > held.score)) ways[read] = found;
}

/** All ways that end at one character. `atLast` end at the one before it, `earlier` before that. */
function waysAt(
  { chars, bits }: TypedWord,
  at: { readonly place: number; readonly unit: MatchUnit },
  { atLast, earlier }: { readonly atLast: Ways; readonly earlier: Ways },
): Ways {
  const ways: Ways = [];
  for (let from = 0; from < chars.length; from += 1) {
    if ((at.unit.starts & (bits[from] ?? 0)) === 0) continue;
    const near = atLast[from];
    const far = earlier[from];
    if (from > 0 && near === undefined && far === undefined) continue;
    const { taken, worth } = stepsAt(chars, from, at.unit);
    for (const [which, count] of taken.entries()) {
      const step = { ...at, worth: worth[which] ?? 0 };
      if (from === 0) keep(ways, count, goOn(null, step));
      if (near !== undefined) keep(ways, from + count, goOn(near, step));
      if (far !== undefined) keep(ways, from + count, goOn(far, step));
    }
  }
  return ways;
}

/**
 * Finds the best way to read a word in a text, character by character and in order, with gaps. Null when there is none,
 * or only ones that are torn to pieces.
 */
export function bestWay(word: TypedWord, units: readonly MatchUnit[]): Way | null {
  let atLast: Ways = [];
  const earlier: Ways = [];
  const whole: Ways = [];
  for (const [place, unit] of units.entries()) {
    const ways = waysAt(word, { place, unit }, { atLast, earlier });
    for (let read = 1; read < word.chars.length; read += 1) keep(earlier, read, atLast[read]);
    const end = ways[word.chars.length];
    if (end !== undefined && isAnswer(end)) keep(whole, 0, end);
    atLast = ways;
  }
  const [best] = whole;
  return best === undefined ? null : { score: best.score, places: placesOf(best) };
}

function placesOf(reached: Reached): readonly number[] {
  const places: number[] = [];
  for (let at: Reached | null = reached; at !== null; at = at.before) places.unshift(at.place);
  return places;
}
