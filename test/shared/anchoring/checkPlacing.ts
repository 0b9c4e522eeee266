import type { QuoteAnchor } from '../../../src/shared/annotations.ts';
import { anchorOf } from '../../../src/shared/anchoring/anchorOf.ts';
import { type PlacedQuote, placeQuote } from '../../../src/shared/anchoring/placeQuote.ts';
import {
  countVisible,
  originRange,
  prepareText,
  visibleOf,
} from '../../../src/shared/anchoring/visibleText.ts';
import { Random } from '../../support/random.ts';
import { type Editing, movingMutations, mutations } from './mutations.ts';
import { type Judged, judgeSentences, type Verdict } from './judgeSentences.ts';
import {
  charactersOf,
  countIds,
  randomText,
  type Traced,
  type TracedText,
  written,
} from './tracedText.ts';

/** How a passage fared. */
export interface Placing {
  /** As the judge of characters sees it. */
  readonly outcome: 'right' | 'orphan' | 'wrong';
  /** As the judge of sentences sees it (judgeSentences.ts); null = an orphan. */
  readonly verdict: Verdict | null;
  readonly edits: readonly string[];
  /** The passage and its sentence are as they were, and no edit was of a kind that takes sentences elsewhere. */
  readonly isInPlace: boolean;
  /** The text is no list of sentences that are nearly the same, and the passage more than one or two letters. */
  readonly isOrdinary: boolean;
  /** For a message: what was marked, and what was taken for it. */
  readonly told: string;
}

/** What finds a passage again. */
export type Place = (text: string, anchor: QuoteAnchor) => Pick<PlacedQuote, 'range'> | null;

/** Marks a passage of a random text, edits the text, places the passage and looks where its characters went. */
export function tryPlacing(
  seed: number,
  { mostEdits, place = placeQuote }: { readonly mostEdits: number; readonly place?: Place },
): Placing {
  const random = new Random(seed);
  const newId = countIds();
  const text = randomText(random, newId);
  const all = charactersOf(text);
  const [start, end] = passageOf(random, text, all);
  const prepared = prepareText(written(text));
  const anchor = anchorOf(prepared, originRange(prepared, unitsOf(all, start), unitsOf(all, end)));
  const marked = all.slice(start, end);
  const editing: Editing = {
    random,
    newId,
    passage: new Set(marked.map(({ id }) => id)),
    marked,
  };
  const names = Object.keys(mutations);
  const count = random.is(0.7) ? 1 : 1 + random.below(mostEdits);
  const edits = Array.from({ length: count }, () => random.pick(names));
  let edited = text;
  for (const name of edits) edited = mutations[name]?.(edited, editing) ?? edited;
  const shown = written(edited);
  const placed = place(shown, anchor);
  const isOrdinary = !text.isList && marked.length > 2;
  const told = `seed ${seed}, ${edits.join(', ')}: ${JSON.stringify(anchor)} → ${placeText(shown, placed)}`;
  const isInPlace =
    !edits.some((name) => movingMutations.has(name)) && isIntact(text, edited, editing.passage);
  if (placed === null)
    return { outcome: 'orphan', verdict: null, edits, isInPlace, isOrdinary, told };
  const judged = { before: text, after: edited, marked, anchor, shown, range: placed.range };
  const outcome = isRightPlace(judged, [start, end]) ? 'right' : 'wrong';
  return { outcome, verdict: judgeSentences(judged), edits, isInPlace, isOrdinary, told };
}

/** The judge of characters: whether a place is that of the passage, by where its characters went. */
function isRightPlace(
  { before: text, after: edited, marked, anchor, shown, range }: Judged,
  [start, end]: readonly [number, number],
): boolean {
  const all = charactersOf(text);
  const now = charactersOf(edited);
  const inside = charactersWithin(now, shown, range);
  const passage = new Set(marked.map(({ id }) => id));
  const neighbours = {
    before: all.slice(Math.max(0, start - NEAR), start),
    after: all.slice(end, end + NEAR),
    isOneEndEnough:
      visibleOf(shown.slice(...range)).toLowerCase() === visibleOf(anchor.quote).toLowerCase() &&
      spansSentences(text, passage),
  };
  const near = new Set([...neighbours.before, ...neighbours.after].map(({ id }) => id));
  return (
    isIn(inside, now, { marked, near }) ||
    readsTheSame(anchor, shown, range) ||
    isBetween(inside, now, neighbours)
  );
}

function placeText(shown: string, placed: ReturnType<Place>): string {
  if (placed === null) return `orphan in ${JSON.stringify(shown)}`;
  const [from, to] = placed.range;
  const around = [
    shown.slice(Math.max(0, from - 90), from),
    shown.slice(from, to),
    shown.slice(to, to + 90),
  ];
  return `at ${from} ${JSON.stringify(around)}`;
}

/** A passage as readers mark them: a word, a part of a sentence, whole sentences. */
function passageOf(
  random: Random,
  { paragraphs }: TracedText,
  all: readonly Traced[],
): readonly [number, number] {
  const sentences = paragraphs.flat();
  const first = random.below(sentences.length);
  const before = charactersOf({ paragraphs: [sentences.slice(0, first)] }).length;
  const length = charactersOf({ paragraphs: [sentences.slice(first, first + 1)] }).length;
  const kind = random.next();
  if (kind < 0.3) return [before, before + length];
  if (kind < 0.4) {
    const more = sentences.slice(first, first + 1 + random.below(4));
    return [before, before + charactersOf({ paragraphs: [more] }).length];
  }
  const start = before + random.below(length);
  const most = random.pick([2, 4, 8, 20, 60]);
  return [start, Math.min(all.length, start + 1 + random.below(most))];
}

function unitsOf(all: readonly Traced[], count: number): number {
  return all.slice(0, count).reduce((sum, { character }) => sum + character.length, 0);
}

function charactersWithin(
  all: readonly Traced[],
  shown: string,
  [from, to]: readonly [number, number],
): readonly Traced[] {
  const start = countVisible(shown.slice(0, from));
  const end = countVisible(shown.slice(0, to));
  let units = 0;
  return all.filter(({ character }) => {
    const at = units;
    units += character.length;
    return at >= start && at < end;
  });
}

/**
 * Whether the passage with 64 characters on both sides of it reads as it did: then nobody can say that it is another one
 * (of two sentences that are the same, for instance, which changed places).
 */
function readsTheSame(
  { prefix, quote, suffix }: QuoteAnchor,
  shown: string,
  [from, to]: readonly [number, number],
): boolean {
  const before = visibleOf(prefix).slice(-64);
  const after = visibleOf(suffix).slice(0, 64);
  const [left, right] = [visibleOf(shown.slice(0, from)), visibleOf(shown.slice(to))];
  return (
    visibleOf(shown.slice(from, to)) === visibleOf(quote) &&
    (before.length < 64 ? left === before : left.endsWith(before)) &&
    (after.length < 64 ? right === after : right.startsWith(after))
  );
}

/** Whether these characters are the passage, or what is left of it; where it is gone, a copy of it. */
function isIn(
  inside: readonly Traced[],
  all: readonly Traced[],
  { marked, near }: { readonly marked: readonly Traced[]; readonly near: ReadonlySet<number> },
): boolean {
  const wanted = new Set(marked.map(({ id }) => id));
  const survivors = new Set(all.flatMap(({ id }) => (wanted.has(id) ? [id] : [])));
  // A copy stands in for what is gone, was changed or was taken out of its surroundings.
  const isGone =
    survivors.size * 2 < marked.length || !isRun(marked, all) || !hasNeighbour(marked, all, near);
  const own = (each: Traced): number => (isGone ? (each.copyOf ?? each.id) : each.id);
  const alive = isGone
    ? new Set(all.flatMap((each) => (wanted.has(own(each)) ? [own(each)] : [])))
    : survivors;
  const found = inside.filter((each) => wanted.has(own(each))).length;
  const isWhole = found === inside.length && found === alive.size;
  // What is inside besides was typed into it; a passage across two sentences that were parted is still in one of them.
  return isWhole || (found * 10 >= inside.length * 6 && found * 10 >= alive.size * 6);
}

/** So many characters on both sides of a passage say where it was. */
const NEAR = 4;

interface Surroundings {
  readonly before: readonly Traced[];
  readonly after: readonly Traced[];
  /**
   * The passage's words are all there and it is one of several sentences: then one end of it is enough, for of the other
   * sentence one that is the same may have come there.
   */
  readonly isOneEndEnough: boolean;
}

/** Whether characters stand between those that the passage stood between: of its words little may be left. */
function isBetween(
  inside: readonly Traced[],
  all: readonly Traced[],
  { before, after, isOneEndEnough }: Surroundings,
): boolean {
  const first = all.findIndex((each) => each === inside[0]);
  const left = all.slice(Math.max(0, first - NEAR), first).map(({ id }) => id);
  const end = first + inside.length;
  const right = all.slice(end, end + NEAR).map(({ id }) => id);
  const isAfter = before.some(({ id }) => left.includes(id));
  const isBefore = after.some(({ id }) => right.includes(id));
  return isOneEndEnough ? isAfter || isBefore : isAfter && isBefore;
}

/** Whether a run of characters still has one of those next to it that were next to it. */
function hasNeighbour(
  run: readonly Traced[],
  all: readonly Traced[],
  near: ReadonlySet<number>,
): boolean {
  const first = all.findIndex(({ id }) => id === run[0]?.id);
  const [left, right] = [all[first - 1]?.id, all[first + run.length]?.id];
  return near.size === 0 || near.has(left ?? -1) || near.has(right ?? -1);
}

/** Whether characters stand somewhere one after another as they did. */
function isRun(run: readonly Traced[], all: readonly Traced[]): boolean {
  const first = all.findIndex(({ id }) => id === run[0]?.id);
  return first >= 0 && run.every(({ id }, at) => all[first + at]?.id === id);
}

/** Whether the sentences that the passage stands in have all their characters, in their order and nothing between. */
function isIntact(before: TracedText, after: TracedText, passage: ReadonlySet<number>): boolean {
  const own = before.paragraphs
    .flat()
    .filter((sentence) => sentence.some(({ id }) => passage.has(id)))
    .flat()
    .filter(({ character }) => character.trim() !== '');
  const now = charactersOf(after);
  const first = now.findIndex(({ id }) => id === own[0]?.id);
  return (
    first >= 0 &&
    own.every(
      ({ id, character }, at) =>
        now[first + at]?.id === id && now[first + at]?.character === character,
    )
  );
}

function spansSentences({ paragraphs }: TracedText, passage: ReadonlySet<number>): boolean {
  const own = paragraphs.flat().filter((sentence) => sentence.some(({ id }) => passage.has(id)));
  return own.length > 1;
}
