/** Longest passage that is searched for as it is, in characters: a longer one is found by its beginning. */
const LONGEST = 60;

/** The query that finds a passage: a phrase where it has several words, else the word itself. */
export function searchFor(words: string): string {
  const line = words.replaceAll(/["“”\s]+/gu, ' ').trim();
  const characters = Array.from(line);
  if (characters.length <= LONGEST) return /[\s\p{P}\p{S}]/u.test(line) ? `"${line}"` : line;
  const cut = characters.slice(0, LONGEST).join('');
  const border = cut.lastIndexOf(' ');
  return `"${border > LONGEST / 2 ? cut.slice(0, border) : cut}"`;
}
