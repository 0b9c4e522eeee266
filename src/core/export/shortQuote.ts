/** Enough of a passage to know it by; it stands whole in the text. */
const MOST_CHARACTERS = 60;

/** PURE. The words of a passage in one line, of a long one the beginning and an ellipsis. */
export function shortQuote(quote: string): string {
  const characters = Array.from(quote.replaceAll(/\s+/gu, ' ').trim());
  if (characters.length <= MOST_CHARACTERS) return characters.join('');
  return `${characters
    .slice(0, MOST_CHARACTERS - 1)
    .join('')
    .trimEnd()}…`;
}
