import type { Random } from '../../support/random.ts';
import { CHINESE, type Language, ENGLISH } from './phrases.ts';

/*
 * Texts whose every character knows where it came from, so that after any edit one can say where a passage is now. Only
 * visible characters are kept; white space is put between them when a text is written out.
 */

/** A visible character. Copies carry the number of what they were copied from, too. */
export interface Traced {
  readonly character: string;
  readonly id: number;
  readonly copyOf?: number;
}

/** Characters, then sentences, then paragraphs. */
export type Sentence = readonly Traced[];
export type Paragraph = readonly Sentence[];

/** A text: its paragraphs, its language, and how its lines are broken. */
export interface TracedText {
  readonly language: Language;
  readonly paragraphs: readonly Paragraph[];
  /** Line length for plain text that is wrapped; null = one line a paragraph. */
  readonly wrap: number | null;
  /** Its sentences are nearly the same. */
  readonly isList: boolean;
}

/** Gives out numbers for characters. */
export type NewIds = () => number;

/** A counter. */
export function countIds(): NewIds {
  let last = 0;
  return () => {
    last += 1;
    return last;
  };
}

/** Words as traced characters; the words of an English sentence stay apart by white space that is not kept. */
export function traced(text: string, newId: NewIds): Sentence {
  return Array.from(text, (character) => ({ character, id: newId() }));
}

/** The text as a page shows it. */
export function written({ paragraphs, language, wrap }: TracedText): string {
  const lines = paragraphs.map((paragraph) =>
    paragraph
      .map((sentence) => sentence.map(({ character }) => character).join(''))
      .join(language.between),
  );
  return lines.map((line) => wrapped(line, language, wrap)).join('\n\n');
}

function wrapped(line: string, language: Language, width: number | null): string {
  if (width === null) return line;
  if (language === ENGLISH) {
    let shown = '';
    let column = 0;
    for (const word of line.split(' ')) {
      const isFull = column + word.length > width;
      shown += column === 0 ? word : `${isFull ? '\n' : ' '}${word}`;
      column = isFull ? word.length : column + word.length + 1;
    }
    return shown;
  }
  const characters = Array.from(line);
  let shown = '';
  for (let at = 0; at < characters.length; at += width) {
    shown += `${at === 0 ? '　　' : '\n'}${characters.slice(at, at + width).join('')}`;
  }
  return shown;
}

/** All characters in order, those of English words with the blanks between them left out. */
export function charactersOf({ paragraphs }: Pick<TracedText, 'paragraphs'>): readonly Traced[] {
  return paragraphs.flat(2).filter(({ character }) => character.trim() !== '');
}

const phrase = (random: Random, language: Language): string => {
  const template = random.pick(language.templates);
  return template
    .replaceAll('#', () => random.pick(language.names))
    .replaceAll('@', () => {
      return String(1 + random.below(random.pick([9, 99, 2_000])));
    });
};

/** One sentence of a post. */
export function sentenceText(random: Random, language: Language): string {
  const choice = random.next();
  if (choice < 0.12) return random.pick(language.boilerplate);
  if (choice < 0.35) return phrase(random, language);
  const said = language.parts.map((part) => random.pick(part)).join('');
  return said.charAt(0).toUpperCase() + said.slice(1);
}

/** A post: sentences in paragraphs, some of them the same, some nearly. */
export function randomText(random: Random, newId: NewIds): TracedText {
  const language = random.pick([CHINESE, ENGLISH]);
  const count = random.pick([2, 6, 12, 25]);
  const isList = random.is(0.1);
  const template = random.pick(language.templates.filter((each) => each.includes('#')));
  let last = '';
  const next = (): string => {
    // A table in prose: the same sentence again and again with another name.
    const text = isList
      ? template
          .replaceAll('#', () => random.pick(language.names))
          .replaceAll('@', () => String(1 + random.below(20)))
      : sentenceText(random, language);
    // Of two neighbours that are the same nobody can say which one was deleted.
    if (text === last) return next();
    last = text;
    return text;
  };
  const paragraphs = Array.from({ length: count }, () =>
    Array.from({ length: random.pick([1, 2, 3, 5, 8]) }, () => traced(next(), newId)),
  );
  return { language, paragraphs, wrap: random.is(0.2) ? 40 : null, isList };
}
