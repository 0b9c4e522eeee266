/*
 * The plain tokens that the floor and the FTS5 rivals work with, kept apart from the product's own so that the baseline
 * stays the same when those change: pairs of neighbouring characters of an unspaced script and the last one alone, words
 * of other letters and digits, and a gap wherever anything else stands between two of them.
 */

const GAP = '\ue000';
const RUNS =
  /(?<run>[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+)|(?<word>[\p{L}\p{N}\p{M}]+?(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]|[^\p{L}\p{N}\p{M}]|$))/gu;

/** Tokens of folded text, separated by spaces. */
export function bigramTokens(folded: string): string {
  let output = '';
  let end = -1;
  for (const match of folded.matchAll(RUNS)) {
    const [found] = match;
    if (match.index !== end) output += `${GAP} `;
    end = match.index + found.length;
    output += match.groups?.['run'] === undefined ? `${found} ` : pairsOf(found);
  }
  return output;
}

/** The FTS5 expression that finds a folded term of one script. */
export function bigramPhrase(folded: string): string {
  const characters = Array.from(folded);
  const [only] = characters;
  if (!/^[\p{Script=Han}]/u.test(folded)) return `"${folded}"`;
  if (characters.length === 1) return `"${only ?? ''}" *`;
  return `"${characters
    .slice(1)
    .map((next, at) => (characters[at] ?? '') + next)
    .join(' ')}"`;
}

function pairsOf(run: string): string {
  let pairs = '';
  let character = '';
  for (const next of run) {
    if (character !== '') pairs += `${character}${next} `;
    character = next;
  }
  return `${pairs}${character} `;
}
