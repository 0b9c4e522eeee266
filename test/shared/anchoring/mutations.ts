import type { Random } from '../../support/random.ts';
import {
  type NewIds,
  type Paragraph,
  type Sentence,
  sentenceText,
  type Traced,
  traced,
  type TracedText,
} from './tracedText.ts';

/** What an edit works with. */
export interface Editing {
  readonly random: Random;
  readonly newId: NewIds;
  /** Numbers of the characters of the passage. */
  readonly passage: ReadonlySet<number>;
  readonly marked: readonly Traced[];
}

/** An edit as people, programs and accidents make them. */
export type Mutation = (text: TracedText, editing: Editing) => TracedText;

/** Where a sentence stands. */
interface Spot {
  readonly paragraph: number;
  readonly sentence: number;
}

const withParagraphs = (text: TracedText, paragraphs: readonly Paragraph[]): TracedText => ({
  ...text,
  paragraphs: paragraphs
    .map((paragraph) => paragraph.filter((sentence) => sentence.length > 0))
    .filter((paragraph) => paragraph.length > 0),
});

const mapSentence = (
  text: TracedText,
  spot: Spot,
  change: (sentence: Sentence) => readonly Sentence[],
): TracedText =>
  withParagraphs(
    text,
    text.paragraphs.map((paragraph, at) =>
      at === spot.paragraph
        ? paragraph.flatMap((sentence, place) =>
            place === spot.sentence ? change(sentence) : [sentence],
          )
        : paragraph,
    ),
  );

function spotsOf({ paragraphs }: TracedText): Spot[] {
  return paragraphs.flatMap((sentences, paragraph) =>
    sentences.map((_, sentence) => ({ paragraph, sentence })),
  );
}

const sentenceAt = ({ paragraphs }: TracedText, { paragraph, sentence }: Spot): Sentence =>
  paragraphs[paragraph]?.[sentence] ?? [];

const holdsPassage = (sentence: Sentence, { passage }: Editing): boolean =>
  sentence.some(({ id }) => passage.has(id));

const anySpot = (text: TracedText, { random }: Editing): Spot =>
  spotsOf(text).length === 0 ? { paragraph: 0, sentence: 0 } : random.pick(spotsOf(text));

/** A sentence that the passage stands in; any where it is gone. */
function ownSpot(text: TracedText, editing: Editing): Spot {
  const own = spotsOf(text).filter((spot) => holdsPassage(sentenceAt(text, spot), editing));
  return own.length === 0 ? anySpot(text, editing) : editing.random.pick(own);
}

function typed(sentence: Sentence, { random, newId }: Editing, letters: string): Sentence {
  const at = random.below(sentence.length + 1);
  const letter = (): Traced => ({ character: random.pick(Array.from(letters)), id: newId() });
  return random.pick([
    [...sentence.slice(0, at), letter(), ...sentence.slice(at)],
    [...sentence.slice(0, at), ...sentence.slice(at + 1)],
    [...sentence.slice(0, at), letter(), ...sentence.slice(at + 1)],
    [...sentence.slice(0, at), letter(), letter(), ...sentence.slice(at)],
  ]);
}

const typo: Mutation = (text, editing) =>
  mapSentence(text, anySpot(text, editing), (sentence) => [
    typed(sentence, editing, text.language.letters),
  ]);

const typoInOwnSentence: Mutation = (text, editing) =>
  mapSentence(text, ownSpot(text, editing), (sentence) => [
    typed(sentence, editing, text.language.letters),
  ]);

const manyTypos: Mutation = (text, editing) => {
  let next = text;
  const count = 2 + editing.random.below(12);
  for (let at = 0; at < count; at += 1) next = typo(next, editing);
  return next;
};

const newSentence = (text: TracedText, { random, newId }: Editing): Sentence =>
  traced(sentenceText(random, text.language), newId);

const insertSentence: Mutation = (text, editing) =>
  mapSentence(text, anySpot(text, editing), (sentence) =>
    editing.random.is(0.5)
      ? [newSentence(text, editing), sentence]
      : [sentence, newSentence(text, editing)],
  );

/** Another sentence, of which little is the same: what is nearly the same is an edit of the old one. */
const otherSentence = (text: TracedText, editing: Editing, old: Sentence): Sentence => {
  const own = sentenceAt(text, ownSpot(text, editing));
  for (let tries = 0; tries < 20; tries += 1) {
    const other = newSentence(text, editing);
    if (isOther(old, other) && isOther(own, other)) return other;
  }
  return [];
};

const isOther = (one: Sentence, other: Sentence): boolean =>
  sharedLetters(one, other) * 2 < Math.max(one.length, other.length);

/** Length of the longest sequence of letters that two sentences share. */
function sharedLetters(one: Sentence, other: Sentence): number {
  let row = Array.from({ length: other.length + 1 }, () => 0);
  for (const { character } of one) {
    const next = [0];
    for (let at = 1; at <= other.length; at += 1) {
      const isSame = other[at - 1]?.character === character;
      next.push(isSame ? (row[at - 1] ?? 0) + 1 : Math.max(row[at] ?? 0, next[at - 1] ?? 0));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** Not the same sentence again: of the two nobody could say which one was there before. */
const insertBesideOwn: Mutation = (text, editing) =>
  mapSentence(text, ownSpot(text, editing), (sentence) => {
    const added = otherSentence(text, editing, sentence);
    return editing.random.is(0.5) ? [added, sentence] : [sentence, added];
  });

const deleteSentence: Mutation = (text, editing) =>
  mapSentence(text, anySpot(text, editing), () => []);

const deleteOwnSentence: Mutation = (text, editing) =>
  mapSentence(text, ownSpot(text, editing), () => []);

const replaceSentence: Mutation = (text, editing) =>
  mapSentence(text, anySpot(text, editing), (old) => [otherSentence(text, editing, old)]);

const replaceOwnSentence: Mutation = (text, editing) =>
  mapSentence(text, ownSpot(text, editing), (old) => [otherSentence(text, editing, old)]);

/** Few words are used by chance; more of them are a copy. */
const LONG = 10;

const wordsAgain = ({ marked, newId }: Editing): Sentence =>
  marked.map(({ character, id, copyOf }) =>
    marked.length < LONG
      ? { character, id: newId() }
      : { character, id: newId(), copyOf: copyOf ?? id },
  );

/** Another sentence in its place that happens to have the same words. */
const rewriteAround: Mutation = (text, editing) =>
  mapSentence(text, ownSpot(text, editing), (old) => {
    const own = new Set(old.map(({ id }) => id));
    if (!editing.marked.every(({ id }) => own.has(id))) return [otherSentence(text, editing, old)];
    const words = otherSentence(text, editing, old);
    // Behind a letter, for behind a mark it would be a sentence of its own again.
    const letters = words.flatMap(({ character }, at) =>
      /\p{L}/u.test(character) ? [at + 1] : [],
    );
    const at = editing.random.pick(letters.slice(0, -1).length === 0 ? [0] : letters.slice(0, -1));
    return [[...words.slice(0, at), ...wordsAgain(editing), ...words.slice(at)]];
  });

/** The words of the passage in another sentence, somewhere. */
const sameWordsElsewhere: Mutation = (text, editing) =>
  mapSentence(text, anySpot(text, editing), (sentence) => [
    sentence,
    [...wordsAgain(editing), ...newSentence(text, editing)],
  ]);

const swapSentences: Mutation = (text, editing) => {
  const { random } = editing;
  const own = ownSpot(text, editing);
  const paragraph = text.paragraphs[own.paragraph] ?? [];
  const other = random.is(0.5)
    ? { paragraph: own.paragraph, sentence: Math.min(paragraph.length - 1, own.sentence + 1) }
    : anySpot(text, editing);
  const [first, second] = [sentenceAt(text, own), sentenceAt(text, other)];
  return mapSentence(
    mapSentence(text, own, () => [second]),
    other,
    () => [first],
  );
};

const insertParagraph: Mutation = (text, editing) => {
  const at = editing.random.below(text.paragraphs.length + 1);
  const count = 1 + editing.random.below(3);
  const added = Array.from({ length: count }, () => newSentence(text, editing));
  return withParagraphs(text, [
    ...text.paragraphs.slice(0, at),
    added,
    ...text.paragraphs.slice(at),
  ]);
};

const deleteParagraph: Mutation = (text, editing) => {
  const at = editing.random.below(text.paragraphs.length);
  return withParagraphs(text, text.paragraphs.toSpliced(at, 1));
};

const moveParagraph: Mutation = (text, editing) => {
  if (text.paragraphs.length === 0) return text;
  const from = editing.random.is(0.5)
    ? ownSpot(text, editing).paragraph
    : editing.random.below(text.paragraphs.length);
  const moved = text.paragraphs[from] ?? [];
  const others = text.paragraphs.toSpliced(from, 1);
  return withParagraphs(text, others.toSpliced(editing.random.below(others.length + 1), 0, moved));
};

/** Copies next to what they are copied from cannot be told from it: they get the same numbers. */
const duplicateParagraph: Mutation = (text, editing) => {
  if (text.paragraphs.length === 0) return text;
  const { random, newId } = editing;
  const from = random.is(0.7)
    ? ownSpot(text, editing).paragraph
    : random.below(text.paragraphs.length);
  const original = text.paragraphs[from] ?? [];
  const at = random.below(text.paragraphs.length + 1);
  const isNextTo = at === from || at === from + 1;
  const copy = isNextTo
    ? original
    : original.map((sentence) =>
        sentence.map(({ character, id, copyOf }) => ({
          character,
          id: newId(),
          copyOf: copyOf ?? id,
        })),
      );
  return withParagraphs(text, text.paragraphs.toSpliced(at, 0, copy));
};

/** Some letters of the passage itself. */
const changePassage: Mutation = (text, editing) => {
  const { random, newId, passage } = editing;
  const share = random.pick([0.03, 0.1, 0.3, 0.6]);
  const change = (sentence: Sentence): Sentence =>
    sentence.flatMap((each) => {
      if (!passage.has(each.id) || !random.is(share)) return [each];
      const character = random.pick(Array.from(text.language.letters));
      return random.pick<readonly Traced[]>([
        [],
        [{ character, id: newId() }],
        [each, { character, id: newId() }],
      ]);
    });
  return withParagraphs(
    text,
    text.paragraphs.map((paragraph) => paragraph.map(change)),
  );
};

const rewrap: Mutation = (text, { random }) => ({ ...text, wrap: random.pick([null, 20, 33, 72]) });

const OTHER_FORMS: ReadonlyMap<string, string> = new Map([
  ['，', ','],
  ['。', '．'],
  ['“', '"'],
  ['”', '"'],
  ['：', ':'],
  ['国', '國'],
  ['产', '產'],
  ['户', '戶'],
  ['轮', '輪'],
  ['个', '個'],
  ['灯', '燈'],
  ['码', '碼'],
  ['头', '頭'],
  ['这', '這'],
  ['说', '說'],
  ['员', '員'],
  ['a', 'ａ'],
  ['e', 'ｅ'],
  ['1', '１'],
]);

const mapCharacters = (text: TracedText, change: (each: Traced) => readonly Traced[]): TracedText =>
  withParagraphs(
    text,
    text.paragraphs.map((paragraph) => paragraph.map((sentence) => sentence.flatMap(change))),
  );

/** Width, Traditional characters, other quotation marks: all of a text converted. */
const convertForms: Mutation = (text) =>
  mapCharacters(text, (each) => [
    { ...each, character: OTHER_FORMS.get(each.character) ?? each.character },
  ]);

/** Bytes that no character was found for. */
const damage: Mutation = (text, { random }) => {
  const share = random.pick([0.005, 0.02]);
  return mapCharacters(text, (each) => [
    random.is(share) ? { ...each, character: '\ufffd' } : each,
  ]);
};

/** Marks of notes, and numbers of lists. */
const addMarks: Mutation = (text, { random, newId }) =>
  mapCharacters(text, (each) =>
    random.is(0.01) ? [each, ...traced(`[${1 + random.below(30)}]`, newId)] : [each],
  );

/** Every edit by name. `staysPut`: it leaves what it does not hit where it was. */
export const mutations: Readonly<Record<string, Mutation>> = {
  typo,
  typoInOwnSentence,
  manyTypos,
  insertSentence,
  insertBesideOwn,
  deleteSentence,
  deleteOwnSentence,
  replaceSentence,
  replaceOwnSentence,
  rewriteAround,
  sameWordsElsewhere,
  swapSentences,
  insertParagraph,
  deleteParagraph,
  moveParagraph,
  duplicateParagraph,
  changePassage,
  rewrap,
  convertForms,
  damage,
  addMarks,
};

/** Edits that may take the passage's sentence, or its words, to another place as well. */
export const movingMutations: ReadonlySet<string> = new Set([
  'swapSentences',
  'moveParagraph',
  'duplicateParagraph',
  'sameWordsElsewhere',
]);
