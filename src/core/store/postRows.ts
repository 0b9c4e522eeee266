import type Database from 'better-sqlite3';
import type { PostKind, Problem, ProblemCode, ProblemSeverity } from '../../shared/model.ts';
import type { ProblemDetails } from '../../shared/problemDetails.ts';
import { parseFrontMatter } from './frontMatterValues.ts';
import { createPostIds, type PostIds } from './postIds.ts';
import { createFrontMatterReader, createTextReader } from './postTexts.ts';
import { checkOf, damagedRow } from './rowCheck.ts';
import type { PostFacts, PostIdentity, PostRow, StoredPost } from './storeTypes.ts';

/** The check of a row of `posts`: its values but the row number, in the order of the table. */
export function postCheck(values: readonly (string | number | null)[]): number {
  return checkOf(JSON.stringify(values));
}

/** Reads single posts and problem rows of an open index file, by row number. */
export interface PostRows {
  /** What posts are called outside of the index. */
  readonly ids: PostIds;
  readonly row: (id: number) => PostRow | null;
  readonly title: (id: number) => string;
  readonly text: (id: number) => string;
  readonly facts: (id: number) => PostFacts | null;
  readonly post: (id: number) => StoredPost | null;
  readonly rowAt: (path: string) => number | null;
  readonly allByPath: () => IterableIterator<number>;
  readonly identities: () => IterableIterator<PostIdentity>;
  readonly identityOf: (path: string) => PostIdentity | null;
  readonly problems: () => readonly Problem[];
  readonly problemsOf: (path: string) => readonly Problem[];
}

const ROW = `SELECT id, path, path_hex, kind, title, date, day, source, author, url, source_id, lang, is_draft,
  character_count, content_hash, tags, categories, row_check FROM posts WHERE id = ?`;
const IDENTITY = `SELECT path, content_hash AS contentHash, source_id AS sourceId, title, day FROM posts`;
const PROBLEM = `SELECT path, path_hex AS pathHex, code, severity, message, size_bytes AS sizeBytes, details FROM problems`;

/** Prepares the statements; the rows belong to whatever transaction is open. */
export function createPostRows(database: Database.Database): PostRows {
  const ids = createPostIds(database);
  const rowOf = database.prepare<[number], RawRow>(ROW).raw();
  const textOf = createTextReader(database);
  const titleOf = database
    .prepare<[number], string>('SELECT title FROM posts WHERE id = ?')
    .pluck();
  const frontMatterOf = createFrontMatterReader(database);
  const rowAt = database.prepare<[string], number>('SELECT id FROM posts WHERE path = ?').pluck();
  const byPath = database.prepare<[], number>('SELECT id FROM posts ORDER BY path').pluck();
  const identities = database.prepare<[], PostIdentity>(`${IDENTITY} ORDER BY id`);
  const identity = database.prepare<[string], PostIdentity>(`${IDENTITY} WHERE path = ?`);
  const problems = database.prepare<[], RawProblem>(`${PROBLEM} ORDER BY path, position`);
  const problemsOf = database.prepare<[string], RawProblem>(
    `${PROBLEM} WHERE path = ? ORDER BY position`,
  );
  const row = (id: number): PostRow | null => {
    const raw = rowOf.get(id);
    if (raw === undefined) return null;
    if (postCheck(raw.slice(1, -1)) !== raw[17]) throw damagedRow('posts');
    return toRow(raw, ids);
  };
  const facts = (id: number): PostFacts | null => {
    const found = row(id);
    return found === null ? null : { ...found, frontMatter: parseFrontMatter(frontMatterOf(id)) };
  };
  return {
    ids,
    row,
    title: (id) => titleOf.get(id) ?? '',
    text: textOf,
    facts,
    post: (id) => {
      const found = facts(id);
      return found === null ? null : { ...found, text: textOf(id) };
    },
    rowAt: (path) => rowAt.get(path) ?? null,
    // Read at once: an open statement would keep others on this connection from running.
    allByPath: () => byPath.all().values(),
    identities: () => identities.all().values(),
    identityOf: (path) => identity.get(path) ?? null,
    problems: () => problems.all().map(toProblem),
    problemsOf: (path) => problemsOf.all(path).map(toProblem),
  };
}

/** The columns of `ROW` in their order: fifty are read for every page, and arrays come several times as fast as objects. */
type RawRow = readonly [
  id: number,
  path: string,
  pathHex: string | null,
  kind: PostKind,
  title: string,
  date: string | null,
  day: string | null,
  source: string | null,
  author: string | null,
  url: string | null,
  sourceId: string | null,
  lang: string,
  isDraft: number,
  characterCount: number,
  contentHash: string,
  tags: string,
  categories: string,
  rowCheck: number,
];

interface RawProblem {
  readonly path: string;
  readonly pathHex: string | null;
  readonly code: ProblemCode;
  readonly severity: ProblemSeverity;
  readonly message: string;
  readonly sizeBytes: number | null;
  /** JSON of `ProblemDetails`. */
  readonly details: string | null;
}

function toRow(raw: RawRow, ids: PostIds): PostRow {
  return {
    id: ids.idOf(raw[0]),
    path: raw[1],
    pathHex: raw[2],
    kind: raw[3],
    title: raw[4],
    date: raw[5],
    day: raw[6],
    source: raw[7],
    author: raw[8],
    url: raw[9],
    sourceId: raw[10],
    lang: raw[11],
    isDraft: raw[12] !== 0,
    characterCount: raw[13],
    contentHash: raw[14],
    tags: textList(raw[15]),
    categories: textList(raw[16]),
  };
}

function textList(json: string): readonly string[] {
  const parsed: unknown = JSON.parse(json);
  return Array.isArray(parsed) ? parsed.filter((value) => typeof value === 'string') : [];
}

function toProblem(raw: RawProblem): Problem {
  const { pathHex, details, ...problem } = raw;
  return {
    ...problem,
    ...(pathHex === null ? {} : { pathHex }),
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by the index writer of this very version
    ...(details === null ? {} : { details: JSON.parse(details) as ProblemDetails }),
  };
}
