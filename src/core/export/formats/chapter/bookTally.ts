import type { Post } from '../../../../shared/model.ts';

/** Who wrote a book and what it is about, as its posts say. */
export interface BookTally {
  readonly count: (post: Pick<Post, 'author' | 'source' | 'tags' | 'categories'>) => void;
  readonly result: () => {
    readonly creators: readonly string[];
    readonly subjects: readonly string[];
  };
}

/** A book of a thousand posts has hundreds of both: the commonest say enough. */
const MOST = 20;

/** Counts as posts come; what is remembered are names, not posts. */
export function createTally(): BookTally {
  const authors = new Map<string, number>();
  const sources = new Map<string, number>();
  const subjects = new Map<string, number>();
  return {
    count: ({ author, source, tags, categories }) => {
      if (author !== null) raise(authors, author);
      if (source !== null) raise(sources, source);
      for (const word of new Set([...categories, ...tags])) raise(subjects, word);
    },
    result: () => ({
      creators: commonest(authors.size > 0 ? authors : sources),
      subjects: commonest(subjects),
    }),
  };
}

function raise(counts: Map<string, number>, name: string): void {
  const known = name.trim();
  if (known !== '') counts.set(known, (counts.get(known) ?? 0) + 1);
}

function commonest(counts: ReadonlyMap<string, number>): readonly string[] {
  return [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, MOST)
    .map(([name]) => name);
}
