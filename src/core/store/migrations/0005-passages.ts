import type { Migration } from '../migrate.ts';

/**
 * The words at which a post was left, as JSON (`Passage`); null = only the share of it is known, or it was never begun. They
 * stay true where a share does not: in another window, another size of type, after an edit above.
 */
export const addPassages: Migration = {
  version: 5,
  sql: `ALTER TABLE post_state ADD COLUMN passage TEXT;`,
};
