/** How much there is to read in a text. */
export interface ReadingLength {
  /** Characters of scripts written without spaces (Han, kana) and of Hangul. */
  readonly characters: number;
  /** Words of all other scripts, numbers too. */
  readonly words: number;
}

const CHARACTER = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/gu;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’.,-][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*/gu;

/** Characters and words read in a minute. */
const CHARACTERS_PER_MINUTE = 400;
const WORDS_PER_MINUTE = 230;

/** Counts what there is to read. A number between Chinese characters counts as one word. */
export function readingLength(text: string): ReadingLength {
  const characters = text.match(CHARACTER)?.length ?? 0;
  const rest = characters === 0 ? text : text.replaceAll(CHARACTER, ' ');
  return { characters, words: rest.match(WORD)?.length ?? 0 };
}

/** Reading time in whole minutes, at least 1. */
export function minutesFor({ characters, words }: ReadingLength): number {
  const minutes = characters / CHARACTERS_PER_MINUTE + words / WORDS_PER_MINUTE;
  return Math.max(1, Math.round(minutes));
}

/** True when words say more than characters: nothing or next to nothing of the text is written without spaces. */
export const isWordText = ({ characters, words }: ReadingLength): boolean =>
  words > 0 && characters < words;
