import * as v from 'valibot';
import { rivalsSchema } from '../../shared/annotationSchemas.ts';
import { identityEntries, instantSchema, pathSchema, shortText } from './keptFields.ts';
import { byArchive, type Row, type TableQuery } from './keptRows.ts';

/** What readers wrote, as plain rows: see libraryContents.ts. */

const momentEntries = {
  createdAt: instantSchema,
  /** Null = it is there. */
  removedAt: v.optional(v.nullable(instantSchema), null),
  changedAt: instantSchema,
};

const rowId = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/u, 'Expected 32 hexadecimal digits'));

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const longText = v.pipe(v.string(), v.maxLength(200_000));

/** One highlight, also one that was taken away. */
export const keptHighlightSchema = v.object({
  id: rowId,
  ...identityEntries,
  source: v.optional(v.nullable(shortText), null),
  quote: v.pipe(longText, v.minLength(1)),
  prefix: v.optional(shortText, ''),
  suffix: v.optional(shortText, ''),
  /** Place in the text without white space. */
  start: count,
  end: count,
  /** Null = unknown. */
  rivals: v.optional(v.nullable(rivalsSchema), null),
  pen: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
  note: v.optional(v.nullable(longText), null),
  ...momentEntries,
});

/** The note on one post. */
export const keptNoteSchema = v.object({ ...identityEntries, text: longText, ...momentEntries });

/** One label of one bookmark. */
export const keptLabelSchema = v.object({
  path: pathSchema,
  label: v.pipe(v.string(), v.minLength(1), v.maxLength(1_000)),
  ...momentEntries,
});

/** One saved search. */
export const keptSearchSchema = v.object({
  id: rowId,
  name: shortText,
  text: shortText,
  filters: v.optional(v.record(v.string(), v.unknown()), {}),
  sort: v.optional(v.pipe(v.string(), v.maxLength(100)), 'newest'),
  isPinned: v.optional(v.boolean(), false),
  /** Its place among the others. */
  place: v.optional(v.number(), 0),
  ...momentEntries,
});

type KeptHighlight = v.InferOutput<typeof keptHighlightSchema>;
type KeptNote = v.InferOutput<typeof keptNoteSchema>;
type KeptLabel = v.InferOutput<typeof keptLabelSchema>;
type KeptSearch = v.InferOutput<typeof keptSearchSchema>;

/** What the reader wrote in one archive. */
export interface WrittenRows {
  readonly highlights: readonly KeptHighlight[];
  readonly notes: readonly KeptNote[];
  readonly labels: readonly KeptLabel[];
  readonly savedSearches: readonly KeptSearch[];
}

/** Nothing of it. */
export const nothingWritten: WrittenRows = {
  highlights: [],
  notes: [],
  labels: [],
  savedSearches: [],
};

const IDENTITY = 'path, content_hash AS contentHash, source_id AS sourceId, title, day';
const MOMENTS = 'created_at AS createdAt, removed_at AS removedAt, changed_at AS changedAt';

const HIGHLIGHTS = {
  table: 'highlights',
  key: 'id',
  columns: `id, archive_id AS archiveId, ${IDENTITY}, source, quote, prefix, suffix, quote_start AS start, quote_end AS end,
    rivals, pen, note, ${MOMENTS}`,
};
const NOTES = {
  table: 'post_notes',
  key: 'archive_id, path',
  columns: `archive_id AS archiveId, ${IDENTITY}, text, ${MOMENTS}`,
};
const LABELS = {
  table: 'bookmark_labels',
  key: 'archive_id, path, label',
  columns: `archive_id AS archiveId, path, label, ${MOMENTS}`,
};
const SEARCHES = {
  table: 'saved_searches',
  key: 'id',
  columns: `id, archive_id AS archiveId, name, text, filters, sort, is_pinned AS isPinned, place, ${MOMENTS}`,
};

/** Reads all of it, by archive; `read` gives the rows of a table. */
export function readWritten(
  read: (query: TableQuery) => readonly Row[],
): ReadonlyMap<string, WrittenRows> {
  const highlights = byArchive(read(HIGHLIGHTS).map(withJson), keptHighlightSchema);
  const notes = byArchive(read(NOTES), keptNoteSchema);
  const labels = byArchive(read(LABELS), keptLabelSchema);
  const searches = byArchive(read(SEARCHES).map(withJson), keptSearchSchema);
  const archives = [highlights, notes, labels, searches].flatMap((rows) => [...rows.keys()]);
  return new Map(
    archives.map((id) => [
      id,
      {
        highlights: highlights.get(id) ?? [],
        notes: notes.get(id) ?? [],
        labels: labels.get(id) ?? [],
        savedSearches: searches.get(id) ?? [],
      },
    ]),
  );
}

/** What is kept as JSON, read; null where it went bad. */
function withJson(row: Row): Row {
  const parsed = ['rivals', 'filters'].flatMap((name) => {
    const kept = row[name];
    return typeof kept === 'string' ? [[name, parse(kept)]] : [];
  });
  return { ...row, ...Object.fromEntries(parsed) };
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
