import type { PostSet } from './postSet.ts';

/**
 * Sets of posts that are found by going through all rows, kept until the index changes: typing on, paging and filtering
 * ask for the same ones again and again.
 */
export interface KeptScans {
  /** The set of that name; made when it is not kept. Not to be changed. */
  readonly get: (name: string, make: () => PostSet) => PostSet;
}

/** A byte a post each: 16 MB at a million posts. */
const MOST_SETS = 16;

/** An empty keeper; forget it when the index's revision changes. */
export function keepScans(): KeptScans {
  const kept = new Map<string, PostSet>();
  return {
    get: (name, make) => {
      const found = kept.get(name) ?? make();
      // The one longest not asked for stands first.
      kept.delete(name);
      kept.set(name, found);
      const [oldest] = kept.keys();
      if (kept.size > MOST_SETS && oldest !== undefined) kept.delete(oldest);
      return found;
    },
  };
}
