import type Database from 'better-sqlite3';
import type { PostPage } from '../../shared/model.ts';
import { type Answer, type AnswerContext, answerRequest, pageOf } from './answerRequest.ts';
import { labelIdsOf, loadColumns, type PostColumns } from './columns.ts';
import { createPostMarks } from './postMarks.ts';
import { createPostRows, type PostRows } from './postRows.ts';
import type { PageRequest, ReaderMarks, SearchRequest } from './storeTypes.ts';
import { createFtsIndex } from './termIndex.ts';

/** A query of a few parts takes milliseconds; one that reads all texts of a million posts, some seconds. */
const QUERY_LIMIT_MS = 10_000;

/** One open index file with what is kept of it in memory. All but `read` and `close` are called inside `read`. */
export interface IndexSession {
  readonly rows: PostRows;
  /** Runs in one read transaction, after taking up what the writer committed. */
  readonly read: <T>(act: () => T) => T;
  /** True inside `read`. */
  readonly isReading: () => boolean;
  readonly columns: () => PostColumns;
  readonly marks: (marks: ReaderMarks) => Uint8Array;
  readonly page: (request: PageRequest, marks: ReaderMarks) => PostPage;
  /** Row numbers of a whole result, in its order. */
  readonly ordered: (request: SearchRequest, marks: ReaderMarks) => Uint32Array;
  readonly fact: (key: string) => string | null;
  readonly problemCount: () => number;
  readonly revision: () => number;
  readonly close: () => void;
}

/** Opens a session on a database that passed its checks. */
export function openSession(database: Database.Database): IndexSession {
  const rows = createPostRows(database);
  const postMarks = createPostMarks(database);
  const facts = prepareFacts(database);
  let revision = -1;
  let loaded: Loaded | null = null;
  let last: { readonly key: string; readonly answer: Answer } | null = null;

  const load = (): Loaded => (loaded ??= loadAll(database));

  const contextOf = (marks: ReaderMarks): AnswerContext => {
    const kept = load();
    const bits = postMarks.update(marks, kept.columns.size);
    return { database, ...kept, marks: bits, today: today(), limitMs: QUERY_LIMIT_MS };
  };

  const answerOf = (request: SearchRequest, marks: ReaderMarks): Answer => {
    const { text, filters, sort, foldsVariants = true } = request;
    const key = JSON.stringify([text, filters, sort, foldsVariants, marks.version(), today()]);
    if (last?.key !== key) last = { key, answer: answerRequest(request, contextOf(marks)) };
    return last.answer;
  };

  /** Forgets what another state of the index gave. */
  const takeUpCommits = (): void => {
    const current = Number(facts.revision.get() ?? 0);
    if (current === revision) return;
    revision = current;
    loaded = null;
    last = null;
  };

  return {
    rows,
    read: (act) =>
      database.transaction(() => {
        takeUpCommits();
        return act();
      })(),
    isReading: () => database.inTransaction,
    columns: () => load().columns,
    marks: (marks) => postMarks.update(marks, load().columns.size),
    page: (request, marks) => {
      const startedMs = performance.now();
      const answer = answerOf(request, marks);
      const page = pageOf(answer, request, { ...contextOf(marks), rows });
      return { ...page, elapsedMs: performance.now() - startedMs, revision };
    },
    ordered: (request, marks) => answerOf(request, marks).ordered,
    fact: (key) => facts.value.get(key) ?? null,
    problemCount: () => facts.problemCount.get() ?? 0,
    revision: () => revision,
    close: () => void database.close(),
  };
}

/** What is kept in memory until the index changes. */
type Loaded = Pick<AnswerContext, 'columns' | 'labelIds' | 'terms'>;

function loadAll(database: Database.Database): Loaded {
  return {
    columns: loadColumns(database),
    labelIds: {
      sources: labelIdsOf(database, 'source'),
      categories: labelIdsOf(database, 'category'),
      tags: labelIdsOf(database, 'tag'),
    },
    terms: createFtsIndex(database),
  };
}

function prepareFacts(database: Database.Database) {
  return {
    revision: database.prepare<[], string>(`SELECT value FROM meta WHERE key = 'revision'`).pluck(),
    value: database.prepare<[string], string>('SELECT value FROM facts WHERE key = ?').pluck(),
    problemCount: database.prepare<[], number>('SELECT count(*) FROM problems').pluck(),
  };
}

/** This computer's day as a `yyyymmdd` number. */
function today(): number {
  const now = new Date();
  return now.getFullYear() * 10_000 + (now.getMonth() + 1) * 100 + now.getDate();
}
