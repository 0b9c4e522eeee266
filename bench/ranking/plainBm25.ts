import type { SearchTerm } from '../../src/shared/searchModel.ts';
import { foldText } from '../../src/shared/text/fold.ts';
import { containsTerm, findPreparedRanges, prepareTerm } from '../../src/shared/text/matchText.ts';

/** Term saturation and length normalisation of the textbook (Robertson & Zaragoza 2009, section 3.4). */
const K1 = 1.2;
const B = 0.75;

/** What plain BM25 reads of a post. */
export interface PlainPost {
  readonly path: string;
  readonly title: string;
  readonly text: string;
}

/** A post's title and text as one. */
export interface Bag {
  readonly path: string;
  readonly text: string;
  readonly folded: string;
}

/** Title and text of every post as one bag; made once for many queries. */
export function bagsOf(posts: readonly PlainPost[]): readonly Bag[] {
  return posts.map(({ path, title, text }) => {
    const bag = `${title}\n${text}`;
    return { path, text: bag, folded: foldText(bag) };
  });
}

/**
 * BM25 scores by path, as a search engine without any extras gives them: title and text as one bag, a term counted
 * wherever it stands literally, length in characters, nothing for titles, neighbourhood, place or age.
 */
export function plainBm25(
  bags: readonly Bag[],
  terms: readonly SearchTerm[],
): ReadonlyMap<string, number> {
  const meanLength = bags.reduce((sum, { text }) => sum + text.length, 0) / bags.length;
  const scores = new Map(bags.map(({ path }) => [path, 0]));
  for (const term of terms) {
    const prepared = prepareTerm(term);
    const counts = bags.map(({ text, folded }) =>
      containsTerm(folded, prepared) ? findPreparedRanges(text, [prepared]).length : 0,
    );
    const found = counts.filter((count) => count > 0).length;
    const idf = Math.log(1 + (bags.length - found + 0.5) / (found + 0.5));
    bags.forEach(({ path, text }, at) => {
      const count = counts[at] ?? 0;
      const norm = K1 * (1 - B + (B * text.length) / meanLength);
      scores.set(path, (scores.get(path) ?? 0) + (idf * count * (K1 + 1)) / (count + norm));
    });
  }
  return scores;
}
