/**
 * What kind of character stands at a place, for the boundary rule and for tokens:
 * `word` = letter or digit of an alphabetic script (a term may not begin or end inside a run of them);
 * `run` = letter, mark or digit of a script written without spaces (any substring may be searched);
 * `gap` = everything else.
 */
export type CharacterKind = 'word' | 'run' | 'gap';

/** Scripts without spaces between words, by Script_Extensions (Unicode Standard Annex 24). */
const UNSPACED =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]/u;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
const LETTER_MARK_OR_DIGIT = /[\p{L}\p{M}\p{N}]/u;

/** Kind of a code point of folded text. */
export function kindOf(codePoint: number): CharacterKind {
  if (codePoint < 0x80) return isAsciiWord(codePoint) ? 'word' : 'gap';
  // Unified ideographs and Hangul syllables need no table look-up: nearly all of the text that is searched.
  if (codePoint >= 0x4e00 && codePoint <= 0x9fff) return 'run';
  if (codePoint >= 0xac00 && codePoint <= 0xd7a3) return 'run';
  return kindOfRare(String.fromCodePoint(codePoint));
}

/** Code point that starts at `index`; NaN outside the text. */
export function codePointFrom(text: string, index: number): number {
  return text.codePointAt(index) ?? Number.NaN;
}

/** Code point that ends just before `index`; NaN at the beginning. */
export function codePointBefore(text: string, index: number): number {
  const last = text.charCodeAt(index - 1);
  if (last >= 0xdc00 && last <= 0xdfff && index >= 2) return codePointFrom(text, index - 2);
  return last;
}

/** True when a letter or digit of an alphabetic script is that code point; NaN is none. */
export function isWordCharacter(codePoint: number): boolean {
  return !Number.isNaN(codePoint) && kindOf(codePoint) === 'word';
}

function isAsciiWord(unit: number): boolean {
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39) || isUpper(unit);
}

function isUpper(unit: number): boolean {
  return unit >= 0x41 && unit <= 0x5a;
}

function kindOfRare(character: string): CharacterKind {
  if (UNSPACED.test(character)) return LETTER_MARK_OR_DIGIT.test(character) ? 'run' : 'gap';
  return LETTER_OR_DIGIT.test(character) ? 'word' : 'gap';
}
