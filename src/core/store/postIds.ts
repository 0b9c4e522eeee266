import type Database from 'better-sqlite3';
import { randomInt } from 'node:crypto';
import { asPostId } from '../../shared/ids.ts';
import type { PostId } from '../../shared/model.ts';
import { AppError } from '../../shared/result.ts';

/** Row numbers are below this: they are never given twice, and a file that came near it is made anew long before. */
const ROWS = 2 ** 28;

/** Generations are from 1 to below this, so that an id stays an exact number. */
const GENERATIONS = 2 ** 25;

/**
 * Post ids of one index file: its generation and the row number in one number. The rows of a file made anew start over,
 * and an id of the file before must not name one of them.
 */
export interface PostIds {
  readonly idOf: (row: number) => PostId;
  /** @throws {AppError} `index-renewed` for an id of another file */
  readonly rowOf: (id: PostId) => number;
}

/** The ids of an open index file. */
export function createPostIds(database: Database.Database): PostIds {
  const kept = database
    .prepare<[], string>(`SELECT value FROM meta WHERE key = 'generation'`)
    .pluck()
    .get();
  const generation = Number(kept ?? 0);
  const first = generation * ROWS;
  return {
    idOf: (row) => asPostId(first + row),
    rowOf: (id) => {
      if (Math.floor(id / ROWS) !== generation) {
        throw new AppError(
          'index-renewed',
          'The index was built anew since this list was made: choose the posts again.',
        );
      }
      return id - first;
    },
  };
}

/** Gives a new index file its generation: any, for the file before may be gone or unreadable. */
export function setGeneration(database: Database.Database): void {
  const generation = randomInt(1, GENERATIONS);
  database
    .prepare(`INSERT OR REPLACE INTO meta(key, value) VALUES ('generation', ?)`)
    .run(String(generation));
}
