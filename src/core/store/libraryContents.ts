import type Database from 'better-sqlite3';
import * as v from 'valibot';
import { passageSchema } from '../../shared/schemas.ts';
import {
  identityEntries,
  instantSchema,
  pathSchema,
  readPassage,
  shortText,
} from './keptFields.ts';
import {
  byArchive,
  hasColumn,
  hasTable,
  type Row,
  type TableQuery,
  withFlags,
} from './keptRows.ts';
import { nothingWritten, readWritten, type WrittenRows } from './writtenRows.ts';

/*
 * Everything a library holds, as plain rows: what the library file (docs/libraryFile.md) carries, and what is taken from
 * a backup or from a damaged database. Rows are checked one by one, for both may hold anything.
 */

const archiveIdText = v.pipe(
  v.string(),
  v.regex(/^[0-9a-f]{16}$/u, 'Expected 16 hexadecimal digits'),
);

/** One archive of the list. */
export const keptArchiveSchema = v.object({
  id: archiveIdText,
  name: shortText,
  folder: v.pipe(shortText, v.minLength(1)),
  isSample: v.optional(v.boolean(), false),
  addedAt: instantSchema,
  lastOpenedAt: v.optional(v.nullable(instantSchema), null),
  /** Null = on the list. */
  removedAt: v.optional(v.nullable(instantSchema), null),
});

/** One bookmark, also one that was taken away. */
export const keptBookmarkSchema = v.object({
  ...identityEntries,
  date: v.optional(v.nullable(shortText), null),
  createdAt: instantSchema,
  /** Null = it is there. */
  removedAt: v.optional(v.nullable(instantSchema), null),
  changedAt: instantSchema,
});

/** The reader's state of one post. */
export const keptStateSchema = v.object({
  ...identityEntries,
  isRead: v.boolean(),
  readAt: v.optional(v.nullable(instantSchema), null),
  /** Share of the article scrolled past. */
  position: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1)), 0),
  /** The words there; null = unknown. */
  passage: v.optional(v.nullable(v.object(passageSchema.entries)), null),
  changedAt: instantSchema,
});

/** What the reader chose to read a file as, or all files below a folder (an empty path = the whole archive). */
export const keptChoiceSchema = v.object({
  path: v.union([v.literal(''), pathSchema]),
  isFolder: v.boolean(),
  charset: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
  chosenAt: instantSchema,
});

type KeptChoice = v.InferOutput<typeof keptChoiceSchema>;
type KeptArchive = v.InferOutput<typeof keptArchiveSchema>;
export type KeptBookmark = v.InferOutput<typeof keptBookmarkSchema>;
export type KeptState = v.InferOutput<typeof keptStateSchema>;

/** All of one archive. */
export interface ArchiveContents {
  readonly archive: KeptArchive;
  readonly bookmarks: readonly KeptBookmark[];
  readonly readingState: readonly KeptState[];
  readonly readAs: readonly KeptChoice[];
  /** What the reader wrote: highlights, notes, labels, saved searches. */
  readonly written: WrittenRows;
  /** What was on screen, as JSON; null = nothing kept. */
  readonly view: string | null;
}

/** All of a library. Settings by key, each as JSON. */
export interface LibraryContents {
  readonly archives: readonly ArchiveContents[];
  readonly settings: ReadonlyMap<string, string>;
}

const ARCHIVES = {
  table: 'archives',
  key: 'id',
  columns: `id, name, folder, is_sample AS isSample, added_at AS addedAt, last_opened_at AS lastOpenedAt,
    removed_at AS removedAt`,
};
const BOOKMARKS = {
  table: 'bookmarks',
  key: 'archive_id, path',
  columns: `archive_id AS archiveId, path, content_hash AS contentHash, source_id AS sourceId, title, day, date,
    created_at AS createdAt, removed_at AS removedAt`,
};
const STATES = {
  table: 'post_state',
  key: 'archive_id, path',
  columns: `archive_id AS archiveId, path, content_hash AS contentHash, source_id AS sourceId, title, day,
    is_read AS isRead, read_at AS readAt, position`,
};
const CHOICES = {
  table: 'charset_choices',
  key: 'archive_id, path, is_folder',
  columns: 'archive_id AS archiveId, path, is_folder AS isFolder, charset, chosen_at AS chosenAt',
};
const VIEWS = {
  table: 'archive_views',
  key: 'archive_id',
  columns: 'archive_id AS archiveId, view',
};
const SETTINGS = { table: 'settings', key: 'key', columns: 'key, value' };

/** Before version 3 rows did not say when they changed. */
const CHANGED_BEFORE = {
  bookmarks: 'coalesce(removed_at, created_at)',
  post_state: `coalesce(read_at, '1970-01-01T00:00:00.000Z')`,
} as const;

/**
 * Reads all a library of any version holds. Of a damaged one (`isDamaged`) it gives the rows that can be read and make
 * sense, from both ends of each table; otherwise a row that makes no sense is left out as well, but failures throw.
 */
export function readContents(database: Database.Database, isDamaged = false): LibraryContents {
  const read = (query: TableQuery): readonly Row[] =>
    isDamaged ? salvage(database, query) : database.prepare<[], Row>(select(query, 'ASC')).all();
  const archives = sound(keptArchiveSchema, read(ARCHIVES).map(withFlags));
  const bookmarks = byArchive(read(dated(database, BOOKMARKS, 'bookmarks')), keptBookmarkSchema);
  // The words came with version 5.
  const words = hasColumn(database, 'post_state', 'passage') ? 'passage' : 'NULL';
  const stateRows = read(
    dated(database, { ...STATES, columns: `${STATES.columns}, ${words} AS passage` }, 'post_state'),
  ).map((row) => ({ ...row, passage: readPassage(row['passage']) }));
  const states = byArchive(stateRows, keptStateSchema);
  // Came with version 2.
  const choices = hasTable(database, 'charset_choices')
    ? byArchive(read(CHOICES), keptChoiceSchema)
    : new Map<string, readonly KeptChoice[]>();
  const written = hasTable(database, 'highlights')
    ? readWritten(read)
    : new Map<string, WrittenRows>();
  const views = new Map(read(VIEWS).map((row) => [row['archiveId'], textOf(row['view'])]));
  const settings = read(SETTINGS).flatMap(({ key, value }) =>
    typeof key === 'string' && typeof value === 'string' ? [[key, value] as const] : [],
  );
  return {
    archives: archives.map((archive) => ({
      archive,
      bookmarks: bookmarks.get(archive.id) ?? [],
      readingState: states.get(archive.id) ?? [],
      readAs: choices.get(archive.id) ?? [],
      written: written.get(archive.id) ?? nothingWritten,
      view: views.get(archive.id) ?? null,
    })),
    settings: new Map(settings),
  };
}

function select({ table, key, columns }: TableQuery, direction: 'ASC' | 'DESC'): string {
  const order = key.split(', ').map((column) => `${column} ${direction}`);
  return `SELECT ${columns} FROM ${table} ORDER BY ${order.join(', ')}`;
}

function dated(
  database: Database.Database,
  query: TableQuery,
  table: keyof typeof CHANGED_BEFORE,
): TableQuery {
  const source = hasColumn(database, table, 'changed_at') ? 'changed_at' : CHANGED_BEFORE[table];
  return { ...query, columns: `${query.columns}, ${source} AS changedAt` };
}

/** The rows before a damaged page, then those after it. */
function salvage(database: Database.Database, query: TableQuery): readonly Row[] {
  const rows = new Map<string, Row>();
  for (const direction of ['ASC', 'DESC'] as const) {
    try {
      for (const row of database.prepare<[], Row>(select(query, direction)).iterate()) {
        const key = JSON.stringify(
          ['id', 'archiveId', 'path', 'label', 'isFolder', 'key'].map((name) => row[name]),
        );
        if (direction === 'DESC' && rows.has(key)) break;
        rows.set(key, row);
      }
    } catch {
      // What lies beyond is read from the other end, or lost.
    }
  }
  return [...rows.values()];
}

function sound<S extends v.GenericSchema>(
  schema: S,
  rows: readonly Row[],
): readonly v.InferOutput<S>[] {
  return rows.flatMap((row) => {
    const parsed = v.safeParse(schema, row);
    return parsed.success ? [parsed.output] : [];
  });
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
