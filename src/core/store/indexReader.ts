import type Database from 'better-sqlite3';
import type { ArchiveCounts, PostId } from '../../shared/model.ts';
import { AppError } from '../../shared/result.ts';
import type { Filters } from '../../shared/searchModel.ts';
import { daysOfMonth } from './facetDays.ts';
import { fileIdentity, isDamage, markDamaged } from './indexFiles.ts';
import { type IndexSession, openSession } from './indexSession.ts';
import { damagedRow } from './rowCheck.ts';
import { BOOKMARKED, READ } from './postMarks.ts';
import { postsOnDay } from './onThisDay.ts';
import type { PostRows } from './postRows.ts';
import { countTrends } from './trendCounts.ts';
import type { IndexReader, PostRow, ReaderMarks, StoredPost } from './storeTypes.ts';

/** An open index file and how to open its successor. */
export interface ReaderSource {
  readonly file: string;
  /** `fileIdentity` of the file, taken before it was opened: one put in its place meanwhile is then noticed. */
  readonly identity: string | null;
  readonly database: Database.Database;
  /** Null when there is no usable index (any more). */
  readonly reopen: () => Database.Database | null;
}

/**
 * A reader on an open index file. It notices commits of the writer, and a file that was deleted and made anew; while
 * there is none, it goes on answering from the one it has.
 */
export function createIndexReader(source: ReaderSource): IndexReader {
  let session = openSession(source.database);
  let { identity } = source;

  const refresh = (): void => {
    const current = fileIdentity(source.file);
    if (current === null || current === identity) return;
    const database = source.reopen();
    if (database === null) return;
    session.close();
    session = openSession(database);
    identity = current;
  };

  /** Runs in one read transaction; damage met on the way makes the next writer build the index anew. */
  const read = <T>(act: (session: IndexSession) => T): T => {
    if (session.isReading()) return act(session);
    try {
      refresh();
      return session.read(() => act(session));
    } catch (thrown) {
      if (!isDamage(thrown)) throw thrown;
      markDamaged(source.file);
      throw new AppError(
        'index-outdated',
        'The index of this archive is damaged: index the archive again; bookmarks are not affected.',
        { cause: thrown },
      );
    }
  };

  return {
    search: (request, marks) => read((open) => open.page(request, marks)),
    count: (request, marks) => read((open) => open.count(request, marks)),
    ids: (request, marks) =>
      read((open) => Array.from(open.ordered(request, marks), open.rows.ids.idOf)),
    get: (path) => read(({ rows }) => postAt(rows, path)),
    getById: (id) => read(({ rows }) => rows.post(rows.ids.rowOf(id))),
    factsById: (id) => read(({ rows }) => rows.facts(rows.ids.rowOf(id))),
    rowById: (id) => read(({ rows }) => rows.row(rows.ids.rowOf(id))),
    rowAt: (path) => read(({ rows }) => rowAt(rows, path)),
    idsAt: (paths) => read(({ rows }) => paths.map((path) => idAt(rows, path))),
    each: (request, marks, visit) =>
      read((open) => {
        const ids = request === null ? open.rows.allByPath() : open.ordered(request, marks);
        for (const id of ids) {
          const post = open.rows.post(id);
          if (post !== null && visit(post) === false) return;
        }
      }),
    problems: () => read(({ rows }) => rows.problems()),
    problemsOf: (path) => read(({ rows }) => rows.problemsOf(path)),
    counts: (marks) => read((open) => countPosts(open, marks)),
    identities: () => read(({ rows }) => rows.identities()),
    identityOf: (path) => read(({ rows }) => rows.identityOf(path)),
    getMeta: (key) => read((open) => open.fact(key)),
    time: readTimes(read),
    links: readLinks(read),
    revision: () => read((open) => open.revision()),
    together: (act) => read(act),
    refresh: () => read(() => undefined),
    close: () => session.close(),
  };
}

function postAt(rows: PostRows, path: string): StoredPost | null {
  const row = rows.rowAt(path);
  const post = row === null ? null : rows.post(row);
  // The order of paths is kept apart from the rows, and may lead to another one when it is damaged.
  if (row !== null && post?.path !== path) throw damagedRow('posts');
  return post;
}

function rowAt(rows: PostRows, path: string): PostRow | null {
  const row = rows.rowAt(path);
  return row === null ? null : rows.row(row);
}

function idAt(rows: PostRows, path: string): PostId | null {
  const row = rows.rowAt(path);
  return row === null ? null : rows.ids.idOf(row);
}

/** Counts over time, each in a transaction. */
function readTimes(read: <T>(act: (session: IndexSession) => T) => T): IndexReader['time'] {
  return {
    days: (request, month, marks) =>
      read((open) => daysOfMonth(open.found(anyTime(request), marks), month, open.columns())),
    trends: (request, wish, marks) =>
      read((open) => {
        const find = (text: string): Uint32Array =>
          open.found({ ...anyTime(request), text }, marks);
        return countTrends({ text: request.text, ...wish }, { columns: open.columns(), find });
      }),
    onThisDay: (day) => read((open) => postsOnDay(day, open.columns(), open.rows)),
  };
}

/** The same without its filter of time. The order makes no difference; one of them keeps fewer answers. */
function anyTime<T extends { readonly filters: Filters }>(request: T): T {
  const filters = { ...request.filters, years: [], months: [], from: null, to: null };
  return { ...request, filters, sort: 'newest' };
}

/** The links of whatever file is open, each call in a transaction. */
function readLinks(read: <T>(act: (session: IndexSession) => T) => T): IndexReader['links'] {
  return {
    named: (numbers) => read(({ links, rows }) => links.named(numbers).map(rows.ids.idOf)),
    linking: (numbers) => read(({ links, rows }) => links.linking(numbers).map(rows.ids.idOf)),
    linksOf: (id) => read(({ links, rows }) => links.linksOf(rows.ids.rowOf(id))),
    homeHosts: () => read(({ links }) => links.homeHosts()),
    labels: (kind) => read(({ links }) => links.labels(kind)),
  };
}

function countPosts(open: IndexSession, marks: ReaderMarks): Omit<ArchiveCounts, 'highlights'> {
  const columns = open.columns();
  const { bits } = open.marks(marks);
  let all = 0;
  let unread = 0;
  let bookmarked = 0;
  for (let id = 0; id < columns.size; id += 1) {
    const isPost = columns.isPost[id] ?? 0;
    const mark = bits[id] ?? 0;
    all += isPost;
    unread += (mark & READ) === 0 ? isPost : 0;
    bookmarked += (mark & BOOKMARKED) === 0 ? 0 : isPost;
  }
  return { all, unread, bookmarked, problems: open.problemCount() };
}
