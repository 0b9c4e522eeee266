import { visibleOf } from './visibleText.ts';

/** Where a sentence ends: at its mark and what closes behind it. Not with its line, for lines of a page break anywhere. */
const SENTENCE_END = /(?:[。！？!?…．]|\.(?=\s|$))[”’」』）)\]"']*/gu;

/** What stands before the words in their sentence; nothing where they begin one. */
export function sentenceEndOf(prefix: string): string {
  let start = 0;
  for (const match of prefix.matchAll(SENTENCE_END)) start = match.index + match[0].length;
  return prefix.slice(start);
}

/** What stands behind the words in their sentence, with its mark; nothing where they end with one. */
export function sentenceStartOf(suffix: string, quote: string): string {
  for (const match of quote.matchAll(SENTENCE_END)) {
    if (match.index + match[0].length === quote.length) return '';
  }
  for (const match of suffix.matchAll(SENTENCE_END)) {
    return suffix.slice(0, match.index + match[0].length);
  }
  return suffix;
}

/** How much of a passage lies in the first and in the last of its sentences, in units without white space. */
export interface EndParts {
  readonly first: number;
  readonly last: number;
}

/** The first and the last sentence of a passage, or their parts in it; null when it lies in one sentence. */
export function endPartsOf(quote: string): EndParts | null {
  const breaks = [...quote.trimEnd().matchAll(SENTENCE_END)]
    .map((match) => match.index + match[0].length)
    .filter((at) => at < quote.trimEnd().length);
  const [first, last] = [breaks[0], breaks.at(-1)];
  if (first === undefined || last === undefined) return null;
  return {
    first: visibleOf(quote.slice(0, first)).length,
    last: visibleOf(quote.slice(last)).length,
  };
}
