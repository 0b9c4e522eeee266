import type Database from 'better-sqlite3';
import type { FileStamp } from './storeTypes.ts';

/** Every statement of the index writer, prepared once. */
export type WriterStatements = ReturnType<typeof prepareWriter>;

/** Prepares the writer's statements on a database with the index's tables. */
export function prepareWriter(database: Database.Database) {
  const files = `SELECT path, size_bytes AS sizeBytes, mtime_ms AS mtimeMs, content_hash AS contentHash FROM files`;
  return {
    files: database.prepare<[], FileStamp>(files),
    file: database.prepare<[string], FileStamp>(`${files} WHERE path = ?`),
    isEmpty: database
      .prepare<[], number>(
        `SELECT NOT EXISTS (SELECT 1 FROM files) AND NOT EXISTS (SELECT 1 FROM posts)
           AND NOT EXISTS (SELECT 1 FROM problems)`,
      )
      .pluck(),
    putFile: database.prepare(
      `INSERT OR REPLACE INTO files(path, size_bytes, mtime_ms, content_hash) VALUES (?, ?, ?, ?)`,
    ),
    dropFile: database.prepare('DELETE FROM files WHERE path = ?'),
    addProblem: database.prepare(
      `INSERT INTO problems(path, position, path_hex, code, severity, message, size_bytes, details)
       VALUES (:path, :position, :pathHex, :code, :severity, :message, :sizeBytes, :details)`,
    ),
    dropProblems: database.prepare('DELETE FROM problems WHERE path = ?'),
    findPost: database.prepare<[string], number>('SELECT id FROM posts WHERE path = ?').pluck(),
    // The path comes last in both, so that they take the same values.
    addPost: database.prepare(
      `INSERT INTO posts(path_hex, kind, title, date, day, source, author, url, source_id, lang, is_draft,
         character_count, content_hash, tags, categories, row_check, path)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    updatePost: database.prepare(
      `UPDATE posts SET path_hex = ?, kind = ?, title = ?, date = ?, day = ?, source = ?, author = ?, url = ?,
         source_id = ?, lang = ?, is_draft = ?, character_count = ?, content_hash = ?, tags = ?, categories = ?, row_check = ?
       WHERE path = ?`,
    ),
    dropPost: database.prepare('DELETE FROM posts WHERE id = ?'),
    putFact: database.prepare('INSERT OR REPLACE INTO facts(key, value) VALUES (?, ?)'),
    fact: database.prepare<[string], string>('SELECT value FROM facts WHERE key = ?').pluck(),
    raiseRevision: database.prepare(
      `UPDATE meta SET value = CAST(value AS INTEGER) + 1 WHERE key = 'revision'`,
    ),
    counts: database.prepare<[], { posts: number; pages: number; problems: number }>(
      `SELECT (SELECT count(*) FROM posts WHERE kind = 'post') AS posts,
         (SELECT count(*) FROM posts WHERE kind = 'page') AS pages, (SELECT count(*) FROM problems) AS problems`,
    ),
  };
}
