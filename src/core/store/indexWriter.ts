import type Database from 'better-sqlite3';
import { foldText } from '../../shared/text/fold.ts';
import type { Problem } from '../../shared/model.ts';
import type { ParsedPost } from '../post/parsedPost.ts';
import { tokeniseText } from '../search/tokenise.ts';
import { type ColumnWriter, createColumnWriter } from './columnStore.ts';
import { isDamage, markDamaged } from './indexFiles.ts';
import type { FileRecord, FileStamp, IndexWriter } from './storeTypes.ts';
import { prepareWriter, type WriterStatements } from './writerStatements.ts';

/** Longest time `finish` spends on merging the full-text segments. */
const MERGE_BUDGET_MS = 4_000;

/** Pages of one merge step; FTS5 documents that a step does at least this much work. */
const MERGE_STEP_PAGES = 1_000;

/** A writer on an open index file; `release` gives the write lock back. */
export function createIndexWriter(database: Database.Database, release: () => void): IndexWriter {
  const sql = prepareWriter(database);
  const columns = createColumnWriter(database);

  const putStamp = (stamp: FileStamp): void => {
    sql.putFile.run(stamp.path, stamp.sizeBytes, stamp.mtimeMs, stamp.contentHash);
  };

  const putRecord = (record: FileRecord): void => {
    putStamp(record.stamp);
    sql.dropProblems.run(record.stamp.path);
    record.problems.forEach((problem, position) => {
      sql.addProblem.run(problemValues(record, problem, position));
    });
    if (record.post === null) dropPost(sql, columns, record.stamp.path);
    else putPost(sql, columns, { record, post: record.post });
  };

  const removePath = (path: string): void => {
    dropPost(sql, columns, path);
    sql.dropProblems.run(path);
    sql.dropFile.run(path);
  };

  /** All of it or nothing; readers learn by the revision that something changed. */
  const commit = <T>(values: readonly T[], act: (value: T) => void): void => {
    if (values.length === 0) return;
    try {
      database.transaction(() => {
        for (const value of values) act(value);
        columns.pack();
        sql.raiseRevision.run();
      })();
    } catch (thrown) {
      columns.forget();
      if (isDamage(thrown)) markDamaged(database.name);
      throw thrown;
    }
  };

  return {
    stamps: () => new Map(sql.files.all().map((stamp) => [stamp.path, stamp])),
    put: (records) => commit(records, putRecord),
    touch: (stamps) => commit(stamps, putStamp),
    remove: (paths) => commit(paths, removePath),
    setMeta: (key, value) => void sql.putFact.run(key, value),
    getMeta: (key) => sql.fact.get(key) ?? null,
    counts: () => sql.counts.get() ?? { posts: 0, pages: 0, problems: 0 },
    finish: () => finishRun(database),
    close: () => {
      database.close();
      release();
    },
  };
}

function dropPost(sql: WriterStatements, columns: ColumnWriter, path: string): void {
  const id = sql.findPost.get(path);
  if (id === undefined) return;
  for (const statement of [sql.dropTokens, sql.dropText, sql.dropPost]) statement.run(id);
  columns.drop(id);
}

function putPost(
  sql: WriterStatements,
  columns: ColumnWriter,
  { record, post }: { readonly record: FileRecord; readonly post: ParsedPost },
): void {
  const known = sql.findPost.get(record.stamp.path);
  const values = postValues(record, post);
  const id = known ?? sql.addPost.run(values).lastInsertRowid;
  if (known !== undefined) {
    sql.updatePost.run(values);
    sql.dropTokens.run(known);
  }
  columns.put(Number(id), post);
  sql.putText.run(id, JSON.stringify(post.frontMatter), post.text);
  sql.addTokens.run(id, tokeniseText(foldText(post.title)), tokeniseText(foldText(post.text)));
}

/** Merges full-text segments for a bounded time, renews statistics and empties the write-ahead log. */
function finishRun(database: Database.Database): void {
  const merge = database.prepare(`INSERT INTO search(search, rank) VALUES ('merge', ?)`);
  const changes = database.prepare<[], number>('SELECT total_changes()').pluck();
  const deadline = performance.now() + MERGE_BUDGET_MS;
  let before = -2;
  let after = changes.get() ?? 0;
  // A step that changed fewer than two rows had nothing to merge (https://sqlite.org/fts5.html#the_merge_command).
  while (after - before >= 2 && performance.now() < deadline) {
    before = after;
    merge.run(BigInt(MERGE_STEP_PAGES));
    after = changes.get() ?? 0;
  }
  database.pragma('optimize');
  database.pragma('wal_checkpoint(TRUNCATE)');
}

type PostValues = Record<string, string | number | null>;

function postValues(record: FileRecord, post: ParsedPost): PostValues {
  return {
    path: record.stamp.path,
    pathHex: record.pathHex ?? null,
    kind: post.kind,
    title: post.title,
    date: post.date,
    day: post.day,
    source: post.source,
    author: post.author,
    url: post.url,
    sourceId: post.sourceId,
    lang: post.lang,
    isDraft: post.isDraft ? 1 : 0,
    characterCount: post.characterCount,
    contentHash: record.stamp.contentHash,
    tags: JSON.stringify(post.tags),
    categories: JSON.stringify(post.categories),
  };
}

function problemValues(record: FileRecord, problem: Problem, position: number): PostValues {
  return {
    path: record.stamp.path,
    position,
    pathHex: problem.pathHex ?? record.pathHex ?? null,
    code: problem.code,
    severity: problem.severity,
    message: problem.message,
    sizeBytes: problem.sizeBytes,
  };
}
