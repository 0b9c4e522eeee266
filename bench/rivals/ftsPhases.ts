import { closeSync, fsyncSync, openSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { readSite } from '../../src/core/indexing/readSite.ts';
import { parsePost } from '../../src/core/post/parsePost.ts';
import { foldText } from '../../src/shared/text/fold.ts';
import { bigramPhrase, bigramTokens } from '../bigrams.ts';
import type { Files } from '../floorPhases.ts';
import { timeMs } from '../measure.ts';
import type { Phase } from '../phase.ts';

/** Which tokens an FTS5 table is made of: SQLite's own trigrams, or pairs of characters cut before it sees them. */
export type FtsKind = 'trigram' | 'bigram';

/** What to build, and where. */
export interface FtsBuildInput extends Files {
  readonly kind: FtsKind;
  readonly file: string;
}

/** What building took. */
export interface FtsBuildTimes {
  /** Everything: read, parse, fold, insert, merge, sync; one thread. */
  readonly totalMs: number;
  /** Cutting into tokens, inserting and merging alone. */
  readonly indexMs: number;
  readonly bytes: number;
}

const POSTS_A_TRANSACTION = 10_000;
const TOKENIZERS: Readonly<Record<FtsKind, string>> = {
  trigram: 'trigram case_sensitive 1',
  bigram: 'ascii',
};
/** Bytes FTS5 collects before it writes a segment; its default of 1 MB costs a third of the speed. */
const HASH_BYTES = 67_108_864n;

/** A contentless FTS5 table over title and body of every post; row numbers are places in `paths`, from 1. */
export const ftsBuildPhase: Phase<FtsBuildInput, FtsBuildTimes> = {
  name: 'ftsBuild',
  run: async ({ folder, paths, kind, file }) => {
    const site = await readSite(folder);
    const startedAt = performance.now();
    const database = openEmpty(file, kind);
    const insert = database.prepare<[number, string, string]>(
      'INSERT INTO posts(rowid, title, body) VALUES (?, ?, ?)',
    );
    const prepare = kind === 'bigram' ? bigramTokens : (folded: string): string => folded;
    let indexMs = 0;
    const addAll = database.transaction((from: number, part: readonly string[]) => {
      part.forEach((path, at) => {
        const parsed = parsePost({ path, bytes: readFileSync(join(folder, path)), site });
        if (parsed.outcome === 'problem') return;
        const title = foldText(parsed.post.title);
        const body = foldText(parsed.post.text);
        indexMs += timeMs(() => insert.run(from + at + 1, prepare(title), prepare(body)));
      });
    });
    for (let from = 0; from < paths.length; from += POSTS_A_TRANSACTION) {
      addAll(from, paths.slice(from, from + POSTS_A_TRANSACTION));
    }
    indexMs += timeMs(() => {
      database.exec(`INSERT INTO posts(posts) VALUES ('optimize')`);
      database.pragma('wal_checkpoint(TRUNCATE)');
    });
    database.close();
    const handle = openSync(file, 'r');
    fsyncSync(handle);
    closeSync(handle);
    return { totalMs: performance.now() - startedAt, indexMs, bytes: statSync(file).size };
  },
};

function openEmpty(file: string, kind: FtsKind): Database.Database {
  const database = new Database(file);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = NORMAL');
  database.pragma('cache_size = -65536');
  database.exec(
    `CREATE VIRTUAL TABLE posts USING fts5(title, body, content = '', tokenize = '${TOKENIZERS[kind]}')`,
  );
  // FTS5 takes whole numbers only, and plain numbers are bound as REAL.
  database.prepare('INSERT INTO posts(posts, rank) VALUES (?, ?)').run('hashsize', HASH_BYTES);
  return database;
}

/** Searches of an FTS5 table. */
export interface FtsSearchInput {
  readonly kind: FtsKind;
  readonly file: string;
  /** Each a list of terms that must all be there. */
  readonly timed: readonly { readonly name: string; readonly queries: readonly string[] }[];
  readonly asked: readonly string[];
}

/** Milliseconds by kind of query, and the rows that the asked queries find. */
export interface FtsAnswers {
  readonly times: readonly { readonly name: string; readonly samples: readonly number[] }[];
  readonly rows: readonly (readonly number[])[];
}

const BUDGET_MS = 20_000;
const LEAST_QUERIES = 15;

/** The first 50 by BM25 (title five times as heavy) and the total; no snippets, no facets. */
export const ftsSearchPhase: Phase<FtsSearchInput, FtsAnswers> = {
  name: 'ftsSearch',
  run: ({ kind, file, timed, asked }) => {
    const database = new Database(file, { readonly: true });
    const best = database.prepare<[string]>(
      'SELECT rowid, bm25(posts, 5.0, 1.0) AS score FROM posts WHERE posts MATCH ? ORDER BY score LIMIT 50',
    );
    const count = database.prepare<[string]>('SELECT count(*) FROM posts WHERE posts MATCH ?');
    const rows = database
      .prepare<[string], number>('SELECT rowid FROM posts WHERE posts MATCH ?')
      .pluck();
    const times = timed.map(({ name, queries }) => {
      const samples: number[] = [];
      let spentMs = 0;
      for (const query of queries) {
        if (spentMs > BUDGET_MS && samples.length >= LEAST_QUERIES) break;
        const expression = expressionOf(query, kind);
        const spent = timeMs(() => [best.all(expression), count.get(expression)]);
        samples.push(spent);
        spentMs += spent;
      }
      return { name, samples };
    });
    const answers = { times, rows: asked.map((query) => rows.all(expressionOf(query, kind))) };
    database.close();
    return answers;
  },
};

/** All terms of a query (separated by spaces), each as a phrase. */
function expressionOf(query: string, kind: FtsKind): string {
  return query
    .split(' ')
    .map((term) => (kind === 'bigram' ? bigramPhrase(foldText(term)) : `"${foldText(term)}"`))
    .join(' AND ');
}
