import type Database from 'better-sqlite3';

/** Puts posts in the order of their paths (bytes of UTF-8). Called inside the transaction that the row numbers come from. */
export interface PathOrder {
  /** Sorts in place. */
  readonly sort: (rows: Uint32Array) => void;
  /** Says that very many posts will be sorted, in however small parts: reads the order of all paths once. */
  readonly expectMany: () => void;
}

/** From this many posts on, the order of all paths is read: SQLite keeps it, but reading it takes time for each post. */
export const MANY_PATHS = 2_000;

/**
 * The order of paths of an open index file. A few are looked up and sorted by SQLite; for many, the place of every path
 * is read once and kept: row numbers never change their path, so that only posts that came since are missing from it.
 */
export function createPathOrder(database: Database.Database): PathOrder {
  const sorted = database
    .prepare<[string], number>(
      `SELECT posts.id FROM json_each(?) AS wanted JOIN posts ON posts.id = wanted.value
       ORDER BY posts.path`,
    )
    .pluck();
  const all = database.prepare<[], number>('SELECT id FROM posts ORDER BY path').pluck();
  const lastId = database.prepare<[], number | null>('SELECT max(id) FROM posts').pluck();
  let order = new Uint32Array(0);
  let ranks = new Uint32Array(0);

  const rankAll = (): void => {
    order = Uint32Array.from(all.all());
    ranks = new Uint32Array((lastId.get() ?? 0) + 1);
    order.forEach((id, rank) => (ranks[id] = rank));
  };

  return {
    sort: (rows) => {
      const isKnown = rows.every((id) => id < ranks.length);
      if (!isKnown && rows.length < MANY_PATHS) {
        rows.set(sorted.all(`[${rows.join(',')}]`));
        return;
      }
      if (!isKnown) rankAll();
      const places = rows.map((id) => ranks[id] ?? 0).toSorted();
      places.forEach((place, at) => (rows[at] = order[place] ?? 0));
    },
    expectMany: () => {
      if ((lastId.get() ?? 0) >= ranks.length) rankAll();
    },
  };
}
