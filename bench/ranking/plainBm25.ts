import type { SearchTerm } from '../../src/shared/model.ts';
import { findPreparedRanges, prepareTerm, textHoldsTerm } from '../../src/shared/text/matchText.ts';

/** Term saturation and length normalisation of the textbook (Robertson & Zaragoza 2009, section 3.4). */
const K1 = 1.2;
const B = 0.75;

/** What plain BM25 reads of a post. */
export interface PlainPost {
  readonly path: string;
  readonly title: string;
  readonly text: string;
}

/**
 * BM25 scores by path, as a search engine without any extras gives them: title and text as one bag, a term counted
 * wherever it stands literally, length in characters, nothing for titles, neighbourhood, place or age.
 */
export function plainBm25(
  posts: readonly PlainPost[],
  terms: readonly SearchTerm[],
): ReadonlyMap<string, number> {
  const bags = posts.map(({ path, title, text }) => ({ path, bag: `${title}\n${text}` }));
  const meanLength = bags.reduce((sum, { bag }) => sum + bag.length, 0) / bags.length;
  const scores = new Map(bags.map(({ path }) => [path, 0]));
  for (const term of terms) {
    const prepared = prepareTerm(term);
    const counts = bags.map(({ bag }) =>
      textHoldsTerm(bag, prepared) ? findPreparedRanges(bag, [prepared]).length : 0,
    );
    const found = counts.filter((count) => count > 0).length;
    const idf = Math.log(1 + (bags.length - found + 0.5) / (found + 0.5));
    bags.forEach(({ path, bag }, at) => {
      const count = counts[at] ?? 0;
      const norm = K1 * (1 - B + (B * bag.length) / meanLength);
      scores.set(path, (scores.get(path) ?? 0) + (idf * count * (K1 + 1)) / (count + norm));
    });
  }
  return scores;
}
