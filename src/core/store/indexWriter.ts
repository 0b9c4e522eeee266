import type Database from 'better-sqlite3';
import { foldText } from '../../shared/text/fold.ts';
import type { Problem } from '../../shared/model.ts';
import type { ParsedPost } from '../post/parsedPost.ts';
import {
  createPostingsWriter,
  type PostingsLimits,
  type PostingsWriter,
} from '../postings/postingsWriter.ts';
import { type ColumnWriter, createColumnWriter } from './columnStore.ts';
import { prepareFolderStamps } from './folderStamps.ts';
import { isDamage, markDamaged } from './indexFiles.ts';
import { createLinkWriter, type LinkWriter } from './linkStore.ts';
import { postCheck } from './postRows.ts';
import { createTextWriter, type TextWriter } from './postTexts.ts';
import type { FileRecord, FileStamp, IndexWriter } from './storeTypes.ts';
import { prepareWriter, type WriterStatements } from './writerStatements.ts';

/** Longest time `finish` spends on merging segments of the postings. */
const MERGE_BUDGET_MS = 4_000;

/** What writing an index needs to be told. */
export interface WriterOptions {
  /** Gives the write lock back. */
  readonly release: () => void;
  /** Sizes of the postings' segments; small ones for tests. */
  readonly postings?: PostingsLimits;
}

/** A writer on an open index file. */
export function createIndexWriter(
  database: Database.Database,
  { release, postings: limits }: WriterOptions,
): IndexWriter {
  const sql = prepareWriter(database);
  const parts: Parts = {
    sql,
    columns: createColumnWriter(database),
    postings: createPostingsWriter(database, limits),
    texts: createTextWriter(database),
    links: createLinkWriter(database),
    paths: sql.isEmpty.get() === 1 ? new SeenPaths() : null,
  };
  const { columns, postings, texts, links } = parts;

  /** All of it or nothing; readers learn by the revision that something changed. */
  const commit = <T>(values: readonly T[], act: (value: T) => void): void => {
    if (values.length === 0) return;
    try {
      database.transaction(() => {
        for (const value of values) act(value);
        columns.pack();
        texts.commit();
        links.commit();
        postings.commit();
        sql.raiseRevision.run();
      })();
    } catch (thrown) {
      columns.forget();
      texts.rollBack();
      links.rollBack();
      postings.rollBack();
      if (isDamage(thrown)) markDamaged(database.name);
      throw thrown;
    }
  };

  /** Readers learn of it by the revision: segments they know are gone. */
  const onMerge = (): void => void sql.raiseRevision.run();
  const merge = (): void => void postings.merge(timeLimit(MERGE_BUDGET_MS), onMerge);

  return {
    stamps: () => new Map(sql.files.all().map((stamp) => [stamp.path, stamp])),
    folderStamps: prepareFolderStamps(database),
    stampOf: (path) => sql.file.get(path) ?? null,
    put: (records) => {
      // Few segments keep searching quick while posts come in. Before the posts, so that a call that fails wrote nothing.
      merge();
      commit(records, (record) => putRecord(parts, record));
    },
    touch: (stamps) => commit(stamps, (stamp) => putStamp(sql, stamp)),
    remove: (paths) => commit(paths, (path) => removePath(parts, path)),
    setMeta: (key, value) => void sql.putFact.run(key, value),
    getMeta: (key) => sql.fact.get(key) ?? null,
    counts: () => sql.counts.get() ?? { posts: 0, pages: 0, problems: 0 },
    finish: () => {
      merge();
      postings.settle(onMerge);
      tidy(database);
    },
    close: () => {
      database.close();
      release();
    },
  };
}

/** The parts of an index file that a post is written to. */
interface Parts {
  readonly sql: WriterStatements;
  readonly columns: ColumnWriter;
  readonly postings: PostingsWriter;
  readonly texts: TextWriter;
  readonly links: LinkWriter;
  /** The paths put so far where the index was empty; null where it was not. */
  readonly paths: SeenPaths | null;
}

/** Knows paths that were never put, so that a first run need not ask the index for what cannot be there. */
class SeenPaths {
  readonly #seen = new Set<string>();

  /** True the first time; false says nothing. */
  isNew(path: string): boolean {
    const before = this.#seen.size;
    return this.#seen.add(path).size > before;
  }
}

function putStamp(sql: WriterStatements, stamp: FileStamp): void {
  sql.putFile.run(stamp.path, stamp.sizeBytes, stamp.mtimeMs, stamp.contentHash);
}

function putRecord(parts: Parts, record: FileRecord): void {
  const { sql, paths } = parts;
  const isNew = paths?.isNew(record.stamp.path) === true;
  putStamp(sql, record.stamp);
  if (!isNew) sql.dropProblems.run(record.stamp.path);
  record.problems.forEach((problem, position) => {
    sql.addProblem.run(problemValues(record, problem, position));
  });
  if (record.post !== null) putPost(parts, record, { post: record.post, isNew });
  else if (!isNew) dropPost(parts, record.stamp.path);
}

function removePath(parts: Parts, path: string): void {
  dropPost(parts, path);
  parts.sql.dropProblems.run(path);
  parts.sql.dropFile.run(path);
}

function dropPost({ sql, columns, postings, texts, links }: Parts, path: string): void {
  const id = sql.findPost.get(path);
  if (id === undefined) return;
  sql.dropPost.run(id);
  postings.remove(id);
  texts.drop(id);
  links.drop(id);
  columns.drop(id);
}

interface FoundPost {
  readonly post: ParsedPost;
  /** True when the index holds nothing of the path. */
  readonly isNew: boolean;
}

function putPost(parts: Parts, record: FileRecord, { post, isNew }: FoundPost): void {
  const { sql, columns, postings, texts, links } = parts;
  const known = isNew ? undefined : sql.findPost.get(record.stamp.path);
  const values = postValues(record, post);
  const id = Number(known ?? sql.addPost.run(...values).lastInsertRowid);
  if (known !== undefined) {
    sql.updatePost.run(...values);
    postings.remove(id);
    links.drop(id);
  }
  columns.put(id, post);
  texts.put(id, JSON.stringify(post.frontMatter), post.text);
  if (record.links !== undefined) links.put(id, record.links);
  const { title, text } = post;
  postings.put(id, record.tokens ?? { title: foldText(title), body: foldText(text) });
}

function timeLimit(milliseconds: number): () => boolean {
  const endsMs = performance.now() + milliseconds;
  return () => performance.now() > endsMs;
}

/** Gives free pages back, renews statistics and empties the write-ahead log. */
function tidy(database: Database.Database): void {
  database.pragma('incremental_vacuum');
  database.pragma('optimize');
  database.pragma('wal_checkpoint(TRUNCATE)');
}

/** In the order of the columns in `addPost` and `updatePost`. */
function postValues(record: FileRecord, post: ParsedPost): readonly (string | number | null)[] {
  const path = record.stamp.path.toWellFormed();
  // As SQLite keeps them, for the check to be of what is read.
  const values = valuesBesidePath(record, post).map((value) =>
    typeof value === 'string' ? value.toWellFormed() : value,
  );
  return [...values, postCheck([path, ...values]), path];
}

function valuesBesidePath(
  record: FileRecord,
  post: ParsedPost,
): readonly (string | number | null)[] {
  return [
    record.pathHex ?? null,
    post.kind,
    post.title,
    post.date,
    post.day,
    post.source,
    post.author,
    post.url,
    post.sourceId,
    post.lang,
    post.isDraft ? 1 : 0,
    post.characterCount,
    record.stamp.contentHash,
    JSON.stringify(post.tags),
    JSON.stringify(post.categories),
  ];
}

type ProblemValues = Record<string, string | number | null>;

function problemValues(record: FileRecord, problem: Problem, position: number): ProblemValues {
  return {
    path: record.stamp.path,
    position,
    pathHex: problem.pathHex ?? record.pathHex ?? null,
    code: problem.code,
    severity: problem.severity,
    message: problem.message,
    sizeBytes: problem.sizeBytes,
    details: problem.details === undefined ? null : JSON.stringify(problem.details),
  };
}
