import type Database from 'better-sqlite3';
import type { PostPage } from '../../shared/searchModel.ts';
import {
  type Answer,
  type AnswerContext,
  answerRequest,
  countRequest,
  pageOf,
} from './answerRequest.ts';
import { keepAnswers, resultKey } from './keptAnswers.ts';
import { createColumnReader } from './columnReader.ts';
import type { PostColumns } from './columns.ts';
import { keepScans } from './keptScans.ts';
import { keepShown } from './keptTexts.ts';
import { mapForReading } from './mappedReading.ts';
import { createLinkReader, type LinkReader } from './linkStore.ts';
import { createPathOrder } from './pathOrder.ts';
import { createPostMarks, type RowMarks } from './postMarks.ts';
import { createPostRows, type PostRows } from './postRows.ts';
import type { PageRequest, PathRemarks, ReaderMarks, SearchRequest } from './storeTypes.ts';
import { createTermIndex } from './termIndex.ts';

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
  readonly marks: (marks: ReaderMarks) => RowMarks;
  readonly page: (request: PageRequest, marks: ReaderMarks) => PostPage;
  /** How many posts a result has. */
  readonly count: (request: SearchRequest, marks: ReaderMarks) => number;
  /** Row numbers of a whole result, in its order. */
  readonly ordered: (request: SearchRequest, marks: ReaderMarks) => Uint32Array;
  /** Row numbers of the posts of a result, ascending. */
  readonly found: (request: SearchRequest, marks: ReaderMarks) => Uint32Array;
  readonly fact: (key: string) => string | null;
  readonly problemCount: () => number;
  readonly links: LinkReader;
  readonly revision: () => number;
  readonly close: () => void;
}

/** Opens a session on a database that passed its checks. */
export function openSession(database: Database.Database): IndexSession {
  const inTransaction = mapForReading(database);
  const rows = createPostRows(database);
  const postMarks = createPostMarks(database);
  const facts = prepareFacts(database);
  const links = createLinkReader(database);
  const columnReader = createColumnReader(database);
  let revision = -1;
  const paths = createPathOrder(database);
  const answers = keepAnswers();
  const terms = createTermIndex(database, rows);
  const shown = keepShown(rows);
  let scans = keepScans();

  const columnsNow = (): PostColumns => columnReader.at(revision);

  const contextOf = (marks: ReaderMarks): AnswerContext => {
    const columns = columnsNow();
    const parts = { database, rows: shown.rows, columns, paths, terms, scans, ...limits(marks) };
    return { ...parts, marks: postMarks.update(marks, columns.size) };
  };

  const answerOf = (request: SearchRequest, marks: ReaderMarks): Answer => {
    const key = resultKey(request, marks.version(), today());
    return answers.get(key, () => answerRequest(request, contextOf(marks)));
  };

  /** Forgets what another state of the index gave. */
  const takeUpCommits = (): void => {
    const current = Number(facts.revision.get() ?? 0);
    if (current === revision) return;
    revision = current;
    terms.refresh();
    scans = keepScans();
    answers.forget();
    shown.forget();
  };

  return {
    rows,
    read: (act) =>
      inTransaction(() => {
        takeUpCommits();
        return act();
      }),
    isReading: () => database.inTransaction,
    columns: columnsNow,
    marks: (marks) => postMarks.update(marks, columnsNow().size),
    page: (request, marks) => {
      const startedMs = performance.now();
      const page = pageOf(answerOf(request, marks), request, contextOf(marks));
      return { ...page, elapsedMs: performance.now() - startedMs, revision };
    },
    count: (request, marks) => countRequest(request, contextOf(marks)),
    ordered: (request, marks) => {
      const { ordered, filtered } = answerOf(request, marks);
      return ordered.slice(0, filtered.total);
    },
    found: (request, marks) => answerOf(request, marks).filtered.rows,
    fact: (key) => facts.value.get(key) ?? null,
    links,
    problemCount: () => facts.problemCount.get() ?? 0,
    revision: () => revision,
    close: () => void database.close(),
  };
}

function noRemarks(): readonly PathRemarks[] {
  return [];
}

function prepareFacts(database: Database.Database) {
  return {
    revision: database.prepare<[], string>(`SELECT value FROM meta WHERE key = 'revision'`).pluck(),
    value: database.prepare<[string], string>('SELECT value FROM facts WHERE key = ?').pluck(),
    problemCount: database.prepare<[], number>('SELECT count(*) FROM problems').pluck(),
  };
}

function limits(marks: ReaderMarks): Pick<AnswerContext, 'today' | 'limitMs' | 'remarks'> {
  return { today: today(), limitMs: QUERY_LIMIT_MS, remarks: marks.remarks ?? noRemarks };
}

/** This computer's day as a `yyyymmdd` number. */
function today(): number {
  const now = new Date();
  return now.getFullYear() * 10_000 + (now.getMonth() + 1) * 100 + now.getDate();
}
