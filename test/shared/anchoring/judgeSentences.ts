import type { QuoteAnchor } from '../../../src/shared/annotations.ts';
import type { TextRange } from '../../../src/shared/model.ts';
import { countVisible, visibleOf } from '../../../src/shared/anchoring/visibleText.ts';
import { charactersOf, type Sentence, type Traced, type TracedText } from './tracedText.ts';

/*
 * The second judge of the mutation test. It shares no rule with the first one (checkPlacing.ts): it only knows which
 * sentence each character was written in, and asks whether a highlight lies on the sentence that was marked.
 */

/** A highlight that was placed in an edited text. */
export interface Judged {
  readonly before: TracedText;
  readonly after: TracedText;
  readonly marked: readonly Traced[];
  readonly anchor: QuoteAnchor;
  /** `after` as a page shows it. */
  readonly shown: string;
  readonly range: TextRange;
}

/**
 * `own` = on the sentences that were marked, and nothing beside them; `same` = on others, in a text that reads around them
 * as far as was kept exactly as it did; `copy` = on a copy of them, or on the same whole sentences written anew, their own
 * being gone or changed, or these standing where they stood; `other` = wrong.
 */
export type Verdict = 'own' | 'same' | 'copy' | 'other';

/** On which sentence a highlight lies. */
export function judgeSentences(judged: Judged): Verdict {
  const homes = homesOf(judged.before);
  const wanted = new Set(judged.marked.map(({ id }) => homes.get(id) ?? NOWHERE));
  const standing = standingIn(judged.after, homes);
  const inside = within(standing, judged);
  if (isOn(inside, ({ home }) => wanted.has(home))) return 'own';
  if (readsAsThen(judged)) return 'same';
  const isAgain = isWrittenAgain(judged, homes, inside);
  if (isAgain && isBetweenNeighbours(judged, inside)) return 'copy';
  if (isWhole(judged, homes, wanted)) return 'other';
  const isCopy = isOn(inside, ({ home, copied }) => wanted.has(home) || wanted.has(copied));
  return isCopy || isAgain || isHalfOwn(judged, { homes, inside }) ? 'copy' : 'other';
}

const NOWHERE = -1;

/** A visible character of the edited text, and the sentence of the first text that its own sentence was, or was copied from. */
interface Standing {
  readonly at: Traced;
  /** Typed before the first letter of its sentence or behind its mark: nobody can say of which of two sentences it is. */
  readonly isBetween: boolean;
  readonly home: number;
  readonly copied: number;
}

/** By number of each character the sentence that it was written in. */
function homesOf({ paragraphs }: TracedText): ReadonlyMap<number, number> {
  return new Map(
    paragraphs.flat().flatMap((sentence, at) => sentence.map(({ id }) => [id, at] as const)),
  );
}

/** What was typed into a sentence belongs to it; a sentence without a letter of the first text is a new one. */
function standingIn(
  { paragraphs }: TracedText,
  homes: ReadonlyMap<number, number>,
): readonly Standing[] {
  return paragraphs.flat().flatMap((sentence) => {
    const home = firstOf(sentence.map(({ id }) => homes.get(id)));
    const copied = copiedFrom(sentence, homes);
    const known = sentence.map(({ id }) => homes.has(id));
    const [first, last] = [known.indexOf(true), known.lastIndexOf(true)];
    return sentence.flatMap((at, place) => {
      const isBetween = home !== NOWHERE && (place < first || place > last);
      return at.character.trim() === '' ? [] : [{ at, isBetween, home, copied }];
    });
  });
}

/** Of which sentence it is a copy: one of most of it, for words that were only quoted stand in a sentence of its own. */
function copiedFrom(sentence: Sentence, homes: ReadonlyMap<number, number>): number {
  const sources = sentence.flatMap(({ copyOf }) => homes.get(copyOf ?? NOWHERE) ?? []);
  const source = firstOf(sources);
  const length = [...homes.values()].filter((home) => home === source).length;
  return sources.length * 2 > Math.max(length, sentence.length) ? source : NOWHERE;
}

function firstOf(values: readonly (number | undefined)[]): number {
  return values.find((value) => value !== undefined) ?? NOWHERE;
}

function within(
  standing: readonly Standing[],
  { shown, range: [from, to] }: Judged,
): readonly Standing[] {
  const start = countVisible(shown.slice(0, from));
  const end = start + countVisible(shown.slice(from, to));
  let units = 0;
  return standing.filter(({ at: { character } }) => {
    const at = units;
    units += character.length;
    return at >= start && at < end;
  });
}

/** Whether it begins and ends on them, and what was put in between is the lesser part. */
function isOn(range: readonly Standing[], isTheirs: (each: Standing) => boolean): boolean {
  const isSure = ({ isBetween }: Standing): boolean => !isBetween;
  const inside = range.slice(range.findIndex(isSure), range.findLastIndex(isSure) + 1);
  const [first, last] = [inside[0], inside.at(-1)];
  if (first === undefined || last === undefined) return false;
  const theirs = inside.filter(isTheirs).length;
  return isTheirs(first) && isTheirs(last) && theirs * 2 > inside.length;
}

/** Whether the words and all that was kept of what stood around them read as they did: nothing tells such places apart. */
function readsAsThen({ anchor, shown, range: [from, to] }: Judged): boolean {
  const [left, right] = [visibleOf(shown.slice(0, from)), visibleOf(shown.slice(to))];
  const [prefix, suffix] = [visibleOf(anchor.prefix), visibleOf(anchor.suffix)];
  return (
    visibleOf(shown.slice(from, to)) === visibleOf(anchor.quote) &&
    (prefix.length < 64 ? left === prefix : left.endsWith(prefix)) &&
    (suffix.length < 64 ? right === suffix : right.startsWith(suffix))
  );
}

/** Whether whole sentences were marked and the same ones, letter for letter, were written where none of the old ones is. */
function isWrittenAgain(
  { before, marked, anchor, shown, range: [from, to] }: Judged,
  homes: ReadonlyMap<number, number>,
  inside: readonly Standing[],
): boolean {
  const passage = new Set(marked.map(({ id }) => id));
  const wanted = new Set(marked.map(({ id }) => homes.get(id)));
  const isWholeSentences = charactersOf(before).every(
    ({ id }) => passage.has(id) || !wanted.has(homes.get(id)),
  );
  const left = visibleOf(shown.slice(0, from));
  return (
    isWholeSentences &&
    inside.every(({ home }) => home === NOWHERE) &&
    visibleOf(shown.slice(from, to)) === visibleOf(anchor.quote) &&
    (left === '' || /[。．.！!？?”"）)]$/u.test(left))
  );
}

/**
 * Whether of two sentences that were marked one is its own and the other reads letter for letter as it did: another one has
 * come to stand where it stood.
 */
function isHalfOwn(
  { before, after, marked }: Judged,
  {
    homes,
    inside,
  }: { readonly homes: ReadonlyMap<number, number>; readonly inside: readonly Standing[] },
): boolean {
  const isIn = (sentence: Sentence, some: readonly Traced[]): boolean =>
    sentence.some((each) => some.includes(each));
  const range = inside.map(({ at }) => at);
  const then = before.paragraphs.flat().filter((each) => isIn(each, marked));
  const now = after.paragraphs.flat().filter((each) => isIn(each, range));
  const own = marked.map(({ id }) => homes.get(id));
  return (
    then.length === 2 &&
    now.map(wordsOf).join('|') === then.map(wordsOf).join('|') &&
    inside.some(({ home }) => own.includes(home))
  );
}

const wordsOf = (sentence: Sentence): string =>
  visibleOf(sentence.map(({ character }) => character).join(''));

/** Whether what stands right before and right after is what stood there (or a copy). */
function isBetweenNeighbours(
  { before, after, marked }: Judged,
  inside: readonly Standing[],
): boolean {
  const numbers = (text: TracedText): number[] =>
    charactersOf(text).map(({ id, copyOf }) => copyOf ?? id);
  const [then, now] = [numbers(before), numbers(after)];
  const first = charactersOf(after).findIndex((each) => each === inside[0]?.at);
  const start = then.indexOf(marked[0]?.id ?? NOWHERE);
  return (
    then[start - 1] === now[first - 1] && then[start + marked.length] === now[first + inside.length]
  );
}

/** Whether the sentences that were marked still stand somewhere one after another, letter for letter. */
function isWhole(
  { before, after }: Judged,
  homes: ReadonlyMap<number, number>,
  wanted: ReadonlySet<number>,
): boolean {
  const own = charactersOf(before).filter(({ id }) => wanted.has(homes.get(id) ?? NOWHERE));
  const now = charactersOf(after);
  const first = now.findIndex(({ id }) => id === own[0]?.id);
  return (
    first >= 0 &&
    own.every(({ id, character }, at) => {
      const here = now[first + at];
      return here?.id === id && here.character === character;
    })
  );
}
