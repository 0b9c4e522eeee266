/** Longest quote in a name, in characters. */
const LONGEST = 40;

/** A quote on one line, cut where it is long. */
export function shortQuote(quote: string): string {
  const line = Array.from(quote.replaceAll(/\s+/gu, ' ').trim());
  return line.length <= LONGEST ? line.join('') : `${line.slice(0, LONGEST).join('')}…`;
}
