/** How much there is to read in a text. */
export interface ReadingLength {
  /** Characters of scripts written without spaces (Han, kana) and of Hangul. */
  readonly characters: number;
  /** Words of all other scripts, numbers too. */
  readonly words: number;
}

const CHARACTERS = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]+/gu;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’.,-][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*/gu;

/** Characters and words read in a minute. */
const CHARACTERS_PER_MINUTE = 400;
const WORDS_PER_MINUTE = 230;

/** Counts what there is to read. A number between Chinese characters counts as one word. */
export function readingLength(text: string): ReadingLength {
  let characters = 0;
  // Whole runs at a time: a long post has hundreds of thousands of characters.
  const rest = text.replaceAll(CHARACTERS, (run) => {
    characters += lengthOf(run);
    return ' ';
  });
  return { characters, words: rest.match(WORD)?.length ?? 0 };
}

/** Characters of a run, those outside of the basic plane once. */
function lengthOf(run: string): number {
  let length = 0;
  for (let at = 0; at < run.length; at += 1) {
    const unit = run.codePointAt(at) ?? 0;
    if (unit > 0xffff) at += 1;
    length += 1;
  }
  return length;
}

/** Reading time in whole minutes, at least 1. */
export function minutesFor({ characters, words }: ReadingLength): number {
  const minutes = characters / CHARACTERS_PER_MINUTE + words / WORDS_PER_MINUTE;
  return Math.max(1, Math.round(minutes));
}

/** True when words say more than characters: nothing or next to nothing of the text is written without spaces. */
export const isWordText = ({ characters, words }: ReadingLength): boolean =>
  words > 0 && characters < words;
