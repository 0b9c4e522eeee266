/**
 * Tokens as numbers, so that a million of them can be sorted without strings. A pair of two characters of the Basic
 * Multilingual Plane is `first << 16 | second`; a character alone (the last of its run) has 0 for the second. Everything
 * else (words, pairs with characters beyond) is a string with a number of its own, in a range that no pair uses.
 */

/** Position without a token. */
export const GAP_KEY = 0;

/** Keys from here on (surrogates are never the first half of a pair) stand for strings, by number. */
export const STRING_KEYS = 0xd8_00_00_00;

/** First half of the keys of symbols, and first unit of their strings: a private-use character, no part of any run. */
export const SYMBOL_UNIT = 0xe000;

/** Keys from here on are symbols. */
export const SYMBOL_KEYS = SYMBOL_UNIT * 0x1_00_00;

/** Marks the key as that of a symbol: punctuation and signs are kept by post only, without positions. */
export const SYMBOL_MARK = String.fromCharCode(SYMBOL_UNIT);

/** The string of a numeric token. Strings sort by UTF-16 units as the numbers do. */
export function tokenText(key: number): string {
  const second = key & 0xffff;
  return second === 0 ? String.fromCharCode(key >>> 16) : String.fromCharCode(key >>> 16, second);
}
