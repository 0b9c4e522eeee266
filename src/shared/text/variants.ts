import { VARIANT_PAIRS } from './variantTable.ts';

/** Simplified character of every Traditional one, by character: the first value of OpenCC's table. Applied once, never twice. */
export const VARIANTS: ReadonlyMap<string, string> = readPairs();

function readPairs(): ReadonlyMap<string, string> {
  const variants = new Map<string, string>();
  let from = '';
  for (const character of VARIANT_PAIRS) {
    if (from === '') {
      from = character;
    } else {
      variants.set(from, character);
      from = '';
    }
  }
  return variants;
}

const TOUCHED: ReadonlySet<string> = new Set(VARIANT_PAIRS);

/**
 * True when the table changes a character of the text, or makes one of its characters from another. Only then can a text
 * that was folded with the table hold it without the text itself holding it.
 */
export function isTouchedByVariants(text: string): boolean {
  for (const character of text) if (TOUCHED.has(character)) return true;
  return false;
}
